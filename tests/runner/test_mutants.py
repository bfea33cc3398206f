"""Seeded-defect runs: what is concluded from the report and the journal of each. No browser, no site."""

import json
import sys
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from cucumber_messages import TestStepResultStatus as Status
from typer.testing import CliRunner

from reports.facts import FaultRecord, RunHeader, TargetFacts
from reports.journal import Journal
from reports.reading import read
from runner import cli, mutants
from runner.mutants import ALL, Defect, Result

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
FEATURE = """# language: fr
Fonctionnalité: F

  @EP6-2-26
  Plan du scénario: Choisi le <jour>
    Quand il choisit
    Alors la date est <fin>
    Et le courriel la donne

    Exemples:
      | jour | fin |
      | un   | 1   |
      | deux | 2   |
"""
FAULT = FaultRecord(kind="unmet", phase="then", message="La date est fausse.")


def seeded(*neighbours):
    return Defect("un-jour-de-trop", "EP6-2-26", neighbours, "Un jour de trop.")


def requirement(identifier, verdict="conforme", *lines):
    failing = [{"uri": "a.feature", "line": line, "name": f"s{line}", "verdict": verdict} for line in lines]
    return {"id": identifier, "verdict": verdict, "scenarios": failing}


def judged(defect, *requirements):
    return mutants.judge(defect, {"requirements": requirements})


@pytest.mark.parametrize(
    ("own", "other", "outcome", "surprises"),
    [
        (("non_conforme", 1), ("conforme",), "own", ()),
        (("avertissement", 1), ("conforme",), "own", ()),
        (("non_conforme", 1), ("non_conforme", 1), "own", ()),  # the same scenario carries both ids
        (("non_conforme", 1), ("non_conforme", 1, 2), "own", ("G12",)),
        (("conforme",), ("non_conforme", 2), "elsewhere", ("G12",)),
        (("non_concluant",), ("avertissement", 2), "elsewhere", ("G12",)),
        (("conforme",), ("conforme",), "missed", ()),
        (("conforme",), ("non_concluant",), "missed", ()),
        (("non_concluant",), ("conforme",), "unplayed", ()),
        (("non_teste",), ("conforme",), "unplayed", ()),
    ],
)
def test_the_judging_table(own, other, outcome, surprises):
    result = judged(seeded(), requirement("EP6-2-26", *own), requirement("G12", *other))
    assert (result.outcome, result.surprises) == (outcome, surprises)
    assert result.caught == (outcome == "own" and not surprises)


def test_a_requirement_that_nothing_played_is_no_miss():
    assert judged(seeded(), requirement("G12")).outcome == "unplayed"


def test_a_neighbour_may_turn():
    told = requirement("EP6-2-26", "non_conforme", 1), requirement("C04", "avertissement", 2)
    assert judged(seeded("C04"), *told).caught
    assert not judged(seeded("C05"), *told).caught


def test_nothing_surprises_behind_a_fault_that_nobody_gets_past():
    told = requirement("EP6-2-26", "non_conforme", 1), requirement("G12", "non_conforme", 2)
    assert judged(seeded(ALL), *told).caught
    assert seeded(ALL, "C04").expected == {"EP6-2-26", "C04"}


def test_the_scenarios_that_turned_are_named_once():
    told = requirement("EP6-2-26", "non_conforme", 2, 1), requirement("C04", "non_conforme", 2)
    assert judged(seeded("C04"), *told).scenarios == ("s1", "s2")


@pytest.fixture
def played(tmp_path):
    """A run of two rows: the first goes red at its first « Alors », the second passes."""
    journal = Journal(tmp_path / "journal.ndjson", lambda: NOW)
    site = TargetFacts(name="S", version="1", base_url="http://127.0.0.1:1")
    journal.open(RunHeader(run_id="r", started_at=NOW, target=site, capabilities={}, seed=1, strict=False,
                           partial=True, selection="", harness_version="0", worker="main", replay=""))  # fmt: skip
    pickles = journal.feature("f.feature", FEATURE)
    for pickle in pickles:
        journal.plan(pickle, pickle.name)
    for pickle, red in zip(pickles, (1, None), strict=True):
        play(journal, pickle, red)
    journal.close(success=False)
    return tmp_path / "journal.ndjson"


def play(journal, pickle, red):
    journal.scenario_started(pickle)
    for index in range(len(pickle.steps) if red is None else red + 1):
        journal.step_started(index)
        fault = FAULT if index == red else None
        journal.step_finished(index, Status.failed if fault else Status.passed, 0.1, fault)
    journal.scenario_finished()


def test_a_red_step_is_told_as_the_feature_writes_it(played):
    assert mutants.red_steps(read(played)) == {"la date est <fin>"}


