"""« Mot de passe oublié », screen by screen: what the user does and where it leads."""

import pytest
from pytest_bdd import given, parsers, then, when

from steps.checks import contains, holds, plain, same
from steps.screens.forgotten import AnswerScreen, EmailScreen, ForgottenScreen, NewPasswordScreen
from steps.screens.window import Window
from steps.user import PROCEDURE, Enrol, User
from steps.words import email_of
from targets.faults import Absent, Fault

WRONG_ANSWER = "Une réponse qui n'est celle de personne"


def screen_called(title: str, window: Window) -> ForgottenScreen:
    """The screen of the procedure that the sheet calls ``title``."""
    for screen in PROCEDURE:
        if screen(window).title.matches(title):
            return screen(window)
    raise Fault(f"La procédure n'a pas d'écran « {title} ».")


def shown_screen(window: Window) -> ForgottenScreen:
    """The screen of the procedure now displayed; raises Absent when there is none."""
    for screen in PROCEDURE:
        if screen(window).is_shown():
            return screen(window)
    raise Absent("Aucun écran de la procédure n'est affiché.", seen=window.overview())


@pytest.fixture
def address_of_third_screen(enrol: Enrol) -> str:
    """Where the third screen stands at this target, seen in another person's procedure."""
    other = enrol()
    other.reach("Saisie du nouveau mot de passe")
    return other.window.page.url


@given(parsers.parse("l'usager a donné {count:d} mauvaises réponses"))
def gave_wrong_answers(user: User, count: int) -> None:
    for _ in range(count):
        AnswerScreen(user.window).submit(WRONG_ANSWER)
        user.window.settle()


@when(parsers.parse("l'usager suit la procédure jusqu'à l'écran « {screen} »"), target_fixture="reached")
def follows_up_to(user: User, screen: str) -> ForgottenScreen:
    return user.reach(screen)


@when(parsers.re(r"l'usager donne l'adresse « (?P<email>.*) » et recopie l'image"))
def gives_literal_email(user: User, email: str) -> None:
    EmailScreen(user.window).submit(email.strip())


@when(parsers.re(r"l'usager donne (?P<email>son adresse.*) et recopie l'image"), target_fixture="reached")
def gives_email(user: User, email: str) -> ForgottenScreen:
    return EmailScreen(user.window).submit(email_of(email, user))


@when("l'usager donne l'adresse de l'autre usager puis sa propre réponse")
def gives_the_email_of_another(user: User, other: User) -> None:
    EmailScreen(user.window).submit(other.email).await_shown().submit(user.answer)


@when(parsers.parse("l'usager donne son adresse et, pour l'image, {signs}"))
def copies_badly(user: User, signs: str) -> None:
    screen = EmailScreen(user.window)
    screen.submit(user.email, _signs(signs, screen.captcha_answer()))


def _signs(phrase: str, answer: str) -> str:
    wrong = "".join("b" if sign != "b" else "c" for sign in answer)
    return {
        "rien": "",
        "un signe de moins": answer[:-1],
        "un signe de plus": answer + "b",
        "six signes faux": wrong,
        "les bons signes en majuscules": answer.upper(),
    }[phrase]


@when("l'usager change l'image puis recopie l'ancienne", target_fixture="images")
def changes_the_image(user: User) -> tuple[bytes, bytes]:
    screen = EmailScreen(user.window)
    old, answer = screen.picture(), screen.captcha_answer()
    new = screen.change_picture()
    screen.submit(user.email, answer)
    return old, new


@when("l'usager écoute l'extrait sonore", target_fixture="sound")
def listens(user: User) -> tuple[str, float]:
    return EmailScreen(user.window).listen()


@when("l'usager revient en arrière et redonne la même image")
def replays_the_image(user: User) -> None:
    user.window.back()
    EmailScreen(user.window).await_shown().submit(user.email, user.window.last_signs)


@when("l'usager donne sa réponse", target_fixture="reached")
def gives_the_answer(user: User) -> ForgottenScreen:
    return AnswerScreen(user.window).submit(user.answer)


@when(parsers.parse("l'usager répond « {answer} »"))
def answers_literally(user: User, answer: str) -> None:
    AnswerScreen(user.window).submit(answer)


@when("l'usager répond sans rien saisir")
def answers_nothing(user: User) -> None:
    AnswerScreen(user.window).submit("")


@when("l'usager répond par trois espaces")
def answers_spaces(user: User) -> None:
    AnswerScreen(user.window).submit("   ")


@when("l'usager répond par la réponse de l'autre usager")
def answers_for_another(user: User, other: User) -> None:
    AnswerScreen(user.window).submit(other.answer)


@when("l'usager reprend la procédure et donne sa réponse")
def starts_again(user: User) -> None:
    user.reach("Réponse à la question de confiance")
    AnswerScreen(user.window).submit(user.answer)


@when("l'usager revient à l'étape précédente")
def goes_back_a_step(user: User) -> None:
    shown_screen(user.window).press("etape_precedente")


@when("l'usager abandonne la procédure")
def gives_up(user: User) -> None:
    user.window.go("/")


@when("l'usager quitte la procédure")
def quits(user: User) -> None:
    shown_screen(user.window).press("quitter")


@when("l'usager ouvre directement la page du nouveau mot de passe")
def skips_a_step(user: User, address_of_third_screen: str) -> None:
    user.window.go(address_of_third_screen)


@when("l'usager recharge la page")
def reloads(user: User) -> None:
    user.window.reload()


