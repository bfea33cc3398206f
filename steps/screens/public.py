"""The screens that anybody reaches: home of the site, authentication, list of help sheets."""

from typing import Self

from playwright.sync_api import Locator

from steps.screens.captcha import CaptchaScreen
from steps.screens.screen import Screen
from steps.screens.space import SpaceScreen
from targets.faults import Unmet


class HomeScreen(Screen):
    """The home of the site, where every procedure starts (EP6 §2)."""

    key = "accueil"

    def open(self) -> Self:
        """Open the address of the site."""
        self.window.go("/")
        return self

    def is_shown(self) -> bool:
        """The home has no title of its own in the sheets: the way to the professional space tells it."""
        return self.offers("espace_professionnel") and not AuthenticationScreen(self.window).is_shown()

    def to_authentication(self) -> "AuthenticationScreen":
        """Ask for the professional space."""
        self.press("espace_professionnel")
        return AuthenticationScreen(self.window)


class AuthenticationScreen(CaptchaScreen):
    """« Connexion à mon espace professionnel » (EP6 §2)."""

    key = "authentification"

    def log_in(self, email: str, password: str) -> SpaceScreen:
        """Fill in both fields, the image if this target shows one (C18), and press « Connexion »."""
        self.fill("adresse", email)
        self.fill("mot_de_passe", password)
        if self.shows_captcha():
            self.copy_captcha()
        self.press("connexion")
        return SpaceScreen(self.window)

    def await_refusal(self) -> None:
        """Require that the last log in opened nothing: this screen is still there, the space is not."""
        self.window.settle()
        if SpaceScreen(self.window).is_shown() or not self.is_shown():
            raise Unmet(
                "La connexion n'est pas refusée.",
                expected="l'écran d'authentification, avec un refus",
                seen=self.window.overview(),
            )

    def password_type(self) -> str | None:
        """The ``type`` of the password field: « password » when what is typed is masked."""
        return self.field("mot_de_passe").get_attribute("type")

    def help_text(self) -> Locator:
        """What the help on the password shows once open: a dialog, a tooltip or a status."""
        return self.page.locator("dialog[open], [role=dialog], [role=tooltip], [role=status], [role=note]").filter(
            visible=True
        )


class HelpScreen(Screen):
    """The list of the FOCUS sheets."""

    key = "aide"
