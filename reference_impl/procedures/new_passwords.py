"""A new password for a space: judged and put into effect in one way, whichever procedure asks for it (C30, C31)."""

from datetime import datetime

from sqlalchemy.orm import Session

from reference_impl.domain import addresses, passwords, strength, validity
from reference_impl.domain.passwords import Refusal
from reference_impl.mail import messages, outbox
from reference_impl.site import Site
from reference_impl.store import address_changes, journeys, spaces, web_sessions
from reference_impl.store.tables import Space


def level(space: Space, password: str, *beside: str) -> strength.Level:
    """The level of a password for the owner of the space: the same rule while typing and on submit (G14).

    ``beside`` is what is typed beside it, as a new address.
    """
    typed = (text[: addresses.LONGEST] for text in beside)
    return strength.level(password, (space.last_name, space.first_name, space.email, *typed))


def refusals(site: Site, space: Space, password: str, *beside: str) -> list[Refusal]:
    """Why the new password is refused; empty if it is good (EP6-1.3-3, EP6-1.3-4, C30, C31)."""
    found = passwords.refusals(password)
    if found:
        return found
    if level(space, password, *beside) is strength.Level.WEAK:
        return [Refusal.WEAK]
    same = site.hasher.matches(space.password_hash, passwords.normalise(password))
    return [Refusal.SAME] if same else []


def put_in_force(
    site: Site, db: Session, space_id: int, password_hash: str, but_keep: int | None, now: datetime
) -> None:
    """Set the password and confirm it by mail; every other access to the space ends (G12).

    ``but_keep`` is the session that goes on. A password chosen earlier, which an activation would set, is dropped: the
    last choice counts. The dispatcher is to be woken after the commit.
    """
    space = spaces.set_password(db, space_id, password_hash, now)
    address_changes.drop_password(db, space_id)
    web_sessions.close_all_of(db, space_id, but_keep=but_keep)
    journeys.drop_all_of(db, space_id)
    letter = messages.password_changed(space.email, validity.last_day(now), site.sender)
    outbox.enqueue(db, letter, space.email, now)
