"""``focus report coverage`` and ``focus report sheets``: what they print and how they end. No run, no browser."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from runner.cli import app
from tests.reports.test_coverage import FEATURE
from tests.reports.test_editions import EXPIRY, FORGOTTEN, sheet


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Registers, features and texts of two invented sheets, their editions recorded."""
    features = tmp_path / "features"
    sheet(features, "EP6", ("7", FORGOTTEN[2]), ("26", FORGOTTEN[3]))
    sheet(features, "PER", ("1", EXPIRY[2]))
    (features / "exigences.toml").write_text('[C04]\nenonce = "x"\ngenre = "rule"\nniveau = "avertissement"\n', "utf-8")
    (features / "ep6" / "oubli.feature").write_text(FEATURE.replace("@C04", "@C04 @PER-2-1"), "utf-8")
    (tmp_path / "textes").mkdir()
    for name, told in (("a.txt", EXPIRY), ("b.txt", FORGOTTEN)):
        (tmp_path / "textes" / name).write_text("\n\n".join(told), "utf-8")
    focus(tmp_path, "sheets", str(tmp_path / "textes"), "--record")
    return tmp_path


def focus(project: Path, *arguments: str) -> tuple[int, str]:
    ran = CliRunner().invoke(app, ["report", *arguments, "--features", str(project / "features")])
    return ran.exit_code, ran.output


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_whole_coverage_is_counted_sheet_by_sheet(project: Path) -> None:
    code, said = focus(project, "coverage")
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in said.splitlines() if "│" in line]
    assert code == 0
    assert ["EP6", "2", "2", "2", "0", "2"] in rows
    assert ["the sheets", "3", "3", "3", "0", "2"] in rows
    assert "uncovered" not in said
    assert "stale" not in said


FAULTS = {
    "uncovered": ("ep6/oubli.feature", "@PER-2-1", "", "uncovered PER-2-1: no scenario proves it"),
    "orphan": ("ep6/oubli.feature", "@C04", "@C04 @C40", "tag @C40 is in no exigences.toml; correct it"),
    "stale": ("per/edition.toml", "sha256:", "sha256:0", "stale     PER-2-1: source sha256:"),
    "edition": ("per/exigences.toml", 'edition = "2024"', 'edition = "2025"', "stale     PER: the register names"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_coverage_fails_on_an_entry_that_is(project: Path, case: str) -> None:
    name, old, new, expected = FAULTS[case]
    rewrite(project / "features" / name, old, new)
    code, said = focus(project, "coverage")
    assert (code, expected in said) == (1, True), said


@pytest.mark.parametrize("name", ["ep6/oubli.feature", "ep6/exigences.toml", "per/edition.toml"])
def test_what_cannot_be_read_is_not_judged(project: Path, name: str) -> None:
    (project / "features" / name).write_text("[[[", "utf-8")
    code, said = focus(project, "coverage")
    assert (code, said.split()[0]) == (4, "unusable")
    assert Path(name).name in said


def test_the_texts_that_were_recorded_are_the_same(project: Path) -> None:
    code, said = focus(project, "sheets", str(project / "textes"))
    assert code == 0
    assert said.splitlines() == [
        "same      Fiche EP 6: b.txt, edition « 2024 »",
        "same      Fiche Péremption: a.txt, edition « 2024 »",
    ]


def test_a_changed_a_missing_and_an_unknown_text_are_told(project: Path) -> None:
    rewrite(project / "textes" / "b.txt", "Trois ans.", "Deux ans.")
    (project / "textes" / "a.txt").rename(project / "a.txt")
    (project / "textes" / "c.txt").write_text("Tout autre chose.", "utf-8")
    code, said = focus(project, "sheets", str(project / "textes"))
    assert code == 1
    assert "changed   Fiche EP 6: b.txt: entries in doubt: EP6-2-26; read them again" in said
    assert "line 8: 1 paragraph gone, on which EP6-2-26 rested" in said
    assert "new: « Deux ans. » sha256:" in said
    assert "missing   Fiche Péremption: no file of the folder is like it" in said
    assert "unknown   c.txt: is none of the sheets" in said


def test_a_rewritten_sheet_is_the_one_that_the_user_says(project: Path) -> None:
    (project / "textes" / "a.txt").write_text("Tout est neuf.", "utf-8")
    assert "missing   Fiche Péremption" in focus(project, "sheets", str(project / "textes"))[1]
    code, said = focus(project, "sheets", str(project / "textes"), "--as", "PER=a.txt")
    assert code == 1
    assert "changed   Fiche Péremption: a.txt: entries in doubt: PER-2-1" in said


def test_a_new_edition_once_recorded_leaves_its_stale_entries_to_coverage(project: Path) -> None:
    rewrite(project / "textes" / "b.txt", "Trois ans.", "Deux ans.")
    assert focus(project, "sheets", str(project / "textes"), "--record")[0] == 0
    code, said = focus(project, "coverage")
    assert code == 1
    assert "stale     EP6-2-26: source sha256:" in said


def test_a_sheet_that_was_never_recorded_says_so(project: Path) -> None:
    (project / "features" / "per" / "edition.toml").unlink()
    code, said = focus(project, "sheets", str(project / "textes"))
    assert code == 1
    assert "Fiche Péremption: a.txt: the register's own edition was never recorded" in said


@pytest.mark.parametrize("told", ["EP7=a.txt", "EP6=nulle-part.txt"])
def test_a_wrong_answer_is_refused(project: Path, told: str) -> None:
    code, said = focus(project, "sheets", str(project / "textes"), "--as", told)
    assert code == 2
    assert told.partition("=")[0] in said


def test_a_folder_that_is_not_there_is_refused(project: Path) -> None:
    code, said = focus(project, "sheets", str(project / "nulle-part"))
    assert code == 4
    assert "no such folder" in said
