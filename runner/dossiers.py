"""``focus report verify`` and ``focus report keygen``: dossiers checked offline, and the keys that sign them."""

from pathlib import Path
from typing import Annotated

import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from rich.markup import escape

from reports.dossier import signing, verification
from reports.neutral import visible
from runner.reporting import CONSOLE, UNUSABLE

app = typer.Typer()

COLOURS: dict[verification.Mark, str] = {"ok": "green", "avis": "yellow", "refus": "red"}
_OWNER_ONLY = 0o600


@app.command("verify")
def verify(
    dossier: Annotated[Path, typer.Argument(help="the dossier.zip that a run left")],
    key: Annotated[Path | None, typer.Option(help="the public key of who should have signed it (PEM)")] = None,
    features: Annotated[
        Path | None, typer.Option(help="compare what was asked with these features and registers")
    ] = None,
) -> None:
    """Say, offline, what a dossier proves: integrity, signer, completeness; exit 1 where anything is refused."""
    expected = _public(key) if key else None
    for path in filter(None, (dossier, features)):
        if not path.exists():
            raise typer.BadParameter(f"{path} is not there")
    findings = verification.verify(dossier, expected, features)
    for finding in findings:
        told = visible(f"{finding.subject} : {finding.told}")  # names that the dossier gives
        CONSOLE.print(f"[{COLOURS[finding.mark]}]{finding.mark:<6}[/] {escape(told)}")
    accepted = verification.accepted(findings)
    CONSOLE.print(_conclusion(accepted, signed=expected is not None), style="bold")
    raise typer.Exit(0 if accepted else 1)


def _conclusion(accepted: bool, *, signed: bool) -> str:
    if not accepted:
        return "Dossier refusé."
    return "Dossier authentique, complet et intact." if signed else "Dossier complet et intact ; auteur non vérifié."


def _public(path: Path) -> Ed25519PublicKey:
    try:
        return signing.public_key(path.read_bytes())
    except (OSError, signing.KeyUnusable) as error:
        CONSOLE.print(f"{path} : {error}", markup=False)
        raise typer.Exit(UNUSABLE) from None


@app.command("keygen")
def keygen(
    file: Annotated[Path, typer.Argument(help="where the private key goes; the public one beside it, in FILE.pub")],
) -> None:
    """Make a pair of keys: the private one signs dossiers (FOCUS_DOSSIER_KEY=FILE), the public one verifies them."""
    public = file.with_name(f"{file.name}.pub")
    for path in (file, public):
        if path.exists():
            raise typer.BadParameter(f"{path} is there already")
    secret, shown = signing.new_pair()
    file.touch(_OWNER_ONLY)
    file.write_bytes(secret)
    public.write_bytes(shown)
    CONSOLE.print(f"{file} : clé privée, à garder secrète (FOCUS_DOSSIER_KEY={file} signe les dossiers)", markup=False)
    name = signing.fingerprint(signing.public_key(shown))
    CONSOLE.print(f"{public} : clé publique, à donner à qui vérifie, {name}", markup=False)
