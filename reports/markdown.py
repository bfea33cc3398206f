"""``summary.md``: the verdict on the pages of continuous integration (job summaries, comments of merge requests).

All that comes from the target stands in code spans: there, Markdown reads neither tags nor links nor mentions.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from reports import words
from reports.basis import paris
from reports.judgement import Judgement, RequirementResult
from reports.neutral import code, prose
from reports.reading import JournalReading
from reports.register import SHEETS
from reports.replay import replay_command
from reports.sentence import remarks, sentence
from reports.unanswered import unanswered
from reports.verdict import RunVerdict, Verdict

_ICONS = {RunVerdict.CONFORME: "✅", RunVerdict.NON_CONFORME: "❌", RunVerdict.INCOMPLET: "⚠️"}
_COLUMNS = tuple(Verdict)
_SHOWN = 20
"""Requirements told one by one, of each verdict: the page has them all, and CI systems limit what they show."""


def render(judgement: Judgement, reading: JournalReading) -> str:
    """The text of the file."""
    blocks = (_head(judgement, reading), _table(judgement), _broken(judgement, reading), _open(judgement, reading))
    return "\n".join(chain.from_iterable(blocks)) + "\n"


def _head(judgement: Judgement, reading: JournalReading) -> Iterator[str]:
    header = reading.header
    yield f"## {_ICONS[judgement.verdict]} Fiches FOCUS : {words.RUN_VERDICTS[judgement.verdict]}"
    yield ""
    yield sentence(judgement, code(f"{header.target.name} {header.target.version}"))
    yield ""
    rigour = "essai strict" if header.strict else "essai ordinaire"
    yield f"{paris(header.started_at)} (heure de Paris), {rigour}, graine {header.seed}, essai {prose(header.run_id)}."
    yield ""
    found = [f"- {prose(one)}" for one in remarks(judgement, header)]
    yield from [*found, ""] if found else []


def _table(judgement: Judgement) -> Iterator[str]:
    yield f"| Exigences | {' | '.join(words.VERDICTS[verdict] for verdict in _COLUMNS)} |"
    yield "|---" * (len(_COLUMNS) + 1) + "|"
    for sheet in SHEETS:
        mine = [one.verdict for one in judgement.requirements if one.entry.sheet == sheet]
        if mine:
            counts = (str(mine.count(verdict) or "·") for verdict in _COLUMNS)
            yield f"| {words.SHORT_SHEETS[sheet]} | {' | '.join(counts)} |"
    yield ""


def _broken(judgement: Judgement, reading: JournalReading) -> Iterator[str]:
    for verdict in (Verdict.NON_CONFORME, Verdict.AVERTISSEMENT):
        found = [one for one in judgement.requirements if one.verdict is verdict]
        if found:
            yield f"### {words.VERDICTS[verdict].capitalize()} : {len(found)}"
            yield ""
            yield from chain.from_iterable(_requirement(one, reading) for one in found[:_SHOWN])
            yield from _more(found)


def _requirement(result: RequirementResult, reading: JournalReading) -> Iterator[str]:
    yield f"- **{result.entry.id}** {prose(result.entry.enonce)}"
    proof = next(proof for proof in result.proofs if proof.verdict is result.verdict)
    scenario = proof.scenario
    fault = scenario.fault
    told = [("Scénario", scenario.outcome.pickle.name), ("Constat", fault.message if fault else "")]
    told += [("Attendu", fault.expected or ""), ("Constaté", fault.seen or "")] if fault else []
    told += [("Réponse du vendeur", words.answer(result.waiver))] if result.waiver else []
    told += [("Rejouer", replay_command(reading, scenario.outcome))]
    for name, text in told:
        if text:
            yield f"  - {name} : {code(text)}"


def _more(found: Sequence[RequirementResult]) -> Iterator[str]:
    if len(found) > _SHOWN:
        yield f"- et {len(found) - _SHOWN} de plus : {_ids(one.entry.id for one in found[_SHOWN:])}"
    yield ""


def _open(judgement: Judgement, reading: JournalReading) -> Iterator[str]:
    untested = [one.entry.id for one in judgement.requirements if one.verdict is Verdict.NON_TESTE]
    if not (judgement.not_concluded or untested):
        return
    yield "### Sans réponse"
    yield ""
    for group in unanswered(judgement, reading.header):
        what = words.REASONS[group.reason].rstrip(".")
        levers = f" ({prose(words.levers(group.levers))})" if group.levers else ""
        yield f"- {what}{levers}, {_counted(group.requirements)}"
    if untested:
        yield f"- {words.NEVER_PLAYED.rstrip('.')}, {_counted(untested)}"
    yield ""


def _counted(ids: Sequence[str]) -> str:
    return f"{len(ids)} exigence{'s' if len(ids) > 1 else ''} : {_ids(ids)}"


def _ids(ids: Iterable[str]) -> str:
    found = list(ids)
    more = f" et {len(found) - 2 * _SHOWN} de plus" if len(found) > 2 * _SHOWN else ""
    return ", ".join(found[: 2 * _SHOWN]) + more
