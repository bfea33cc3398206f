"""The end of a creation: what « Valider » sets going, what the screen says of it, and asking once more for a code."""

import re

from pytest_bdd import given, parsers, then, when

from steps.checks import contains, holds, missing, plain, same
from steps.dates import short_date, written
from steps.screens.activation import ACTIVATION
from steps.screens.creation import CREATION, FormScreen, RegisteredScreen, SummaryScreen, details_of
from steps.screens.trail import Trail
from steps.screens.window import Window
from steps.user import PROCEDURES, Enrol, User, last_screen
from targets.mail import Mailbox

SENT_AGAIN = re.compile(r"renvo(?:yer|i)|nouve(?:l|au) (?:envoi|code)|autre code", re.IGNORECASE)
"""What a button that mails a code again would be called (G07)."""


# -- until the code is mailed ---------------------------------------------------------------------------------------


@given("un usager pré-inscrit", target_fixture="user")
def a_registered_user(enrol: Enrol) -> User:
    user = enrol("absent")
    user.register()
    user.code()
    return user


@given("un autre usager pré-inscrit", target_fixture="other")
def another_registered_user(enrol: Enrol) -> User:
    return a_registered_user(enrol)


@given("un usager qui vient d'activer son espace", target_fixture="user")
def an_activated_user(enrol: Enrol) -> User:
    user = a_registered_user(enrol)
    user.activate()
    return user


@given("l'usager a activé son espace")
def has_activated(user: User) -> None:
    user.activate()


@when("l'usager valide son inscription d'un double clic")
def validates_twice(user: User) -> None:
    SummaryScreen(user.window).press("valider", twice=True)
    RegisteredScreen(user.window).await_shown()


@when("l'usager revient en arrière et valide encore son inscription")
def goes_back_and_validates(user: User) -> None:
    user.window.back()
    summary = SummaryScreen(user.window)
    if RegisteredScreen(user.window).opens(summary):
        summary.press("valider")
        user.window.settle()


@when(
    parsers.re("l'usager suit (?P<asked>la création|l'option) puis l'activation, page après page"),
    target_fixture="trail",
)
def walks_the_whole_way(user: User, asked: str) -> Trail:
    trail = Trail(user.window)
    for procedure in (PROCEDURES[asked], ACTIVATION):
        trail.follow(user, procedure, user.begin(procedure))
    return trail


@given("l'usager a demandé un nouveau code avec la même adresse")
@when("l'usager demande un nouveau code avec la même adresse", target_fixture="again")
def asks_again(user: User) -> User:
    return user.repeat(CREATION)


# -- what the screen says ---------------------------------------------------------------------------------------------


@then("l'écran nomme l'usager")
def names_the_user(user: User) -> None:
    names = (user.person.first_name, user.person.last_name)
    user.window.settle()
    user.window.until(lambda: not missing(user.window.text(), names))
    contains("L'écran", user.window.text(), *names)


@then("il rappelle l'adresse où le code est envoyé")
def shows_the_email(user: User) -> None:
    last_screen(user.window).await_shown()
    user.window.until(lambda: not missing(user.window.text(), [user.email]))
    contains("L'écran", user.window.text(), user.email)


@then("l'écran invite à vérifier cette adresse, entre parenthèses")
def asks_to_check_the_email(user: User) -> None:
    contains("L'écran", user.window.text(), f"vérifiez que l'adresse que vous avez saisie ({user.email}) est correcte")


@then("l'écran annonce un délai de 48 heures")
def tells_the_delay(window: Window) -> None:
    last_screen(window).await_shown()
    window.until(lambda: bool(_delay(window)))
    holds(bool(_delay(window)), "Le délai annoncé à l'écran", expected="48 h", seen=plain(window.text()))


def _delay(window: Window) -> re.Match[str] | None:
    return re.search(r"\b48 ?h(?:eures)?\b", plain(window.text()), re.IGNORECASE)


@then("l'écran n'offre pas de renvoyer le code")
def no_second_sending(window: Window) -> None:
    last_screen(window).await_shown()
    offered = [label for label in window.commands() if SENT_AGAIN.search(label)]
    same("Les commandes qui renverraient le code", expected=[], seen=offered)


@then("aucune page ne montrait le code avant qu'il soit saisi")
def code_was_nowhere(user: User, trail: Trail) -> None:
    before = trail.sights[: 1 - len(ACTIVATION.screens)]  # the last one is where the code is typed
    found = [sight.name for sight in before if sight.holds(user.code())]
    same("Les écrans qui montrent le code avant sa saisie", expected=[], seen=found)


@then("l'adresse d'aucune page ne contenait le code")
def code_was_in_no_address(user: User, trail: Trail) -> None:
    holds(not any(user.code() in address for address in trail.addresses), "Les adresses des pages",
          expected="aucune ne contient le code", seen="l'une d'elles le contient")  # fmt: skip


@then("aucune page ni aucun courriel ne donnait son numéro d'abonné avant la dernière page")
def number_was_nowhere(user: User, trail: Trail, mailbox: Mailbox) -> None:
    number = user.read_number()
    found = [sight.name for sight in trail.sights[:-1] if sight.holds(number)]
    found += [letter.subject for letter in mailbox.letters(user.email) if number in letter.text + letter.html]
    same("Ce qui donne le numéro d'abonné trop tôt", expected=[], seen=found)


# -- a second request -------------------------------------------------------------------------------------------------


@then("la nouvelle demande est refusée")
def second_request_is_refused(again: User) -> None:
    last = last_screen(again.window)
    again.playing.before(last).await_kept_from(last)


@then("la nouvelle demande est acceptée")
def second_request_is_accepted(again: User) -> None:
    last_screen(again.window).await_shown()


@then("l'usager a reçu deux codes différents")
def another_code_comes(user: User) -> None:
    first, second = user.codes(2)[:2]
    holds(first != second, "Le second code", expected="un autre code", seen="le même code")


@then(parsers.parse("le refus annonce l'échéance du {day} à {hour}"))
def refusal_tells_the_deadline(again: User, day: str, hour: str) -> None:
    text = plain(again.window.text())
    told = [date for date in (day, written(short_date(day))) if date in text]
    hours, minutes = hour.split(":")
    clock = re.search(rf"\b{hours} ?(?:h|:|heures) ?(?:{minutes})?", text)
    holds(bool(told and clock), "L'échéance annoncée", expected=f"le {day} à {hour}", seen=again.window.alert() or text)


@then("le formulaire ne garde rien de la demande précédente")
def form_is_new(user: User) -> None:
    form, typed = FormScreen(user.window).await_shown(), details_of(user.person, user.answer)
    # « Pays » and « Nature de la voie » may be lists, which stand on a choice of their own.
    asked = [name for name in (*form.mandatory, *form.optional) if name not in {"pays", "nature"} and typed[name]]
    kept = [name for name in asked if form.holds(name) == typed[name]]
    same("Les champs déjà remplis", expected=[], seen=kept)
