"""Home of the site, authentication, home of the space: who gets in and who does not."""

import re

import pytest
from pytest_bdd import given, parsers, then, when

from steps.checks import arranging, contains, holds, missing, same
from steps.people import DEVICES
from steps.screens.forgotten import FORGOTTEN, AnswerScreen
from steps.screens.public import AuthenticationScreen, HelpScreen, HomeScreen
from steps.screens.space import SpaceScreen
from steps.screens.window import Window
from steps.user import WAYS, Enrol, User
from steps.variants import Variants
from steps.words import email_of, other_last_sign, password_of

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


@when(parsers.re(r"l'usager se connecte avec (?P<email>.+?) et (?P<password>(?:son|aucun|le) .*mot de passe.*)"))
def logs_in(request: pytest.FixtureRequest, user: User, email: str, password: str) -> None:
    other = request.getfixturevalue("other") if "autre" in password else None
    user.log_in(password_of(password, user, other), email_of(email, user))


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


@then("son espace s'affiche à son nom", target_fixture="space")
def the_space_is_shown(user: User) -> SpaceScreen:
    space = SpaceScreen(user.window).await_shown()
    names = (user.person.first_name, user.person.last_name)
    user.window.until(lambda: not missing(user.window.text(), names))
    contains("L'espace", user.window.text(), *names)
    return space


@then("la connexion est refusée")
def log_in_refused(user: User) -> None:
    AuthenticationScreen(user.window).await_kept_from(SpaceScreen(user.window))


@then("elle l'est dans les mêmes termes qu'à une adresse inconnue")
def refused_as_unknown(user: User) -> None:
    refusal = user.window.alert()
    with arranging("L'usager se connecte avec une adresse inconnue"):
        user.log_in(user.original, "inconnue." + user.email)
        user.window.settle()
    holds(bool(refusal), "Le refus de la connexion", expected="une erreur signalée", seen="aucune")
    same("Le refus de la connexion", expected=user.window.alert(), seen=refusal)


@then("la connexion est refusée avec l'ancien mot de passe")
def old_password_refused(user: User) -> None:
    elsewhere = user.elsewhere()
    elsewhere.log_in(user.original)
    AuthenticationScreen(elsewhere.window).await_kept_from(SpaceScreen(elsewhere.window))


@then("la connexion est refusée quand seul le dernier caractère diffère")
def last_sign_counts(user: User) -> None:
    elsewhere = user.elsewhere()
    elsewhere.log_in(other_last_sign(user.chosen))
    AuthenticationScreen(elsewhere.window).await_kept_from(SpaceScreen(elsewhere.window))


@then("l'usager peut se connecter avec son nouveau mot de passe", target_fixture="space")
def new_password_opens(user: User) -> SpaceScreen:
    return user.elsewhere().log_in(user.chosen).await_shown()


@then("l'usager peut se connecter avec son mot de passe d'origine")
def original_password_opens(user: User) -> None:
    user.elsewhere().enter(user.original)


@then("l'autre usager peut se connecter avec son mot de passe d'origine")
def other_keeps_password(other: User) -> None:
    other.elsewhere().log_in(other.original).await_shown()


@then("le premier appareil n'a plus accès à l'espace")
def first_device_is_out(user: User) -> None:
    user.window.reload()
    AuthenticationScreen(user.window).await_kept_from(SpaceScreen(user.window))


@then("son espace contient les mêmes services")
@then("son espace réunit ses deux entreprises")
def same_companies(user: User, space: SpaceScreen) -> None:
    companies = sorted({service["company"] for service in user.services})
    space.window.until(lambda: not missing(space.window.text(), companies))
    contains("L'espace", space.window.text(), *companies)


@then(parsers.parse("son espace offre les services {names}"))
def services_are_offered(space: SpaceScreen, names: str) -> None:
    services = names.split(", ")
    space.window.until(lambda: not missing(space.window.text(), services))
    contains("L'espace", space.window.text(), *services)


@then("son espace ne contient ni dossier ni service")
def space_is_empty(space: SpaceScreen) -> None:
    same("Les dossiers et services d'un espace neuf", expected=[], seen=space.contents())


@then("la même question et la même réponse permettent de reprendre la procédure")
def same_question_and_answer(user: User) -> None:
    again = user.elsewhere()
    again.reach(FORGOTTEN, "Réponse à la question de confiance")
    screen = AnswerScreen(again.window)
    holds(
        screen.recalls("question", user.person.question),
        "La question rappelée",
        expected=user.person.question,
        seen=" ; ".join(screen.recalled("question")),
    )
    screen.submit(user.answer).await_shown()


@then("son espace porte le même numéro d'abonné de 14 chiffres")
def same_number(user: User, space: SpaceScreen) -> None:
    same("Le numéro d'abonné affiché", expected=user.subscriber_number, seen=space.subscriber_number())
    holds(
        re.fullmatch(r"\d{14}", space.subscriber_number()) is not None,
        "Le numéro d'abonné",
        expected="14 chiffres",
        seen=space.subscriber_number(),
    )


@then(parsers.parse("son espace affiche une expiration au {day}"))
def expiry_shown(user: User, day: str) -> None:
    space = SpaceScreen(user.window).await_shown()
    same("La date d'expiration affichée par l'espace", expected=day, seen=space.expiry())


@then("son espace affiche une date d'expiration")
def some_expiry_shown(space: SpaceScreen) -> None:
    shown = space.window.until(lambda: bool(space.expiry()))
    holds(shown, "La date d'expiration du mot de passe", expected="une date, jj/mm/aaaa", seen="aucune")


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
