"""The identifiers of a new space: addresses given and confirmed, taken or refused, and the codes that follow."""

from pytest_bdd import given, parsers, then, when

from steps.checks import contains, holds, same
from steps.letters import code_in
from steps.mails import await_marker
from steps.navigation import require_recall
from steps.screens.creation import CREATION, FormScreen, IdentifiersScreen, RegisteredScreen, SummaryScreen
from steps.user import Enrol, User, last_screen
from steps.words import email_of, email_of_length
from targets.faults import Fault
from targets.mail import Mailbox

OWN = r"(?P<email>son adresse(?: en majuscules| entourée d'espaces| suivie de « \+tva »)?|sa seconde adresse)"
SIZED = r"une adresse de (?P<length>\d+) caractères(?P<spaced> entourée d'espaces)?"


def identifiers(user: User) -> IdentifiersScreen:
    """The screen of the procedure that is open, creation or option, where an e-mail and a password are given."""
    screen = user.choosing()
    if not isinstance(screen, IdentifiersScreen):
        raise Fault(f"Aucune adresse ne se choisit à l'écran « {screen.name} ».")
    return screen


def ask_for(user: User, email: str) -> str:
    """Give ``email`` as the address of a space; returns it."""
    identifiers(user).submit(email, user.original)
    return email


# -- addresses --------------------------------------------------------------------------------------------------------


@given("deux collaborateurs de son cabinet, dont les espaces à certificat ont la même adresse", target_fixture="shared")
def colleagues(enrol: Enrol) -> str:
    first = enrol("certificate")
    return enrol("certificate", email=first.email).email


@given("l'usager s'est vu refuser son adresse")
def was_refused(user: User) -> None:
    ask_for(user, user.email)
    IdentifiersScreen(user.window).await_still_shown()


@given(parsers.re(rf"l'usager a demandé un espace avec {SIZED}"), target_fixture="given_email")
def asked_for_a_sized_email(user: User, length: str, spaced: str | None) -> str:
    email = asks_for_a_sized_email(user, length, spaced)
    user.playing.after(identifiers(user)).await_shown()
    return email


@when(parsers.re(rf"l'usager (?:demande un espace|opte) avec {OWN}"), target_fixture="given_email")
def asks_for_own_email(user: User, email: str) -> str:
    return ask_for(user, email_of(email, user))


@when(
    parsers.re("l'usager (?:demande un espace|opte) avec l'adresse « (?P<email>[^»]+) »"), target_fixture="given_email"
)
def asks_for_literal_email(user: User, email: str) -> str:
    return ask_for(user, email)


@when("l'usager demande un espace avec l'adresse commune du cabinet")
def asks_for_the_shared_email(user: User, shared: str) -> None:
    ask_for(user, shared)


@when(parsers.re(rf"l'usager (?:demande un espace|opte) avec {SIZED}"), target_fixture="given_email")
def asks_for_a_sized_email(user: User, length: str, spaced: str | None) -> str:
    email = email_of_length(user.email, int(length))
    ask_for(user, f"  {email} " if spaced else email)
    return email


@when("l'usager demande un espace avec son adresse et un autre mot de passe")
def asks_with_another_password(user: User) -> None:
    user.choose(user.new_password())


@when("l'usager confirme une autre adresse que la sienne")
def confirms_another_email(user: User) -> None:
    other = email_of("sa seconde adresse", user)
    identifiers(user).submit(user.email, user.original, email_again=other)


@then("l'adresse est refusée")
def email_is_refused(user: User) -> None:
    screen = identifiers(user)
    screen.await_kept_from(user.playing.after(screen))


@then("l'adresse rappelée est celle que l'usager a donnée")
def given_email_is_recalled(user: User, given_email: str) -> None:
    following = user.playing.after(identifiers(user))
    require_recall(following, "adresse", "L'adresse rappelée", given_email)


