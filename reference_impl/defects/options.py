"""Defects of the option: who is recognised, and what becomes of the space that is transformed (EP4 §2 to §4)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reference_impl.defects import ALL, after, before, defect, put, wrap
from reference_impl.defects.code_mails import mail_a_code
from reference_impl.domain.activation import Deed
from reference_impl.domain.addresses import canonical_or_none
from reference_impl.domain.claims import Taken
from reference_impl.procedures import activation, option, tries
from reference_impl.site import Site
from reference_impl.store import activations, claims, options, spaces
from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Activation, Service, Space, State

# -- who is recognised ------------------------------------------------------------------------------------------------


@defect("deuxieme-reponse-ignoree", breaks="EP4-2-16")
def _second_ignored() -> None:
    """La deuxième des trois réponses n'est pas jugée."""

    def lenient(_sound: object, site: Site, space: Space, typed: list[str]) -> bool:
        pairs = [(kept, told) for (_question, kept), told in zip(space.trusted(), typed, strict=True)]
        return all(tries.is_right(site, *pair) for pair in (pairs[0], pairs[2]))

    wrap(option, "_are_right", lenient)


@defect("reponses-dans-n-importe-quel-ordre", breaks="EP4-2-16")
def _in_any_order() -> None:
    """Les trois réponses sont admises dans un ordre quelconque."""

    def lenient(_sound: object, site: Site, space: Space, typed: list[str]) -> bool:
        return all(
            any(tries.is_right(site, kept, told) for told in typed) for _question, kept in space.trusted()
        )  # fmt: skip

    wrap(option, "_are_right", lenient)


@defect("adresse-non-proposee", breaks="EP4-3-1",
        neighbours=("C45", "EP4-1.3-2", "EP4-1.4-3", "EP4-3-4", "EP4-3-12", "G10", "G11"))  # fmt: skip
def _no_email() -> None:
    """L'adresse de l'espace à certificat n'est pas proposée."""

    def without(run: OptionRun) -> OptionRun:
        run.email = ""
        return run

    after(options, "empty", without)


@defect("adresse-de-son-propre-certificat-refusee", breaks="EP2-2-29", neighbours=(ALL,))
def _own_email_refused() -> None:
    """L'option refuse l'adresse des espaces à certificat, celui de l'usager compris."""

    def refusing(sound: Callable[..., Taken | None], db: Session, address: str, now: datetime) -> Taken | None:
        return sound(db, address, now) or claims._of_a_certificate(db, address)

    wrap(claims, "of_a_log_in", refusing)


# -- the code and what it activates -----------------------------------------------------------------------------------


@defect("code-d-option-aux-deux-adresses", breaks="EP4-3-14", neighbours=("C17",))
def _code_to_both() -> None:
    """Un code part aussi vers l'adresse qu'avait l'espace à certificat."""

    def both(site: Site, run: OptionRun, *_told: object) -> None:
        former = run.space.email
        if former != run.email:
            mail_a_code(site, former)

    before(option, "validate", both)


@defect("option-activee-par-l-adresse-d-avant", breaks="EP4-4.2-4")
def _activated_by_the_former() -> None:
    """L'adresse qu'avait l'espace à certificat, donnée avec le code, l'active."""

    def outcome(
        sound: Callable[..., object], site: Site, db: Session, journey: Any, address: str, now: datetime
    ) -> object:
        request = activations.of_journey(db, journey.id)
        asked = db.get(OptionRequest, request.id) if request else None
        if request and asked and canonical_or_none(spaces.get(db, asked.space_id).email) == address:
            address = activations.address_of(db, request)
        return sound(site, db, journey, address, now)

    wrap(activation, "_outcome", outcome)


@defect("n-importe-quel-code-active", breaks="EP4-4.2-2", neighbours=("EP4-3-19", "EP5-4.2.2-4"))
def _any_code() -> None:
    """Un code que le site n'a pas envoyé vaut le dernier qu'il a envoyé."""

    def lenient(sound: Callable[..., Activation | None], db: Session, code: str) -> Activation | None:
        return sound(db, code) or db.scalar(select(Activation).order_by(Activation.id.desc()).limit(1))

    wrap(activations, "by_code", lenient)


@defect("code-d-option-utilisable-deux-fois", breaks="EP4-3-16")
def _good_twice() -> None:
    """Le code d'une option, déjà utilisé, mène encore à l'écran « Récapitulatif »."""

    def outcome(
        sound: Callable[..., object], site: Site, db: Session, journey: Any, address: str, now: datetime
    ) -> object:
        request = activations.of_journey(db, journey.id)
        asked = db.get(OptionRequest, request.id) if request else None
        if asked is None or spaces.get(db, asked.space_id).state is not State.ACTIVE:
            return sound(site, db, journey, address, now)
        activations.finish(db, journey.id, spaces.get(db, asked.space_id), Deed.OPTED, now)
        return activation.Outcome.ACTIVATED

    put(activations, "use_up", lambda db, asked: None)
    wrap(activation, "_outcome", outcome)


# -- what is transformed ----------------------------------------------------------------------------------------------


def _transformed(change: Callable[[Space], object]) -> None:
    """Have ``change`` done to each space that an option has transformed."""

    def carried_out(space: Space) -> Space:
        change(space)
        return space

    after(options, "carry_out", carried_out)


@defect("services-perdus-a-l-option", breaks="EP4-1.3-3", neighbours=("EP2-2-32", "EP4-1.2-2", "EP4-4.2-9"))
def _services_lost() -> None:
    """L'espace transformé a perdu ses services."""
    before(
        options,
        "carry_out",
        lambda db, request: db.execute(delete(Service).where(Service.space_id == request.space_id)),
    )


@defect("numero-change-a-l-option", breaks="EP4-4.2-6", neighbours=("C13", "EP4-1.1-2", "EP4-4.2-7"))
def _other_number() -> None:
    """L'espace transformé a un autre numéro d'abonné."""
    _transformed(lambda space: setattr(space, "subscriber_number", str(int(space.subscriber_number) + 50)))


@defect("telephone-perdu-a-l-option", breaks="EP4-1.3-4", neighbours=("C15", "EP4-5-3"))
def _phone_lost() -> None:
    """L'espace transformé a perdu le téléphone de l'usager."""
    _transformed(lambda space: setattr(space, "phone", "0199000000"))


@defect("question-d-autrefois-gardee", breaks="EP4-3-11", neighbours=("EP4-5-4", "EP4-5-6", "G46"))
def _old_question() -> None:
    """L'espace transformé garde la première de ses trois questions, et sa réponse."""

    def keeping(sound: Callable[[Session, OptionRequest], Space], db: Session, request: OptionRequest) -> Space:
        former = spaces.get(db, request.space_id)
        question, answer_hash = former.question, former.answer_hash
        space = sound(db, request)
        space.question, space.answer_hash = question, answer_hash
        return space

    wrap(options, "carry_out", keeping)
