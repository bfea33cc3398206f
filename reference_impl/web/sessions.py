"""Flask's session, kept on the server: the cookie holds an opaque token, without Expires (design, section 6).

An unknown token is never adopted, so a session cannot be fixed from outside.
"""

import json
from typing import Any, cast

from flask import Flask, Request, Response, session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from reference_impl import clock
from reference_impl.store import web_sessions
from reference_impl.store.database import Database
from reference_impl.store.tables import WebSession

COOKIE = "session"


class SiteSession(CallbackDict[str, Any], SessionMixin):
    """What the session holds, and the row that it lives in (None until there is something to keep)."""

    def __init__(self, row: WebSession | None = None) -> None:
        super().__init__(json.loads(row.content) if row else {}, SiteSession._touched)
        self.modified = False
        self.row_id = row.id if row else None
        self.space_id = row.space_id if row else None
        self.fresh_token: str | None = None
        self.presented = False

    def move_to(self, row_id: int, token: str, space_id: int | None) -> None:
        """Live in another row from now on, emptied: the rights have changed, and the token with them."""
        self.clear()
        self.row_id, self.fresh_token, self.space_id = row_id, token, space_id

    def _touched(self) -> None:
        self.modified = True


def current() -> SiteSession:
    """The session of this request."""
    return cast(SiteSession, session)


class ServerSessions(SessionInterface):
    """Reads and writes the sessions of visitors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_session(self, app: Flask, request: Request) -> SiteSession:
        """The living session of the cookie, or an empty one. Files of the look have none."""
        token = request.cookies.get(COOKIE)
        if token is None or request.path.startswith("/static/"):
            return SiteSession()
        with self._database.begin() as db:
            opened = SiteSession(web_sessions.resume(db, token, clock.now()))
        opened.presented = True
        return opened

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write what has changed; hand over the token when it is new; take the cookie back when it is dead."""
        site_session = cast(SiteSession, session)
        if site_session.modified:
            self._write(site_session)
        if site_session.fresh_token:
            response.set_cookie(COOKIE, site_session.fresh_token, httponly=True, samesite="Lax")
        elif site_session.presented and site_session.row_id is None:
            response.delete_cookie(COOKIE, httponly=True, samesite="Lax")

    def anchor(self, site_session: SiteSession) -> int:
        """The id of the row that the session lives in, made now if need be."""
        if site_session.row_id is None:
            with self._database.begin() as db:
                row, site_session.fresh_token = web_sessions.open_new(db, clock.now())
            site_session.row_id = row.id
        return site_session.row_id

    def close(self, site_session: SiteSession) -> None:
        """End the session: nothing of it remains."""
        with self._database.begin() as db:
            web_sessions.close(db, site_session.row_id)
        site_session.clear()
        site_session.row_id = site_session.space_id = site_session.fresh_token = None

    def _write(self, site_session: SiteSession) -> None:
        if not site_session and site_session.row_id is None:
            return
        row_id = self.anchor(site_session)
        with self._database.begin() as db:
            web_sessions.keep(db, row_id, site_session)
