"""``matrice.html``: which seeded defect was caught by what, as a page in French that runs nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from reports.html import ours, page

OUTCOMES = {
    "own": "pris sur son exigence",
    "elsewhere": "pris ailleurs seulement",
    "missed": "manqué",
    "unplayed": "non joué",
}


def render(defects: Sequence[Mapping[str, Any]], unexplained: Sequence[str]) -> str:
    """The text of the page."""
    return page(
        "matrice.html",
        ours("matrice.css"),
        rows=sorted(defects, key=_worst_first),
        counts=Counter(entry["outcome"] for entry in defects),
        outcomes=OUTCOMES,
        unexplained=unexplained,
    )


def _worst_first(entry: Mapping[str, Any]) -> tuple[bool, bool, str]:
    return entry["outcome"] == "own", not entry["surprises"], entry["name"]
