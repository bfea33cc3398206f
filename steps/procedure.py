"""« Mot de passe oublié », screen by screen: what the user does and where it leads."""

from collections.abc import Callable

import pytest
from pytest_bdd import given, parsers, then, when

from steps.checks import arranging, contains, holds, plain, same
from steps.pictures import all_wrong
from steps.screens.forgotten import AnswerScreen, EmailScreen, ForgottenScreen, NewPasswordScreen
from steps.screens.window import Window
from steps.user import PROCEDURE, Enrol, User
from steps.words import email_of
from targets.faults import Absent, Fault

STEPS = (
    "Adresse électronique de connexion",
    "Réponse à la question de confiance",
    "Nouveau mot de passe",
    "Récapitulatif",
)
WRONG_ANSWER = "Une réponse qui n'est celle de personne"


def screen_called(title: str, window: Window) -> ForgottenScreen:
    """The screen of the procedure that the sheet calls ``title``."""
    for screen in PROCEDURE:
        if screen(window).title.matches(title):
            return screen(window)
    raise Fault(f"La procédure n'a pas d'écran « {title} ».")


def shown_screen(window: Window) -> ForgottenScreen:
    """The screen of the procedure that the site has answered with; raises Absent when there is none."""
    window.settle()
    screens = [screen(window) for screen in PROCEDURE]
    if not window.until(lambda: any(screen.is_shown() for screen in screens)):
        raise Absent("Aucun écran de la procédure n'est affiché.", seen=window.overview())
    return next(screen for screen in screens if screen.is_shown())


@pytest.fixture
def address_of_third_screen(enrol: Enrol) -> str:
    """Where the third screen stands at this target, seen in another person's procedure."""
    with arranging("Un autre usager va au troisième écran"):
        other = enrol()
        other.reach("Saisie du nouveau mot de passe")
    return other.window.page.url


@given(parsers.parse("l'usager a donné {count:d} mauvaises réponses"))
def gave_wrong_answers(user: User, count: int) -> None:
    for _ in range(count):
        AnswerScreen(user.window).submit(WRONG_ANSWER)
        AnswerScreen(user.window).await_still_shown()


@when(parsers.parse("l'usager suit la procédure jusqu'à l'écran « {screen} »"), target_fixture="reached")
def follows_up_to(user: User, screen: str) -> ForgottenScreen:
    return user.reach(screen)


@given("l'usager a donné 4 mauvaises réponses, puis la bonne, puis 4 mauvaises")
def wrong_right_wrong(user: User) -> None:
    gave_wrong_answers(user, 4)
    AnswerScreen(user.window).submit(user.answer).await_shown().press("etape_precedente")
    AnswerScreen(user.window).await_shown()
    gave_wrong_answers(user, 4)


@when(parsers.parse("l'usager donne l'adresse « {email} » et recopie l'image"))
def gives_literal_email(user: User, email: str) -> None:
    EmailScreen(user.window).submit(email)


@when("l'usager ne donne pas d'adresse et recopie l'image")
def gives_no_email(user: User) -> None:
    EmailScreen(user.window).submit("")


@when(parsers.parse("l'usager se trompe : {mistake}"))
def makes_a_mistake(user: User, mistake: str) -> None:
    first, second, third = EmailScreen(user.window), AnswerScreen(user.window), NewPasswordScreen(user.window)
    mistakes: dict[str, Callable[[], object]] = {
        "aucune adresse": lambda: first.submit(""),
        "adresse mal formée": lambda: first.submit("usager.exemple.test"),
        "image mal recopiée": lambda: first.submit(user.email, all_wrong(first.captcha_answer())),
        "aucune réponse": lambda: second.submit(""),
        "mauvaise réponse": lambda: second.submit(WRONG_ANSWER),
        "mot de passe trop court": lambda: third.submit(user.new_password(19)),
        "mot de passe en vigueur": lambda: third.submit(user.original),
        "confirmation différente": lambda: third.submit(user.new_password(), user.new_password()),
    }
    mistakes[mistake]()


@when(parsers.re(r"l'usager donne (?P<email>son adresse.*) et recopie l'image"), target_fixture="reached")
def gives_email(user: User, email: str) -> ForgottenScreen:
    return EmailScreen(user.window).submit(email_of(email, user))


