"""How long a password is valid: three calendar years, less one day (PER-1.1, C03, C04, C10).

Both instants are aware; the days are those of Paris.
"""

from datetime import date, datetime, timedelta

from reference_impl.domain import paris

YEARS = 3


def last_day(set_at: datetime) -> date:
    """The last day on which a password set at ``set_at`` opens the space."""
    return _same_day_later(paris.day_of(set_at), YEARS) - timedelta(days=1)


def is_expired(set_at: datetime | None, now: datetime) -> bool:
    """Whether the last valid day is over. A password of unknown age is expired (G26)."""
    return set_at is None or now >= paris.end_of(last_day(set_at))


def _same_day_later(day: date, years: int) -> date:
    """The anniversary; that of 29 February is 1 March where the year has no such day (register, section 5)."""
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year + years, month=3, day=1)
    return day.replace(year=day.year + years)
