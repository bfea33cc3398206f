"""Reading a journal back: what was planned, what was played, how each step ended and with which evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path

from cucumber_messages import (
    Attachment,
    Envelope,
    GherkinDocument,
    Pickle,
    TestCase,
    TestCaseFinished,
    TestCaseStarted,
    TestRunFinished,
    TestRunStarted,
    TestStepFinished,
    TestStepResult,
    TestStepResultStatus,
    Timestamp,
)

from reports import facts
from reports.facts import FaultRecord, LateMail, ObservedReading, Plan, RunHeader, Shard, TimeSpent
from reports.messages import body_of, from_line, instant

MALFORMED = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError, AssertionError)
"""What reading messages that no harness wrote may raise: values of any kind in any place."""


class JournalError(Exception):
    """The journal cannot be relied on: unreadable, or contradicting itself."""


class IncompleteJournal(JournalError):
    """The journal has no end: it proves nothing and is refused."""


@dataclass(frozen=True)
class Evidence:
    """Something kept: a screenshot (bytes), a mail (bytes), a text."""

    media_type: str
    name: str
    body: bytes | str


@dataclass(frozen=True)
class StepOutcome:
    """How a step ended. ``status`` is None when it was never finished."""

    status: TestStepResultStatus | None = None
    seconds: float = 0.0
    fault: FaultRecord | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class ScenarioOutcome:
    """What became of one planned scenario. ``worker`` is None when it was never started."""

    pickle: Pickle
    nodeid: str
    steps: tuple[StepOutcome, ...]
    worker: str | None = None
    finished: bool = False
    fault: FaultRecord | None = None
    """Outside any step."""
    late: FaultRecord | None = None
    """Found after its end."""
    evidence: tuple[Evidence, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)

    @property
    def line(self) -> int:
        """Line of the scenario, or of the row of its outline."""
        return line_of(self.pickle)

    @property
    def seconds(self) -> float:
        """Time spent in its steps."""
        return sum(step.seconds for step in self.steps)

    @property
    def first_fault(self) -> FaultRecord | None:
        """The first in time explains the others: what follows a lost site says nothing of the site."""
        return next((fault for fault in (*(step.fault for step in self.steps), self.fault, self.late) if fault), None)


@dataclass(frozen=True)
class JournalReading:
    """A whole journal: scenarios in the order of their files, and the documents that their steps come from."""

    header: RunHeader
    documents: Mapping[str, GherkinDocument]
    outcomes: Sequence[ScenarioOutcome]
    started_at: datetime
    duration_s: float
    time_spent: TimeSpent
    """That of all workers; only zeros where the journal does not tell."""


def read(path: Path) -> JournalReading:
    """The journal at ``path``. Raises JournalError, and IncompleteJournal when it has no end."""
    try:
        return _read(path)
    except MALFORMED as error:
        raise JournalError(f"{path}: not a journal of this harness ({type(error).__name__}: {error})") from error


def _read(path: Path) -> JournalReading:
    messages = _Messages()
    for envelope in envelopes(path):
        messages.take(envelope)
    if messages.header is None or messages.ended_at is None or messages.started_at is None:
        raise IncompleteJournal(f"{path}: the run did not end")
    return JournalReading(
        header=messages.header,
        documents=messages.documents,
        outcomes=list(_own(list(_outcomes(messages)), messages.header.shard)),
        started_at=messages.started_at,
        duration_s=(messages.ended_at - messages.started_at).total_seconds(),
        time_spent=TimeSpent.together(messages.times),
    )


def envelopes(path: Path, *, cut: bool = False) -> Iterator[Envelope]:
    """Each message of the file. ``cut`` tells that its writer crashed: the last line may then be broken."""
    with path.open("rb") as lines:
        for line in lines:
            if cut and not line.endswith(b"\n"):
                return
            yield _decoded(path, line)


def _decoded(path: Path, line: bytes) -> Envelope:
    try:
        return from_line(line.decode())
    except MALFORMED as error:
        raise JournalError(f"{path}: unreadable line ({error})") from error


class _Messages:
    """The messages of a journal, sorted by what they speak of."""

    def __init__(self) -> None:
        self.header: RunHeader | None = None
        self.started_at: datetime | None = None
        self.ended_at: datetime | None = None
        self.documents: dict[str, GherkinDocument] = {}
        self.pickles: dict[str, Pickle] = {}
        self.cases: list[TestCase] = []
        self.nodeids: dict[str, str] = {}
        self.late: dict[str, FaultRecord] = {}
        self.times: list[TimeSpent] = []
        self.starts: dict[str, list[TestCaseStarted]] = defaultdict(list)
        self.ends: dict[str, Timestamp] = {}
        self.steps: dict[tuple[str, str], TestStepResult] = {}
        self.readings: dict[str, dict[str, str]] = defaultdict(dict)
        self.attachments: dict[tuple[str, str | None], list[Attachment]] = defaultdict(list)

    def take(self, envelope: Envelope) -> None:
        """Each kind of message has its own method, named after it; the others say nothing of the outcome."""
        for message in fields(envelope):
            value = getattr(envelope, message.name)
            taker = getattr(self, f"_{message.name}", None)
            if value is not None and taker is not None:
                taker(value)

    def _test_run_started(self, message: TestRunStarted) -> None:
        self.started_at = instant(message.timestamp)

    def _test_run_finished(self, message: TestRunFinished) -> None:
        self.ended_at = instant(message.timestamp)

    def _gherkin_document(self, message: GherkinDocument) -> None:
        self.documents[message.uri or ""] = message

    def _pickle(self, message: Pickle) -> None:
        self.pickles[message.id] = message

    def _test_case(self, message: TestCase) -> None:
        self.cases.append(message)

    def _test_case_started(self, message: TestCaseStarted) -> None:
        self.starts[message.test_case_id].append(message)

    def _test_case_finished(self, message: TestCaseFinished) -> None:
        self.ends[message.test_case_started_id] = message.timestamp

    def _test_step_finished(self, message: TestStepFinished) -> None:
        self.steps[message.test_case_started_id, message.test_step_id] = message.test_step_result

    def _attachment(self, message: Attachment) -> None:
        if message.media_type == facts.READING:
            fact = ObservedReading.model_validate_json(message.body)
            self.readings[message.test_case_started_id or ""][fact.variant] = fact.reading
        elif message.test_case_started_id:
            self.attachments[message.test_case_started_id, message.test_step_id].append(message)
        elif message.media_type == facts.RUN:
            self.header = RunHeader.model_validate_json(message.body)
        elif message.media_type == facts.PLAN:
            plan = Plan.model_validate_json(message.body)
            self.nodeids[plan.pickle] = plan.nodeid
        elif message.media_type == facts.LATE_MAIL:
            late = LateMail.model_validate_json(message.body)
            self.late.setdefault(late.pickle, late.fault)
        elif message.media_type == facts.TIME:
            self.times.append(TimeSpent.model_validate_json(message.body))


def _outcomes(messages: _Messages) -> Iterator[ScenarioOutcome]:
    """One per start of a planned scenario; one, never started, where there is no start."""
    by_file = {uri: rank for rank, uri in enumerate(sorted({pickle.uri for pickle in messages.pickles.values()}))}
    ranks = {id_: (by_file[pickle.uri], line_of(pickle)) for id_, pickle in messages.pickles.items()}
    for case in messages.cases:
        if case.pickle_id not in ranks:
            raise JournalError(f"{case.id}: its scenario is not in the journal")
    for case in sorted(messages.cases, key=lambda case: ranks[case.pickle_id]):
        starts: list[TestCaseStarted | None] = [*messages.starts.get(case.id, [])]
        for start in starts or [None]:
            yield _outcome(messages, case, start)


def _own(outcomes: Sequence[ScenarioOutcome], shard: Shard | None) -> Iterable[ScenarioOutcome]:
    """A shard plans the whole run and answers for its share alone."""
    if shard is None:
        return outcomes
    mine = shard.share(outcome.nodeid for outcome in outcomes)
    return (outcome for outcome in outcomes if outcome.nodeid in mine)


def _outcome(messages: _Messages, case: TestCase, start: TestCaseStarted | None) -> ScenarioOutcome:
    started_id = start.id if start else ""
    outside = messages.attachments[started_id, None]
    return ScenarioOutcome(
        pickle=messages.pickles[case.pickle_id],
        nodeid=messages.nodeids.get(case.pickle_id, ""),
        steps=tuple(_step(messages, started_id, step.id) for step in case.test_steps if step.pickle_step_id),
        worker=start.worker_id if start else None,
        finished=started_id in messages.ends,
        fault=_fault(outside),
        late=messages.late.get(case.pickle_id),
        evidence=_evidence(outside),
        readings=messages.readings.get(started_id, {}),
    )


def _step(messages: _Messages, started_id: str, step_id: str) -> StepOutcome:
    result = messages.steps.get((started_id, step_id))
    attached = messages.attachments[started_id, step_id]
    return StepOutcome(
        status=result.status if result else None,
        seconds=result.duration.seconds + result.duration.nanos / 1e9 if result else 0.0,
        fault=_fault(attached),
        evidence=_evidence(attached),
    )


def _fault(attached: Iterable[Attachment]) -> FaultRecord | None:
    found = next((one for one in attached if one.media_type == facts.FAULT), None)
    return FaultRecord.model_validate_json(found.body) if found else None


def _evidence(attached: Iterable[Attachment]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(one.media_type, one.file_name or "", body_of(one)) for one in attached if one.media_type != facts.FAULT
    )


def line_of(pickle: Pickle) -> int:
    """Line of the scenario, or of the row of its outline."""
    return pickle.location.line if pickle.location else 1
