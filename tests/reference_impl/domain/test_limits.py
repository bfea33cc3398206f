"""How often one may be wrong (G01 with correction 13, G15)."""

from datetime import UTC, datetime, timedelta

import pytest

from reference_impl.domain import limits

START = datetime(2023, 6, 6, 8, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def failing(count: int, every: timedelta) -> list[datetime]:
    return [START + index * every for index in range(count)]


def test_four_wrong_answers_cost_nothing():
    assert limits.suspended_until(failing(4, MINUTE), START + 4 * MINUTE) is None


def test_the_fifth_suspends_for_an_hour():
    wrong = failing(5, MINUTE)
    assert limits.suspended_until(wrong, wrong[-1]) == wrong[-1] + HOUR
    assert limits.suspended_until(wrong, wrong[-1] + HOUR - timedelta(seconds=1)) == wrong[-1] + HOUR
    assert limits.suspended_until(wrong, wrong[-1] + HOUR) is None


def test_five_spread_over_more_than_an_hour_cost_nothing():
    assert limits.suspended_until(failing(5, 16 * MINUTE), START + 65 * MINUTE) is None


def test_five_in_an_hour_to_the_second_suspend():
    assert limits.suspended_until(failing(5, 15 * MINUTE), START + HOUR) == START + 2 * HOUR


def test_the_tenth_in_a_day_suspends_for_a_day():
    wrong = [*failing(5, MINUTE), *(START + 2 * HOUR + instant * MINUTE for instant in range(5))]
    assert limits.suspended_until(wrong, wrong[-1]) == wrong[-1] + timedelta(days=1)


def test_failures_of_the_future_do_not_count():
    assert limits.suspended_until(failing(5, MINUTE), START - HOUR) is None


@pytest.mark.parametrize(("count", "seconds"), [(5, 15), (6, 30), (7, 60), (8, 120), (11, 900), (40, 900)])
def test_log_in_waits_twice_as_long_each_time(count, seconds):
    wrong = failing(count, timedelta(seconds=1))
    end = wrong[-1] + timedelta(seconds=seconds)
    assert limits.log_in_refused_until(wrong, wrong[-1]) == end
    assert limits.log_in_refused_until(wrong, end) is None


def test_four_failed_log_ins_cost_nothing_and_a_day_forgets():
    assert limits.log_in_refused_until(failing(4, MINUTE), START + 4 * MINUTE) is None
    assert limits.log_in_refused_until(failing(9, timedelta(0)), START + limits.DAY) is None


def test_a_failed_log_in_of_a_day_ago_to_the_second_is_forgotten():
    now = START + limits.DAY
    assert limits.log_in_refused_until([START, *(now - turn * MINUTE for turn in range(4))], now) is None
