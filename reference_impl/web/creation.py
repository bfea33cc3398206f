"""The choice of the mode and the five screens of « Créer votre espace professionnel » (EP2 chapter 2)."""

from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.domain import creation as rules
from reference_impl.domain import paris
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.creation import Step
from reference_impl.domain.dates import long_date
from reference_impl.procedures import creation
from reference_impl.store.tables import Draft
from reference_impl.web import captcha
from reference_impl.web.creation_forms import NO_PASSWORD, IdentifiersForm, RegistrationForm, TermsForm, from_draft
from reference_impl.web.desk import site, visitor, visitor_id
from reference_impl.web.guide import Guide

pages = Blueprint("creation", __name__, url_prefix="/creer-mon-espace")

TAKEN = (
    "Cette adresse électronique est déjà associée à un autre espace professionnel, veuillez en saisir une autre "
    "ou vous mettre en relation avec le détenteur de cet espace."
)
PENDING = (
    "Une demande est déjà en cours pour cette adresse électronique : un code d'activation lui a été envoyé. "
    "Activez l'espace avec ce code {deadline}, ou saisissez une autre adresse. "
    "Passé ce délai, la demande est effacée et l'adresse peut servir de nouveau."
)

_guide = Guide(lambda: creation.current(site(), visitor().row_id), rules.way, "creation.terms", "creation.registered")


@pages.get("")
def mode() -> ResponseReturnValue:
    """The choice between the two modes (EP2-2-8 to EP2-2-12)."""
    return render_template("creation/mode.html")


@pages.get("/les-deux-modes")
def about_modes() -> ResponseReturnValue:
    """« En savoir plus », in words of our own."""
    return render_template("creation/about_modes.html")


@pages.get("/conditions-generales")
def terms() -> ResponseReturnValue:
    """Screen 1: the box is never ticked beforehand (EP2-2-14)."""
    return _terms_screen(TermsForm(formdata=None))


@pages.post("/conditions-generales")
def take_terms() -> ResponseReturnValue:
    """The terms accepted and the image copied open screen 2 (EP2-1.4-2)."""
    form = TermsForm()
    if not form.validate():
        return _terms_screen(form), 422
    creation.begin(site(), visitor_id(), clock.now())
    return redirect(url_for("creation.identifiers"), 303)


@pages.get("/identifiants")
@_guide.at(Step.IDENTIFIERS)
def identifiers(draft: Draft) -> ResponseReturnValue:
    """Screen 2, with the address chosen before, if one comes back to it; never the password (G34)."""
    return _identifiers_screen(IdentifiersForm(formdata=None, address=draft.email, address_again=draft.email))


@pages.post("/identifiants")
@_guide.at(Step.IDENTIFIERS)
def take_identifiers(draft: Draft) -> ResponseReturnValue:
    """An address that is free and a good password, each typed twice, open screen 3 (EP2-2-20, EP2-2-26)."""
    form = IdentifiersForm()
    address, password = form.address.data or "", form.password.data or ""
    confirmed = form.validate()
    form.password.errors = creation.refusals(address, password) if password else [NO_PASSWORD]
    if form.password.errors or not confirmed:
        return _identifiers_screen(form, level=creation.level(address, password) if password else None), 422
    taken = creation.identify(site(), draft, form.parsed, password, clock.now())
    if taken:
        form.address.errors = [_refusal(taken)]
        return _identifiers_screen(form, taken=taken), 422
    return redirect(url_for("creation.registration"), 303)


@pages.post("/niveau")
@_guide.at(Step.IDENTIFIERS)
def tell_level(_draft: Draft) -> ResponseReturnValue:
    """The level of what is being typed, by the very rule of the submit (EP2-2-27)."""
    return jsonify(level=creation.level(request.form.get("address", ""), request.form.get("password", "")))


@pages.get("/formulaire")
@_guide.at(Step.FORM)
def registration(draft: Draft) -> ResponseReturnValue:
    """Screen 3, as it was filled in last (G34)."""
    return _registration_screen(draft, _filled_in(draft))


