"""The last screen of an activation: the space exists; its number, its date, its name (EP2-3-9 to EP2-3-12)."""

import re
from datetime import date

from pytest_bdd import given, parsers, then

from steps.checks import arranging, holds, plain, same
from steps.dates import same_day, written
from steps.screens.activation import ActivatedScreen
from steps.screens.space import SpaceScreen
from steps.user import User


@given("l'usager a relevé son numéro d'abonné")
def has_read_the_number(user: User) -> None:
    user.read_number()


@then("l'écran donne un numéro d'abonné de 14 chiffres")
def number_of_14_figures(user: User) -> None:
    ActivatedScreen(user.window).await_shown()
    number = user.read_number()
    holds(re.fullmatch(r"\d{14}", number) is not None, "Le numéro d'abonné", expected="14 chiffres", seen=number)


@then("le numéro affiché est celui de l'espace")
def number_is_that_of_the_space(user: User) -> None:
    ActivatedScreen(user.window).await_shown()
    user.read_number()
    with arranging("L'usager se connecte d'un autre appareil"):
        space = user.elsewhere().log_in(user.original).await_shown()
    space_has_the_number(user, space)


@then("les deux numéros d'abonné diffèrent")
def numbers_differ(user: User, other: User) -> None:
    mine, theirs = user.read_number(), other.read_number()
    holds(bool(mine) and mine != theirs, "Le numéro d'abonné", expected="un autre que celui du premier", seen=mine)


@then("l'écran date l'inscription d'aujourd'hui")
def registered_today(user: User, today: date) -> None:
    registered_on(user, written(today))


@then(parsers.parse("l'écran date l'inscription du {day}"))
def registered_on(user: User, day: str) -> None:
    seen = ActivatedScreen(user.window).await_shown().registered_on()
    holds(any(same_day(day, each) for each in seen), "La date de l'inscription",
          expected=day, seen=" ; ".join(seen) or plain(user.window.text()))  # fmt: skip


@then("son espace porte le numéro donné à l'activation")
def space_has_the_number(user: User, space: SpaceScreen) -> None:
    """No statement of the sheet has the space show its number: where it does not, nothing can be concluded."""
    given = user.subscriber_number
    holds(bool(given), "Le numéro d'abonné donné à l'activation", expected="14 chiffres", seen="aucun")
    with arranging("Le numéro se lit dans l'espace"):
        space.window.until(lambda: bool(space.subscriber_number()))
        holds(bool(space.subscriber_number()), "Le numéro dans l'espace", expected=given, seen="aucun")
    same("Le numéro de l'espace", expected=given, seen=space.subscriber_number())
