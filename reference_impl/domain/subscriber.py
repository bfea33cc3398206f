"""Subscriber numbers: 14 digits, YYYYDDD of the day in Paris, a daily sequence on 5, the sequence mod 100 (G39)."""

from datetime import date

LAST_OF_THE_DAY = 99_999


class NumbersExhausted(RuntimeError):
    """More spaces in one day than five digits can number (G40)."""


def prefix(day: date) -> str:
    """The seven digits of ``day``: year and rank in the year."""
    return f"{day:%Y%j}"


def number(day: date, sequence: int) -> str:
    """The number of the ``sequence``-th space of ``day`` (from 1). Raises NumbersExhausted beyond 99,999."""
    if not 1 <= sequence <= LAST_OF_THE_DAY:
        raise NumbersExhausted(f"no number is left on {day}")
    return f"{prefix(day)}{sequence:05d}{sequence % 100:02d}"
