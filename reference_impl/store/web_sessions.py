"""Sessions of visitors: opened, resumed, renewed, closed. Their lifetime is kept here, never in the cookie (G33)."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from reference_impl.hashing import fingerprint
from reference_impl.store.tables import WebSession

IDLE = timedelta(minutes=30)


class SessionGone(Exception):
    """The session was closed by another request while this one was under way."""


def open_new(db: Session, now: datetime, space_id: int | None = None) -> tuple[WebSession, str]:
    """A new session and the token for its cookie; sessions that were idle too long are swept away.

    Whenever rights change, a session is opened and the former one closed: a token known before is worth nothing.
    """
    db.execute(delete(WebSession).where(WebSession.seen_at < now - IDLE))
    token = secrets.token_urlsafe(32)
    row = WebSession(fingerprint=fingerprint(token), space_id=space_id, content="{}", seen_at=now)
    db.add(row)
    db.flush()
    return row, token


def resume(db: Session, token: str, now: datetime) -> WebSession | None:
    """The living session of this token, now seen again; None if it is unknown or was idle for more than 30 min."""
    seen = update(WebSession).where(WebSession.fingerprint == fingerprint(token), WebSession.seen_at >= now - IDLE)
    return db.scalar(seen.values(seen_at=now).returning(WebSession))


def require(db: Session, session_id: int) -> None:
    """Make sure that the session still lives, before something is hung on it. Raises SessionGone."""
    if db.get(WebSession, session_id) is None:
        raise SessionGone


def keep(db: Session, session_id: int, content: Mapping[str, Any]) -> None:
    """Write what the session holds; a session closed meanwhile is not brought back to life."""
    db.execute(update(WebSession).where(WebSession.id == session_id).values(content=json.dumps(content)))


def close(db: Session, session_id: int | None) -> None:
    """End a session, if there is one; what hangs on it goes with it."""
    db.execute(delete(WebSession).where(WebSession.id == session_id))


def close_all_of(db: Session, space_id: int, but_keep: int) -> None:
    """End every session opened in the space (G12); ``but_keep`` lives on, without its access to the space."""
    db.execute(delete(WebSession).where(WebSession.space_id == space_id, WebSession.id != but_keep))
    db.execute(update(WebSession).where(WebSession.id == but_keep).values(space_id=None))
