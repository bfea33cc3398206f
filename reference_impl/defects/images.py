"""Defects of the image to copy: whether it is checked, how often, how long, seen and heard (EP6-2-12, G36)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from flask import request
from sqlalchemy import select
from sqlalchemy.orm import Session

from reference_impl import captcha_media
from reference_impl.defects import defect, put, wrap
from reference_impl.domain import captcha as rules
from reference_impl.store import captchas
from reference_impl.store.tables import Captcha
from reference_impl.web import captcha


@defect("image-non-controlee", breaks="EP6-2-12", neighbours=("G16", "G36"))
def _unchecked() -> None:
    """Ce qui est recopié de l'image n'est pas contrôlé."""
    put(captcha, "is_copied", lambda captcha_id, typed: True)


@defect("un-signe-de-moins-suffit", breaks="EP6-2-12")
def _five_signs() -> None:
    """Cinq signes sur six suffisent."""
    wrap(
        rules,
        "accepts",
        lambda sound, answer, drawn_at, typed, now: (
            sound(answer, drawn_at, typed, now) or sound(answer[:5], drawn_at, typed, now)
        ),
    )


@defect("ancienne-image-encore-valable", breaks="EP6-2-12")
def _old_one_too() -> None:
    """« Changer l'image » laisse valoir l'ancienne."""

    def use_any(_: object, db: Session, captcha_id: str, session_id: int, typed: str, now: datetime) -> bool:
        for row in db.scalars(select(Captcha).where(Captcha.session_id == session_id)):
            if rules.accepts(row.answer, row.drawn_at, typed, now):
                db.delete(row)
                return True
        return False

    wrap(captchas, "use", use_any)


@defect("image-jamais-renouvelee", breaks="G36", neighbours=("G34",))
def _kept_for_the_session() -> None:
    """Une image recopiée est montrée, et acceptée, une seconde fois."""

    def draw_once(sound: Callable[..., str], db: Session, session_id: int, signs: str, now: datetime) -> str:
        present = db.scalar(select(Captcha.id).where(Captcha.session_id == session_id))
        return present if present and request.endpoint != "captcha.change" else sound(db, session_id, signs, now)

    wrap(captchas, "draw", draw_once)
    wrap(captchas, "use", _without_using_up)


@defect("image-valable-une-heure", breaks="G36")
def _one_hour() -> None:
    """L'image vaut encore après dix minutes."""
    put(rules, "LIFETIME", timedelta(hours=1))


@defect("image-perimee-trop-tot", breaks="G36")
def _nine_minutes() -> None:
    """L'image ne vaut que neuf minutes."""
    put(rules, "LIFETIME", timedelta(minutes=9))


@defect("image-sensible-a-la-casse", breaks="G36")
def _with_case() -> None:
    """L'image recopiée en majuscules est refusée."""
    wrap(
        rules,
        "accepts",
        lambda sound, answer, drawn_at, typed, now: typed.islower() and sound(answer, drawn_at, typed, now),
    )


@defect("son-illisible", breaks="C19", neighbours=("EP2-2-15", "EP6-2-12", "PER-3-6"))
def _noise() -> None:
    """L'extrait sonore ne peut pas être lu."""
    put(captcha_media, "sound_wav", lambda answer: b"RIFF" + bytes(100))


def _without_using_up(_: object, db: Session, captcha_id: str, session_id: int, typed: str, now: datetime) -> bool:
    mine = select(Captcha).where(Captcha.id == captcha_id, Captcha.session_id == session_id)
    row = db.scalar(mine)
    return row is not None and rules.accepts(row.answer, row.drawn_at, typed, now)
