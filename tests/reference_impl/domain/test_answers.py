"""How answers are compared and what may be one (G03, G27)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impl.domain import answers


@pytest.mark.parametrize("typed", ["Paul", "paul", " PAUL ", "Paûl", "Pau\u0302l", "\tpaul\n"], ids=ascii)
def test_the_same_answer(typed):
    assert answers.normalise(typed) == answers.normalise("Paul")


@pytest.mark.parametrize(
    ("one", "other"), [("Paul", "Pauline"), ("Jean-Paul", "Jean Paul"), ("l'été", "l ete"), ("", "Paul")], ids=ascii
)
def test_different_answers(one, other):
    assert answers.normalise(one) != answers.normalise(other)


@given(st.text(max_size=80))
def test_normalising_twice_changes_nothing(typed):
    assert answers.normalise(answers.normalise(typed)) == answers.normalise(typed)


@pytest.mark.parametrize(
    ("typed", "may"), [("P", True), ("", False), ("   ", False), ("é" * 100, True), ("é" * 101, False)], ids=ascii
)
def test_one_to_a_hundred_signs(typed, may):
    assert answers.acceptable(typed) is may
