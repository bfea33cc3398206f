"""The matrix: what the suite said of each seeded defect, kept from one ``focus mutants`` to the next."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any

from cucumber_messages import Pickle

from reports import matrix_page
from reports.feature_text import parse_feature
from runner.mutants import Defect, Result
from runner.red_steps import outcomes_of, sources_of, unexplained

FILE = "matrix.json"
PAGE = "matrice.html"


@dataclass
class Matrix:
    """``entries`` are what ``matrix.json`` holds of each defect, by its name."""

    folder: Path
    features: Path
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, features: Path) -> "Matrix":
        """The matrix that was left in ``folder``; an empty one where there is none."""
        file = folder / FILE
        kept = json.loads(file.read_text("utf-8"))["defects"] if file.exists() else []
        return cls(folder, features, {each["name"]: each for each in kept})

    def changed(self, defects: Sequence[Defect]) -> list[Defect]:
        """Those that are not in the matrix, were not caught, or of which defect or scenarios have changed since.

        What their steps or the site have become since is not seen: a change there calls for the whole matrix.
        """
        return [defect for defect in defects if not self._holds(defect)]

    def _holds(self, defect: Defect) -> bool:
        entry = self.entries.get(defect.name)
        caught = entry is not None and entry["outcome"] == "own" and not entry["surprises"]
        return caught and entry is not None and entry["fingerprint"] == self._fingerprint(defect)

    def _fingerprint(self, defect: Defect) -> str:
        told = [defect.source, defect.breaks, *sorted(defect.neighbours), *self._scenarios(defect)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]

    def _scenarios(self, defect: Defect) -> list[str]:
        """What the features ask of the requirements that may turn."""
        return [
            "\n".join([pickle.name, *(step.text for step in pickle.steps)]) for pickle, _ in self._concerned(defect)
        ]

    def _concerned(self, defect: Defect) -> Iterator[tuple[Pickle, set[str]]]:
        """The scenarios of the requirements that may turn, each with its *Alors*."""
        for path in sorted(self.features.rglob("*.feature")):
            feature = parse_feature(str(path), path.read_text("utf-8"))
            sources = sources_of(feature.document)
            for pickle in feature.pickles:
                if not {tag.name.removeprefix("@") for tag in pickle.tags}.isdisjoint(defect.expected):
                    yield pickle, outcomes_of(pickle, sources)

    def keep(self, defect: Defect, result: Result) -> None:
        """Put in what the suite has said of ``defect``, at once: whoever is interrupted goes on from there."""
        told = {"summary": defect.summary, "fingerprint": self._fingerprint(defect)}
        self.entries[defect.name] = asdict(result) | told
        self._write()

    def add(self, result: Result) -> None:
        """Put what has turned besides into the entry that the defect has already."""
        entry, found = self.entries[result.name], asdict(result)
        for kind in ("scenarios", "steps", "turned", "surprises"):
            entry[kind] = sorted({*entry[kind], *found[kind]})
        self._write()

    def seeking(self, defects: Iterable[Defect]) -> list[tuple[Defect, list[str]]]:
        """The defects that could still turn red an *Alors* that none did, with these *Alors*: those of which the fewest
        scenarios would be played come first."""
        left, found = set(self.unexplained()), []
        for defect in defects:
            carried = [steps & left for _, steps in self._concerned(defect) if steps & left]
            if carried and defect.name in self.entries:
                found.append((len(carried), defect, sorted(set().union(*carried))))
        return [(defect, steps) for _, defect, steps in sorted(found, key=itemgetter(0))]

    def forget(self, but: Iterable[Defect]) -> None:
        """Drop what is in no catalogue any more."""
        known = {defect.name for defect in but}
        self.entries = {name: entry for name, entry in self.entries.items() if name in known}

    def unexplained(self) -> list[str]:
        """The *Alors* that none of the defects turned red."""
        return unexplained((step for entry in self.entries.values() for step in entry["steps"]), self.features)

    def _write(self) -> None:
        """For readers and other tools: one entry per defect, and the *Alors* that none turned red."""
        self.folder.mkdir(parents=True, exist_ok=True)
        matrix = {
            "defects": [self.entries[name] for name in sorted(self.entries)],
            "unexplained_steps": self.unexplained(),
        }
        (self.folder / FILE).write_text(json.dumps(matrix, ensure_ascii=False, indent=1), "utf-8")

    def draw(self) -> Path:
        """The same as a page, in French; its path."""
        page = self.folder / PAGE
        entries = [self.entries[name] for name in sorted(self.entries)]
        page.write_text(matrix_page.render(entries, self.unexplained()), "utf-8")
        return page
