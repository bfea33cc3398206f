"""The space itself: identity, number, expiry, services, recap, and the way out."""

from itertools import groupby

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from reference_impl.domain import validity
from reference_impl.recap import LAYOUT_A
from reference_impl.store.tables import Service, Space
from reference_impl.web import documents
from reference_impl.web.desk import dismiss
from reference_impl.web.owner import of_the_owner

pages = Blueprint("space", __name__, url_prefix="/espace")


@pages.get("")
@of_the_owner
def home(space: Space) -> ResponseReturnValue:
    """Who the space belongs to, its number, how long the password lasts, and its services."""
    expiry = space.password_set_at and validity.last_day(space.password_set_at)
    return render_template("space.html", space=space, expiry=expiry, companies=_by_company(space.services))


@pages.get("/recapitulatif.pdf")
@of_the_owner
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
