"""Requests that wait for their code: made, found by it, used once, and forgotten when they are over (G43, G44)."""

import secrets
from datetime import datetime

from sqlalchemy import case, delete, or_, select, update
from sqlalchemy.orm import Session

from reference_impl.domain import activation
from reference_impl.hashing import fingerprint
from reference_impl.mail.outbox import OutboxMail
from reference_impl.store import spaces
from reference_impl.store.option_tables import OptionRequest
from reference_impl.store.tables import (
    Activation,
    ActivationJourney,
    AddressChange,
    ClaimedAddress,
    Registration,
    Space,
    State,
)


def draw_code() -> str:
    """A new code (EP2-2-58)."""
    return "".join(secrets.choice(activation.ALPHABET) for _ in range(activation.LENGTH))


def mailed(code: str, mail: OutboxMail, now: datetime) -> Activation:
    """A request whose ``code`` is in ``mail``, and nowhere else."""
    return Activation(code=fingerprint(code), mail=mail, made_at=now)


def without_mail(now: datetime) -> Activation:
    """A request whose code nobody will know: it only waits."""
    return Activation(code=fingerprint(draw_code()), made_at=now)


def register(
    db: Session, request: Activation, asked: Registration | AddressChange | OptionRequest, address: str
) -> None:
    """Keep a request, what it asks for, and its claim on ``address`` (comparable).

    Raises IntegrityError if the address is taken.
    """
    db.add(request)
    db.flush()
    asked.id = request.id
    db.add_all([asked, ClaimedAddress(address=address, activation_id=request.id)])
    db.flush()


def by_code(db: Session, code: str) -> Activation | None:
    """The request that this code activates."""
    return db.scalar(select(Activation).where(Activation.code == fingerprint(code)))


def address_of(db: Session, request: Activation) -> str:
    """The address, comparable, that the request has claimed."""
    return db.scalars(select(ClaimedAddress.address).where(ClaimedAddress.activation_id == request.id)).one()


def create_space(db: Session, request: Activation, now: datetime) -> Space:
    """The space that was asked for, active and valid from ``now`` (G22), to which the address passes.

    Raises NumbersExhausted.
    """
    asked = db.get_one(Registration, request.id)
    space = Space(
        state=State.ACTIVE,
        subscriber_number=spaces.next_number(db, now),
        password_set_at=now,
        answer_hash=asked.answer_hash,
        **asked.registration(),
    )
    db.add(space)
    db.flush()
    hand_over(db, request.id, space)
    return space


def hand_over(db: Session, activation_id: int, space: Space) -> None:
    """The address that the request has claimed is the space's from now on; the one it had, if any, is free (G11)."""
    db.execute(delete(ClaimedAddress).where(ClaimedAddress.space_id == space.id))
    claim = update(ClaimedAddress).where(ClaimedAddress.activation_id == activation_id)
    db.execute(claim.values(activation_id=None, space_id=space.id))


def of_journey(db: Session, journey_id: int) -> Activation | None:
    """The request towards which the journey is under way; None if the journey has arrived, or is gone."""
    on_the_way = select(Activation).join(ActivationJourney, ActivationJourney.activation_id == Activation.id)
    return db.scalar(on_the_way.where(ActivationJourney.id == journey_id))


def count_wrong(db: Session, request: Activation) -> bool:
    """Count a wrong address; True if it was one too many: the request is over then (G06)."""
    request.wrong_addresses += 1
    if request.wrong_addresses < activation.WRONG_ADDRESSES:
        return False
    forget(db, request)
    return True


def finish(db: Session, journey_id: int, space: Space, deed: activation.Deed, now: datetime) -> None:
    """The journey has arrived: from now on it has the space in sight."""
    journey = db.get_one(ActivationJourney, journey_id)
    journey.reached, journey.activation_id = activation.Reached.DONE, None
    journey.space_id, journey.deed, journey.activated_at = space.id, deed, now
    db.flush()


def use_up(db: Session, request: Activation) -> None:
    """The code has done its work: it is unknown from now on, and whoever else was on the way is lost."""
    db.execute(delete(Activation).where(Activation.id == request.id))


def good_until(db: Session, activation_id: int) -> datetime | None:
    """The last instant at which the code is good; None as long as its mail has not left."""
    request = db.get_one(Activation, activation_id)
    started = request.mail.sent_at if request.mail else request.made_at
    return activation.last_instant(started) if started else None


def sweep(db: Session, now: datetime) -> None:
    """Forget every request that is over: its 48 h have run out, or its mail was refused for good."""
    started = case((Activation.mail_id.is_(None), Activation.made_at), else_=OutboxMail.sent_at)
    over = or_(started < activation.oldest_sending(now), OutboxMail.refused_at.is_not(None))
    for request in db.scalars(select(Activation).outerjoin(Activation.mail).where(over)).all():
        forget(db, request)


def forget(db: Session, request: Activation) -> None:
    """Nothing of the request remains: its address is free, its mail unknown, whoever was on the way is lost (G11)."""
    use_up(db, request)
    db.execute(delete(OutboxMail).where(OutboxMail.id == request.mail_id))
