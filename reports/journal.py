"""The journal that one worker writes while it plays: Cucumber Messages, one JSON object a line, written at once.

What is written before a crash is therefore kept. ``reports.reading`` reads it back.
"""

import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from cucumber_messages import (
    Attachment,
    Duration,
    Envelope,
    Hook,
    HookType,
    Meta,
    Pickle,
    Product,
    Source,
    SourceMediaType,
    SourceReference,
    TestCase,
    TestCaseFinished,
    TestCaseStarted,
    TestRunFinished,
    TestRunStarted,
    TestStep,
    TestStepFinished,
    TestStepResult,
    TestStepResultStatus,
    TestStepStarted,
    Timestamp,
)
from cucumber_messages import Exception as ExceptionMessage

from reports import facts
from reports.evidence import Redactor
from reports.facts import FaultRecord, LateMail, ObservedReading, Plan, RunHeader, TimeSpent
from reports.feature_text import parse_feature
from reports.messages import encoded, run_fact, timestamp, to_line

Status = TestStepResultStatus
SET_UP, TEAR_DOWN = "set-up", "tear-down"
"""What comes before the first step and after the last: other readers of the journal know them as hooks."""


class JournalMisuse(RuntimeError):
    """The events of a run were told in an order that makes no sense: a fault of the harness."""


@dataclass
class _Playing:
    case_id: str
    started_id: str
    steps: int
    set_up: bool = False
    started: set[int] = field(default_factory=set)
    finished: set[int] = field(default_factory=set)

    def step_id(self, index: int) -> str:
        return step_id(self.case_id, index)


