"""Defects of the first screen: which addresses are taken, and what is told of them (EP6-2-11, G02, G04, G16)."""

from collections.abc import Callable
from itertools import cycle
from typing import Any

from flask import Blueprint
from sqlalchemy.orm import Session
from wtforms import ValidationError

from reference_impl import clock
from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.domain import addresses, questions, validity
from reference_impl.domain.addresses import Address
from reference_impl.mail import messages, outbox
from reference_impl.procedures import forgotten
from reference_impl.site import Site
from reference_impl.store import runs, spaces
from reference_impl.store.tables import Journey
from reference_impl.web import address_screen, forms
from reference_impl.web import forgotten as screens
from reference_impl.web.desk import site as present_site


@defect("adresse-non-verifiee", breaks="EP6-2-11", neighbours=("G04", "G16"))
def _any_address() -> None:
    """Le premier écran accepte une adresse vide ou mal formée."""
    put(forms.AddressForm, "validate_address", take_any)


@defect("erreur-muette", breaks="G16")
def _silent() -> None:
    """Un premier écran mal rempli revient sans dire ce qui ne va pas."""

    def silence(pages: Blueprint, _steps: object, form: forms.AddressForm) -> None:
        if pages is screens.pages:
            form.address.errors = form.image.errors = ()

    before(address_screen, "_screen", silence)


@defect("adresse-comparee-avec-la-casse", breaks="G04")
def _address_with_case() -> None:
    """Une adresse écrite en majuscules n'est pas reconnue."""
    after(addresses, "parse", lambda address: Address(address.written, address.written))


@defect("adresse-inconnue-revelee", breaks="G02")
def _unknown_told() -> None:
    """Le premier écran dit qu'aucun espace n'a cette adresse."""

    def refuse_unknown(form: forms.AddressForm) -> None:
        with present_site().database.begin() as db:
            if spaces.active(db, form.parsed.canonical) is None:
                raise ValidationError("Aucun espace ne correspond à cette adresse.")

    def known_only(sound: Callable[..., None], form: forms.AddressForm, field: object) -> None:
        sound(form, field)
        refuse_unknown(form)

    wrap(forms.AddressForm, "validate_address", known_only)


@defect("question-tiree-au-sort", breaks="G02")
def _other_question_each_time() -> None:
    """Une adresse sans espace reçoit chaque fois une autre question."""
    drawn = cycle(questions.QUESTIONS)
    put(questions, "decoy", lambda canonical_address, key: next(drawn))


@defect("courriel-a-une-adresse-sans-espace", breaks="G02")
def _mail_to_unknown() -> None:
    """Une adresse sans espace reçoit un courriel dès le premier écran."""

    def warn(site: Site, session_id: int, address: Address) -> None:
        with site.database.begin() as db:
            if spaces.active(db, address.canonical) is None:
                letter = messages.password_changed(address.written, validity.last_day(clock.now()), site.sender)
                outbox.enqueue(db, letter, address.written, clock.now())
        site.wake()

    before(forgotten, "begin", warn)


@defect("question-d-un-autre", breaks="EP6-2-14", neighbours=("EP6-1.3-5", "EP6-1.5-1", "EP6-2-17", "G04"))
def _other_question() -> None:
    """La question rappelée n'est pas celle que l'usager a choisie."""

    def ask_the_next_one(db: Session, journey: object) -> None:
        if not isinstance(journey, Journey):
            return
        rank = questions.QUESTIONS.index(journey.question) + 1
        journey.question = questions.QUESTIONS[rank % len(questions.QUESTIONS)]

    before(runs, "begin", ask_the_next_one)


def take_any(form: forms.LogInAddressForm, field: Any) -> None:
    """Take whatever is typed for an address."""
    form.parsed = Address(field.data, field.data.strip().lower())
