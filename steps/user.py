"""The person of a scenario: who they are, what they know, the window they look through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from steps.letters import code_in
from steps.screens.activation import ACTIVATION, ActivatedScreen
from steps.screens.confirmed import ConfirmedScreen
from steps.screens.creation import CREATION, ModeScreen
from steps.screens.credentials import CHANGE, CredentialsScreen, ManageScreen
from steps.screens.expired import EXPIRED
from steps.screens.forgotten import FORGOTTEN
from steps.screens.option import OPTION, StartScreen
from steps.screens.procedure import Procedure, ProcedureScreen
from steps.screens.public import AuthenticationScreen, HelpScreen, HomeScreen
from steps.screens.space import AlertScreen, SpaceScreen
from steps.screens.strength import PasswordScreen
from steps.screens.window import Window
from targets.faults import CapabilityMissing, Fault, Unmet
from targets.mail import Mailbox
from targets.spaces import Person

WAYS = {FORGOTTEN: "mot_de_passe_oublie", CREATION: "creer", ACTIVATION: "activer", OPTION: "aide"}
"""What leads to each procedure from the authentication screen: to the option, through the list of help sheets."""
THREE = 3
"""How many questions a certificate space asks (EP4-1.4-2)."""
ANSWER_LENGTH = 16
PROCEDURES = {procedure.name: procedure for procedure in (*WAYS, CHANGE, EXPIRED)}


@dataclass
class User:
    """A person. ``original`` is the password they have, or will give their space; ``chosen`` the last one they typed.

    ``question`` is the security question of their space: at a site that does not offer theirs, another one (G28).
    Where it is reached with a certificate, that is the first of three, and ``answer`` the first answer, until they opt.
    ``email`` is the login e-mail, or the one that they have asked for in its place; ``former`` is then the one before.
    ``keep_secret`` (name, value) keeps a value out of all that is written down.
    """

    person: Person
    window: Window
    open_window: Callable[..., Window]
    new_password: Callable[..., str]
    mailbox: Mailbox
    keep_secret: Callable[[str, str], None]
    subscriber_number: str = ""
    services: tuple[Mapping[str, str], ...] = ()
    answer: str = ""
    original: str = field(init=False)
    chosen: str = ""
    question: str = field(init=False)
    email: str = field(init=False)
    former: str = ""

    def __post_init__(self) -> None:
        self.original = self.person.password
        self.question = self.person.question
        self.email = self.person.email
        self.answer = self.answer or self.person.answer

    # -- log in -------------------------------------------------------------------------------------------------

    def home(self) -> HomeScreen:
        """Open the home of the site."""
        return HomeScreen(self.window).open()

    def authentication(self) -> AuthenticationScreen:
        """Reach the authentication screen from the home."""
        return self.home().to_authentication().await_shown()

    def log_in(self, password: str, email: str | None = None) -> SpaceScreen:
        """Fill in the authentication screen and press « Connexion »."""
        return self.authentication().log_in(self.email if email is None else email, password)

    def inside(self) -> SpaceScreen:
        """The home of the space; logs in, with the password that they have, unless it is there."""
        space = SpaceScreen(self.window)
        return space if space.is_shown() else self.enter(self.original, self.former or None)

    def enter(self, password: str, email: str | None = None) -> SpaceScreen:
        """Log in and acknowledge the alert, where there is one; returns the home of the space, shown."""
        space, alert = self.log_in(password, email), AlertScreen(self.window)
        if space.leads_to(alert):
            alert.press("ok")
        return space.await_shown()

    def manage(self) -> ManageScreen:
        """« Gérer les services », shown."""
        return self.ask_to_manage().await_shown()

    def ask_to_manage(self) -> ManageScreen:
        """Follow, from the home of the space, the link that should lead to « Gérer les services »."""
        self.inside().press("gerer_les_services")
        return ManageScreen(self.window)

    def credentials(self) -> CredentialsScreen:
        """« Modifiez vos identifiants », shown."""
        self.window.procedure = CHANGE.name
        return self.manage().to_credentials().await_shown()

    def elsewhere(self) -> "User":
        """The same person on another device: no cookie, no page in common."""
        other = User(self.person, self.open_window(), self.open_window, self.new_password, self.mailbox,
                     self.keep_secret, self.subscriber_number, self.services, self.answer)  # fmt: skip
        other.know_as(self)
        return other

    def know_as(self, other: "User") -> None:
        """Know what ``other``, the same person on another device, has come to know."""
        self.chosen, self.question = other.chosen, other.question
        self.answer, self.email, self.former = other.answer, other.email, other.former

    # -- procedures ---------------------------------------------------------------------------------------------

    def begin(self, procedure: Procedure) -> ProcedureScreen:
        """Open a procedure, from the space or from the authentication screen; returns its first screen, shown."""
        if procedure in WAYS:
            return enter(procedure, self.authentication())
        return self.credentials() if procedure is CHANGE else self.expired()

    def expired(self) -> ProcedureScreen:
        """« Mot de passe expiré », where the log in with an expired password leads."""
        self.window.procedure = EXPIRED.name
        self.log_in(self.original)
        return EXPIRED.screens[0](self.window).await_shown()

    def reach(self, procedure: Procedure, name: str) -> ProcedureScreen:
        """Play a procedure up to the screen that the features call ``name``; returns that screen, shown."""
        return self.go_on(self.begin(procedure), name)

    def go_on(self, reached: ProcedureScreen, name: str) -> ProcedureScreen:
        """Play the procedure on from ``reached``, which is shown, up to the screen called ``name``."""
        screens = self.playing.screens
        for screen in screens[screens.index(type(reached)) + 1 :]:
            if reached.name == name:
                return reached
            reached.advance(self)
            reached = screen(self.window).await_shown()
        return reached

    @property
    def playing(self) -> Procedure:
        """The procedure that is open in the window."""
        return playing(self.window)

    def shown(self) -> ProcedureScreen:
        """The screen of that procedure that the site has answered with; raises Absent."""
        return self.playing.shown(self.window)

    def renewed(self) -> str:
        """A new, sound password, remembered as the last one chosen."""
        self.chosen = self.new_password()
        return self.chosen

    def codes(self, count: int = 1) -> list[str]:
        """The activation codes mailed to this person so far, oldest first, once ``count`` mails have come.

        Raises Unmet when the last mail holds none.
        """
        letters = self.mailbox.wait_for(self.email, count)
        codes = [code for letter in letters if (code := code_in(letter))]
        for code in codes:
            self.keep_secret("code d'activation", code)
        if len(codes) < count:
            raise Unmet(
                "Le courriel avec le code d'activation n'est pas arrivé.",
                expected="un courriel qui donne, après « le code suivant : », un code de 12 caractères",
                seen=" ; ".join(letter.subject for letter in letters) or "aucun courriel",
            )
        return codes

    def questions(self) -> tuple[str, ...]:
        """The three questions that their certificate space asks, in its order; raises CapabilityMissing."""
        asked = (self.person.question, *(question for question, _ in self.person.other_questions))
        if len(asked) != THREE:
            told = "Ce compte préparé ne donne pas les trois questions de son espace à certificat : other_questions."
            raise CapabilityMissing("spaces", told)
        return asked

    def trust(self) -> tuple[str, ...]:
        """Their answers to these three questions; raises CapabilityMissing."""
        self.questions()
        return (self.person.answer, *(answer for _, answer in self.person.other_questions))

    def another_answer(self) -> str:
        """A security answer that they have never given, remembered as theirs."""
        self.answer = self.new_password(ANSWER_LENGTH)
        return self.answer

    def code(self) -> str:
        """The activation code that was mailed last; raises Unmet."""
        return self.codes()[-1]

    def register(self) -> ProcedureScreen:
        """Play the whole creation, up to the screen that says a code is on its way."""
        return self.reach(CREATION, "Enregistrement")

    def opt(self) -> ProcedureScreen:
        """Play the whole option, up to the screen that says a code is on its way."""
        return self.reach(OPTION, "Validation")

    def repeat(self, procedure: Procedure) -> "User":
        """Play ``procedure`` again on another device, as far as the site lets them; returns them there."""
        again = self.elsewhere()
        reached = again.begin(procedure)
        for screen in procedure.screens[1:]:
            following = screen(again.window)
            reached.advance(again)
            if not reached.opens(following):
                break
            reached = following
        return again

    def activate(self) -> ProcedureScreen:
        """Play the whole activation with the code that was mailed."""
        return self.reach(ACTIVATION, "Récapitulatif")

    def read_number(self) -> str:
        """The subscriber number that the end of the activation shows, remembered as this person's own."""
        self.subscriber_number = ActivatedScreen(self.window).subscriber_number()
        return self.subscriber_number

    def choosing(self) -> PasswordScreen:
        """The screen of the procedure that is open where a password is chosen."""
        for screen in self.playing.screens:
            if issubclass(screen, PasswordScreen):
                return screen(self.window)
        raise Fault(f"Aucun mot de passe ne se choisit dans {self.playing.name}.")

    def ask_to_move(self, email: str, *, renewing: bool = False) -> None:
        """Ask, from the space, for ``email`` in the place of the login e-mail; ``renewing``: the password with it."""
        screen = self.credentials()
        self.move(email)
        screen.submit(self, email=email, password=self.renewed() if renewing else None)

    def move(self, email: str) -> None:
        """Take ``email`` for the login e-mail, and keep the one that opens the space until then."""
        self.former, self.email = self.former or self.email, email

    def confirmed(self) -> ConfirmedScreen:
        """The screen of the procedure that is open which confirms a new password."""
        for screen in self.playing.screens:
            if issubclass(screen, ConfirmedScreen):
                return screen(self.window)
        raise Fault(f"Aucun changement de mot de passe ne se confirme dans {self.playing.name}.")

    def choose(self, password: str, confirmation: str | None = None) -> None:
        """Type ``password`` where the procedure asks to choose one, and go on."""
        self.chosen = password
        self.choosing().choose(self, password, confirmation)

    def change_password(self) -> None:
        """Play the whole of « Mot de passe oublié » with a new, sound password."""
        self.reach(FORGOTTEN, "Récapitulatif")


