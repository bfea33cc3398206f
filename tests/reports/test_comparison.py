"""Between two runs: what broke, what was repaired, what nobody checks any more."""

from pathlib import Path

import pytest

from reports.comparison import Change, compare
from reports.run import RunReport, conclude, reopen, seal
from tests.reports.dossiers import ask
from tests.reports.playing import FEATURE, URI, fault, tell
from tests.reports.test_register import entry, write

LAST = f"{URI}::Le nouveau mot de passe vaut trois ans"
ROW = f"{URI}::Un mot de passe de 20 caractères est accepté"
End = tuple[object, ...]
PASSED: End = ()
FAILED: End = (2, fault())
OPEN: End = (0, fault("capability", "given", capability="clock"))


def run(folder: Path, *ends: End | None, text: str = FEATURE, evidence: str = "", **changes: object) -> RunReport:
    """A run whose scenarios end so; None is one that is not played."""
    told = tell(folder / "out" / folder.name, text=text, **changes)  # type: ignore[arg-type]
    for rank, end in enumerate(ends):
        if end is not None:
            told.play(rank, *end)  # type: ignore[arg-type]
    if evidence:
        told.journal.scenario_started(told.pickles[-1])
        told.journal.attach("texte", "text/plain", evidence)
        told.journal.scenario_finished(fault())
    told.journal.close(success=True)
    report = conclude(folder / "out" / folder.name, ask(folder))
    seal(report)
    return report


def changes(folder: Path, old: tuple[End | None, ...], new: tuple[End | None, ...], **how: object) -> list[Change]:
    before = run(folder / "old", *old)
    return compare(before.judgement, run(folder / "new", *new, **how).judgement)  # type: ignore[arg-type]


def kinds(found: list[Change]) -> list[tuple[str, str]]:
    return [(change.kind, change.where) for change in found]


def test_nothing_changes_between_two_runs_alike(tmp_path: Path) -> None:
    assert changes(tmp_path, (PASSED, FAILED, OPEN), (PASSED, FAILED, OPEN)) == []


@pytest.mark.parametrize(
    ("before", "after", "kind", "told"),
    [
        (PASSED, FAILED, "broken", "conforme -> non conforme"),
        (OPEN, FAILED, "broken", "non concluant (CAPABILITY) -> non conforme"),
        (None, FAILED, "broken", "non testé -> non conforme"),
        (FAILED, PASSED, "repaired", "non conforme -> conforme"),
        (PASSED, None, "vanished", "conforme -> non testé"),
        (OPEN, None, "vanished", "non concluant (CAPABILITY) -> non testé"),
        (PASSED, OPEN, "open", "conforme -> non concluant (CAPABILITY)"),
        (FAILED, OPEN, "open", "non conforme -> non concluant (CAPABILITY)"),
        (OPEN, PASSED, "closed", "non concluant (CAPABILITY) -> conforme"),
    ],
)
def test_a_verdict_that_changes_is_told_for_each_requirement(
    tmp_path: Path, before: End | None, after: End | None, kind: str, told: str
) -> None:
    found = changes(tmp_path, (PASSED, PASSED, before), (PASSED, PASSED, after))
    assert found == [Change(kind, f"{key}  {LAST}", told) for key in ("C04", "EP6-2-26")]  # type: ignore[arg-type]


def test_a_scenario_that_vanished_is_told(tmp_path: Path) -> None:
    shorter = FEATURE.replace("        | 20 | accepté |\n", "")
    found = changes(tmp_path, (PASSED, PASSED, PASSED), (PASSED, PASSED), text=shorter)
    assert found == [Change("vanished", f"EP6-2-7  {ROW}", "conforme -> absent")]


def test_a_requirement_that_a_scenario_no_longer_proves_is_told(tmp_path: Path) -> None:
    text = FEATURE.replace("@EP6-2-26 @C04", "@EP6-2-26")
    assert kinds(changes(tmp_path, (PASSED,) * 3, (PASSED,) * 3, text=text)) == [("vanished", f"C04  {LAST}")]


def test_an_expectation_that_vanished_is_told_and_a_new_one_is_not(tmp_path: Path) -> None:
    text = FEATURE.replace("Alors l'écran annonce une validité de trois ans", "Alors l'écran annonce une validité")
    found = changes(tmp_path, (PASSED,) * 3, (PASSED,) * 3, text=text)
    told = "« l'écran annonce une validité de trois ans » is no longer expected"
    assert found == [Change("vanished", LAST, told)]


def test_a_scope_that_shrinks_makes_checks_vanish(tmp_path: Path) -> None:
    found = changes(tmp_path, (PASSED,) * 3, (PASSED,) * 3, scope=("-EP6-2-26",))
    assert kinds(found) == [("vanished", f"EP6-2-26  {LAST}")]


def test_a_new_scenario_is_told_and_is_grave_only_when_it_fails(tmp_path: Path) -> None:
    text = FEATURE.replace("        | 20 | accepté |\n", "        | 20 | accepté |\n        | 21 | accepté |\n")
    found = changes(tmp_path, (PASSED,) * 3, (PASSED,) * 4, text=text)
    assert kinds(found) == [("new", f"EP6-2-7  {ROW.replace('20', '21')}")]


def test_a_level_that_changes_is_told(tmp_path: Path) -> None:
    text = FEATURE.replace("@EP6-2-26 @C04", "@EP6-2-26 @C04 @avertissement")
    found = changes(tmp_path, (PASSED,) * 3, (PASSED,) * 3, text=text)
    assert kinds(found) == [("level", f"C04  {LAST}"), ("level", f"EP6-2-26  {LAST}")]


def test_a_failure_that_becomes_another_is_told(tmp_path: Path) -> None:
    found = changes(tmp_path, (PASSED, PASSED, FAILED), (PASSED, PASSED, (2, fault(seen="autre"))))
    assert kinds(found) == [("evidence", LAST)]


def test_evidence_that_is_no_longer_kept_is_told(tmp_path: Path) -> None:
    old = run(tmp_path / "old", PASSED, PASSED, evidence="avant").judgement
    new = run(tmp_path / "new", PASSED, PASSED, evidence="après").judgement
    assert [one.told for one in compare(old, new)] == ["-avant (text/plain, step 4), +après (text/plain, step 4)"]


def test_a_run_is_judged_again_from_its_folder_alone(tmp_path: Path) -> None:
    report = run(tmp_path / "old", PASSED, FAILED, OPEN)
    write(tmp_path / "old" / "features", entry("C04", niveau='niveau = "avertissement"'), name=".")
    assert compare(report.judgement, reopen(report.run_dir).judgement) == []
