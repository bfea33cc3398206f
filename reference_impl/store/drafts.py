"""Drafts of « Créer votre espace professionnel »: filled in screen by screen, used once. See also ``runs``."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from reference_impl.domain import questions
from reference_impl.domain.addresses import Address
from reference_impl.domain.creation import COUNTRY, TERMS_VERSION, Details, Reached
from reference_impl.domain.postal import PostalAddress
from reference_impl.store.tables import Activation, Draft

_IDENTIFIED = {Reached.FORM, Reached.RECAP}
_UNDER_WAY = {Reached.IDENTIFIERS} | _IDENTIFIED


def empty(session_id: int, now: datetime) -> Draft:
    """A new draft: the terms are accepted (G64), the form holds what it holds at first (EP2-2-45, G29)."""
    return Draft(
        session_id=session_id,
        reached=Reached.IDENTIFIERS,
        terms_version=TERMS_VERSION,
        terms_accepted_at=now,
        email="",
        log_in_address="",
        **_columns(Details("", "", "", PostalAddress(country=COUNTRY), questions.QUESTIONS[0])),
    )


def accept_again(db: Session, draft_id: int, now: datetime) -> bool:
    """The terms are accepted once more by who came back to them; False if the draft is used up, or gone."""
    return _fill(db, draft_id, _UNDER_WAY, terms_version=TERMS_VERSION, terms_accepted_at=now)


def identify(db: Session, draft_id: int, address: Address, password_hash: str) -> None:
    """Keep address and password, and open the form; what it holds already stays."""
    chosen = {"email": address.written, "log_in_address": address.canonical, "password_hash": password_hash}
    _fill(db, draft_id, _UNDER_WAY, **chosen)
    _fill(db, draft_id, {Reached.IDENTIFIERS}, reached=Reached.FORM)


def describe(db: Session, draft_id: int, details: Details, reached: Reached) -> None:
    """Keep what the form holds: ``reached`` is the recap if it may be read through, the form itself if not."""
    _fill(db, draft_id, _IDENTIFIED, **_columns(details), reached=reached)


def ready(db: Session, draft_id: int) -> Draft | None:
    """The draft, if it can be validated; None if it was already, or is gone."""
    draft = db.get(Draft, draft_id)
    return draft if draft and draft.reached is Reached.RECAP else None


def finish(draft: Draft, request: Activation) -> None:
    """The draft has led to a request: its password is not needed here any more."""
    draft.reached, draft.activation_id, draft.password_hash = Reached.DONE, request.id, None


def _fill(db: Session, draft_id: int, where_reached: set[Reached], **values: object) -> bool:
    filled = update(Draft).where(Draft.id == draft_id, Draft.reached.in_(where_reached)).values(**values)
    return db.scalar(filled.returning(Draft.id)) is not None


def _columns(details: Details) -> dict[str, str]:
    texts = asdict(details)
    address = texts.pop("address")
    return {name: text.strip() for name, text in (texts | address).items()}
