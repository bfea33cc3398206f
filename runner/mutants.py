"""Seeded defects: the reference site is started with one at a time, and the suite must say which promise broke."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from reports.reading import read
from runner import fleet
from runner.playlist import Entry
from runner.red_steps import red_steps

Outcome = Literal["own", "elsewhere", "missed", "unplayed"]
BROKEN = ("non_conforme", "avertissement")
OPEN = ("non_concluant", "non_teste")
ALL = "*"
QUICK = (
    "courriel-d-un-autre-objet",
    "etape-sautee-par-son-adresse",
    "fil-d-ariane-absent",
    "horodatage-a-l-heure-de-greenwich",
    "meme-mot-de-passe-accepte",
    "sessions-gardees-ouvertes",
)
"""One defect of each domain (mail, steps, screen, PDF, password, session), each broken in a few scenarios."""
WHOLE_PATIENCE_S = 4 * 3600
"""The whole suite takes most of an hour on one core, longer where pages that never come are waited for."""
CATALOGUE = (sys.executable, "-m", "reference_impl", "--list-defects")
UNPLAYED_EXIT = 10


@dataclass(frozen=True)
class Defect:
    """One way in which a site goes wrong: the requirement it ``breaks``, and ``neighbours`` that it may touch too
    (``ALL``: nobody gets past it, so anything may turn with it). ``source`` is a digest of how it is made."""

    name: str
    breaks: str
    neighbours: tuple[str, ...]
    summary: str
    source: str = ""

    @property
    def expected(self) -> set[str]:
        """The requirements that may turn without surprise, those that are played."""
        return {self.breaks, *self.neighbours} - {ALL}


@dataclass(frozen=True)
class Result:
    """What the suite said of the site with this defect. ``scenarios`` are those that turned, ``steps`` the *Alors*
    that went red in them, ``surprises`` the requirements that turned without being expected to; ``why`` it could not
    be played, if it could not."""

    name: str
    requirement: str
    outcome: Outcome
    scenarios: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    surprises: tuple[str, ...] = ()
    why: str = ""

    @property
    def caught(self) -> bool:
        """Caught on its own requirement, and nothing unrelated turned."""
        return self.outcome == "own" and not self.surprises


def catalogue() -> list[Defect]:
    """The defects that the reference site offers as start options."""
    told = subprocess.run(CATALOGUE, capture_output=True, text=True, check=True).stdout
    return [
        Defect(each["name"], each["breaks"], tuple(each["neighbours"]), each["summary"], each["source"])
        for each in json.loads(told)
    ]


def quick(defects: Sequence[Defect]) -> list[Defect]:
    """The few of them that ``make test`` plays."""
    return [defect for defect in defects if defect.name in QUICK]


def exit_code(results: Sequence[Result]) -> int:
    """0 when all are caught, 1 when one is not, 10 when all that could be played are caught but one could not be."""
    if any(not result.caught for result in results if result.outcome != "unplayed"):
        return 1
    return UNPLAYED_EXIT if any(result.outcome == "unplayed" for result in results) else 0


# -- playing ----------------------------------------------------------------------------------------------------------


def play(defects: Sequence[Defect], out: Path) -> Iterator[Result]:
    """Play every defect until one of its requirements turns, several sites at once.

    The results come as they are known; the report of each is kept under its name in ``out``.
    """
    by_name = {defect.name: defect for defect in defects}
    for name in by_name:
        shutil.rmtree(out / name, ignore_errors=True)
    for name in fleet.play([replace(_entry(defect, out), hurried=True) for defect in defects], out):
        yield concluded(by_name[name], out / name)


def play_whole(defects: Sequence[Defect], out: Path) -> Iterator[Result]:
    """Play the whole suite against one site per core, which share the defects: nothing may turn but what one of those
    that share a site accounts for. What turns besides is told of each of them."""
    count = min(len(defects), os.cpu_count() or 1)
    shares = {f"site-{rank + 1}": defects[rank::count] for rank in range(count)}
    shutil.rmtree(out, ignore_errors=True)
    for name in fleet.play([_shared(name, share, out) for name, share in shares.items()], out, WHOLE_PATIENCE_S):
        together = {each for defect in shares[name] for each in (defect.breaks, *defect.neighbours)}
        for defect in shares[name]:
            yield concluded(replace(defect, neighbours=tuple(sorted(together))), out / name)


def _shared(name: str, defects: Sequence[Defect], out: Path) -> Entry:
    options = tuple(option for defect in defects for option in ("--defect", defect.name))
    return Entry(name, str(out / name), options, own=(), whole=True)


def seek(sought: Sequence[tuple[Defect, Sequence[str]]], out: Path) -> Iterator[Result]:
    """Play, of every defect, the scenarios of the *Alors* that go with it, until some defect has turned each red.

    Only what turned is to be read in such a result: its outcome says nothing, since its requirement is not played.
    """
    by_name = {defect.name: defect for defect, _ in sought}
    for name in fleet.play([replace(_entry(defect, out), sought=tuple(steps)) for defect, steps in sought], out):
        yield _read(by_name[name], out / name)


def _entry(defect: Defect, out: Path) -> Entry:
    return Entry(
        name=defect.name,
        folder=str(out / defect.name),
        arguments=("--defect", defect.name),
        own=(defect.breaks,),
        others=tuple(sorted(defect.expected - {defect.breaks})),
    )


def concluded(defect: Defect, folder: Path) -> Result:
    """What the report and the journal left under ``folder`` say; without a report, or where nothing was concluded of
    the requirement, the defect was not played."""
    result = _read(defect, folder)
    return replace(result, why=fleet.last_words(folder.parent)) if result.outcome == "unplayed" else result


def _read(defect: Defect, folder: Path) -> Result:
    reports = sorted(folder.glob("*/report.json"))
    if not reports:
        return Result(defect.name, defect.breaks, "unplayed")
    steps = red_steps(read(reports[-1].with_name("journal.ndjson")))
    return judge(defect, json.loads(reports[-1].read_text("utf-8")), steps)


# -- judging ----------------------------------------------------------------------------------------------------------


def judge(defect: Defect, report: dict[str, Any], steps: Iterable[str] = ()) -> Result:
    """Caught on its own requirement, elsewhere or missed; ``unplayed`` where nothing was concluded."""
    broken = {each["id"]: found for each in report["requirements"] if (found := _broken(each))}
    rightly = {place for identifier in defect.expected for place in broken.get(identifier, ())}
    surprises = [identifier for identifier, found in broken.items() if not found.keys() <= rightly]
    return Result(
        name=defect.name,
        requirement=defect.breaks,
        outcome=_outcome(defect, report, broken),
        scenarios=tuple(sorted({name for found in broken.values() for name in found.values()})),
        steps=tuple(sorted(steps)),
        turned=tuple(broken),
        surprises=() if ALL in defect.neighbours else tuple(surprises),
    )


def _broken(requirement: dict[str, Any]) -> dict[str, str]:
    """The failing scenarios of a requirement, by their place. Such a scenario marks all the ids that it carries: an id
    that only turns beside an expected one is no surprise."""
    return {
        f"{scenario['uri']}:{scenario['line']}": scenario["name"]
        for scenario in requirement["scenarios"]
        if scenario["verdict"] in BROKEN
    }


def _outcome(defect: Defect, report: dict[str, Any], broken: Collection[str]) -> Outcome:
    if broken:
        return "own" if defect.breaks in broken else "elsewhere"
    own = next((each["verdict"] for each in report["requirements"] if each["id"] == defect.breaks), OPEN[0])
    return "unplayed" if own in OPEN else "missed"
