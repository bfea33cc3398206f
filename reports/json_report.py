"""``report.json``: the conclusions for programs. Its shape is promised by ``report.schema.json``."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from reports.evidence_files import evidence_files
from reports.facts import FaultRecord
from reports.judgement import Judgement, Proof, RequirementResult
from reports.neutral import json_text
from reports.reading import JournalReading, StepOutcome
from reports.register import Entry
from reports.replay import replay_command
from reports.verdict import Verdict

FORMAT = 1
"""The promise that docs/report.md explains."""


def render(judgement: Judgement, reading: JournalReading) -> str:
    """The text of the file."""
    return json_text(document(judgement, reading))


def document(judgement: Judgement, reading: JournalReading) -> dict[str, Any]:
    """The report as plain data."""
    header = reading.header.model_dump(mode="json")
    kept = (
        "run_id", "capabilities", "variants", "scope", "seed", "strict", "partial", "selection", "harness_version",
        "missing_shards",
    )  # fmt: skip
    files = evidence_files(reading.outcomes)
    kept_of = {id(one): [file.path for file in files[rank]] for rank, one in enumerate(judgement.scenarios)}
    return {
        "format": FORMAT,
        "verdict": judgement.verdict.value,
        "exit_code": judgement.verdict.exit_code,
        "counts": counts(judgement),
        "target": {name: header["target"][name] for name in ("name", "version", "base_url")},
        "started_at": header["started_at"],
        "duration_s": round(reading.duration_s, 3),
        "time_spent_s": {name: round(spent, 3) for name, spent in reading.time_spent.seconds.items()},
        **{name: header[name] for name in kept},
        "shard": str(reading.header.shard) if reading.header.shard else None,
        "observed": observed(reading),
        "requirements": [_requirement(one, reading, kept_of) for one in judgement.requirements],
        "excluded": [_entry(entry) | {"reason": entry.exclue} for entry in judgement.excluded],
        "not_concluded": [
            {"reason": group.reason.value, "capability": group.capability, "requirements": list(group.requirements)}
            for group in judgement.not_concluded
        ],
    }


def counts(judgement: Judgement) -> dict[str, Any]:
    """How many requirements and scenarios have each verdict, zero included."""
    return {
        "requirements": _tally(Counter(one.verdict for one in judgement.requirements)),
        "scenarios": _tally(Counter(judgement.of_scenario(one) for one in judgement.scenarios)),
        "excluded": len(judgement.excluded),
    }


def observed(reading: JournalReading) -> dict[str, str]:
    """The reading of each variant that the site was first seen to follow."""
    found: dict[str, str] = {}
    for outcome in reading.outcomes:
        found = dict(outcome.readings) | found
    return dict(sorted(found.items()))


def _tally(found: Mapping[Verdict, int]) -> dict[str, int]:
    return {verdict.value: found.get(verdict, 0) for verdict in Verdict}


def _entry(entry: Entry) -> dict[str, str | None]:
    return {"id": entry.id, "sheet": entry.sheet, "section": entry.section, "statement": entry.enonce}


def _requirement(
    result: RequirementResult, reading: JournalReading, kept_of: Mapping[int, list[str]]
) -> dict[str, Any]:
    return _entry(result.entry) | {
        "level": result.entry.niveau,
        "verdict": result.verdict.value,
        "reason": result.reason.value if result.reason else None,
        "waiver": result.waiver.model_dump(mode="json") if result.waiver else None,
        "scenarios": [_scenario(proof, reading, kept_of[id(proof.scenario)]) for proof in result.proofs],
    }


def _scenario(proof: Proof, reading: JournalReading, evidence: list[str]) -> dict[str, Any]:
    scenario, outcome = proof.scenario, proof.scenario.outcome
    return {
        "name": outcome.pickle.name,
        "uri": outcome.pickle.uri,
        "line": outcome.line,
        "level": proof.level,
        "verdict": proof.verdict.value,
        "reason": scenario.reason.value if scenario.reason else None,
        "fault": _fault(scenario.fault, outcome.steps),
        "duration_s": round(outcome.seconds, 3),
        "evidence": evidence,
        "replay": replay_command(reading, outcome),
    }


def _fault(fault: FaultRecord | None, steps: tuple[StepOutcome, ...]) -> dict[str, Any] | None:
    if fault is None:
        return None
    step = next((rank for rank, step in enumerate(steps) if step.fault is fault), None)
    return fault.model_dump(mode="json") | {"step": step}
