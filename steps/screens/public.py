"""The screens that anybody reaches: home of the site, authentication, list of help sheets."""

from typing import Self

from steps.screens.captcha import CaptchaScreen
from steps.screens.screen import Screen
from steps.screens.space import SpaceScreen
from targets.names import named

ELSEWHERE = (
    "Connexion à mon espace professionnel",
    "Mot de passe oublié",
    "Créer votre espace professionnel",
    "Activez votre espace / vos services",
    "Récapitulatif",
    "Fiches focus sur les téléprocédures",
    "Optez pour un accès avec une adresse électronique et un mot de passe",
    "Opter pour l'accès sans certificat",
)


class HomeScreen(Screen):
    """The home of the site, where every procedure starts (EP6 §2)."""

    key = "accueil"

    def open(self) -> Self:
        """Open the address of the site."""
        self.window.go("/")
        return self

    def is_shown(self) -> bool:
        """The home has no title of its own in the sheets: the way to the professional space tells it.

        Other pages may offer it too: those of which the sheets give the title are not the home.
        """
        elsewhere = (named([title]) for title in ELSEWHERE)
        titled = any(self.window.heading(each).count() for each in elsewhere)
        return self._is_way_in() and not titled and not HelpScreen(self.window).is_shown()

    def _is_way_in(self) -> bool:
        return self.offers("espace_professionnel") or self.offers("menu")

    def shows_the_way(self) -> bool:
        """Whether the way to the professional space can be pressed as the page stands: a folded menu may be there,
        out of the window or behind what is shown."""
        return self.offers("espace_professionnel") and self.window.reachable(self.command("espace_professionnel"))

    def is_folded(self) -> bool:
        """Whether the way to the professional space has to be asked for by « Menu » (EP2-2-2)."""
        self.window.until(self._is_way_in)
        return self.offers("menu") and not self.shows_the_way()

    def to_authentication(self) -> "AuthenticationScreen":
        """Ask for the professional space, through « Menu » where the way is folded."""
        if self.is_folded():
            self.press("menu")
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

    def password_type(self) -> str | None:
        """The ``type`` of the password field: « password » when what is typed is masked."""
        return self.field("mot_de_passe").get_attribute("type")

    def toggle(self, expected: str) -> str | None:
        """Press what shows or hides the password; its type, once it is ``expected`` or patience ends."""
        self.press("voir_mot_de_passe")
        self.window.until(lambda: self.password_type() == expected)
        return self.password_type()


class HelpScreen(Screen):
    """The list of the FOCUS sheets."""

    key = "aide"
