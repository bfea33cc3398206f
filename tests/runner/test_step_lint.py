"""The false-green lint: each rule against a seeded bad step, and against the steps as they are."""

from textwrap import dedent

import pytest

from runner.step_lint import EXCUSED, STEPS, Lint, main

BASE = """
def same(what, *, expected, seen):
    if seen != expected:
        raise Unmet(what)


class Screen:
    def await_shown(self) -> "Screen":
        if not self.count():
            raise Absent("x")
        return self

    def press(self, name):
        if not self.count():
            raise Absent(name)

    def text(self):
        return self.page.inner_text()


@given("un écran", target_fixture="reached")
def reaches(user) -> Screen:
    return Screen(user.window).await_shown()


@given("un texte", target_fixture="page_text")
def reads(user):
    return Screen(user.window).text()
"""


@pytest.fixture
def lint(tmp_path):
    def found(step, excused=None):
        (tmp_path / "bad.py").write_text(BASE + dedent(step), "utf-8")
        return Lint(tmp_path, excused or {}).problems()

    return found


BAD = {
    "nothing is required": ("asserts", """
        @then("l'écran s'affiche")
        def shown(user):
            Screen(user.window).text()
    """),
    "only done": ("asserts", """
        @then("la commande est là")
        def there(user):
            Screen(user.window).press("ok")
    """),
    "in a loop that may be empty": ("asserts", """
        @then("les courriels sont datés")
        def dated(mailbox):
            for letter in mailbox.letters():
                same("x", expected=1, seen=letter.date())
    """),
    "in one branch only": ("asserts", """
        @then("l'image va avec le message")
        def goes_with(screen: Screen):
            if screen.text():
                screen.await_shown()
    """),
    "in a function that is only defined": ("asserts", """
        @then("l'écran s'affiche")
        def shown(screen: Screen):
            def later():
                screen.await_shown()
    """),
    "of what the user knows": ("typed", """
        @then("l'adresse est la sienne")
        def own(user):
            email = user.email
            same("x", expected=user.email, seen=email.casefold())
    """),
    "of what a Quand has typed": ("typed", """
        @then("l'adresse est donnée")
        def given_one(given_email):
            same("x", expected="a", seen=given_email)
    """),
    "read back at once": ("typed", """
        @then("la saisie tient")
        def kept(screen: Screen):
            screen.fill("adresse", "a")
            same("x", expected="a", seen=screen.holds("adresse"))
    """),
    "a broad except": ("swallows", """
        def anyhow(screen):
            try:
                screen.await_shown()
            except Exception:
                return ""
    """),
    "a fault that is swallowed": ("swallows", """
        def anyhow(screen):
            try:
                screen.await_shown()
            except (KeyError, Absent):
                return ""
    """),
    "a fault that is suppressed": ("swallows", """
        def anyhow(screen):
            with suppress(Absent):
                screen.await_shown()
    """),
    "a negation without a marker": ("marker", """
        @then("aucune alerte ne s'affiche")
        def no_alert(user):
            same("x", expected=0, seen=Screen(user.window).text())
    """),
    "a negation of what was read without a marker": ("marker", """
        @then("le texte n'en dit rien")
        def says_nothing(page_text):
            same("x", expected=0, seen=page_text)
    """),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "step"), BAD.values(), ids=BAD)
def test_a_bad_step_is_found(lint, rule, step):
    [problem] = lint(step)
    assert f": {rule}: " in problem


GOOD = {
    "behind a screen that is awaited": """
        @then("aucune alerte ne s'affiche")
        def no_alert(user):
            same("x", expected=0, seen=Screen(user.window).await_shown().text())
    """,
    "of what was read behind a marker": """
        @then("l'écran n'en dit rien")
        def says_nothing(reached):
            same("x", expected=0, seen=reached.text())
    """,
    "in both branches": """
        @then("l'écran s'affiche")
        def shown(screen: Screen):
            if screen.text():
                screen.await_shown()
            else:
                screen.await_shown()
    """,
    "over the rows of a table": """
        @then("l'écran montre")
        def shows(screen: Screen, datatable):
            for label in column(datatable):
                same("x", expected=label, seen=screen.text())
    """,
    "typed, then answered": """
        @then("la saisie tient")
        def kept(screen: Screen):
            screen.fill("adresse", "a")
            screen.press("ok")
            same("x", expected="a", seen=screen.holds("adresse"))
    """,
    "caught and told otherwise": """
        def arranging(screen):
            try:
                screen.await_shown()
            except Absent as fault:
                raise Unarranged("x") from fault
    """,
}


@pytest.mark.parametrize("step", GOOD.values(), ids=GOOD)
def test_a_good_step_passes(lint, step):
    assert lint(step) == []


def test_an_excuse_is_named_and_used(lint):
    _, step = BAD["nothing is required"]
    assert lint(step, {("bad.shown", "asserts"): "because"}) == []
    [_, stale] = lint(step, {("bad.gone", "asserts"): "because"})
    assert "excuses nothing any more" in stale


def test_the_steps_of_the_features_are_right(capsys):
    assert main() == 0, capsys.readouterr().out
    assert STEPS.is_dir()
    assert all(reason for reason in EXCUSED.values())


def test_the_faults_are_printed(tmp_path, capsys):
    (tmp_path / "bad.py").write_text(BASE + dedent(BAD["only done"][1]), "utf-8")
    assert main(tmp_path) == 1
    assert "bad.py:" in capsys.readouterr().out
