"""« Mot de passe expiré »: when the log in leads there, the old password, what the renewal asks for (PER §3)."""

import re
from datetime import date, timedelta

from pytest_bdd import given, parsers, then, when

from steps.checks import arranging, bare, holds, plain, same
from steps.dates import written
from steps.expiry import DELAYS, WHO, at, enrol_today, last_day_from
from steps.screens.expired import EXPIRED, ExpiredDoneScreen, ExpiredEmailScreen, ExpiredPasswordScreen
from steps.screens.procedure import ProcedureScreen
from steps.screens.public import AuthenticationScreen
from steps.screens.space import AlertScreen, SpaceScreen
from steps.user import Enrol, User
from steps.variants import Variants
from steps.words import password_of
from targets.levers import Clock

LONG_AFTER = timedelta(days=30)
"""After the last day, however it is counted (C04, C10)."""


@given(parsers.re(rf"un usager (?P<who>{'|'.join(WHO)})dont le mot de passe a expiré"), target_fixture="user")
def a_user_out(enrol: Enrol, clock: Clock, who: str) -> User:
    user = enrol_today(enrol, clock, who)
    clock.set(at(last_day_from(clock) + LONG_AFTER))
    return user


@given(parsers.parse("un usager dont le mot de passe a expiré depuis {delay}"), target_fixture="user")
def a_user_out_since(enrol: Enrol, clock: Clock, delay: str) -> User:
    user = enrol_today(enrol, clock, "")
    clock.set(at(last_day_from(clock) + DELAYS[delay]))
    return user


def address_of_the_renewal(user: User) -> str:
    """Where « Mot de passe expiré » stands at this target, seen from another device of ``user``."""
    with arranging("L'usager va à « Mot de passe expiré » d'un autre appareil"):
        return user.elsewhere().expired().page.url


@when("l'usager renouvelle son mot de passe expiré")
def renews(user: User) -> None:
    user.reach(EXPIRED, ExpiredDoneScreen.name)


@when("l'usager ouvre directement « Mot de passe expiré » et y renouvelle son mot de passe")
def renews_directly(user: User) -> None:
    address = address_of_the_renewal(user)
    user.window.procedure = EXPIRED.name
    user.window.go(address)
    user.go_on(ExpiredEmailScreen(user.window).await_shown(), ExpiredDoneScreen.name)


@when("l'autre usager tente de renouveler son mot de passe par « Mot de passe expiré »")
def other_tries_to_renew(user: User, other: User) -> None:
    other.window.go(address_of_the_renewal(user))
    first = ExpiredEmailScreen(other.window).await_shown()
    following = first.submit(other.email)
    if first.opens(following):
        following.submit(other.original, other.renewed())


@when("l'usager donne l'adresse de l'autre usager puis renouvelle avec son propre mot de passe")
def gives_the_email_of_another(user: User, other: User) -> None:
    first = ExpiredEmailScreen(user.window)
    following = first.submit(other.email)
    if first.opens(following):
        following.submit(user.original, user.renewed())


@when("l'usager ne donne pas d'adresse au renouvellement et recopie l'image")
def gives_no_email(user: User) -> None:
    ExpiredEmailScreen(user.window).submit("")


@when(parsers.parse("l'usager donne pour ancien mot de passe : {which}"))
def gives_as_old(user: User, which: str) -> None:
    other = user.new_password() if which == "un autre mot de passe" else None
    ExpiredPasswordScreen(user.window).submit(other or password_of(which, user, None), user.renewed())


@when("l'usager donne pour ancien mot de passe celui de l'autre usager")
def gives_that_of_another(user: User, other: User) -> None:
    ExpiredPasswordScreen(user.window).submit(other.original, user.renewed())


