"""The start page and the five screens of the option for the access without certificate (EP4 chapters 2 and 3)."""

from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.domain import option as rules
from reference_impl.domain import paris
from reference_impl.domain.option import Reached, Step
from reference_impl.procedures import new_passwords, option
from reference_impl.procedures.tries import Judgement
from reference_impl.store.option_tables import OptionRun
from reference_impl.web.creation_forms import NO_PASSWORD, IdentifiersForm
from reference_impl.web.desk import site, visitor, visitor_id
from reference_impl.web.guide import Guide
from reference_impl.web.option_forms import NumberForm, QuestionForm, VerificationForm
from reference_impl.web.taken import refusal

pages = Blueprint("option", __name__, url_prefix="/opter")

NOT_RECOGNISED = "Numéro d'abonné non reconnu."
WRONG = "Les réponses aux questions de confiance sont incorrectes."
SUSPENDED = (
    "Trop de réponses incorrectes : la procédure est suspendue pour cet espace jusqu'à {hour} (heure de Paris). "
    "Votre espace n'est pas modifié."
)

_guide = Guide(
    lambda: option.current(site(), visitor().row_id, clock.now()), rules.way, "option.number", "option.validated"
)


@pages.get("")
def start() -> ResponseReturnValue:
    """The page where the procedure begins (EP4-2-8)."""
    return render_template("option/start.html")


@pages.get("/en-savoir-plus")
def about() -> ResponseReturnValue:
    """« En savoir plus », in words of our own."""
    return render_template("option/about.html")


@pages.get("/numero-d-abonne")
def number() -> ResponseReturnValue:
    """Screen 1, with the number given before, if one comes back to it (G34)."""
    run = _guide.current()
    typed = run.space.subscriber_number if run and run.reached is not Reached.DONE else ""
    return _number_screen(NumberForm(formdata=None, number=typed))


@pages.post("/numero-d-abonne")
def take_number() -> ResponseReturnValue:
    """The number of a certificate space opens screen 2; one message for all others (EP4-2-13, G45)."""
    form = NumberForm()
    if not form.validate():
        return _number_screen(form), 422
    if not option.begin(site(), visitor_id(), form.number.data):
        form.number.errors = [NOT_RECOGNISED]
        return _number_screen(form), 422
    return redirect(url_for("option.verification"), 303)


@pages.post("/numero-d-abonne/effacer")
def clear_number() -> ResponseReturnValue:
    """« Effacer » of screen 1: the run that the number has begun, if any, is over."""
    option.give_up(site(), visitor().row_id)
    return redirect(url_for("option.number"), 303)


@pages.get("/verification")
@_guide.at(Step.VERIFICATION)
def verification(run: OptionRun) -> ResponseReturnValue:
    """Screen 2: the three questions of the space, in their order; « Effacer » comes here too (EP4-2-14, EP4-2-15)."""
    return _verification_screen(run, VerificationForm(formdata=None))


@pages.post("/verification")
@_guide.at(Step.VERIFICATION)
def take_answers(run: OptionRun) -> ResponseReturnValue:
    """Three right answers open screen 3; one refusal for all, without saying which is wrong (EP4-2-16)."""
    form = VerificationForm()
    if not form.is_filled():
        return _verification_screen(run, form), 422
    judged = option.judge(site(), run, form.typed(), clock.now())
    if judged.session_id is not None and judged.token is not None:
        visitor().move_to(judged.session_id, judged.token, None)
    elif judged.judgement is not Judgement.LOST:
        return _verification_screen(run, form, WRONG if judged.judgement is Judgement.WRONG else None), 422
    return redirect(url_for("option.identifiers"), 303)


@pages.get("/identifiants")
@_guide.at(Step.IDENTIFIERS)
def identifiers(run: OptionRun) -> ResponseReturnValue:
    """Screen 3: the contact address is proposed, once; or the address chosen before; never the password (EP4-3-1)."""
    again = run.email if run.reached is Reached.QUESTION else ""
    return _identifiers_screen(IdentifiersForm(formdata=None, address=run.email, address_again=again))


