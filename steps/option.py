"""The first screens of the option: whom a number and three answers recognise (EP4 §2)."""

from collections.abc import Callable, Mapping, Sequence

from pytest_bdd import given, parsers, then, when

from steps.checks import holds, same
from steps.navigation import require_recall
from steps.people import SERVICES, of_one_company
from steps.screens.option import (
    OPTION,
    NewIdentifiersScreen,
    NumberScreen,
    VerificationScreen,
)
from steps.user import Enrol, User
from targets.faults import Fault

WRONG = "Une réponse qui n'est celle de personne"
NUMBERS: Mapping[str, Callable[[str], str]] = {
    "le sien": lambda number: number,
    "le sien, en groupes de chiffres": lambda number: f"{number[:4]} {number[4:7]} {number[7:]}",
    "aucun": lambda number: "",
    "le sien sans son dernier chiffre": lambda number: number[:-1],
    "le sien précédé d'un chiffre": lambda number: "1" + number,
    "un numéro que personne n'a": lambda number: f"{number[:7]}97{number[9:]}",
    "le sien au dernier chiffre près": lambda number: number[:-1] + str((int(number[-1]) + 5) % 10),
    "quatorze lettres": lambda number: "abcdefghijklmn",
}
"""How the features name a number; the one too long is wrong even if its end is cut off.

The one that nobody has is of the same day, far beyond what a day sees created: a near one may be somebody's.
"""
ANSWERS: Mapping[str, Callable[[Sequence[str]], list[str]]] = {
    "la première fausse": lambda right: [WRONG, *right[1:]],
    "la deuxième fausse": lambda right: [right[0], WRONG, right[2]],
    "la troisième fausse": lambda right: [*right[:2], WRONG],
    "les trois fausses": lambda right: [WRONG] * len(right),
    "les trois permutées": lambda right: [*right[1:], right[0]],
    "les trois vides": lambda right: [""] * len(right),
    "la deuxième vide": lambda right: [right[0], "", right[2]],
}


def number_of(phrase: str, user: User) -> str:
    """The number that ``phrase`` stands for."""
    if phrase not in NUMBERS:
        raise Fault(f"« {phrase} » ne désigne pas de numéro : " + " ; ".join(NUMBERS))
    return NUMBERS[phrase](user.subscriber_number)


def answer(user: User, answers: Sequence[str]) -> None:
    """Give ``answers`` to the three questions of the screen, which is shown."""
    VerificationScreen(user.window).submit(answers)


# -- who opts -------------------------------------------------------------------------------------------------------


@given("un usager dont l'espace à certificat contient des services", target_fixture="user")
def a_certificate_user_with_services(enrol: Enrol) -> User:
    return enrol("certificate", services=SERVICES)


@given(
    parsers.parse("un usager dont l'espace à certificat, pour une seule entreprise, a les services {names}"),
    target_fixture="user",
)
def a_certificate_user_with(enrol: Enrol, names: str) -> User:
    return enrol("certificate", services=of_one_company(names))


@given(
    parsers.parse("un usager dont l'espace est à certificat, et la première réponse de confiance « {first} »"),
    target_fixture="user",
)
def a_certificate_user_whose_answer(enrol: Enrol, first: str) -> User:
    return enrol("certificate", answer=first)


@given("un usager qui a opté pour l'accès sans certificat", target_fixture="user")
def a_user_who_opted(enrol: Enrol) -> User:
    user = enrol("certificate")
    user.opt()
    user.code()
    return user


@given("un usager dont l'espace à certificat vient d'être transformé", target_fixture="user")
def a_user_who_left_the_certificate(enrol: Enrol) -> User:
    user = a_user_who_opted(enrol)
    user.activate()
    return user


# -- number and answers ---------------------------------------------------------------------------------------------


@given("l'usager a saisi son numéro")
def has_typed_the_number(user: User) -> None:
    NumberScreen(user.window).fill("numero", user.subscriber_number)


@given("l'usager a saisi ses trois réponses")
def has_typed_the_answers(user: User) -> None:
    screen = VerificationScreen(user.window)
    screen.type(screen.known(user))