@then(parsers.re("l'adresse donnée n'est pas reprise par (?:le formulaire|l'écran suivant)"))
def given_email_is_not_taken(user: User, given_email: str) -> None:
    screen = identifiers(user)
    following = user.playing.after(screen)
    taken = screen.leads_to(following) and following.recalls("adresse", given_email)
    same("La reprise de l'adresse par l'écran suivant", expected=False, seen=taken)


@then("l'adresse est restée saisie")
def email_is_kept(user: User) -> None:
    seen = IdentifiersScreen(user.window).await_shown().field("adresse").input_value()
    same("L'adresse saisie", expected=user.email.casefold(), seen=seen.casefold())


@then("l'usager peut poursuivre la création avec son adresse")
def own_email_goes_on(user: User) -> None:
    IdentifiersScreen(user.window).submit(user.email, user.original).await_shown()


@then("l'écran propose d'opter pour l'accès avec une adresse et un mot de passe")
def option_is_offered(user: User) -> None:
    screen = IdentifiersScreen(user.window)
    screen.await_still_shown()
    screen.command("option")


@then(parsers.parse("le champ « {label} » montre l'exemple « {example} »"))
def field_shows_an_example(user: User, label: str, example: str) -> None:
    screen = user.shown()
    contains(f"Le champ « {label} »", screen.hint(screen.words.field_called(label)), example)


# -- to the end of the creation ---------------------------------------------------------------------------------------


@given(parsers.parse("l'usager a saisi et confirmé un mot de passe solide de {length:d} caractères"))
def chose_a_password(user: User, length: int) -> None:
    user.choose(user.new_password(length))
    FormScreen(user.window).await_shown()


@given("l'usager est rendu au même écran d'un autre appareil", target_fixture="elsewhere")
def same_screen_elsewhere(user: User) -> User:
    elsewhere = user.elsewhere()
    elsewhere.reach(CREATION, user.shown().name)
    return elsewhere


@when("l'usager mène sa création à son terme")
def ends_the_creation(user: User) -> None:
    user.go_on(user.shown(), last_screen(user.window).name)


@when("l'usager mène à leur terme sa création et son activation")
def ends_creation_and_activation(user: User) -> None:
    ends_the_creation(user)
    user.activate()


@when("l'usager valide du premier appareil, puis de l'autre")
def validates_twice(user: User, elsewhere: User) -> None:
    SummaryScreen(user.window).press("valider")
    RegisteredScreen(user.window).await_shown()
    SummaryScreen(elsewhere.window).press("valider")


@then("la demande de l'autre appareil est refusée")
def second_request_is_refused(elsewhere: User) -> None:
    SummaryScreen(elsewhere.window).await_kept_from(RegisteredScreen(elsewhere.window))


@then("l'usager peut se connecter avec le mot de passe choisi à la création")
def chosen_password_opens(user: User) -> None:
    user.elsewhere().log_in(user.chosen).await_shown()


@then("un code d'activation parvient à l'adresse donnée")
def code_comes_there(user: User, mailbox: Mailbox, given_email: str) -> None:
    codes = [code_in(letter) for letter in mailbox.wait_for(given_email, 1)]
    for code in filter(None, codes):
        user.keep_secret("code d'activation", code)
    holds(any(codes), "Le courrier de l'adresse donnée", expected="un courriel avec un code d'activation",
          seen=f"{len(codes)} courriel(s), aucun code")  # fmt: skip


@then(parsers.re("l'usager ne reçoit (?P<count>aucun|qu'un seul) code d'activation"))
def codes_received(enrol: Enrol, user: User, mailbox: Mailbox, count: str) -> None:
    expected = {"aucun": 0, "qu'un seul": 1}[count]
    user.codes(expected)
    await_marker(enrol, mailbox, user)
    seen = len([letter for letter in mailbox.letters(user.email) if code_in(letter)])
    same("Le nombre de codes d'activation reçus", expected=expected, seen=seen)