@when("il suit le lien « Accédez à vos services en ligne »")
def follows_to_services(user: User) -> None:
    PROCEDURE[3](user.window).press("services")


@then(parsers.parse("l'écran « {screen} » s'affiche"))
def screen_is_shown(window: Window, screen: str) -> None:
    screen_called(screen, window).await_shown()


@then(parsers.parse("la procédure reste à l'écran « {screen} »"))
def screen_stays(window: Window, screen: str) -> None:
    screen_called(screen, window).await_still_shown()


@then("la réponse est refusée")
def answer_is_refused(user: User) -> None:
    AnswerScreen(user.window).await_still_shown()


@then("la procédure n'ouvre pas la saisie du nouveau mot de passe")
def third_screen_stays_closed(user: User) -> None:
    user.window.settle()
    _third_screen_is_closed(user)


@then("le nouveau mot de passe ne peut pas être saisi")
def new_password_out_of_reach(user: User) -> None:
    user.window.settle()
    _third_screen_is_closed(user)


def _third_screen_is_closed(user: User) -> None:
    screen = NewPasswordScreen(user.window)
    holds(
        not screen.is_shown() and not screen.has_field("nouveau"),
        "La saisie du nouveau mot de passe",
        expected="fermée",
        seen="l'écran du nouveau mot de passe est ouvert",
    )


@then(parsers.parse("la barre d'étapes annonce « {steps} »"))
def step_bar(reached: ForgottenScreen, steps: str) -> None:
    same("La barre d'étapes", expected=[plain(step) for step in steps.split(" > ")], seen=reached.steps())


@then(parsers.parse("l'étape en cours est « {step} »"))
def current_step(reached: ForgottenScreen, step: str) -> None:
    same("L'étape mise en évidence", expected=plain(step), seen=reached.current_step())


@then(parsers.parse("l'écran s'intitule « {title} »"))
def page_title(reached: ForgottenScreen, title: str) -> None:
    contains("Les titres de l'écran", " ; ".join(reached.procedure_titles()), title)


@then("l'écran affiché ne demande nulle part l'ancien mot de passe")
def no_old_password(reached: ForgottenScreen) -> None:
    labels = reached.labels()
    asked = [label for label in labels if "mot de passe" in label.casefold() and "nouveau" not in label.casefold()]
    same("Les champs qui demandent un autre mot de passe que le nouveau", expected=[], seen=asked)


@then(parsers.re(r"(?:il|l'écran) rappelle l'adresse et la question de l'usager"))
def recalls_email_and_question(user: User) -> None:
    user.window.settle()
    screen = shown_screen(user.window)
    same("L'adresse rappelée", expected=user.email.casefold(), seen=screen.recalled("adresse").casefold())
    same("La question rappelée", expected=plain(user.person.question), seen=screen.recalled("question"))


@then("il rappelle la réponse qui vient d'être donnée")
def recalls_the_answer(user: User) -> None:
    screen = NewPasswordScreen(user.window)
    same("La réponse rappelée", expected=plain(user.answer), seen=screen.recalled("reponse"))


@then("ni l'une ni l'autre ne peuvent être modifiées")
def recalls_are_read_only(user: User) -> None:
    screen = AnswerScreen(user.window)
    editable = [name for name in ("adresse", "question") if screen.is_editable(name)]
    same("Les rappels modifiables", expected=[], seen=editable)


@then("son adresse est restée saisie et le champ de l'image est vide")
def email_kept_image_empty(user: User) -> None:
    screen = EmailScreen(user.window).await_shown()
    same("L'adresse saisie", expected=user.email, seen=screen.field("adresse").input_value())
    same("Le champ de l'image", expected="", seen=screen.field("image").input_value())


@then("il ne demande pas de recopier une image")
def no_image(user: User) -> None:
    AnswerScreen(user.window).await_shown()
    same("Un champ pour recopier une image", expected=False, seen=EmailScreen(user.window).has_field("image"))


@then("l'image affichée n'est plus la même")
def image_has_changed(images: tuple[bytes, bytes]) -> None:
    old, new = images
    holds(old != new, "L'image après « Changer l'image »", expected="une autre image", seen="la même image")


@then("le site envoie un son lisible")
def sound_is_playable(sound: tuple[str, float]) -> None:
    kind, seconds = sound
    holds(kind.startswith("audio/") and seconds > 0, "L'extrait sonore",
          expected="un son d'une durée non nulle", seen=f"{kind}, {seconds:.1f} s")  # fmt: skip


@then("une question de confiance s'affiche, toujours la même pour cette adresse")
def stable_question(user: User) -> None:
    first = AnswerScreen(user.window).await_shown().recalled("question")
    again = user.elsewhere()
    again.reach("Réponse à la question de confiance")
    holds(bool(first), "La question affichée", expected="une question de confiance", seen="rien")
    same("La question affichée la seconde fois", expected=first, seen=AnswerScreen(again.window).recalled("question"))


@then("aucune réponse n'est acceptée")
def no_answer_is_accepted(user: User) -> None:
    screen = AnswerScreen(user.window)
    for answer in (user.answer, WRONG_ANSWER):
        screen.submit(answer)
        screen.await_still_shown()


@then("une erreur est signalée à l'écran")
def an_error_is_reported(user: User) -> None:
    user.window.settle()
    holds(bool(user.window.alert()), "L'écran", expected="une erreur signalée (role=alert)", seen="aucune")
