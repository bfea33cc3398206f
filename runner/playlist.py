"""One session that plays several sites in turn: the browser stays, only the site is started anew for each.

``pytest features --playlist FILE`` serves ``focus mutants`` and ``focus variations``: starting pytest, collecting and
starting a browser would cost more than the scenarios themselves. Each entry leaves a report of its own.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cucumber_messages import Pickle

from reports.verdict import Verdict
from runner.collection import pickle_of
from runner.red_steps import outcomes_of
from runner.run import Run, with_start
from targets.faults import Fault

if TYPE_CHECKING:
    from runner.conductor import Conductor

PLAYED = "played: "
"""Begins the line that says, on the standard output, that the entry of this name is over."""
SEED = 1


@dataclass(frozen=True)
class Entry:
    """One site to play. ``own`` and ``others`` are the requirements whose scenarios are played, in this order.

    ``hurried``: nothing more is played once one has turned red. ``sought``: only the scenarios of these *Alors*, each
    until one of the sites of the session has turned it red. ``variants`` are readings that the profile declares in the
    place of its own.
    """

    name: str
    folder: str
    arguments: tuple[str, ...]
    own: tuple[str, ...]
    others: tuple[str, ...] = ()
    variants: tuple[tuple[str, str], ...] = ()
    hurried: bool = False
    sought: tuple[str, ...] = ()
    whole: bool = False


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Keep ``entries`` for a session to play."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False), "utf-8")


def load(path: Path) -> list[Entry]:
    """The entries that ``write`` has kept."""
    return [_entry(**each) for each in json.loads(path.read_text("utf-8"))]


def _entry(**kept: object) -> Entry:
    pairs = {name: tuple(map(_hashable, value)) if isinstance(value, list) else value for name, value in kept.items()}
    return Entry(**pairs)  # type: ignore[arg-type] # as asdict has written them


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class Player:
    """The loop of such a session, in the place of pytest's own."""

    def __init__(self, conductor: "Conductor", entries: Sequence[Entry]) -> None:
        self.conductor = conductor
        self.entries = entries
        self.red: set[str] = set()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Play every entry; an entry that says nothing ends the session: whoever started it goes on with another."""
        items = [item for item in session.items if pickle_of(item)]
        for entry in self.entries:
            sound = self._play(entry, self._chosen(entry, items))
            print(f"\n{PLAYED}{entry.name}", flush=True)  # noqa: T201 - read by the parent process
            if not sound:
                break
        session._setupstate.teardown_exact(None)
        return True

    def _chosen(self, entry: Entry, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """The scenarios of the entry, those of its own requirements first."""
        first = [item for item in items if entry.whole or _carries(item, entry.own)]
        then = [item for item in items if item not in first and _carries(item, entry.others)]
        return [item for item in first + then if self._serves(entry, item)]

    def _serves(self, entry: Entry, item: pytest.Item) -> bool:
        """Whether it could still turn an *Alors* red that the entry seeks; any serves an entry that seeks none."""
        pickle = pickle_of(item)
        carried = outcomes_of(pickle, self.conductor.sources) if pickle else set()
        return not entry.sought or not carried.isdisjoint(set(entry.sought) - self.red)

    def _play(self, entry: Entry, items: Sequence[pytest.Item]) -> bool:
        """Whether the site could be played; its report is kept under the folder of the entry."""
        run = Run.begin(Path(entry.folder), SEED)
        profile = with_start(self.conductor.profile, entry.arguments)
        profile = profile.model_copy(update={"variants": {**profile.variants, **dict(entry.variants)}})
        stage = self.conductor.open_stage(run, profile, items)
        try:
            sound = not items or stage.starts_anew()
            for item in self._needed(entry, items) if sound else ():
                self._play_one(item)
            stage.charge_late_mails()
        except Fault:
            sound = False
        sound = sound and (stage.ground is None or stage.ground.stands)
        self.conductor.close_stage(run)
        return sound

    def _needed(self, entry: Entry, items: Sequence[pytest.Item]) -> Iterator[pytest.Item]:
        for item in items:
            if self._serves(entry, item):
                yield item
                if self._turned(pickle_of(item)) and entry.hurried:
                    return

    def _turned(self, pickle: Pickle | None) -> bool:
        """Whether the scenario that was just played turned red; at which *Alors* is noted."""
        if pickle is None or self.conductor.stage is None:
            return False
        recorder = self.conductor.stage.recorder
        if recorder.fault is None or recorder.fault.conclusion[0] is not Verdict.NON_CONFORME:
            return False
        if recorder.fault.phase == "then":
            self.red.add(self.conductor.sources[pickle.steps[recorder.step].ast_node_ids[0]])
        return True

    def _play_one(self, item: pytest.Item) -> None:
        """Set up, play and put away all but what is the session's: what comes next is said to be the session itself."""
        item._initrequest()  # type: ignore[attr-defined] # as pytest does before it plays an item for the first time
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=item.session)


def _carries(item: pytest.Item, identifiers: Sequence[str]) -> bool:
    pickle = pickle_of(item)
    return pickle is not None and not _tags(pickle).isdisjoint(identifiers)


def _tags(pickle: Pickle) -> set[str]:
    return {tag.name.removeprefix("@") for tag in pickle.tags}
