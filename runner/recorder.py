"""Writes in the journal what happens to each scenario of this worker, as it happens."""

import time
from collections.abc import Callable, Iterable

from cucumber_messages import Pickle, TestStepResultStatus

from reports.facts import FaultRecord
from reports.journal import Journal
from reports.verdict import Phase
from runner.meter import Meter

Photograph = Callable[[], Iterable[tuple[bytes | str, str, str]]]
"""Evidence of the present scene: content, media type, name."""
PHASES: dict[str, Phase] = {"given": "given", "when": "when", "then": "then"}


class Recorder:
    """One scenario at a time: begin, steps, end. ``fault`` is the first fault of the scenario being played."""

    def __init__(self, journal: Journal, meter: Meter) -> None:
        self.journal = journal
        self._meter = meter
        self.fault: FaultRecord | None = None
        self.pickle: Pickle | None = None
        self._step = -1
        self._since = 0.0
        self.phase: Phase = "setup"

    def begin(self, pickle: Pickle) -> None:
        """The scenario of ``pickle`` begins."""
        self.pickle, self.fault, self._step, self.phase = pickle, None, -1, "setup"
        self._outside: FaultRecord | None = None
        self.journal.scenario_started(pickle)

    def step_begins(self, kind: str) -> None:
        """The next step begins; ``kind`` is given, when or then."""
        self._step += 1
        self.phase = PHASES[kind]
        self._since = time.perf_counter()
        self.journal.step_started(self._step)
        self._meter.arrange(kind == "given")

    def step_passes(self, evidence: Photograph) -> None:
        """The step now played has kept its promise."""
        self._meter.arrange(False)
        self.keep(evidence())
        self.journal.step_finished(self._step, TestStepResultStatus.passed, self._elapsed())
        self.phase = "teardown" if self.is_last else self.phase

    def step_fails(self, fault: FaultRecord, evidence: Photograph) -> None:
        """The step now played stopped the scenario."""
        self.fault = fault
        self._meter.arrange(False)
        self.keep(evidence())
        self.journal.step_finished(self._step, TestStepResultStatus(fault.status), self._elapsed(), fault)

    def fails_outside(self, fault: FaultRecord) -> None:
        """Something failed before the first step or after the last."""
        if self.fault is None:
            self.fault = self._outside = fault

    def keep(self, evidence: Iterable[tuple[bytes | str, str, str]]) -> None:
        """Attach to the step now played."""
        for content, media_type, name in evidence:
            self.journal.attach(content, media_type, name, self._step)

    def observe(self, variant: str, reading: str) -> None:
        """The site was seen to follow ``reading`` of ``variant``."""
        self.journal.observe(variant, reading, self._step)

    def end(self) -> None:
        """The scenario is over."""
        self.journal.scenario_finished(self._outside)
        self.pickle = None

    def _elapsed(self) -> float:
        return time.perf_counter() - self._since

    @property
    def is_last(self) -> bool:
        """Whether the step now played is the last one of its scenario."""
        return self.pickle is not None and self._step == len(self.pickle.steps) - 1
