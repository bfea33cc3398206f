"""The captcha of a form: drawn at every display, shown as an image, spoken, changed, judged (C21, G36, G37)."""

from flask import Blueprint, Response, abort, jsonify, url_for
from flask.typing import ResponseReturnValue

from reference_impl import captcha_media, clock
from reference_impl.store import captchas
from reference_impl.web.desk import site, visitor, visitor_id

pages = Blueprint("captcha", __name__, url_prefix="/captcha")


def draw() -> dict[str, str]:
    """A new captcha for the visitor: its id, and where its image and its sound are."""
    session_id = visitor_id()
    with site().database.begin() as db:
        captcha_id = captchas.draw(db, session_id, site().signs(), clock.now())
    image = url_for("captcha.image", captcha_id=captcha_id)
    return {"id": captcha_id, "image": image, "sound": url_for("captcha.sound", captcha_id=captcha_id)}


def is_copied(captcha_id: str, typed: str) -> bool:
    """Whether the visitor has copied the captcha; it is used up either way."""
    session_id = visitor_id()
    with site().database.begin() as db:
        return captchas.use(db, captcha_id, session_id, typed, clock.now())


@pages.post("/nouvelle")
def change() -> ResponseReturnValue:
    """« Changer l'image » without leaving the page (with JavaScript; without, the link loads the page again)."""
    return jsonify(draw())


@pages.get("/<captcha_id>.png")
def image(captcha_id: str) -> ResponseReturnValue:
    """The signs as an image."""
    return Response(captcha_media.image_png(_answer(captcha_id)), mimetype="image/png")


@pages.get("/<captcha_id>.wav")
def sound(captcha_id: str) -> ResponseReturnValue:
    """The signs spoken in French."""
    return Response(captcha_media.sound_wav(_answer(captcha_id)), mimetype="audio/wav")


def _answer(captcha_id: str) -> str:
    """The signs of a captcha of this visitor; 404 for anybody else's."""
    session_id = visitor().row_id
    if session_id is None:
        abort(404)
    with site().database.begin() as db:
        return captchas.answer_for(db, captcha_id, session_id) or abort(404)
