"""The three screens of « Mot de passe expiré » (PER chapter 3).

The first is that of ``address_screen``; who comes from log in finds it empty (C23).
"""

from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.domain import expired as rules
from reference_impl.domain.expired import Step
from reference_impl.procedures import expired
from reference_impl.store.tables import Renewal
from reference_impl.web.address_screen import add_to
from reference_impl.web.desk import site, visitor
from reference_impl.web.forms import RenewalForm
from reference_impl.web.guide import Guide

pages = Blueprint("expired", __name__, url_prefix="/mot-de-passe-expire")

REFUSED = (
    "L'adresse électronique ou l'ancien mot de passe est incorrect, ou ce mot de passe n'a pas à être renouvelé ici. "
    "Vérifiez votre saisie, ou connectez-vous depuis la page d'authentification."
)

_guide = Guide(lambda: expired.current(site(), visitor().row_id), rules.way, "expired.address", "expired.recap")
add_to(pages, expired, Step, "expired.new_password")


@pages.get("/nouveau-mot-de-passe")
@_guide.at(Step.PASSWORD)
def new_password(_renewal: Renewal) -> ResponseReturnValue:
    """Screen 2."""
    return _password_screen(RenewalForm(formdata=None))


@pages.post("/nouveau-mot-de-passe")
@_guide.at(Step.PASSWORD)
def take_new_password(renewal: Renewal) -> ResponseReturnValue:
    """The old password, expired, and a good new one: it is set, once, and the recap shown (PER-3-16)."""
    form = RenewalForm()
    old, new = form.old.data or "", form.password.data or ""
    filled = form.validate()
    form.password.errors = [refusal.value for refusal in expired.refusals(site(), renewal, old, new)]
    if filled and not form.password.errors:
        if expired.renew(site(), renewal, old, new, clock.now()):
            return redirect(url_for("expired.recap"), 303)
        form.old.errors = [REFUSED]
    return _password_screen(form, expired.level(site(), renewal, new) if new else None), 422


@pages.post("/niveau")
@_guide.at(Step.PASSWORD)
def tell_level(renewal: Renewal) -> ResponseReturnValue:
    """The level of what is being typed, by the very rule of the submit (PER-3-10)."""
    return jsonify(level=expired.level(site(), renewal, request.form.get("password", "")))


@pages.get("/recapitulatif")
@_guide.at(Step.RECAP)
def recap(renewal: Renewal) -> ResponseReturnValue:
    """Screen 3: reloading it changes nothing and mails nothing."""
    return _screen("recap.html", Step.RECAP, renewal=renewal)


@pages.post("/quitter")
def leave() -> ResponseReturnValue:
    """« Quitter » gives the procedure up (G35)."""
    expired.give_up(site(), visitor().row_id)
    return redirect(url_for("public.home"), 303)


def _password_screen(form: RenewalForm, level: str | None = None) -> str:
    return _screen("new_password.html", Step.PASSWORD, form=form, level=level)


def _screen(template: str, step: Step, **facts: Any) -> str:
    return render_template(f"expired/{template}", steps=list(Step), step=step, **facts)
