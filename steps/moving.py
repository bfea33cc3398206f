"""A new login e-mail: asked for in the space, activated with the code that it receives (EP5 §4).

Once asked for, « son adresse » is the new one; « son ancienne adresse » opens the space until the activation.
"""

from pytest_bdd import given, parsers, then, when

from steps.activation import activation_is_refused, attempt
from steps.checks import contains, holds, lacks, missing, same
from steps.ledger import Ledger
from steps.letters import code_in, letters_of, the_letter
from steps.mails import await_marker
from steps.screens.activation import ACTIVATION, ActivatedScreen, CodeScreen
from steps.screens.creation import CREATION, IdentifiersScreen
from steps.screens.credentials import CredentialsScreen, PendingScreen
from steps.screens.forgotten import FORGOTTEN, EmailScreen, NewPasswordScreen
from steps.screens.public import AuthenticationScreen
from steps.screens.space import SpaceScreen
from steps.user import Enrol, User
from steps.words import email_of, email_of_length, password_of
from targets.mail import Mailbox

CODE = "d'activation"
NEXT = "autre."
BOTH = "(?P<both> et de mot de passe)?"


def asked(user: User, both: str | None) -> User:
    """``user``, who has asked for another e-mail on another device, and knows that the code has come."""
    there = user.elsewhere()
    there.ask_to_move(email_of("sa seconde adresse", user), renewing=bool(both))
    PendingScreen(there.window).await_shown()
    user.know_as(there)
    user.code()
    return user


def ask(user: User, email: str) -> str:
    """Ask for ``email`` at « Modifiez vos identifiants », which is shown."""
    CredentialsScreen(user.window).submit(user, email=email)
    return email


# -- the request ----------------------------------------------------------------------------------------------------


@given(parsers.re(f"un usager qui a demandé à changer d'adresse{BOTH}"), target_fixture="user")
def a_user_who_asked(enrol: Enrol, both: str | None) -> User:
    return asked(enrol(), both)


@given("un autre usager qui a demandé à changer d'adresse", target_fixture="other")
def another_who_asked(enrol: Enrol) -> User:
    return asked(enrol(), None)


@given(parsers.re(f"l'usager a demandé à changer d'adresse{BOTH}"))
def has_asked(user: User, both: str | None) -> None:
    asked(user, both)


@given("un usager qui vient d'activer sa nouvelle adresse", target_fixture="user")
def a_user_who_moved(enrol: Enrol) -> User:
    user = enrol()
    has_moved(user)
    return user


@given("l'usager vient d'activer sa nouvelle adresse")
def has_moved(user: User) -> None:
    asked(user, None).activate()


@given(parsers.re(f"l'usager vient de demander à changer d'adresse{BOTH}"))
@when(parsers.re(f"l'usager demande à changer d'adresse{BOTH}"))
def asks_to_move(user: User, both: str | None) -> None:
    user.ask_to_move(email_of("sa seconde adresse", user), renewing=bool(both))
    PendingScreen(user.window).await_shown()


@when(parsers.re("l'usager demande une adresse de (?P<length>\\d+) caractères"), target_fixture="given_email")
def asks_for_a_sized_email(user: User, length: str) -> str:
    return ask(user, email_of_length(user.email, int(length)))


@when(parsers.parse("l'usager demande l'adresse « {email} »"), target_fixture="given_email")
def asks_for_literal_email(user: User, email: str) -> str:
    return ask(user, email)


@when("l'usager demande l'adresse de l'autre usager", target_fixture="given_email")
def asks_for_the_email_of_another(user: User, other: User) -> str:
    return ask(user, other.email)


@when("l'usager demande sa propre adresse, en majuscules", target_fixture="given_email")
def asks_for_own_email(user: User) -> str:
    return ask(user, user.email.upper())


@when("l'usager demande encore la même adresse", target_fixture="given_email")
def asks_for_the_same(user: User) -> str:
    user.credentials()
    return ask(user, user.email)


