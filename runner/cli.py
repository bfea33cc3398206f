"""The command ``focus``. Running the features is pytest itself."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from runner import check, dossiers, mutants, new, reporting, runs, sheets
from targets import schema
from targets.problems import meant

app = typer.Typer(no_args_is_help=True, help="Conformance harness for the credential procedures of a tax space.")
app.add_typer(reporting.app, name="report")
reporting.app.command("sheets")(sheets.check_sheets)
reporting.app.add_typer(dossiers.app)
reporting.app.add_typer(runs.app)
MUTANTS = Path("reports/out/mutants")
FEATURES = Path("features")
CONSOLE = Console(highlight=False, soft_wrap=True)
MARKS = {"ok": ("ok", "green"), "faute": ("FAUTE", "red"), "avis": ("avis", "yellow"), "sans": ("sans", "dim")}


@app.callback()
def focus() -> None:
    """Conformance harness for the credential procedures of a tax space."""


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of a target's profile, for editors (the same as targets/profile.schema.json)."""
    print(schema.text(), end="")  # noqa: T201 - as it is: no colour, no line cut


@app.command("check")
def check_target(
    file: Annotated[Path, typer.Argument(help="the profile of the target")],
    browser: Annotated[bool, typer.Option(help="also look at the screens, in a browser")] = True,
) -> None:
    """Look, before any verdict, whether everything is in place for one: one line each, with what to mend."""
    found = []
    for finding in check.findings(file, FEATURES, browser=browser):
        found.append(finding)
        mark, colour = MARKS[finding.mark]
        CONSOLE.print(f"[{colour}]{mark:<5}[/] {escape(finding.line())}")
    faults = sum(finding.mark == "faute" for finding in found)
    CONSOLE.print(f"À corriger : {faults}" if faults else "Tout est en place.", style="bold")
    raise typer.Exit(4 if faults else 0)


@app.command("new")
def new_profile(
    file: Annotated[Path, typer.Argument(help="the profile to write")],
    told: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="an answer: a key of the profile, its value")
    ] = None,
) -> None:
    """Write the first profile of a target, asking for what --set has not told; without a terminal, nothing is asked."""
    if file.exists():
        raise typer.BadParameter(f"{file} is there already")
    answers = _answers(told or [])
    file.write_text(new.draft(lambda *asked: _answer(answers, *asked)), "utf-8")
    CONSOLE.print(f"{file} est écrit. La suite : focus check {file}", markup=False)


def _answers(told: list[str]) -> dict[str, str]:
    answers = {one.partition("=")[0]: one.partition("=")[2] for one in told}
    for key in answers.keys() - new.QUESTIONS.keys():
        raise typer.BadParameter(f"--set {key}: {meant(key, new.QUESTIONS, else_list='clés')}")
    return answers


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _answer(
    answers: dict[str, str], key: str, question: str, default: str | None = None, among: tuple[str, ...] = ()
) -> str:
    asks = key not in answers and _at_a_terminal()
    answer = _typed(question, default, among) if asks else answers.get(key, default)
    if answer is None:
        raise typer.BadParameter(f"--set {key}=… is needed ({question})")
    while among and answer not in among:
        wrong = meant(answer, among, else_list="valeurs admises")
        if not asks:
            raise typer.BadParameter(f"--set {key}={answer}: {wrong}")
        CONSOLE.print(wrong, markup=False)
        answer = _typed(question, default, among)
    return answer


def _typed(question: str, default: str | None, among: tuple[str, ...]) -> str:
    choice = f" ({', '.join(among)})" if among else ""
    return str(typer.prompt(question + choice, default))


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
    results = []
    for result in mutants.play(defects, MUTANTS, whole=whole):
        results.append(result)
        _tell(result, f"{len(results)}/{len(defects)}")
    mutants.write_matrix(results, MUTANTS / "matrix.json", FEATURES)
    _conclude(results)
    raise typer.Exit(mutants.exit_code(results))


def _chosen(defects: list[mutants.Defect], names: list[str]) -> list[mutants.Defect]:
    unknown = set(names) - {defect.name for defect in defects}
    if unknown:
        known = ", ".join(defect.name for defect in defects)
        raise typer.BadParameter(f"unknown defects: {', '.join(sorted(unknown))}; known: {known}")
    return [defect for defect in defects if not names or defect.name in names]


def _tell(result: mutants.Result, rank: str) -> None:
    """One line as soon as a defect is judged: a long run shows how far it has come, in a terminal or in a log."""
    colour = "green" if result.caught else "yellow" if result.outcome == "unplayed" else "red"
    besides = f"; turned besides: {' '.join(result.surprises)}" if result.surprises else ""
    CONSOLE.print(f"{rank:>8}  [{colour}]{result.outcome:<9}[/] {result.requirement:<10} {result.name}{besides}")
    if result.why:
        CONSOLE.print(result.why, style="dim", markup=False)


def _conclude(results: list[mutants.Result]) -> None:
    played = [result for result in results if result.outcome != "unplayed"]
    caught = sum(result.caught for result in played)
    lost = f"; {len(results) - len(played)} could not be played (see above)" if len(played) < len(results) else ""
    CONSOLE.print(
        f"{caught} of {len(played)} caught on the requirement that they break, nothing unrelated turned{lost}"
    )
    steps = len(mutants.unexplained(results, FEATURES))
    CONSOLE.print(f"{steps} « Alors » that none of them turned red; details: {MUTANTS}/matrix.json")


if __name__ == "__main__":
    app()
