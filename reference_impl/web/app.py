"""The Flask application: one module by theme, joined here."""

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from reference_impl.domain.dates import in_days, long_date, short_date
from reference_impl.site import Site
from reference_impl.store import keys
from reference_impl.web import (
    access,
    activation,
    captcha,
    creation,
    credentials,
    desk,
    elsewhere,
    errors,
    expired,
    forgotten,
    option,
    public,
    security,
    space,
)
from reference_impl.web.sessions import ServerSessions

LARGEST_REQUEST = 512 * 1024  # 10,000 emoji in each of a few fields, percent-encoded


def create_app(site: Site) -> Flask:
    """The application that shows ``site``."""
    app = Flask(__name__)
    with site.database.begin() as db:
        app.secret_key = keys.get(db, keys.FORMS)
    # The lifetime of a form is that of its session: no clock of its own, which a moved time would break.
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_REQUEST, WTF_CSRF_TIME_LIMIT=None, SEND_FILE_MAX_AGE_DEFAULT=3600)
    app.extensions[desk.KEY] = site
    app.session_interface = ServerSessions(site.database)
    CSRFProtect(app)
    security.guard(app)
    errors.explain(app)
    _prepare_templates(app)
    for theme in (public, access, captcha, forgotten, expired, creation, activation, space, credentials, option):
        app.register_blueprint(theme.pages)
    return app


def _prepare_templates(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters.update(long_date=long_date, short_date=short_date, in_days=in_days)
    app.jinja_env.globals.update(elsewhere=elsewhere)
