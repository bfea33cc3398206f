"""Conducts a conformance run in one process: gate at the start, journal all along, conclusion at the end."""

from collections.abc import Generator, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error as PlaywrightError
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from reports import run as reports_run
from reports.evidence import MAIL, Redactor
from reports.facts import FaultRecord
from reports.journal import Journal
from reports.register import Register, RegisterError, Variant, load, load_variants
from reports.verdict import Verdict, level_for, levelled, worst
from runner import faulting, gate, wall
from runner.collection import pickle_of
from runner.ground import Ground
from runner.recorder import Recorder
from runner.run import Run, feature_paths, header, is_strict, profile_of, worker_name
from runner.scene import Scene
from steps.ledger import Ledger
from targets.faults import CapabilityMissing, ProfileError
from targets.profile import Profile

FEATURES = "features"
NO_SCENARIO = "no scenario is selected: nothing would be proven; check -k, -m and the paths"
CONCLUDED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


class Conductor:
    """One per process: the controller under xdist, each of its workers, or the only process there is."""

    def __init__(
        self, config: pytest.Config, register: Register, variants: dict[str, Variant], profile: Profile
    ) -> None:
        self.config = config
        self.register = register
        self.variants = variants
        self.profile = profile
        self.redactor = Redactor()
        self.ground: Ground | None = None
        self.scene: Scene | None = None
        self.report: reports_run.RunReport | None = None
        self._crashed: list[str] = []
        self._uncollected: list[str] = []
        self._ledgers: dict[str, Ledger] = {}

    @classmethod
    def for_run(cls, config: pytest.Config) -> "Conductor | None":
        """The conductor of this process; None when the command line names no feature.

        Raises pytest.UsageError (exit code 4) when features, register or profile cannot be used.
        """
        paths = feature_paths(config)
        if not paths:
            return None
        features = config.rootpath / FEATURES
        try:
            register, variants = load(features), load_variants(features / "variantes.toml")
            _declare_tags(config, register)
            if not hasattr(config, "workerinput"):
                _pass_the_gate(config.rootpath, paths, register)
            conductor = cls(config, register, variants, profile_of(config))
        except (RegisterError, gate.GateRefusal, ProfileError) as error:
            raise pytest.UsageError(str(error)) from None
        _require_one_browser(config)
        return conductor

    # -- the run ------------------------------------------------------------------------------------------------

    @cached_property
    def run(self) -> Run:
        """The run that this process takes part in."""
        shared = getattr(self.config, "workerinput", {}).get("focus_run")
        return Run(**shared) if shared else Run.begin(self._out, self.config.getoption("seed"))

    @property
    def _out(self) -> Path:
        return self.config.rootpath / str(self.config.getoption("report_dir"))

    @cached_property
    def recorder(self) -> Recorder:
        """The journal of this process."""
        name = worker_name(self.config)
        return Recorder(Journal(Path(self.run.folder) / "journal" / f"{name}.ndjson", wall.now), self.redactor)

    @property
    def _plays(self) -> bool:
        """Whether scenarios are played in this process, rather than in workers or not at all."""
        return not self.config.pluginmanager.hasplugin("dsession") and not self.config.option.collectonly

    @property
    def _concludes(self) -> bool:
        return not hasattr(self.config, "workerinput") and not self.config.option.collectonly

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """A worker joins the run."""
        node.workerinput["focus_run"] = self.run.to_worker()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """A worker ends; with an error, it crashed."""
        if error:
            self._crashed.append(node.gateway.id)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that could not be collected: under xdist the rest is played all the same, so it is noted here."""
        if report.failed:
            self._uncollected.append(report.nodeid)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """All that will be played is known: open the journal."""
        items = [item for item in session.items if pickle_of(item)]
        if not items or not self._plays:
            return
        journal = self.recorder.journal
        everything = gate.read_features(self.config.rootpath, (self.config.rootpath / FEATURES).rglob("*.feature"))
        partial = len(items) < sum(len(feature.parsed.pickles) for feature in everything)
        name = worker_name(self.config)
        declared = self.declared_variants()
        journal.open(header(self.run, self.profile, self.config, name, partial=partial, variants=declared))
        for path in dict.fromkeys(item.path for item in items):
            journal.feature(path.relative_to(self.config.rootpath).as_posix(), path.read_text("utf-8"))
        for item in items:
            if pickle := pickle_of(item):
                journal.plan(pickle, item.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Close the journal; where the run ends, conclude and say so by the exit code."""
        if self._plays and "recorder" in self.__dict__:
            self.recorder.journal.close(success=exitstatus == pytest.ExitCode.OK)
        if not self._concludes:
            return
        if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED or self._uncollected:
            session.exitstatus = pytest.ExitCode.USAGE_ERROR
        elif "run" in self.__dict__ and any(Path(self.run.folder).rglob("*.ndjson")):
            self.report = reports_run.conclude(
                Path(self.run.folder), self.config.rootpath / FEATURES, self._unfinished()
            )
            if exitstatus in CONCLUDED:
                session.exitstatus = self.report.exit_code

    def _unfinished(self) -> list[str]:
        """The workers that crashed, or were stopped by an interruption."""
        return self._crashed

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        """The verdict, in the terminal."""
        if self.report is not None:
            terminalreporter.section("focus-conformance")
            terminalreporter.write_line(self.report.summary())
        elif self._concludes and exitstatus == pytest.ExitCode.USAGE_ERROR:
            lost = f"no verdict: not collected: {', '.join(sorted(set(self._uncollected)))}"
            terminalreporter.write_line(f"ERROR: {lost if self._uncollected else NO_SCENARIO}", red=True)

    # -- one scenario -------------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """A scenario is one entry of the journal, from its set-up to its tear-down."""
        pickle = pickle_of(item)
        if pickle is None:
            return (yield)
        self.redactor.new_scene()
        self.scene = None
        self.recorder.begin(pickle)
        result = yield
        self.recorder.end()
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """What pytest shows of a scenario is what the verdict table says of it."""
        report = yield
        if pickle_of(item) is None or call.excinfo is None:
            return report
        if self.recorder.fault is None:
            self.recorder.fails_outside(self._record(call.excinfo.value))
        self._translate(item, report)
        return report

    def step_failed(self, error: BaseException, request: pytest.FixtureRequest) -> None:
        """Record why a step stopped the scenario, with what could be seen then."""
        self.recorder.step_fails(self._record(error), lambda: list(self._evidence()))

    def _record(self, error: BaseException) -> FaultRecord:
        return faulting.record(error, self.recorder.phase, self.ground, self.redactor)

    def _evidence(self) -> Iterator[tuple[bytes | str, str, str]]:
        for rank, window in enumerate(self.scene.windows if self.scene else [], 1):
            try:
                yield window.screenshot(), "image/png", f"ecran-{rank}.png"
            except PlaywrightError:
                continue  # the browser is gone: the fault itself says so
        if self.scene and self.ground and self.ground.smtp:
            for letter in self.scene.letters():
                yield self.redactor.clean_mail(letter.raw), MAIL, f"courriel-{letter.order}.eml"

    def _translate(self, item: pytest.Item, report: pytest.TestReport) -> None:
        fault, pickle = self.recorder.fault, pickle_of(item)
        if fault is None or pickle is None:
            return
        verdict, reason = fault.conclusion
        ids = [tag.name for tag in pickle.tags]
        levels = [
            self.register.entries[i.removeprefix("@")].niveau
            for i in ids
            if i.removeprefix("@") in self.register.entries
        ]
        verdict = worst(levelled(verdict, level_for(ids, level), is_strict(self.config)) for level in levels)
        told = f"{' '.join(ids)}\n{fault.told()}"
        if verdict is Verdict.NON_CONFORME:
            report.longrepr = told
        elif verdict is Verdict.AVERTISSEMENT:
            report.outcome = "passed"
            report.user_properties.append(("avertissement", fault.message))
        else:
            report.outcome = "skipped"
            report.longrepr = (
                str(item.path),
                pickle.location.line if pickle.location else 0,
                f"{reason}: {fault.message}",
            )

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(
        self, report: pytest.TestReport
    ) -> tuple[str, str, tuple[str, dict[str, bool]]] | None:
        """A warning has its own letter."""
        if report.when == "call" and any(name == "avertissement" for name, _ in report.user_properties):
            return "warned", "W", ("WARNED", {"yellow": True})
        return None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """A scenario that proves nothing the target claims is not played."""
        pickle = pickle_of(item)
        if (
            pickle
            and self.profile.target.scope
            and not self._claimed([tag.name.removeprefix("@") for tag in pickle.tags])
        ):
            raise OutOfScope

    def _claimed(self, ids: list[str]) -> bool:
        return any(i == claim or i.startswith(f"{claim}-") for i in ids for claim in self.profile.target.scope)

    # -- what scenarios share -------------------------------------------------------------------------------------

    def declared_variants(self) -> dict[str, str]:
        """The readings that the target declares; an undeclared one is observed, not required."""
        return dict(self.profile.variants)

    def ledger_of(self, scene: Scene) -> Ledger:
        """The counts of mails closed by the scenario of ``scene``."""
        pickle = self.recorder.pickle
        return self._ledgers.setdefault(pickle.id if pickle else scene.name, Ledger())

    def charge_late_mails(self) -> None:
        """Charge to its scenario every mail that came after the scenario had counted them all."""
        if self.ground is None or self.ground.smtp is None:
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