@when("l'usager demande une autre adresse encore")
def asks_for_another_again(user: User) -> None:
    user.credentials()
    user.move(ask(user, NEXT + user.email))
    PendingScreen(user.window).await_shown()


@when("l'usager valide d'un double clic sa nouvelle adresse")
def validates_twice(user: User) -> None:
    user.move(email_of("sa seconde adresse", user))
    screen = CredentialsScreen(user.window)
    screen.enter(user.email, None)
    screen.press("valider", twice=True)
    PendingScreen(user.window).await_shown()


@then("la nouvelle adresse est refusée")
def email_is_refused(user: User) -> None:
    CredentialsScreen(user.window).await_kept_from(PendingScreen(user.window))


@then("l'adresse donnée n'est pas retenue")
def given_email_is_not_taken(user: User, given_email: str) -> None:
    pending = PendingScreen(user.window)
    taken = CredentialsScreen(user.window).leads_to(pending) and not missing(user.window.text(), [given_email])
    same("L'envoi d'un code à l'adresse donnée", expected=False, seen=taken)


@then("un code d'activation parvient à l'adresse demandée")
def code_comes_there(user: User, given_email: str) -> None:
    user.move(given_email)
    user.code()


# -- the waiting screen ---------------------------------------------------------------------------------------------


@then("l'écran d'attente nomme l'usager et rappelle sa nouvelle adresse")
def pending_says_who_and_where(user: User) -> None:
    PendingScreen(user.window).await_shown()
    wanted = (user.person.first_name, user.person.last_name, user.email)
    user.window.until(lambda: not missing(user.window.text(), wanted))
    contains("L'écran", user.window.text(), *wanted)


@then("l'écran d'attente annonce un délai de 48 heures, sans montrer le code envoyé")
def pending_tells_the_delay(user: User) -> None:
    PendingScreen(user.window).await_shown()
    delays = ("48h", "48 h", "48 heures")
    user.window.until(lambda: len(missing(user.window.text(), delays)) < len(delays))
    told = len(missing(user.window.text(), delays)) < len(delays)
    holds(told, "Le délai annoncé à l'écran", expected="48 h", seen=user.window.overview())
    lacks("L'écran", user.window.source(), {"le code d'activation": user.code()})


@then("l'écran d'attente offre « OK » ou un lien vers l'activation")
def pending_offers_one(user: User) -> None:
    screen = PendingScreen(user.window).await_shown()
    offered = [screen.command(name) for name in ("ok", "activer") if screen.offers(name)]
    usable = any(each.is_enabled() for each in offered)
    holds(usable, "« OK » et le lien vers l'activation", expected="l'un d'eux au moins", seen="aucun qui serve")


@when("l'usager quitte l'écran d'attente par « OK »")
def leaves_by_ok(user: User) -> None:
    PendingScreen(user.window).press("ok")


@when("l'usager active son espace par le lien de l'écran d'attente")
def activates_by_the_link(user: User) -> None:
    PendingScreen(user.window).press("activer")
    user.window.procedure = ACTIVATION.name
    CodeScreen(user.window).await_shown().submit(user.code()).await_shown().submit(user.email)


# -- mails ----------------------------------------------------------------------------------------------------------


@then("aucun code n'est envoyé à son ancienne adresse")
def no_code_to_the_former(enrol: Enrol, user: User, mailbox: Mailbox) -> None:
    await_marker(enrol, mailbox, user)
    same(
        "Les courriels à code reçus à l'ancienne adresse", expected=0, seen=len(letters_of(mailbox, user.former, CODE))
    )


@then("aucun courriel n'est envoyé, ni à l'une ni à l'autre adresse")
def no_mail_at_all(enrol: Enrol, user: User, mailbox: Mailbox, ledger: Ledger) -> None:
    await_marker(enrol, mailbox, user)
    for email in (user.email, email_of("sa seconde adresse", user)):
        same("Les courriels reçus", expected=[], seen=[letter.subject for letter in mailbox.letters(email)])
        ledger.close(email, 0)


