"""« Modifiez vos identifiants »: what is ticked, typed, validated or cancelled there, and what the space then says."""

from collections.abc import Callable
from datetime import date

from pytest_bdd import given, parsers, then, when

from steps.checks import arranging, contains, holds, same
from steps.dates import last_day_of_three_years
from steps.screens.credentials import CHANGE, ChangedScreen, CredentialsScreen
from steps.screens.public import AuthenticationScreen, HomeScreen
from steps.screens.space import SpaceScreen
from steps.user import Enrol, User
from steps.variants import Variants
from steps.words import email_of

PART = "« Modifiez vos identifiants »"


# -- what is done ---------------------------------------------------------------------------------------------------


@given(f"un usager à l'écran {PART}", target_fixture="user")
def a_user_there(enrol: Enrol) -> User:
    user = enrol()
    user.credentials()
    return user


@given(f"l'usager est à l'écran {PART}")
@when(f"l'usager ouvre l'écran {PART}")
def is_there(user: User) -> None:
    user.credentials()


@given("l'usager a changé de mot de passe dans son espace")
@when("l'usager change de mot de passe dans son espace")
def changes_password(user: User) -> None:
    user.reach(CHANGE, ChangedScreen.name)


@when("l'usager change, d'un autre appareil, de mot de passe dans son espace")
def changes_password_elsewhere(user: User) -> None:
    user.elsewhere().reach(CHANGE, ChangedScreen.name)


def choosing_again(user: User, password: str) -> User:
    """The same person on another device, who logs in with the last password chosen and asks for ``password``."""
    elsewhere = user.elsewhere()
    elsewhere.original = user.chosen
    elsewhere.credentials()
    elsewhere.choose(password)
    return elsewhere


@when("l'usager revient dans son espace à son mot de passe d'origine", target_fixture="again")
def returns_to_the_original(user: User) -> User:
    return choosing_again(user, user.original)


@when("l'usager change encore de mot de passe dans son espace", target_fixture="again")
def changes_again(user: User) -> User:
    return choosing_again(user, user.new_password())


@when(f"l'usager ouvre sans être connecté l'écran {PART}")
def opens_directly(enrol: Enrol, user: User) -> None:
    with arranging(f"Un autre usager va à l'écran {PART}"):
        there = enrol()
        there.credentials()
    user.window.procedure = CHANGE.name
    user.window.go(there.window.page.url)


@when(parsers.parse("l'usager se trompe en validant : {mistake}"))
def makes_a_mistake(user: User, mistake: str) -> None:
    screen, other = CredentialsScreen(user.window), email_of("sa seconde adresse", user)
    mistakes: dict[str, Callable[[], None]] = {
        "rien n'est coché": lambda: screen.press("valider"),
        "adresse cochée, champs vides": lambda: screen.submit(user, email=""),
        "adresse et confirmation différentes": lambda: screen.submit(user, email=other, again="autre." + other),
        "adresse sans confirmation": lambda: screen.submit(user, email=other, again=""),
        "mot de passe coché, champs vides": lambda: screen.submit(user, password=""),
    }
    mistakes[mistake]()


@when("l'usager saisit une autre adresse et un autre mot de passe, puis annule")
def cancels(user: User) -> None:
    screen = CredentialsScreen(user.window)
    screen.enter(email_of("sa seconde adresse", user), user.renewed())
    screen.press("annuler")
    user.window.settle()


@when("l'usager remplit les champs du mot de passe sans cocher la case, puis valide")
def does_not_tick(user: User) -> None:
    screen, password = CredentialsScreen(user.window), user.renewed()
    typed = [screen.force(entry, password) for entry in screen.entries]
    if all(typed):
        screen.press("valider")
        user.window.settle()


@when("l'usager quitte la confirmation par « OK »")
def leaves_the_confirmation(user: User) -> None:
    ChangedScreen(user.window).advance(user)


# -- what comes of it -----------------------------------------------------------------------------------------------


@then(f"l'écran {PART} reste fermé")
def stays_closed(user: User) -> None:
    AuthenticationScreen(user.window).await_kept_from(CredentialsScreen(user.window))


@then("l'écran montre l'adresse de connexion en vigueur")
def shows_the_email(user: User) -> None:
    shown = CredentialsScreen(user.window).shows_email(user.email)
    holds(shown, "L'adresse de connexion en vigueur", expected=user.email, seen=user.window.overview())


@then("l'écran offre une case et deux champs pour l'adresse, une case et deux champs pour le mot de passe")
def offers_all(user: User) -> None:
    screen = CredentialsScreen(user.window).await_shown()
    for box, names in zip(screen.boxes, (screen.emails, screen.entries), strict=True):
        screen.tick(box)
        for name in names:
            editable = user.window.until(lambda: screen.is_editable(name))  # noqa: B023 - asked at once
            holds(editable, f"Le champ « {screen.words.field(name).spoken} », sa case cochée",
                  expected="à remplir", seen="absent ou fermé")  # fmt: skip


@then("aucun niveau de sécurité ne s'y lit")
def no_level(user: User) -> None:
    screen = CredentialsScreen(user.window).await_shown()
    screen.prepare()
    same("Les niveaux affichés avant toute saisie", expected=[], seen=screen.levels_shown())


@then("l'écran suit le choix déclaré du site sur le mot de passe en vigueur")
def asks_for_the_present_one(user: User, variants: Variants) -> None:
    screen = CredentialsScreen(user.window)
    screen.prepare()
    asked = screen.has_field("actuel")
    how = "l'écran redemande le mot de passe en vigueur" if asked else "l'écran ne redemande pas le mot de passe"
    variants.follow("C25", "toujours" if asked else "jamais", how)


@then("la page d'accueil s'affiche, celle de l'espace, celle du site ou l'écran d'authentification")
def some_home(user: User) -> None:
    homes = [SpaceScreen(user.window), HomeScreen(user.window), AuthenticationScreen(user.window)]
    user.window.settle()
    shown = user.window.until(lambda: any(home.is_shown() for home in homes))
    holds(shown, "Après « OK »", expected="une page d'accueil", seen=user.window.overview())


@then("l'accueil de l'espace s'affiche, avec la nouvelle date d'expiration")
def back_in_the_space(user: User, today: date) -> None:
    space = SpaceScreen(user.window).await_shown()
    same(
        "La date d'expiration affichée",
        expected=last_day_of_three_years(today).strftime("%d/%m/%Y"),
        seen=space.expiry(),
    )


@then("le second changement est confirmé, et le dernier mot de passe choisi ouvre l'espace")
def second_change_holds(again: User) -> None:
    ChangedScreen(again.window).await_shown().confirm_success()
    again.elsewhere().log_in(again.chosen).await_shown()


@then("la confirmation nomme l'usager")
def names_the_user(user: User) -> None:
    ChangedScreen(user.window).await_shown()
    contains("L'écran", user.window.text(), user.person.first_name, user.person.last_name)
