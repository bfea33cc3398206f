"""Error pages in French, without a word about the inside of the site."""

from flask import Flask, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from reference_impl.domain.subscriber import NumbersExhausted
from reference_impl.store.web_sessions import SessionGone
from reference_impl.web.desk import visitor

PAGES = {
    400: ("Demande incorrecte", "Le site n'a pas compris cette demande. Revenez à la page précédente et recommencez."),
    403: ("Accès refusé", "Cette page ne vous est pas accessible."),
    404: ("Page introuvable", "Cette page n'existe pas ou n'existe plus."),
    405: ("Demande incorrecte", "Cette page ne se demande pas de cette façon."),
    413: ("Envoi trop volumineux", "Ce que vous avez envoyé dépasse ce que le site accepte."),
    503: (
        "Activation impossible",
        "Le site n'a plus de numéro d'abonné à donner ce jour. Votre code reste bon : réessayez demain.",
    ),
    500: ("Erreur du site", "Le site a rencontré une erreur. Elle a été enregistrée ; réessayez dans un instant."),
}
EXPIRED = "Votre session a expiré après 30 minutes sans activité. Recommencez."
STARTS = {
    "forgotten": "forgotten.address",
    "access": "access.log_in_page",
    "expired": "expired.address",
    "creation": "creation.terms",
    "activation": "activation.code",
    "credentials": "access.log_in_page",
    "option": "option.number",
}


def explain(app: Flask) -> None:
    """Answer every error with a page."""
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(SessionGone, _begin_again)
    app.register_error_handler(NumbersExhausted, lambda _error: _page(ServiceUnavailable()))
    app.register_error_handler(HTTPException, _page)
    app.register_error_handler(InternalServerError, _page)


def _page(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error.get_response()
    heading, text = PAGES.get(code, PAGES[400 if code < 500 else 500])
    return render_template("error.html", heading=heading, text=text), code


def _stale_form(error: CSRFError) -> ResponseReturnValue:
    """A form of a session that has ended goes back to the start with a message (G33); a form without token is refused.

    Nothing is ever done with what it carries.
    """
    if visitor().row_id is None and request.form.get("csrf_token"):
        flash(EXPIRED)
        return _begin_again(error)
    return _page(error)


def _begin_again(_error: Exception) -> ResponseReturnValue:
    return redirect(url_for(STARTS.get(request.blueprint or "", "public.home")), 303)