@pages.post("/identifiants")
@_guide.at(Step.IDENTIFIERS)
def take_identifiers(run: OptionRun) -> ResponseReturnValue:
    """An address that is free and a good password, each typed twice, open screen 4 (EP4-3-4 to EP4-3-8)."""
    form = IdentifiersForm()
    address, password = form.address.data or "", form.password.data or ""
    confirmed = form.validate()
    found = new_passwords.refusals(site(), run.space, password, address) if password else [NO_PASSWORD]
    form.password.errors = found
    if found or not confirmed:
        return _identifiers_screen(form, new_passwords.level(run.space, password, address) if password else None), 422
    held = option.identify(site(), run, form.parsed, password, clock.now())
    if held:
        form.address.errors = [refusal(held)]
        return _identifiers_screen(form), 422
    return redirect(url_for("option.question"), 303)


@pages.post("/niveau")
@_guide.at(Step.IDENTIFIERS)
def tell_level(run: OptionRun) -> ResponseReturnValue:
    """The level of what is being typed, by the very rule of the submit (G14)."""
    password, address = (request.form.get(name, "") for name in ("password", "address"))
    return jsonify(level=new_passwords.level(run.space, password, address))


@pages.get("/question")
@_guide.at(Step.QUESTION)
def question(run: OptionRun) -> ResponseReturnValue:
    """Screen 4, as it was filled in last (G34)."""
    answer = site().option_answers.get(run.id) or ""
    return _question_screen(run, QuestionForm(formdata=None, question=run.question, answer=answer))


@pages.post("/question")
@_guide.at(Step.QUESTION)
def take_question(run: OptionRun) -> ResponseReturnValue:
    """« Valider » makes the request, once, unless the address was taken meanwhile (EP4-3-13, G10)."""
    form = QuestionForm()
    if not form.validate():
        return _question_screen(run, form), 422
    held = option.validate(site(), run, form.question.data, form.answer.data, clock.now())
    if held:
        return _question_screen(run, form, refused=refusal(held)), 422
    return redirect(url_for("option.validated"), 303)


@pages.post("/question/etape-precedente")
@_guide.at(Step.QUESTION)
def back_to_identifiers(run: OptionRun) -> ResponseReturnValue:
    """« Etape précédente » of screen 4 keeps what is typed, right or not (G34)."""
    form = QuestionForm()
    option.jot(site(), run, form.chosen(), form.answer.data or "")
    return redirect(url_for("option.identifiers"), 303)


@pages.get("/validation")
@_guide.at(Step.VALIDATION)
def validated(run: OptionRun) -> ResponseReturnValue:
    """Screen 5: reloading it makes and mails nothing; the code is nowhere on it (EP4-3-15, C38)."""
    return _screen("validated.html", Step.VALIDATION, space=run.space, address=run.email)


@pages.post("/quitter")
def leave() -> ResponseReturnValue:
    """« Quitter » gives the procedure up: nothing of it is kept (G35)."""
    option.give_up(site(), visitor().row_id)
    return redirect(url_for("public.home"), 303)


def _number_screen(form: NumberForm) -> str:
    return _screen("number.html", Step.NUMBER, form=form)


def _verification_screen(run: OptionRun, form: VerificationForm, refused: str | None = None) -> str:
    until = option.suspended_until(site(), run, clock.now())
    told = SUSPENDED.format(hour=paris.hour_of(until)) if until else refused
    questions = [question for question, _answer in run.space.trusted()]
    facts = {"space": run.space, "questions": questions, "refused": told}
    return _screen("verification.html", Step.VERIFICATION, form=form, **facts)


def _identifiers_screen(form: IdentifiersForm, level: str | None = None) -> str:
    return _screen("identifiers.html", Step.IDENTIFIERS, form=form, level=level)


def _question_screen(run: OptionRun, form: QuestionForm, refused: str | None = None) -> str:
    return _screen("question.html", Step.QUESTION, form=form, address=run.email, refused=refused)


def _screen(template: str, step: Step, **facts: Any) -> str:
    return render_template(f"option/{template}", steps=list(Step), step=step, **facts)