def test_the_steps_that_no_defect_turned_red(tmp_path):
    (tmp_path / "f.feature").write_text(FEATURE, "utf-8")
    result = Result("d", "EP6-2-26", "own", steps=("la date est <fin>",))
    assert mutants.unexplained([], tmp_path) == ["la date est <fin>", "le courriel la donne"]
    assert mutants.unexplained([result], tmp_path) == ["le courriel la donne"]


def test_the_matrix_is_in_the_order_of_the_names(tmp_path):
    results = [Result("b", "C05", "missed"), Result("a", "C04", "own", scenarios=("s",))]
    mutants.write_matrix(results, tmp_path / "deep" / "matrix.json", tmp_path)
    matrix = json.loads((tmp_path / "deep" / "matrix.json").read_text("utf-8"))
    assert [(each["name"], each["outcome"]) for each in matrix["defects"]] == [("a", "own"), ("b", "missed")]
    assert (matrix["defects"][0]["scenarios"], matrix["unexplained_steps"]) == (["s"], [])


def test_a_run_without_a_report_shows_the_end_of_its_log(tmp_path):
    (tmp_path / "pytest.log").write_text("".join(f"line {number}\n" for number in range(40)), "utf-8")
    result = mutants.concluded(seeded(), tmp_path)
    assert (result.outcome, result.why.splitlines()[0]) == ("unplayed", "line 25")


def test_the_selection_is_the_requirement_and_its_neighbours(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(mutants, "_run", lambda command: asked.append(command) or (True, ""))
    for folder, whole in (("part", False), ("whole", True)):
        mutants.play_one(seeded("C04", ALL), tmp_path / folder, whole=whole)
    assert asked[0][-4:] == ["--start-with", "--defect un-jour-de-trop", "-m", "C04 or EP6-2-26"]
    assert "-m" not in asked[1][3:]


def test_a_run_that_never_ends_is_interrupted_and_proves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(mutants, "PATIENCE_S", 1)
    monkeypatch.setattr(mutants, "GRACE_S", 1)
    ended, said = mutants._run([sys.executable, "-c", "print('begun', flush=True)\nwhile True: pass"])
    assert (ended, said.splitlines()[0], said.splitlines()[-1]) == (False, "begun", "no end after 1 s")
    monkeypatch.setattr(mutants, "_run", lambda command: (False, said))
    assert mutants.play_one(seeded(), tmp_path / "folder", whole=False).outcome == "unplayed"


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [("own own", 0), ("own missed", 1), ("own elsewhere", 1), ("own unplayed", 10), ("missed unplayed", 1)],
)
def test_the_exit_code(outcomes, code):
    results = [Result(f"d{rank}", "EP6-2-26", outcome) for rank, outcome in enumerate(outcomes.split())]
    assert mutants.exit_code(results) == code


def test_a_surprise_is_a_failure():
    assert mutants.exit_code([Result("d", "EP6-2-26", "own", surprises=("G12",))]) == 1


def test_the_quick_ones_are_in_the_catalogue():
    told = mutants.catalogue()
    assert [defect.name for defect in mutants.quick(told)] == sorted(mutants.QUICK)
    assert len({defect.breaks for defect in mutants.quick(told)}) == len(mutants.QUICK)


@pytest.fixture
def command(monkeypatch, tmp_path):
    """``focus mutants``, the playing replaced by given results."""

    def run(*results, arguments=()):
        known = [Defect(result.name, result.requirement, (), "Faux.") for result in results]
        monkeypatch.setattr(mutants, "catalogue", lambda: known)
        monkeypatch.setattr(mutants, "play", lambda defects, out, whole: iter(results))
        monkeypatch.setattr(cli, "MUTANTS", tmp_path)
        monkeypatch.setattr(cli, "CONSOLE", SimpleNamespace(print=lambda text, **_: said.append(text)))
        return CliRunner().invoke(cli.app, ["mutants", *arguments]).exit_code, "\n".join(said)

    said = []
    return run


def test_the_command_tells_each_result_and_counts(command):
    code, said = command(Result("a", "C04", "own"), Result("b", "C05", "own", surprises=("G12",)))
    assert code == 1
    assert all(text in said for text in ("2/2", "turned besides: G12", "1 of 2 caught"))


def test_the_command_says_what_could_not_be_played(command):
    code, said = command(Result("a", "C04", "own"), Result("b", "C05", "unplayed", why="no browser found"))
    assert code == 10
    assert all(text in said for text in ("no browser found", "1 of 1 caught", "1 could not be played"))


def test_an_unknown_defect_is_a_usage_error(command):
    assert command(Result("a", "C04", "own"), arguments=("no-such",))[0] == 2