@when("l'usager tape puis valide un mot de passe fait de son seul nom", target_fixture="level")
def chooses_their_name(user: User) -> str:
    # Of a name in several words the longest: that a site knows them run together is more than the sheets promise.
    name = max(re.split("[^a-z]+", bare(user.person.last_name)), key=len)
    password = name * (1 + 20 // len(name))
    user.keep_secret("nouveau mot de passe", password)
    screen = user.choosing()
    screen.field(screen.entries[0]).press_sequentially(password)
    level = screen.await_final_level()
    user.choose(password)
    return level


@when(parsers.parse("l'usager colle un mot de passe de {length:d} caractères, attend son niveau et le valide"))
def pastes(user: User, length: int) -> None:
    screen, password = user.choosing(), user.new_password(length)
    screen.field(screen.entries[0]).fill(password)
    screen.await_final_level()
    user.choose(password)


@then("l'adresse est préremplie ou non, selon le choix déclaré du site")
def email_as_declared(user: User, variants: Variants) -> None:
    held = ExpiredEmailScreen(user.window).field("adresse").input_value().casefold()
    holds(held in ("", user.email.casefold()), "L'adresse déjà saisie", expected="aucune, ou celle de l'usager",
          seen="une autre")  # fmt: skip
    variants.follow("C23", "preremplie" if held else "vide", f"l'adresse est {'reprise' if held else 'à ressaisir'}")


@then("l'écran ne demande pas la réponse de confiance")
def no_answer_asked(reached: ProcedureScreen) -> None:
    reached.await_shown()
    asked = reached.page.get_by_label(re.compile("réponse|question de confiance", re.IGNORECASE)).filter(visible=True)
    same("Le nombre de champs pour la réponse de confiance", expected=0, seen=asked.count())


@then("l'écran demande trois mots de passe, tous masqués")
def three_masked(user: User) -> None:
    screen = ExpiredPasswordScreen(user.window)
    seen = [screen.field(name).get_attribute("type") for name in screen.mandatory]
    same("Le type des trois champs", expected=["password"] * 3, seen=seen)


@then("le mot de passe est refusé à l'autre usager")
def refused_to_the_other(other: User) -> None:
    ExpiredPasswordScreen(other.window).await_kept_from(ExpiredDoneScreen(other.window))


@then("le niveau affiché était « Faible »")
def level_was_weak(level: str) -> None:
    same("Le niveau affiché pendant la saisie", expected="Faible", seen=level)


@then("l'écran dit le mot de passe trop faible, ou non autorisé")
def says_too_weak(user: User) -> None:
    told = re.compile("trop faible|non autorisé", re.IGNORECASE)
    user.window.settle()
    shown = user.window.until(lambda: told.search(plain(user.window.text())) is not None)
    holds(shown, "L'écran", expected="« trop faible » ou « non autorisé »", seen=user.window.alert() or "rien de tel")


@then("le site l'accepte ou le refuse, sans se mettre en défaut")
def answers_anyhow(user: User) -> None:
    screen = user.choosing()
    screen.leads_to(user.playing.after(screen))


# -- where the log in leads ------------------------------------------------------------------------------------------


def renewal_opens(user: User) -> bool:
    """Whether the log in has led to « Mot de passe expiré » rather than to the space; raises Absent for neither."""
    user.window.procedure = EXPIRED.name
    user.window.settle()
    screens = [screen(user.window) for screen in EXPIRED.screens]
    inside = (SpaceScreen(user.window), AlertScreen(user.window))
    user.window.until(lambda: any(screen.is_shown() for screen in (*screens, *inside)))
    return not any(screen.is_shown() for screen in inside) and EXPIRED.shown(user.window).is_shown()


@then("« Mot de passe expiré » s'affiche")
def renewal_is_shown(user: User) -> None:
    opens = renewal_opens(user)
    holds(opens, "La connexion", expected="« Mot de passe expiré »", seen="l'espace s'est ouvert")


@then("le dernier jour compte ou ne compte pas, selon le choix déclaré du site")
def last_day_as_declared(user: User, variants: Variants, today: date) -> None:
    opens = renewal_opens(user)
    how = f"le {written(today)}, la connexion mène à {'« Mot de passe expiré »' if opens else 'son espace'}"
    variants.follow("C10.dernier_jour", "exclu" if opens else "inclus", how)


@then("l'accueil de l'espace reste fermé")
def home_stays_closed(enrol: Enrol, user: User) -> None:
    with arranging("Un autre usager entre dans son espace"):
        other = enrol()
        address = other.enter(other.original).page.url
    user.window.go(address)
    AuthenticationScreen(user.window).await_kept_from(SpaceScreen(user.window))


@then(parsers.re("son mot de passe mène (?:encore )?au renouvellement"))
def password_still_expired(user: User) -> None:
    user.elsewhere().expired()


@then("l'ancien mot de passe est refusé d'un autre appareil")
def old_password_refused_elsewhere(user: User) -> None:
    elsewhere = user.elsewhere()
    elsewhere.log_in(user.original)
    AuthenticationScreen(elsewhere.window).await_kept_from(SpaceScreen(elsewhere.window))
    shown = [screen.name for screen in EXPIRED.screens if screen(elsewhere.window).is_shown()]
    same("Les écrans de « Mot de passe expiré » ouverts par l'ancien mot de passe", expected=[], seen=shown)
