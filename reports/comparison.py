"""What changed between two runs: failures, repairs, checks that vanished, levels and evidence. Pure.

A check is a requirement proven by a scenario, or an *Alors* of a scenario. One that is no longer made would never fail
again, which nothing else shows: it counts as much as a failure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cucumber_messages import PickleStepType

from reports import words
from reports.judgement import Judgement, Proof, ScenarioResult
from reports.verdict import Verdict

Kind = Literal["broken", "vanished", "open", "repaired", "closed", "new", "level", "evidence"]
GRAVE: tuple[Kind, ...] = ("broken", "vanished")
_PROVEN = (Verdict.CONFORME, Verdict.AVERTISSEMENT)
_CONCLUDED = (*_PROVEN, Verdict.NON_CONFORME)
_NOT_MADE = (Verdict.NON_TESTE, Verdict.NON_APPLICABLE)
Check = tuple[str, str]
"""A scenario (as pytest names it) and the requirement that it proves."""


@dataclass(frozen=True)
class Change:
    """One difference; ``where`` names the scenario, with the requirement where there is one."""

    kind: Kind
    where: str
    told: str


def compare(old: Judgement, new: Judgement) -> list[Change]:
    """Every difference, the grave ones first."""
    found = [*_of_checks(_checks(old), _checks(new)), *_of_scenarios(_scenarios(old), _scenarios(new))]
    order: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]
    return sorted(found, key=lambda change: order.index(change.kind))


def _checks(judgement: Judgement) -> Mapping[Check, Proof]:
    return {(_name(proof.scenario), one.entry.id): proof for one in judgement.requirements for proof in one.proofs}


def _scenarios(judgement: Judgement) -> Mapping[str, ScenarioResult]:
    return {_name(scenario): scenario for scenario in judgement.scenarios}


def _name(scenario: ScenarioResult) -> str:
    return scenario.outcome.nodeid or f"{scenario.outcome.pickle.uri}::{scenario.outcome.pickle.name}"


def _of_checks(old: Mapping[Check, Proof], new: Mapping[Check, Proof]) -> Iterator[Change]:
    for check in sorted(old.keys() | new.keys()):
        before, after, where = old.get(check), new.get(check), f"{check[1]}  {check[0]}"
        kind = _kind(before.verdict if before else None, after.verdict if after else None)
        if kind:
            yield Change(kind, where, f"{_told(before)} -> {_told(after)}")
        if before and after and before.level != after.level:
            yield Change("level", where, f"{before.level} -> {after.level}")


def _kind(before: Verdict | None, after: Verdict | None) -> Kind | None:
    """What it means that the verdict of a check became another one; None of a check that was not there."""
    if after is Verdict.NON_CONFORME:
        return None if before is Verdict.NON_CONFORME else "broken"
    if before is None:
        return "new"
    if after is None or (after in _NOT_MADE and before not in _NOT_MADE):
        return "vanished"
    if before is Verdict.NON_CONFORME and after in _PROVEN:
        return "repaired"
    if before in _CONCLUDED and after is Verdict.NON_CONCLUANT:
        return "open"
    return "closed" if before not in _CONCLUDED and after in _CONCLUDED else None


def _told(proof: Proof | None) -> str:
    if proof is None:
        return "absent"
    return words.VERDICTS[proof.verdict] + (f" ({proof.scenario.reason})" if proof.scenario.reason else "")


def _of_scenarios(old: Mapping[str, ScenarioResult], new: Mapping[str, ScenarioResult]) -> Iterator[Change]:
    for name in sorted(old.keys() & new.keys()):
        before, after = old[name], new[name]
        for step, count in (_expectations(before) - _expectations(after)).items():
            yield Change("vanished", name, f"« {step} » is no longer expected" + (f" ({count} times)" * (count > 1)))
        if before.fault and after.fault and before.fault != after.fault and before.verdict is after.verdict:
            yield Change("evidence", name, f"{before.fault.told()!r} -> {after.fault.told()!r}")
        lost, won = _kept(before) - _kept(after), _kept(after) - _kept(before)
        if lost or won:
            yield Change("evidence", name, ", ".join([*_signed("-", lost), *_signed("+", won)]))


def _expectations(scenario: ScenarioResult) -> Counter[str]:
    """What its *Alors* say, with their tables."""
    steps = (step for step in scenario.outcome.pickle.steps if step.type is PickleStepType.outcome)
    return Counter(f"{step.text}{step.argument or ''}" for step in steps)


def _kept(scenario: ScenarioResult) -> Counter[tuple[int, str, str]]:
    """Evidence by step, name and kind: what a picture shows differs in every run."""
    steps = [*(step.evidence for step in scenario.outcome.steps), scenario.outcome.evidence]
    return Counter((rank, one.name, one.media_type) for rank, kept in enumerate(steps, 1) for one in kept)


def _signed(sign: str, kept: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    return (f"{sign}{name} ({kind}, step {rank})" for rank, name, kind in sorted(kept))
