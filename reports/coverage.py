"""What the features cover of the sheets: each statement, the scenarios that prove it, or why none can.

Derived from the registers and the tags of the scenarios alone; no run is needed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from cucumber_messages import Pickle
from pydantic import BaseModel, ConfigDict

from reports.feature_text import FeatureText, scenarios_of
from reports.reading import line_of
from reports.register import LEVELS, Entry, Level, Register
from reports.verdict import level_for


@dataclass(frozen=True)
class Proving:
    """A scenario as the feature names it, with those of its rows that prove one statement at one level."""

    name: str
    uri: str
    line: int
    level: Level
    rows: tuple[Pickle, ...]


@dataclass(frozen=True)
class Covered:
    """A statement of a sheet, a contradiction or a gap, with what proves it."""

    entry: Entry
    scenarios: tuple[Proving, ...]

    @property
    def levels(self) -> tuple[Level, ...]:
        """At which levels its scenarios judge it: those of the scenarios, or its own where there is none."""
        return tuple(dict.fromkeys(one.level for one in self.scenarios)) or (self.entry.niveau,)


class Counts(BaseModel):
    """How many entries there are, how many of them a scenario proves, and how many scenarios do."""

    model_config = ConfigDict(frozen=True)

    statements: int
    testable: int
    proven: int
    excluded: int
    scenarios: int

    @classmethod
    def of(cls, covered: Collection[Covered]) -> "Counts":
        """Those of these entries; a scenario counts once, whatever it proves and however many rows it has."""
        excluded = sum(one.entry.exclue is not None for one in covered)
        return cls(
            statements=len(covered),
            testable=len(covered) - excluded,
            proven=sum(bool(one.scenarios) for one in covered),
            excluded=excluded,
            scenarios=len({(each.uri, each.line) for one in covered for each in one.scenarios}),
        )


@dataclass(frozen=True)
class Fault:
    """What keeps the coverage from being whole, and how to mend it."""

    kind: Literal["uncovered", "orphan", "stale"]
    subject: str
    cause: str
    repair: str

    def told(self) -> str:
        """In one line."""
        return f"{self.subject}: {self.cause}; {self.repair}"


def cover(register: Register, features: Iterable[FeatureText]) -> tuple[Covered, ...]:
    """Every entry of ``register`` in the order of the sheets, with its scenarios in the order of the features."""
    proving: dict[str, list[Proving]] = {}
    for feature in features:
        for carried, one in _proving(feature, register.entries):
            proving.setdefault(carried, []).append(one)
    return tuple(Covered(entry, tuple(proving.get(entry.id, ()))) for entry in register.entries.values())


def faults(register: Register, features: Collection[FeatureText]) -> Iterator[Fault]:
    """All that keeps the coverage from being whole; what the rows of an outline share is told at the first."""
    yield from uncovered(cover(register, features))
    told = set()
    for pickle in (pickle for feature in features for pickle in feature.pickles):
        for fault in orphans(pickle, register):
            if (key := (pickle.ast_node_ids[0], fault.cause)) not in told:
                told.add(key)
                yield fault


def uncovered(proven: Iterable[Covered]) -> Iterator[Fault]:
    """Entries that nothing proves, without a reason."""
    for entry in (one.entry for one in proven if not one.scenarios and not one.entry.exclue):
        cause = "no scenario proves it and exigences.toml gives no reason (« exclue »)"
        yield Fault("uncovered", entry.id, cause, f"tag a scenario @{entry.id} or say why none can be")


def orphans(pickle: Pickle, register: Register) -> Iterator[Fault]:
    """The tags of one scenario that no register knows, or that it says nothing can prove."""
    where = f"{pickle.uri}:{line_of(pickle)}"
    for tag in tags_of(pickle):
        entry = register.entries.get(tag)
        if entry is None:
            yield Fault("orphan", where, f"tag @{tag} is in no exigences.toml", "correct it or write the entry")
        elif entry.exclue:
            cause = f"tag @{tag}, which exigences.toml says excluded ({entry.exclue})"
            yield Fault("orphan", where, cause, "take away the tag or « exclue »")


def tags_of(pickle: Pickle) -> list[str]:
    """The requirements that a scenario says it proves, each once."""
    names = dict.fromkeys(tag.name.removeprefix("@") for tag in pickle.tags)
    return [name for name in names if name not in LEVELS]


def _proving(feature: FeatureText, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Proving]]:
    scenarios = {scenario.id: scenario for scenario in scenarios_of(feature.document)}
    for id_, rows in groupby(feature.pickles, key=lambda pickle: pickle.ast_node_ids[0]):
        found: dict[tuple[str, Level], list[Pickle]] = {}
        for pickle in rows:
            for tag in (tag for tag in tags_of(pickle) if tag in entries):
                level = level_for((each.name for each in pickle.tags), entries[tag].niveau)
                found.setdefault((tag, level), []).append(pickle)
        for (tag, level), kept in found.items():
            scenario = scenarios[id_]
            yield tag, Proving(scenario.name, kept[0].uri, scenario.location.line, level, tuple(kept))
