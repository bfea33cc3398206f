"""The option as a whole: the way to it, an address that several spaces share, asking again, what is left after."""

import re

from pytest_bdd import given, then, when

from steps.activation import activation_is_refused, at_code_screen, attempt
from steps.checks import bare, contains, holds, missing, plain, same
from steps.screens.activation import ACTIVATION, ActivatedScreen, CodeScreen
from steps.screens.creation import IdentifiersScreen
from steps.screens.option import (
    OPTION,
    NewIdentifiersScreen,
    NumberScreen,
    QuestionScreen,
    StartScreen,
    VerificationScreen,
)
from steps.screens.public import AuthenticationScreen, HelpScreen, HomeScreen
from steps.screens.window import Window
from steps.texts import column
from steps.user import Enrol, User, last_screen
from steps.variants import Variants
from steps.words import email_of
from targets.faults import Unarranged, Unmet

# -- the way to it --------------------------------------------------------------------------------------------------


@given("un visiteur à la page des fiches", target_fixture="page")
def a_visitor_at_the_sheets(window: Window) -> HelpScreen:
    HomeScreen(window).open().to_authentication().await_shown().press("aide")
    return HelpScreen(window).await_shown()


@when("il suit le lien « Opter pour l'accès avec une adresse électronique et un mot de passe »", target_fixture="start")
def follows_the_sheet(page: HelpScreen) -> StartScreen:
    page.press("option")
    return StartScreen(page.window)


@given("un visiteur à la page de départ de l'option", target_fixture="start")
def a_visitor_at_the_start(window: Window) -> StartScreen:
    return follows_the_sheet(a_visitor_at_the_sheets(window))


@when("il suit le lien « Optez pour un accès avec une adresse électronique et un mot de passe »")
def follows_the_start(start: StartScreen) -> None:
    start.window.procedure = OPTION.name
    start.press("opter")


@when("l'usager suit le lien vers l'option", target_fixture="start")
def follows_the_refusal(user: User) -> StartScreen:
    IdentifiersScreen(user.window).press("option")
    return StartScreen(user.window)


@then("la page de départ de l'option s'affiche")
def start_is_shown(start: StartScreen) -> None:
    start.await_shown()


@then("la page propose « En savoir plus »")
def more_is_offered(start: StartScreen) -> None:
    start.command("en_savoir_plus")


@then("la page des fiches s'affiche")
def sheets_are_shown(window: Window) -> None:
    HelpScreen(window).await_shown()


@then("la page présente dans l'ordre")
def sheets_in_order(window: Window, datatable: list[list[str]]) -> None:
    sheets = column(datatable)
    window.until(lambda: not missing(window.text(), sheets))
    order = ".*".join(re.escape(bare(sheet)) for sheet in sheets)
    listed = re.search(order, bare(window.text())) is not None
    holds(listed, "Les fiches, dans l'ordre", expected=" ; ".join(sheets), seen=plain(window.text()))


@then("aucune connexion par certificat n'est proposée")
def no_log_in_by_certificate(authentication: AuthenticationScreen) -> None:
    offered = [label for label in authentication.window.commands() if _connects_by_certificate(bare(label))]
    same("Les connexions par certificat", expected=[], seen=offered)


def _connects_by_certificate(label: str) -> bool:
    """A link to the option, « sans certificat », is no such way in."""
    return "certificat" in label and "sans certificat" not in label


# -- from end to end ------------------------------------------------------------------------------------------------


@when("l'usager opte pour l'accès sans certificat")
def opts(user: User) -> None:
    user.opt()


@when("l'usager opte en gardant l'adresse proposée, puis active son espace")
@when("l'usager opte puis active son espace")
def opts_and_activates(user: User) -> None:
    user.opt()
    user.activate()


@given("un usager qui a opté, en donnant sa seconde adresse", target_fixture="user")
def a_user_who_opted_elsewhere(enrol: Enrol) -> User:
    user = enrol("certificate")
    opts_elsewhere(user)
    user.code()
    return user


@when("l'usager opte en donnant sa seconde adresse")
def opts_elsewhere(user: User) -> None:
    user.move(email_of("sa seconde adresse", user))
    user.opt()


@when("l'usager opte en donnant sa seconde adresse, puis active son espace")
def opts_with_another_email(user: User) -> None:
    user.email = email_of("sa seconde adresse", user)
    opts_and_activates(user)


# -- an address that several share ----------------------------------------------------------------------------------


@given("un collègue dont l'espace à certificat a la même adresse", target_fixture="other")
def a_colleague(enrol: Enrol, user: User) -> User:
    other = enrol("certificate", email=user.email)
    if other.email != user.email:
        raise Unarranged("Aucun autre espace à certificat n'a la même adresse.", expected=user.email, seen=other.email)
    return other


