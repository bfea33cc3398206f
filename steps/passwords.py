"""Choosing a new password: what is typed, what is accepted, what is refused, which strength is shown."""

from datetime import date

from pytest_bdd import given, parsers, then, when

from steps.checks import holds, same
from steps.dates import last_day_of_three_years, same_day, written
from steps.screens.forgotten import FORGOTTEN
from steps.screens.strength import LEVELS
from steps.user import User
from steps.variants import Variants
from steps.words import near

UNUSUAL = {
    "un espace au milieu": "Kp7vTz3mQx 9wLd5rNb2sG",
    "un espace en tête": " Kp7vTz3mQx9wLd5rNb2sG",
    "un espace à la fin": "Kp7vTz3mQx9wLd5rNb2sG ",
    "un espace insécable au milieu": "Kp7vTz3mQx\u00a09wLd5rNb2sG",
    "un espace après 19 caractères": "Kp7vTz3mQx9wLd5rNb2 ",
    "un « é » au milieu": "Kp7vTz3mQx\u00e99wLd5rNb2sG",
    "un « É » au milieu": "Kp7vTz3mQx\u00c99wLd5rNb2sG",
    "un « ç » au milieu": "Kp7vTz3mQx\u00e79wLd5rNb2sG",
    "un « œ » au milieu": "Kp7vTz3mQx\u01539wLd5rNb2sG",
    "un « é » décomposé au milieu": "Kp7vTz3mQxe\u03019wLd5rNb2sG",
    "un « ! » au milieu": "Kp7vTz3mQx!9wLd5rNb2sG",
    "une apostrophe au milieu": "Kp7vTz3mQx'9wLd5rNb2sG",
    "vingt lettres et aucun chiffre": "KpvTzmQxwLdrNbsGhJfY",
    "vingt chiffres et aucune lettre": "84926173058261947350",
}
CHOICES = {
    "les espaces": "C01.espaces",
    "les accents": "C01.accents",
    "la ponctuation": "C01.ponctuation",
    "le mélange": "C01.melange",
}
STARTED = "Kp7vTz3mQx9"


@given(parsers.re("l'usager a commencé à saisir son (?:nouveau )?mot de passe"))
def has_started_typing(user: User) -> None:
    screen = user.choosing()
    screen.prepare()
    screen.fill(screen.entries[0], STARTED)


@when("l'usager choisit un nouveau mot de passe par la procédure")
def changes_password(user: User) -> None:
    user.change_password()


@when("l'usager choisit, d'un autre appareil, un nouveau mot de passe par la procédure")
def changes_password_elsewhere(user: User) -> None:
    user.elsewhere().change_password()


@when("l'usager revient par la procédure à son mot de passe d'origine")
def returns_to_the_original(user: User) -> None:
    user.reach(FORGOTTEN, "Saisie du nouveau mot de passe")
    user.choose(user.original)


@when(parsers.parse("l'usager saisit et confirme le mot de passe « {password} »"))
def chooses(user: User, password: str) -> None:
    user.choose(password)


@when("l'usager saisit et confirme un mot de passe conforme")
def chooses_a_sound_one(user: User) -> None:
    user.choose(user.new_password())


@when(parsers.parse("l'usager saisit et confirme un mot de passe solide de {length:d} caractères"))
def chooses_one_of_length(user: User, length: int) -> None:
    user.choose(user.new_password(length))
    user.window.settle()


@when(parsers.parse("l'usager saisit et confirme un mot de passe avec {sign}"))
def chooses_one_with(user: User, sign: str) -> None:
    user.choose(UNUSUAL[sign])


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
    screen = user.choosing()
    screen.prepare()
    for entry in screen.entries:
        screen.fill(entry, user.chosen)
    screen.press("valider", twice=True)
    user.confirmed().await_shown()


@when("l'usager tape un mot de passe évident, l'efface, puis en tape un solide", target_fixture="levels")
def types_two(user: User) -> list[str]:
    screen = user.choosing()
    screen.prepare()
    typed = screen.field(screen.entries[0])
    typed.press_sequentially("aaaaaaaaaaaaaaaaaaaa")
    first = screen.level_soon("Faible")
    typed.fill("")
    typed.press_sequentially(user.new_password())
    return [first, screen.level_soon("Fort")]


