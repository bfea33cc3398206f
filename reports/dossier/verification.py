"""What a dossier proves, told offline: integrity, signer, completeness, conclusions that follow from its journal."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from reports import basis, json_report, words
from reports.dossier import signing
from reports.dossier.archive import Archive, DossierRefused
from reports.dossier.completeness import differences, gaps
from reports.dossier.manifest import MANIFEST, SIGNATURE, Manifest, listed_pieces
from reports.dossier.packing import FEATURES, JOURNAL, REPORT, REQUIRED
from reports.evidence_files import FOLDER, evidence_files
from reports.feature_text import FeatureSyntaxError
from reports.judgement import Judgement, judge
from reports.reading import MALFORMED, JournalError, JournalReading, read
from reports.register import RegisterError, load

Mark = Literal["ok", "avis", "refus"]
_SMALL = 64 * 1024**2
"""Bytes at most of a manifest, a signature or a report: they are read at once."""
_UNREADABLE = (JournalError, RegisterError, FeatureSyntaxError, *MALFORMED)
"""What reading a journal that somebody made up may raise."""


@dataclass(frozen=True)
class Finding:
    """One thing that was checked."""

    mark: Mark
    subject: str
    told: str


def verify(path: Path, key: Ed25519PublicKey | None = None, features: Path | None = None) -> list[Finding]:
    """All that can be said of the dossier at ``path``; nothing is written outside a temporary folder of our own.

    With ``key``, it must have been signed by it; with ``features``, it must tell of these features and registers.
    """
    found: list[Finding] = []
    try:
        with Archive(path) as archive:
            found.append(_integrity(archive))
            found.append(_signer(archive, key))
            found += _contents(archive, features)
    except DossierRefused as refusal:
        found.append(Finding("refus", "Dossier", str(refusal)))
    return found


def accepted(findings: list[Finding]) -> bool:
    """Whether nothing was refused."""
    return all(finding.mark != "refus" for finding in findings)


def _integrity(archive: Archive) -> Finding:
    manifest = _manifest(archive)
    ours = {MANIFEST, SIGNATURE}
    if stray := sorted(archive.sizes.keys() - manifest.files.keys() - ours):
        raise DossierRefused(f"fichiers que le manifeste ne connaît pas : {', '.join(stray[:3])}")
    if lost := sorted(({*manifest.files, *REQUIRED}) - archive.sizes.keys()):
        raise DossierRefused(f"fichiers manquants : {', '.join(lost[:3])}")
    for name, wanted in manifest.files.items():
        if archive.sizes[name] != wanted.bytes or listed_pieces(archive.chunks(name)) != wanted:
            raise DossierRefused(f"{name} n'est plus tel que le manifeste le décrit")
    return Finding("ok", "Intégrité", f"les {len(manifest.files)} fichiers sont tels que le manifeste les décrit")


def _signer(archive: Archive, key: Ed25519PublicKey | None) -> Finding:
    if SIGNATURE not in archive.sizes:
        if key:
            raise DossierRefused("le dossier n'est pas signé")
        return Finding("avis", "Signature", "aucune : seule l'intégrité est attestée, n'importe qui peut l'avoir fait")
    found = signing.signer(_small(archive, MANIFEST), _small(archive, SIGNATURE))
    name = signing.fingerprint(found)
    if key is None:
        return Finding("avis", "Signature", f"par la clé {name}, que rien ne rattache à personne : donnez --key")
    if signing.fingerprint(key) != name:
        raise DossierRefused(f"le dossier est signé par une autre clé ({name}) que celle qui est attendue")
    return Finding("ok", "Signature", f"par la clé attendue, {name}")


def _contents(archive: Archive, own: Path | None) -> Iterator[Finding]:
    manifest = _manifest(archive)
    with _unpacked(archive) as folder:
        try:
            reading = read(folder / JOURNAL)
            judgement = judge(reading, load(folder / FEATURES))
            missing = list(gaps(reading, judgement, folder / FEATURES))
            told = json.loads(_small(archive, REPORT))
            concluded = _conclusions(told) == _conclusions(json_report.document(judgement, reading))
            strange = sorted(_strange_evidence(manifest, reading))
        except _UNREADABLE as error:
            raise DossierRefused(f"le journal ou le registre ne se relit pas ({type(error).__name__})") from error
        yield _complete(judgement, reading, missing)
        yield _concluded(manifest, judgement, reading, follows=concluded)
        if strange:
            yield Finding("refus", "Preuves", f"autres que celles du journal : {', '.join(strange[:3])}")
        if own:
            yield _same_edition(list(differences(folder / FEATURES, own)), reading)


def _complete(judgement: Judgement, reading: JournalReading, missing: list[str]) -> Finding:
    if missing:
        return Finding("refus", "Complétude", " ; ".join(missing))
    told = f"{len(reading.outcomes)} scénarios joués sur {len(reading.outcomes)}"
    return Finding("ok", "Complétude", f"{told}, pour {len(judgement.requirements)} exigences, aucun retiré")


def _concluded(manifest: Manifest, judgement: Judgement, reading: JournalReading, *, follows: bool) -> Finding:
    header = reading.header
    same_run = (manifest.run_id, manifest.target, manifest.started_at, manifest.harness_version) == (
        header.run_id, header.target, header.started_at, header.harness_version,
    )  # fmt: skip
    if not follows or not same_run or manifest.verdict is not judgement.verdict:
        return Finding("refus", "Conclusions", "le rapport ou le manifeste dit autre chose que le journal")
    target = f"{header.target.name} {header.target.version}"
    verdict = words.RUN_VERDICTS[judgement.verdict]
    if header.scope:
        target += f", dans son seul périmètre ({basis.told(header.scope)})"
    return Finding("ok", "Conclusions", f"{verdict} pour {target}, comme on le déduit à nouveau du journal")


def _strange_evidence(manifest: Manifest, reading: JournalReading) -> set[str]:
    """The files of evidence that are not what the journal holds: edited, exchanged, added or left out."""
    kept = chain.from_iterable(evidence_files(reading.outcomes).values())
    told = {(file.path, listed_pieces([file.content]).sha256) for file in kept}
    held = {(name, one.sha256) for name, one in manifest.files.items() if name.startswith(f"{FOLDER}/")}
    return {name for name, _ in told ^ held}


def _same_edition(found: list[str], reading: JournalReading) -> Finding:
    if found:
        hint = f"dossier fait par la version {reading.header.harness_version} du banc d'essai"
        return Finding("refus", "Édition", f"{' ; '.join(found)} ({hint})")
    return Finding("ok", "Édition", "les scénarios et les exigences sont ceux d'ici")


def _conclusions(report: Any) -> Any:
    """Of a report, what must follow from the journal whatever the version that wrote it."""
    requirements = [
        (
            one["id"],
            one["level"],
            one["verdict"],
            [(each["uri"], each["line"], each["verdict"]) for each in one["scenarios"]],
        )
        for one in report["requirements"]
    ]
    excluded = [one["id"] for one in report["excluded"]]
    return report["verdict"], report["exit_code"], report["counts"], report["target"], requirements, excluded


def _manifest(archive: Archive) -> Manifest:
    return Manifest.read(_small(archive, MANIFEST))


def _small(archive: Archive, name: str) -> bytes:
    size = archive.sizes.get(name)
    if size is None:
        raise DossierRefused(f"fichiers manquants : {name}")
    if size > _SMALL:
        raise DossierRefused(f"{name} est démesuré ({size} octets)")
    return archive.read(name)


@contextmanager
def _unpacked(archive: Archive) -> Iterator[Path]:
    """What is read as files, the journal and the features, where nobody else looks: their names were judged."""
    with tempfile.TemporaryDirectory(prefix="focus-dossier-") as name:
        folder = Path(name)
        for inside in (JOURNAL, *(each for each in archive.sizes if each.startswith(f"{FEATURES}/"))):
            (folder / inside).parent.mkdir(parents=True, exist_ok=True)
            with (folder / inside).open("wb") as file:
                file.writelines(archive.chunks(inside))
        yield folder