def playing(window: Window) -> Procedure:
    """The procedure that is open in ``window``."""
    return PROCEDURES[window.procedure]


def last_screen(window: Window) -> ProcedureScreen:
    """The screen that ends the procedure open in ``window``."""
    return playing(window).screens[-1](window)


def enter(procedure: Procedure, authentication: AuthenticationScreen) -> ProcedureScreen:
    """Open ``procedure`` from the authentication screen; returns its first screen, shown."""
    window = authentication.window
    window.procedure = procedure.name
    authentication.press(WAYS[procedure])
    if procedure is CREATION:
        ModeScreen(window).await_shown().press("expert")
    if procedure is OPTION:
        HelpScreen(window).await_shown().press("option")
        StartScreen(window).await_shown().press("opter")
    return procedure.screens[0](window).await_shown()


class Enrol(Protocol):
    """How a scenario gets a person: invents them, opens their space where ``state`` says so, gives them a window."""

    def __call__(
        self,
        state: str = "active",
        *,
        services: tuple[Mapping[str, str], ...] = (),
        answer: str | None = None,
        email: str | None = None,
        password: str | None = None,
        **context: Any,
    ) -> User:
        """Create the user, at an ``email`` of their own unless they share one, with a ``password`` drawn unless given.

        ``context`` goes to the browser context (time zone, device).
        """
        ...
