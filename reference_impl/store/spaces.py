"""Spaces: found by address, created with a number of their day, given a new password."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from reference_impl.domain import paris, subscriber
from reference_impl.store.tables import Space, State


class AddressTaken(Exception):
    """Another space already logs in with this address."""


def get(db: Session, space_id: int) -> Space:
    """The space of that id, which must exist."""
    return db.get_one(Space, space_id)


def active(db: Session, log_in_address: str) -> Space | None:
    """The space that logs in with this comparable address; one that is not active is as good as none (G02, G17)."""
    return db.scalar(select(Space).where(Space.log_in_address == log_in_address, Space.state == State.ACTIVE))


def next_number(db: Session, now: datetime) -> str:
    """The next subscriber number of the day of ``now`` in Paris (G39). Raises NumbersExhausted."""
    day = paris.day_of(now)
    of_the_day = Space.subscriber_number.startswith(subscriber.prefix(day))
    last = db.scalar(select(func.max(Space.subscriber_number)).where(of_the_day))
    return subscriber.number(day, 1 if last is None else subscriber.sequence_of(last) + 1)


def add(db: Session, space: Space) -> None:
    """Keep a new space. Raises AddressTaken where the database refuses its address."""
    db.add(space)
    try:
        db.flush()
    except IntegrityError as error:
        raise AddressTaken from error


def set_password(db: Session, space_id: int, password_hash: str, now: datetime) -> Space:
    """Give the space a new password, valid from ``now``."""
    space = get(db, space_id)
    space.password_hash, space.password_set_at = password_hash, now
    return space
