"""What a dossier holds: every file with its size and its SHA-256, and of which run it tells."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from reports.dossier.archive import DossierRefused
from reports.facts import RunHeader, TargetFacts
from reports.verdict import RunVerdict

MANIFEST = "manifest.json"
SIGNATURE = "signature.json"
FORMAT = "focus-conformance dossier 1"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Listed(_Strict):
    """One file of the dossier."""

    bytes: int
    sha256: str


class Manifest(_Strict):
    """The text of ``manifest.json`` is this and nothing else: one way to write it, so that no reader sees another."""

    format: str = FORMAT
    run_id: str
    started_at: AwareDatetime
    target: TargetFacts
    verdict: RunVerdict
    harness_version: str
    files: Mapping[str, Listed]

    @classmethod
    def of(cls, header: RunHeader, verdict: RunVerdict, files: Mapping[str, Listed]) -> "Manifest":
        """That of a run which left these files."""
        told = header.model_dump(include={"run_id", "started_at", "target", "harness_version"})
        return cls(**told, verdict=verdict, files=dict(sorted(files.items())))

    @classmethod
    def read(cls, text: bytes) -> "Manifest":
        """Raises DossierRefused for a manifest that is not written as we write it."""
        try:
            found = cls.model_validate_json(text)
        except ValidationError as error:
            raise DossierRefused("le manifeste est illisible") from error
        if found.format != FORMAT or found.text() != text:
            raise DossierRefused("le manifeste n'est pas écrit comme ce banc d'essai les écrit")
        return found

    def text(self) -> bytes:
        """The text of the file."""
        return (self.model_dump_json(indent=2) + "\n").encode()


def listed(path: Path) -> Listed:
    """A file as the manifest lists it."""
    with path.open("rb") as content:
        return Listed(bytes=path.stat().st_size, sha256=hashlib.file_digest(content, "sha256").hexdigest())


def listed_pieces(pieces: Iterable[bytes]) -> Listed:
    """The same of a content that comes by pieces."""
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
    return Listed(bytes=size, sha256=digest.hexdigest())
