"""Conforming variations: the reference site keeps its promises in another admitted way; no scenario may accuse it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runner import fleet
from runner.playlist import Entry

CATALOGUE = (sys.executable, "-m", "reference_impl", "--list-variations")
QUICK = ("image-a-la-connexion", "libelle-autour-du-champ", "contenu-insere-par-script")
"""One reading, one markup and one way of coming, for ``make test``."""
KEPT = "conforme"
NOT_JUDGED = ("non_teste", "non_applicable")
UNPLAYED = "non joué"


@dataclass(frozen=True)
class Variation:
    """One admitted way: what admits it, the requirements that are played, the readings that the profile declares."""

    name: str
    admits: str
    plays: tuple[str, ...]
    summary: str
    profile: Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    """What the suite said of the site with this variation: « conforme », or the ``accused`` requirements and why."""

    name: str
    verdict: str
    accused: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether every requirement that was played is kept, without a warning."""
        return self.verdict == KEPT


def catalogue() -> list[Variation]:
    """The variations that the reference site offers as start options."""
    told = subprocess.run(CATALOGUE, capture_output=True, text=True, check=True).stdout
    return [Variation(**{**each, "plays": tuple(each["plays"])}) for each in json.loads(told)]


def quick(variations: Sequence[Variation]) -> list[Variation]:
    """The few of them that ``make test`` plays."""
    return [variation for variation in variations if variation.name in QUICK]


def play(variations: Sequence[Variation], out: Path) -> Iterator[Outcome]:
    """Play the scenarios that each variation touches; the outcomes come as they are known."""
    for variation in variations:
        shutil.rmtree(out / variation.name, ignore_errors=True)
    entries = [_entry(variation, out) for variation in variations]
    yield from (concluded(name, out / name) for name in fleet.play(entries, out))


def _entry(variation: Variation, out: Path) -> Entry:
    return Entry(
        name=variation.name,
        folder=str(out / variation.name),
        arguments=("--variation", variation.name),
        own=variation.plays,
        variants=tuple(variation.profile.items()),
    )


def concluded(name: str, folder: Path) -> Outcome:
    """What the report left under ``folder`` says; none: the variation was not played."""
    reports = sorted(folder.glob("*/report.json"))
    if not reports:
        return Outcome(name, UNPLAYED, why=(fleet.last_words(folder.parent),))
    return judge(name, json.loads(reports[-1].read_text("utf-8")))


def judge(name: str, report: Mapping[str, Any]) -> Outcome:
    """« conforme » if all that was played is; the worst of the others otherwise."""
    played = [each for each in report["requirements"] if each["verdict"] not in NOT_JUDGED]
    accused = [each for each in played if each["verdict"] != KEPT]
    if not played:
        return Outcome(name, UNPLAYED)
    why = [scenario["name"] for each in accused for scenario in each["scenarios"] if scenario["verdict"] != KEPT]
    verdict = accused[0]["verdict"] if accused else KEPT
    return Outcome(name, verdict, tuple(each["id"] for each in accused), tuple(dict.fromkeys(why)))
