"""The four screens of « Mot de passe oublié » (EP6 §2)."""

from steps.checks import plain
from steps.dates import valid_until
from steps.screens.captcha import GuardedScreen
from steps.screens.procedure import Player, Procedure, ProcedureScreen
from steps.screens.strength import PasswordScreen
from targets.faults import Unmet


class EmailScreen(GuardedScreen):
    """Screen 1: the login e-mail and the image to copy."""

    key = "oubli_adresse"
    name = "Adresse électronique de connexion"

    def submit(self, email: str, signs: str | None = None) -> "AnswerScreen":
        """Give the e-mail, copy the image (or type ``signs`` in its place) and continue."""
        self.fill("adresse", email)
        self.type_signs(signs)
        self.press("continuer")
        return AnswerScreen(self.window)

    def give(self, player: Player, signs: str | None = None) -> "AnswerScreen":
        """See ``GuardedScreen``."""
        return self.submit(player.email, signs)


class AnswerScreen(ProcedureScreen):
    """Screen 2: the security question."""

    key = "oubli_reponse"
    name = "Réponse à la question de confiance"
    reminders = ("adresse", "question")

    def submit(self, answer: str) -> "NewPasswordScreen":
        """Answer the question and continue."""
        self.fill("reponse", answer)
        self.press("continuer")
        return NewPasswordScreen(self.window)

    def advance(self, player: Player) -> None:
        """Give what the player knows and continue."""
        self.submit(player.answer)


class NewPasswordScreen(PasswordScreen):
    """Screen 3: the new password, twice."""

    key = "oubli_nouveau"
    name = "Saisie du nouveau mot de passe"
    reminders = ("adresse", "question", "reponse")
    entries = ("nouveau", "confirmation")

    def submit(self, password: str, confirmation: str | None = None) -> "DoneScreen":
        """Type the password and its confirmation (the same unless given) and validate."""
        self.fill("nouveau", password)
        self.fill("confirmation", password if confirmation is None else confirmation)
        self.press("valider")
        return DoneScreen(self.window)

    def choose(self, player: Player, password: str, confirmation: str | None = None) -> None:
        """See ``PasswordScreen``."""
        self.submit(password, confirmation)

    def advance(self, player: Player) -> None:
        """Give what the player knows and continue."""
        self.submit(player.renewed())


class DoneScreen(ProcedureScreen):
    """Screen 4: the change is confirmed."""

    key = "oubli_recapitulatif"
    name = "Récapitulatif"

    def confirm_success(self) -> None:
        """Require the sentence that says the password has been changed, in the sheet's words or close to them."""
        success = self.words.message("succes")
        if not self.window.until(lambda: success.inline.search(plain(self.window.text())) is not None):
            seen = plain(self.window.text())
            raise Unmet("Le récapitulatif ne confirme pas le changement.", expected=success.spoken, seen=seen)

    def valid_until(self) -> str:
        """The last day of validity as the screen writes it, « 05 juin 2026 »; raises Unmet when there is none."""
        if not self.window.until(lambda: bool(valid_until(self.window.text()))):
            raise Unmet(
                "L'écran n'annonce pas de date de validité.",
                expected="« valable jusqu'au » suivi d'une date comme « 05 juin 2026 »",
                seen=plain(self.window.text()),
            )
        return valid_until(self.window.text())


FORGOTTEN = Procedure(
    name="la procédure",
    screens=(EmailScreen, AnswerScreen, NewPasswordScreen, DoneScreen),
    steps=(
        "Adresse électronique de connexion",
        "Réponse à la question de confiance",
        "Nouveau mot de passe",
        "Récapitulatif",
    ),
)
