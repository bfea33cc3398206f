"""Defects of an activation code: how long it is good, for which address, how it is compared."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import request
from sqlalchemy import select
from sqlalchemy.orm import Session

from reference_impl.clock import PARIS
from reference_impl.defects import defect, put, wrap
from reference_impl.domain import activation as rules
from reference_impl.procedures import activation
from reference_impl.procedures.activation import Outcome
from reference_impl.site import Site
from reference_impl.store import activations
from reference_impl.store.tables import Activation, ActivationJourney, ClaimedAddress, Draft
from reference_impl.web import activation as screens
from reference_impl.web.activation_forms import CodeForm
from reference_impl.web.desk import site as present_site
from reference_impl.web.forms import LogInAddressForm

# -- how long ---------------------------------------------------------------------------------------------------------

# What tells the 48 h beside EP2-2-55.
DELAY = ("C58", "EP2-1.4-4", "EP2-1.5-1", "EP2-2-56", "EP2-2-62", "G11", "G43")


@defect("code-valable-trois-jours", breaks="EP2-2-55", neighbours=DELAY)
def _three_days() -> None:
    """Le code vaut 72 heures."""
    put(rules, "LIFETIME", timedelta(hours=72))


@defect("code-valable-47-heures", breaks="EP2-1.4-4", neighbours=("EP2-2-55", *DELAY[:1], *DELAY[2:]))
def _47_hours() -> None:
    """Le code ne vaut que 47 heures."""
    put(rules, "LIFETIME", timedelta(hours=47))


@defect("code-valable-une-seconde-de-trop", breaks="C58", neighbours=("EP2-2-55", "G11"))
def _one_second_more() -> None:
    """Le code vaut encore 48 heures et une seconde après son envoi."""
    put(rules, "LIFETIME", timedelta(hours=48, seconds=1))


@defect("code-perime-a-48-heures-juste", breaks="C58", neighbours=("EP2-2-55", "EP2-2-56"))
def _one_instant_less() -> None:
    """Le code ne vaut plus 48 heures juste après son envoi."""
    put(rules, "LIFETIME", timedelta(hours=48) - timedelta(milliseconds=500))


@defect("code-compte-a-l-heure-legale", breaks="C58")
def _clock_hours() -> None:
    """Les 48 heures sont celles des horloges : au changement d'heure, elles en font 47 ou 49."""
    put(rules, "oldest_sending", lambda now: (now.astimezone(PARIS) - rules.LIFETIME).astimezone(UTC))


@defect("rien-d-oublie-apres-48-heures", breaks="EP2-2-62",
        neighbours=("EP2-1.5-1", "EP2-2-55", "EP2-2-56", "EP2-2-58", "G11", "G43"))  # fmt: skip
def _nothing_forgotten() -> None:
    """Passé 48 heures, le code ne vaut plus rien, mais l'adresse reste prise."""
    put(activations, "sweep", lambda db, now: None)

    def in_time(site: Site, session_id: int | None, typed: str, now: datetime) -> bool:
        with site.database.begin() as db:
            asked = activations.by_code(db, typed.strip())
            return asked is not None and (activations.good_until(db, asked.id) or now) >= now

    wrap(activation, "offer_code", lambda sound, *told: sound(*told) if in_time(*told) else None)


# -- for which address ------------------------------------------------------------------------------------------------


def _judge(otherwise: Callable[[Session, Activation, str | None], str | None]) -> None:
    """Have another address be compared than the one that is typed (None: whatever is no address)."""

    def outcome(
        sound: Callable[..., Outcome],
        site: Site,
        db: Session,
        journey: ActivationJourney,
        address: str | None,
        now: datetime,
    ) -> Outcome:
        asked = activations.of_journey(db, journey.id)
        return sound(site, db, journey, otherwise(db, asked, address) if asked else address, now)

    wrap(activation, "_outcome", outcome)


@defect("code-bon-pour-toute-adresse", breaks="EP2-3-7", neighbours=("G06", "G38"))
def _any_address() -> None:
    """Le code active l'espace quelle que soit l'adresse donnée."""
    _judge(lambda db, asked, address: activations.address_of(db, asked))


@defect("code-bon-pour-l-adresse-d-un-autre", breaks="EP2-3-7", neighbours=("G38",))
def _of_anybody() -> None:
    """Le code active l'espace pourvu que l'adresse donnée soit connue du site."""
    _judge(lambda db, asked, address: activations.address_of(db, asked) if db.get(ClaimedAddress, address) else address)


@defect("adresse-facultative-a-l-activation", breaks="EP2-3-6", neighbours=("G16",))
def _no_address() -> None:
    """Sans adresse, le code active aussi l'espace."""

    def typed_at_all(sound: Callable[..., None], form: LogInAddressForm, field: Any) -> None:
        if field.data or request.endpoint != "activation.take_address":
            sound(form, field)

    wrap(LogInAddressForm, "validate_address", typed_at_all)
    _judge(lambda db, asked, address: address or activations.address_of(db, asked))


