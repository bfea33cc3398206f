"""What every view reaches for: the site behind the application, and the visitor's session."""

from typing import cast

from flask import current_app

from reference_impl.site import Site
from reference_impl.web.sessions import ServerSessions, SiteSession, current

KEY = "focus-site"


def site() -> Site:
    """The site that this application shows."""
    return cast(Site, current_app.extensions[KEY])


def visitor() -> SiteSession:
    """The session of the visitor."""
    return current()


def visitor_id() -> int:
    """The id of the visitor's session, which is kept from now on."""
    return _sessions().anchor(current())


def dismiss() -> None:
    """End the visitor's session."""
    _sessions().close(current())


def _sessions() -> ServerSessions:
    return cast(ServerSessions, current_app.session_interface)
