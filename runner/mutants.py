"""Seeded defects: the reference site is started with one at a time, and the suite must say which promise broke."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

Outcome = Literal["own", "elsewhere", "missed", "unplayed"]
BROKEN = ("non_conforme", "avertissement")
QUICK = 6
CATALOGUE = (sys.executable, "-m", "reference_impl", "--list-defects")


@dataclass(frozen=True)
class Defect:
    """One way in which a site goes wrong: the requirement it ``breaks``, and ``neighbours`` that it may touch too."""

    name: str
    breaks: str
    neighbours: tuple[str, ...]
    summary: str

    @property
    def expected(self) -> set[str]:
        """The requirements that may turn without surprise."""
        return {self.breaks, *self.neighbours}


@dataclass(frozen=True)
class Result:
    """What the suite said of the site with this defect. ``scenarios`` are those that turned; ``surprises`` the
    requirements that turned without being expected to."""

    name: str
    requirement: str
    outcome: Outcome
    scenarios: tuple[str, ...]
    turned: tuple[str, ...]
    surprises: tuple[str, ...]

    @property
    def caught(self) -> bool:
        """Caught on its own requirement, and nothing unrelated turned."""
        return self.outcome == "own" and not self.surprises


def catalogue() -> list[Defect]:
    """The defects that the reference site offers as start options."""
    told = subprocess.run(CATALOGUE, capture_output=True, text=True, check=True).stdout
    return [
        Defect(each["name"], each["breaks"], tuple(each["neighbours"]), each["summary"]) for each in json.loads(told)
    ]


def quick(defects: Sequence[Defect]) -> list[Defect]:
    """A few defects spread over the catalogue."""
    return list(defects[:: max(1, len(defects) // QUICK)])[:QUICK]


def play(defects: Sequence[Defect], out: Path, *, whole: bool) -> Iterator[Result]:
    """Play every defect, as many at once as there are cores, against its requirements or the ``whole`` suite."""
    shutil.rmtree(out, ignore_errors=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(lambda defect: play_one(defect, out / defect.name, whole=whole), defects)


def play_one(defect: Defect, folder: Path, *, whole: bool) -> Result:
    """One run of the features against the site with one defect, its report kept under ``folder``."""
    folder.mkdir(parents=True)
    selection = [] if whole else ["-m", " or ".join(sorted(defect.expected))]
    command = [sys.executable, "-m", "pytest", "features", "-n", "0", "--seed", "1", "--report-dir", str(folder)]
    ran = subprocess.run(
        [*command, "--start-with", f"--defect {defect.name}", *selection], capture_output=True, text=True, check=False
    )
    (folder / "pytest.log").write_text(ran.stdout + ran.stderr, "utf-8")
    reports = list(folder.glob("*/report.json"))
    return _judge(defect, json.loads(reports[0].read_text("utf-8")) if reports else None)


def _judge(defect: Defect, report: dict[str, Any] | None) -> Result:
    if report is None:
        return Result(defect.name, defect.breaks, "unplayed", (), (), ())
    broken = [each for each in report["requirements"] if each["verdict"] in BROKEN]
    turned = tuple(each["id"] for each in broken)
    scenarios = {scenario["name"] for each in broken for scenario in each["scenarios"] if scenario["verdict"] in BROKEN}
    surprises = tuple(
        identifier for identifier in turned if identifier not in defect.expected | _carried(broken, defect)
    )
    outcome: Outcome = "own" if defect.breaks in turned else "elsewhere" if turned else "missed"
    return Result(defect.name, defect.breaks, outcome, tuple(sorted(scenarios)), turned, surprises)


def _carried(broken: Sequence[dict[str, Any]], defect: Defect) -> set[str]:
    """A failing scenario marks all the ids that it carries: those beside an expected one are no surprise."""
    expected = {
        scenario["name"]
        for each in broken
        if each["id"] in defect.expected
        for scenario in each["scenarios"]
        if scenario["verdict"] in BROKEN
    }
    return {
        each["id"]
        for each in broken
        if all(scenario["name"] in expected for scenario in each["scenarios"] if scenario["verdict"] in BROKEN)
    }


def write_matrix(results: Sequence[Result], path: Path) -> None:
    """The matrix for readers and other tools: one entry per defect played."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps({"defects": [asdict(result) for result in results]}, ensure_ascii=False, indent=1), "utf-8"
    )
