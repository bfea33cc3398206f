"""Home of the site and authentication screen: what they offer to a visitor."""

from pytest_bdd import given, parsers, then, when

from steps.checks import contains, holds, missing, same
from steps.people import DEVICES
from steps.screens.forgotten import FORGOTTEN
from steps.screens.public import AuthenticationScreen, HelpScreen, HomeScreen
from steps.screens.window import Window
from steps.user import WAYS, Enrol
from steps.variants import Variants

SECURITY = (
    "Pour des raisons de sécurité, le mot de passe doit comporter 20 caractères minimum, ne doit être utilisé que sur "
    "ce site, et devra être renouvelé régulièrement.",
    "Rappel : votre réponse à la question de confiance vous sera demandée en cas d'oubli du mot de passe.",
)
"""What goes with the image to copy at the log in (EP2-2-4)."""


@given("un visiteur à l'accueil du site", target_fixture="home")
def a_visitor(window: Window) -> HomeScreen:
    return HomeScreen(window).open()


@given(parsers.parse("un visiteur à l'accueil du site, sur {device}"), target_fixture="home")
def a_visitor_on(enrol: Enrol, device: str) -> HomeScreen:
    return HomeScreen(enrol("absent", **DEVICES[device]).window).open()


@given("un visiteur à l'écran d'authentification", target_fixture="authentication")
def a_visitor_at_authentication(window: Window) -> AuthenticationScreen:
    return HomeScreen(window).open().to_authentication().await_shown()


@when("il demande l'espace professionnel", target_fixture="authentication")
def asks_for_the_space(home: HomeScreen) -> AuthenticationScreen:
    return home.to_authentication().await_shown()


@when("il suit le lien « Connexion à l'espace professionnel »", target_fixture="authentication")
def follows_the_way_in(home: HomeScreen) -> AuthenticationScreen:
    home.press("espace_professionnel")
    return AuthenticationScreen(home.window).await_shown()


@when("il ouvre le menu", target_fixture="shown_before")
def opens_the_menu(home: HomeScreen) -> bool:
    home.command("menu")
    shown = home.shows_the_way()
    home.press("menu")
    return shown


@when("il ouvre le menu puis suit le lien « Connexion à l'espace professionnel »")
def goes_through_the_menu(home: HomeScreen) -> None:
    home.press("menu")
    home.press("espace_professionnel")


@when("il lit la rubrique « VOUS ÊTES... »", target_fixture="read")
def reads_the_publics(home: HomeScreen) -> str:
    home.window.settle()
    home.window.until(lambda: not missing(home.window.text(), ["VOUS ÊTES"]))
    return home.window.text()


@when("il suit le lien « Mot de passe oublié »")
def follows_forgotten(authentication: AuthenticationScreen) -> None:
    authentication.window.procedure = FORGOTTEN.name
    authentication.press(WAYS[FORGOTTEN])


@when("il suit le lien « Aide : accéder aux fiches pratiques »")
def follows_help(authentication: AuthenticationScreen) -> None:
    authentication.press("aide")


@when("il saisit un mot de passe, le montre puis le cache", target_fixture="types")
def shows_and_hides(authentication: AuthenticationScreen) -> list[str | None]:
    authentication.fill("mot_de_passe", "Kp7vTz3mQx9")
    return [authentication.password_type(), authentication.toggle("text"), authentication.toggle("password")]


@when("il ouvre l'aide sur le mot de passe", target_fixture="read_before")
def opens_password_help(authentication: AuthenticationScreen) -> set[str]:
    before = set(authentication.window.lines())
    authentication.press("aide_mot_de_passe")
    return before


@then("l'écran d'authentification s'affiche")
def authentication_is_shown(window: Window) -> None:
    AuthenticationScreen(window).await_shown()


@then("le lien « Connexion à l'espace professionnel », caché jusque-là, se montre")
def way_in_unfolds(home: HomeScreen, shown_before: bool) -> None:
    same("Le lien visible avant que le menu soit ouvert", expected=False, seen=shown_before)
    same("Le lien visible, le menu ouvert", expected=True, seen=home.window.until(home.shows_the_way))


@then("l'accueil du site s'affiche")
def home_is_shown(window: Window) -> None:
    HomeScreen(window).await_shown()


@then(parsers.parse("une page présente la fiche « {sheet} »"))
def help_lists_the_sheet(window: Window, sheet: str) -> None:
    HelpScreen(window).await_shown()
    window.until(lambda: not missing(window.text(), [sheet]))
    contains("La page d'aide", window.text(), sheet)


@then("l'écran demande l'adresse électronique et le mot de passe")
def asks_for_both(authentication: AuthenticationScreen) -> None:
    holds(
        authentication.field("adresse").is_editable() and authentication.field("mot_de_passe").is_editable(),
        "Les deux champs de la connexion",
        expected="deux champs à remplir",
        seen="l'un des deux ne peut pas être rempli",
    )


@then("le mot de passe se saisit masqué")
def password_is_masked(authentication: AuthenticationScreen) -> None:
    same("Le type du champ du mot de passe", expected="password", seen=authentication.password_type())


@then("le lien « Mot de passe oublié » est proposé")
def forgotten_is_offered(authentication: AuthenticationScreen) -> None:
    holds(
        authentication.offers("mot_de_passe_oublie"),
        "L'écran d'authentification",
        expected="le lien « Mot de passe oublié »",
        seen=authentication.window.overview(),
    )


@then("la création et l'activation d'un espace sont proposées")
def creation_and_activation_are_offered(authentication: AuthenticationScreen) -> None:
    for name in ("creer", "activer"):
        authentication.command(name)


@then("le bouton « Connexion » est proposé")
def log_in_is_offered(authentication: AuthenticationScreen) -> None:
    authentication.command("connexion")


@then("le mot de passe s'est montré, puis caché")
def was_shown_then_hidden(types: list[str | None]) -> None:
    same("Le type du champ du mot de passe", expected=["password", "text", "password"], seen=types)


@then("le message de sécurité accompagne l'image à recopier")
def security_goes_with_the_image(authentication: AuthenticationScreen) -> None:
    """Where no image is shown nothing is asked: the sheets show that screen with and without the message (C18)."""
    if authentication.has_field("image"):
        contains("L'écran d'authentification", authentication.window.text(), *SECURITY)


@then("un texte d'aide s'affiche")
def help_opens(authentication: AuthenticationScreen, read_before: set[str]) -> None:
    window = authentication.window
    opened = window.until(lambda: not read_before.issuperset(window.lines()))
    holds(opened, "L'aide sur le mot de passe", expected="un texte d'aide", seen="rien ne s'affiche")


@then("l'écran suit le choix déclaré du site sur l'image")
def captcha_at_log_in(authentication: AuthenticationScreen, variants: Variants) -> None:
    shown = authentication.has_field("image")
    how = "l'écran demande de recopier une image" if shown else "l'écran ne montre pas d'image à recopier"
    variants.follow("C18", "toujours" if shown else "jamais", how)
