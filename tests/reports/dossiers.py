"""An invented whole run and its dossier, and ways of tampering with it, shared by the tests of dossiers."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from reports.dossier import archive, signing
from reports.dossier.manifest import MANIFEST, SIGNATURE, Manifest, listed_pieces
from reports.dossier.verification import accepted, verify
from reports.journal import Status
from reports.run import conclude, seal
from tests.reports.playing import FEATURE, URI, fault, tell
from tests.reports.test_register import entry, write

SECRET, PUBLIC = signing.new_pair()
OTHER_SECRET, _ = signing.new_pair()
KEY = signing.public_key(PUBLIC)
Files = dict[str, bytes]


def ask(folder: Path) -> Path:
    """The features of the invented run."""
    write(folder / "features", *(entry(key) for key in ("EP6-2-7", "EP6-2-26")), entry("EP6-0-1", 'exclue = "plan"'))
    write(folder / "features", entry("C04"), name=".")
    (folder / URI).write_text(FEATURE, encoding="utf-8")
    return folder / "features"


def dossier(folder: Path, secret: bytes | None = SECRET, **changes: object) -> Path:
    """The dossier of a run with one failure, whose evidence is kept."""
    told = tell(folder / "out" / "run-1", **changes)  # type: ignore[arg-type]
    for rank in (0, 1):
        told.play(rank)
    told.journal.scenario_started(told.pickles[2])
    for step in (0, 1):
        told.journal.step_started(step)
        told.journal.step_finished(step, Status.passed)
    told.journal.step_started(2)
    told.journal.attach("<script>alert(1)</script>", "text/html", "../../page.html", 2)
    told.journal.step_finished(2, Status.failed, 0.1, fault())
    told.journal.scenario_finished()
    told.journal.close(success=False)
    seal(conclude(told.path.parents[1], ask(folder)), signing.private_key(secret) if secret else None)
    return told.path.parents[1] / "dossier.zip"


def files(path: Path) -> Files:
    """What a dossier holds."""
    with ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def remade(path: Path, change: Callable[[Files], object], secret: bytes | None = None) -> Path:
    """A dossier made again after a change, as somebody would who knows how: its manifest agrees with what it holds."""
    held = files(path)
    found = Manifest.read(held.pop(MANIFEST))
    held.pop(SIGNATURE, None)
    change(held)
    sums = {name: listed_pieces([body]) for name, body in sorted(held.items())}
    manifest = found.model_copy(update={"files": sums}).text()
    signed = {SIGNATURE: signing.sign(manifest, signing.private_key(secret))} if secret else {}
    return packed(path, {**held, MANIFEST: manifest, **signed})


def edited(path: Path, change: Callable[[Files], object]) -> Path:
    """A dossier after a change that its manifest does not follow."""
    held = files(path)
    change(held)
    return packed(path, held)


def packed(path: Path, held: Files) -> Path:
    """Such contents in a zip beside the dossier, with the form of one."""
    beside = path.with_name("autre.zip")
    archive.write(beside, held)
    return beside


def copied(path: Path) -> Path:
    """A copy to be spoilt."""
    return Path(shutil.copy(path, path.with_name("copie.zip")))


def journal(change: Callable[[list[dict[str, object]]], object]) -> Callable[[Files], None]:
    """A change to the messages of the journal."""

    def apply(held: Files) -> None:
        lines = [json.loads(line) for line in held["journal.ndjson"].decode().splitlines()]
        lines = change(lines) or lines  # type: ignore[assignment]
        held["journal.ndjson"] = "".join(json.dumps(line) + "\n" for line in lines).encode()

    return apply


def told(path: Path, *, signed: bool = True, features: Path | None = None) -> tuple[bool, str]:
    """Whether the dossier is accepted, and all that is said of it."""
    findings = verify(path, KEY if signed else None, features)
    return accepted(findings), "\n".join(f"{one.mark} {one.subject} : {one.told}" for one in findings)


def refused(path: Path, why: str, **how: object) -> None:
    """It is not accepted, and ``why`` is told."""
    ok, said = told(path, **how)  # type: ignore[arg-type]
    assert (ok, why in said) == (False, True), said
