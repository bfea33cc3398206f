"""The person of a scenario: who they are, what they know, the window they look through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from steps.screens.forgotten import AnswerScreen, DoneScreen, EmailScreen, ForgottenScreen, NewPasswordScreen
from steps.screens.public import AuthenticationScreen, HomeScreen
from steps.screens.space import SpaceScreen
from steps.screens.window import Window
from targets.spaces import Person

PROCEDURE: tuple[type[ForgottenScreen], ...] = (EmailScreen, AnswerScreen, NewPasswordScreen, DoneScreen)


@dataclass
class User:
    """A person with a space. ``password`` is the one in force as far as they know; ``chosen`` what they last typed."""

    person: Person
    window: Window
    open_window: Callable[..., Window]
    new_password: Callable[..., str]
    subscriber_number: str = ""
    services: tuple[Mapping[str, str], ...] = ()
    answer: str = ""
    original: str = field(init=False)
    chosen: str = ""

    def __post_init__(self) -> None:
        self.original = self.person.password
        self.answer = self.answer or self.person.answer

    @property
    def email(self) -> str:
        """The login e-mail."""
        return self.person.email

    def home(self) -> HomeScreen:
        """Open the home of the site."""
        return HomeScreen(self.window).open()

    def authentication(self) -> AuthenticationScreen:
        """Reach the authentication screen from the home."""
        return self.home().to_authentication().await_shown()

    def log_in(self, password: str, email: str | None = None) -> SpaceScreen:
        """Fill in the authentication screen and press « Connexion »."""
        return self.authentication().log_in(self.email if email is None else email, password)

    def elsewhere(self) -> "User":
        """The same person on another device: no cookie, no page in common."""
        other = User(self.person, self.open_window(), self.open_window, self.new_password,
                     self.subscriber_number, self.services, self.answer)  # fmt: skip
        other.chosen = self.chosen
        return other

    def begin(self) -> EmailScreen:
        """Open the procedure from the authentication screen."""
        self.authentication().press("mot_de_passe_oublie")
        return EmailScreen(self.window).await_shown()

    def reach(self, title: str) -> ForgottenScreen:
        """Play the procedure up to the screen called ``title``; returns that screen, shown."""
        reached: ForgottenScreen = self.begin()
        for screen in PROCEDURE[1:]:
            if reached.title.matches(title):
                return reached
            self.advance(reached)
            reached = screen(self.window).await_shown()
        return reached

    def advance(self, screen: ForgottenScreen) -> None:
        """Fill in ``screen`` with what this person knows, and go on."""
        if isinstance(screen, EmailScreen):
            screen.submit(self.email)
        elif isinstance(screen, AnswerScreen):
            screen.submit(self.answer)
        elif isinstance(screen, NewPasswordScreen):
            self.choose(self.new_password())

    def choose(self, password: str, confirmation: str | None = None) -> DoneScreen:
        """Type ``password`` on the third screen and validate."""
        self.chosen = password
        return NewPasswordScreen(self.window).submit(password, confirmation)

    def change_password(self) -> DoneScreen:
        """Play the whole procedure with a new, sound password."""
        self.reach("Saisie du nouveau mot de passe")
        return self.choose(self.new_password()).await_shown()


class Enrol(Protocol):
    """How a scenario gets a person: invents them, opens their space where ``state`` says so, gives them a window."""

    def __call__(
        self,
        state: str = "active",
        *,
        services: tuple[Mapping[str, str], ...] = (),
        answer: str | None = None,
        **context: Any,
    ) -> User:
        """Create the user; ``context`` goes to the browser context (time zone, device)."""
        ...
