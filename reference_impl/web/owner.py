"""The guard before the pages of a space: they are its owner's, who has logged in."""

from collections.abc import Callable
from functools import wraps

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from reference_impl.store import spaces
from reference_impl.store.tables import Space
from reference_impl.web.desk import site, visitor

LOG_IN_FIRST = "Connectez-vous pour accéder à votre espace professionnel."


def of_the_owner(view: Callable[[Space], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
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
