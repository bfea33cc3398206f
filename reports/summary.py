"""The end of a run as the terminal shows it: plain text, English frame, verdict words in French."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from reports import words
from reports.facts import FaultRecord
from reports.judgement import Judgement, Proof, RequirementResult, ScenarioResult
from reports.neutral import one_line, visible
from reports.reading import JournalReading
from reports.register import SHEETS
from reports.replay import replay_command
from reports.unanswered import unanswered
from reports.verdict import Verdict

_COLUMNS = (Verdict.CONFORME, Verdict.AVERTISSEMENT, Verdict.NON_CONFORME, Verdict.NON_CONCLUANT, Verdict.NON_TESTE)


def render(judgement: Judgement, reading: JournalReading, run_dir: Path) -> str:
    """The summary, with no end of line at its end."""
    blocks = [
        _verdict(judgement, reading),
        _table(judgement, reading.header.partial),
        *_broken(judgement, reading, Verdict.NON_CONFORME),
        *_broken(judgement, reading, Verdict.AVERTISSEMENT),
        _open(judgement, reading),
        "" if reading.header.partial else _idle(judgement),
        _time(reading),
        f"Report: {run_dir / 'rapport.html'}",
    ]
    return visible("\n\n".join(block for block in blocks if block))


def _verdict(judgement: Judgement, reading: JournalReading) -> str:
    header = reading.header
    facts = [f"seed {header.seed}", "strict" if header.strict else "not strict"]
    facts += [f"SHARD {header.shard}: to be merged with the others"] if header.shard else []
    facts += ["PARTIAL RUN: judged over the selection only"] if header.partial and not header.shard else []
    facts += [f"MISSING SHARD {shard}: what it plays is not tested" for shard in header.missing_shards]
    played = sum(one.outcome.worker is not None for one in judgement.scenarios)
    judged = len(judgement.requirements)
    excluded = "" if header.partial else f", {len(judgement.excluded)} excluded"
    return (
        f"Verdict: {words.RUN_VERDICTS[judgement.verdict]} — {header.target.name} {header.target.version}"
        f" ({', '.join(facts)})\n"
        f"{played} of {len(judgement.scenarios)} scenarios played in {reading.duration_s:.0f} s,"
        f" {judged} requirement{'s' if judged > 1 else ''} judged{excluded}"
    )


def _table(judgement: Judgement, partial: bool) -> str:
    """What a selection leaves out says nothing of the sheets: a partial run does not count what is excluded."""
    columns = [*_COLUMNS]
    if any(one.verdict is Verdict.NON_APPLICABLE for one in judgement.requirements):
        columns.append(Verdict.NON_APPLICABLE)
    heads = ["sheet", *(words.VERDICTS[verdict] for verdict in columns), "excluded"]
    rows = [row[:-1] if partial else row for row in (heads, *_rows(judgement, columns))]
    widths = [max(len(row[rank]) for row in rows) for rank in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _rows(judgement: Judgement, columns: Iterable[Verdict]) -> Iterator[list[str]]:
    excluded = Counter(entry.sheet for entry in judgement.excluded)
    for sheet in SHEETS:
        found = Counter(one.verdict for one in judgement.requirements if one.entry.sheet == sheet)
        if found:
            yield [sheet, *(str(found[verdict] or "·") for verdict in columns), str(excluded[sheet] or "·")]


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    first, *others = [(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)])


def _broken(judgement: Judgement, reading: JournalReading, verdict: Verdict) -> Iterator[str]:
    for scenario in judgement.scenarios:
        if judgement.of_scenario(scenario) is verdict and scenario.fault:
            yield "\n".join(_failure(judgement.proven_by(scenario), scenario, scenario.fault, reading))


def _failure(
    proven: Iterable[tuple[RequirementResult, Proof]],
    scenario: ScenarioResult,
    fault: FaultRecord,
    reading: JournalReading,
) -> Iterator[str]:
    for requirement, proof in proven:
        yield f"{requirement.entry.id} {words.VERDICTS[proof.verdict].upper()} — {requirement.entry.enonce}"
        if requirement.waiver:
            yield f"  waiver:   {words.answer(requirement.waiver)}"
    pickle = scenario.outcome.pickle
    yield f"  scenario: {pickle.name} ({pickle.uri}:{scenario.outcome.line})"
    yield f"            {one_line(fault.message)}"
    yield from _told("expected:", one_line(fault.expected))
    yield from _told("seen:", one_line(fault.seen))
    yield from _told("replay:", replay_command(reading, scenario.outcome))


def _told(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"  {name:<9} {text}"


def _idle(judgement: Judgement) -> str:
    return "\n".join(
        f"ERROR: {one.entry.id} is kept, and waived: remove it from [waivers] of the profile"
        for one in judgement.idle_waivers
    )


def _open(judgement: Judgement, reading: JournalReading) -> str:
    lines = []
    for group in unanswered(judgement, reading.header):
        what = f"{group.reason.value} ({words.levers(group.levers)})" if group.levers else group.reason.value
        lines.append(f"  {what}: {len(group.requirements)} — {_some(group.requirements)}")
    untested = [one.entry.id for one in judgement.requirements if one.verdict is Verdict.NON_TESTE]
    lines += [f"  non testé: {len(untested)} — {_some(untested)}"] if untested else []
    return "\n".join(["Requirements not concluded, by reason:", *lines]) if lines else ""


def _time(reading: JournalReading) -> str:
    shares = ", ".join(f"{name} {share} %" for name, share in reading.time_spent.shares.items())
    return f"Time: {shares} (of {reading.time_spent.total:.0f} s, all workers)" if shares else ""


def _some(ids: Iterable[str]) -> str:
    found = list(ids)
    return ", ".join(found[:8]) + (f" and {len(found) - 8} more" if len(found) > 8 else "")
