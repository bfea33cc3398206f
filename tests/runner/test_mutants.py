"""Seeded-defect runs: what is concluded from the report and the journal of each. No browser, no site."""

from datetime import UTC, datetime

import pytest
from cucumber_messages import TestStepResultStatus as Status

from reports.facts import FaultRecord, RunHeader, TargetFacts
from reports.journal import Journal
from reports.reading import read
from runner import mutants
from runner.mutants import ALL, Defect, Result
from runner.red_steps import red_steps, unexplained

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
    assert red_steps(read(played)) == {"la date est <fin>"}


def test_the_steps_that_no_defect_turned_red(tmp_path):
    (tmp_path / "f.feature").write_text(FEATURE, "utf-8")
    assert unexplained([], tmp_path) == ["la date est <fin>", "le courriel la donne"]
    assert unexplained(["la date est <fin>"], tmp_path) == ["le courriel la donne"]


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


def test_a_defect_is_played_by_its_requirement_then_by_its_neighbours(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(mutants.fleet, "play", lambda entries, out: asked.extend(entries) or iter(()))
    assert list(mutants.play([seeded("C05", ALL, "C04")], tmp_path)) == []
    [entry] = asked
    assert (entry.own, entry.others, entry.hurried) == (("EP6-2-26",), ("C04", "C05"), True)
    assert entry.arguments == ("--defect", "un-jour-de-trop")


def test_what_left_no_report_was_not_played(tmp_path, monkeypatch):
    (tmp_path / "0.log").write_text("no browser found\n", "utf-8")
    monkeypatch.setattr(mutants.fleet, "play", lambda entries, out: iter([entry.name for entry in entries]))
    [result] = mutants.play([seeded()], tmp_path)
    assert (result.outcome, result.why) == ("unplayed", "no browser found")


def test_what_is_sought_goes_with_its_defect(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        mutants.fleet, "play", lambda entries, out: (asked.append(each) or each.name for each in entries)
    )
    [result] = mutants.seek([(seeded("C04"), ["la date est <fin>"])], tmp_path)
    assert (asked[0].own, asked[0].others, asked[0].hurried) == (("EP6-2-26",), ("C04",), False)
    assert asked[0].sought == ("la date est <fin>",)
    assert (result.outcome, result.steps) == ("unplayed", ())


def test_one_site_per_core_shares_the_defects_against_the_whole_suite(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(mutants.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(
        mutants.fleet, "play", lambda entries, out, _: (asked.append(each) or each.name for each in entries)
    )
    monkeypatch.setattr(mutants, "concluded", lambda defect, folder: (defect.name, defect.neighbours, folder.name))
    given = [Defect(name, breaks, (beside,), "") for name, breaks, beside in (
        ("a", "C01", "C11"), ("b", "C02", "C12"), ("c", "C03", "C13"))]  # fmt: skip
    results = list(mutants.play_whole(given, tmp_path / "whole"))
    assert [(each.arguments, each.whole) for each in asked] == [
        (("--defect", "a", "--defect", "c"), True),
        (("--defect", "b"), True),
    ]
    together = ("C01", "C03", "C11", "C13")
    assert results == [("a", together, "site-1"), ("c", together, "site-1"), ("b", ("C02", "C12"), "site-2")]
