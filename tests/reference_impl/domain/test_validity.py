"""Three calendar years less one day, in Paris: the vectors of the register, section 5 (C03, C04, C10, G23)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impl.domain import paris, validity

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("set_on", "last_day"),
    [
        ("2023-06-06", "2026-06-05"),  # the screen of EP 6
        ("2023-08-25", "2026-08-24"),  # EP 5
        ("2023-08-08", "2026-08-07"),  # the expiry sheet
        ("2024-02-28", "2027-02-27"),
        ("2024-02-29", "2027-02-28"),
        ("2024-03-01", "2027-02-28"),  # 1,095 days would give 1 March
        ("2025-02-28", "2028-02-27"),
        ("2025-03-01", "2028-02-29"),
        ("2028-02-29", "2031-02-28"),
        ("2026-01-01", "2028-12-31"),
    ],
)
def test_valid_three_years_less_a_day(set_on, last_day):
    noon = datetime.fromisoformat(f"{set_on}T12:00").replace(tzinfo=PARIS)
    assert validity.last_day(noon) == date.fromisoformat(last_day)


@pytest.mark.parametrize(
    ("instant", "last_day"),
    [
        ("2023-08-24T21:59:59+00:00", date(2026, 8, 23)),
        ("2023-08-24T22:00:00+00:00", date(2026, 8, 24)),
        ("2026-12-31T22:59:59+00:00", date(2029, 12, 30)),
        ("2026-12-31T23:00:00+00:00", date(2029, 12, 31)),
    ],
)
def test_counted_from_the_day_in_paris(instant, last_day):
    assert validity.last_day(datetime.fromisoformat(instant)) == last_day


@pytest.mark.parametrize(
    ("last_day", "first_expired"),
    [
        ("2024-07-22", "2024-07-22T22:00:00+00:00"),
        ("2027-01-15", "2027-01-15T23:00:00+00:00"),
        ("2027-03-28", "2027-03-28T22:00:00+00:00"),  # summer time begins that day
        ("2026-10-25", "2026-10-25T23:00:00+00:00"),  # winter time begins that day
    ],
)
def test_expired_from_the_next_midnight_in_paris(last_day, first_expired):
    day, end = date.fromisoformat(last_day), datetime.fromisoformat(first_expired)
    set_at = datetime(day.year - 3, day.month, day.day, 12, tzinfo=PARIS) + timedelta(days=1)
    assert validity.last_day(set_at) == day
    assert not validity.is_expired(set_at, end - timedelta(seconds=1))
    assert validity.is_expired(set_at, end)


def test_a_password_of_unknown_age_is_expired():
    assert validity.is_expired(None, datetime(2023, 6, 6, tzinfo=UTC))


def test_a_password_of_unknown_age_has_no_countdown():
    with pytest.raises(ValueError, match="unknown age"):
        validity.expiry(None, datetime(2023, 6, 6, tzinfo=UTC))


# The password of the expiry sheet: its last day is 22 July 2024 (C09, C10).
SHEET = datetime(2021, 7, 23, 10, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("day", "left", "near"),
    [
        ("2024-05-20", 63, False),
        ("2024-05-21", 62, False),
        ("2024-05-22", 61, False),
        ("2024-05-23", 60, True),
        ("2024-05-24", 59, True),
        ("2024-05-25", 58, True),
        ("2024-07-07", 15, True),  # the screen of the sheet
        ("2024-07-21", 1, True),
        ("2024-07-22", 0, True),
        ("2024-07-23", -1, False),
    ],
)
@pytest.mark.parametrize("time_of_day", ["00:00:00", "12:00:00", "23:59:59"])
def test_warned_from_sixty_days_before_to_the_last(day, left, near, time_of_day):
    seen = validity.expiry(SHEET, datetime.fromisoformat(f"{day}T{time_of_day}").replace(tzinfo=PARIS))
    assert (seen.last_day, seen.days_left, seen.is_near) == (date(2024, 7, 22), left, near)


@pytest.mark.parametrize(
    ("instant", "left"),
    [
        ("2024-07-06T21:59:59+00:00", 16),
        ("2024-07-06T22:00:00+00:00", 15),  # midnight in Paris, in summer
        ("2024-07-07T22:30:00+00:00", 14),
    ],
)
def test_days_are_counted_in_paris(instant, left):
    assert validity.expiry(SHEET, datetime.fromisoformat(instant)).days_left == left


@pytest.mark.parametrize(
    ("set_on", "seen_on", "left"),
    [
        ("2024-02-29", "2027-02-28", 0),
        ("2025-03-01", "2027-12-31", 60),  # the last day is 29 February 2028
        ("2025-03-01", "2028-02-28", 1),
        ("2024-03-29", "2027-03-27", 1),  # the last day is the one on which summer time begins
        ("2023-10-26", "2026-10-24", 1),  # and this one, on which it ends
    ],
)
def test_a_day_is_a_day_whatever_its_length(set_on, seen_on, left):
    def noon(day):
        return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=PARIS)

    assert validity.expiry(noon(set_on), noon(seen_on)).days_left == left


@given(st.integers(min_value=10**9, max_value=4 * 10**9))
def test_always_1094_or_1095_days(epoch):
    set_at = datetime.fromtimestamp(epoch, UTC)
    lasting = (validity.last_day(set_at) - paris.day_of(set_at)).days
    assert lasting in (1094, 1095)
