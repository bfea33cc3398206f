"""``focus mutants`` and ``focus variations``: that a wrong site cannot pass, and that a right one cannot fail."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Protocol, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from runner import mutants, variations
from runner.matrix import FILE, Matrix

MUTANTS = Path("reports/out/mutants")
WHOLE = MUTANTS / "whole"
VARIATIONS = Path("reports/out/variations")
FEATURES = Path("features")
CONSOLE = Console(highlight=False, soft_wrap=True)
T = TypeVar("T", bound="Named")


class Named(Protocol):
    """What the command line names."""

    @property
    def name(self) -> str:
        """Its name in its catalogue."""


def play_mutants(
    names: Annotated[list[str] | None, typer.Argument(help="the defects to play; all of them unless given")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="a few defects spread over the catalogue")] = False,
    changed: Annotated[
        bool,
        typer.Option("--changed", help="only what the last matrix lacks, did not catch or knew otherwise: resumes"),
    ] = False,
    whole: Annotated[
        bool,
        typer.Option(
            "--whole", help="those named, shared by one site per core, against the whole suite: nothing else may turn"
        ),
    ] = False,
) -> None:
    """Start the reference site with one seeded defect at a time: each must be caught on the requirement it breaks."""
    known = mutants.catalogue()
    chosen = _chosen(known, names or [], "defects")
    if whole:
        raise typer.Exit(_play_whole(chosen if names else mutants.quick(chosen)))
    anew = not (names or quick or changed)
    matrix = Matrix(MUTANTS, FEATURES) if anew else Matrix.load(MUTANTS, FEATURES)
    matrix.forget(but=known)
    defects = mutants.quick(chosen) if quick else matrix.changed(chosen) if changed else chosen
    results = _play(defects, matrix)
    if not (names or quick):
        besides = {result.name: result for result in _seek(known, matrix)}
        results = [*(result for result in results if result.name not in besides), *besides.values()]
    _conclude(results, matrix)
    raise typer.Exit(mutants.exit_code(results))


def _play_whole(defects: Sequence[mutants.Defect]) -> int:
    """The exit code; the matrix is left as it is."""
    results = []
    for result in mutants.play_whole(defects, WHOLE):
        results.append(result)
        _tell(result, f"{len(results)}/{len(defects)}")
    _count(results)
    CONSOLE.print(f"Reports: {WHOLE}")
    return mutants.exit_code(results)


def _play(defects: Sequence[mutants.Defect], matrix: Matrix) -> list[mutants.Result]:
    results, by_name = [], {defect.name: defect for defect in defects}
    with _progress() as progress:
        task = progress.add_task("défauts", total=len(defects))
        for result in mutants.play(defects, matrix.folder):
            results.append(result)
            matrix.keep(by_name[result.name], result)
            _tell(result, f"{len(results)}/{len(defects)}")
            progress.advance(task)
    return results


def _seek(known: Sequence[mutants.Defect], matrix: Matrix) -> list[mutants.Result]:
    """Play what could turn the last *Alors* red; the results that hold a surprise."""
    sought = matrix.seeking(known)
    CONSOLE.print(f"{len(matrix.unexplained())} « Alors » are still to be turned red; {len(sought)} defects could")
    surprising = []
    with _progress() as progress:
        task = progress.add_task("Alors", total=len(sought))
        for result in mutants.seek(sought, matrix.folder):
            matrix.add(result)
            surprising += [result] if result.surprises else []
            for step in result.steps:
                CONSOLE.print(f"{'red':>8}  {result.name}: {step}", markup=False)
            progress.advance(task)
    for result in surprising:
        _tell(result, "besides")
    return surprising


def _progress() -> Progress:
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
                    console=CONSOLE, transient=True)  # fmt: skip


def _chosen(known: Sequence[T], names: Sequence[str], what: str) -> list[T]:
    unknown = set(names) - {each.name for each in known}
    if unknown:
        told = ", ".join(each.name for each in known)
        raise typer.BadParameter(f"unknown {what}: {', '.join(sorted(unknown))}; known: {told}")
    return [each for each in known if not names or each.name in names]


def _tell(result: mutants.Result, rank: str) -> None:
    """One line as soon as a defect is judged: a long run shows how far it has come, in a terminal or in a log."""
    colour = "green" if result.caught else "yellow" if result.outcome == "unplayed" else "red"
    besides = f"; turned besides: {' '.join(result.surprises)}" if result.surprises else ""
    CONSOLE.print(f"{rank:>8}  [{colour}]{result.outcome:<9}[/] {result.requirement:<10} {result.name}{besides}")
    if result.why:
        CONSOLE.print(result.why, style="dim", markup=False)


def _conclude(results: Sequence[mutants.Result], matrix: Matrix) -> None:
    _count(results)
    steps, page = len(matrix.unexplained()), matrix.draw()
    CONSOLE.print(f"{steps} « Alors » that no defect of the matrix turned red; {matrix.folder / FILE}, {page}")


def _count(results: Sequence[mutants.Result]) -> None:
    played = [result for result in results if result.outcome != "unplayed"]
    caught = sum(result.caught for result in played)
    lost = f"; {len(results) - len(played)} could not be played (see above)" if len(played) < len(results) else ""
    CONSOLE.print(
        f"{caught} of {len(played)} caught on the requirement that they break, nothing unrelated turned{lost}"
    )


def play_variations(
    names: Annotated[list[str] | None, typer.Argument(help="the variations to play; all unless given")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="a few variations of different kinds")] = False,
) -> None:
    """Start the reference site with one conforming variation at a time: none may be accused of anything."""
    chosen = _chosen(variations.catalogue(), names or [], "variations")
    played = variations.quick(chosen) if quick else chosen
    outcomes = []
    for outcome in variations.play(played, VARIATIONS):
        outcomes.append(outcome)
        colour = "green" if outcome.kept else "red"
        accused = f"  {' '.join(outcome.accused)}" if outcome.accused else ""
        CONSOLE.print(f"{len(outcomes):>4}/{len(played)}  [{colour}]{outcome.verdict:<14}[/] {outcome.name}{accused}")
        for line in outcome.why:
            CONSOLE.print(line, style="dim", markup=False)
    kept = sum(outcome.kept for outcome in outcomes)
    CONSOLE.print(f"{kept} of {len(played)} conforming variations are found conforming; reports: {VARIATIONS}")
    raise typer.Exit(0 if kept == len(played) else 1)