# -- the activation -------------------------------------------------------------------------------------------------


@when("l'usager refait toute la demande et active sa nouvelle adresse avec le nouveau code")
def starts_all_over(user: User) -> None:
    first = user.code()
    there = user.elsewhere()
    there.ask_to_move(user.email)
    PendingScreen(there.window).await_shown()
    second = user.codes(2)[1]
    holds(second != first, "Le second code", expected="un autre code", seen="le même code")
    attempt(user, second, user.email)


@then("le code de sa première demande n'active plus rien")
def first_code_is_dead(user: User, mailbox: Mailbox) -> None:
    first = user.email.removeprefix(NEXT)
    code = code_in(the_letter(mailbox, first, CODE))
    user.keep_secret("premier code", code)
    again = user.elsewhere()
    attempt(again, code, first)
    activation_is_refused(again)


@then("l'usager peut encore activer son espace avec sa nouvelle adresse")
def can_still_activate(user: User) -> None:
    again = user.elsewhere()
    attempt(again, user.code(), user.email)
    ActivatedScreen(again.window).await_shown()


@then("l'écran donne le numéro d'abonné que l'usager avait déjà")
def number_is_kept(user: User) -> None:
    seen = ActivatedScreen(user.window).await_shown().subscriber_number()
    same("Le numéro d'abonné affiché", expected=user.subscriber_number, seen=seen)


# -- who gets in ----------------------------------------------------------------------------------------------------


def opens(user: User, email: str, password: str) -> bool:
    """Whether ``email`` and ``password`` open the space, on a device of their own."""
    elsewhere = user.elsewhere()
    elsewhere.log_in(password, email)
    return AuthenticationScreen(elsewhere.window).opens(SpaceScreen(elsewhere.window))


@then(parsers.re("l'espace ne s'ouvre qu'avec (?P<only>son ancienne adresse|sa nouvelle adresse)"))
def only_one_email_opens(user: User, only: str) -> None:
    emails = {"son ancienne adresse": user.former, "sa nouvelle adresse": user.email}
    seen = [name for name, email in emails.items() if opens(user, email, user.original)]
    same("Les adresses qui ouvrent l'espace", expected=[only], seen=seen)


@then(parsers.re("l'espace ne s'ouvre qu'avec (?P<email>s\\w+ \\w+ adresse) et (?P<password>son \\w+ mot de passe)"))
def only_one_pair_opens(user: User, email: str, password: str) -> None:
    pairs = [(one, other) for one in ("son ancienne adresse", "sa nouvelle adresse")
             for other in ("son ancien mot de passe", "son nouveau mot de passe")]  # fmt: skip
    seen = [pair for pair in pairs if opens(user, email_of(pair[0], user), password_of(pair[1], user, None))]
    same("Ce qui ouvre l'espace", expected=[(email, password)], seen=seen)


@then("l'usager peut se connecter avec sa nouvelle adresse et son nouveau mot de passe")
def new_pair_opens(user: User) -> None:
    user.elsewhere().log_in(user.chosen).await_shown()


@then("« Mot de passe oublié » n'aboutit qu'avec sa nouvelle adresse")
def recovery_follows(user: User) -> None:
    stranger = user.elsewhere()
    stranger.begin(FORGOTTEN)
    first = EmailScreen(stranger.window)
    answer = first.submit(user.former)
    if first.opens(answer):
        answer.submit(user.answer)
        answer.await_kept_from(NewPasswordScreen(stranger.window))
    user.elsewhere().change_password()


@then(parsers.re("(?P<email>son ancienne adresse|sa nouvelle adresse) est libre pour un autre espace"))
def email_is_free(user: User, email: str) -> None:
    someone = user.elsewhere()
    someone.reach(CREATION, "Identifiants")
    IdentifiersScreen(someone.window).submit(email_of(email, user), someone.new_password()).await_shown()
