"""« Activez votre espace / vos services »: code, address, confirmation with the subscriber number (EP2 chapter 3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy.orm import Session

from reference_impl.domain import addresses
from reference_impl.domain.activation import Deed, Reached
from reference_impl.procedures import credentials, leaving, option
from reference_impl.site import Site
from reference_impl.store import activations, runs, spaces, web_sessions
from reference_impl.store.option_tables import OptionRequest
from reference_impl.store.tables import Activation, ActivationJourney, AddressChange, Space


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
    with site.database.begin() as db:
        activations.sweep(db, now)
        journey = runs.of(db, ActivationJourney, session_id)
    lost = journey and journey.reached is Reached.IDENTIFIERS and site.typed_codes.get(journey.id) is None
    return None if lost else journey


def offer_code(site: Site, session_id: int | None, typed: str, now: datetime) -> Opened | None:
    """Begin a journey if the code is that of a request; None if it is unknown, used, expired or void (correction 12).

    Case counts, spaces around do not (G05). The journey goes on in a new session (a change of rights).
    """
    code = typed.strip()
    with site.database.begin() as db:
        activations.sweep(db, now)
        request = activations.by_code(db, code)
        if request is None:
            return None
        session, token = web_sessions.open_new(db, now)
        journey = ActivationJourney(session_id=session.id, reached=Reached.IDENTIFIERS, activation_id=request.id)
        runs.begin(db, journey)
        web_sessions.close(db, session_id)
    site.typed_codes.keep(journey.id, code)
    return Opened(session.id, token)


def activate(site: Site, journey: ActivationJourney, typed_address: str, now: datetime) -> Outcome:
    """Do once what the code was given for, if the address is the code's (EP2-3-7, EP5-4.2.2-6, C58, G22).

    Raises NumbersExhausted where the day has no number left (G40): the code stays good.
    """
    with site.database.begin() as db:
        activations.sweep(db, now)
        outcome = _outcome(site, db, journey, addresses.canonical_or_none(typed_address), now)
    if outcome is not Outcome.WRONG:
        site.typed_codes.forget(journey.id)
    site.wake()
    return outcome


def space_of(site: Site, journey: ActivationJourney) -> Space:
    """The space that the journey has activated, for its last screen and its recap: this session's only (G31).

    ``journey.activated_at`` is when. Raises ValueError for a journey that has activated nothing.
    """
    if journey.space_id is None:
        raise ValueError("a journey that has activated nothing has no space")
    with site.database.begin() as db:
        return spaces.get(db, journey.space_id)


def give_up(site: Site, session_id: int | None) -> None:
    """Drop the journey of the session, with its sight of the space (G35); the code stays good."""
    leaving.give_up(site, ActivationJourney, site.typed_codes, session_id)


def _outcome(site: Site, db: Session, journey: ActivationJourney, address: str | None, now: datetime) -> Outcome:
    request = activations.of_journey(db, journey.id)
    if request is None:
        return Outcome.LOST
    if address != activations.address_of(db, request):
        return Outcome.VOID if activations.count_wrong(db, request) else Outcome.WRONG
    space, deed = _done(site, db, request, now)
    activations.finish(db, journey.id, space, deed, now)
    activations.use_up(db, request)
    return Outcome.ACTIVATED


def _done(site: Site, db: Session, request: Activation, now: datetime) -> tuple[Space, Deed]:
    """Do what the request asks for; the space that it has made or changed."""
    change, opted = db.get(AddressChange, request.id), db.get(OptionRequest, request.id)
    if change is not None:
        return credentials.take_effect(site, db, change, now), Deed.CHANGED
    if opted is not None:
        return option.take_effect(db, opted, now), Deed.OPTED
    return activations.create_space(db, request, now), Deed.CREATED
