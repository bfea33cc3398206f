"""Who plays: users with a space in a given state, seen from their own browser."""

from collections.abc import Mapping
from typing import Any

from pytest_bdd import given, parsers

from steps.dates import paris
from steps.user import Enrol, User
from targets.levers import Clock

STATES = {"actif": "active", "pré-inscrit": "pre_registered", "à certificat": "certificate"}
SERVICES = (
    {"company": "SARL MARTIN DISTRIBUTION", "siren": "000299001", "name": "TVA"},
    {"company": "SARL MARTIN DISTRIBUTION", "siren": "000299001", "name": "CFE"},
    {"company": "ATELIER DES TILLEULS", "siren": "000299002", "name": "TVA"},
)
TIME_ZONES = {"la Nouvelle-Zélande": "Pacific/Auckland", "la Martinique": "America/Martinique"}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DEVICES: dict[str, dict[str, Any]] = {
    "un ordinateur": {"viewport": {"width": 1280, "height": 800}, "has_touch": False, "is_mobile": False},
    "un téléphone": PHONE,
    "une tablette": {"viewport": {"width": 820, "height": 1180}, "has_touch": True},
}


def of_one_company(names: str) -> tuple[Mapping[str, str], ...]:
    """The services called ``names``, of the first company."""
    return tuple({**SERVICES[0], "name": name} for name in names.split(", "))


@given(
    parsers.re(r"un usager dont l'espace est (?P<state>actif|pré-inscrit|à certificat)"),
    target_fixture="user",
)
def a_user(enrol: Enrol, state: str) -> User:
    return enrol(STATES[state])


@given("un usager sans espace", target_fixture="user")
def a_user_without_space(enrol: Enrol) -> User:
    return enrol("absent")


@given("un usager sans espace, dont le navigateur est celui d'un téléphone", target_fixture="user")
def a_user_without_space_on_a_phone(enrol: Enrol) -> User:
    return enrol("absent", **PHONE)


@given(
    parsers.re(r"un autre usager dont l'espace est (?P<state>actif|pré-inscrit|à certificat)"),
    target_fixture="other",
)
def another_user(enrol: Enrol, state: str) -> User:
    return enrol(STATES[state])


@given(parsers.parse("un usager dont l'espace est actif depuis le {day}"), target_fixture="user")
def a_user_since(enrol: Enrol, clock: Clock, day: str) -> User:
    clock.set(paris(day))
    return enrol()


@given("un usager dont l'espace contient des services", target_fixture="user")
def a_user_with_services(enrol: Enrol) -> User:
    return enrol(services=SERVICES)


@given(parsers.parse("un usager dont la réponse de confiance est « {answer} »"), target_fixture="user")
def a_user_whose_answer(enrol: Enrol, answer: str) -> User:
    return enrol(answer=answer)


@given(parsers.parse("un usager dont le navigateur est à l'heure de {place}"), target_fixture="user")
def a_user_abroad(enrol: Enrol, place: str) -> User:
    return enrol(timezone_id=TIME_ZONES[place])


@given("un usager dont le navigateur est celui d'un téléphone", target_fixture="user")
def a_user_on_a_phone(enrol: Enrol) -> User:
    return enrol(**PHONE)


@given("un usager connecté à son espace", target_fixture="user")
def a_user_inside(enrol: Enrol) -> User:
    user = enrol()
    user.log_in(user.original).await_shown()
    return user


@given("l'usager est connecté à son espace")
def the_user_is_inside(user: User) -> None:
    user.log_in(user.original).await_shown()


@given("un usager qui a déjà changé une fois de mot de passe par la procédure", target_fixture="user")
def a_user_who_changed(enrol: Enrol) -> User:
    user = enrol()
    user.change_password()
    return user


@given("l'usager a choisi un nouveau mot de passe par la procédure")
def the_user_has_changed(user: User) -> None:
    user.change_password()
