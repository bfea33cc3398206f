"""Log in with address and password (EP6-1.1-1). Whatever is wrong, the outcome is one and the same (G15, G17)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from reference_impl.domain import addresses, limits, passwords, validity
from reference_impl.site import Site
from reference_impl.store import attempts, spaces
from reference_impl.store.tables import Kind, Space


class Outcome(Enum):
    """What becomes of a try."""

    REFUSED = "refused"
    EXPIRED = "expired"
    WARNED = "warned"  # accepted, and the password expires soon (G24: told at each log in)
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class LogIn:
    """The outcome, and the space where the pair is right."""

    outcome: Outcome
    space_id: int | None = None


REFUSED = LogIn(Outcome.REFUSED)


def log_in(site: Site, typed_address: str, password: str, now: datetime) -> LogIn:
    """Judge a pair. An expired password is told only to who knows it (G19)."""
    address = addresses.canonical_or_none(typed_address)
    if address is None or not _may_try(site, address, now):
        return REFUSED
    space = _space(site, address)
    if not _is_right(site, space, password) or space is None:
        return REFUSED
    with site.database.begin() as db:
        attempts.forget(db, Kind.LOG_IN, address)
    return LogIn(_outcome(space, now), space.id)


def _outcome(space: Space, now: datetime) -> Outcome:
    if validity.is_expired(space.password_set_at, now):
        return Outcome.EXPIRED
    return Outcome.WARNED if validity.expiry(space.password_set_at, now).is_near else Outcome.ACCEPTED


def _may_try(site: Site, address: str, now: datetime) -> bool:
    with site.database.begin() as db:
        if limits.log_in_refused_until(attempts.failures(db, Kind.LOG_IN, address), now):
            return False
        attempts.record(db, Kind.LOG_IN, address, now)
        return True


def _space(site: Site, address: str) -> Space | None:
    with site.database.begin() as db:
        return spaces.active(db, address)


def _is_right(site: Site, space: Space | None, password: str) -> bool:
    """As much work for an address without a space as for one with (a password too long is cut: it opens nothing)."""
    kept = space.password_hash if space and len(password) <= passwords.MAXIMUM else None
    return site.hasher.matches(kept, passwords.normalise(password)[: passwords.MAXIMUM])
