"""The three screens of « Activez votre espace / vos services » (EP2 chapter 3)."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.domain import activation as rules
from reference_impl.domain import paris
from reference_impl.domain.activation import Deed, Reached, Step
from reference_impl.procedures import activation
from reference_impl.procedures.activation import Outcome
from reference_impl.recap import LAYOUT_A, LAYOUT_B
from reference_impl.store.tables import ActivationJourney
from reference_impl.web import captcha, documents
from reference_impl.web.activation_forms import CodeForm
from reference_impl.web.desk import site, visitor
from reference_impl.web.forms import LogInAddressForm
from reference_impl.web.guide import Guide

pages = Blueprint("activation", __name__, url_prefix="/activer-mon-espace")

BAD_CODE = "Ce code d'activation est incorrect, déjà utilisé ou périmé."
BAD_PAIR = "Le code d'activation et l'adresse électronique ne correspondent pas."
VOID = (
    "Trop d'adresses incorrectes : ce code d'activation est désormais inopérant. "
    "Reprenez toute la procédure au début pour recevoir un nouveau code."
)
TYPED = "adresse à activer"  # what the session remembers of screen 2, where it was left without « Continuer »

_guide = Guide(
    lambda: activation.current(site(), visitor().row_id, clock.now()), rules.way, "activation.code", "activation.recap"
)


@pages.get("")
def code() -> ResponseReturnValue:
    """Screen 1, with the code typed before, if one comes back to it (G34); no other code is ever shown (C38)."""
    journey = _guide.current()
    typed = site().typed_codes.get(journey.id) if journey and journey.reached is not Reached.DONE else ""
    return _code_screen(CodeForm(formdata=None, code=typed))


@pages.post("")
def take_code() -> ResponseReturnValue:
    """A code that is good and a copied image open screen 2 (EP2-3-5); the image is judged first, so as not to tell."""
    form = CodeForm()
    if not form.validate():
        return _code_screen(form), 422
    opened = activation.offer_code(site(), visitor().row_id, form.code.data, clock.now())
    if opened is None:
        form.code.errors = [BAD_CODE]
        return _code_screen(form), 422
    typed = visitor().get(TYPED, "")
    visitor().move_to(opened.session_id, opened.token, None)
    visitor()[TYPED] = typed
    return redirect(url_for("activation.address"), 303)


@pages.get("/identifiants")
@_guide.at(Step.IDENTIFIERS)
def address(journey: ActivationJourney) -> ResponseReturnValue:
    """Screen 2, with the address typed before, if one comes back to it (G34)."""
    return _address_screen(journey, LogInAddressForm(formdata=None, address=visitor().get(TYPED, "")))


@pages.post("/identifiants")
@_guide.at(Step.IDENTIFIERS)
def take_address(journey: ActivationJourney) -> ResponseReturnValue:
    """The address that the code was made for activates the space, once (EP2-3-7)."""
    form = LogInAddressForm()
    if not form.validate():
        return _address_screen(journey, form), 422
    outcome = activation.activate(site(), journey, form.address.data, clock.now())
    if outcome is Outcome.WRONG:
        form.address.errors = [BAD_PAIR]
        return _address_screen(journey, form), 422
    if outcome is Outcome.VOID:
        flash(VOID)
        return redirect(url_for("activation.code"), 303)
    return redirect(url_for("activation.recap"), 303)


@pages.post("/identifiants/etape-precedente")
@_guide.at(Step.IDENTIFIERS)
def back_to_code(_journey: ActivationJourney) -> ResponseReturnValue:
    """« Etape précédente » of screen 2 keeps what is typed, right or not (G34)."""
    visitor()[TYPED] = request.form.get("address", "")
    return redirect(url_for("activation.code"), 303)


@pages.post("/identifiants/effacer")
@_guide.at(Step.IDENTIFIERS)
def clear_address(_journey: ActivationJourney) -> ResponseReturnValue:
    """« Effacer » empties the address, and not the code, which cannot be typed here (G34)."""
    visitor()[TYPED] = ""
    return redirect(url_for("activation.address"), 303)


@pages.get("/recapitulatif")
@_guide.at(Step.RECAP)
def recap(journey: ActivationJourney) -> ResponseReturnValue:
    """Screen 3: the subscriber number (EP2-3-9, EP2-3-10), kept at an option (EP4-4.2-6). Reloading changes nothing."""
    day, opted = paris.day_of(journey.activated_at or clock.now()), journey.deed is Deed.OPTED
    return _screen("recap.html", Step.RECAP, space=activation.space_of(site(), journey), day=day, opted=opted)


@pages.get("/recapitulatif.pdf")
@_guide.at(Step.RECAP)
def recap_pdf(journey: ActivationJourney) -> ResponseReturnValue:
    """The recap, for the session of the activation only (G31), in the layout of the sheet (C12)."""
    layout = LAYOUT_A if journey.deed is Deed.CHANGED else LAYOUT_B
    return documents.recap_of(activation.space_of(site(), journey), layout)


@pages.post("/quitter")
def leave() -> ResponseReturnValue:
    """« Quitter » gives the procedure up; the code stays good (G35)."""
    activation.give_up(site(), visitor().row_id)
    visitor().pop(TYPED, None)
    return redirect(url_for("public.home"), 303)


def _code_screen(form: CodeForm) -> str:
    drawn = captcha.draw()
    form.image_id.data = drawn["id"]
    return _screen("code.html", Step.CODE, form=form, captcha=drawn)


def _address_screen(journey: ActivationJourney, form: LogInAddressForm) -> str:
    return _screen("address.html", Step.IDENTIFIERS, form=form, code=site().typed_codes.get(journey.id))


def _screen(template: str, step: Step, **facts: Any) -> str:
    return render_template(f"activation/{template}", steps=list(Step), step=step, **facts)
