"""« Mot de passe oublié », screen by screen: what the user does and where it leads."""

from collections.abc import Callable

import pytest
from pytest_bdd import given, parsers, then, when

from steps.checks import arranging, holds, same
from steps.navigation import require_recall
from steps.pictures import all_wrong
from steps.screens.forgotten import FORGOTTEN, AnswerScreen, EmailScreen, NewPasswordScreen
from steps.screens.procedure import ProcedureScreen
from steps.user import Enrol, User
from steps.words import email_of

WRONG_ANSWER = "Une réponse qui n'est celle de personne"


@pytest.fixture
def address_of_third_screen(enrol: Enrol) -> str:
    """Where the third screen stands at this target, seen in another person's procedure."""
    with arranging("Un autre usager va au troisième écran"):
        other = enrol()
        other.reach(FORGOTTEN, "Saisie du nouveau mot de passe")
    return other.window.page.url


@given(parsers.parse("l'usager a donné {count:d} mauvaises réponses"))
def gave_wrong_answers(user: User, count: int) -> None:
    for _ in range(count):
        AnswerScreen(user.window).submit(WRONG_ANSWER)
        AnswerScreen(user.window).await_still_shown()


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
def gives_email(user: User, email: str) -> ProcedureScreen:
    return EmailScreen(user.window).submit(email_of(email, user))


@when("l'usager donne l'adresse de l'autre usager puis sa propre réponse")
def gives_the_email_of_another(user: User, other: User) -> None:
    EmailScreen(user.window).submit(other.email).await_shown().submit(user.answer)


@when("l'usager donne sa réponse", target_fixture="reached")
def gives_the_answer(user: User) -> ProcedureScreen:
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
    user.reach(FORGOTTEN, "Réponse à la question de confiance")
    AnswerScreen(user.window).submit(user.answer)


@when("l'usager tente de changer son mot de passe par « Mot de passe oublié »")
def tries_to_recover(user: User) -> None:
    user.begin(FORGOTTEN)
    first = EmailScreen(user.window)
    answer = first.submit(user.email)
    if first.opens(answer):
        answer.submit(user.answer)


@when("l'usager ouvre directement la page du nouveau mot de passe")
def skips_a_step(user: User, address_of_third_screen: str) -> None:
    user.window.go(address_of_third_screen)


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


@then("l'écran affiché ne demande nulle part l'ancien mot de passe")
def no_old_password(reached: ProcedureScreen) -> None:
    expected = 2 if isinstance(reached, NewPasswordScreen) else 0
    same("Le nombre de champs de mot de passe", expected=expected, seen=reached.await_shown().password_fields())


@then(parsers.re(r"(?:il|l'écran) rappelle l'adresse et la question de l'usager"))
def recalls_email_and_question(user: User) -> None:
    screen = user.shown()
    require_recall(screen, "adresse", "L'adresse rappelée", user.email)
    require_recall(screen, "question", "La question rappelée", user.person.question)


@then("il rappelle la réponse qui vient d'être donnée")
def recalls_the_answer(user: User) -> None:
    require_recall(NewPasswordScreen(user.window), "reponse", "La réponse rappelée", user.answer)


@then("une question de confiance s'affiche, toujours la même pour cette adresse")
def stable_question(user: User) -> None:
    first = AnswerScreen(user.window).await_shown()
    user.window.until(lambda: bool(first.recalled("question")))
    holds(bool(first.recalled("question")), "La question affichée", expected="une question de confiance", seen="rien")
    again = user.elsewhere()
    again.reach(FORGOTTEN, "Réponse à la question de confiance")
    seen = AnswerScreen(again.window).recalled("question")
    same("La question affichée la seconde fois", expected=first.recalled("question"), seen=seen)


@then("aucune réponse n'est acceptée")
def no_answer_is_accepted(user: User) -> None:
    screen = AnswerScreen(user.window)
    for answer in (user.answer, WRONG_ANSWER):
        screen.submit(answer)
        screen.await_kept_from(NewPasswordScreen(user.window))
