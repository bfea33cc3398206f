"""A password that ages: the alert met at log in, what the home of the space says of it (PER §1, §2)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from pytest_bdd import given, parsers, then, when

from steps.checks import contains, holds, same
from steps.dates import PARIS, chosen_for, day_of, last_day_of_three_years, same_day, short_date, written
from steps.people import PHONE, SERVICES, TIME_ZONES
from steps.screens.credentials import CHANGE, CredentialsScreen
from steps.screens.space import TODAY, AlertScreen, SpaceScreen
from steps.user import Enrol, User
from steps.variants import Variants
from targets.faults import Unmet
from targets.levers import Clock

DAY = r"\d\d/\d\d/\d{4}"
SHORT = "Kp7vTz3mQx9w"
WHO: dict[str, dict[str, Any]] = {
    "": {},
    "dont l'espace contient des services, et ": {"services": SERVICES},
    "dont le navigateur est celui d'un téléphone, et ": PHONE,
}
FIRST_DAYS = {59: "moins_de_60_jours", 60: "dans_les_60_jours", 61: "deux_mois", 62: "deux_mois"}
COUNTS = {0: "echeance", 1: "lendemain", -1: "veille"}
DELAYS = {"un jour": timedelta(days=1), "cinq ans": timedelta(days=1826)}
LINK = "« Modifier le mot de passe »"


@dataclass(frozen=True)
class Arrival:
    """One log in up to the home of the space. ``alert`` is the date that the alert gave; empty without an alert."""

    space: SpaceScreen
    alert: str


def arrive(user: User, password: str) -> Arrival:
    """Log in, read the alert if there is one and acknowledge it; the home of the space is then shown."""
    space, alert = user.log_in(password), AlertScreen(user.window)
    told = alert.expiry() if space.leads_to(alert) else ""
    if told:
        alert.press("ok")
    return Arrival(space.await_shown(), told)


# -- time -------------------------------------------------------------------------------------------------------------


def at(day: date, hour: time = time(10)) -> datetime:
    """The instant of ``day`` at ``hour`` in Paris."""
    return datetime.combine(day, hour, PARIS)


def last_day_from(clock: Clock) -> date:
    """The last day of a password chosen at the site's present instant."""
    return last_day_of_three_years(clock.now().astimezone(PARIS).date())


@given(parsers.re(f"un usager dont le mot de passe expire le (?P<day>{DAY})"), target_fixture="user")
def a_user_until(enrol: Enrol, clock: Clock, day: str) -> User:
    clock.set(at(chosen_for(short_date(day))))
    return enrol()


@given(
    parsers.re(f"un usager dont le mot de passe expire le (?P<day>{DAY}), et le navigateur à l'heure de (?P<place>.+)"),
    target_fixture="user",
)
def a_user_until_abroad(enrol: Enrol, clock: Clock, day: str, place: str) -> User:
    clock.set(at(chosen_for(short_date(day))))
    return enrol(timezone_id=TIME_ZONES[place])


@given("un usager dont le mot de passe, choisi autrefois, compte 12 caractères", target_fixture="user")
def a_user_of_old(enrol: Enrol) -> User:
    return enrol(password=SHORT)


def enrol_today(enrol: Enrol, clock: Clock, who: str) -> User:
    """A user whose password is known to have been chosen on the site's present day, even at a target that lends one."""
    clock.set(clock.now() + timedelta(seconds=1))
    return enrol(**WHO[who])


@given(
    parsers.re(rf"un usager (?P<who>{'|'.join(WHO)})dont le mot de passe expire dans (?P<days>\d+) jours"),
    target_fixture="user",
)
def a_user_soon_out(enrol: Enrol, clock: Clock, who: str, days: str) -> User:
    user = enrol_today(enrol, clock, who)
    clock.set(at(last_day_from(clock) - timedelta(days=int(days))))
    return user


@given("les jours passent jusqu'à la veille de l'échéance")
def days_go_by(clock: Clock) -> None:
    """From 61 days before the last day: 60 days before it, 15 and 1."""
    start = clock.now()
    for days in (1, 46, 60):
        clock.set(start + timedelta(days=days))


# -- what is done -----------------------------------------------------------------------------------------------------


@given("l'usager est entré dans son espace")
def is_inside(user: User) -> None:
    user.enter(user.original)


@given("l'usager s'est connecté jusqu'à la fenêtre d'alerte")
def is_at_the_alert(user: User) -> None:
    user.log_in(user.original)
    AlertScreen(user.window).await_shown()


@given(f"l'usager a changé de mot de passe par {LINK}")
def has_changed_by_the_link(user: User) -> None:
    asks_by(user, LINK)
    CredentialsScreen(user.window).await_shown().advance(user)
    user.confirmed().await_shown()


@when("l'usager entre dans son espace", target_fixture="arrival")
def enters(user: User) -> Arrival:
    return arrive(user, user.original)


@when("l'usager entre dans son espace, d'un autre appareil", target_fixture="arrival")
def enters_elsewhere(user: User) -> Arrival:
    return arrive(user.elsewhere(), user.original)


@when("l'usager entre dans son espace, d'un autre appareil, avec son nouveau mot de passe", target_fixture="arrival")
def enters_anew(user: User) -> Arrival:
    return arrive(user.elsewhere(), user.chosen)


@when(
    parsers.re(f"l'usager entre chaque jour dans son espace, de 62 à 59 jours avant le (?P<last>{DAY})"),
    target_fixture="alerted",
)
def enters_every_day(user: User, clock: Clock, last: str) -> dict[int, bool]:
    alerted = {}
    for days in sorted(FIRST_DAYS, reverse=True):
        clock.set(at(short_date(last) - timedelta(days=days)))
        alerted[days] = bool(arrive(user.elsewhere(), user.original).alert)
    return alerted


