"""``focus report sheets``: says what became of the sheets since the registers were written on them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from reports import editions
from reports.editions import RECORD
from reports.register import Register
from reports.sheet_texts import Change, SheetText, compare, read_texts, recognised
from reports.words import SHEETS
from runner.reporting import CONSOLE, FEATURES, Features, editions_of, register_of, unusable

SHOWN = 70
"""Signs of a new paragraph that are shown: enough to find it."""
COLOURS = {"same": "green", "changed": "red", "missing": "red", "recorded": "green", "unknown": "yellow"}

Told = Annotated[
    list[str] | None,
    typer.Option("--as", metavar="SHEET=FILE", help="which file is a sheet, where it is not recognised"),
]
Record = Annotated[bool, typer.Option("--record", help="make these texts the editions on which the registers rest")]


def check_sheets(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="the folder with the texts of the sheets")],
    told: Told = None,
    record: Record = False,
    features: Features = FEATURES,
) -> None:
    """Hold the texts of the sheets against those on which the registers rest; exit 1 if one is missing or changed."""
    register, recorded = register_of(features), editions_of(features)
    texts, unreadable = read_texts(_existing(folder))
    found = recognised(texts, editions.known(register, recorded), _files(told or [], register, texts))
    if record:
        _record(found, register, features)
        recorded = editions_of(features)
    same = [_compared(code, found.get(code), register, recorded) for code in register.sheets]
    used = [text.name for text in found.values()]
    for name in [*(text.name for text in texts if text.name not in used), *unreadable]:
        _say("unknown", f"{name}: is none of the sheets; if it is one, say so: --as EP6={name}")
    raise typer.Exit(0 if all(same) else 1)


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise unusable(f"{folder}: no such folder")
    return folder


def _files(told: Sequence[str], register: Register, texts: Sequence[SheetText]) -> dict[str, str]:
    files = {one.partition("=")[0]: one.partition("=")[2] for one in told}
    for code, name in files.items():
        if code not in register.sheets:
            raise typer.BadParameter(f"--as {code}={name}: the sheets are {', '.join(register.sheets)}")
        if name not in [text.name for text in texts]:
            raise typer.BadParameter(f"--as {code}={name}: no such text in the folder")
    return files


def _record(found: Mapping[str, SheetText], register: Register, features: Path) -> None:
    for code, text in found.items():
        path = features / code.lower() / editions.FILE_NAME
        path.parent.mkdir(exist_ok=True)
        path.write_text(editions.recorded(code, register.sheets[code].edition, text.paragraphs), "utf-8")
        _say("recorded", f"{SHEETS[code]}: {text.name}, edition « {register.sheets[code].edition} », in {path}")


def _compared(code: str, text: SheetText | None, register: Register, recorded: Mapping[str, editions.Edition]) -> bool:
    """Whether the text is the one on which the register rests; tells it."""
    if text is None:
        _say("missing", f"{SHEETS[code]}: no file of the folder is like it; if one is, say so: --as {code}=FILE")
        return False
    if code not in recorded:
        _say("changed", f"{SHEETS[code]}: {text.name}: the register's own edition was never recorded: {RECORD}")
        return False
    compared = compare(register, recorded[code], text)
    if not compared.changes:
        _say("same", f"{SHEETS[code]}: {text.name}, edition « {recorded[code].edition} »")
        return True
    doubted = ", ".join(compared.doubted) or "none"
    _say("changed", f"{SHEETS[code]}: {text.name}: entries in doubt: {doubted}; read them again, then {RECORD}")
    for line in (line for change in compared.changes for line in _lines(change)):
        CONSOLE.print(f"          {line}", markup=False)
    return False


def _lines(change: Change) -> Iterator[str]:
    doubt = f", on which {', '.join(change.doubted)} rested" if change.doubted else ""
    if change.gone:
        yield f"line {change.line}: {change.gone} paragraph{'s' if change.gone > 1 else ''} gone{doubt}"
    for new in change.new:
        text = " ".join(new.text.split())
        yield f"line {new.line}: new: « {text[:SHOWN]}{'…' if len(text) > SHOWN else ''} » {new.hash}"
    if not change.gone and not change.new:
        yield f"line {change.line}: known paragraphs, in another place"


def _say(mark: str, line: str) -> None:
    CONSOLE.print(f"[{COLOURS[mark]}]{mark:<9}[/] {escape(line)}")
