"""Journeys through « Mot de passe oublié »: opened by the right answer, finished exactly once. Begun: see ``runs``."""

from datetime import date

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from reference_impl.domain.forgotten import Reached
from reference_impl.store.tables import Journey


def open_password(db: Session, journey_id: int, session_id: int) -> bool:
    """The answer was right: the new password may be typed, in another session. False if the journey is gone."""
    opened = {"reached": Reached.PASSWORD, "session_id": session_id}
    return _move(db, journey_id, {Reached.ANSWER, Reached.PASSWORD}, **opened)


def finish(db: Session, journey_id: int, space_id: int, valid_until: date) -> bool:
    """Use the journey up. Of several simultaneous calls exactly one gets True; the space's other journeys end."""
    if not _move(db, journey_id, {Reached.PASSWORD}, reached=Reached.DONE, valid_until=valid_until):
        return False
    others = (Journey.space_id == space_id, Journey.id != journey_id, Journey.reached != Reached.DONE)
    db.execute(delete(Journey).where(*others))
    return True


def _move(db: Session, journey_id: int, from_any: set[Reached], **values: object) -> bool:
    moved = update(Journey).where(Journey.id == journey_id, Journey.reached.in_(from_any)).values(**values)
    return db.scalar(moved.returning(Journey.id)) is not None
