"""« Activez votre espace / vos services »: code, address, confirmation with the subscriber number (EP2 chapter 3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from reference_impl.site import Site
from reference_impl.store.tables import ActivationJourney, Space


class Outcome(Enum):
    """What becomes of an address given for a code."""

    ACTIVATED = "activated"
    WRONG = "wrong"
    VOID = "void"  # wrong once too often: the code is inoperative from now on, and its address free (G06)
    LOST = "lost"  # used, expired, void or given up meanwhile; or activated by another request of this very session


@dataclass(frozen=True)
class Opened:
    """The session, new, in which the journey goes on."""

    session_id: int
    token: str


def current(site: Site, session_id: int | None, now: datetime) -> ActivationJourney | None:
    """The journey of a session, whose code is still good. One whose typed code is forgotten is no journey any more.

    The code, recalled on screen 2, is ``site.typed_codes.get(journey.id)``.
    """
    raise NotImplementedError


def offer_code(site: Site, session_id: int | None, typed: str, now: datetime) -> Opened | None:
    """Begin a journey if the code is that of a request; None if it is unknown, used, expired or void (correction 12).

    Case counts, spaces around do not (G05). The journey goes on in a new session (a change of rights).
    """
    raise NotImplementedError


def activate(site: Site, journey: ActivationJourney, typed_address: str, now: datetime) -> Outcome:
    """Activate what the code was given for, once, if the address is the code's (EP2-3-7, C58, G22).

    Raises NumbersExhausted where the day has no number left (G40): the code stays good.
    """
    raise NotImplementedError


def space_of(site: Site, journey: ActivationJourney) -> Space:
    """The space that the journey has activated, for its last screen and its recap: this session's only (G31).

    ``journey.activated_at`` is when. Raises ValueError for a journey that has activated nothing.
    """
    raise NotImplementedError


def give_up(site: Site, session_id: int | None) -> None:
    """Drop the journey of the session, with its sight of the space (G35); the code stays good."""
    raise NotImplementedError
