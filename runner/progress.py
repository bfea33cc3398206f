"""How far a run has come, while it goes: a live line at a terminal, plain lines elsewhere, failures at once in both.

It takes the place of pytest's dots, unless -v or -q asks for pytest's own. The end of the run is pytest's and ours.
"""

import os
import time
from collections import Counter
from collections.abc import Generator
from typing import Any, TextIO

import pytest
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from reports.neutral import one_line
from runner.collection import pickle_of

Status = tuple[str, str, str | tuple[str, dict[str, bool]]]
COLOURS = {"failed": "red", "warned": "yellow"}
TOLD = {"failed": "non conforme", "warned": "avertissement", "skipped": "sans réponse"}
STEP = 20
"""A plain line each time that one more such part of the run is done."""


class Tally:
    """What has ended of a run, and how long the rest may take."""

    def __init__(self) -> None:
        self.total = 0
        self.ends: Counter[str] = Counter()
        self._since = time.perf_counter()

    @property
    def done(self) -> int:
        """Scenarios that ended."""
        return self.ends.total()

    @property
    def worries(self) -> str:
        """« 2 non conforme, 1 sans réponse »."""
        return ", ".join(f"{self.ends[end]} {told}" for end, told in TOLD.items() if self.ends[end])

    def __str__(self) -> str:
        """« 49/978, 2 non conforme, about 14 min left »."""
        return ", ".join(part for part in (f"{self.done}/{self.total}", self.worries, *self._left()) if part)

    def _left(self) -> list[str]:
        if not self.done or self.done >= self.total:
            return []
        seconds = (time.perf_counter() - self._since) / self.done * (self.total - self.done)
        return [f"about {round(seconds / 60)} min left" if seconds >= 90 else f"about {round(seconds)} s left"]


class Watcher:
    """Follows a run, in the process that the person looks at. ``terminal`` is None where nobody looks live."""

    def __init__(self, reporter: pytest.TerminalReporter, terminal: Console | None) -> None:
        self._reporter = reporter
        self._tally = Tally()
        self._live = _live(terminal) if terminal else None
        self._task: TaskID | None = None
        self._ended: dict[str, str] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """All that is to be played is known, where no worker plays it."""
        self._expect(sum(pickle_of(item) is not None for item in session.items))

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any, ids: list[str]) -> None:
        """The same from a worker: each collects everything."""
        self._expect(len(ids))

    def _expect(self, total: int) -> None:
        self._tally.total = total
        self._reporter.showfspath = False

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A scenario begins, here or in a worker."""
        if self._live is None:
            return
        if self._task is None:
            self._live.start()
            self._task = self._live.add_task("", total=self._tally.total, worries="")
        self._live.update(self._task, description=_name(nodeid, 60))

    @pytest.hookimpl(wrapper=True)
    def pytest_report_teststatus(
        self, report: pytest.TestReport | pytest.CollectReport
    ) -> Generator[None, Status, Status]:
        """pytest's word on a scenario is counted and not shown: ours is."""
        category, letter, word = yield
        if not isinstance(report, pytest.TestReport):
            return category, letter, word
        if letter:
            self._end(report, "failed" if category == "error" else category)
        return category, "", ""

    def _end(self, report: pytest.TestReport, end: str) -> None:
        """A scenario ends once; only its tear-down may still turn a success into a failure."""
        known = self._ended.get(report.nodeid)
        if known not in (None, "passed"):
            return
        before = self._tally.done
        if known:
            self._tally.ends[known] -= 1
        self._ended[report.nodeid] = end
        self._tally.ends[end] += 1
        if end in COLOURS:
            self._tell(f"{TOLD[end]}: {_name(report.nodeid)}", COLOURS[end])
            self._tell(f"    {one_line(_why(report))}", COLOURS[end])
        self._show(before)

    def _show(self, before: int) -> None:
        if self._live and self._task is not None:
            self._live.update(self._task, completed=self._tally.done, worries=self._tally.worries)
        elif self._tally.done * STEP // max(self._tally.total, 1) > before * STEP // max(self._tally.total, 1):
            self._reporter.write_line(str(self._tally))

    def _tell(self, line: str, colour: str) -> None:
        if self._live:
            self._live.console.print(Text(line, style=colour), soft_wrap=True)
        else:
            self._reporter.write_line(line, **{colour: True})

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """The run ends: what follows is told in the ordinary way."""
        if self._live:
            self._live.stop()
            self._live.console.file.close()
            self._live = None


def _live(terminal: Console) -> Progress:
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[worries]}", markup=False, style="red"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
        console=terminal,
        transient=True,
        refresh_per_second=2,
        redirect_stdout=False,  # pytest changes the standard output at each scenario
        redirect_stderr=False,
    )


def watch(config: pytest.Config) -> Watcher | None:
    """The watcher of this run; None in a worker, with -v or -q, or where nothing is played."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput") or config.option.verbose or config.option.collectonly:
        return None
    live = reporter.isatty and "CI" not in os.environ and os.environ.get("TERM") != "dumb"
    return Watcher(reporter, Console(file=_beside_the_capture(), force_terminal=True) if live else None)


def _beside_the_capture() -> TextIO:
    """The terminal itself: while a scenario plays, pytest takes all that goes to the standard output."""
    return os.fdopen(os.dup(1), "w", encoding="utf-8")


def _name(nodeid: str, width: int = 200) -> str:
    return one_line(nodeid.partition("::")[2] or nodeid, width)


def _why(report: pytest.TestReport) -> str:
    warned = (str(told) for name, told in report.user_properties if name == "avertissement")
    return next(warned, str(report.longrepr))
