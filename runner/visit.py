"""Are the screens, the levers and the mails what the profile says? Seen as a person, in a browser.

One person goes through the procedures in the order in which a real one would: creation, activation, a first log in, a
forgotten password. What stops them here would stop the scenarios.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from playwright.sync_api import Error as PlaywrightError

from runner import faulting, wall
from runner.findings import Finding, of_fault, works
from runner.ground import Ground
from runner.scene import Scene
from steps.dates import PARIS, last_day_of_three_years, short_date
from steps.letters import KINDS
from steps.screens.activation import ACTIVATION
from steps.screens.captcha import GuardedScreen
from steps.screens.creation import CREATION
from steps.screens.forgotten import FORGOTTEN
from steps.screens.procedure import Procedure, ProcedureScreen
from steps.screens.screen import Screen
from steps.screens.space import SpaceScreen
from steps.user import User
from targets.faults import Absent, CapabilityMissing, Fault, Unmet
from targets.mail import Letter

SCREENS, IMAGE, MAIL, SPACES, CLOCK = "écrans", "image", "courriel", "espaces", "horloge"
NEAR = timedelta(days=3)
"""An expiry date that is not counted as we count it is still one of this day's."""

Stage = Callable[[], Iterator[Finding]]


@dataclass
class Visit:
    """``claimed``: the sheets that the target claims; ``instants``: the farthest that a run will need."""

    ground: Ground
    scene: Scene
    claimed: frozenset[str]
    instants: Sequence[datetime] = ()
    _holder: User | None = field(default=None, init=False)
    _shown: str = field(default="", init=False)

    @property
    def _kind(self) -> str:
        return self.ground.profile.spaces.kind

    def everything(self) -> Iterator[Finding]:
        """All that a browser can tell, in order; what rests on something that failed is left out."""
        if not (yield from self._told(SCREENS, self._way_in)):
            return
        if self._creates() and not (yield from self._told(SCREENS, self._create)) and self._kind == "screens":
            return
        entered = yield from self._told(SPACES, self._enter)
        if "EP6" in self.claimed:
            yield from self._told(SCREENS, self._forget if entered else self._begin_to_forget)
        if not entered:
            return
        for instant in self.instants:
            yield from self._told(CLOCK, lambda instant=instant: self._live_at(instant))  # type: ignore[misc]

    def _told(self, about: str, stage: Stage) -> Generator[Finding, None, bool]:
        """What a stage finds; whether it went to its end."""
        try:
            yield from stage()
        except CapabilityMissing as missing:
            yield Finding("sans", about, f"non vérifié : {missing.message}")
        except _Stopped as stopped:
            yield stopped.finding
        except (Fault, PlaywrightError) as error:
            yield self._fault(about, error)
        else:
            return True
        return False

    def _fault(self, about: str, error: BaseException, repair: str = "") -> Finding:
        told = faulting.record(error, "given", self.ground).cleaned(self.scene.redactor.clean)
        expected = None if told.kind == "absent" else told.expected  # the message says it already
        fault = Fault(told.message, expected=expected, seen=told.seen, repair=told.repair)
        return of_fault(about, fault, repair)

    # -- one after the other --------------------------------------------------------------------------------------

    def _way_in(self) -> Iterator[Finding]:
        self.scene.main_window()
        self.scene.enrol("absent").authentication()
        yield works(SCREENS, "l'accueil mène à l'authentification")

    def _creates(self) -> bool:
        """Whether the creation is to be played: it is claimed, or it is what prepares spaces."""
        return "EP2" in self.claimed or self._kind == "screens"

    def _create(self) -> Iterator[Finding]:
        newcomer = self.scene.enrol("absent")
        yield from self._walk(newcomer, CREATION)
        yield from self._read(newcomer, "d'activation")
        yield from self._walk(newcomer, ACTIVATION)
        self._holder = newcomer

    def _enter(self) -> Iterator[Finding]:
        if self._kind in ("door", "accounts"):
            self._holder = self.scene.enrol("active")
        if self._holder is None:
            raise CapabilityMissing("spaces", "aucun espace n'est là pour se connecter.")
        yield from self._log_in(self._holder)

    def _log_in(self, holder: User) -> Iterator[Finding]:
        try:
            self._shown = self._inside(holder).expiry()
        except Fault as fault:
            raise _Stopped(self._fault(SPACES, fault, self._of_entry(fault))) from fault
        yield works(SPACES, f"un espace est prêt ({self._kind}), et la connexion y tient")

    def _inside(self, holder: User) -> SpaceScreen:
        """The space of ``holder``, who has logged in and asked for the page once more."""
        space = holder.log_in(holder.original).await_shown()
        holder.window.reload()
        if not holder.window.until(space.is_shown):
            raise Unmet("La connexion ne tient pas : l'espace a disparu dès la page suivante.")
        return space

    def _of_entry(self, fault: Fault) -> str:
        """What to mend where nobody gets in: the space that was prepared, or what the screen is called here."""
        if "message" not in (fault.seen or ""):
            return fault.repair or ""
        return _PREPARED.get(self._kind, "")

    def _begin_to_forget(self) -> Iterator[Finding]:
        screen = self.scene.enrol("absent").begin(FORGOTTEN)
        yield works(SCREENS, f"{_CALLED[FORGOTTEN]}, le premier écran est là ; la suite demande un espace")
        self._check_image(screen)

    def _forget(self) -> Iterator[Finding]:
        holder = self._holder
        assert holder is not None
        if self._kind == "accounts":  # one that has been changed would not be as the profile describes it
            yield from self._walk(holder, FORGOTTEN, FORGOTTEN.screens[-2])
            return
        self.ground.levers.mailbox.forget(holder.email)  # what its creation has brought
        yield from self._walk(holder, FORGOTTEN)
        yield from self._read(holder, "de confirmation")

    def _live_at(self, instant: datetime) -> Iterator[Finding]:
        """A space of that day: its log in holds as it does today, and its page counts from that day."""
        if self._kind not in ("door", "screens"):
            return
        self.scene.set(instant)
        day = instant.astimezone(PARIS).date()
        try:
            shown = self._inside(self.scene.enrol()).expiry()
        except (Absent, Unmet) as fault:
            raise _Stopped(self._lost(day, fault)) from fault
        yield self._counted(day, shown)

    def _counted(self, day: date, shown: str) -> Finding:
        """What the expiry date of a space of ``day`` tells of the time that pages live in."""
        if abs(short_date(shown) - last_day_of_three_years(day)) <= NEAR:
            return works(CLOCK, f"au {day:%d/%m/%Y}, une connexion tient, et l'espace compte à partir de ce jour")
        if shown != self._shown:
            text = f"au {day:%d/%m/%Y}, l'espace dit que le mot de passe expire le {shown}"
            return Finding("avis", CLOCK, text, "vérifier que tout le site lit la même heure")
        text = f"le site se place au {day:%d/%m/%Y}, mais ses pages n'ont pas bougé : un espace de ce jour y expire"
        repair = f'{_MOVES[self.ground.profile.clock.kind]} tout ce qui date les pages ; sinon [clock] kind = "none"'
        return Finding("faute", CLOCK, f"{text} le {shown}, comme celui d'aujourd'hui", repair)

    def _lost(self, day: date, fault: Fault) -> Finding:
        """What holds today does not at ``day``: whatever keeps a session does not live at the site's time."""
        found = self._fault(CLOCK, fault)
        if self.ground.gone():
            return found
        unless = "[clock] past = false" if day < wall.now().date() else '[clock] kind = "none"'
        text = f"au {day:%d/%m/%Y}, une connexion ne tient pas, alors qu'elle tient aujourd'hui. {found.text}"
        return Finding("faute", CLOCK, text, f"{_SESSIONS} ; sinon {unless}")

    # -- what a person does ---------------------------------------------------------------------------------------

    def _walk(self, user: User, procedure: Procedure, last: type[ProcedureScreen] | None = None) -> Iterator[Finding]:
        """Play ``procedure``, as far as its screen ``last`` where one is given."""
        screens = procedure.screens[: procedure.screens.index(last) + 1] if last else procedure.screens
        reached = user.begin(procedure)
        for screen in screens[1:]:
            self._check_image(reached)
            reached.advance(user)
            self._require_passed(reached, following := screen(user.window))
            reached = following
        kept = " (le dernier n'est pas joué : il changerait un compte préparé)" if last else ""
        yield works(SCREENS, f"{_CALLED[procedure]}, {len(screens)} écrans sur {len(procedure.screens)} trouvés{kept}")

    def _check_image(self, screen: ProcedureScreen) -> None:
        if not isinstance(screen, GuardedScreen):
            return
        shown, declared = screen.has_field("image"), self.ground.levers.captcha.present
        if shown != declared:
            what = "montre une image à recopier" if shown else "ne demande pas de recopier une image"
            repair = '[captcha] kind = "fixed", "door" ou "none"' if shown else (
                f'[captcha] kind = "absent", ou [lexicon] "{screen.key}.image" = {{ label = "…" }}')  # fmt: skip
            raise _Stopped(Finding("faute", IMAGE, f"l'écran « {screen.spoken} » {what}", repair))

    def _require_passed(self, screen: Screen, following: Screen) -> None:
        """Raise where ``screen`` did not lead to ``following``: by its image, or because the other is not found."""
        window = screen.window
        said = "" if screen.opens(following) else window.alert()
        if not said:
            following.await_shown()
        elif isinstance(screen, GuardedScreen) and window.captcha.present:
            text = f"à l'écran « {screen.spoken} », l'image recopiée ne fait pas passer : « {said} »"
            repair = {"fixed": "[captcha] answer", "door": "GET captcha de la porte"}
            raise _Stopped(Finding("faute", IMAGE, text, repair.get(self.ground.profile.captcha.kind, "")))
        else:
            raise Unmet(f"À l'écran « {screen.spoken} », une saisie juste est refusée.", seen=said)

    def _read(self, user: User, kind: str) -> Iterator[Finding]:
        mail = self.ground.profile.mail
        if mail.kind == "none":
            raise CapabilityMissing("mail", "les courriels du site ne sont pas lus.")
        letters = self.ground.levers.mailbox.wait_for(user.email, 1)
        if not letters:
            text = f"aucun courriel n'est arrivé à {user.email} en {mail.patience_s:g} s"
            raise _Stopped(Finding("faute", MAIL, text, _TOWARDS[mail.kind]))
        yield from self._letter(letters[0], kind)

    def _letter(self, letter: Letter, kind: str) -> Iterator[Finding]:
        yield works(MAIL, f"« {letter.subject} » est arrivé, et se lit")
        if not KINDS[kind](letter):
            yield Finding("avis", MAIL, f"« {letter.subject} » n'est pas le courriel {kind} des fiches")
        if letter.from_address.casefold() != self.ground.profile.target.sender.casefold():
            text = f"il vient de {letter.from_address}, et le profil dit {self.ground.profile.target.sender}"
            yield Finding("avis", MAIL, text, f'[target] sender = "{letter.from_address}"')


