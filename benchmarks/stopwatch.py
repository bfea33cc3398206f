"""What each journey costs, in seconds of the clock and of all processors: read between two journeys.

As a plugin of pytest (``-p benchmarks.stopwatch``) it reads at the start of every scenario. Linux only: it reads /proc.
"""

import json
import os
import time
from pathlib import Path
from typing import NamedTuple

import pytest

LAPS = "FOCUS_BENCH_LAPS"
"""Environment variable: the file where the laps go."""
TICKS = os.sysconf("SC_CLK_TCK")


class Reading(NamedTuple):
    """Seconds since some moment."""

    wall: float
    cpu: float


class Stopwatch:
    """``read`` at every start and at the end; a lap lies between two readings."""

    def __init__(self) -> None:
        self._readings: list[Reading] = []

    def read(self) -> None:
        """A lap ends, the next begins."""
        self._readings.append(Reading(time.perf_counter(), _cpu_of_family()))

    def write(self) -> None:
        """The laps, as [wall, cpu], where the environment says."""
        pairs = zip(self._readings, self._readings[1:], strict=False)
        laps = [(after.wall - before.wall, after.cpu - before.cpu) for before, after in pairs]
        Path(os.environ[LAPS]).write_text(json.dumps(laps), "utf-8")


def _cpu_of_family() -> float:
    """Processor seconds of this process and its descendants, those that have ended included."""
    told = dict(_processes())
    family, found = {os.getpid()}, 0
    while found < len(family):  # until nobody has a child that is not known yet
        found = len(family)
        family |= {pid for pid, (parent, _) in told.items() if parent in family}
    return sum(ticks for pid, (_, ticks) in told.items() if pid in family) / TICKS


def _processes() -> list[tuple[int, tuple[int, int]]]:
    """Of every process: its parent, and the ticks that it and the children it has buried have used."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended: its parent counts it
        found.append((int(entry.parent.name), (int(fields[1]), sum(map(int, fields[11:15])))))
    return found


_watch = Stopwatch()


def pytest_runtest_logstart() -> None:
    """A scenario begins."""
    _watch.read()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """All have been played."""
    _watch.write()
