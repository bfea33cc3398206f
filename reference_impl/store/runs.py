"""Runs through a procedure: at most one of each kind per session, and none that outlives its session."""

from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reference_impl.store import web_sessions
from reference_impl.store.option_tables import OptionRun
from reference_impl.store.tables import ActivationJourney, Draft, Journey, Modification, Renewal

Run = TypeVar("Run", Journey, Draft, ActivationJourney, Modification, Renewal, OptionRun)


def of(db: Session, kind: type[Run], session_id: int | None) -> Run | None:
    """The run of that kind that the session is in, if any."""
    return db.scalar(select(kind).where(kind.session_id == session_id))


def begin(db: Session, run: Run) -> None:
    """Keep a new run, in place of the one that the session may have. Raises SessionGone."""
    web_sessions.require(db, run.session_id)
    drop(db, type(run), run.session_id)
    db.add(run)
    db.flush()


def drop(db: Session, kind: type[Run], session_id: int | None) -> int | None:
    """Give up the session's run of that kind: nothing of it remains (G35). Its id, if there was one."""
    return db.scalar(delete(kind).where(kind.session_id == session_id).returning(kind.id))
