"""Dates are written as on the sheets: « 05 juin 2026 »."""

from datetime import date

import pytest

from reference_impl.domain.dates import in_days, long_date, short_date


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 6, 5), "05 juin 2026"),
        (date(2026, 8, 24), "24 août 2026"),
        (date(2028, 2, 29), "29 février 2028"),
        (date(2027, 3, 1), "01 mars 2027"),
        (date(2029, 12, 31), "31 décembre 2029"),
        (date(2027, 1, 1), "01 janvier 2027"),
    ],
)
def test_the_day_has_two_figures_and_the_month_small_letters(day: date, written: str):
    assert long_date(day) == written


def test_the_short_form_has_two_figures_too():
    assert short_date(date(2026, 6, 5)) == "05/06/2026"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (60, "dans 60 jours"),
        (15, "dans 15 jours"),
        (2, "dans 2 jours"),
        (1, "dans 1 jour"),
        (0, "aujourd'hui à minuit"),
    ],
)
def test_the_countdown_has_a_singular_and_a_last_day(days: int, told: str):
    assert in_days(days) == told
