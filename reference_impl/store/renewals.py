"""Runs through « Mot de passe expiré »: finished exactly once. Begun: see ``runs``."""

from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session

from reference_impl.domain.expired import Reached
from reference_impl.store.tables import Renewal


def finish(db: Session, renewal_id: int, valid_until: date) -> bool:
    """Use the run up. Of several calls exactly one gets True."""
    open_one = (Renewal.id == renewal_id, Renewal.reached == Reached.PASSWORD)
    done = update(Renewal).where(*open_one).values(reached=Reached.DONE, valid_until=valid_until)
    return db.scalar(done.returning(Renewal.id)) is not None


def is_done(db: Session, renewal_id: int) -> bool:
    """Whether the run is finished: by another post of the same screen, for who has just found it open."""
    run = db.get(Renewal, renewal_id)
    return run is not None and run.reached is Reached.DONE
