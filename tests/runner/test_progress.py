"""How far a run has come: a live line at a terminal, plain lines elsewhere; failures at once, hostile text harmless."""

import io

import pytest
from rich.console import Console

from runner.progress import Tally, Watcher


class Reporter:
    """What the watcher asks of pytest's terminal reporter."""

    showfspath = True

    def __init__(self):
        self.lines = []

    def write_line(self, line, **markup):
        self.lines.append((line, *markup))


def ended(watcher, name, outcome="passed", when="call", why="", **properties):
    """What pytest does of a phase of a scenario that ends."""
    report = pytest.TestReport(
        f"features/x.feature::{name}", ("x", 0, name), {}, outcome, why, when, user_properties=list(properties.items())
    )
    category = {"failed": "failed" if when == "call" else "error"}.get(outcome, outcome)
    category = "warned" if properties else category
    shown = when == "call" or outcome != "passed"
    told = watcher.pytest_report_teststatus(report)
    next(told)
    with pytest.raises(StopIteration) as stopped:
        told.send((category, category[0], category.upper()) if shown else ("", "", ""))
    return stopped.value.value


@pytest.fixture
def reporter():
    return Reporter()


@pytest.fixture
def plain(reporter):
    watcher = Watcher(reporter, None)
    watcher.pytest_xdist_node_collection_finished(None, ["a"] * 40)
    return watcher


def test_a_plain_line_comes_with_each_twentieth(plain, reporter):
    for rank in range(40):
        plain.pytest_runtest_logstart(f"features/x.feature::{rank}")
        assert ended(plain, rank) == ("passed", "", "")
    assert len(reporter.lines) == 20
    assert reporter.lines[0][0].startswith("2/40, about 0 s left")
    assert reporter.lines[-1] == ("40/40",)
    assert reporter.showfspath is False


def test_failures_and_warnings_come_at_once(plain, reporter):
    ended(plain, "Tombe", "failed", why="EP6-2-26\nL'écran\x1b[2J annonce\nune autre date.")
    ended(plain, "Avertit", avertissement="Le pied de page est autre.")
    ended(plain, "Reste ouvert", "skipped")
    assert reporter.lines[:4] == [
        ("non conforme: Tombe", "red"),
        ("    EP6-2-26 L'écran\ufffd[2J annonce une autre date.", "red"),
        ("avertissement: Avertit", "yellow"),
        ("    Le pied de page est autre.", "yellow"),
    ]
    assert plain._tally.worries == "1 non conforme, 1 avertissement, 1 sans réponse"


def test_a_failure_of_the_tear_down_takes_the_place_of_a_success(plain):
    for when in ("setup", "call"):
        ended(plain, "Trop de courriels", when=when)
    ended(plain, "Trop de courriels", "failed", "teardown", "Deux courriels.")
    ended(plain, "Tombe", "failed")
    ended(plain, "Tombe", "failed", "teardown")
    assert (plain._tally.done, dict(plain._tally.ends)) == (2, {"passed": 0, "failed": 2})


def test_at_a_terminal_one_line_lives_and_failures_stay_above(reporter):
    written = io.StringIO()
    watcher = Watcher(reporter, Console(file=written, force_terminal=True, width=110))
    watcher.pytest_xdist_node_collection_finished(None, ["a"] * 3)
    watcher.pytest_runtest_logstart("features/x.feature::Le mot de passe vaut [rouge]trois ans")
    ended(watcher, "Tombe", "failed", why="Deux [bold]courriels\x1b[2J")
    watcher._live.refresh()
    shown = written.getvalue()
    watcher.pytest_sessionfinish()
    for part in ("1/3", "1 non conforme", "Le mot de passe vaut [rouge]trois ans", "Deux [bold]courriels\ufffd[2J"):
        assert part in shown
    assert reporter.lines == []


def test_time_left_is_told_in_minutes_then_in_seconds(monkeypatch):
    instants = iter([0.0, 60.0, 60.0])
    monkeypatch.setattr("runner.progress.time.perf_counter", lambda: next(instants))
    tally = Tally()
    tally.total, tally.ends["passed"] = 31, 1
    assert str(tally) == "1/31, about 30 min left"
    tally.total = 2
    assert str(tally) == "1/2, about 60 s left"
