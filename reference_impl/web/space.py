"""The space: warning at log in, home in its three variants, management of services, the person's data, recap."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.domain import services, validity
from reference_impl.domain.validity import Expiry
from reference_impl.recap import LAYOUT_A
from reference_impl.store.tables import Space
from reference_impl.web import documents
from reference_impl.web.desk import dismiss
from reference_impl.web.forms import LogInForm
from reference_impl.web.owner import of_the_owner

pages = Blueprint("space", __name__, url_prefix="/espace")


@pages.get("")
@of_the_owner
def home(space: Space) -> ResponseReturnValue:
    """Home, by the number of companies: none, one with its file, several with their list (EP5-2-10, C65)."""
    return render_template("space.html", space=space, expiry=_expiry(space), **_contents(space))


@pages.get("/alerte")
@of_the_owner
def warning(space: Space) -> ResponseReturnValue:
    """The window that log in leads through when the password expires soon (PER-2-5, C09, G24)."""
    expiry = _expiry(space)
    if not expiry.is_near:
        return redirect(url_for("space.home"), 303)
    return render_template("warning.html", form=LogInForm(formdata=None), expiry=expiry)


@pages.post("/alerte")
def go_on() -> ResponseReturnValue:
    """« OK » leads into the space (PER-2-6)."""
    return redirect(url_for("space.home"), 303)


@pages.get("/services")
@of_the_owner
def manage(space: Space) -> ResponseReturnValue:
    """« Gérer les services » (EP5-2-28 to EP5-2-34)."""
    return render_template("manage.html", space=space)


@pages.get("/coordonnees")
@of_the_owner
def details(space: Space) -> ResponseReturnValue:
    """« Gérer vos coordonnées »: shown, not changed; the question is there, the answer never is (correction of C75)."""
    return render_template("details.html", space=space)


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


def _expiry(space: Space) -> Expiry:
    return validity.expiry(space.password_set_at, clock.now())


def _contents(space: Space) -> dict[str, Any]:
    """What the home shows of companies and services."""
    companies = sorted({(service.company, service.siren) for service in space.services})
    return {"companies": companies, "themes": services.by_theme({service.name for service in space.services})}
