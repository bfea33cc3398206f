"""Answers that are judged: each try is counted before it is judged, and too many suspend the procedure (G01)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from reference_impl.domain import limits
from reference_impl.site import Site
from reference_impl.store import attempts
from reference_impl.store.tables import Kind


class Judgement(Enum):
    """What becomes of an answer."""

    RIGHT = "right"
    WRONG = "wrong"
    SUSPENDED = "suspended"
    LOST = "lost"  # the run ended while the answer was judged


@dataclass(frozen=True)
class Judged:
    """The judgement of an answer; where it is right, the session's new id and token."""

    judgement: Judgement
    session_id: int | None = None
    token: str | None = None


def suspended_until(site: Site, whose: str, now: datetime) -> datetime | None:
    """When answers are taken again, ``whose`` being an address or a subscriber number; None if they are taken now."""
    with site.database.begin() as db:
        return limits.suspended_until(attempts.failures(db, Kind.ANSWER, whose), now)


def count(site: Site, whose: str, now: datetime) -> bool:
    """Count one more try, unless the procedure is suspended: False then."""
    with site.database.begin() as db:
        if limits.suspended_until(attempts.failures(db, Kind.ANSWER, whose), now):
            return False
        attempts.record(db, Kind.ANSWER, whose, now)
        return True