class Journal:
    """Writes one NDJSON file. ``now`` gives the true instant (aware), whatever the site's clock is.

    Evidence and faults pass through the ``redactor``: the runner tells it the secrets, nothing else has to.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], redactor: Redactor | None = None) -> None:
        self._redactor = redactor or Redactor()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
        self._path = path
        self._now = now
        self._run_id = ""
        self._worker = ""
        self._playing: _Playing | None = None

    def open(self, header: RunHeader) -> None:
        """Meta, start of the run, and what the run knows of itself."""
        self._run_id, self._worker = header.run_id, header.worker
        self._write(Envelope(meta=_meta(header)))
        self._write(Envelope(test_run_started=TestRunStarted(id=header.run_id, timestamp=self._timestamp())))
        for name, kind in ((SET_UP, HookType.before_test_case), (TEAR_DOWN, HookType.after_test_case)):
            self._write(Envelope(hook=Hook(id=name, name=name, type=kind, source_reference=SourceReference())))
        self._write(run_fact(facts.RUN, header, header.run_id))

    def feature(self, uri: str, text: str) -> list[Pickle]:
        """Source, document and pickles of a feature file; returns the pickles. Raises FeatureSyntaxError."""
        parsed = parse_feature(uri, text)
        plain = SourceMediaType.text_x_cucumber_gherkin_plain
        self._write(Envelope(source=Source(data=text, media_type=plain, uri=uri)))
        self._write(Envelope(gherkin_document=parsed.document))
        for pickle in parsed.pickles:
            self._write(Envelope(pickle=pickle))
        return parsed.pickles

    def plan(self, pickle: Pickle, nodeid: str) -> None:
        """This scenario is to be played, by this or another worker; ``nodeid`` is how pytest names it."""
        case_id = case_of(pickle.id)
        steps = [
            TestStep(id=step_id(case_id, index), pickle_step_id=step.id) for index, step in enumerate(pickle.steps)
        ]
        before, after = (TestStep(id=f"{case_id}-{name}", hook_id=name) for name in (SET_UP, TEAR_DOWN))
        case = TestCase(
            id=case_id, pickle_id=pickle.id, test_steps=[before, *steps, after], test_run_started_id=self._run_id
        )
        self._write(Envelope(test_case=case))
        self._write(run_fact(facts.PLAN, Plan(pickle=pickle.id, nodeid=nodeid), self._run_id))

    def scenario_started(self, pickle: Pickle) -> None:
        """A planned scenario begins in this worker."""
        if self._playing is not None:
            raise JournalMisuse("a scenario is already being played")
        self._redactor.new_scene()
        case_id = case_of(pickle.id)
        self._playing = _Playing(case_id, f"{case_id}-{self._worker}", len(pickle.steps))
        started = TestCaseStarted(
            attempt=0,
            id=self._playing.started_id,
            test_case_id=case_id,
            timestamp=self._timestamp(),
            worker_id=self._worker,
        )
        self._write(Envelope(test_case_started=started))

    def step_started(self, index: int) -> None:
        """The step of this rank (from 0) begins."""
        playing = self._scenario()
        self._set_up(None)
        playing.started.add(index)
        message = TestStepStarted(playing.started_id, playing.step_id(index), self._timestamp())
        self._write(Envelope(test_step_started=message))

    def step_finished(self, index: int, status: Status, seconds: float = 0.0, fault: FaultRecord | None = None) -> None:
        """The step ends; a ``fault`` goes with its own status (``Status(fault.status)``)."""
        if (status is Status.passed) == (fault is not None):
            raise JournalMisuse(f"a step {status.value} {'with a' if fault else 'without any'} fault")
        self._finish_step(index, status, seconds, fault)

    def attach(self, body: bytes | str, media_type: str, name: str, step: int | None = None) -> None:
        """Evidence of a step, of the scenario being played, or of the run when none is.

        Bytes are those of an image or of a raw mail (``message/rfc822``); raises ValueError for others.
        """
        kept, media_type = self._redactor.kept(body, media_type)
        self._attach(kept, media_type, self._redactor.clean(name), step)

    def observe(self, variant: str, reading: str, step: int | None = None) -> None:
        """The site was seen to follow this admitted reading of a variant."""
        fact = ObservedReading(variant=variant, reading=reading)
        self._attach(fact.model_dump_json(), facts.READING, variant, step)

    def late_mail(self, pickle_id: str, fault: FaultRecord) -> None:
        """A mail came after the end of this scenario, which it concerns."""
        fault = fault.cleaned(self._redactor.clean)
        self._write(run_fact(facts.LATE_MAIL, LateMail(pickle=pickle_id, fault=fault), self._run_id))

    def time_spent(self, spent: TimeSpent) -> None:
        """Where the time of this worker went."""
        self._write(run_fact(facts.TIME, spent, self._run_id))

    def scenario_finished(self, fault: FaultRecord | None = None) -> None:
        """The scenario ends; ``fault`` is one that happened outside any step. Steps not reached are skipped."""
        playing = self._scenario()
        before, after = (None, fault) if playing.started else (fault, None)
        self._set_up(before)
        for index in range(playing.steps):
            if index not in playing.started:
                self.step_started(index)
                self._finish_step(index, Status.skipped, 0.0, None)
            elif index not in playing.finished:
                self._finish_step(index, Status.unknown, 0.0, None)
        if fault is not None:
            body = fault.cleaned(self._redactor.clean).model_dump_json(exclude_none=True)
            self._attach(body, facts.FAULT, "fault", None)
        self._hook(TEAR_DOWN, after)
        finished = TestCaseFinished(playing.started_id, self._timestamp(), will_be_retried=False)
        self._write(Envelope(test_case_finished=finished))
        self._playing = None

    def close(self, success: bool) -> None:
        """The run ends for this worker. A journal that was not closed is refused."""
        finished = TestRunFinished(success=success, timestamp=self._timestamp(), test_run_started_id=self._run_id)
        self._write(Envelope(test_run_finished=finished))

    def _scenario(self) -> _Playing:
        if self._playing is None:
            raise JournalMisuse("no scenario is being played")
        return self._playing

    def _set_up(self, fault: FaultRecord | None) -> None:
        """Once per scenario, before its first step."""
        playing = self._scenario()
        if not playing.set_up:
            playing.set_up = True
            self._hook(SET_UP, fault)

    def _hook(self, name: str, fault: FaultRecord | None) -> None:
        playing = self._scenario()
        step, fault = f"{playing.case_id}-{name}", fault and fault.cleaned(self._redactor.clean)
        result = _result(Status(fault.status) if fault else Status.passed, 0.0, fault)
        self._write(Envelope(test_step_started=TestStepStarted(playing.started_id, step, self._timestamp())))
        finished = TestStepFinished(playing.started_id, step, result, self._timestamp())
        self._write(Envelope(test_step_finished=finished))

    def _finish_step(self, index: int, status: Status, seconds: float, fault: FaultRecord | None) -> None:
        playing = self._scenario()
        playing.finished.add(index)
        if fault is not None:
            fault = fault.cleaned(self._redactor.clean)
            self._attach(fault.model_dump_json(exclude_none=True), facts.FAULT, "fault", index)
        message = TestStepFinished(
            playing.started_id, playing.step_id(index), _result(status, seconds, fault), self._timestamp()
        )
        self._write(Envelope(test_step_finished=message))

    def _attach(self, body: bytes | str, media_type: str, name: str, step: int | None) -> None:
        playing = self._playing
        content, encoding = encoded(body)
        attachment = Attachment(
            body=content,
            content_encoding=encoding,
            media_type=media_type,
            file_name=name,
            test_case_started_id=playing.started_id if playing else None,
            test_step_id=playing.step_id(step) if playing and step is not None else None,
            test_run_started_id=None if playing else self._run_id,
        )
        self._write(Envelope(attachment=attachment))

    def _write(self, envelope: Envelope) -> None:
        # Opened for each line: nothing to lose in a crash. "replace": a hostile mail may hold lone surrogates.
        with self._path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(to_line(envelope))

    def _timestamp(self) -> Timestamp:
        return timestamp(self._now())


def case_of(pickle_id: str) -> str:
    """The id of the test case of a pickle: one case per pickle, the same in every worker."""
    return f"{pickle_id}-case"


def step_id(case_id: str, index: int) -> str:
    """The id of a test step, by its rank in the pickle."""
    return f"{case_id}-{index}"


def _meta(header: RunHeader) -> Meta:
    return Meta(
        protocol_version=version("cucumber-messages"),
        implementation=Product("focus-conformance", header.harness_version),
        runtime=Product(platform.python_implementation(), platform.python_version()),
        os=Product(platform.system(), platform.release()),
        cpu=Product(platform.machine()),
    )


def _result(status: Status, seconds: float, fault: FaultRecord | None) -> TestStepResult:
    whole = int(seconds)
    return TestStepResult(
        duration=Duration(seconds=whole, nanos=int((seconds - whole) * 1e9)),
        status=status,
        message=fault.told() if fault else None,
        exception=ExceptionMessage(fault.kind, fault.told()) if fault else None,
    )