CONDUCTOR = pytest.StashKey[Conductor]()


def _late(count: int, seen: int) -> FaultRecord:
    return FaultRecord(
        kind="unmet",
        phase="then",
        message="Un courriel est arrivé après que le scénario les avait comptés.",
        expected=f"{count} courriel(s)",
        seen=f"{seen} courriel(s)",
    )


def _declare_tags(config: pytest.Config, register: Register) -> None:
    for level in sorted(gate.LEVEL_TAGS):
        config.addinivalue_line("markers", f"{level}: level of this scenario or of these rows")
    for entry in register.entries.values():
        config.addinivalue_line("markers", f"{entry.id}: {entry.enonce}")


def _pass_the_gate(root: Path, named: list[Path], register: Register) -> None:
    steps = [step for step in step_function_context_registry.values() if _is_ours(step)]
    gate.check(gate.read_features(root, [*(root / FEATURES).rglob("*.feature"), *named]), register, steps)


def _is_ours(step: StepFunctionContext) -> bool:
    return not step.step_func.__module__.startswith("pytest_bdd")


def _require_one_browser(config: pytest.Config) -> None:
    if len(config.getoption("browser", None) or []) > 1:
        raise pytest.UsageError("one --browser at a time: a verdict rests on one browser; run the others apart")
