"""``rapport.html``: one page, in French, self-contained, that runs nothing.

All that comes from the target is hostile: every value is escaped by the templates, and the page's own policy forbids
scripts, foreign resources and forms. Filters are made of radio buttons and style alone.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports import words
from reports.facts import RunHeader
from reports.json_report import observed
from reports.judgement import Judgement
from reports.page import PageBuilder, requirements
from reports.reading import JournalReading
from reports.register import Register
from reports.verdict import RunVerdict, Verdict

_TEMPLATES = Path(__file__).parent / "templates"
_PARIS = ZoneInfo("Europe/Paris")


def render(judgement: Judgement, reading: JournalReading, register: Register) -> str:
    """The text of the page."""
    sheets = PageBuilder(judgement, reading, register).sheets
    style = ours("rapport.css")
    return (
        environment()
        .get_template("rapport.html")
        .render(
            style=style,
            policy=policy(style),
            header=reading.header,
            judgement=judgement,
            sentence=sentence(judgement, reading.header),
            remarks=list(remarks(judgement, reading.header)),
            facts=list(facts(reading)),
            sheets=sheets,
            totals=sum((sheet.counts for sheet in sheets), Counter[Verdict | None]()),
            known={view.entry.id for view in requirements(sheets)},
            broken=list(requirements(sheets, Verdict.NON_CONFORME)),
            warned=list(requirements(sheets, Verdict.AVERTISSEMENT)),
            untested=list(requirements(sheets, Verdict.NON_TESTE)),
            unanswered=list(requirements(sheets, Verdict.NON_TESTE, Verdict.NON_CONCLUANT)),
        )
    )


def ours(name: str) -> Markup:
    """A style or a script of ours, to be put in a page as it is."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


def policy(style: str, script: str = "") -> str:
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


def told(scope: Sequence[str]) -> str:
    """What a target claims, in French, and what it leaves out of that."""
    claims = [claim for claim in scope if not claim.startswith("-")]
    left_out = [claim.removeprefix("-") for claim in scope if claim.startswith("-")]
    claimed = ", ".join(claims) or "toutes les fiches"
    return f"{claimed}, sauf {', '.join(left_out)}" if left_out else claimed


def facts(reading: JournalReading) -> Iterator[tuple[str, str]]:
    """On what the verdict rests, as names and values."""
    header = reading.header
    yield "Cible", f"{header.target.name}, version {header.target.version}"
    # a site that the run started itself has one address per worker, and its profile a place-holder
    yield "Adresse", header.target.base_url.replace("{port}", "(port choisi à chaque démarrage)")
    yield "Date", f"{paris(header.started_at)} (heure de Paris)"
    yield "Durée", duration(reading.duration_s)
    if shares := reading.time_spent.shares:
        where = ", ".join(f"{words.ACTIVITIES[name]} {share}\u00a0%" for name, share in shares.items())
        yield "Temps passé", f"{where} (de {duration(reading.time_spent.total)}, tous processus réunis)"
    for lever, kind in header.capabilities.items():
        yield f"Levier « {words.lever(lever)} »", words.LEVER_KINDS.get(kind, kind)
    declared = dict(header.variants)
    for variant, reading_name in (observed(reading) | declared).items():
        how = "déclarée par la cible" if variant in declared else "observée sur le site"
        yield f"Lecture retenue pour {variant}", f"{reading_name} ({how})"
    yield "Périmètre revendiqué", told(header.scope)
    yield "Rigueur", "stricte" if header.strict else "ordinaire"
    yield "Graine du hasard", str(header.seed)
    yield "Sélection", header.selection
    yield "Banc d'essai", f"focus-conformance {header.harness_version}"
    yield "Essai", header.run_id


def paris(instant: datetime) -> str:
    """« samedi 21 novembre 2026 à 10 h 12 », as read in Paris."""
    return format_datetime(instant.astimezone(_PARIS), "EEEE d MMMM y 'à' H\u00a0'h'\u00a0mm", locale="fr")


def duration(seconds: float) -> str:
    """« 2 min 05 s », « 3,2 s »."""
    if seconds < 60:
        return f"{seconds:.1f} s".replace(".", ",")
    return f"{int(seconds // 60)} min {int(seconds % 60):02d} s"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{_s(number)}"


def _s(number: int) -> str:
    return "s" if number > 1 else ""


def _are(number: int) -> str:
    return "sont" if number > 1 else "est"


@cache
def environment() -> Environment:
    """Where our templates are, every value escaped."""
    made = Environment(
        autoescape=True,
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words=words, Verdict=Verdict)
    made.filters.update(duration=duration)
    return made
