"""« Mot de passe expiré »: address, old and new password (PER chapter 3).

The first screen takes any address; only the old password, judged as at log in, tells whether there is something to
renew: whoever does not know it learns nothing (G19, G20).
"""

from datetime import datetime

from reference_impl.domain import passwords, strength, validity
from reference_impl.domain.addresses import Address
from reference_impl.domain.expired import Reached
from reference_impl.domain.passwords import Refusal
from reference_impl.procedures import log_in, new_passwords
from reference_impl.procedures.log_in import Outcome
from reference_impl.site import Site
from reference_impl.store import renewals, runs, spaces, web_sessions
from reference_impl.store.tables import Renewal, Space


def current(site: Site, session_id: int | None) -> Renewal | None:
    """The renewal of a session."""
    with site.database.begin() as db:
        return runs.of(db, Renewal, session_id)


def expect(site: Site, session_id: int, space_id: int) -> None:
    """Log in with the expired password of a space leads here. Raises SessionGone."""
    _begin(site, Renewal(session_id=session_id, space_id=space_id, typed_address="", reached=Reached.ADDRESS))


def begin(site: Site, session_id: int, address: Address) -> None:
    """Begin, or begin again, for an address, whoever it belongs to. Raises SessionGone."""
    with site.database.begin() as db:
        before = runs.of(db, Renewal, session_id)
        space = spaces.active(db, address.canonical)
        known = space is not None and before is not None and before.space_id == space.id
    space_id = space.id if known and space else None
    written = address.written
    _begin(site, Renewal(session_id=session_id, space_id=space_id, typed_address=written, reached=Reached.PASSWORD))


def level(site: Site, renewal: Renewal, password: str) -> strength.Level:
    """The level of a password, while typing and on submit (G14).

    What the site knows of the owner counts for who has given the password at log in. To anybody else it would tell
    whose the address is: then the address alone counts.
    """
    space = _named(site, renewal)
    return new_passwords.level(space, password) if space else strength.level(password, (renewal.typed_address,))


def refusals(site: Site, renewal: Renewal, old: str, new: str) -> list[Refusal]:
    """Why the new password is refused; empty if it is good (PER-1.3-2 to PER-1.3-4, C30, C31).

    It is compared with the old one as typed: comparing with the one in force would tell it.
    """
    found = passwords.refusals(new)
    if found:
        return found
    if level(site, renewal, new) is strength.Level.WEAK:
        return [Refusal.WEAK]
    return [Refusal.SAME] if passwords.normalise(new) == passwords.normalise(old) else []


def renew(site: Site, renewal: Renewal, old: str, new: str, now: datetime) -> bool:
    """Set the new password, once, with the mail that confirms it; all sessions of the space end (G12).

    False if ``old`` is not the password of an active space, or has not expired: which one is not told (G20).
    """
    found = log_in.log_in(site, renewal.typed_address, old, now)
    done = False
    if found.outcome is Outcome.EXPIRED and found.space_id is not None:
        done = _put_in_force(site, renewal, found.space_id, new, now)
    with site.database.begin() as db:
        return done or renewals.is_done(db, renewal.id)


def give_up(site: Site, session_id: int | None) -> None:
    """Drop the renewal of the session (G35)."""
    with site.database.begin() as db:
        runs.drop(db, Renewal, session_id)


def _begin(site: Site, renewal: Renewal) -> None:
    with site.database.begin() as db:
        runs.begin(db, renewal)


def _named(site: Site, renewal: Renewal) -> Space | None:
    if renewal.space_id is None:
        return None
    with site.database.begin() as db:
        return spaces.get(db, renewal.space_id)


def _put_in_force(site: Site, renewal: Renewal, space_id: int, new: str, now: datetime) -> bool:
    """False if the password was renewed meanwhile, by this run or another."""
    new_hash = site.hasher.hash(passwords.normalise(new))
    with site.database.begin() as db:
        overdue = validity.is_expired(spaces.get(db, space_id).password_set_at, now)
        if not overdue or not renewals.finish(db, renewal.id, validity.last_day(now)):
            return False
        new_passwords.put_in_force(site, db, space_id, new_hash, renewal.session_id, now)
        web_sessions.leave_space(db, renewal.session_id)
    site.wake()
    return True
