"""The commands ``focus report ...``: what the features cover, and what becomes of the runs that were kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from reports import coverage, editions
from reports.coverage import Counts, Covered, Fault
from reports.editions import Edition
from reports.feature_text import FeatureSyntaxError, read_folder
from reports.neutral import visible
from reports.register import SHEETS, Register, RegisterError
from reports.register import load as load_register

app = typer.Typer(no_args_is_help=True, help="What the features cover of the sheets; what runs have left.")
CONSOLE = Console(highlight=False, soft_wrap=True)
UNUSABLE = 4
"""Exit code where registers or features cannot be read (as of a run)."""

Features = Annotated[Path, typer.Option("--features", help="the folder of features and registers")]
FEATURES = Path("features")
TRANSVERSE = {"C": "contradictions", "G": "gaps"}


@app.callback()
def report() -> None:
    """What the features cover of the sheets; what runs have left."""


@app.command("coverage")
def print_coverage(features: Features = FEATURES) -> None:
    """Count what the features prove, sheet by sheet; exit 1 on an entry that is uncovered, orphan or stale."""
    register = register_of(features)
    try:
        texts = read_folder(features)
    except FeatureSyntaxError as error:
        raise unusable(str(error)) from None
    faults = [*coverage.faults(register, texts), *editions.stale(register, editions_of(features))]
    CONSOLE.print(_table(coverage.cover(register, texts)))
    for fault in faults:
        _tell(fault)
    raise typer.Exit(1 if faults else 0)


def register_of(features: Path) -> Register:
    """The registers under ``features``; ends the command where they cannot be used."""
    try:
        return load_register(features)
    except RegisterError as error:
        raise unusable(str(error)) from None


def editions_of(features: Path) -> dict[str, Edition]:
    """The recorded editions of the sheets; ends the command where they cannot be used."""
    try:
        return editions.load(features)
    except RegisterError as error:
        raise unusable(str(error)) from None


def unusable(message: str) -> typer.Exit:
    """What to raise once ``message`` is printed."""
    CONSOLE.print(f"[red]unusable[/] {escape(visible(message))}")
    return typer.Exit(UNUSABLE)


def _tell(fault: Fault) -> None:
    CONSOLE.print(f"[red]{fault.kind:<9}[/] {escape(fault.told())}")


def _table(proven: Sequence[Covered]) -> Table:
    table = Table("sheet", *Counts.model_fields)
    for column in table.columns[1:]:
        column.justify = "right"
    groups = {code: [one for one in proven if one.entry.sheet == code] for code in SHEETS}
    groups["the sheets"] = [one for one in proven if one.entry.section]
    for name, mine in groups.items():
        if mine:
            table.add_row(TRANSVERSE.get(name, name), *(str(number) for _, number in Counts.of(mine)))
    return table