@when("l'usager valide la fenêtre d'alerte")
def acknowledges(user: User) -> None:
    AlertScreen(user.window).press("ok")


@when(parsers.re(f"l'usager demande à changer de mot de passe par (?P<way>{LINK}|« Gérer les services »)"))
def asks_by(user: User, way: str) -> None:
    user.window.procedure = CHANGE.name
    if way == LINK:
        SpaceScreen(user.window).press("modifier_mot_de_passe")
    else:
        user.credentials()


@when("l'usager quitte son espace et demande de nouveau l'espace professionnel")
def leaves(user: User) -> None:
    SpaceScreen(user.window).press("quitter")
    user.authentication()


# -- the alert --------------------------------------------------------------------------------------------------------


@then("la fenêtre d'alerte s'est affichée")
def alert_was_shown(arrival: Arrival) -> None:
    holds(bool(arrival.alert), "La connexion", expected="une fenêtre d'alerte", seen="aucune alerte")


@then("la fenêtre d'alerte ne s'est pas affichée")
def alert_was_not_shown(arrival: Arrival) -> None:
    same("L'échéance annoncée par une fenêtre d'alerte", expected="", seen=arrival.alert)


@then(parsers.parse("la fenêtre d'alerte s'est affichée avec la date du {day}"))
def alert_told(arrival: Arrival, day: str) -> None:
    holds(same_day(day, arrival.alert), "L'échéance de la fenêtre d'alerte", expected=day, seen=arrival.alert or "rien")


@then(parsers.parse("la fenêtre d'alerte annonce une expiration le {day}"))
def alert_tells(user: User, day: str) -> None:
    seen = AlertScreen(user.window).await_shown().expiry()
    holds(same_day(day, seen), "L'échéance de la fenêtre d'alerte", expected=day, seen=seen)


@then(parsers.parse("la fenêtre d'alerte écrit la date « {day} »"))
def alert_writes(user: User, day: str) -> None:
    same("La date de la fenêtre d'alerte", expected=day, seen=AlertScreen(user.window).await_shown().expiry())


@then(parsers.parse("la fenêtre d'alerte dit à l'heure de quel lieu : « {zone} »"))
def alert_tells_the_zone(user: User, zone: str) -> None:
    contains("La fenêtre d'alerte", AlertScreen(user.window).await_shown().zone(), zone)


@then("la fenêtre d'alerte ne s'affiche pas sur son espace")
def no_alert_over_the_space(user: User) -> None:
    SpaceScreen(user.window).await_shown()
    same("La date d'une fenêtre d'alerte", expected="", seen=AlertScreen(user.window).expiry())


@then("l'alerte a commencé le jour que le site a déclaré")
def alert_began(alerted: dict[int, bool], variants: Variants) -> None:
    days = [day for day, shown in alerted.items() if shown]
    if not days or days != list(range(days[0], 58, -1)):
        raise Unmet("Les jours où l'alerte est donnée ne se suivent pas jusqu'à 59 jours de l'échéance.",
                    expected="à partir d'un jour, tous les suivants", seen=str(days))  # fmt: skip
    variants.follow("C09", FIRST_DAYS[days[0]], f"l'alerte commence à {days[0]} jours de l'échéance")


# -- the home ---------------------------------------------------------------------------------------------------------


@then(f"son espace propose {LINK}")
def offers_the_link(user: User) -> None:
    SpaceScreen(user.window).await_shown().command("modifier_mot_de_passe")


@then("son espace ne montre rien de l'alerte")
def nothing_of_the_alert(arrival: Arrival) -> None:
    said = arrival.space.countdown() or "le lien ou le message de l'alerte"
    holds(not arrival.space.warns(), "L'accueil de l'espace", expected="rien sur l'échéance que sa date", seen=said)


@then("son espace affiche une expiration à la veille du même jour, trois ans plus tard")
def expiry_anew(arrival: Arrival, today: date) -> None:
    arrival.space.require_expiry(written(last_day_of_three_years(today)))


@then("son espace compte les jours comme le site l'a déclaré")
def counts_as_declared(arrival: Arrival, today: date, variants: Variants) -> None:
    space = arrival.space
    space.window.until(lambda: space.days_left() is not None)
    shown, left = space.days_left(), (day_of(space.expiry()) - today).days
    reading = COUNTS.get(shown - left) if shown is not None else None
    if reading is None:
        raise Unmet("Le décompte ne s'accorde pas avec la date d'expiration affichée.",
                    expected=f"« dans {left} jours », à un jour près", seen=space.countdown() or "aucun")  # fmt: skip
    variants.follow("C10.decompte", reading, f"à {left} jours de l'échéance affichée, l'espace en compte {shown}")


@then("le décompte s'écrit comme il faut, au singulier, au pluriel ou au dernier jour")
def countdown_is_french(arrival: Arrival) -> None:
    told = arrival.space.countdown()
    right = re.fullmatch(rf"dans (?:[01] jour|(?!1 )[1-9]\d* jours)|.*(?:{TODAY}).*", told) is not None
    holds(right, "Le décompte", expected="« dans 1 jour », « dans 2 jours » ou « aujourd'hui »", seen=told or "aucun")


@then("l'écran rappelle le numéro d'abonné de l'usager")
def number_is_recalled(user: User) -> None:
    contains("L'écran", user.window.text(), user.subscriber_number)
