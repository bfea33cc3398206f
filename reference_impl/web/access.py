"""Authentication: log in with address and password (EP6-2-4 to EP6-2-8, PER-2-4, PER-3-4)."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.procedures import expired, log_in
from reference_impl.procedures.log_in import Outcome
from reference_impl.store import web_sessions
from reference_impl.web.desk import site, visitor
from reference_impl.web.forms import LogInForm

pages = Blueprint("access", __name__)

REFUSED = "Adresse électronique ou mot de passe incorrect."
NEXT = {Outcome.ACCEPTED: "space.home", Outcome.WARNED: "space.warning", Outcome.EXPIRED: "expired.address"}


@pages.get("/authentification")
def log_in_page() -> ResponseReturnValue:
    """The form."""
    return render_template("log_in.html", form=LogInForm(formdata=None))


@pages.post("/authentification")
def take_log_in() -> ResponseReturnValue:
    """One message for every failure (EP6-1.1-1); an expired password is told to who knows it (G19)."""
    form = LogInForm()
    found = log_in.log_in(site(), form.address.data or "", form.password.data or "", clock.now())
    if found.space_id is None:
        return render_template("log_in.html", form=form, refused=REFUSED), 422
    if found.outcome is Outcome.EXPIRED:
        expired.expect(site(), _renew_session(None), found.space_id)
    else:
        _renew_session(found.space_id)
    return redirect(url_for(NEXT[found.outcome]), 303)


def _renew_session(space_id: int | None) -> int:
    """The id of a new session, in the space if one is given: that from before is worth nothing any more."""
    with site().database.begin() as db:
        row, token = web_sessions.open_new(db, clock.now(), space_id)
        web_sessions.close(db, visitor().row_id)
    visitor().move_to(row.id, token, space_id)
    return row.id
