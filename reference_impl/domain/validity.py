"""How long a password is valid: three calendar years, less one day (PER-1.1, C03, C04, C10), and who is warned (C09).

Instants are aware; the days are those of Paris.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reference_impl.domain import paris

YEARS = 3
WARNED_DAYS = 60


@dataclass(frozen=True)
class Expiry:
    """What the owner of a space reads of it: the last valid day, and how many days away it is (0: today)."""

    last_day: date
    days_left: int

    @property
    def is_near(self) -> bool:
        """Whether the owner is warned: from 60 days before to the last day (C09)."""
        return 0 <= self.days_left <= WARNED_DAYS


def last_day(set_at: datetime) -> date:
    """The last day on which a password set at ``set_at`` opens the space."""
    return _same_day_later(paris.day_of(set_at), YEARS) - timedelta(days=1)


def expiry(set_at: datetime | None, now: datetime) -> Expiry:
    """The expiry of a password, as it is seen at ``now``. Raises ValueError for one of unknown age (G26)."""
    if set_at is None:
        raise ValueError("a password of unknown age has no last day")
    last = last_day(set_at)
    return Expiry(last, (last - paris.day_of(now)).days)


def is_expired(set_at: datetime | None, now: datetime) -> bool:
    """Whether the last valid day is over. A password of unknown age is expired (G26)."""
    return set_at is None or now >= paris.end_of(last_day(set_at))


def _same_day_later(day: date, years: int) -> date:
    """The anniversary; that of 29 February is 1 March where the year has no such day (register, section 5)."""
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year + years, month=3, day=1)
    return day.replace(year=day.year + years)
