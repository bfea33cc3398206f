"""Who holds an address: a space that logs in with it, a request on its way, a certificate space as its contact."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reference_impl.domain.claims import Holder, Taken
from reference_impl.store import activations
from reference_impl.store.tables import ClaimedAddress, Space, State


def of_a_log_in(db: Session, address: str, now: datetime) -> Taken | None:
    """What keeps ``address`` (comparable) from being one more address to log in with; what is over is swept away.

    That is all for an option: the contact address of certificate spaces is free for the first who asks (C45, C46).
    """
    activations.sweep(db, now)
    claim = db.get(ClaimedAddress, address)
    if claim is None:
        return None
    if claim.activation_id is None:
        return Taken(Holder.SPACE)
    return Taken(Holder.REQUEST, activations.good_until(db, claim.activation_id))


def of_anybody(db: Session, address: str, now: datetime) -> Taken | None:
    """The same for a creation, to which the contact address of a certificate space is refused too (EP2-2-25)."""
    return of_a_log_in(db, address, now) or _of_a_certificate(db, address)


def _of_a_certificate(db: Session, address: str) -> Taken | None:
    shared = select(Space.id).where(Space.state == State.CERTIFICATE, func.lower(Space.email) == address)
    return Taken(Holder.CERTIFICATE) if db.scalar(shared.limit(1)) else None
