"""The choice of the mode: how it is reached, what it offers, where it leads (EP2-2-7 to EP2-2-12)."""

from pytest_bdd import given, parsers, then, when

from steps.checks import same
from steps.screens.creation import CREATION, ModeScreen
from steps.screens.public import AuthenticationScreen, HomeScreen
from steps.screens.window import Window
from steps.user import WAYS, playing


@given("un visiteur au choix du mode", target_fixture="mode")
def a_visitor_at_the_choice(window: Window) -> ModeScreen:
    return _to_mode(HomeScreen(window).open().to_authentication().await_shown()).await_shown()


@when("il suit le lien « Créer mon espace professionnel »", target_fixture="mode")
def asks_to_create(authentication: AuthenticationScreen) -> ModeScreen:
    return _to_mode(authentication)


def _to_mode(authentication: AuthenticationScreen) -> ModeScreen:
    authentication.window.procedure = CREATION.name
    authentication.press(WAYS[CREATION])
    return ModeScreen(authentication.window)


@when(parsers.parse("il choisit « {label} »"))
def chooses(mode: ModeScreen, label: str) -> None:
    mode.press(mode.words.action_called(label))


@then("l'écran du choix du mode s'affiche")
def mode_is_shown(mode: ModeScreen) -> None:
    mode.await_shown()


@then("le mode simplifié et le mode expert sont proposés")
def both_modes_are_offered(mode: ModeScreen) -> None:
    for name in ("simplifie", "expert"):
        mode.command(name)


@then("« En savoir plus » est proposé deux fois")
def both_modes_are_explained(mode: ModeScreen) -> None:
    more = mode.await_shown().words.action("en_savoir_plus")
    mode.window.until(lambda: mode.window.command(more).count() > 1)
    same("Le nombre de commandes « En savoir plus »", expected=2, seen=mode.window.command(more).count())


@then("rien n'y demande de s'identifier")
def asks_for_no_identity(window: Window) -> None:
    screen = playing(window).shown(window)
    same("Le nombre de champs de mot de passe", expected=0, seen=screen.password_fields())
    same("Un champ pour l'adresse", expected=False, seen=AuthenticationScreen(window).has_field("adresse"))
