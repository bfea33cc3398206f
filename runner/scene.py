"""The scene of one scenario: its instant, its people, their windows. Everything in it is its own."""

import dataclasses
import hashlib
import random
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from playwright.sync_api import BrowserContext

from fakes.people import InventedPerson, invent
from reports.evidence import Redactor
from runner import browsing
from runner.ground import Ground
from steps.letters import code_in
from steps.screens.activation import ActivatedScreen
from steps.screens.window import Window
from steps.user import User
from targets.accounts import Account, Holder
from targets.arranging import Wanted
from targets.faults import LeverFault
from targets.letter import Letter
from targets.lexicon import Lexicon
from targets.spaces import Person, SpaceSeed

NewContext = Callable[..., BrowserContext]
LETTERS_AND_DIGITS = string.ascii_letters + string.digits


@dataclass
class Scene:
    """``name`` is the scenario's node id and ``seed`` the run's: together they decide who its people are.

    ``fixed`` names the settings of browser contexts that the command line has already chosen (``--device``): they win
    over our own, and a scenario's over theirs. ``guide`` is told of each press in the first window, in a walk.
    """

    name: str
    seed: int
    run_id: str
    ground: Ground
    words: Lexicon
    new_context: NewContext
    redactor: Redactor
    fixed: frozenset[str] = frozenset()
    instant: datetime | None = None
    windows: list[Window] = field(default_factory=list)
    users: list[User] = field(default_factory=list)
    guide: Callable[[Window], None] | None = None

    @property
    def walked(self) -> bool:
        """Whether this scenario illustrates a living sheet."""
        return self.guide is not None

    def __post_init__(self) -> None:
        self._drawn: list[str] = []
        self._opening: datetime | None = None
        self._random = random.Random(f"{self.seed}:{self.name}")  # noqa: S311 - invented people, drawn again by seed

    # -- time ---------------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """The instant of the scene, as the site has it."""
        with self.ground.meter.pulling("clock"):
            return self.ground.levers.clock.now()

    def open(self, instant: datetime) -> None:
        """Begin at ``instant``, which means nothing to the scenario: it may move from there."""
        self.set(instant)
        self._opening = instant

    def set(self, instant: datetime) -> None:
        """Move the site and every browser to ``instant``; raises LeverFault where one of them is elsewhere."""
        with self.ground.meter.pulling("clock"):
            self.ground.levers.clock.set(instant)
            self.instant = instant
            for window in self.windows:
                self._agree(window)

    def _agree(self, window: Window) -> None:
        if self.instant is None:
            return
        window.page.context.clock.set_fixed_time(self.instant)
        seen = window.page.evaluate("Date.now()")
        if seen != int(self.instant.timestamp() * 1000):
            raise LeverFault(
                "Le navigateur n'est pas à l'heure de la scène.", expected=self.instant.isoformat(), seen=str(seen)
            )

    # -- windows ------------------------------------------------------------------------------------------------

    def open_window(self, **context: Any) -> Window:
        """A window of its own: no cookie or cache in common with the others. ``context`` goes to the browser."""
        profile = self.ground.profile
        ours = {"timezone_id": "Europe/Paris", **browsing.viewport(profile.target, self.name)}
        page = self.new_context(**{**{key: ours[key] for key in ours.keys() - self.fixed}, **context}).new_page()
        browsing.behave(page, profile.target, self.ground.levers.pace)
        window = Window(
            page=page,
            words=self.words,
            captcha=self.ground.levers.captcha,
            home=profile.target.base_url,
            patience=profile.target.patience_s,
            hidden=self._known_values,
            guide=None if self.windows else self.guide,
        )
        self.windows.append(window)
        self._agree(window)
        return window

    def main_window(self) -> Window:
        """The first window of the scenario, opened now if there is none."""
        return self.windows[0] if self.windows else self.open_window()

    # -- people -------------------------------------------------------------------------------------------------

    def enrol(
        self,
        state: str = "active",
        *,
        services: tuple[Mapping[str, str], ...] = (),
        answer: str | None = None,
        email: str | None = None,
        password: str | None = None,
        **context: Any,
    ) -> User:
        """A new user, their space arranged in ``state`` (« absent »: none), in a window.

        Invented, unless the target has prepared accounts: then the holder of one that is lent to this scenario.
        """
        wanted = Wanted(state, answer, services, self._issued(), password)
        account = None if state == "absent" else self.ground.levers.spaces.lend(wanted)
        person = self._holder(account) if account else self._invented(answer, email, password)
        window = self.open_window(**context) if context or self.users else self.main_window()
        mailbox = self.ground.levers.mailbox
        user = User(
            person, window, self.open_window, self._new_password, mailbox, self._keep_secret, services=services
        )  # fmt: skip
        self.users.append(user)
        if account:
            user.subscriber_number = account.subscriber_number
        elif state != "absent":
            self._arrange(user, SpaceSeed.of(person, state=state, services=services))
        return user

    def _issued(self) -> datetime | None:
        """When the space must have been issued, where the scenario has chosen an instant of its own."""
        return None if self.instant == self._opening else self.instant

    def _arrange(self, user: User, seed: SpaceSeed) -> None:
        if self.ground.levers.spaces.played:
            self._play(user, seed.state)
        else:
            user.subscriber_number = self.ground.levers.spaces.create(seed)

    def _play(self, user: User, state: str) -> None:
        """Creation, then activation unless the space is to stay « pré-inscrit », on a device that is put away after.

        The mails that this brings are read, and then forgotten: no scenario counts what came before it.
        """
        player = user.elsewhere()
        player.register()
        player.code()
        if state == "active":
            player.activate()
            user.subscriber_number = ActivatedScreen(player.window).subscriber_number()
            self.ground.await_welcome(user.email)
        self.ground.levers.mailbox.forget(user.email)
        self.windows.remove(player.window)
        player.window.page.context.close()

    def _holder(self, account: Account) -> Holder:
        holder = Holder.of(account)
        self._person_is_secret(holder)
        return holder

    def _person_is_secret(self, person: Person) -> None:
        if person.password:
            self.redactor.secret("mot de passe", person.password)
        for answer in (person.answer, *(answer for _, answer in person.other_questions)):
            self.redactor.secret("réponse de confiance", answer)

    def _invented(self, answer: str | None, email: str | None, password: str | None) -> InventedPerson:
        rank = len(self.users)
        # The data follow from the seed; the address is new in every run, for sites that are not emptied between runs.
        mark = hashlib.sha256(f"{self.run_id}:{self.name}:{rank}".encode()).hexdigest()[:12]
        person = invent(f"{self.seed}:{self.name}:{rank}", self.ground.levers.mailbox.address(mark))
        person = dataclasses.replace(
            person,
            answer=answer or person.answer,
            email=email or person.email,
            password=password or person.password,
        )
        self._person_is_secret(person)
        return person

    def _new_password(self, length: int = 24) -> str:
        """Letters and digits, one of each at least, drawn at random: strong by any measure, once long enough."""
        signs = [self._random.choice(some) for some in (string.ascii_letters, string.digits)]
        signs += self._random.choices(LETTERS_AND_DIGITS, k=length - len(signs))
        self._random.shuffle(signs)
        password = "".join(signs)
        self._keep_secret("nouveau mot de passe", password)
        return password

    def _keep_secret(self, name: str, value: str) -> None:
        self.redactor.secret(name, value)
        self._drawn.append(value)

    def _known_values(self) -> list[str]:
        known = [value for user in self.users for value in (user.answer, user.original, user.chosen)]
        asked = [answer for user in self.users for _, answer in user.person.other_questions]
        return known + asked + self._drawn

    # -- evidence -----------------------------------------------------------------------------------------------

    def _emails(self) -> list[str]:
        return [email for user in self.users for email in (user.former, user.email) if email]

    def letters(self) -> list[Letter]:
        """The mails that the people of this scene have received; the codes that they hold are secrets from now on."""
        letters = [letter for email in self._emails() for letter in self.ground.levers.mailbox.letters(email)]
        for code in filter(None, map(code_in, letters)):
            self._keep_secret("code d'activation", code)
        return letters
