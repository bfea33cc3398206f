"""``rapport.html``: one page, in French, self-contained.

All that comes from the target is hostile: every value is escaped by the templates, and the page's own policy forbids
foreign resources, forms and any script but ours, which it names by its hash. Without that script the page is whole,
only without search and filters.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports import words
from reports.basis import duration, facts, lectures, levers, told
from reports.facts import RunHeader
from reports.judgement import Judgement
from reports.neutral import on_page
from reports.page import PageBuilder, requirements
from reports.reading import JournalReading
from reports.register import Register, Variant
from reports.verdict import RunVerdict, Verdict

_TEMPLATES = Path(__file__).parent / "templates"


def render(
    judgement: Judgement,
    reading: JournalReading,
    register: Register,
    variants: Mapping[str, Variant] | None = None,
    living: Mapping[str, str] | None = None,
) -> str:
    """The text of the page. ``living``: the living sheets beside it (code of a sheet -> address)."""
    sheets = PageBuilder(judgement, reading, register).sheets
    return page(
        "rapport.html",
        ours("rapport.css"),
        ours("rapport.js"),
        header=reading.header,
        judgement=judgement,
        sentence=sentence(judgement, reading.header),
        remarks=list(remarks(judgement, reading.header)),
        facts=list(facts(reading, judgement, register)),
        levers=levers(reading, judgement),
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
    return filled.render(style=style, script=script, policy=_policy(style, script), **shown)


def ours(name: str) -> Markup:
    """A style or a script of ours, to be put in a page as it is."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _policy(style: str, script: str) -> str:
    """What a page of ours allows: its own style, its own script, pictures that it holds; nothing else."""
    allowed = [f"style-src '{_hash(style)}'", *([f"script-src '{_hash(script)}'"] if script else [])]
    return "; ".join(["default-src 'none'", *allowed, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def sentence(judgement: Judgement, header: RunHeader) -> str:
    """The verdict in one sentence."""
    target = f"{header.target.name} {header.target.version}"
    found = Counter(result.verdict for result in judgement.requirements)
    broken, total = found[Verdict.NON_CONFORME], len(judgement.requirements)
    if judgement.verdict is RunVerdict.NON_CONFORME:
        return (
            f"{target} n'est pas conforme :"
            f" {_many(broken, 'exigence')} sur {total} {_are(broken)} enfreinte{_s(broken)}."
        )
    if judgement.verdict is RunVerdict.INCOMPLET:
        left = found[Verdict.NON_CONCLUANT] + found[Verdict.NON_TESTE]
        return (
            f"On ne peut pas conclure sur {target} : rien n'est enfreint, mais {_many(left, 'exigence')}"
            f" sur {total} {'reste' if left == 1 else 'restent'} sans réponse."
        )
    proven = found[Verdict.CONFORME] + found[Verdict.AVERTISSEMENT]
    return f"{target} est conforme : {_many(proven, 'exigence')} sur {total} {_are(proven)} respectée{_s(proven)}."


def remarks(judgement: Judgement, header: RunHeader) -> Iterator[str]:
    """What a reader must know before relying on the sentence."""
    found = Counter(result.verdict for result in judgement.requirements)
    for shard in header.missing_shards:
        yield f"La part {shard} de l'essai manque : ce qu'elle devait jouer n'est pas testé."
    if header.partial:
        yield "Essai partiel : seule une sélection de scénarios a été jouée, et le verdict ne vaut que pour elle."
    if header.scope:
        yield f"La cible ne revendique que : {told(header.scope)}. Le reste n'est pas jugé."
    if found[Verdict.AVERTISSEMENT]:
        yield f"{_many(found[Verdict.AVERTISSEMENT], 'avertissement')} à lire plus bas."
    left = found[Verdict.NON_CONCLUANT] + found[Verdict.NON_TESTE]
    if left and judgement.verdict is RunVerdict.NON_CONFORME:
        yield f"{_many(left, 'exigence')} sans réponse."
    if header.strict:
        yield "Essai strict : les avertissements comptent comme des infractions."


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{_s(number)}"


def _s(number: int) -> str:
    return "s" if number > 1 else ""


def _are(number: int) -> str:
    return "sont" if number > 1 else "est"


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
