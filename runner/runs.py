"""``focus report merge``, ``render`` and ``compare``: what becomes of the runs that were kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from reports import run as reports_run
from reports.dossier.signing import KeyUnusable
from reports.reading import JournalError
from reports.register import RegisterError
from reports.run import RunReport
from reports.sharding import ShardsRefused, merge_runs
from runner.keeping import signing_key
from runner.reporting import CONSOLE, UNUSABLE
from runner.run import OUT

app = typer.Typer()
_REFUSALS = (ShardsRefused, JournalError, RegisterError, KeyUnusable, FileExistsError, FileNotFoundError)


@app.command("merge")
def merge(
    runs: Annotated[list[Path], typer.Argument(help="the folders of the shards")],
    out: Annotated[Path, typer.Option(help="where the folder of the merged run goes")] = Path(OUT),
) -> None:
    """Put the shards of a run together; ends with the verdict and the exit code of the run that they are parts of."""
    report = _or_unusable(lambda: merge_runs(runs, out, signing_key()))
    CONSOLE.print(report.summary(), markup=False)
    raise typer.Exit(report.exit_code)


@app.command("render")
def render(run: Annotated[Path, typer.Argument(help="the folder of the run")]) -> None:
    """Write the reports of a run again, from its journal; its dossier stays as it was made."""
    report = _or_unusable(lambda: reports_run.render(run))
    CONSOLE.print(report.summary(), markup=False)
    raise typer.Exit(report.exit_code)


def _or_unusable(conclude: Callable[[], RunReport]) -> RunReport:
    try:
        return conclude()
    except _REFUSALS as error:
        CONSOLE.print(f"[red]unusable[/] {escape(str(error))}")
        raise typer.Exit(UNUSABLE) from None
