"""The evidence of a journal as files of the run's folder, for those who read no journal: CI pages, people, dossiers.

Only images and mails keep a name by which a system would open them: a page that the site sent is kept as plain text.
"""

import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from reports import facts
from reports.reading import Evidence, ScenarioOutcome

FOLDER = "evidence"
_OPENED = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "message/rfc822": "eml",
    facts.DOCUMENT: "json",
}


@dataclass(frozen=True)
class EvidenceFile:
    """A file of evidence; ``path`` counts from the run's folder."""

    path: str
    evidence: Evidence

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        body = self.evidence.body
        return body.encode("utf-8", "replace") if isinstance(body, str) else body


def evidence_files(outcomes: Sequence[ScenarioOutcome]) -> Mapping[int, Sequence[EvidenceFile]]:
    """Those of each scenario, by its rank, in the order in which they were kept."""
    return {rank: list(_of_one(outcome, rank)) for rank, outcome in enumerate(outcomes)}


def write(run_dir: Path, outcomes: Sequence[ScenarioOutcome]) -> None:
    """Write them all, in the place of those of an earlier rendering: a file of the same name may be another's."""
    shutil.rmtree(run_dir / FOLDER, ignore_errors=True)
    for file in chain.from_iterable(evidence_files(outcomes).values()):
        path = run_dir / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def _of_one(outcome: ScenarioOutcome, rank: int) -> Iterator[EvidenceFile]:
    kept = [(step, one) for step, found in enumerate(outcome.steps, 1) for one in found.evidence]
    kept += [(0, one) for one in outcome.evidence]
    shown = [(step, one) for step, one in kept if one.media_type != facts.SIGHT]  # what is told of a picture
    for number, (step, one) in enumerate(shown, 1):
        yield EvidenceFile(f"{FOLDER}/{rank + 1:04d}/{step:02d}-{number:02d}-{_name(one)}", one)


def _name(evidence: Evidence) -> str:
    """Plain ASCII that says what it is: the name that the evidence bears may be the site's."""
    plain = unicodedata.normalize("NFKD", Path(evidence.name).stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "sans-nom"
    return f"{slug}.{_OPENED.get(evidence.media_type, 'txt')}"
