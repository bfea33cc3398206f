"""« Activez votre espace / vos services »: who activates what, with which code and e-mail, and what comes of it."""

from collections.abc import Callable, Mapping

import pytest
from pytest_bdd import given, parsers, then, when

from steps.checks import holds, same
from steps.pictures import all_wrong
from steps.screens.activation import ACTIVATION, ActivatedScreen, ActivationEmailScreen, CodeScreen
from steps.screens.public import AuthenticationScreen
from steps.screens.space import SpaceScreen
from steps.user import WAYS, Enrol, User, last_screen
from steps.words import email_of
from targets.faults import Fault, Unarranged

INVENTED = "QzRtKmpwVxLd"
CHANGES: Mapping[str, Callable[[str], str]] = {
    "le code reçu": lambda code: code,
    "le code reçu sans son dernier caractère": lambda code: code[:-1],
    "le code reçu précédé d'un caractère": lambda code: "x" + code,
    "le code reçu, majuscules et minuscules inversées": str.swapcase,
    "le code reçu suivi d'un espace": lambda code: code + " ",
    "le code reçu entouré d'espaces": lambda code: f" {code} ",
}
"""How the features name a code near the one that was mailed. The one too long is wrong even if its end is cut off."""


def code_of(phrase: str, user: User) -> str:
    """The code that ``phrase`` stands for, kept out of all that is written down."""
    known = {"un code inventé": INVENTED, "son mot de passe": user.original}
    if phrase not in known and phrase not in CHANGES:
        raise Fault(f"« {phrase} » ne désigne pas de code : " + " ; ".join((*known, *CHANGES)))
    code = CHANGES[phrase](user.code()) if phrase in CHANGES else known[phrase]
    if "inversées" in phrase and code == user.code():
        raise Unarranged("Le code reçu n'a pas de lettres : majuscules et minuscules ne s'y distinguent pas.")
    user.keep_secret("code saisi", code)
    return code


def at_code_screen(user: User) -> CodeScreen:
    """Open the activation; returns its first screen, shown."""
    user.begin(ACTIVATION)
    return CodeScreen(user.window)


def attempt(user: User, code: str, email: str) -> None:
    """Give ``code`` and, if the first screen takes it, ``email``: a wrong code may be refused at either (G38)."""
    first = at_code_screen(user)
    second = first.submit(code)
    if first.opens(second):
        second.submit(email)


# -- what is done -----------------------------------------------------------------------------------------------------


@given("un usager sans espace à l'écran du code", target_fixture="user")
def a_user_at_the_code(enrol: Enrol) -> User:
    user = enrol("absent")
    user.begin(ACTIVATION)
    return user


@given("l'usager a donné son code")
def gave_the_code(user: User) -> None:
    user.reach(ACTIVATION, "Identifiants")


@when("l'usager donne son adresse")
def gives_the_email(user: User) -> None:
    ActivationEmailScreen(user.window).submit(user.email)


@given(parsers.parse("l'usager a donné {count:d} mauvaises adresses pour son code"))
def gave_wrong_emails(user: User, count: int) -> None:
    user.reach(ACTIVATION, "Identifiants")
    first, second = CodeScreen(user.window), ActivationEmailScreen(user.window)
    for _ in range(count):
        second.submit("inconnue." + user.email)
        if not first.opens(second):
            return


@when("il demande à activer son espace")
def asks_to_activate(authentication: AuthenticationScreen) -> None:
    authentication.window.procedure = ACTIVATION.name
    authentication.press(WAYS[ACTIVATION])


@given("l'usager a donné un code inventé, puis son code avec une image mal recopiée")
def gave_a_wrong_code_then_image(user: User) -> None:
    attempt(user, INVENTED, user.email)
    screen = at_code_screen(user)
    screen.submit(user.code(), all_wrong(screen.captcha_answer()))
    screen.await_still_shown()


@when("l'usager active son espace")
def activates_their_space(user: User) -> None:
    attempt(user, user.code(), user.email)


@when("l'autre usager active son espace à son tour")
def another_activates(other: User) -> None:
    attempt(other, other.code(), other.email)


@when("l'usager active son espace par le lien de l'écran d'enregistrement")
def activates_by_the_link(user: User) -> None:
    last_screen(user.window).press("activer")
    user.window.procedure = ACTIVATION.name
    CodeScreen(user.window).await_shown().submit(user.code()).await_shown().submit(user.email)


@when("l'usager active son espace plus tard, d'un autre appareil, par l'accueil du site", target_fixture="user")
def activates_later(user: User) -> User:
    elsewhere = user.elsewhere()
    attempt(elsewhere, user.code(), user.email)
    return elsewhere


@when("l'usager active son espace d'un double clic")
def activates_with_a_double_click(user: User) -> None:
    second = at_code_screen(user).submit(user.code()).await_shown()
    second.fill("adresse", user.email)
    second.press("continuer", twice=True)


@when("l'usager refait toute la demande et active son espace avec le nouveau code")
def starts_all_over(user: User) -> None:
    user.register()
    attempt(user, user.codes(2)[1], user.email)


@when("l'usager refait toute la demande puis donne son premier code")
def gives_the_first_code(user: User) -> None:
    user.register()
    attempt(user, user.codes(2)[0], user.email)


