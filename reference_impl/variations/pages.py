"""Conforming variations of how pages come: slower, in other signs, with other statuses, or filled in by a script."""

import re
from collections.abc import Callable
from datetime import date
from threading import Event

from flask import Flask, Response, url_for

from reference_impl.domain.dates import long_date, short_date
from reference_impl.mail import messages
from reference_impl.patching import change_template, put, wrap
from reference_impl.variations import variation
from reference_impl.variations.texts import replacing
from reference_impl.web import app, security

_SLOW_S = 0.3
_SCRIPT = "{{ url_for('static', filename='site.js') }}"
_LATER = """
setTimeout(() => {
  const later = document.getElementById("plus-tard");
  later.replaceWith(later.content);
  document.head.append(Object.assign(document.createElement("script"), { src: document.currentSite }));
}, 300);
"""
_WALKS = ("EP6-2-14", "EP6-2-24", "EP2-2-57")
"""Requirements whose scenarios go through several screens each."""


@variation("reponses-lentes", admits="patience du profil", plays=(*_WALKS, "EP5-3-10"))
def _slowly() -> None:
    """Chaque réponse prend trois dixièmes de seconde."""
    _before(lambda: Event().wait(_SLOW_S))


@variation("contenu-insere-par-script", admits="patience du profil", plays=(*_WALKS, "EP6-2-18", "EP6-2-21"))
def _by_script() -> None:
    """Le contenu de chaque page n'est inséré qu'après 300 ms, par un script."""
    main = '<main id="contenu"'
    change_template("layout.html", replacing(
        (f'<script src="{_SCRIPT}" defer>', """<script src="{{ url_for('later') }}" defer>"""),
        (main, f'<template id="plus-tard">{main}'), ("</main>", "</main></template>"),
    ))  # fmt: skip

    def guard(sound: Callable[[Flask], None], served: Flask) -> None:
        sound(served)
        served.add_url_rule("/plus-tard.js", "later", lambda: Response(_script(), mimetype="text/javascript"))

    wrap(security, "guard", guard)


def _script() -> str:
    return _LATER.replace("document.currentSite", repr(url_for("static", filename="site.js")))


@variation("refus-en-page-ordinaire", admits="G16", plays=("G16", "EP6-2-12"))
def _refusals_with_200() -> None:
    """Un refus est une page comme une autre pour le protocole : 200, et non 422."""

    def plain(response: Response) -> Response:
        if response.status_code == 422:
            response.status_code = 200
        return response

    _after(plain)


@variation("apostrophes-typographiques", admits="C79", plays=("EP6-2-18", "EP6-2-25", "EP2-2-14", "PER-2-5"))
def _curly() -> None:
    """Les écrans écrivent l'apostrophe courbe et l'espace insécable devant les deux-points."""
    _change_texts(lambda text: text.replace("'", "\u2019").replace(" :", "\u00a0:").replace("&#39;", "\u2019"))


@variation("espaces-en-trop", admits="C79", plays=("EP6-2-14", "EP6-2-25", "EP2-3-10"))
def _spaced() -> None:
    """Les textes des écrans sont entourés d'espaces et coupés en lignes."""
    _change_texts(lambda text: f" \n {text} \n " if text.strip() else text)


@variation("titres-en-capitales", admits="C79", plays=("EP6-2-10", "EP6-2-24", "EP2-2-13"))
def _shouting() -> None:
    """Les titres sont en capitales."""
    _change(lambda page: re.sub(r"(<h[123][^>]*>)([^<]*)", lambda found: found[1] + found[2].upper(), page))


@variation("dates-en-chiffres", admits="G65", plays=("EP6-2-26", "C05", "PER-3-16", "EP5-3-10"))
def _in_figures() -> None:
    """Les écrans et les courriels écrivent les dates en chiffres : 05/06/2026."""
    put(app, "long_date", short_date)
    put(messages, "long_date", short_date)


@variation("jour-sans-zero", admits="G65", plays=("EP6-2-26", "C05", "PER-2-5"))
def _without_zero() -> None:
    """Le jour s'écrit sans zéro : 5 juin 2026, 1er juin 2026."""

    def shorter(day: date) -> str:
        first, _, rest = long_date(day).partition(" ")
        return f"{'1er' if day.day == 1 else first.lstrip('0')} {rest}"

    put(app, "long_date", shorter)
    put(messages, "long_date", shorter)


# -- how -------------------------------------------------------------------------------------------------------------


def _change_texts(change: Callable[[str], str]) -> None:
    """Have ``change`` applied to what stands between the tags of each page, but for what a person types or copies."""
    kept = r"<(?:script|style|textarea|option|title)\b.*?</(?:script|style|textarea|option|title)>"
    parts = re.compile(rf"({kept}|<[^>]*>)", re.DOTALL)
    _change(lambda page: "".join(part if part.startswith("<") else change(part) for part in parts.split(page)))


def _change(change: Callable[[str], str]) -> None:
    def changed(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.set_data(change(response.get_data(as_text=True)))
        return response

    _after(changed)


def _after(act: Callable[[Response], Response]) -> None:
    wrap(security, "guard", lambda sound, served: (sound(served), served.after_request(act)))


def _before(act: Callable[[], object]) -> None:
    def waiting() -> None:
        act()

    wrap(security, "guard", lambda sound, served: (sound(served), served.before_request(waiting)))
