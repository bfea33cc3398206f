"""Spaces: found by address, created with a number of their day, given a new password."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from reference_impl.domain import paris, subscriber
from reference_impl.store.tables import ClaimedAddress, DailyNumbers, Space, State


def get(db: Session, space_id: int) -> Space:
    """The space of that id, which must exist."""
    return db.get_one(Space, space_id)


def active(db: Session, log_in_address: str) -> Space | None:
    """The space that logs in with this comparable address; one that is not active is as good as none (G02, G17)."""
    of_the_address = select(Space).join(ClaimedAddress, ClaimedAddress.space_id == Space.id)
    return db.scalar(of_the_address.where(ClaimedAddress.address == log_in_address, Space.state == State.ACTIVE))


def next_number(db: Session, now: datetime) -> str:
    """Take the next subscriber number of the day of ``now`` in Paris (G39). Raises NumbersExhausted."""
    day = paris.day_of(now)
    counted = insert(DailyNumbers).values(day=day, given=1)
    one_more = counted.on_conflict_do_update(index_elements=[DailyNumbers.day], set_={"given": DailyNumbers.given + 1})
    return subscriber.number(day, db.execute(one_more.returning(DailyNumbers.given)).scalar_one())


def add(db: Session, space: Space, log_in_address: str | None) -> None:
    """Keep a new space, and its claim on the address that it logs in with, if any (comparable).

    Raises IntegrityError if the address is taken.
    """
    db.add(space)
    db.flush()
    if log_in_address is not None:
        db.add(ClaimedAddress(address=log_in_address, space_id=space.id))
        db.flush()


def set_password(db: Session, space_id: int, password_hash: str, now: datetime) -> Space:
    """Give the space a new password, valid from ``now``."""
    space = get(db, space_id)
    space.password_hash, space.password_set_at = password_hash, now
    return space
