"""What is kept of a scenario at each level of evidence; nothing that cannot be seen or read costs a verdict."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import Error as PlaywrightError

from fakes.people import invent
from reports.evidence import MAIL, Redactor
from reports.facts import DOCUMENT, SIGHT, Document
from runner.keeper import PICTURE, UNREADABLE, Keeper
from steps.screens.picture import Picture
from targets.faults import EnvironmentFault

SEEN = [PICTURE, SIGHT, MAIL, DOCUMENT]


class Window:
    """One that shows ``content`` and has saved one hostile document."""

    def __init__(self, content: bytes = b"picture", saved: tuple[bytes, ...] = (b"%PDF-1.7 <script>",)) -> None:
        self.content, self.saved = content, saved

    def picture(self, judged: str = "") -> Picture:
        if not self.content:
            raise PlaywrightError("Target page has been closed")
        return Picture(self.content, "Récapitulatif", (("seen", judged),) if judged else ())

    illustration = picture


def scene(*windows: Window, walked: bool = False, letters=lambda: [SimpleNamespace(order=1, raw=b"Subject: x\n\n")]):
    person = invent("1", "lila@exemple.test")
    user = SimpleNamespace(person=person, email=person.email, subscriber_number="", question=person.question)
    ground = SimpleNamespace(profile=SimpleNamespace(capabilities=("mail",)))
    return SimpleNamespace(windows=windows, users=[user], ground=ground, walked=walked, letters=letters,
                           redactor=Redactor())  # fmt: skip


@pytest.mark.parametrize(("level", "kinds"), [("none", []), ("failures", SEEN), ("full", SEEN)])
def test_what_a_failure_shows_is_kept_unless_nothing_is(level, kinds):
    assert [kind for _, kind, _ in Keeper(level).of_failure(scene(Window()), "06 juin")] == kinds


@pytest.mark.parametrize(("level", "phase", "kinds"), [
    ("none", "then", []), ("failures", "then", []), ("full", "given", []), ("full", "then", SEEN),
])  # fmt: skip
def test_what_a_success_shows_is_kept_when_all_is(level, phase, kinds):
    assert [kind for _, kind, _ in Keeper(level).of_success(scene(Window()), phase, last=True)] == kinds


def test_nothing_is_kept_twice_in_a_scenario():
    keeper, played = Keeper("full"), scene(Window())
    assert list(keeper.of_success(played, "when", last=False))
    assert list(keeper.of_success(played, "then", last=True)) == []
    keeper.begin()
    assert list(keeper.of_success(played, "then", last=True))


def test_a_walk_is_numbered_and_ends_with_its_last_screen_then_what_came():
    keeper, played = Keeper("full"), scene(Window(saved=()), walked=True)
    names = [name for _, _, name in keeper.of_walk(played, played.windows[0])]
    assert names == ["courriel-1.eml", "vue-01.webp", "vue-01.json"]
    assert list(keeper.of_success(played, "when", last=False)) == []
    assert [name for _, _, name in keeper.of_success(played, "then", last=True)] == ["vue-02.webp", "vue-02.json"]


def test_a_window_that_is_gone_and_a_catcher_that_is_gone_are_left_out():
    def gone():
        raise EnvironmentFault("le capteur ne répond plus")

    assert list(Keeper("failures").of_failure(scene(Window(b"", saved=()), letters=gone), None)) == []
    assert list(Keeper("failures").of_failure(None, None)) == []


@pytest.mark.parametrize("content", ["", "<html>", "%PDF-1.7 <script>", "%PDF-" + "0" * 2000])
def test_a_document_that_cannot_be_read_is_told_so(content):
    content = content.encode()
    kept = list(Keeper("failures").of_failure(scene(Window(saved=(content,))), None))
    document = Document.model_validate_json(next(body for body, kind, _ in kept if kind == DOCUMENT))
    assert (document.text, document.name) == (UNREADABLE, "document-1.pdf")
    assert ("Adresse électronique", "lila@exemple.test") in document.typed
