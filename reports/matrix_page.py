"""``matrice.html``: which seeded defect was caught by what, as a page in French that runs nothing."""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

OUTCOMES = {
    "own": "pris sur son exigence",
    "elsewhere": "pris ailleurs seulement",
    "missed": "manqué",
    "unplayed": "non joué",
}
_TEMPLATES = Path(__file__).parent / "templates"


def render(defects: Sequence[Mapping[str, Any]], unexplained: Sequence[str]) -> str:
    """The text of the page."""
    style = (_TEMPLATES / "matrice.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("matrice.html").render(
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        rows=sorted(defects, key=_worst_first),
        counts=Counter(entry["outcome"] for entry in defects),
        outcomes=OUTCOMES,
        unexplained=unexplained,
    )


def _worst_first(entry: Mapping[str, Any]) -> tuple[bool, bool, str]:
    return entry["outcome"] == "own", not entry["surprises"], entry["name"]
