"""Authentication: log in with address and password (EP6-2-4 to EP6-2-8), and the page of an expired password."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.procedures import log_in
from reference_impl.procedures.log_in import Outcome
from reference_impl.store import web_sessions
from reference_impl.web.desk import site, visitor
from reference_impl.web.forms import LogInForm

pages = Blueprint("access", __name__)

REFUSED = "Adresse électronique ou mot de passe incorrect."


@pages.get("/authentification")
def log_in_page() -> ResponseReturnValue:
    """The form."""
    return render_template("log_in.html", form=LogInForm(formdata=None))


@pages.post("/authentification")
def take_log_in() -> ResponseReturnValue:
    """One message for every failure (EP6-1.1-1); an expired password is told to who knows it (G19)."""
    form = LogInForm()
    found = log_in.log_in(site(), form.address.data or "", form.password.data or "", clock.now())
    if found.outcome is Outcome.EXPIRED:
        return redirect(url_for("access.expired"), 303)
    if found.space_id is None:
        return render_template("log_in.html", form=form, refused=REFUSED), 422
    _enter(found.space_id)
    return redirect(url_for("space.home"), 303)


@pages.get("/mot-de-passe-expire")
def expired() -> ResponseReturnValue:
    """The password has expired; its renewal is not offered yet, « Mot de passe oublié » is (G18)."""
    return render_template("expired.html")


def _enter(space_id: int) -> None:
    """Open a new session for the space: the one from before the log in is worth nothing any more."""
    with site().database.begin() as db:
        row, token = web_sessions.open_new(db, clock.now(), space_id)
        web_sessions.close(db, visitor().row_id)
    visitor().move_to(row.id, token, space_id)
