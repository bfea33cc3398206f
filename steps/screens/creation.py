"""« Créer votre espace professionnel »: the choice of the mode, then the five screens of the procedure (EP2 §2)."""

from collections.abc import Mapping

from steps.screens.captcha import GuardedScreen
from steps.screens.procedure import Player, Procedure, ProcedureScreen
from steps.screens.screen import Screen
from steps.screens.strength import PasswordScreen
from targets.spaces import Person


class ModeScreen(Screen):
    """« Professionnels »: simplified mode, or expert (EP2-2-8 to EP2-2-12)."""

    key = "creation_mode"


class TermsScreen(GuardedScreen):
    """Screen 1: the terms to accept and the image to copy."""

    key = "creation_conditions"
    name = "Conditions générales"

    def submit(self, signs: str | None = None, *, accepted: bool = True) -> "IdentifiersScreen":
        """Tick the box unless told not to, copy the image (or type ``signs`` in its place) and continue."""
        if accepted:
            self.field("conditions").check()
        self.type_signs(signs)
        self.press("continuer")
        return IdentifiersScreen(self.window)

    def give(self, player: Player, signs: str | None = None) -> "IdentifiersScreen":
        """See ``GuardedScreen``."""
        return self.submit(signs)


class IdentifiersScreen(PasswordScreen):
    """Screen 2: the e-mail and the password, each twice."""

    key = "creation_identifiants"
    name = "Identifiants"
    entries = ("mot_de_passe", "mot_de_passe_confirme")
    mandatory = ("adresse", "adresse_confirmee", *entries)

    def type(
        self, email: str, password: str, email_again: str | None = None, password_again: str | None = None
    ) -> None:
        """Type both, each confirmed by itself unless another confirmation is given."""
        self.fill("adresse", email)
        self.fill("adresse_confirmee", email if email_again is None else email_again)
        self.fill("mot_de_passe", password)
        self.fill("mot_de_passe_confirme", password if password_again is None else password_again)

    def submit(
        self, email: str, password: str, email_again: str | None = None, password_again: str | None = None
    ) -> "FormScreen":
        """Type both and continue."""
        self.type(email, password, email_again, password_again)
        self.press("continuer")
        return FormScreen(self.window)

    def advance(self, player: Player) -> None:
        """Give what the player knows and continue."""
        self.submit(player.email, player.original)


class FormScreen(ProcedureScreen):
    """Screen 3: who the user is, where they live, their security question."""

    key = "creation_formulaire"
    name = "Formulaire inscription"
    reminders = ("adresse",)
    mandatory = ("nom", "prenom", "telephone", "ville", "pays", "reponse")
    optional = ("numero", "nature", "libelle", "complement", "code_postal")
    typed = ("nom", "prenom", "telephone", "numero", "nature", "libelle", "complement", "code_postal", "ville", "pays",
             "reponse")  # fmt: skip

    def type(self, details: Mapping[str, str]) -> None:
        """Type ``details`` (name of a field -> value); « question » is chosen in its list."""
        for name, value in details.items():
            if name == "question":
                self.field(name).select_option(label=value)
            else:
                self.fill(name, value)

    def submit(self, details: Mapping[str, str]) -> "SummaryScreen":
        """Type ``details`` and continue."""
        self.type(details)
        self.press("continuer")
        return SummaryScreen(self.window)

    def entered(self) -> dict[str, str]:
        """What each field that can be typed holds."""
        return {name: self.field(name).input_value() for name in self.typed}

    def questions(self) -> list[str]:
        """The questions of the list, in order."""
        return self.field("question").locator("option").all_inner_texts()

    def question_chosen(self) -> str:
        """The question that stands selected."""
        return str(self.field("question").evaluate("e => e.selectedOptions?.[0]?.textContent ?? e.value")).strip()

    def advance(self, player: Player) -> None:
        """Give what the player is and continue."""
        self.submit(details_of(player.person, player.answer))


class SummaryScreen(ProcedureScreen):
    """Screen 4: all that was given, to correct or to validate. The sheet gives it no title of its own."""

    key = "creation_recapitulatif"
    name = "Récapitulatif"

    def is_shown(self) -> bool:
        """« Valider » is offered, and the name stands where it can no longer be typed."""
        return super().is_shown() and self.offers("valider") and not self.is_editable("nom")

    def advance(self, player: Player) -> None:
        """Confirm."""
        self.press("valider")


class RegisteredScreen(ProcedureScreen):
    """Screen 5: a code has been mailed. The sheet gives it no title of its own."""

    key = "creation_enregistrement"
    name = "Enregistrement"

    def is_shown(self) -> bool:
        """The way to the activation is offered."""
        return super().is_shown() and self.offers("activer")


def details_of(person: Person, answer: str) -> dict[str, str]:
    """What ``person`` types on the form (name of a field -> value)."""
    home = person.address
    return {
        "nom": person.last_name,
        "prenom": person.first_name,
        "telephone": person.phone,
        "numero": home.number,
        "nature": home.kind,
        "libelle": home.street,
        "complement": home.extra,
        "code_postal": home.postcode,
        "ville": home.city,
        "pays": home.country,
        "question": person.question,
        "reponse": answer,
    }


CREATION = Procedure(
    name="la création",
    screens=(TermsScreen, IdentifiersScreen, FormScreen, SummaryScreen, RegisteredScreen),
    steps=("Conditions générales", "Identifiants", "Formulaire inscription", "Récapitulatif", "Enregistrement"),
)