def opts_with_the_shared(other: User) -> bool:
    """Opt as far as the site lets them: whether they keep the address, or must take another as all do (C45)."""
    identifiers, question = other.reach(OPTION, NewIdentifiersScreen.name), QuestionScreen(other.window)
    identifiers.advance(other)
    if not identifiers.leads_to(question):
        return False
    other.go_on(question, last_screen(other.window).name)
    other.code()
    return True


@given("l'autre a voulu opter le premier avec l'adresse commune")
def colleague_has_tried(other: User) -> None:
    opts_with_the_shared(other)


@given("l'autre a voulu opter le premier avec l'adresse commune, et activer son espace")
def colleague_has_tried_to_the_end(other: User) -> None:
    if opts_with_the_shared(other):
        other.activate()


@when("l'usager opte avec l'adresse de l'autre usager")
def takes_the_email_of_another(user: User, other: User) -> None:
    NewIdentifiersScreen(user.window).submit(other.email, user.original)


@when("l'usager opte avec l'adresse commune, se la voit refuser et en donne une autre")
def takes_another_email(user: User) -> None:
    screen = user.reach(OPTION, NewIdentifiersScreen.name)
    screen.advance(user)
    NewIdentifiersScreen(user.window).await_still_shown()
    user.email = email_of("sa seconde adresse", user)
    user.go_on(NewIdentifiersScreen(user.window), last_screen(user.window).name)
    user.activate()


@then("le site la lui laisse ou la refuse, comme il l'a déclaré")
def keeps_the_email_or_not(user: User, variants: Variants) -> None:
    kept = NewIdentifiersScreen(user.window).leads_to(QuestionScreen(user.window))
    words = ("premier", "l'adresse commune est acceptée") if kept else ("personne", "l'adresse commune est refusée")
    variants.follow("C45", *words)


# -- asking again ---------------------------------------------------------------------------------------------------


@when("l'usager refait l'option avec la même adresse", target_fixture="again")
def opts_again(user: User) -> User:
    return user.repeat(OPTION)


@when("l'usager refait l'option avec une autre adresse, puis active son espace")
def opts_again_elsewhere(user: User) -> None:
    opts_elsewhere(user)
    user.activate()


@when("l'usager refait toute l'option et active son espace avec le nouveau code")
def starts_all_over(user: User) -> None:
    user.opt()
    attempt(user, user.codes(2)[1], user.email)


@then("le code de sa première option n'active plus rien")
def first_code_is_dead(user: User) -> None:
    """Its address is free again: nothing but the code would have to be refused."""
    first = user.elsewhere()
    first.email = user.former
    code = first.code()
    attempt(first, code, first.email)
    activation_is_refused(first)


# -- the activation, from the last screen ---------------------------------------------------------------------------


@when("l'usager suit le lien d'activation de l'écran « Validation »")
def follows_the_link(user: User) -> None:
    last_screen(user.window).press("activer")
    user.window.procedure = ACTIVATION.name


@then("le lien mène à l'écran du code ou à l'accueil du site, comme le site l'a déclaré")
def link_leads_where_declared(user: User, variants: Variants) -> None:
    code, home = CodeScreen(user.window), HomeScreen(user.window)
    user.window.settle()
    if not user.window.until(lambda: code.is_shown() or home.is_shown()):
        raise Unmet("Le lien d'activation ne mène pas à l'activation.",
                    expected="l'écran du code, ou l'accueil du site", seen=user.window.overview())  # fmt: skip
    there = ("ecran_du_code", "l'écran du code s'affiche") if code.is_shown() else ("accueil", "l'accueil s'affiche")
    variants.follow("C34", *there)


@then("l'usager peut activer son espace")
def can_activate(user: User) -> None:
    """On the page where the link has led, or through the home."""
    code = CodeScreen(user.window)
    reached = code if code.is_shown() else at_code_screen(user)
    reached.submit(user.code()).await_shown().submit(user.email)
    ActivatedScreen(user.window).await_shown()


# -- what is left after ---------------------------------------------------------------------------------------------


@then("le même numéro ne permet plus d'opter")
def number_is_converted(user: User) -> None:
    again = user.elsewhere()
    number = NumberScreen(again.begin(OPTION).window)
    number.submit(again.subscriber_number)
    verification = VerificationScreen(again.window)
    if number.opens(verification):
        verification.submit(again.trust())
    verification.await_kept_from(NewIdentifiersScreen(again.window))


@then("ses trois réponses le font encore reconnaître")
def answers_still_open(user: User) -> None:
    again = user.elsewhere()
    again.reach(OPTION, VerificationScreen.name)
    VerificationScreen(again.window).submit(again.trust())
    NewIdentifiersScreen(again.window).await_shown()


@then("ses coordonnées se retrouvent depuis « Gérer les services », avec la question choisie")
def details_in_the_space(user: User) -> None:
    manage = user.elsewhere().manage()
    manage.press("coordonnees")
    wanted = (user.person.last_name, user.person.first_name, user.email, user.question)
    manage.window.settle()
    manage.window.until(lambda: not missing(manage.window.text(), wanted))
    contains("La page des coordonnées", manage.window.text(), *wanted)
