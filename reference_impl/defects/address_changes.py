"""Defects of a change of address: what holds before its activation, without it, and after it."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.defects import before, defect, put, wrap
from reference_impl.defects.credentials import at
from reference_impl.defects.documents import telling
from reference_impl.domain import activation as rules
from reference_impl.domain.addresses import Address, canonical_or_none
from reference_impl.domain.claims import Holder, Taken
from reference_impl.mail import outbox
from reference_impl.procedures import activation, credentials
from reference_impl.site import Site
from reference_impl.store import activations, address_changes, claims, spaces
from reference_impl.store.tables import Activation, AddressChange, ClaimedAddress, Service, Space

ACTIVATED = "activation.take_address"
"""Where the address that activates is sent to."""

WAITING = ("C43", "EP5-1.4-3", "EP5-4-3", "EP5-4.1-12", "EP5-4.1-18", "G21")

# -- before the activation, and without it ----------------------------------------------------------------------------


@defect("nouvelle-adresse-ouverte-trop-tot", breaks="EP5-4.1-19", neighbours=WAITING)
def _new_one_before() -> None:
    """La nouvelle adresse ouvre l'espace avant d'être activée."""

    def active(sound: Callable[..., Space | None], db: Session, address: str) -> Space | None:
        claim = db.get(ClaimedAddress, address)
        change = db.get(AddressChange, claim.activation_id) if claim and claim.activation_id else None
        return spaces.get(db, change.space_id) if change else sound(db, address)

    wrap(spaces, "active", active)


@defect("ancienne-adresse-fermee-trop-tot", breaks="EP5-4.1-19", neighbours=(*WAITING, "EP5-3-4"))
def _old_one_closed() -> None:
    """Dès la demande d'une autre adresse, l'ancienne n'ouvre plus l'espace."""

    def active(sound: Callable[..., Space | None], db: Session, address: str) -> Space | None:
        space = sound(db, address)
        return None if space and address_changes.of_space(db, space.id) else space

    wrap(spaces, "active", active)


@defect("mot-de-passe-change-avant-l-activation", breaks="G21", neighbours=("G42", "G43"))
def _password_at_once() -> None:
    """Changé avec l'adresse, le mot de passe vaut dès la demande."""

    def request(
        sound: Callable[..., int], site: Site, db: Session, space: Space, address: Address, new: str, now: datetime
    ) -> int:
        if new is not None:
            spaces.set_password(db, space.id, new, now)
        return sound(site, db, space, address, new, now)

    wrap(credentials, "_request", request)


def _overdue(lateness: timedelta, act: Callable[[Session, AddressChange], bool]) -> None:
    """Have ``act`` done with each change that is forgotten so late or less; where it says so, it is not forgotten."""

    def forget(sound: Callable[..., None], db: Session, request: Activation) -> None:
        change = db.get(AddressChange, request.id)
        sent = request.mail.sent_at if request.mail else None
        late = clock.now() - rules.last_instant(sent) if sent else timedelta()
        if change is None or not timedelta() < late <= lateness or not act(db, change):
            sound(db, request)

    wrap(activations, "forget", forget)


@defect("changement-activable-trois-jours", breaks="EP5-4.1-12", neighbours=("C58", "EP5-4.1-18", "G11", "G43"))
def _three_days() -> None:
    """Le code d'un changement d'adresse vaut trois jours."""
    _overdue(timedelta(days=1), lambda db, change: True)


@defect("changement-activable-une-seconde-de-trop", breaks="C58", neighbours=("EP5-4.1-12", "EP5-4.1-18"))
def _one_second_more() -> None:
    """Le code d'un changement d'adresse vaut encore une seconde après les 48 heures."""
    _overdue(timedelta(seconds=1), lambda db, change: True)


@defect("changement-activable-un-jour", breaks="EP5-4.1-12", neighbours=("C58", "EP5-4.1-6"))
def _one_day() -> None:
    """Le code d'un changement d'adresse ne vaut qu'un jour."""

    def by_code(sound: Callable[..., Activation | None], db: Session, code: str) -> Activation | None:
        found = sound(db, code)
        sent = found.mail.sent_at if found and found.mail else None
        late = sent is not None and clock.now() - sent > timedelta(days=1)
        return None if found and late and db.get(AddressChange, found.id) else found

    wrap(activations, "by_code", by_code)


@defect("adresse-changee-passe-48-heures", breaks="EP5-4.1-18", neighbours=("C58", "EP5-4.1-12", "G11", "G21", "G43"))
def _changed_in_the_end() -> None:
    """Passé 48 heures sans activation, l'adresse change d'elle-même."""

    def carry_out(db: Session, change: AddressChange) -> bool:
        address_changes.carry_out(db, change)
        return False

    _overdue(timedelta.max, carry_out)


def _held(held: Collection[str | None]) -> None:
    """Have the addresses in ``held`` taken, whoever asks."""

    def of_a_log_in(sound: Callable[..., Taken | None], db: Session, address: str, now: datetime) -> Taken | None:
        return sound(db, address, now) or (Taken(Holder.SPACE) if address in held else None)

    wrap(claims, "of_a_log_in", of_a_log_in)


