"""Defects of the request of an option: its code, its 48 hours, and the space meanwhile (EP4 §3, §4)."""

import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.defects import ALL, before, defect, put, wrap
from reference_impl.defects.code_mails import holds_a_code
from reference_impl.defects.mails import STRANGER
from reference_impl.domain import activation as rules
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.option import Reached
from reference_impl.mail import messages, outbox
from reference_impl.procedures import activation, forgotten, log_in, option
from reference_impl.procedures.activation import Opened
from reference_impl.site import Site
from reference_impl.store import activations, claims, options, runs, spaces
from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Activation, ClaimedAddress, Space

# -- the code ---------------------------------------------------------------------------------------------------------


@defect("code-d-option-a-l-adresse-d-avant", breaks="EP4-1.4-4", neighbours=("C17", "EP4-3-7", "EP4-3-14", "G10"))
def _to_the_former() -> None:
    """Le code part à l'adresse qu'avait l'espace à certificat, non à celle que l'usager a choisie."""

    def ask(sound: Callable[..., None], site: Site, db: Session, run: OptionRun, *told: Any) -> None:
        chosen, run.email = run.email, spaces.get(db, run.space_id).email
        sound(site, db, run, *told)
        run.email = db.get_one(OptionRequest, run.activation_id).email = chosen

    wrap(option, "_request", ask)


@defect("code-d-option-en-groupes", breaks="EP4-3-18", neighbours=(ALL,))
def _in_groups() -> None:
    """Le courriel de l'option écrit le code en trois groupes, séparés d'un trait."""

    def with_code(site: Site, db: Session, recipient: str, now: datetime) -> Activation:
        code = activations.draw_code()
        written = "-".join(code[start : start + 4] for start in range(0, rules.LENGTH, 4))
        mail = outbox.enqueue(db, messages.activation_code(recipient, written, site.sender), recipient, now)
        return activations.mailed(code, mail, now)

    put(option, "requests", SimpleNamespace(with_code=with_code))


@defect("premiere-option-toujours-activable", breaks="G10")
def _kept_beside() -> None:
    """Opter de nouveau laisse valoir le code de la première option, pour un double de l'espace."""

    def set_aside(db: Session, space_id: int) -> None:
        former = db.scalar(select(OptionRequest).where(OptionRequest.space_id == space_id))
        if former is not None:
            former.space_id = _twin(db, spaces.get(db, space_id)).id

    put(options, "drop", set_aside)


def _twin(db: Session, space: Space) -> Space:
    own = {"id", "subscriber_number"}
    copied = {name: getattr(space, name) for name in set(Space.__table__.columns.keys()) - own}
    twin = Space(**copied, subscriber_number=space.subscriber_number[::-1])
    db.add(twin)
    db.flush()
    return twin


@defect("code-en-copie-a-un-tiers", breaks="C17", neighbours=("EP2-2-57", "EP4-3-14", "EP5-4-2", "EP5-4.1-13"))
def _copied() -> None:
    """Le courriel à code est remis aussi à une autre boîte, que l'en-tête ne nomme pas."""

    def send(sound: Callable[..., object], server: object, letter: EmailMessage, *, to_addrs: list[str]) -> object:
        return sound(server, letter, to_addrs=[*to_addrs, STRANGER] if holds_a_code(letter) else to_addrs)

    wrap(smtplib.SMTP, "send_message", send)


def _asked(db: Session, request: Activation | None) -> OptionRequest | None:
    """The option that the request asks for, if that is what it asks for."""
    return db.get(OptionRequest, request.id) if request else None


def _refused_where(closed: Callable[[OptionRun | None], bool]) -> None:
    """Have the code of an option refused in a session whose run through the option ``closed`` is about."""

    def offer(sound: Callable[..., Opened | None], site: Site, session_id: int | None, typed: str,
              now: datetime) -> Opened | None:  # fmt: skip
        with site.database.begin() as db:
            asked = _asked(db, activations.by_code(db, typed.strip()))
            run = runs.of(db, OptionRun, session_id)
        return None if asked and closed(run) else sound(site, session_id, typed, now)

    wrap(activation, "offer_code", offer)


@defect("option-activee-ailleurs-seulement", breaks="C34", neighbours=(ALL,))
def _not_here() -> None:
    """Suivi depuis l'écran de validation, le lien mène à un écran qui refuse le code."""
    _refused_where(lambda run: run is not None and run.reached is Reached.DONE)


@defect("option-activee-sur-place-seulement", breaks="EP4-4-1",
        neighbours=("C34", "EP4-3-22", "EP4-4.1-1", "G10"))  # fmt: skip
