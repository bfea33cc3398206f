"""Choosing a new password: what is typed, what is accepted, what is refused, which strength is shown."""

from pytest_bdd import given, parsers, then, when

from steps.checks import same
from steps.screens.forgotten import DoneScreen, NewPasswordScreen
from steps.user import User
from steps.variants import Variants
from steps.words import near

ASCII_19 = "Kp7vTz3mQx9wLd5rNb2"
SIGNS_80 = "Kp7vTz3mQx9wLd5rNb2sKd8fHs4jWe6uYc1gRa9tBn3oMi7q5ZpXv0LkJh2D4sFgU8rTqW3eVb6nMa1x"
STARTED = "Kp7vTz3mQx9"
LEVELS = ("Faible", "Normal", "Moyen", "Fort")


@given("l'usager a commencé à saisir son nouveau mot de passe")
def has_started_typing(user: User) -> None:
    NewPasswordScreen(user.window).fill("nouveau", STARTED)


@when("l'usager choisit un nouveau mot de passe par la procédure")
def changes_password(user: User) -> None:
    user.change_password()


@when("l'usager choisit, d'un autre appareil, un nouveau mot de passe par la procédure")
def changes_password_elsewhere(user: User) -> None:
    user.elsewhere().change_password()


@when("l'usager revient par la procédure à son mot de passe d'origine")
def returns_to_the_original(user: User) -> None:
    user.reach("Saisie du nouveau mot de passe")
    user.choose(user.original)


@when(parsers.parse("l'usager saisit et confirme le mot de passe « {password} »"))
def chooses(user: User, password: str) -> None:
    user.choose(password)


@when("l'usager saisit et confirme un mot de passe conforme")
def chooses_a_sound_one(user: User) -> None:
    user.choose(user.new_password())


@when("l'usager saisit et confirme un mot de passe de 80 caractères")
def chooses_a_long_one(user: User) -> None:
    user.choose(SIGNS_80).await_shown()


@when("l'usager saisit et confirme 19 caractères suivis d'un espace")
def chooses_19_and_a_space(user: User) -> None:
    user.choose(ASCII_19 + " ")


@when("l'usager saisit et confirme son mot de passe en vigueur")
def chooses_the_present_one(user: User) -> None:
    user.choose(user.original)


@when("l'usager saisit et confirme son mot de passe en vigueur à une majuscule près")
def chooses_a_near_one(user: User) -> None:
    user.choose(near(user.original))


@when(parsers.parse("l'usager saisit un mot de passe conforme et une confirmation {confirmation}"))
def confirms_badly(user: User, confirmation: str) -> None:
    password = user.new_password()
    given_back = {"vide": "", "différente": user.new_password(), "différente par une majuscule": near(password)}
    user.choose(password, given_back[confirmation])


@when("l'usager laisse le mot de passe vide et ne remplit que la confirmation")
def only_confirms(user: User) -> None:
    user.choose("", user.new_password())


@when("l'usager valide d'un double clic un mot de passe conforme")
def double_clicks(user: User) -> None:
    user.chosen = user.new_password()
    screen = NewPasswordScreen(user.window)
    for entry in screen.entries:
        screen.fill(entry, user.chosen)
    user.window.act(screen.command("valider").dblclick, "Valider")
    DoneScreen(user.window).await_shown()


@when("l'usager tape lentement un mot de passe de plus en plus fort", target_fixture="levels")
def types_slowly(user: User) -> list[str]:
    screen = NewPasswordScreen(user.window)
    typed = screen.field("nouveau")
    typed.press_sequentially("aaaaaaaaaaaaaaaaaaaa")
    first = screen.await_level("Faible")
    typed.fill("")
    typed.press_sequentially(user.new_password())
    return [first, screen.await_level("Fort")]


@when(parsers.parse("l'usager tape le mot de passe « {password} »"))
def types(user: User, password: str) -> None:
    NewPasswordScreen(user.window).field("nouveau").press_sequentially(password)


@when(parsers.parse("l'usager tape puis valide le mot de passe « {password} »"), target_fixture="level")
def types_and_validates(user: User, password: str) -> str:
    types(user, password)
    level = NewPasswordScreen(user.window).await_final_level(LEVELS)
    user.choose(password)
    return level


@then(parsers.parse("le niveau affiché est {level}"))
def level_is(user: User, level: str) -> None:
    allowed = {"Faible": ("Faible",), "Normal ou Fort": ("Normal", "Moyen", "Fort"), "l'un des trois": LEVELS}
    NewPasswordScreen(user.window).await_level(*allowed[level])


@then("le niveau affiché passe de « Faible » à « Fort »")
def level_has_risen(levels: list[str]) -> None:
    same("Les niveaux affichés", expected=["Faible", "Fort"], seen=levels)


@then("il est accepté si et seulement si le niveau affiché n'est pas Faible")
def verdict_agrees_with_level(user: User, level: str) -> None:
    user.window.settle()
    accepted = DoneScreen(user.window).is_shown()
    same(f"L'acceptation d'un mot de passe annoncé « {level} »", expected=level != "Faible", seen=accepted)


@then("le mot de passe est refusé")
def password_is_refused(user: User) -> None:
    NewPasswordScreen(user.window).await_still_shown()


@then("le récapitulatif confirme le changement")
def change_is_confirmed(user: User) -> None:
    DoneScreen(user.window).await_shown().confirm_success()


@then("il donne une date de fin de validité")
def a_date_is_given(user: User) -> None:
    DoneScreen(user.window).valid_until()


@then(parsers.parse("l'écran annonce une validité jusqu'au {day}"))
def validity_announced(user: User, day: str) -> None:
    same("La fin de validité à l'écran", expected=day, seen=DoneScreen(user.window).await_shown().valid_until())


@then(parsers.parse("le site suit la lecture « {reading} » de la contradiction C01"))
def follows_reading(user: User, variants: Variants, reading: str) -> None:
    user.window.settle()
    accepted = DoneScreen(user.window).is_shown()
    words = ("admis", "le mot de passe est accepté") if accepted else ("refuses", "le mot de passe est refusé")
    variants.follow(f"C01.{reading}", *words)


@then("les deux champs du nouveau mot de passe sont vides et masqués")
def fields_are_empty_and_masked(user: User) -> None:
    screen = NewPasswordScreen(user.window)
    screen.await_still_shown()
    same(
        "Le contenu des deux champs", expected=["", ""], seen=["(rempli)" if text else "" for text in screen.entered()]
    )
    same("Le type des deux champs", expected=["password", "password"], seen=screen.types())


@then("la saisie commencée est intacte")
def typing_is_intact(user: User) -> None:
    same("Le début du mot de passe saisi", expected=STARTED, seen=NewPasswordScreen(user.window).entered()[0])
