"""Captchas: drawn for a session, read for its image and sound, used once (G36)."""

import secrets
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reference_impl.domain import captcha
from reference_impl.store import web_sessions
from reference_impl.store.tables import Captcha

KEPT_PER_SESSION = 20  # as many tabs as a person may have open


def draw(db: Session, session_id: int, signs: str, now: datetime) -> str:
    """A new captcha of ``signs`` for the session; its id names the image and the sound. Raises SessionGone."""
    web_sessions.require(db, session_id)
    drawn = Captcha(id=secrets.token_urlsafe(16), session_id=session_id, answer=signs, drawn_at=now)
    db.add(drawn)
    db.flush()
    _drop_oldest(db, session_id)
    return drawn.id


def answer_for(db: Session, captcha_id: str, session_id: int) -> str | None:
    """The signs to draw or to speak, for the session that the captcha was drawn for and no other."""
    return db.scalar(select(Captcha.answer).where(Captcha.id == captcha_id, Captcha.session_id == session_id))


def answer(db: Session, captcha_id: str) -> str | None:
    """The signs, for the test door."""
    return db.scalar(select(Captcha.answer).where(Captcha.id == captcha_id))


def use(db: Session, captcha_id: str, session_id: int, typed: str, now: datetime) -> bool:
    """Whether ``typed`` copies the captcha. Right or wrong, it is used up: of two simultaneous posts one finds it."""
    taken = delete(Captcha).where(Captcha.id == captcha_id, Captcha.session_id == session_id)
    row = db.execute(taken.returning(Captcha.answer, Captcha.drawn_at)).one_or_none()
    return row is not None and captcha.accepts(row.answer, row.drawn_at, typed, now)


def _drop_oldest(db: Session, session_id: int) -> None:
    mine = select(Captcha.id).where(Captcha.session_id == session_id)
    newest = mine.order_by(Captcha.drawn_at.desc()).limit(KEPT_PER_SESSION)
    db.execute(delete(Captcha).where(Captcha.session_id == session_id, Captcha.id.not_in(newest)))
