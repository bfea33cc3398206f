"""Failures by address. A try is counted before it is judged, so that simultaneous tries cannot slip past a limit."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reference_impl.domain import limits
from reference_impl.store.tables import Attempt, Kind


def failures(db: Session, kind: Kind, address: str) -> Sequence[datetime]:
    """The instants of the tries that did not succeed."""
    return db.scalars(select(Attempt.at).where(Attempt.kind == kind, Attempt.address == address)).all()


def record(db: Session, kind: Kind, address: str, now: datetime) -> None:
    """Count a try as failed until it succeeds; those too old to count are swept away."""
    db.execute(delete(Attempt).where(Attempt.at < now - 2 * limits.DAY))
    db.add(Attempt(kind=kind, address=address, at=now))


def forget(db: Session, kind: Kind, address: str) -> None:
    """A success: the count starts again."""
    db.execute(delete(Attempt).where(Attempt.kind == kind, Attempt.address == address))
