"""The pages that stand beside one another, and the ids of a text made into links to where each is told."""

import re
from collections.abc import Collection

from markupsafe import Markup

REPORT, COVERAGE, TOPICS = "rapport.html", "couverture.html", "contradictions.html"
_IDENTIFIER = re.compile(r"\b(?:(?:EP[2456]|PER)-[0-9.]*[0-9]-[0-9]+|[CG][0-9]{2})\b")


def address(id_: str, page: str) -> str:
    """Where ``page`` leads for an id: contradictions and gaps have a page of their own, statements are in the other."""
    told = TOPICS if id_[0] in "CG" else COVERAGE
    return f"#{id_}" if told == page else f"{told}#{id_}"


def linked(text: str, known: Collection[str], page: str) -> Markup:
    """``text``, escaped, each id of ``known`` made into a link for ``page``."""
    parts: list[Markup] = []
    end = 0
    for match in _IDENTIFIER.finditer(text):
        if match[0] in known:
            link = Markup('<a href="{}">{}</a>').format(address(match[0], page), match[0])
            parts += [Markup.escape(text[end : match.start()]), link]
            end = match.end()
    return Markup("").join([*parts, Markup.escape(text[end:])])
