"""Defects of the way through the creation: what opens too early, is kept without « Valider », is done twice."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import request
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.defects import ALL, defect, put, wrap
from reference_impl.defects.code_mails import mail_a_code
from reference_impl.defects.texts import ScreenWording
from reference_impl.domain import creation as rules
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.creation import Reached, Step
from reference_impl.procedures import creation
from reference_impl.site import Recollection, Site
from reference_impl.store import activations, claims, drafts
from reference_impl.store.tables import Activation, ClaimedAddress, Draft
from reference_impl.web.desk import visitor

# -- what opens -------------------------------------------------------------------------------------------------------


@defect("formulaire-ouvert-par-son-adresse", breaks="EP2-1.4-3")
def _form_open() -> None:
    """Le formulaire s'ouvre par son adresse, sans que l'adresse et le mot de passe soient choisis."""
    rules._OPEN[Reached.IDENTIFIERS] = {Step.IDENTIFIERS, Step.FORM}


@defect("recapitulatif-ouvert-par-son-adresse", breaks="EP2-1.4-3")
def _recap_open() -> None:
    """Le récapitulatif s'ouvre par son adresse, sans que le formulaire soit rempli."""
    rules._OPEN[Reached.FORM] = {Step.IDENTIFIERS, Step.FORM, Step.RECAP}


@defect("dernier-recapitulatif-ouvert-a-tous", breaks="EP2-1.4-3", neighbours=("G33", "G35"))
def _anybodys() -> None:
    """Qui n'a rien commencé lit le récapitulatif ou l'enregistrement du dernier venu."""

    def current(sound: Callable[..., Draft | None], site: Site, session_id: int | None) -> Draft | None:
        own = sound(site, session_id)
        if own is not None or request.endpoint not in {"creation.recap", "creation.registered"}:
            return own
        with site.database.begin() as db:
            return db.scalar(select(Draft).order_by(Draft.id.desc()).limit(1))

    wrap(creation, "current", current)


@defect("conditions-sans-suite", breaks="EP2-2-17", neighbours=(ALL,))
def _no_beginning() -> None:
    """Conditions acceptées et image recopiée ramènent au premier écran."""
    put(creation, "begin", lambda site, session_id, now: None)


@defect("formulaire-sans-suite", breaks="EP2-2-47", neighbours=(ALL,))
def _no_recap() -> None:
    """Le formulaire bien rempli ne mène pas au récapitulatif."""
    put(creation, "describe", creation.jot)


@defect("recapitulatif-saute", breaks="EP2-1.4-3", neighbours=(ALL,))
def _no_check() -> None:
    """Le formulaire rempli vaut inscription, sans passer par le récapitulatif."""

    def describe(sound: Callable[..., None], site: Site, draft: Draft, *told: Any) -> None:
        sound(site, draft, *told)
        creation.validate(site, draft, clock.now())

    wrap(creation, "describe", describe)


# -- what « Valider » does, and what comes of it without ---------------------------------------------------------------


@defect("adresse-reservee-avant-la-validation", breaks="G09", neighbours=("G10",))
def _reserved() -> None:
    """Une adresse est prise dès le formulaire rempli, même par qui quitte sans valider."""
    reserved: dict[str, int] = {}

    def of_anybody(sound: Callable[..., Taken | None], db: Session, address: str, now: datetime) -> Taken | None:
        own = request.endpoint == "creation.validate"
        return sound(db, address, now) or (Taken(Holder.SPACE) if address in reserved and not own else None)

    def describe(sound: Callable[..., None], site: Site, draft: Draft, *told: Any) -> None:
        sound(site, draft, *told)
        reserved[draft.log_in_address] = draft.id

    wrap(claims, "of_anybody", of_anybody)
    wrap(creation, "describe", describe)


@defect("validation-rejouee", breaks="G63", neighbours=("G33",))
def _validated_twice() -> None:
    """« Valider » pressé deux fois, ou de nouveau après un retour en arrière, envoie deux codes."""
    page = "creation/recap.html"
    ScreenWording("-", "G63", "-", page, " data-once", "").install()
    rules._OPEN[Reached.DONE] = {Step.RECAP, Step.REGISTERED}
    put(Recollection, "forget", lambda recollection, journey_id: None)
    wrap(drafts, "ready", lambda sound, db, draft_id: db.get(Draft, draft_id))
    _replace_pending(lambda draft: draft is not None and draft.session_id == visitor().row_id)


@defect("derniere-validation-l-emporte", breaks="G10")
def _last_wins() -> None:
    """De deux demandes pour la même adresse, la dernière validée l'emporte."""
    _replace_pending(lambda draft: True)


def _replace_pending(which: Callable[[Draft | None], bool]) -> None:
    """Have « Valider » put a request in the place of a pending one for the same address, if it is of such a draft."""

    def of_anybody(sound: Callable[..., Taken | None], db: Session, address: str, now: datetime) -> Taken | None:
        taken, claim = sound(db, address, now), db.get(ClaimedAddress, address)
        if request.endpoint != "creation.validate" or taken is None or claim is None or not claim.activation_id:
            return taken
        draft = db.scalar(select(Draft).where(Draft.activation_id == claim.activation_id))
        if not which(draft):
            return taken
        pending = db.get_one(Activation, claim.activation_id)
        db.execute(update(Draft).where(Draft.activation_id == pending.id).values(activation_id=None))
        activations.forget(db, pending)
        return None

    wrap(claims, "of_anybody", of_anybody)


@defect("code-a-la-demande-refusee", breaks="G10", neighbours=("EP2-2-56",))
def _code_all_the_same() -> None:
    """La seconde des deux demandes est refusée à la validation, mais un second code part."""

    def validate(sound: Callable[..., Taken | None], site: Site, draft: Draft, now: datetime) -> Taken | None:
        taken = sound(site, draft, now)
        if taken:
            mail_a_code(site, draft.email)
        return taken

    wrap(creation, "validate", validate)