@when("l'usager donne l'adresse de l'autre usager puis sa propre réponse")
def gives_the_email_of_another(user: User, other: User) -> None:
    EmailScreen(user.window).submit(other.email).await_shown().submit(user.answer)


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
    AnswerScreen(user.window).await_kept_from(NewPasswordScreen(user.window))


@then("la procédure n'ouvre pas la saisie du nouveau mot de passe")
def third_screen_stays_closed(user: User) -> None:
    AnswerScreen(user.window).await_kept_from(NewPasswordScreen(user.window))


@then("le nouveau mot de passe ne peut pas être saisi")
def new_password_out_of_reach(user: User) -> None:
    screen = NewPasswordScreen(user.window)
    EmailScreen(user.window).await_kept_from(screen)
    same("Un champ pour le nouveau mot de passe", expected=False, seen=screen.has_field("nouveau"))


@then(parsers.parse("la barre d'étapes annonce « {steps} »"))
def step_bar(reached: ForgottenScreen, steps: str) -> None:
    holds(
        reached.window.until(lambda: reached.announces(steps.split(" > "))),
        "La barre d'étapes",
        expected=steps,
        seen=plain(reached.window.text()),
    )


@then(parsers.parse("l'étape en cours est « {step} »"))
def current_step(reached: ForgottenScreen, step: str) -> None:
    reached.window.until(lambda: reached.current_step(STEPS) == step)
    same("L'étape mise en évidence", expected=step, seen=reached.current_step(STEPS))


@then(parsers.parse("l'écran s'intitule « {title} »"))
def page_title(reached: ForgottenScreen, title: str) -> None:
    contains("Les titres de l'écran", " ; ".join(reached.procedure_titles()), title)


@then("l'écran affiché ne demande nulle part l'ancien mot de passe")
def no_old_password(reached: ForgottenScreen) -> None:
    expected = 2 if isinstance(reached, NewPasswordScreen) else 0
    same("Le nombre de champs de mot de passe", expected=expected, seen=reached.password_fields())


def require_recall(screen: ForgottenScreen, name: str, what: str, expected: str) -> None:
    """Require ``expected`` to be recalled by ``screen`` under the label ``name``."""
    seen = " ; ".join(screen.recalled(name)) or "rien"
    holds(screen.recalls(name, expected), what, expected=expected, seen=seen)


@then(parsers.re(r"(?:il|l'écran) rappelle l'adresse et la question de l'usager"))
def recalls_email_and_question(user: User) -> None:
    screen = shown_screen(user.window)
    require_recall(screen, "adresse", "L'adresse rappelée", user.email)
    require_recall(screen, "question", "La question rappelée", user.person.question)


@then("il rappelle la réponse qui vient d'être donnée")
def recalls_the_answer(user: User) -> None:
    require_recall(NewPasswordScreen(user.window), "reponse", "La réponse rappelée", user.answer)


@then("rien de ce qu'il rappelle ne peut être modifié")
def recalls_are_read_only(user: User) -> None:
    screen = shown_screen(user.window)
    editable = [name for name in screen.reminders if screen.is_editable(name)]
    same("Les rappels modifiables", expected=[], seen=editable)


@then("une question de confiance s'affiche, toujours la même pour cette adresse")
def stable_question(user: User) -> None:
    first = AnswerScreen(user.window).await_shown()
    user.window.until(lambda: bool(first.recalled("question")))
    holds(bool(first.recalled("question")), "La question affichée", expected="une question de confiance", seen="rien")
    again = user.elsewhere()
    again.reach("Réponse à la question de confiance")
    seen = AnswerScreen(again.window).recalled("question")
    same("La question affichée la seconde fois", expected=first.recalled("question"), seen=seen)


@then("aucune réponse n'est acceptée")
def no_answer_is_accepted(user: User) -> None:
    screen = AnswerScreen(user.window)
    for answer in (user.answer, WRONG_ANSWER):
        screen.submit(answer)
        screen.await_kept_from(NewPasswordScreen(user.window))


@then(parsers.parse("une erreur est signalée à l'écran « {screen} »"))
def an_error_is_reported(user: User, screen: str) -> None:
    screen_called(screen, user.window).await_still_shown()
    holds(bool(user.window.alert()), "L'écran", expected="une erreur signalée (role=alert)", seen="aucune")
