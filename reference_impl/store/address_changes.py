"""Requests for another address of a space, which wait for their code. See also ``activations``."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from reference_impl.store import activations, spaces
from reference_impl.store.tables import Activation, AddressChange, Space


def of_space(db: Session, space_id: int) -> AddressChange | None:
    """The request of the space that still waits, if any; what is over must have been swept away."""
    return db.scalar(select(AddressChange).where(AddressChange.space_id == space_id))


def drop(db: Session, space_id: int) -> None:
    """Another request takes the place of the space's own: its code is dead, its address free (G08)."""
    former = of_space(db, space_id)
    if former is not None:
        activations.forget(db, db.get_one(Activation, former.id))


def drop_password(db: Session, space_id: int) -> None:
    """The request goes on for the address alone."""
    db.execute(update(AddressChange).where(AddressChange.space_id == space_id).values(password_hash=None))


def carry_out(db: Session, change: AddressChange) -> Space:
    """The space, which logs in with the new address from now on, and no longer with the former one."""
    space = spaces.get(db, change.space_id)
    activations.hand_over(db, change.id, space)
    space.email = change.email
    db.flush()
    return space
