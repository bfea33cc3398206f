"""« Mot de passe expiré »: the three screens of the renewal that the log in leads to (expiry sheet, chapter 3)."""

from steps.screens.captcha import GuardedScreen
from steps.screens.confirmed import ConfirmedScreen
from steps.screens.procedure import Player, Procedure
from steps.screens.strength import PasswordScreen


class ExpiredEmailScreen(GuardedScreen):
    """Screen 1: the login e-mail, asked for again, and the image to copy (C23)."""

    key = "expire_adresse"
    name = "Adresse électronique de connexion"

    def submit(self, email: str, signs: str | None = None) -> "ExpiredPasswordScreen":
        """Give the e-mail, copy the image (or type ``signs`` in its place) and continue."""
        self.fill("adresse", email)
        self.type_signs(signs)
        self.press("continuer")
        return ExpiredPasswordScreen(self.window)

    def give(self, player: Player, signs: str | None = None) -> "ExpiredPasswordScreen":
        """See ``GuardedScreen``."""
        return self.submit(player.email, signs)


class ExpiredPasswordScreen(PasswordScreen):
    """Screen 2: the old password, then the new one, twice."""

    key = "expire_nouveau"
    name = "Saisie du nouveau mot de passe"
    entries = ("nouveau", "confirmation")
    mandatory = ("ancien", *entries)

    def submit(self, old: str, password: str, confirmation: str | None = None) -> "ExpiredDoneScreen":
        """Type the old password, the new one and its confirmation (the same unless given), and validate."""
        again = password if confirmation is None else confirmation
        self.type({"ancien": old, "nouveau": password, "confirmation": again})
        self.press("valider")
        return ExpiredDoneScreen(self.window)

    def choose(self, player: Player, password: str, confirmation: str | None = None) -> None:
        """See ``PasswordScreen``."""
        self.submit(player.original, password, confirmation)

    def advance(self, player: Player) -> None:
        """Give what the player knows and validate."""
        self.submit(player.original, player.renewed())


class ExpiredDoneScreen(ConfirmedScreen):
    """Screen 3: the password has been renewed."""

    key = "expire_recapitulatif"
    name = "Récapitulatif"


EXPIRED = Procedure(
    name="le renouvellement",
    screens=(ExpiredEmailScreen, ExpiredPasswordScreen, ExpiredDoneScreen),
    steps=("Adresse électronique de connexion", "Nouveau mot de passe", "Récapitulatif"),
)
