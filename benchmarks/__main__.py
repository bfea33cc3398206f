"""Plays ten scenarios through the harness and the same journeys bare, in turn, and tells the ratio of their costs.

``python -m benchmarks [PAIRS]``: the median of PAIRS pairs (5). Start and stop are left out on both sides. Processor
seconds are those of all processes (pytest or script, Playwright, browser, site); they stay meaningful on a machine that
does other things, the clock's do not.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.journeys import CLOSING, JOURNEYS, OPENING
from benchmarks.stopwatch import LAPS, Reading

HARNESS = (sys.executable, "-m", "pytest", "-p", "benchmarks.stopwatch", "-p", "no:hypothesispytest", "-q", "--strict")
OUT = ("--report-dir", "reports/out/bench", OPENING, *JOURNEYS, CLOSING)
BARE = (sys.executable, "-m", "benchmarks.bare")
AIM = 1.15
CONSOLE = Console(highlight=False, soft_wrap=True)


def main(pairs: int) -> None:
    """Play the pairs, each in the other order than the one before."""
    played: list[tuple[list[Reading], list[Reading]]] = []
    for rank in range(pairs):
        sides = [(*HARNESS, *OUT), BARE]
        laps = [_laps(side) for side in (sides if rank % 2 else reversed(sides))]
        harness, bare = laps if rank % 2 else reversed(laps)
        played.append((harness, bare))
        _tell(f"pair {rank + 1}/{pairs}", harness, bare)
    _conclude(played)


def _laps(command: Sequence[str]) -> list[Reading]:
    """What each journey of ``command`` cost; raises SystemExit where it did not play them all well."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "laps.json"
        run = subprocess.run(command, env=os.environ | {LAPS: str(file)}, capture_output=True, text=True, check=False)
        if run.returncode:
            raise SystemExit(f"{' '.join(command)}\n{run.stdout}{run.stderr}")
        laps = [Reading(*lap) for lap in json.loads(file.read_text("utf-8"))]
    return laps[1 : 1 + len(JOURNEYS)]


def _ratio(harness: Sequence[Reading], bare: Sequence[Reading]) -> Reading:
    """What the harness costs for one that the bare script costs."""
    mine, theirs = (_total(laps) for laps in (harness, bare))
    return Reading(mine.wall / theirs.wall, mine.cpu / theirs.cpu)


def _total(laps: Sequence[Reading]) -> Reading:
    return Reading(sum(lap.wall for lap in laps), sum(lap.cpu for lap in laps))


def _tell(name: str, harness: Sequence[Reading], bare: Sequence[Reading]) -> None:
    mine, theirs, ratio = _total(harness), _total(bare), _ratio(harness, bare)
    CONSOLE.print(
        f"{name}: processors {mine.cpu:.1f} s / {theirs.cpu:.1f} s = {ratio.cpu:.2f};"
        f" clock {mine.wall:.1f} s / {theirs.wall:.1f} s = {ratio.wall:.2f}"
    )


def _conclude(played: Sequence[tuple[Sequence[Reading], Sequence[Reading]]]) -> None:
    table = Table("journey", "harness, s of processor", "bare", "ratio")
    for rank, name in enumerate(JOURNEYS):
        mine, theirs = (median(pair[side][rank].cpu for pair in played) for side in (0, 1))
        table.add_row(name.partition("::")[2], f"{mine:.2f}", f"{theirs:.2f}", f"{mine / theirs:.2f}")
    CONSOLE.print(table)
    ratios = [_ratio(*pair) for pair in played]
    cpu, wall = median(ratio.cpu for ratio in ratios), median(ratio.wall for ratio in ratios)
    CONSOLE.print(f"Ratio, median of {len(played)} pairs: processors {cpu:.2f}, clock {wall:.2f} (aim: {AIM})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
