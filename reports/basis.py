"""On what a verdict rests, in words: the target, its levers, the readings it follows, the sheets, the run itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from reports import words
from reports.json_report import observed
from reports.judgement import Judgement
from reports.reading import JournalReading
from reports.register import SHEETS, Register, Variant
from reports.unanswered import Unanswered

_PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class LeverView:
    """A lever, how the target offers it, and the requirements that wait for it, alone or with others."""

    name: str
    offered: str
    waiting: Sequence[str]


@dataclass(frozen=True)
class LectureView:
    """A place where the sheets disagree, the reading that the site is judged by, and how that is known."""

    variant: str
    question: str
    reading: str
    known: str


def facts(reading: JournalReading, judgement: Judgement, register: Register) -> Iterator[tuple[str, str]]:
    """Names and values, what matters most first."""
    header = reading.header
    yield "Cible", f"{header.target.name}, version {header.target.version}"
    # a site that the run started itself has one address per worker, and its profile a place-holder
    yield "Adresse", header.target.base_url.replace("{port}", "(port choisi à chaque démarrage)")
    yield "Date", f"{paris(header.started_at)} (heure de Paris)"
    yield "Périmètre revendiqué", told(header.scope)
    yield "Rigueur", "stricte" if header.strict else "ordinaire"
    yield "Scénarios", _played(judgement)
    yield "Fiches", _editions(judgement, register)
    yield "Preuves gardées", words.EVIDENCE[header.evidence]
    yield "Graine du hasard", str(header.seed)
    yield "Banc d'essai", f"focus-conformance {header.harness_version}"
    yield "Essai", header.run_id
    yield "Durée", duration(reading.duration_s)
    if shares := reading.time_spent.shares:
        where = ", ".join(f"{words.ACTIVITIES[name]} {share}\u00a0%" for name, share in shares.items())
        yield "Temps passé", f"{where} (de {duration(reading.time_spent.total)}, tous processus réunis)"
    seed = "" if "--seed" in header.selection else f" --seed {header.seed}"
    yield "Commande", f"uv run pytest {header.selection}{seed}"


def levers(reading: JournalReading, groups: Sequence[Unanswered]) -> list[LeverView]:
    """Those that the target declares, then those that something waited for all the same."""
    waiting: dict[str, list[str]] = {}
    for group in groups:
        for lever in group.levers:
            waiting.setdefault(lever, []).extend(group.requirements)
    declared = {name: words.LEVER_KINDS.get(kind, kind) for name, kind in reading.header.capabilities.items()}
    missing = words.LEVER_KINDS["none"]
    return [
        LeverView(words.lever(name), declared.get(name, missing), waiting.get(name, ()))
        for name in dict.fromkeys([*declared, *waiting])
    ]


def lectures(reading: JournalReading, variants: Mapping[str, Variant]) -> list[LectureView]:
    """One per variant that the target declares or that the run observed."""
    declared = dict(reading.header.variants)
    followed = dict(sorted((observed(reading) | declared).items()))
    return [
        _lecture(key, name, variants.get(key), "déclarée par la cible" if key in declared else "observée sur le site")
        for key, name in followed.items()
    ]


def _lecture(key: str, name: str, variant: Variant | None, known: str) -> LectureView:
    if variant is None:
        return LectureView(key, "", name, known)
    return LectureView(key, variant.question, variant.lectures.get(name, name), known)


def _played(judgement: Judgement) -> str:
    played = sum(one.outcome.worker is not None for one in judgement.scenarios)
    return f"{played} joué{'s' if played > 1 else ''} sur {len(judgement.scenarios)}"


def _editions(judgement: Judgement, register: Register) -> str:
    """The sheets that are judged, each with its edition."""
    judged = {one.entry.sheet for one in judgement.requirements}
    known = (register.sheets[code] for code in SHEETS if code in judged and code in register.sheets)
    return "\n".join(
        f"{words.SHORT_SHEETS[one.code]} : {one.edition}" if one.edition else words.SHORT_SHEETS[one.code]
        for one in known
    ) or "aucune"  # fmt: skip


def told(scope: Sequence[str]) -> str:
    """What a target claims, in French, and what it leaves out of that."""
    named = [claim.removeprefix("-") for claim in scope]
    shown = dict(zip(scope, (words.SHORT_SHEETS.get(name, name) for name in named), strict=True))
    claims = [name for claim, name in shown.items() if not claim.startswith("-")]
    left_out = [name for claim, name in shown.items() if claim.startswith("-")]
    claimed = ", ".join(claims) or "toutes les fiches"
    return f"{claimed}, sauf {', '.join(left_out)}" if left_out else claimed


def paris(instant: datetime) -> str:
    """« samedi 21 novembre 2026 à 10 h 12 », as read in Paris."""
    return format_datetime(instant.astimezone(_PARIS), "EEEE d MMMM y 'à' H\u00a0'h'\u00a0mm", locale="fr")


def duration(seconds: float) -> str:
    """« 2 min 05 s », « 3,2 s »."""
    if seconds < 60:
        return f"{seconds:.1f} s".replace(".", ",")
    return f"{int(seconds // 60)} min {int(seconds % 60):02d} s"
