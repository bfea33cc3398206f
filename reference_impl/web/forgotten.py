"""The four screens of « Mot de passe oublié » (EP6 chapter 2). The first is that of ``address_screen``."""

from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.domain import forgotten as rules
from reference_impl.domain import paris
from reference_impl.domain.forgotten import Step
from reference_impl.procedures import forgotten
from reference_impl.procedures.tries import Judgement
from reference_impl.store.tables import Journey
from reference_impl.web.address_screen import add_to
from reference_impl.web.desk import site, visitor
from reference_impl.web.forms import AnswerForm, NewPasswordForm
from reference_impl.web.guide import Guide

pages = Blueprint("forgotten", __name__, url_prefix="/mot-de-passe-oublie")

WRONG = "La réponse à la question de confiance est incorrecte."
SUSPENDED = (
    "Trop de réponses incorrectes : la procédure est suspendue pour cette adresse jusqu'à {hour} (heure de Paris). "
    "Votre mot de passe n'est pas modifié."
)

_guide = Guide(lambda: forgotten.current(site(), visitor().row_id), rules.way, "forgotten.address", "forgotten.recap")
add_to(pages, forgotten, Step, "forgotten.answer")


@pages.get("/reponse")
@_guide.at(Step.ANSWER)
def answer(journey: Journey) -> ResponseReturnValue:
    """Screen 2, with the answer typed before, if one comes back to it (G34)."""
    form = AnswerForm(formdata=None, answer=site().answers.get(journey.id))
    return _answer_screen(journey, form)


@pages.post("/reponse")
@_guide.at(Step.ANSWER)
def take_answer(journey: Journey) -> ResponseReturnValue:
    """Only the right answer opens screen 3 (EP6-2-16)."""
    form = AnswerForm()
    if not form.validate():
        return _answer_screen(journey, form), 422
    judged = forgotten.judge(site(), journey, form.answer.data, clock.now())
    if judged.session_id is not None and judged.token is not None:
        visitor().move_to(judged.session_id, judged.token, None)
    elif judged.judgement is not Judgement.LOST:
        form.answer.errors = [WRONG] if judged.judgement is Judgement.WRONG else []
        return _answer_screen(journey, form), 422
    return redirect(url_for("forgotten.new_password"), 303)


@pages.get("/nouveau-mot-de-passe")
@_guide.at(Step.PASSWORD)
def new_password(journey: Journey) -> ResponseReturnValue:
    """Screen 3."""
    return _password_screen(journey, NewPasswordForm(formdata=None))


@pages.post("/nouveau-mot-de-passe")
@_guide.at(Step.PASSWORD)
def take_new_password(journey: Journey) -> ResponseReturnValue:
    """A good password is set, once, and the recap shown (EP6-2-24)."""
    form = NewPasswordForm()
    password = form.password.data or ""
    confirmed = form.validate()
    form.password.errors = [refusal.value for refusal in forgotten.refusals(site(), journey, password)]
    if form.password.errors or not confirmed:
        level = forgotten.level(site(), journey, password) if password else None
        return _password_screen(journey, form, level), 422
    forgotten.change(site(), journey, password, clock.now())
    return redirect(url_for("forgotten.recap"), 303)


@pages.post("/niveau")
@_guide.at(Step.PASSWORD)
def tell_level(journey: Journey) -> ResponseReturnValue:
    """The level of what is being typed, by the very rule of the submit (EP6-2-18)."""
    return jsonify(level=forgotten.level(site(), journey, request.form.get("password", "")))


@pages.get("/recapitulatif")
@_guide.at(Step.RECAP)
def recap(journey: Journey) -> ResponseReturnValue:
    """Screen 4: reloading it changes nothing and mails nothing (EP6-2-24)."""
    return _screen("recap.html", Step.RECAP, journey=journey)


@pages.post("/quitter")
def leave() -> ResponseReturnValue:
    """« Quitter » gives the procedure up: nothing of it is kept (G35)."""
    forgotten.give_up(site(), visitor().row_id)
    return redirect(url_for("public.home"), 303)


def _answer_screen(journey: Journey, form: AnswerForm) -> str:
    until = forgotten.suspended_until(site(), journey, clock.now())
    suspended = SUSPENDED.format(hour=paris.hour_of(until)) if until else None
    return _screen("answer.html", Step.ANSWER, form=form, journey=journey, suspended=suspended)


def _password_screen(journey: Journey, form: NewPasswordForm, level: str | None = None) -> str:
    answer = site().answers.get(journey.id)
    return _screen("new_password.html", Step.PASSWORD, form=form, journey=journey, answer=answer, level=level)


def _screen(template: str, step: Step, **facts: Any) -> str:
    return render_template(f"forgotten/{template}", steps=list(Step), step=step, **facts)