class _Stopped(Exception):
    """A stage ends here, with what it found."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.text)
        self.finding = finding


_CALLED = {CREATION: "création de l'espace", ACTIVATION: "activation de l'espace", FORGOTTEN: "mot de passe oublié"}
_SESSIONS = "cookies de session sans Expires, et sessions qui vivent à l'heure du site"
_MOVES = {
    "faketime": "[start] doit lancer",
    "command": "[clock] set doit déplacer",
    "door": "PUT clock de la porte doit déplacer",
}
_PREPARED = {"accounts": "[[spaces.accounts]] email et password", "door": "POST spaces de la porte"}
_TOWARDS = {
    "smtp": "faire envoyer le site à {smtp_port} (dans [start]) ou à [mail] port ; [mail] patience_s, s'il est lent",
    "mailpit": "faire envoyer le site à ce Mailpit ; [mail] patience_s, s'il est lent",
    "maildev": "faire envoyer le site à ce MailDev ; [mail] patience_s, s'il est lent",
    "imap": "faire arriver dans [mail] mailbox les courriels de toutes les adresses de [mail] recipient",
}


def claimed(scope: Iterable[str], sheets: Iterable[str]) -> frozenset[str]:
    """The sheets of which at least one requirement is claimed; all of them without a scope."""
    heads = {claim.partition("-")[0] for claim in scope if not claim.startswith("-")}
    return frozenset(sheet for sheet in sheets if not heads or sheet in heads)
