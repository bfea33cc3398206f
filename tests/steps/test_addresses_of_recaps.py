"""The postal address of a recap: its parts follow each other, in one line or each under its label."""

import pytest

from steps.recap import _in_a_row

WAY = ("7", "rue", "de la Poterne")


@pytest.mark.parametrize(
    "text",
    [
        "Adresse professionnelle : 7, rue de la Poterne 75016 PARIS FRANCE",
        "Numéro de voie : 7 Nature de la voie : RUE Libellé de la voie : DE LA POTERNE",
        "Tél : 0199001237 Adresse : 7 rue de la Po terne",
    ],
)
def test_the_parts_of_an_address_follow_each_other(text):
    assert _in_a_row(WAY, text)


def test_what_comes_before_may_end_with_a_number():
    assert _in_a_row(("75016", "Paris"), "12 quai des Tilleuls Appartement 12 75016 PARIS")


@pytest.mark.parametrize("text", ["Tél : 0199001237 rue de la Poterne", "7 pages. 12 rue de la Poterne", ""])
def test_parts_found_here_and_there_are_no_address(text):
    assert not _in_a_row(WAY, text)
