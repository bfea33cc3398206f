"""The matrix of the seeded defects: what is kept from one time to the next, what is played again, its page."""

import json
from dataclasses import replace

import pytest

from runner.matrix import Matrix
from runner.mutants import Defect, Result

FEATURE = """# language: fr
Fonctionnalité: F

  @C04
  Scénario: S
    Quand il choisit
    Alors la date est juste
    Et le courriel la donne
"""
LATE = Defect("tard", "C04", (), "Trop <tard>.", "1234")
CAUGHT = Result("tard", "C04", "own", scenarios=("S",), steps=("la date est juste",))


@pytest.fixture
def matrix(tmp_path):
    """An empty one, over a folder of one feature."""
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "f.feature").write_text(FEATURE, "utf-8")
    return Matrix(tmp_path / "out", tmp_path / "features")


def again(matrix):
    return Matrix.load(matrix.folder, matrix.features)


def test_what_is_kept_is_read_back_by_name(matrix):
    matrix.keep(LATE, CAUGHT)
    matrix.keep(replace(LATE, name="autre"), replace(CAUGHT, name="autre"))
    kept = json.loads((matrix.folder / "matrix.json").read_text("utf-8"))
    assert [each["name"] for each in kept["defects"]] == ["autre", "tard"]
    assert kept["defects"][1]["scenarios"] == ["S"]
    assert kept["unexplained_steps"] == ["le courriel la donne"]
    assert again(matrix).entries.keys() == {"autre", "tard"}


def test_what_was_caught_is_not_played_again(matrix):
    assert matrix.changed([LATE]) == [LATE]
    matrix.keep(LATE, CAUGHT)
    assert again(matrix).changed([LATE]) == []


@pytest.mark.parametrize("result", [
    replace(CAUGHT, outcome="missed"), replace(CAUGHT, outcome="unplayed"), replace(CAUGHT, surprises=("C05",)),
])  # fmt: skip
def test_what_was_not_caught_is_played_again(matrix, result):
    matrix.keep(LATE, result)
    assert again(matrix).changed([LATE]) == [LATE]


@pytest.mark.parametrize("other", [{"source": "5678"}, {"breaks": "C05"}, {"neighbours": ("C05",)}])
def test_a_defect_that_has_changed_is_played_again(matrix, other):
    matrix.keep(LATE, CAUGHT)
    assert again(matrix).changed([replace(LATE, **other)])


def test_a_defect_whose_scenarios_have_changed_is_played_again(matrix):
    matrix.keep(LATE, CAUGHT)
    feature = matrix.features / "f.feature"
    feature.write_text(FEATURE.replace("juste", "exacte"), "utf-8")
    assert again(matrix).changed([LATE]) == [LATE]


def test_a_defect_that_is_no_more_is_forgotten(matrix):
    matrix.keep(LATE, CAUGHT)
    matrix.forget(but=[])
    assert matrix.entries == {}


def test_what_turned_besides_is_put_in(matrix):
    matrix.keep(LATE, CAUGHT)
    matrix.add(Result("tard", "C04", "unplayed", steps=("le courriel la donne",), surprises=("C05",)))
    [entry] = again(matrix).entries.values()
    assert (entry["outcome"], entry["surprises"]) == ("own", ["C05"])
    assert entry["steps"] == ["la date est juste", "le courriel la donne"]
    assert matrix.unexplained() == []


def test_what_no_defect_turned_red_is_sought_where_it_may_turn(matrix):
    matrix.keep(LATE, CAUGHT)
    elsewhere = replace(LATE, name="ailleurs", breaks="C05")
    matrix.keep(elsewhere, replace(CAUGHT, name="ailleurs", steps=()))
    assert matrix.seeking([elsewhere, LATE]) == [(LATE, ["le courriel la donne"])]
    assert matrix.seeking([replace(LATE, name="jamais-joué")]) == []


def test_the_page_tells_all(matrix):
    matrix.keep(LATE, replace(CAUGHT, surprises=("C05",)))
    page = matrix.draw().read_text("utf-8")
    assert all(told in page for told in ("Trop &lt;tard&gt;.", "pris sur son exigence", "C05", "le courriel la donne"))
