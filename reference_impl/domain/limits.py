"""How often one may be wrong, and what it costs (G01 with correction 13, and G15).

Failures are given as instants, in any order; those in the future (the clock was set back) do not count.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    """``failures`` wrong answers ``within`` a time suspend the procedure for ``pause``."""

    failures: int
    within: timedelta
    pause: timedelta


ANSWER_RULES = (Rule(5, timedelta(hours=1), timedelta(hours=1)), Rule(10, DAY, DAY))

FREE_LOG_INS = 5
FIRST_DELAY = timedelta(seconds=15)
LONGEST_DELAY = timedelta(minutes=15)


def suspended_until(failures: Iterable[datetime], now: datetime) -> datetime | None:
    """When answers are taken again, or None if they are taken now."""
    past = sorted(instant for instant in failures if instant <= now)
    ends = [end for rule in ANSWER_RULES for end in _suspensions(rule, past) if end > now]
    return max(ends, default=None)


def _suspensions(rule: Rule, failures: Sequence[datetime]) -> Iterator[datetime]:
    for first, last in zip(failures, failures[rule.failures - 1 :], strict=False):
        if last - first <= rule.within:
            yield last + rule.pause


def log_in_refused_until(failures: Iterable[datetime], now: datetime) -> datetime | None:
    """When log in is tried again: the wait doubles with each failure from the fifth on, without ever locking (G15)."""
    past = [instant for instant in failures if now - DAY < instant <= now]
    if len(past) < FREE_LOG_INS:
        return None
    delay: timedelta = min(FIRST_DELAY * 2 ** min(len(past) - FREE_LOG_INS, 10), LONGEST_DELAY)
    end = max(past) + delay
    return end if end > now else None