def _only_here() -> None:
    """Le code de l'option ne vaut que dans le navigateur où la demande a été faite."""
    _refused_where(lambda run: run is None)


# -- the 48 hours -----------------------------------------------------------------------------------------------------


def _over(db: Session, request: Activation) -> OptionRequest | None:
    """The option of a request whose 48 hours have run out."""
    return _asked(db, request) if clock.now() - request.made_at > rules.LIFETIME else None


@defect("code-d-option-de-trois-jours", breaks="EP4-3-20",
        neighbours=("C42", "C45", "C58", "EP4-3-21", "EP4-3-24", "G11", "G43"))  # fmt: skip
def _three_days() -> None:
    """Le code d'une option vaut 72 heures, non 48."""

    def forget(sound: Callable[..., None], db: Session, request: Activation) -> None:
        if not _over(db, request) or clock.now() - request.made_at > timedelta(hours=72):
            sound(db, request)

    wrap(activations, "forget", forget)


@defect("transformation-tacite", breaks="EP4-3-24", neighbours=("C45", "EP4-3-20", "EP4-3-21", "G11", "G43"))
def _tacit() -> None:
    """Sans activation en 48 heures, l'espace est transformé d'office."""

    def forget(sound: Callable[..., None], db: Session, request: Activation) -> None:
        asked = _over(db, request)
        if asked is None:
            return sound(db, request)
        option.take_effect(db, asked, clock.now())
        return activations.use_up(db, request)

    def sweep(site: Site, typed_address: str, password: str, now: datetime) -> None:
        with site.database.begin() as db:
            activations.sweep(db, now)

    wrap(activations, "forget", forget)
    before(log_in, "log_in", sweep)


def _freed_where(free: Callable[[Session, Activation, Taken, datetime], bool]) -> None:
    """Have the claim of a request given up, when its address is asked for again, where ``free`` says so."""

    def of_a_log_in(sound: Callable[..., Taken | None], db: Session, address: str, now: datetime) -> Taken | None:
        taken = sound(db, address, now)
        if taken is None or taken.holder is not Holder.REQUEST:
            return taken
        request = db.get_one(Activation, db.get_one(ClaimedAddress, address).activation_id)
        if not free(db, request, taken, now):
            return taken
        activations.forget(db, request)
        return None

    wrap(claims, "of_a_log_in", of_a_log_in)


@defect("redemande-admise-a-l-option", breaks="EP4-3-21", neighbours=("C42", "C45", "G10"))
def _asked_again() -> None:
    """Une nouvelle option avec la même adresse est admise, et remplace celle qui attend."""
    _freed_where(lambda db, request, taken, now: _asked(db, request) is not None)


@defect("adresse-libre-une-heure-trop-tot", breaks="C42",
        neighbours=("C46", "C58", "EP2-1.5-1", "EP2-2-56", "EP4-3-21"))  # fmt: skip
def _an_hour_early() -> None:
    """La dernière des 48 heures, la même adresse permet déjà une nouvelle demande."""
    _freed_where(lambda db, request, taken, now: bool(taken.until and taken.until - now < timedelta(hours=1)))


# -- the space meanwhile ----------------------------------------------------------------------------------------------


def _as_if_activated(db: Session, address: str | None) -> Space | None:
    """The space whose option waits for the code sent to ``address``, as it would be once activated."""
    claim = db.get(ClaimedAddress, address) if address else None
    asked = db.get(OptionRequest, claim.activation_id) if claim and claim.activation_id else None
    if asked is None:
        return None
    space = spaces.get(db, asked.space_id)
    space.password_hash, space.password_set_at = asked.password_hash, clock.now()
    space.question, space.answer_hash = asked.question, asked.answer_hash
    return space


@defect("option-effective-des-la-demande", breaks="EP4-3-19", neighbours=("C43", "EP4-3-24", "EP4-3-25", "G17", "G43"))
def _at_once() -> None:
    """La demande faite, l'adresse et le mot de passe choisis ouvrent l'espace sans le code."""

    def found(sound: Callable[..., Space | None], site: Site, address: str) -> Space | None:
        with site.database.begin() as db:
            return spaces.active(db, address) or _as_if_activated(db, address)

    wrap(log_in, "_space", found)


@defect("oubli-ouvert-avant-l-activation", breaks="EP4-3-25", neighbours=("C43", "G02"))
def _by_the_forgotten() -> None:
    """L'option demandée, « Mot de passe oublié » ouvre l'espace sans attendre le code."""

    def active(db: Session, address: str) -> Space | None:
        return spaces.active(db, address) or _as_if_activated(db, address)

    put(forgotten, "spaces", SimpleNamespace(active=active, get=spaces.get))
