"""Answers that are judged: each try is counted before it is judged, and too many suspend the procedure (G01)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy.orm import Session

from reference_impl.domain import answers, limits
from reference_impl.site import Site
from reference_impl.store import attempts, web_sessions
from reference_impl.store.tables import Kind, OfSession


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


def judge(
    site: Site,
    whose: str,
    run: OfSession,
    is_right: Callable[[], bool],
    open_next: Callable[[Session, int, int], bool],
    now: datetime,
) -> Judged:
    """Count one more try, and judge it. If it is right the count starts again, and the run goes on in a new session
    (a change of rights).

    ``open_next`` takes the ids of the run and of that session; False if the run is gone.
    """
    if not _count(site, whose, now):
        return Judged(Judgement.SUSPENDED)
    if not is_right():
        return Judged(Judgement.WRONG)
    with site.database.begin() as db:
        attempts.forget(db, Kind.ANSWER, whose)
        row, token = web_sessions.open_new(db, now)
        found = open_next(db, run.id, row.id)
        web_sessions.close(db, run.session_id if found else row.id)
    return Judged(Judgement.RIGHT, row.id, token) if found else Judged(Judgement.LOST)


def is_right(site: Site, kept: str | None, typed: str) -> bool:
    """Whether ``typed`` is the answer whose hash is ``kept``; as much work where there is none, or it cannot be one."""
    comparable = answers.normalise(typed[: answers.LONGEST])
    return site.hasher.matches(kept if answers.acceptable(typed) else None, comparable)


def _count(site: Site, whose: str, now: datetime) -> bool:
    """Count one more try, unless the procedure is suspended: False then."""
    with site.database.begin() as db:
        if limits.suspended_until(attempts.failures(db, Kind.ANSWER, whose), now):
            return False
        attempts.record(db, Kind.ANSWER, whose, now)
        return True
