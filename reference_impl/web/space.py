"""The space itself: identity, number, expiry, services, recap, and the way out."""

from collections.abc import Callable
from functools import wraps
from itertools import groupby

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from reference_impl.domain import validity
from reference_impl.recap import LAYOUT_A
from reference_impl.store import spaces
from reference_impl.store.tables import Service, Space
from reference_impl.web import documents
from reference_impl.web.desk import dismiss, site, visitor

pages = Blueprint("space", __name__, url_prefix="/espace")

LOG_IN_FIRST = "Connectez-vous pour accéder à votre espace professionnel."


def _of_the_owner(view: Callable[[Space], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
    """Give the view the space that the visitor has logged in to; anybody else is sent to the log in page."""

    @wraps(view)
    def guarded() -> ResponseReturnValue:
        space_id = visitor().space_id
        if space_id is None:
            flash(LOG_IN_FIRST)
            return redirect(url_for("access.log_in_page"), 303)
        with site().database.begin() as db:
            space = spaces.get(db, space_id)
        return view(space)

    return guarded


@pages.get("")
@_of_the_owner
def home(space: Space) -> ResponseReturnValue:
    """Who the space belongs to, its number, how long the password lasts, and its services."""
    expiry = space.password_set_at and validity.last_day(space.password_set_at)
    return render_template("space.html", space=space, expiry=expiry, companies=_by_company(space.services))


@pages.get("/recapitulatif.pdf")
@_of_the_owner
def recap_pdf(space: Space) -> ResponseReturnValue:
    """The recap, for its owner only (G31)."""
    return documents.recap_of(space, LAYOUT_A)


@pages.post("/quitter")
def leave() -> ResponseReturnValue:
    """« Quitter » in the space is log out (G35)."""
    dismiss()
    return redirect(url_for("public.home"), 303)


def _by_company(services: list[Service]) -> dict[tuple[str, str], list[str]]:
    ordered = sorted(services, key=lambda service: (service.company, service.siren))
    grouped = groupby(ordered, key=lambda service: (service.company, service.siren))
    return {company: [service.name for service in its] for company, its in grouped}
