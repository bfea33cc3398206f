"""Subscriber numbers (G39, G40): the examples of the sheets that can be computed, and invented ones."""

from datetime import date

import pytest

from reference_impl.domain import subscriber


@pytest.mark.parametrize(
    ("day", "sequence", "number"),
    [
        (date(2023, 10, 26), 1, "20232990000101"),
        (date(2023, 8, 21), 1, "20232330000101"),
        (date(2010, 6, 16), 1019, "20101670101919"),
        (date(2005, 1, 17), 3, "20050170000303"),
        (date(2019, 2, 5), 218, "20190360021818"),
        (date(2024, 2, 29), 100, "20240600010000"),
        (date(2024, 12, 31), 99_999, "20243669999999"),
    ],
)
def test_number(day, sequence, number):
    assert subscriber.number(day, sequence) == number


@pytest.mark.parametrize("sequence", [0, 100_000])
def test_out_of_numbers(sequence):
    with pytest.raises(subscriber.NumbersExhausted):
        subscriber.number(date(2024, 1, 1), sequence)
