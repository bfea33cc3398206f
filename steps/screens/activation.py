"""« Activez votre espace / vos services »: the three screens, common to every procedure that mails a code (EP2 §3)."""

import re

from steps.checks import plain
from steps.dates import ANY_DATE
from steps.screens.captcha import GuardedScreen
from steps.screens.procedure import Player, Procedure, ProcedureScreen
from steps.screens.recap import FOURTEEN, RecapScreen


class CodeScreen(GuardedScreen):
    """Screen 1: the code of the mail and the image to copy."""

    key = "activation_code"
    name = "Code d'activation"

    def is_shown(self) -> bool:
        """The code can be typed, and no e-mail."""
        following = ActivationEmailScreen(self.window)
        return super().is_shown() and self.is_editable("code") and not following.is_editable("adresse")

    def submit(self, code: str, signs: str | None = None) -> "ActivationEmailScreen":
        """Type the code, copy the image (or type ``signs`` in its place) and continue."""
        self.fill("code", code)
        self.type_signs(signs)
        self.press("continuer")
        return ActivationEmailScreen(self.window)

    def give(self, player: Player, signs: str | None = None) -> "ActivationEmailScreen":
        """See ``GuardedScreen``; the code is the one that was mailed."""
        return self.submit(player.code(), signs)


class ActivationEmailScreen(ProcedureScreen):
    """Screen 2: the login e-mail, which must go with the code."""

    key = "activation_adresse"
    name = "Identifiants"
    reminders = ("code",)

    def is_shown(self) -> bool:
        """The e-mail can be typed."""
        return super().is_shown() and self.is_editable("adresse")

    def submit(self, email: str) -> "ActivatedScreen":
        """Give the e-mail and continue."""
        self.fill("adresse", email)
        self.press("continuer")
        return ActivatedScreen(self.window)

    def advance(self, player: Player) -> None:
        """Give what the player knows and continue."""
        self.submit(player.email)


class ActivatedScreen(ProcedureScreen, RecapScreen):
    """Screen 3: the space exists; its subscriber number and its recap document."""

    key = "activation_recapitulatif"
    name = "Récapitulatif"

    def is_shown(self) -> bool:
        """The way to the services is offered."""
        return super().is_shown() and self.offers("services")

    def subscriber_number(self) -> str:
        """The 14 digits of the page, grouped or not, else those that a label announces, awaited, or an empty string."""
        self.window.until(lambda: bool(self._read(NUMBERS)))
        return "".join(self._read(NUMBERS)[:1]).replace(" ", "")

    def registered_on(self) -> list[str]:
        """The date that « a été réalisée le » announces, as written, else all those of the page, awaited."""
        self.window.until(lambda: bool(self._read(REGISTERED)))
        return self._read(REGISTERED)

    def _read(self, patterns: tuple[str, ...]) -> list[str]:
        """What the first of ``patterns`` that finds anything finds."""
        text = plain(self.window.text())
        return next((found for each in patterns if (found := re.findall(each, text, re.IGNORECASE))), [])


NUMBERS = (FOURTEEN, r"(?:num[ée]ro|n[°ºo])(?: d'abonn[ée])?\s*:?\s*(\d+)")
REGISTERED = (rf"(?:(?:r[ée]alis|effectu|enregistr)[ée]e le|inscription du|inscrit le)\s*({ANY_DATE})", ANY_DATE)
ACTIVATION = Procedure(
    name="l'activation",
    screens=(CodeScreen, ActivationEmailScreen, ActivatedScreen),
    steps=("Code d'activation", "Identifiants", "Récapitulatif"),
)
