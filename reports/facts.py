"""What a run knows of itself, and what it says of a fault: the facts that the journal carries in attachments.

The official schema of Cucumber Messages forbids extra properties, so these facts travel as JSON attachments.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from reports.verdict import Kind, Phase, Reason, Verdict, conclude

RUN = "application/x.focus.run+json"
PLAN = "application/x.focus.plan+json"
FAULT = "application/x.focus.fault+json"
LATE_MAIL = "application/x.focus.late-mail+json"
READING = "application/x.focus.reading+json"
TIME = "application/x.focus.time+json"
SIGHT = "application/x.focus.sight+json"
DOCUMENT = "application/x.focus.document+json"

EvidenceLevel = Literal["none", "failures", "full"]
"""What a run keeps of what was seen: nothing; what shows a failure; what every scenario showed too."""

Activity = Literal["browser", "arranging", "mail", "clock", "harness"]
ACTIVITIES: tuple[Activity, ...] = get_args(Activity)
TEXT_MAX = 20_000
"""How many signs of a page or a message a fault quotes: nobody reads more, and a target may answer without end."""


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TargetFacts(_Fact):
    """Which site was driven."""

    name: str
    version: str
    base_url: str
    hosts: tuple[str, ...] = ()


class Waiver(_Fact):
    """What the vendor answers to a failure: printed beside it, never changing the verdict."""

    reason: str
    ticket: str = ""
    until: date | None = None


class Shard(_Fact):
    """One of the parts of a run that are played apart. ``partial``: even together they only play a selection."""

    rank: int
    of: int
    partial: bool

    def __str__(self) -> str:
        return f"{self.rank}/{self.of}"

    def share(self, names: Iterable[str]) -> set[str]:
        """What this part plays of all the scenarios: as many as the others within one, whatever their order."""
        shuffled = sorted(set(names), key=lambda name: (hashlib.sha256(name.encode()).digest(), name))
        return set(shuffled[self.rank - 1 :: self.of])


class RunHeader(_Fact):
    """On what a verdict rests. The same in every worker's file, but for ``worker``.

    ``capabilities`` gives each lever's kind as the profile declares it (``{"clock": "door", "captcha": "none"}``).
    ``scope`` lists sheets or ids that the target claims, empty means all, and « -id » for what it leaves out of them.
    ``run_id`` names its folder too: no sign of it leads elsewhere.
    A ``shard`` is a partial run; ``missing_shards`` (« 2/3 ») are those that a merged run was made without.
    ``replay`` is a command in which ``{nodeid}`` stands for the scenario.
    """

    run_id: Annotated[str, Field(pattern=r"\A[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    started_at: AwareDatetime
    target: TargetFacts
    capabilities: Mapping[str, str]
    variants: Mapping[str, str] = {}
    scope: tuple[str, ...] = ()
    waivers: Mapping[str, Waiver] = {}
    seed: int
    strict: bool
    partial: bool
    selection: str
    harness_version: str
    evidence: EvidenceLevel = "failures"
    worker: str
    replay: str
    shard: Shard | None = None
    missing_shards: tuple[str, ...] = ()


class FaultRecord(_Fact):
    """What stopped a scenario, in French: expected and seen are said as a person would."""

    kind: Kind
    phase: Phase
    message: str
    expected: str | None = None
    seen: str | None = None
    screen: str | None = None
    repair: str | None = None
    capability: str | None = None

    @property
    def conclusion(self) -> tuple[Verdict, Reason | None]:
        """Verdict and reason by the verdict table."""
        return conclude(self.kind, self.phase)

    @property
    def status(self) -> Literal["FAILED", "SKIPPED"]:
        """How other readers of Cucumber Messages see the step: failed only where the target is at fault."""
        return "FAILED" if self.conclusion[0] is Verdict.NON_CONFORME else "SKIPPED"

    def cleaned(self, clean: Callable[[str], str]) -> "FaultRecord":
        """The same fault, each of its texts passed through ``clean``, then cut where nobody reads on."""
        texts = {name: getattr(self, name) for name in ("message", "expected", "seen", "screen", "repair")}
        return self.model_copy(update={name: _quoted(clean(text)) for name, text in texts.items() if text})

    def told(self) -> str:
        """The fault in a few lines of plain text."""
        facts = (("Attendu", self.expected), ("Constaté", self.seen), ("Remède", self.repair))
        return "\n".join([self.message, *(f"{name} : {text}" for name, text in facts if text)])


def _quoted(text: str) -> str:
    left = len(text) - TEXT_MAX
    return text if left <= 0 else f"{text[:TEXT_MAX]}… (et {left} signes de plus)"


class Plan(_Fact):
    """A scenario that the run intends to play."""

    pickle: str
    nodeid: str


class LateMail(_Fact):
    """A mail that came after the end of the scenario that it belongs to, named by its pickle."""

    pickle: str
    fault: FaultRecord


class ObservedReading(_Fact):
    """Which admitted reading of a variant the site was seen to follow."""

    variant: str
    reading: str


class TimeSpent(_Fact):
    """Where the time of one worker went, or that of several together: the seconds of each activity.

    Waiting for the browser and the site behind it; arranging what *Étant donné* asks for, the start of both included;
    waiting for mails and reading them; moving the clock; and, as the harness's own, all the rest.
    """

    seconds: Mapping[Activity, float]

    @classmethod
    def together(cls, workers: "Sequence[TimeSpent]") -> "TimeSpent":
        """That of all ``workers``, each activity named."""
        return cls(seconds={each: sum(worker.seconds.get(each, 0.0) for worker in workers) for each in ACTIVITIES})

    @property
    def total(self) -> float:
        """Seconds of all activities; 0 where nobody counted."""
        return sum(self.seconds.values())

    @property
    def shares(self) -> dict[Activity, int]:
        """The per cent of each activity; none where nobody counted."""
        return {each: round(100 * spent / self.total) for each, spent in self.seconds.items() if self.total}


class Mark(_Fact):
    """Something outlined on a picture: what to fill in, tick, choose or press, or the very thing that was judged."""

    act: Literal["fill", "tick", "choose", "press", "seen"]
    name: str


class Sight(_Fact):
    """What a picture kept by the same step (``picture``, its name) shows, and what is outlined there, in order.

    ``step`` counts the pictures of a walk from 1: those illustrate a sheet; 0 for the others.
    """

    picture: str
    screen: str
    marks: tuple[Mark, ...] = ()
    step: int = 0


class Document(_Fact):
    """A PDF as it is kept: its text, and beside it what the person had typed (label, value)."""

    name: str
    pages: int
    sha256: str
    text: str
    typed: tuple[tuple[str, str], ...] = ()