@when(parsers.parse("l'usager tape le mot de passe « {password} »"))
def types(user: User, password: str) -> None:
    screen = user.choosing()
    screen.prepare()
    screen.field(screen.entries[0]).press_sequentially(password)


@when(parsers.parse("l'usager tape puis valide le mot de passe « {password} »"), target_fixture="level")
def types_and_validates(user: User, password: str) -> str:
    types(user, password)
    level = user.choosing().await_final_level()
    user.choose(password)
    return level


@then(parsers.parse("le niveau affiché est {level}"))
def level_is(user: User, level: str) -> None:
    allowed = {"Faible": ("Faible",), "Normal ou Fort": ("Normal", "Moyen", "Fort"), "l'un des trois": LEVELS}
    shown = user.choosing().await_final_level()
    holds(shown in allowed[level], "Le niveau de sécurité affiché", expected=" ou ".join(allowed[level]), seen=shown)


@then("le niveau affiché passe de « Faible » à « Fort »")
def level_has_risen(levels: list[str]) -> None:
    same("Les niveaux affichés", expected=["Faible", "Fort"], seen=levels)


@then("il est refusé si le niveau affiché est « Faible », accepté sinon")
def verdict_agrees_with_level(user: User, level: str) -> None:
    accepted = _accepted(user)
    same(f"L'acceptation d'un mot de passe annoncé « {level} »", expected=level != "Faible", seen=accepted)


@then("le mot de passe est refusé")
def password_is_refused(user: User) -> None:
    screen = user.choosing()
    screen.await_kept_from(user.playing.after(screen))


def _accepted(user: User) -> bool:
    screen = user.choosing()
    return screen.leads_to(user.playing.after(screen))


@then(parsers.re("(?:le récapitulatif|l'écran) confirme le changement"))
def change_is_confirmed(user: User) -> None:
    user.confirmed().await_shown().confirm_success()


@then("il donne une date de fin de validité")
def a_date_is_given(user: User) -> None:
    user.confirmed().valid_until()


@then("l'écran annonce une validité jusqu'à la veille du même jour, trois ans plus tard")
def validity_of_three_years(user: User, today: date) -> None:
    validity_announced(user, written(last_day_of_three_years(today)))


@then(parsers.parse("l'écran annonce une validité jusqu'au {day}"))
def validity_announced(user: User, day: str) -> None:
    seen = user.confirmed().await_shown().valid_until()
    holds(same_day(day, seen), "La fin de validité à l'écran", expected=day, seen=seen)


@then(parsers.parse("l'écran écrit la date « {day} »"))
def date_is_written(user: User, day: str) -> None:
    same("La date écrite à l'écran", expected=day, seen=user.confirmed().await_shown().valid_until())


@then(parsers.parse("le site l'admet ou le refuse, comme il l'a déclaré pour {choice}"))
def follows_its_choice(user: User, variants: Variants, choice: str) -> None:
    accepted = _accepted(user)
    words = ("admis", "le mot de passe est accepté") if accepted else ("refuses", "le mot de passe est refusé")
    variants.follow(CHOICES[choice], *words)


@then(parsers.re("les deux champs du (?:nouveau )?mot de passe sont vides"))
def fields_are_empty(user: User) -> None:
    screen = user.choosing()
    screen.await_still_shown()
    seen = ["(rempli)" if text else "" for text in screen.passwords()]
    same("Le contenu des deux champs", expected=["", ""], seen=seen)


@then(parsers.re("les deux champs du (?:nouveau )?mot de passe sont vides et masqués"))
def fields_are_empty_and_masked(user: User) -> None:
    fields_are_empty(user)
    same("Le type des deux champs", expected=["password", "password"], seen=user.choosing().types())


@then("la saisie commencée est intacte")
def typing_is_intact(user: User) -> None:
    same("Le début du mot de passe saisi", expected=STARTED, seen=user.choosing().passwords()[0])
