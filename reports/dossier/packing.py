"""Packs a run's folder into ``dossier.zip``: by a list of what belongs there, never by taking whatever lies about."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reports.dossier import archive, signing
from reports.dossier.completeness import ASKED
from reports.dossier.manifest import MANIFEST, SIGNATURE, Manifest, listed
from reports.facts import RunHeader
from reports.verdict import RunVerdict

DOSSIER = "dossier.zip"
JOURNAL, REPORT, FEATURES = "journal.ndjson", "report.json", "features"
REQUIRED = (JOURNAL, REPORT)
_PAGES = ("rapport.html", "couverture.html", "contradictions.html", "summary.md", "badge.svg")
_DATA = (*REQUIRED, "junit.xml", "earl.jsonld", "coverage.json", "profile.json", "versions.json")
_FOLDERS = {FEATURES: ASKED, "evidence": ("*",), "fiches": ("*",)}


def pack(run_dir: Path, header: RunHeader, verdict: RunVerdict, key: Ed25519PrivateKey | None = None) -> Path:
    """Write the dossier of a concluded run beside its reports, signed when a key is given."""
    found = dict(_contents(run_dir))
    manifest = Manifest.of(header, verdict, {name: listed(path) for name, path in found.items()}).text()
    ours = {MANIFEST: manifest} | ({SIGNATURE: signing.sign(manifest, key)} if key else {})
    archive.write(run_dir / DOSSIER, {**found, **ours})
    return run_dir / DOSSIER


def _contents(run_dir: Path) -> Iterator[tuple[str, Path]]:
    for name in (*_DATA, *_PAGES):
        if (run_dir / name).is_file():
            yield name, run_dir / name
    for folder, patterns in _FOLDERS.items():
        for path in (path for pattern in patterns for path in (run_dir / folder).rglob(pattern)):
            if path.is_file():
                yield path.relative_to(run_dir).as_posix(), path
