"""``focus report merge``, ``render`` and ``compare``: what becomes of the runs that were kept."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from reports import comparison, words
from reports import run as reports_run
from reports.dossier.signing import KeyUnusable
from reports.neutral import visible
from reports.reading import JournalError
from reports.register import RegisterError
from reports.run import RunReport
from reports.sharding import ShardsRefused, merge_runs
from runner import printing
from runner.keeping import signing_key
from runner.reporting import CONSOLE, unusable
from runner.run import OUT

app = typer.Typer()
_REFUSALS = (ShardsRefused, JournalError, RegisterError, KeyUnusable, FileExistsError, FileNotFoundError)


@app.command("merge")
def merge(
    runs: Annotated[list[Path], typer.Argument(help="the folders of the shards")],
    out: Annotated[Path, typer.Option(help="where the folder of the merged run goes")] = Path(OUT),
) -> None:
    """Put the shards of a run together; ends with the verdict and the exit code of the run that they are parts of."""
    report = _or_unusable(lambda: _merged(runs, out))
    typer.echo(report.summary())
    raise typer.Exit(report.exit_code)


@app.command("render")
def render(run: Annotated[Path, typer.Argument(help="the folder of the run")]) -> None:
    """Write the reports of a run again, from its journal; its dossier stays as it was made."""
    report = _or_unusable(lambda: reports_run.render(run))
    typer.echo(report.summary())
    raise typer.Exit(report.exit_code)


@app.command("compare")
def compare(
    old: Annotated[Path, typer.Argument(help="the folder of a run")],
    new: Annotated[Path, typer.Argument(help="the folder of a later one")],
) -> None:
    """Say what changed between two runs; exit 1 on a new failure, or on a check that is no longer made."""
    before, after = (_or_unusable(partial(reports_run.reopen, run)) for run in (old, new))
    for name, run in (("old", before), ("new", after)):
        target, verdict = run.header.target, words.RUN_VERDICTS[run.verdict]
        told = visible(f"{name}: {target.name} {target.version}, {run.header.run_id}, {verdict}")
        CONSOLE.print(told, markup=False)
    changes = comparison.compare(before.judgement, after.judgement)
    for change in changes:
        colour = "red" if change.kind in comparison.GRAVE else "green" if change.kind == "repaired" else "dim"
        CONSOLE.print(f"[{colour}]{change.kind:<9}[/] {escape(visible(f'{change.where}: {change.told}'))}")
    counts = Counter(change.kind for change in changes)
    CONSOLE.print(", ".join(f"{kind}: {count}" for kind, count in counts.items()) or "nothing changed", style="bold")
    raise typer.Exit(1 if counts.keys() & set(comparison.GRAVE) else 0)


def _merged(runs: list[Path], out: Path) -> RunReport:
    key = signing_key()
    report = merge_runs(runs, out)
    printing.on_paper(report.living_sheets)
    reports_run.seal(report, key)
    return report


def _or_unusable(conclude: Callable[[], RunReport]) -> RunReport:
    try:
        return conclude()
    except _REFUSALS as error:
        raise unusable(str(error)) from None
