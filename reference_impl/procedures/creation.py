"""« Créer votre espace professionnel »: terms, identifiers, form, recap, registration (EP2 chapter 2).

Nothing is reserved and nothing is mailed before « Valider » (G09). Then a request waits 48 h for its code; the space
does not exist until it is activated (EP2-2-63).
"""

from datetime import datetime

from sqlalchemy.orm import Session

from reference_impl.domain import addresses, answers, passwords, strength
from reference_impl.domain.addresses import Address
from reference_impl.domain.claims import Taken
from reference_impl.domain.creation import Details, Reached
from reference_impl.domain.passwords import Refusal
from reference_impl.mail import messages, outbox
from reference_impl.procedures import leaving
from reference_impl.site import Site
from reference_impl.store import activations, claims, drafts, runs
from reference_impl.store.tables import Draft, Registration


def current(site: Site, session_id: int | None) -> Draft | None:
    """The draft of a session. One whose answer is forgotten (after a restart) is no draft any more.

    The answer, for screens 3 and 4, is ``site.chosen_answers.get(draft.id)``: None until it is typed.
    """
    with site.database.begin() as db:
        draft = runs.of(db, Draft, session_id)
    lost = draft and draft.reached is Reached.RECAP and site.chosen_answers.get(draft.id) is None
    return None if lost else draft


def begin(site: Site, session_id: int, now: datetime) -> None:
    """The terms are accepted: begin a draft, or go on with the one that is under way. Raises SessionGone."""
    under_way = current(site, session_id)
    with site.database.begin() as db:
        if under_way is None or not drafts.accept_again(db, under_way.id, now):
            runs.begin(db, drafts.empty(session_id, now))


def level(address: str, password: str) -> strength.Level:
    """The level of a password, ``address`` being what is typed as the address: same rule on submit (EP2-2-27, G14)."""
    return strength.level(password, (address[: addresses.LONGEST],))


def refusals(address: str, password: str) -> list[Refusal]:
    """Why a password is refused; empty if it is good (EP2-2-22, C30). ``address`` as for ``level``."""
    found = passwords.refusals(password)
    weak = not found and level(address, password) is strength.Level.WEAK
    return [Refusal.WEAK] if weak else found


def identify(site: Site, draft: Draft, address: Address, password: str, now: datetime) -> Taken | None:
    """Choose address and password, which ``refusals`` has found good, unless the address is taken (EP2-2-26)."""
    with site.database.begin() as db:
        taken = claims.of_anybody(db, address.canonical, now)
    if taken is None:
        password_hash = site.hasher.hash(passwords.normalise(password))
        with site.database.begin() as db:
            drafts.identify(db, draft.id, address, password_hash)
    return taken


def describe(site: Site, draft: Draft, details: Details, answer: str) -> None:
    """Keep what the form holds, trimmed; the answer in memory only. The form has checked it already."""
    _keep(site, draft, details, answer, Reached.RECAP)


def jot(site: Site, draft: Draft, details: Details, answer: str) -> None:
    """Keep what the form holds, right or not, for who comes back to it (G34); the recap is closed until it is right."""
    _keep(site, draft, details, answer, Reached.FORM)


def validate(site: Site, draft: Draft, now: datetime) -> Taken | None:
    """Make the request and its mail, once, unless the address was taken meanwhile (G10): then nothing has changed.

    A second call, or one for a draft given up meanwhile, does nothing: ``current`` tells which (DONE, or none).
    """
    answer = site.chosen_answers.get(draft.id)
    if answer is None:
        return None
    answer_hash = site.hasher.hash(answers.normalise(answer))
    with site.database.begin() as db:
        ready = drafts.ready(db, draft.id)
        if ready is None:
            return None
        taken = claims.of_anybody(db, ready.log_in_address, now)
        if taken is None:
            _request(site, db, ready, answer_hash, now)
    if taken is None:
        site.chosen_answers.forget(draft.id)
        site.wake()
    return taken


def give_up(site: Site, session_id: int | None) -> None:
    """Drop the draft of the session, and the answer typed in it (G35)."""
    leaving.give_up(site, Draft, site.chosen_answers, session_id)


def _keep(site: Site, draft: Draft, details: Details, answer: str, reached: Reached) -> None:
    site.chosen_answers.keep(draft.id, answer.strip())
    with site.database.begin() as db:
        drafts.describe(db, draft.id, details, reached)


def _request(site: Site, db: Session, draft: Draft, answer_hash: str, now: datetime) -> None:
    """The request, the mail of its code and the claim on the address, all in one transaction."""
    code = activations.draw_code()
    mail = outbox.enqueue(db, messages.activation_code(draft.email, code, site.sender), draft.email, now)
    request = activations.mailed(code, mail, now)
    asked = Registration(answer_hash=answer_hash, **draft.registration())
    activations.register(db, request, asked, draft.log_in_address)
    drafts.finish(draft, request)
