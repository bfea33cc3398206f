"""The option of a certificate space: found by its number, filled in screen by screen, carried out once (EP4)."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from reference_impl.domain import questions
from reference_impl.domain.addresses import Address
from reference_impl.domain.option import QUESTIONS, Reached
from reference_impl.store import activations, spaces
from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Activation, Space, State

_IDENTIFIED = {Reached.IDENTIFIERS, Reached.QUESTION}
_UNDER_WAY = {Reached.VERIFICATION} | _IDENTIFIED


def certificate_space(db: Session, number: str) -> Space | None:
    """The certificate space of this subscriber number; one without its three questions is none that could opt."""
    of_the_number = select(Space).where(Space.subscriber_number == number, Space.state == State.CERTIFICATE)
    space = db.scalar(of_the_number)
    return space if space and len(space.trusted()) == QUESTIONS else None


def empty(session_id: int, space: Space) -> OptionRun:
    """A new run for the space, whose contact address is proposed (EP4-3-1)."""
    return OptionRun(
        session_id=session_id,
        reached=Reached.VERIFICATION,
        space_id=space.id,
        email=space.email,
        log_in_address="",
        question=questions.QUESTIONS[0],
    )


def verify(db: Session, run_id: int, session_id: int) -> bool:
    """The answers were right: the run goes on, in another session. False if it is used up, or gone."""
    moved = _fill(db, run_id, _UNDER_WAY, session_id=session_id)
    _fill(db, run_id, {Reached.VERIFICATION}, reached=Reached.IDENTIFIERS)
    return moved


def identify(db: Session, run_id: int, address: Address, password_hash: str) -> None:
    """Keep address and password, and open the next screen."""
    chosen = {"email": address.written, "log_in_address": address.canonical, "password_hash": password_hash}
    _fill(db, run_id, _IDENTIFIED, reached=Reached.QUESTION, **chosen)


def jot(db: Session, run_id: int, question: str) -> None:
    """Keep the question that is chosen, for who comes back to it (G34)."""
    _fill(db, run_id, {Reached.QUESTION}, question=question)


def ready(db: Session, run_id: int) -> OptionRun | None:
    """The run, if it can be validated; None if it was already, or is gone."""
    run = db.get(OptionRun, run_id)
    return run if run and run.reached is Reached.QUESTION else None


def finish(run: OptionRun, request: Activation) -> None:
    """The run has led to a request: its password is not needed here any more."""
    run.reached, run.activation_id, run.password_hash = Reached.DONE, request.id, None


def drop(db: Session, space_id: int) -> None:
    """Another request takes the place of the space's own: its code is dead, its address free (G10, correction 8)."""
    former = db.scalar(select(OptionRequest).where(OptionRequest.space_id == space_id))
    if former is not None:
        activations.forget(db, db.get_one(Activation, former.id))


def carry_out(db: Session, request: OptionRequest) -> Space:
    """The same space, with its number, files and services, to which address and password lead from now on.

    Its three questions and answers are destroyed (G46), and whoever else was on the way to an option is lost.
    """
    space = spaces.get(db, request.space_id)
    activations.hand_over(db, request.id, space)
    space.state, space.email, space.password_hash = State.ACTIVE, request.email, request.password_hash
    space.question, space.answer_hash = request.question, request.answer_hash
    space.further_questions.clear()
    db.execute(delete(OptionRun).where(OptionRun.space_id == space.id))
    db.flush()
    return space


def _fill(db: Session, run_id: int, where_reached: set[Reached], **values: object) -> bool:
    filled = update(OptionRun).where(OptionRun.id == run_id, OptionRun.reached.in_(where_reached)).values(**values)
    return db.scalar(filled.returning(OptionRun.id)) is not None
