"""« Modifiez vos identifiants », and the two screens that it may lead to (EP5 chapters 3 and 4.1)."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.procedures import credentials, new_passwords
from reference_impl.store.tables import Modification, Space
from reference_impl.web import credentials_forms as forms
from reference_impl.web import taken
from reference_impl.web.credentials_forms import CredentialsForm
from reference_impl.web.desk import site, visitor, visitor_id
from reference_impl.web.guide import TO_START
from reference_impl.web.owner import of_the_owner

pages = Blueprint("credentials", __name__, url_prefix="/espace/identifiants")


@pages.get("")
@of_the_owner
def choose(space: Space) -> ResponseReturnValue:
    """Nothing is ticked; the present address is there to be replaced (C80)."""
    return _choose_screen(space, forms.of_space(space.email, formdata=None))


@pages.post("")
@of_the_owner
def take(space: Space) -> ResponseReturnValue:
    """What is ticked and good is done, all of it or nothing (EP5-3-6, EP5-4.1-4)."""
    form = forms.of_space(space.email)
    confirmed, password = form.validate(), form.chosen_password()
    if password is not None:
        form.password.errors = credentials.refusals(
            site(), visitor_id(), space, form.mark.data or "", password, form.beside()
        )
    if form.password.errors or not confirmed:
        return _choose_screen(space, form), 422
    held = credentials.modify(site(), visitor_id(), space, form.wish(), clock.now())
    if held:
        form.address.errors = [taken.refusal(held)]
        return _choose_screen(space, form), 422
    return redirect(url_for("credentials.pending" if form.change_address.data else "credentials.changed"), 303)


@pages.post("/niveau")
@of_the_owner
def tell_level(space: Space) -> ResponseReturnValue:
    """The level of what is being typed, by the very rule of the submit (EP5-3-3)."""
    typed = request.form
    return jsonify(level=new_passwords.level(space, typed.get("password", ""), typed.get("address", "")))


@pages.get("/mot-de-passe-modifie")
@of_the_owner
def changed(space: Space) -> ResponseReturnValue:
    """The password alone was changed (EP5-3-10): reloading it changes nothing and mails nothing."""
    done = _obtained()
    if done is None or done.valid_until is None:
        return _to_start()
    return render_template("credentials/changed.html", space=space, valid_until=done.valid_until)


@pages.get("/activation")
@of_the_owner
def pending(space: Space) -> ResponseReturnValue:
    """A code was mailed to the new address, which waits for it (EP5-4.1-7); the code is nowhere here (C38)."""
    done, waiting = _obtained(), credentials.pending(site(), space, clock.now())
    if done is None or waiting is None or done.activation_id != waiting.id:
        return _to_start()
    return render_template("credentials/pending.html", space=space, waiting=waiting)


def _obtained() -> Modification | None:
    return credentials.current(site(), visitor().row_id, clock.now())


def _to_start() -> ResponseReturnValue:
    flash(TO_START)
    return redirect(url_for("credentials.choose"), 303)


def _choose_screen(space: Space, form: CredentialsForm) -> str:
    form.draw_again()
    password = form.chosen_password()
    level = new_passwords.level(space, password, form.beside()) if password else None
    waiting = credentials.pending(site(), space, clock.now())
    return render_template("credentials/choose.html", space=space, form=form, level=level, waiting=waiting)
