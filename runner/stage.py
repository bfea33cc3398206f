"""Plays scenarios in one process: what happens to each is written in the journal and shown by pytest alike."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import PurePosixPath
from textwrap import shorten

import pytest
from cucumber_messages import Pickle

from reports.evidence import Redactor
from reports.facts import EvidenceLevel, FaultRecord
from reports.journal import Journal
from reports.register import Level, Register
from reports.verdict import Verdict, level_for, levelled, worst
from runner import faulting
from runner.collection import pickle_of
from runner.ground import Ground
from runner.keeper import Keeper
from runner.meter import Meter
from runner.recorder import Recorder
from runner.run import Run, is_strict
from runner.scene import Scene
from steps.ledger import Ledger
from steps.screens.window import Window
from targets.faults import CapabilityMissing
from targets.profile import Profile

SHOWN = 300
"""Characters of a reason in the terminal: the report has the rest."""


class Stage:
    """One per process that plays. ``scene`` is that of the scenario being played, ``ground`` is common to all."""

    def __init__(
        self,
        run: Run,
        register: Register,
        profile: Profile,
        journal: Journal,
        redactor: Redactor,
        evidence: EvidenceLevel = "failures",
    ) -> None:
        self.run = run
        self.register = register
        self.profile = profile
        self.redactor = redactor
        self.keeper = Keeper(evidence)
        self.meter = Meter()
        self.recorder = Recorder(journal, self.meter)
        self.ground: Ground | None = None
        self.scene: Scene | None = None
        self._ledgers: dict[str, Ledger] = {}

    # -- one scenario -------------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """A scenario is one entry of the journal, from its set-up to its tear-down."""
        pickle = pickle_of(item)
        if pickle is None:
            return (yield)
        self.scene = None
        self.keeper.begin()
        self.recorder.begin(pickle)
        result = yield
        self.recorder.end()
        return result

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """A scenario that proves nothing the target claims is not played."""
        pickle = pickle_of(item)
        if pickle and not self._claimed(pickle, self.profile.target.scope):
            raise OutOfScope

    def _claimed(self, pickle: Pickle, scope: Sequence[str]) -> bool:
        wanted = [claim for claim in scope if not claim.startswith("-")]
        proven = [name for name in _ids(pickle) if name in self.register.entries and f"-{name}" not in scope]
        return bool(proven) and (not wanted or any(_belongs(name, wanted) for name in (*proven, _sheet(pickle))))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """What pytest shows of a scenario is what the verdict table says of it."""
        report = yield
        pickle = pickle_of(item)
        if pickle is None or call.excinfo is None:
            return report
        if call.when == "teardown" and self.recorder.fault:
            report.outcome, report.longrepr = "passed", None  # told once: the first fault explains what follows it
            return report
        fault = self.recorder.fault or self._record(call.excinfo.value)
        self.recorder.fails_outside(fault)
        self._show(report, item, pickle, fault)
        return report

    def _show(self, report: pytest.TestReport, item: pytest.Item, pickle: Pickle, fault: FaultRecord) -> None:
        verdict, reason = fault.conclusion
        verdict = worst(levelled(verdict, level, is_strict(item.config)) for level in self._levels(pickle))
        if verdict is Verdict.NON_CONFORME:
            report.longrepr = f"{' '.join(_ids(pickle))}\n{fault.told()}"
        elif verdict is Verdict.AVERTISSEMENT:
            report.outcome = "passed"
            report.user_properties.append(("avertissement", fault.message))
        else:
            line = pickle.location.line if pickle.location else 0
            report.outcome = "skipped"
            report.longrepr = (str(item.path), line, f"{reason}: {shorten(fault.told(), SHOWN, placeholder=' […]')}")

    def _levels(self, pickle: Pickle) -> Iterator[Level]:
        tags = [tag.name for tag in pickle.tags]
        known = (self.register.entries.get(identifier) for identifier in _ids(pickle))
        return (level_for(tags, entry.niveau) for entry in known if entry)

    def step_failed(self, error: BaseException) -> None:
        """Record why a step stopped the scenario, with what could be seen then."""
        judged = getattr(error, "seen", None)
        self.recorder.step_fails(self._record(error), lambda: self.keeper.of_failure(self.scene, judged))

    def step_passed(self) -> None:
        """Record that a step kept its promise, with what it shows where that is asked for."""
        recorder = self.recorder
        recorder.step_passes(lambda: self.keeper.of_success(self.scene, recorder.phase, last=recorder.is_last))

    def walks(self, pickle: Pickle) -> bool:
        """Whether this scenario illustrates a living sheet, in this run."""
        sheet = self.register.sheets.get(_sheet(pickle))
        return self.keeper.level == "full" and sheet is not None and pickle.name in sheet.parcours.values()

    def show(self, window: Window) -> None:
        """Keep the next picture of a walk."""
        if self.scene is not None:
            self.recorder.keep(self.keeper.of_walk(self.scene, window))

    def _record(self, error: BaseException) -> FaultRecord:
        return faulting.record(error, self.recorder.phase, self.ground).cleaned(self.redactor.clean)

    def close(self, *, success: bool) -> None:
        """The run ends for this process: the last lines of its journal."""
        self.recorder.journal.time_spent(self.meter.stop())
        self.recorder.journal.close(success=success)

    # -- what scenarios share -------------------------------------------------------------------------------------

    def ledger_of(self, scene: Scene) -> Ledger:
        """The counts of mails closed by the scenario of ``scene``."""
        pickle = self.recorder.pickle
        return self._ledgers.setdefault(pickle.id if pickle else scene.name, Ledger())

    def charge_late_mails(self) -> None:
        """Charge to its scenario every mail that came after the scenario had counted them all."""
        if self.ground is None or "mail" not in self.ground.profile.capabilities:
            return
        for pickle_id, ledger in self._ledgers.items():
            for recipient, count in ledger.closed.items():
                seen = len(self.ground.levers.mailbox.letters(recipient))
                if seen > count:
                    self.recorder.journal.late_mail(pickle_id, _late(count, seen))


class OutOfScope(CapabilityMissing):
    """The target's profile does not claim what this scenario proves."""

    kind = "scope"

    def __init__(self) -> None:
        super().__init__("scope", "La cible ne revendique pas cette exigence ([target] scope).")


STAGE = pytest.StashKey[Stage]()


def _ids(pickle: Pickle) -> list[str]:
    return [tag.name.removeprefix("@") for tag in pickle.tags]


def _sheet(pickle: Pickle) -> str:
    """The sheet whose features hold the scenario: one that proves a gap or a contradiction alone goes with it."""
    return PurePosixPath(pickle.uri).parent.name.upper()


def _belongs(identifier: str, claims: Sequence[str]) -> bool:
    return any(identifier == claim or identifier.startswith(f"{claim}-") for claim in claims)


def _late(count: int, seen: int) -> FaultRecord:
    return FaultRecord(
        kind="unmet",
        phase="then",
        message="Un courriel est arrivé après que le scénario les avait comptés.",
        expected=f"{count} courriel(s)",
        seen=f"{seen} courriel(s)",
    )
