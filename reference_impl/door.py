"""The test door: moves the clock, makes spaces, reads captchas, forgets all. Described in targets/door.openapi.yaml.

It exists only where the site is started with it, and answers only this machine and who has the token.
"""

import hmac
import ipaddress
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, cast

from flask import Blueprint, Flask, current_app, jsonify, request
from flask.typing import ResponseReturnValue

from reference_impl import clock
from reference_impl.domain.addresses import InvalidAddress
from reference_impl.domain.postal import PostalAddress
from reference_impl.freezer import Freezer
from reference_impl.procedures import seeding
from reference_impl.procedures.seeding import AddressTaken, Seed
from reference_impl.store import captchas
from reference_impl.store.tables import State
from reference_impl.web import desk

_KEY = "focus-door"
_FIRST_YEAR, _LAST_YEAR = 1971, 2999  # what every library can count with, validity included
_TEXTS = ("last_name", "first_name", "phone", "email", "question", "answer")
_ADDRESS_PARTS = tuple(part.name for part in fields(PostalAddress))


class Malformed(ValueError):
    """The body of a request is not what the description says."""


@dataclass(frozen=True)
class Door:
    """What the door needs besides the site."""

    token: str
    freezer: Freezer


pages = Blueprint("door", __name__, url_prefix="/essai")


def open_door(app: Flask, token: str, freezer: Freezer) -> None:
    """Give the application its door, opened by ``token``; no form is involved, so no form token either."""
    app.extensions[_KEY] = Door(token, freezer)
    app.extensions["csrf"].exempt(pages)
    app.register_blueprint(pages)


def _door() -> Door:
    return cast(Door, current_app.extensions[_KEY])


@pages.before_request
def guard() -> ResponseReturnValue | None:
    """This machine only, and with the token."""
    if not ipaddress.ip_address(request.remote_addr or "::").is_loopback:
        return _error("this machine only", 403)
    given = request.headers.get("Authorization", "")
    right = hmac.compare_digest(given.encode(), f"Bearer {_door().token}".encode())
    return None if right else _error("wrong or missing token", 401)


@pages.errorhandler(Malformed)
def malformed(error: Malformed) -> ResponseReturnValue:
    """Say what is wrong with the body."""
    return _error(str(error), 422)


@pages.get("/clock")
def read_clock() -> ResponseReturnValue:
    """The present instant of the site."""
    return jsonify(now=clock.now().isoformat())


@pages.put("/clock")
def set_clock() -> ResponseReturnValue:
    """Stop the clock at an instant."""
    _door().freezer.set(_instant(_body()))
    return jsonify(now=clock.now().isoformat())


@pages.post("/spaces")
def make_space() -> ResponseReturnValue:
    """Make a space as if issued now."""
    try:
        number = seeding.create(desk.site(), _seed(_body()), clock.now())
    except InvalidAddress:
        raise Malformed("email: not an address that the site accepts") from None
    except AddressTaken:
        return _error("email: another space logs in with this address", 409)
    return jsonify(subscriber_number=number), 201


@pages.get("/captcha")
def read_captcha() -> ResponseReturnValue:
    """What a person would read in the image."""
    name = request.args.get("image", "").rpartition("/")[2].partition(".")[0]
    with desk.site().database.begin() as db:
        answer = captchas.answer(db, name)
    return _error("no such captcha", 404) if answer is None else jsonify(answer=answer)


@pages.post("/reset")
def reset() -> ResponseReturnValue:
    """Forget everything; the clock goes on."""
    desk.site().database.empty()
    _door().freezer.release()
    return "", 204


def _error(text: str, status: int) -> tuple[Any, int]:
    return jsonify(error=text), status


def _body() -> dict[str, Any]:
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise Malformed("a JSON object is expected")
    return body


def _instant(body: dict[str, Any]) -> datetime:
    try:
        instant = datetime.fromisoformat(_text(body, "now"))
    except ValueError:
        raise Malformed("now: an instant in ISO 8601 is expected") from None
    if instant.tzinfo is None:
        raise Malformed("now: the offset from UTC is missing")
    if not _FIRST_YEAR <= instant.year <= _LAST_YEAR:
        raise Malformed(f"now: between {_FIRST_YEAR} and {_LAST_YEAR}")
    return instant


def _seed(body: dict[str, Any]) -> Seed:
    try:
        state = State(_text(body, "state"))
    except ValueError:
        raise Malformed(f"state: one of {', '.join(State)}") from None
    texts = {name: _text(body, name) for name in _TEXTS}
    password = None if state is State.CERTIFICATE else _text(body, "password")
    return Seed(
        state=state,
        password=password,
        address=_address(body),
        services=_services(body),
        other_questions=_other_questions(body),
        **texts,
    )


def _address(body: dict[str, Any]) -> PostalAddress:
    given = body.get("address", {})
    if not isinstance(given, dict):
        raise Malformed("address: an object is expected")
    return PostalAddress(**{part: _text(given, part) for part in _ADDRESS_PARTS if part in given})


def _services(body: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    given = body.get("services", [])
    if not isinstance(given, list) or not all(isinstance(service, dict) for service in given):
        raise Malformed("services: a list of objects is expected")
    return tuple((_text(its, "company"), _text(its, "siren"), _text(its, "name")) for its in given)


def _other_questions(body: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The second and the third question of a certificate space: both, or none."""
    given = body.get("other_questions", [])
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given) or len(given) not in {0, 2}:
        raise Malformed("other_questions: a list of two objects is expected")
    return tuple((_text(each, "question"), _text(each, "answer")) for each in given)


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise Malformed(f"{name}: a text is expected")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Malformed(f"{name}: half a character") from None
    return value