@defect("adresse-perimee-jamais-liberee", breaks="G11", neighbours=("EP5-4.1-12",))
def _held_for_good() -> None:
    """Une adresse demandée, jamais activée, reste prise pour toujours."""
    asked_for = set[str | None]()

    def keep(db: Session, request: Activation, asked: object, address: str) -> None:
        if isinstance(asked, AddressChange):
            asked_for.add(address)

    before(activations, "register", keep)
    _held(asked_for)


@defect("ancienne-adresse-jamais-liberee", breaks="G11")
def _former_held() -> None:
    """La nouvelle adresse activée, l'ancienne reste prise pour toujours."""
    former = set[str | None]()

    def keep(db: Session, change: AddressChange) -> None:
        former.add(canonical_or_none(spaces.get(db, change.space_id).email))

    before(address_changes, "carry_out", keep)
    _held(former)


# -- the activation ---------------------------------------------------------------------------------------------------


def _followed(where: Callable[[], bool]) -> None:
    """Have the former address still lead to its space, for the requests of which ``where`` holds."""
    former: dict[str | None, int] = {}

    def keep(db: Session, change: AddressChange) -> None:
        former[canonical_or_none(spaces.get(db, change.space_id).email)] = change.space_id

    def active(sound: Callable[..., Space | None], db: Session, address: str) -> Space | None:
        found = sound(db, address)
        return spaces.get(db, former[address]) if found is None and address in former and where() else found

    before(address_changes, "carry_out", keep)
    wrap(spaces, "active", active)


@defect("ancienne-adresse-encore-bonne", breaks="EP5-4.3-8", neighbours=("C63", "EP5-1.4-3", "EP5-4-1", "G11", "G21"))
def _old_one_too() -> None:
    """La nouvelle adresse activée, l'ancienne ouvre encore l'espace."""
    _followed(lambda: True)


@defect("oubli-par-l-ancienne-adresse", breaks="C63", neighbours=("EP5-4.3-8",))
def _recovered_by_the_former() -> None:
    """La nouvelle adresse activée, « Mot de passe oublié » aboutit encore avec l'ancienne."""
    _followed(lambda: at("forgotten.take_address"))


@defect("code-perdu-a-la-premiere-erreur", breaks="EP5-4.2.2-6", neighbours=("EP2-3-7", "G06"))
def _lost_at_once() -> None:
    """Une seule mauvaise adresse rend le code inopérant."""
    put(rules, "WRONG_ADDRESSES", 1)


@defect("activation-par-l-ancienne-adresse", breaks="EP5-4.2.2-6")
def _activated_by_the_former() -> None:
    """L'ancienne adresse, donnée avec le code, active la nouvelle."""

    def outcome(
        sound: Callable[..., object], site: Site, db: Session, journey: Any, address: str, now: datetime
    ) -> object:
        request = activations.of_journey(db, journey.id)
        change = db.get(AddressChange, request.id) if request else None
        if request and change and canonical_or_none(spaces.get(db, change.space_id).email) == address:
            address = activations.address_of(db, request)
        return sound(site, db, journey, address, now)

    wrap(activation, "_outcome", outcome)


@defect("mot-de-passe-oublie-par-l-activation", breaks="G21", neighbours=("EP5-1.2-1", "EP5-2-35", "G42"))
def _password_dropped() -> None:
    """Changés ensemble, l'adresse prend effet à l'activation, et le mot de passe jamais."""
    before(credentials, "take_effect", lambda site, db, change, now: setattr(change, "password_hash", None))


@defect("confirmation-a-l-ancienne-adresse", breaks="G42", neighbours=("G21",))
def _confirmed_to_the_former() -> None:
    """Changés ensemble, la confirmation du mot de passe part vers l'ancienne adresse."""
    former: list[str] = []
    before(
        credentials,
        "take_effect",
        lambda site, db, change, now: former.append(spaces.get(db, change.space_id).email),
    )
    wrap(
        outbox,
        "enqueue",
        lambda sound, db, letter, recipient, now: sound(db, letter, former[-1] if at(ACTIVATED) else recipient, now),
    )


@defect("services-perdus-au-changement-d-adresse", breaks="EP5-4.3-9")
def _services_lost() -> None:
    """Le changement d'adresse fait perdre les services de l'espace."""
    before(
        address_changes,
        "carry_out",
        lambda db, change: db.execute(delete(Service).where(Service.space_id == change.space_id)),
    )


@defect("numero-change-avec-l-adresse", breaks="EP5-4.2.2-8", neighbours=("C13", "EP5-4.3-9"))
def _renumbered() -> None:
    """Le changement d'adresse donne un autre numéro d'abonné."""

    def carry_out(sound: Callable[..., Space], db: Session, change: AddressChange) -> Space:
        space = sound(db, change)
        space.subscriber_number = spaces.next_number(db, clock.now())
        return space

    wrap(address_changes, "carry_out", carry_out)


@defect("document-a-l-ancienne-adresse", breaks="EP5-1.3-4", neighbours=("C17", "EP5-4.3-4", "EP5-4.3-7"))
def _former_in_the_document() -> None:
    """Le récapitulatif d'un changement donne l'ancienne adresse."""
    former: dict[str, str] = {}
    before(
        address_changes,
        "carry_out",
        lambda db, change: former.update({change.email: spaces.get(db, change.space_id).email}),
    )
    telling(email=lambda facts: former.get(facts.email, facts.email))