@when(
    parsers.re(
        r"l'usager tente d'activer son espace avec (?P<code>.+) et (?P<email>\w+ (?:ancienne |nouvelle )?adresse.*)"
    )
)
def tries_to_activate(user: User, code: str, email: str) -> None:
    attempt(user, code_of(code, user), email_of(email, user))


@when("l'usager tente d'activer son espace avec le code reçu et l'adresse de l'autre usager")
def tries_the_email_of_another(user: User, other: User) -> None:
    attempt(user, user.code(), other.email)


@when("l'autre usager tente d'activer son espace avec le code de l'usager")
def another_tries_the_code(user: User, other: User) -> None:
    attempt(other, user.code(), other.email)


@when("l'usager donne une adresse inconnue, puis celle de l'autre usager, puis la sienne", target_fixture="refusals")
def gives_three_emails(user: User, other: User) -> list[str]:
    second = at_code_screen(user).submit(user.code()).await_shown()
    refusals = []
    for email in ("inconnue." + user.email, other.email):
        second.submit(email)
        second.await_still_shown()
        refusals.append(user.window.alert())
    second.submit(user.email)
    return refusals


@when("l'usager recopie l'image sans saisir de code")
def gives_no_code(user: User) -> None:
    CodeScreen(user.window).submit("")


@when(parsers.re(r"l'usager saisit (?P<code>le code.*) et recopie l'image"))
def gives_a_code(user: User, code: str) -> None:
    CodeScreen(user.window).submit(code_of(code, user))


@when("l'usager continue sans donner d'adresse")
def gives_no_email(user: User) -> None:
    ActivationEmailScreen(user.window).submit("")


@when("l'usager saisit son adresse puis l'efface")
def clears_the_email(user: User) -> None:
    screen = ActivationEmailScreen(user.window)
    screen.fill("adresse", user.email)
    screen.press("effacer")


@when("l'usager et un second navigateur donnent tous deux le code, puis l'adresse", target_fixture="again")
def activates_in_two_browsers(user: User) -> User:
    again = user.elsewhere()
    for each in (user, again):
        at_code_screen(each).submit(user.code()).await_shown()
    ActivationEmailScreen(user.window).submit(user.email).await_shown()
    ActivationEmailScreen(again.window).submit(user.email)
    return again


@when("l'usager revient en arrière et donne encore son adresse")
def goes_back_and_activates(user: User) -> None:
    user.read_number()
    user.window.back()
    second = ActivationEmailScreen(user.window)
    if ActivatedScreen(user.window).opens(second):
        second.submit(user.email)
        user.window.settle()


# -- what comes of it -------------------------------------------------------------------------------------------------


@then("l'espace est activé")
def space_is_activated(user: User) -> None:
    ActivatedScreen(user.window).await_shown()


@then("l'activation est refusée")
def activation_is_refused(user: User) -> None:
    user.window.settle()
    second = ActivationEmailScreen(user.window)
    where = second if second.is_shown() else CodeScreen(user.window)
    where.await_kept_from(ActivatedScreen(user.window))


@then("l'activation de l'autre usager est refusée")
def activation_of_another_is_refused(other: User) -> None:
    activation_is_refused(other)


@then("le second navigateur n'active rien")
def second_browser_is_refused(again: User) -> None:
    activation_is_refused(again)


@then("les deux refus sont les mêmes")
def same_refusals(refusals: list[str]) -> None:
    unknown, of_another = refusals
    holds(bool(unknown), "Le refus d'une adresse inconnue", expected="une erreur signalée", seen="aucune")
    same("Le refus de l'adresse d'un autre usager", expected=unknown, seen=of_another)


@then(parsers.re(r"(?P<who>l'usager|l'autre usager) peut se connecter à son espace"), target_fixture="space")
def can_log_in(request: pytest.FixtureRequest, who: str) -> SpaceScreen:
    person: User = request.getfixturevalue("other" if "autre" in who else "user")
    return person.elsewhere().log_in(person.original).await_shown()


@then(parsers.re(r"(?P<who>l'usager|l'autre usager) ne peut pas se connecter à son espace"))
def cannot_log_in(request: pytest.FixtureRequest, who: str) -> None:
    person: User = request.getfixturevalue("other" if "autre" in who else "user")
    elsewhere = person.elsewhere()
    elsewhere.log_in(person.original)
    AuthenticationScreen(elsewhere.window).await_kept_from(SpaceScreen(elsewhere.window))


@then("l'écran rappelle le code qui vient d'être saisi, celui du courriel")
def recalls_the_code(user: User) -> None:
    screen, code = ActivationEmailScreen(user.window).await_shown(), user.code()
    recalled = user.window.until(lambda: code in screen.recalled("code"))
    holds(recalled, "Le code rappelé", expected="le code saisi", seen="un autre code, ou rien")


@then("l'adresse est vide et le code toujours rappelé")
def only_the_email_is_cleared(user: User) -> None:
    screen = ActivationEmailScreen(user.window).await_shown()
    empty = user.window.until(lambda: not screen.field("adresse").input_value())
    holds(empty, "Le champ de l'adresse", expected="vide", seen="encore rempli")
    recalls_the_code(user)