@pages.post("/formulaire")
@_guide.at(Step.FORM)
def take_registration(draft: Draft) -> ResponseReturnValue:
    """The form filled in as it must be opens screen 4 (EP2-2-47)."""
    form = RegistrationForm()
    if not form.validate():
        return _registration_screen(draft, form), 422
    creation.describe(site(), draft, form.details(), form.answer.data)
    return redirect(url_for("creation.recap"), 303)


@pages.post("/formulaire/etape-precedente")
@_guide.at(Step.FORM)
def back_to_identifiers(draft: Draft) -> ResponseReturnValue:
    """« Etape précédente » of screen 3 keeps what is typed, right or not (G34)."""
    form = RegistrationForm()
    creation.jot(site(), draft, form.details(), form.answer.data or "")
    return redirect(url_for("creation.identifiers"), 303)


@pages.post("/formulaire/effacer")
@_guide.at(Step.FORM)
def clear_registration(draft: Draft) -> ResponseReturnValue:
    """« Effacer » empties what can be typed on screen 3, and nothing else (G34)."""
    creation.jot(site(), draft, RegistrationForm(formdata=None).details(), "")
    return redirect(url_for("creation.registration"), 303)


@pages.get("/recapitulatif")
@_guide.at(Step.RECAP)
def recap(draft: Draft) -> ResponseReturnValue:
    """Screen 4: all that was typed, but for the password (EP2-2-49)."""
    return _recap_screen(draft)


@pages.post("/recapitulatif")
@_guide.at(Step.RECAP)
def validate(draft: Draft) -> ResponseReturnValue:
    """« Valider » makes the request, once, unless the address was taken meanwhile (EP2-2-51, G10)."""
    taken = creation.validate(site(), draft, clock.now())
    if taken:
        return _recap_screen(draft, refused=_refusal(taken)), 422
    return redirect(url_for("creation.registered"), 303)


@pages.get("/enregistrement")
@_guide.at(Step.REGISTERED)
def registered(draft: Draft) -> ResponseReturnValue:
    """Screen 5: reloading it makes and mails nothing (EP2-2-51); the code is nowhere on it (C38)."""
    return _screen("registered.html", Step.REGISTERED, draft=draft)


@pages.post("/quitter")
def leave() -> ResponseReturnValue:
    """« Quitter » gives the procedure up: nothing of it is kept (G09, G35)."""
    creation.give_up(site(), visitor().row_id)
    return redirect(url_for("public.home"), 303)


def _refusal(taken: Taken) -> str:
    """Why the address cannot be had; of a request that waits, until when (G07)."""
    if taken.holder is not Holder.REQUEST:
        return TAKEN
    deadline = "dans les 48 heures qui suivent l'envoi du courriel"
    if taken.until:
        deadline = f"avant le {long_date(paris.day_of(taken.until))} à {paris.hour_of(taken.until)} (heure de Paris)"
    return PENDING.format(deadline=deadline)


def _terms_screen(form: TermsForm) -> str:
    drawn = captcha.draw()
    form.image_id.data = drawn["id"]
    return _screen("terms.html", Step.TERMS, form=form, captcha=drawn)


def _identifiers_screen(form: IdentifiersForm, level: str | None = None, taken: Taken | None = None) -> str:
    by_option = taken is not None and taken.holder is Holder.CERTIFICATE
    return _screen("identifiers.html", Step.IDENTIFIERS, form=form, level=level, by_option=by_option)


def _registration_screen(draft: Draft, form: RegistrationForm) -> str:
    return _screen("registration.html", Step.FORM, form=form, address=draft.email)


def _recap_screen(draft: Draft, refused: str | None = None) -> str:
    return _screen("recap.html", Step.RECAP, form=_filled_in(draft), address=draft.email, refused=refused)


def _filled_in(draft: Draft) -> RegistrationForm:
    return from_draft(draft, site().chosen_answers.get(draft.id))


def _screen(template: str, step: Step, **facts: Any) -> str:
    return render_template(f"creation/{template}", steps=list(Step), step=step, **facts)
