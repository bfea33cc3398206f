"""« Mot de passe oublié »: address, answer, new password (EP6 chapter 2).

An address without an active space goes through the same screens and never gets further than the answer (G02 with
correction 13).
"""

from datetime import datetime

from reference_impl.domain import passwords, questions, strength, validity
from reference_impl.domain.addresses import Address
from reference_impl.domain.forgotten import Reached
from reference_impl.domain.passwords import Refusal
from reference_impl.procedures import leaving, new_passwords, tries
from reference_impl.procedures.tries import Judged, Judgement
from reference_impl.site import Site
from reference_impl.store import journeys, keys, runs, spaces, web_sessions
from reference_impl.store.tables import Journey, Space


def current(site: Site, session_id: int | None) -> Journey | None:
    """The journey of a session. One whose typed answer is forgotten (after a restart) is no journey any more."""
    with site.database.begin() as db:
        journey = runs.of(db, Journey, session_id)
    lost = journey and journey.reached is Reached.PASSWORD and site.answers.get(journey.id) is None
    return None if lost else journey


def begin(site: Site, session_id: int, address: Address) -> None:
    """Begin a journey for the address, with the space's own question or a decoy."""
    with site.database.begin() as db:
        space = spaces.active(db, address.canonical)
        question = space.question if space else questions.decoy(address.canonical, keys.get(db, keys.DECOYS))
        journey = Journey(
            session_id=session_id,
            space_id=space.id if space else None,
            typed_address=address.written,
            log_in_address=address.canonical,
            question=question,
            reached=Reached.ANSWER,
        )
        runs.begin(db, journey)


def suspended_until(site: Site, journey: Journey, now: datetime) -> datetime | None:
    """When the procedure opens again for this address, after too many wrong answers (G01); None if it is open."""
    return tries.suspended_until(site, journey.log_in_address, now)


def judge(site: Site, journey: Journey, typed: str, now: datetime) -> Judged:
    """Judge the answer; the right one opens the next screen and renews the session (a change of rights)."""
    judged = tries.judge(
        site,
        journey.log_in_address,
        journey,
        lambda: _is_right(site, journey, typed),
        journeys.open_password,
        now,
    )
    if judged.judgement is Judgement.RIGHT:
        site.answers.keep(journey.id, typed.strip())
    return judged


def level(site: Site, journey: Journey, password: str) -> strength.Level:
    """The level of a password for the owner of the space: the same rule while typing and on submit (G14)."""
    return new_passwords.level(_space(site, journey), password)


def refusals(site: Site, journey: Journey, password: str) -> list[Refusal]:
    """Why the new password is refused; empty if it is good (EP6-1.3-3, EP6-1.3-4, C30)."""
    return new_passwords.refusals(site, _space(site, journey), password)


def change(site: Site, journey: Journey, password: str, now: datetime) -> None:
    """Set the new password, once: with the end of its journey, of the space's sessions, and its mail (G12, G63)."""
    if journey.space_id is None:
        raise ValueError("a decoy journey reached the new password")
    new_hash = site.hasher.hash(passwords.normalise(password))
    with site.database.begin() as db:
        if not journeys.finish(db, journey.id, validity.last_day(now)):
            return
        new_passwords.put_in_force(site, db, journey.space_id, new_hash, journey.session_id, now)
        web_sessions.leave_space(db, journey.session_id)
    site.answers.forget(journey.id)
    site.wake()


def give_up(site: Site, session_id: int | None) -> None:
    """Drop the journey of the session, and the answer typed in it (G35)."""
    leaving.give_up(site, Journey, site.answers, session_id)


def _is_right(site: Site, journey: Journey, typed: str) -> bool:
    return tries.is_right(site, _space(site, journey).answer_hash if journey.space_id else None, typed)


def _space(site: Site, journey: Journey) -> Space:
    if journey.space_id is None:
        raise ValueError("a decoy journey has no space")
    with site.database.begin() as db:
        return spaces.get(db, journey.space_id)
