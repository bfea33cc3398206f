"""One journal from several: nothing twice, nothing lost, and no silent crash."""

import json
from pathlib import Path

import pytest

from reports.merging import merge
from reports.reading import IncompleteJournal, JournalError, ScenarioOutcome, read
from tests.reports.playing import FEATURE, Told, fault, tell
from tests.reports.test_journal import SCHEMA, Draft202012Validator


def two_workers(run_dir: Path) -> tuple[Told, Told]:
    first, second = tell(run_dir, "gw0"), tell(run_dir, "gw1")
    first.play(0)
    second.play(1, 2, fault())
    return first, second


def merged(run_dir: Path, *crashed: str) -> list[ScenarioOutcome]:
    return list(read(merge(run_dir, crashed)).outcomes)


def test_each_scenario_is_there_once_with_its_worker(tmp_path: Path) -> None:
    for told in two_workers(tmp_path):
        told.journal.close(success=True)
    assert [one.worker for one in merged(tmp_path)] == ["gw0", "gw1", None]


def test_the_plan_is_written_once(tmp_path: Path) -> None:
    for told in two_workers(tmp_path):
        told.journal.close(success=True)
    lines = [json.loads(line) for line in merge(tmp_path).read_text(encoding="utf-8").splitlines()]
    kinds = [next(iter(line)) for line in lines]
    assert [kinds.count(kind) for kind in ("meta", "testRunStarted", "source", "pickle", "testCase")] == [1, 1, 1, 3, 3]
    assert (kinds[0], kinds[-1]) == ("meta", "testRunFinished")


def test_the_merged_journal_is_valid(tmp_path: Path) -> None:
    for told in two_workers(tmp_path):
        told.journal.close(success=True)
    for line in merge(tmp_path).read_text(encoding="utf-8").splitlines():
        Draft202012Validator(SCHEMA).validate(json.loads(line))


def test_the_merged_header_names_the_workers(tmp_path: Path) -> None:
    for told in two_workers(tmp_path):
        told.journal.close(success=True)
    assert read(merge(tmp_path)).header.worker == "gw0, gw1"


def test_a_crashed_worker_gives_what_it_has(tmp_path: Path) -> None:
    first, second = two_workers(tmp_path)
    first.journal.close(success=True)
    second.journal.scenario_started(second.pickles[2])
    outcomes = merged(tmp_path, "gw1")
    assert outcomes[1].first_fault == fault()
    assert (outcomes[2].worker, outcomes[2].finished) == ("gw1", False)


def test_a_line_cut_by_a_crash_is_left_out(tmp_path: Path) -> None:
    first, second = two_workers(tmp_path)
    first.journal.close(success=True)
    with second.path.open("a", encoding="utf-8") as file:
        file.write('{"testCaseStarted": {"att')
    assert len(merged(tmp_path, "gw1")) == 3


def test_a_worker_that_left_nothing_does_not_hide_the_others(tmp_path: Path) -> None:
    told = tell(tmp_path, "gw0")
    told.journal.close(success=True)
    (tmp_path / "journal" / "gw1.ndjson").touch()
    merge(tmp_path, ["gw1", "gw2"])
    assert '"success": false' in (tmp_path / "journal.ndjson").read_text(encoding="utf-8")


def test_a_worker_without_end_that_nobody_saw_crash_is_refused(tmp_path: Path) -> None:
    first, _ = two_workers(tmp_path)
    first.journal.close(success=True)
    with pytest.raises(IncompleteJournal, match="gw1"):
        merge(tmp_path)


def test_a_run_without_any_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IncompleteJournal, match="no worker"):
        merge(tmp_path)


@pytest.mark.parametrize("changes", [{"run_id": "run-2"}, {"seed": 7}, {"text": FEATURE.replace("trois", "deux")}])
def test_workers_that_disagree_are_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    tell(tmp_path, "gw0").journal.close(success=True)
    tell(tmp_path, "gw1", **changes).journal.close(success=True)  # type: ignore[arg-type]
    with pytest.raises(JournalError):
        merge(tmp_path)
