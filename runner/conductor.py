"""Conducts a conformance run in one process: gate at the start, journal all along, conclusion at the end."""

from collections.abc import Generator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import Error as PlaywrightError
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from reports import beside
from reports import run as reports_run
from reports.dossier.signing import KeyUnusable
from reports.evidence import Redactor
from reports.journal import Journal
from reports.register import LEVELS, Register, RegisterError, Variant, load, load_variants
from reports.verdict import Reason
from runner import declared, gate, printing, progress, wall
from runner.collection import pickle_of
from runner.keeping import keep, signing_key
from runner.run import (
    Run,
    evidence_level,
    feature_paths,
    header,
    is_strict,
    may_be_parallel,
    profile_of,
    shard_of,
    worker_name,
)  # fmt: skip
from runner.stage import STAGE, Stage
from targets.faults import ProfileError
from targets.profile import Profile

FEATURES = "features"
NO_SCENARIO = "no scenario is selected: nothing would be proven; check -k, -m, --shard and the paths"
CUT_SHORT = "The run was cut short: what was not played is not tested."
PLAYED_OUT = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


class Conductor:
    """One per process: the controller under xdist, each of its workers, or the only process there is."""

    def __init__(
        self,
        config: pytest.Config,
        register: Register,
        variants: dict[str, Variant],
        profile: Profile,
        key: Ed25519PrivateKey | None,
    ) -> None:
        self.config = config
        self.register = register
        self.variants = variants
        self.profile = profile
        self._key = key
        self.stage: Stage | None = None
        self.report: reports_run.RunReport | None = None
        self._no_verdict = "the run ended before any scenario was played"
        self._crashed: list[str] = []
        self._uncollected: list[str] = []
        self._planned: list[pytest.Item] = []

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
            beside.check(features, register)
            _declare_tags(config, register)
            if not hasattr(config, "workerinput"):
                _pass_the_gate(config.rootpath, paths, register)
            profile = profile_of(config)
            declared.check(profile, register, variants, wall.now().date())
            key = signing_key()
        except (RegisterError, gate.GateRefusal, ProfileError, KeyUnusable) as error:
            raise pytest.UsageError(str(error)) from None
        shard_of(config)
        _require_one_browser(config)
        _require_one_worker(config)
        return cls(config, register, variants, profile, key)

    @cached_property
    def run(self) -> Run:
        """The run that this process takes part in."""
        shared = getattr(self.config, "workerinput", {}).get("focus_run")
        out = self.config.rootpath / str(self.config.getoption("report_dir"))
        return Run(**shared) if shared else Run.begin(out, self.config.getoption("seed"))

    @property
    def _plays(self) -> bool:
        """Whether scenarios are played in this process, rather than in workers or not at all."""
        return not self.config.pluginmanager.hasplugin("dsession") and not self.config.option.collectonly

    @property
    def _concludes(self) -> bool:
        return not hasattr(self.config, "workerinput") and not self.config.option.collectonly

    def pytest_sessionstart(self) -> None:
        """Whoever looks at this process sees how far the run has come."""
        if watcher := progress.watch(self.config):
            self.config.pluginmanager.register(watcher, "focus-progress")

    def pytest_report_header(self) -> list[str]:
        """What is judged, before anything is played."""
        target = self.profile.target
        lines = [f"target: {target.name} {target.version} at {target.base_url} ({self.profile.path})"]
        lines += [f"levers: {', '.join(self.profile.capabilities) or 'none'}; strict: {is_strict(self.config)}"]
        if not self.profile.parallel:
            lines += ["one worker: the site is shared, and its clock or its mail port with it"]
        return lines

    # -- workers ------------------------------------------------------------------------------------------------

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """A worker joins the run."""
        node.workerinput["focus_run"] = self.run.to_worker()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """A worker ends; with an error, it crashed."""
        if error:
            self._crashed.append(node.gateway.id)

    @pytest.hookimpl(optionalhook=True)
    def pytest_handlecrashitem(self, crashitem: str, report: pytest.TestReport) -> None:
        """A worker crashed while it played a scenario: that says nothing of the target."""
        report.outcome = "skipped"
        report.longrepr = (crashitem.partition("::")[0], 0, f"{Reason.ENVIRONMENT}: {report.longrepr}")

    # -- collection ---------------------------------------------------------------------------------------------

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that could not be collected: under xdist the rest is played all the same, so it is noted here."""
        if report.failed:
            self._uncollected.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """All that is selected is known: that is the plan, of which a shard plays its share."""
        self._planned = [item for item in items if pickle_of(item)]
        if shard := shard_of(config):
            mine = shard.share(item.nodeid for item in self._planned)
            config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in mine])
            items[:] = [item for item in items if item.nodeid in mine]

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """All that will be played is known: open the journal."""
        items = self._planned if session.items else []
        if not items or not self._plays:
            return
        redactor = Redactor()
        name = worker_name(self.config)
        journal = Journal(Path(self.run.folder) / "journal" / f"{name}.ndjson", wall.now, redactor)
        journal.open(header(self.run, self.profile, self.config, name, partial=self._is_partial(items)))
        for path in dict.fromkeys(item.path for item in items):
            journal.feature(path.relative_to(self.config.rootpath).as_posix(), path.read_text("utf-8"))
        for item in items:
            if pickle := pickle_of(item):
                journal.plan(pickle, item.nodeid)
        self.stage = self.config.stash[STAGE] = Stage(
            self.run, self.register, self.profile, journal, redactor, evidence_level(self.config)
        )
        self.config.pluginmanager.register(self.stage, "focus-stage")
        self.stage.meter.watch_browser()

    def _is_partial(self, items: list[pytest.Item]) -> bool:
        everything = gate.read_features(self.config.rootpath, (self.config.rootpath / FEATURES).rglob("*.feature"))
        return len(items) < sum(len(feature.parsed.pickles) for feature in everything)

    # -- conclusion ---------------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> Generator[None]:
        """Once everything is put away, close the journal; where the run ends, conclude and tell by the exit code."""
        try:
            yield
        except* PlaywrightError:
            pass  # Ctrl-C reaches the browser too: its windows cannot be closed any more, and that is no news
        finally:
            self._finish(session, exitstatus)

    def _finish(self, session: pytest.Session, exitstatus: int) -> None:
        if self.stage is not None:
            self.stage.close(success=exitstatus == pytest.ExitCode.OK)
        if not self._concludes:
            return
        if self._uncollected or exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            lost = f"not collected: {', '.join(sorted(set(self._uncollected)))}"
            self._no_verdict = lost if self._uncollected else NO_SCENARIO
            session.exitstatus = pytest.ExitCode.USAGE_ERROR
        elif "run" in self.__dict__:
            session.exitstatus = self._conclude(exitstatus)
        elif exitstatus in PLAYED_OUT:
            self._no_verdict, session.exitstatus = NO_SCENARIO, pytest.ExitCode.USAGE_ERROR

    def _conclude(self, exitstatus: int) -> int:
        """Write the report; returns the exit code of the run. An exit code of pytest that tells of more is kept."""
        folder = Path(self.run.folder)
        played_out = exitstatus in PLAYED_OUT
        cut = self._crashed if played_out else [file.stem for file in folder.glob("journal/*.ndjson")]
        try:
            keep(folder, self.profile)
            self.report = reports_run.conclude(folder, self.config.rootpath / FEATURES, cut)
            printing.on_paper(self.report.living_sheets)
            reports_run.seal(self.report, self._key)
        except Exception as error:  # noqa: BLE001 - pytest would end with 1, which means « non conforme » here
            self._no_verdict = f"{type(error).__name__}: {error}"
            return pytest.ExitCode.INTERNAL_ERROR if played_out else exitstatus
        return self.report.exit_code or exitstatus if played_out else exitstatus

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        """The verdict, in the terminal."""
        if self.report is not None:
            terminalreporter.section("focus-conformance")
            terminalreporter.write_line(self.report.summary())
            if exitstatus == pytest.ExitCode.INTERRUPTED:
                terminalreporter.write_line(CUT_SHORT, red=True)
        elif self._concludes:
            terminalreporter.write_line(f"ERROR: no verdict: {self._no_verdict}", red=True)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(
        self, report: pytest.TestReport
    ) -> tuple[str, str, tuple[str, dict[str, bool]]] | None:
        """A warning has its own letter."""
        if report.when == "call" and any(name == "avertissement" for name, _ in report.user_properties):
            return "warned", "W", ("WARNED", {"yellow": True})
        return None


CONDUCTOR = pytest.StashKey[Conductor]()


def _declare_tags(config: pytest.Config, register: Register) -> None:
    for level in sorted(LEVELS):
        config.addinivalue_line("markers", f"{level}: level of this scenario or of these rows")
    for entry in register.entries.values():
        config.addinivalue_line("markers", f"{entry.id}: {entry.enonce}")


def _pass_the_gate(root: Path, named: list[Path], register: Register) -> None:
    steps = [step for step in step_function_context_registry.values() if _is_ours(step)]
    gate.check(gate.read_features(root, [*(root / FEATURES).rglob("*.feature"), *named]), register, steps)


def _is_ours(step: StepFunctionContext) -> bool:
    return not step.step_func.__module__.startswith("pytest_bdd")


def _require_one_worker(config: pytest.Config) -> None:
    if config.getoption("numprocesses", None) and not may_be_parallel(config):
        raise pytest.UsageError(
            "this site is not started by the harness and its clock or its mail port is shared: play it with -n 0"
        )


def _require_one_browser(config: pytest.Config) -> None:
    if len(config.getoption("browser", None) or []) > 1:
        raise pytest.UsageError("one --browser at a time: a verdict rests on one browser; run the others apart")
