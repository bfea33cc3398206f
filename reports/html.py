"""``rapport.html``: one page, in French, self-contained.

All that comes from the target is hostile: every value is escaped by the templates, and the page's own policy forbids
foreign resources, forms and any script but ours, which it names by its hash. Without that script the page is whole,
only without search and filters.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports import words
from reports.basis import duration, facts, lectures, levers
from reports.judgement import Judgement
from reports.neutral import on_page
from reports.page import PageBuilder, requirements
from reports.reading import JournalReading
from reports.register import Register, Variant
from reports.sentence import remarks, sentence
from reports.unanswered import unanswered
from reports.verdict import Verdict

_TEMPLATES = Path(__file__).parent / "templates"
_FRENCH_SPACES = re.compile(
    r"(<(?P<tag>style|script|code|pre|dd|q|samp)\b.*?</(?P=tag)>|<[^>]*>)| (?=[:;?!»›])|(?<=[«‹]) |(?<=\bEP) (?=\d)",
    re.DOTALL,
)
"""French spaces that no line may be broken at; tags, and what is to be copied or compared, stay as they are."""


def render(
    judgement: Judgement,
    reading: JournalReading,
    register: Register,
    variants: Mapping[str, Variant] | None = None,
    living: Mapping[str, str] | None = None,
) -> str:
    """The text of the page. ``living``: the living sheets beside it (code of a sheet -> address)."""
    sheets, target = PageBuilder(judgement, reading, register).sheets, reading.header.target
    open_groups = unanswered(judgement, reading.header)
    return page(
        "rapport.html",
        ours("rapport.css"),
        ours("rapport.js"),
        header=reading.header,
        judgement=judgement,
        sentence=sentence(judgement, f"{target.name} {target.version}"),
        remarks=list(remarks(judgement, reading.header)),
        facts=list(facts(reading, judgement, register)),
        levers=levers(reading, open_groups),
        open_groups=open_groups,
        lectures=lectures(reading, variants or {}),
        living=living or {},
        sheets=sheets,
        totals=sum((sheet.counts for sheet in sheets), Counter[Verdict | None]()),
        known={view.entry.id for view in requirements(sheets)},
        broken=list(requirements(sheets, Verdict.NON_CONFORME)),
        warned=list(requirements(sheets, Verdict.AVERTISSEMENT)),
        untested=list(requirements(sheets, Verdict.NON_TESTE)),
        unanswered=list(requirements(sheets, Verdict.NON_TESTE, Verdict.NON_CONCLUANT)),
    )


def page(template: str, style: str, script: str = "", **shown: object) -> str:
    """The text of a page of ours, that allows its own ``style`` and ``script`` and nothing else."""
    filled = _environment().get_template(template)
    text = filled.render(style=style, script=script, policy=_policy(style, script), **shown)
    return _FRENCH_SPACES.sub(lambda found: found[1] or "\u00a0", text)


def ours(name: str) -> Markup:
    """A style or a script of ours, to be put in a page as it is."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _policy(style: str, script: str) -> str:
    """What a page of ours allows: its own style, its own script, pictures that it holds; nothing else."""
    allowed = [f"style-src '{_hash(style)}'", *([f"script-src '{_hash(script)}'"] if script else [])]
    return "; ".join(["default-src 'none'", *allowed, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _finished(value: object) -> object:
    """What a template shows: no sign of the target turns the line in which it stands, our own words included."""
    return on_page(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    """Where our templates are, every value escaped."""
    made = Environment(
        autoescape=True,
        finalize=_finished,
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words=words, Verdict=Verdict)
    made.filters.update(duration=duration)
    return made