@given(parsers.parse("l'usager s'est trompé {count:d} fois dans ses trois réponses"))
def gave_wrong_answers(user: User, count: int) -> None:
    for _ in range(count):
        answer(user, [WRONG] * len(user.trust()))
        VerificationScreen(user.window).await_still_shown()


@when(parsers.parse("l'usager donne pour numéro d'abonné : {which}"))
def gives_the_number(user: User, which: str) -> None:
    NumberScreen(user.window).submit(number_of(which, user))


@when("l'usager donne un numéro que personne n'a, puis le sien", target_fixture="refusals")
def gives_two_numbers(user: User) -> list[str]:
    screen, refusals = NumberScreen(user.window), []
    for which in ("un numéro que personne n'a", "le sien"):
        screen.submit(number_of(which, user))
        screen.await_still_shown()
        refusals.append(user.window.alert())
    return refusals


@when("l'usager donne ses trois réponses")
def gives_the_answers(user: User) -> None:
    answer(user, user.trust())


@when(parsers.parse("l'usager donne trois réponses, {which}"))
def gives_wrong_answers(user: User, which: str) -> None:
    answer(user, ANSWERS[which](user.trust()))


@when(parsers.parse("l'usager donne ses trois réponses, la première sous la forme « {first} »"))
def gives_the_first_otherwise(user: User, first: str) -> None:
    answer(user, [first, *user.trust()[1:]])


@when("l'usager se trompe à la première réponse, puis à la troisième", target_fixture="refusals")
def gives_two_sets(user: User) -> list[str]:
    refusals = []
    for which in ("la première fausse", "la troisième fausse"):
        answer(user, ANSWERS[which](user.trust()))
        VerificationScreen(user.window).await_still_shown()
        refusals.append(user.window.alert())
    return refusals


@when("l'usager reprend l'option et donne ses trois réponses")
def begins_again_and_answers(user: User) -> None:
    number, verification = NumberScreen(user.begin(OPTION).window), VerificationScreen(user.window)
    number.submit(user.subscriber_number)
    if number.opens(verification):
        answer(user, user.trust())


@when("l'usager efface l'écran")
def clears(user: User) -> None:
    user.shown().press("effacer")


@then("le numéro n'ouvre pas l'option")
def number_opens_nothing(user: User) -> None:
    """Refused at once; a site that shows invented questions, so as to tell nothing of a number, is right too.

    A space that has no certificate has one question: its answer, given to all three, is not the way in either.
    """
    first, second, third = NumberScreen(user.window), VerificationScreen(user.window), NewIdentifiersScreen(user.window)
    if first.opens(second):
        second.submit([user.answer] * len(second.answers))
        second.await_kept_from(third)
        second.submit(user.trust())
    second.await_kept_from(third)


@then("l'écran pose les trois questions de l'espace, dans leur ordre")
def asks_the_three(user: User) -> None:
    screen = VerificationScreen(user.window).await_shown()
    holds(screen.asks(user.questions()), "Les questions posées", expected=" ; ".join(user.questions()),
          seen=user.window.overview())  # fmt: skip


@then("l'écran rappelle le numéro d'abonné donné")
def recalls_the_number(user: User) -> None:
    screen = VerificationScreen(user.window).await_shown()
    require_recall(screen, "numero", "Le numéro rappelé", user.subscriber_number)


@then("les réponses sont refusées")
def answers_are_refused(user: User) -> None:
    VerificationScreen(user.window).await_kept_from(NewIdentifiersScreen(user.window))


@then("plus aucune des trois réponses n'est affichée")
def answers_are_cleared(user: User) -> None:
    screen = VerificationScreen(user.window).await_shown()
    user.window.until(lambda: not any(screen.given()))
    holds(not any(screen.given()), "Les trois réponses", expected="vides", seen="l'une d'elles est encore remplie")


@then("le numéro n'est plus affiché")
def number_is_cleared(user: User) -> None:
    screen = NumberScreen(user.window).await_shown()
    user.window.until(lambda: not screen.holds("numero"))
    same("Le numéro affiché", expected="", seen=screen.holds("numero"))


@then("les deux refus n'en disent pas plus l'un que l'autre")
def refusals_are_alike(refusals: list[str]) -> None:
    first, second = refusals
    holds(bool(first), "Le premier refus", expected="une erreur signalée", seen="aucune")
    same("Le second refus", expected=first, seen=second)
