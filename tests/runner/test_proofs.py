"""``focus mutants`` and ``focus variations``: what they tell and what they end with, the playing replaced."""

from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from runner import cli, proofs
from runner.mutants import Defect, Result
from runner.variations import Outcome, Variation


@pytest.fixture
def said(monkeypatch, tmp_path):
    """What is told; the matrix is in a folder of its own."""
    lines = []
    monkeypatch.setattr(proofs, "MUTANTS", tmp_path)
    monkeypatch.setattr(proofs.CONSOLE, "print", lambda text="", **_: lines.append(str(text)))
    monkeypatch.setattr(proofs, "_progress", Silent)
    return lines


class Silent:
    """A progress bar that nobody sees."""

    def __enter__(self):
        return SimpleNamespace(add_task=lambda *_, **__: 0, advance=lambda _: None)

    def __exit__(self, *_):
        return None


@pytest.fixture
def mutants(monkeypatch, said):
    """``focus mutants``, with the results that it finds; those that it was asked to play."""
    asked = []

    def run(*results, arguments=(), besides=()):
        known = {result.name: (Defect(result.name, result.requirement, (), "Faux."), result) for result in results}
        monkeypatch.setattr(proofs.mutants, "catalogue", lambda: [defect for defect, _ in known.values()])
        play = lambda defects, out: (asked.append(each.name) or known[each.name][1] for each in defects)  # noqa: E731
        monkeypatch.setattr(proofs.mutants, "play", play)
        monkeypatch.setattr(proofs.mutants, "seek", lambda given, out: iter(besides))
        return CliRunner().invoke(cli.app, ["mutants", *arguments]).exit_code

    return SimpleNamespace(run=run, asked=asked)


def test_each_result_is_told_and_counted(mutants, said):
    assert mutants.run(Result("a", "C04", "own"), Result("b", "C05", "own", surprises=("G12",))) == 1
    assert all(text in "\n".join(said) for text in ("2/2", "turned besides: G12", "1 of 2 caught"))


def test_a_surprise_while_the_last_outcomes_are_sought_is_no_catch(mutants, said):
    besides = Result("b", "C05", "elsewhere", steps=("il tourne",), surprises=("G12",))
    assert mutants.run(Result("a", "C04", "own"), Result("b", "C05", "own"), besides=[besides]) == 1
    assert all(text in "\n".join(said) for text in ("b: il tourne", "turned besides: G12", "1 of 2 caught"))


def test_what_could_not_be_played_is_told(mutants, said):
    code = mutants.run(Result("a", "C04", "own"), Result("b", "C05", "unplayed", why="no browser found"))
    assert code == 10
    assert all(text in "\n".join(said) for text in ("no browser found", "1 of 1 caught", "1 could not be played"))


def test_the_whole_suite_leaves_the_matrix_as_it_is(mutants, said, monkeypatch):
    asked = []
    found = [Result("a", "C04", "own"), Result("b", "C05", "own", surprises=("G12",))]
    monkeypatch.setattr(proofs.mutants, "play_whole", lambda defects, out: asked.extend(defects) or iter(found))
    assert mutants.run(*found, arguments=("--whole", "a", "b")) == 1
    assert [defect.name for defect in asked] == ["a", "b"]
    assert all(text in "\n".join(said) for text in ("turned besides: G12", "1 of 2 caught"))
    assert list(proofs.MUTANTS.iterdir()) == []


def test_an_unknown_defect_is_a_usage_error(mutants):
    assert mutants.run(Result("a", "C04", "own"), arguments=("no-such",)) == 2


def test_only_what_has_changed_is_played_again(mutants):
    results = (Result("a", "C04", "own"), Result("b", "C05", "missed"))
    mutants.run(*results)
    mutants.run(*results, arguments=("--changed",))
    assert mutants.asked == ["a", "b", "b"]


def test_a_named_defect_leaves_the_rest_of_the_matrix(mutants, tmp_path):
    results = (Result("a", "C04", "own"), Result("b", "C05", "own"))
    mutants.run(*results)
    mutants.run(*results, arguments=("b",))
    mutants.run(*results, arguments=("--changed",))
    assert mutants.asked == ["a", "b", "b"]
    assert (tmp_path / "matrice.html").exists()


@pytest.mark.parametrize(("verdict", "code"), [("conforme", 0), ("avertissement", 1), ("non joué", 1)])
def test_a_variation_that_is_accused_is_a_failure(monkeypatch, said, verdict, code):
    image = Variation("image", "C18", ("C18",), "Une image.", {})
    monkeypatch.setattr(proofs.variations, "catalogue", lambda: [image])
    monkeypatch.setattr(
        proofs.variations, "play", lambda given, out: iter([Outcome("image", verdict, ("C18",), ("s",))])
    )
    assert CliRunner().invoke(cli.app, ["variations"]).exit_code == code
    assert f"{int(not code)} of 1 conforming variations" in said[-1]
