"""Shards played apart and put together say what the single run says; what is not the same run is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.facts import Shard
from reports.reading import IncompleteJournal, JournalError
from reports.run import RunReport, conclude, seal
from reports.sharding import ShardsRefused, merge_runs
from tests.reports.dossiers import ask, told
from tests.reports.playing import Told, fault, tell

OF = 3


def play_all(told: Told, shard: Shard | None = None) -> None:
    """What the site does of each scenario, whoever plays it."""
    ends = [(), (0, fault("capability", "given", capability="clock")), (2, fault())]
    names = [f"features/ep6/oubli.feature::{pickle.name}" for pickle in told.pickles]
    mine = shard.share(names) if shard else names
    for rank, end in enumerate(ends):
        if names[rank] in mine:
            told.play(rank, *end)
    told.journal.close(success=False)


def run(folder: Path, rank: int | None = None, **changes: object) -> Path:
    """The folder of a single run, or of one shard of it, with its reports."""
    shard = Shard(rank=rank, of=OF, partial=False) if rank else None
    run_dir = folder / f"run-{rank or 0}"
    facts = {"run_id": run_dir.name, "shard": shard, "partial": shard is not None,
             "selection": f"features --shard {rank}/{OF} --seed 42"}  # fmt: skip
    play_all(tell(run_dir, **facts | changes), shard)  # type: ignore[arg-type]
    conclude(run_dir, ask(folder))
    return run_dir


def report_of(run_dir: Path) -> dict[str, Any]:
    written: dict[str, Any] = json.loads((run_dir / "report.json").read_text(encoding="utf-8"))
    return written


def verdicts(run_dir: Path) -> object:
    return [(one["id"], one["verdict"], one["reason"], [each["fault"] for each in one["scenarios"]])
            for one in report_of(run_dir)["requirements"]]  # fmt: skip


def merged(folder: Path, *ranks: int) -> RunReport:
    return merge_runs([run(folder, rank) for rank in ranks], folder / "out")


def test_all_the_shards_say_what_the_single_run_says(tmp_path: Path) -> None:
    alone = run(tmp_path)
    together = merged(tmp_path, 3, 1, 2)
    assert verdicts(together.run_dir) == verdicts(alone)
    assert (together.exit_code, together.partial, together.header.missing_shards) == (1, False, ())


def test_a_shard_answers_for_its_share_alone(tmp_path: Path) -> None:
    written = report_of(run(tmp_path, 1))
    assert sum(written["counts"]["scenarios"].values()) == 1
    assert (written["partial"], written["shard"], written["counts"]["requirements"]["non_teste"]) == (True, "1/3", 0)


def test_the_merged_run_is_whole_and_its_dossier_is_accepted(tmp_path: Path) -> None:
    report = merged(tmp_path, 1, 2, 3)
    seal(report)
    assert report.header.selection == "features --seed 42"
    ok, said = told(report.run_dir / "dossier.zip", signed=False)
    assert ok, said


def test_a_missing_shard_leaves_its_scenarios_untested_and_is_named(tmp_path: Path) -> None:
    failing = next(rank for rank in (1, 2, 3) if "non_conforme" in report_of(run(tmp_path, rank))["verdict"])
    others = [tmp_path / f"run-{rank}" for rank in (1, 2, 3) if rank != failing]
    report = merge_runs(others, tmp_path / "out")
    assert (report.verdict, report.exit_code, report.header.missing_shards) == ("incomplet", 10, (f"{failing}/3",))
    assert f"MISSING SHARD {failing}/3" in report.summary()
    assert f"La part {failing}/3 de l&#39;essai manque" in (report.run_dir / "rapport.html").read_text(encoding="utf-8")
    assert report_of(report.run_dir)["missing_shards"] == [f"{failing}/3"]
    seal(report)
    assert "scénario non joué" in told(report.run_dir / "dossier.zip", signed=False)[1]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"seed": 7}, "seed 7, not 42"),
        ({"harness_version": "0.2.0"}, "harness_version 0.2.0, not 0.1.0"),
        ({"target": {"name": "Autre", "version": "1", "base_url": "http://a.test"}}, "not the same run as"),
        ({"strict": True}, "strict True, not False"),
        ({"shard": {"rank": 2, "of": 2, "partial": False}}, "shard 2/2, not 1/3"),
        ({"shard": {"rank": 1, "of": 3, "partial": False}}, "shard 1/3 is there twice"),
        ({"shard": None}, "this run is no shard"),
    ],
)
def test_shards_of_different_runs_are_refused(tmp_path: Path, changes: dict[str, object], why: str) -> None:
    with pytest.raises(ShardsRefused, match=why):
        merge_runs([run(tmp_path, 1), run(tmp_path, 2, **changes)], tmp_path / "out")


def test_shards_of_other_features_are_refused(tmp_path: Path) -> None:
    first, second = run(tmp_path, 1), run(tmp_path, 2)
    (second / "features" / "exigences.toml").write_text("", encoding="utf-8")
    with pytest.raises(ShardsRefused, match=r"fichier différent : exigences\.toml"):
        merge_runs([first, second], tmp_path / "out")


def test_a_shard_that_did_not_end_is_refused(tmp_path: Path) -> None:
    path = run(tmp_path, 1) / "journal.ndjson"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    with pytest.raises(IncompleteJournal):
        merge_runs([tmp_path / "run-1"], tmp_path / "out")


@pytest.mark.parametrize("name", ["../dehors", "/dehors", "..", "a\nb"])
def test_a_run_whose_name_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    part = run(tmp_path, 1)
    journal = (part / "journal.ndjson").read_text(encoding="utf-8")
    told = json.dumps(json.dumps(name))[1:-1]
    (part / "journal.ndjson").write_text(
        journal.replace('{\\"run_id\\":\\"run-1\\"', f'{{\\"run_id\\":{told}'), "utf-8"
    )
    with pytest.raises(JournalError, match="run_id"):
        merge_runs([part], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShardsRefused, match="not the folder of a run"):
        merge_runs([tmp_path], tmp_path / "out")


def test_a_journal_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "journal.ndjson").write_text("{}}", encoding="utf-8")
    with pytest.raises(JournalError):
        merge_runs([tmp_path], tmp_path / "out")


@given(st.sets(st.text()), st.integers(1, 5))
def test_shards_are_disjoint_cover_all_and_are_even(names: set[str], of: int) -> None:
    shares = [Shard(rank=rank, of=of, partial=False).share(names) for rank in range(1, of + 1)]
    assert sorted(name for share in shares for name in share) == sorted(names)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


def test_the_split_is_the_same_for_ever() -> None:
    names = [f"scénario {number}" for number in range(6)]
    found = [sorted(Shard(rank=rank, of=2, partial=False).share(reversed(names))) for rank in (1, 2)]
    assert found == [["scénario 0", "scénario 1", "scénario 5"], ["scénario 2", "scénario 3", "scénario 4"]]
