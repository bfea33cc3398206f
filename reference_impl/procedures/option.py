"""« Opter pour l'accès sans certificat »: number, three answers, identifiers, question, request (EP4 chapters 2, 3).

A certificate space becomes one that opens with address and password, and stays the same space (EP4-1.3-4). Until the
activation nothing of it has changed, and nobody enters it (C43); after 48 h the request is forgotten (G43).
"""

from datetime import datetime

from sqlalchemy.orm import Session

from reference_impl.domain import answers, option, passwords
from reference_impl.domain.addresses import Address
from reference_impl.domain.claims import Taken
from reference_impl.procedures import leaving, requests, tries
from reference_impl.procedures.tries import Judged
from reference_impl.site import Site
from reference_impl.store import activations, claims, options, runs
from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Space


def current(site: Site, session_id: int | None, now: datetime) -> OptionRun | None:
    """The run of a session; a validated one lasts as long as the request that it has led to."""
    with site.database.begin() as db:
        activations.sweep(db, now)
        return runs.of(db, OptionRun, session_id)


def begin(site: Site, session_id: int, typed: str) -> bool:
    """Begin a run for the certificate space of the number ``typed``; False if there is none (G45). Raises SessionGone.

    A number that nobody has, and one of a space that has no certificate any more, are not told apart.
    """
    number = option.number_or_none(typed)
    with site.database.begin() as db:
        space = options.certificate_space(db, number) if number else None
        if space is not None:
            runs.begin(db, options.empty(session_id, space))
    return space is not None


def suspended_until(site: Site, run: OptionRun, now: datetime) -> datetime | None:
    """When answers are taken again for this space, after too many wrong ones (G01); None if they are taken now."""
    return tries.suspended_until(site, run.space.subscriber_number, now)


def judge(site: Site, run: OptionRun, typed: list[str], now: datetime) -> Judged:
    """Judge the answers, in the order of the questions; all right, they open the next screen and renew the session."""
    space = run.space
    return tries.judge(site, space.subscriber_number, run, lambda: _are_right(site, space, typed), options.verify, now)


def identify(site: Site, run: OptionRun, address: Address, password: str, now: datetime) -> Taken | None:
    """Choose address and password, found good already, unless the address is taken.

    The contact address of a certificate space is free for the first who asks for it (C45, C46).
    """
    with site.database.begin() as db:
        taken = claims.of_a_log_in(db, address.canonical, now)
    if taken is None:
        password_hash = site.hasher.hash(passwords.normalise(password))
        with site.database.begin() as db:
            options.identify(db, run.id, address, password_hash)
    return taken


def jot(site: Site, run: OptionRun, question: str, answer: str) -> None:
    """Keep what screen 4 holds, right or not, for who comes back to it (G34); the answer in memory only."""
    site.option_answers.keep(run.id, answer)
    with site.database.begin() as db:
        options.jot(db, run.id, question)


def validate(site: Site, run: OptionRun, question: str, answer: str, now: datetime) -> Taken | None:
    """Make the request and its mail, once, unless the address was taken meanwhile (G10): then nothing has changed.

    A second call, or one for a run given up meanwhile, does nothing: ``current`` tells which (DONE, or none).
    """
    answer_hash = site.hasher.hash(answers.normalise(answer))
    with site.database.begin() as db:
        ready = options.ready(db, run.id)
        if ready is None:
            return None
        taken = claims.of_a_log_in(db, ready.log_in_address, now)
        if taken is None:
            _request(site, db, ready, question, answer_hash, now)
    if taken is None:
        site.option_answers.forget(run.id)
        site.wake()
    return taken


def take_effect(db: Session, request: OptionRequest, now: datetime) -> Space:
    """The activation: the certificate is over, the space opens with its new identifiers from ``now`` on (EP4-4.2-6)."""
    space = options.carry_out(db, request)
    space.password_set_at = now
    return space


def give_up(site: Site, session_id: int | None) -> None:
    """Drop the run of the session, and the answer typed in it (G35)."""
    leaving.give_up(site, OptionRun, site.option_answers, session_id)


def _are_right(site: Site, space: Space, typed: list[str]) -> bool:
    """All of them, and each is looked at: how long it takes does not tell which one is wrong (EP4-2-16)."""
    pairs = zip(space.trusted(), typed, strict=True)
    judged = [tries.is_right(site, answer_hash, answer) for (_question, answer_hash), answer in pairs]
    return all(judged)


def _request(site: Site, db: Session, run: OptionRun, question: str, answer_hash: str, now: datetime) -> None:
    """The request, the mail of its code and the claim on the address, in place of those that the space may have."""
    options.drop(db, run.space_id)
    request = requests.with_code(site, db, run.email, now)
    asked = OptionRequest(
        space_id=run.space_id,
        email=run.email,
        password_hash=run.password_hash,
        question=question,
        answer_hash=answer_hash,
    )
    activations.register(db, request, asked, run.log_in_address)
    options.finish(run, request)