@defect("refus-qui-active", breaks="EP2-3-7", neighbours=("G06", "G38"))
def _refused_yet_done() -> None:
    """Une mauvaise adresse est refusée à l'écran, mais l'espace est créé."""

    def create(sound: Callable[..., bool], db: Session, asked: Activation) -> bool:
        activations.create_space(db, asked, asked.made_at)
        return True

    wrap(activations, "count_wrong", create)


@defect("refus-qui-active-l-espace-d-un-autre", breaks="EP2-3-7")
def _other_activated() -> None:
    """L'adresse d'une autre demande est refusée à l'écran, mais c'est l'espace de cette autre qui est créé."""

    def look(db: Session, asked: Activation, address: str | None) -> str | None:
        claim = db.get(ClaimedAddress, address)
        if claim is not None and claim.activation_id not in {None, asked.id}:
            other = db.get_one(Activation, claim.activation_id)
            activations.create_space(db, other, other.made_at)
        return address

    _judge(look)


@defect("mauvaises-adresses-sans-limite", breaks="G06")
def _no_limit() -> None:
    """Aucun nombre de mauvaises adresses ne rend le code inopérant."""
    put(rules, "WRONG_ADDRESSES", 1_000_000)


@defect("neuf-mauvaises-adresses", breaks="G06")
def _nine() -> None:
    """Le code est inopérant dès la neuvième mauvaise adresse."""
    put(rules, "WRONG_ADDRESSES", 9)


@defect("adresse-inconnue-dite-a-l-activation", breaks="G38")
def _unknown_told() -> None:
    """Le refus d'une adresse dit si le site la connaît."""

    def told(
        sound: Callable[..., Outcome], site: Site, journey: ActivationJourney, typed: str, now: datetime
    ) -> Outcome:
        with site.database.begin() as db:
            known = db.get(ClaimedAddress, typed.strip().lower()) is not None
        put(screens, "BAD_PAIR", "Cette adresse est celle d'un autre." if known else "Adresse inconnue.")
        return sound(site, journey, typed, now)

    wrap(activation, "activate", told)


# -- how it is compared -----------------------------------------------------------------------------------------------


@defect("code-compare-sans-la-casse", breaks="G05", neighbours=("EP2-3-5",))
def _in_any_case() -> None:
    """Majuscules et minuscules du code sont confondues."""
    wrap(activations, "fingerprint", lambda sound, code: sound(code.lower()))


@defect("code-compare-par-son-debut", breaks="EP2-3-5")
def _by_its_beginning() -> None:
    """Seuls les onze premiers caractères du code comptent."""
    wrap(activations, "fingerprint", lambda sound, code: sound(code[:11]))


@defect("code-compare-par-sa-fin", breaks="EP2-3-5")
def _by_its_end() -> None:
    """Seuls les douze derniers caractères saisis comptent pour le code."""
    wrap(activations, "fingerprint", lambda sound, code: sound(code[-12:]))


@defect("espaces-comptes-dans-le-code", breaks="G05")
def _untrimmed() -> None:
    """Un espace recopié avec le code le rend faux."""
    wrap(activation, "offer_code", lambda sound, site, session_id, typed, now: (
        sound(site, session_id, typed, now) if typed == typed.strip() else None))  # fmt: skip


@defect("image-de-l-activation-non-controlee", breaks="EP2-3-5", neighbours=("EP2-3-4",))
def _any_image() -> None:
    """Ce qui est recopié de l'image de l'activation n'est pas contrôlé."""
    put(CodeForm, "validate_image", lambda form, field: None)


@defect("code-perdu-par-une-image-mal-recopiee", breaks="EP2-3-5")
def _lost_by_an_image() -> None:
    """Une image mal recopiée rend inopérant le code donné avec elle."""

    def spoil(sound: Callable[..., Any], form: CodeForm, **how: Any) -> str:
        if form.image.errors and form.code.data:
            with present_site().database.begin() as db:
                asked = activations.by_code(db, form.code.data.strip())
                if asked is not None:
                    activations.forget(db, asked)
        return str(sound(form, **how))

    wrap(screens, "_code_screen", spoil)


@defect("activation-liee-au-navigateur", breaks="EP2-2-54", neighbours=("C32",))
def _same_browser() -> None:
    """Le code ne vaut que dans le navigateur où la demande a été faite."""

    def registered_here(site: Site, session_id: int | None) -> bool:
        with site.database.begin() as db:
            return db.scalar(select(Draft.id).where(Draft.session_id == session_id)) is not None

    wrap(activation, "offer_code", lambda sound, site, session_id, *told: (
        sound(site, session_id, *told) if registered_here(site, session_id) else None))  # fmt: skip
