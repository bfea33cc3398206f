"""The command ``focus``. Running the features is pytest itself."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from runner import mutants

app = typer.Typer(no_args_is_help=True, help="Conformance harness for the credential procedures of a tax space.")
MUTANTS = Path("reports/out/mutants")


@app.callback()
def focus() -> None:
    """Conformance harness for the credential procedures of a tax space."""


@app.command("mutants")
def play_mutants(
    names: Annotated[list[str] | None, typer.Argument(help="the defects to play; all of them unless given")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="a few defects spread over the catalogue")] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="against the whole suite, where nothing else may turn")
    ] = False,
) -> None:
    """Start the reference site with one seeded defect at a time: each must be caught on the requirement it breaks."""
    chosen = _chosen(mutants.catalogue(), names or [])
    defects = mutants.quick(chosen) if quick else chosen
    playing = track(mutants.play(defects, MUTANTS, whole=whole), "Seeded defects", total=len(defects))
    results = list(playing)
    mutants.write_matrix(results, MUTANTS / "matrix.json")
    _show(results)
    raise typer.Exit(0 if all(result.caught for result in results) else 1)


def _chosen(defects: list[mutants.Defect], names: list[str]) -> list[mutants.Defect]:
    unknown = set(names) - {defect.name for defect in defects}
    if unknown:
        known = ", ".join(defect.name for defect in defects)
        raise typer.BadParameter(f"unknown defects: {', '.join(sorted(unknown))}; known: {known}")
    return [defect for defect in defects if not names or defect.name in names]


def _show(results: list[mutants.Result]) -> None:
    table = Table("defect", "breaks", "caught", "turned besides")
    for result in results:
        style = "green" if result.caught else "red"
        table.add_row(result.name, result.requirement, f"[{style}]{result.outcome}", " ".join(result.surprises))
    console = Console()
    console.print(table)
    console.print(
        f"{sum(result.caught for result in results)} of {len(results)} caught; details: {MUTANTS}/matrix.json"
    )
