"""What is concluded of each scenario and of each requirement, from a journal and the register. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reports.facts import FaultRecord, RunHeader, Waiver
from reports.journal import Status
from reports.reading import JournalError, JournalReading, ScenarioOutcome
from reports.register import Entry, Level, Register
from reports.verdict import Reason, RunVerdict, Verdict, level_for, levelled, run_verdict, worst


@dataclass(frozen=True)
class ScenarioResult:
    """A scenario judged by itself, before any level is taken into account."""

    outcome: ScenarioOutcome
    verdict: Verdict
    reason: Reason | None
    fault: FaultRecord | None


@dataclass(frozen=True)
class Proof:
    """A scenario as it counts for one requirement: the level may turn its failure into a warning."""

    scenario: ScenarioResult
    level: Level
    verdict: Verdict


@dataclass(frozen=True)
class RequirementResult:
    """A requirement, what was concluded of it, and on which scenarios that rests."""

    entry: Entry
    proofs: tuple[Proof, ...]
    verdict: Verdict
    reason: Reason | None
    waiver: Waiver | None


@dataclass(frozen=True)
class NotConcluded:
    """Requirements left open for the same reason and, where a lever lacks, for the same lever."""

    reason: Reason
    capability: str | None
    requirements: tuple[str, ...]


@dataclass(frozen=True)
class Judgement:
    """Of a whole run, in the order of the sheets."""

    requirements: tuple[RequirementResult, ...]
    excluded: tuple[Entry, ...]
    scenarios: tuple[ScenarioResult, ...]

    @property
    def verdict(self) -> RunVerdict:
        """Of the run."""
        return run_verdict(requirement.verdict for requirement in self.requirements)

    @property
    def idle_waivers(self) -> tuple[RequirementResult, ...]:
        """Requirements that the profile waives and that the site keeps: the profile is no longer true."""
        kept = (one for one in self.requirements if one.verdict is Verdict.CONFORME)
        return tuple(one for one in kept if one.waiver)

    def of_scenario(self, scenario: ScenarioResult) -> Verdict:
        """The worst of what a scenario proves."""
        return worst(proof.verdict for _, proof in self.proven_by(scenario))

    def proven_by(self, scenario: ScenarioResult) -> Sequence[tuple[RequirementResult, Proof]]:
        """What a scenario proves, in the order of the sheets."""
        return self._by_scenario.get(id(scenario), [])

    @property
    def not_concluded(self) -> tuple[NotConcluded, ...]:
        """What would have to be provided for everything to be concluded."""
        groups: dict[tuple[Reason, str | None], dict[str, None]] = {}
        for requirement in self.requirements:
            for cause in _causes(requirement) if requirement.verdict is Verdict.NON_CONCLUANT else ():
                groups.setdefault(cause, {})[requirement.entry.id] = None
        found = [NotConcluded(reason, lever, tuple(ids)) for (reason, lever), ids in groups.items()]
        return tuple(sorted(found, key=lambda group: (list(Reason).index(group.reason), -len(group.requirements))))

    @cached_property
    def _by_scenario(self) -> Mapping[int, list[tuple[RequirementResult, Proof]]]:
        found: dict[int, list[tuple[RequirementResult, Proof]]] = {}
        for requirement in self.requirements:
            for proof in requirement.proofs:
                found.setdefault(id(proof.scenario), []).append((requirement, proof))
        return found


def judge(reading: JournalReading, register: Register) -> Judgement:
    """Everything that the journal allows to conclude. Raises JournalError for a scenario that proves nothing."""
    scenarios = tuple(judge_scenario(outcome) for outcome in _consistent(reading.outcomes))
    proofs: dict[str, list[ScenarioResult]] = {}
    for scenario in scenarios:
        for carried in _carried(scenario.outcome, register):
            proofs.setdefault(carried, []).append(scenario)
    judged = (
        _requirement(entry, proofs.get(entry.id, []), reading.header)
        for entry in register.entries.values()
        if entry.exclue is None and (entry.id in proofs or not reading.header.partial)
    )
    excluded = tuple(entry for entry in register.entries.values() if entry.exclue is not None)
    return Judgement(tuple(judged), excluded, scenarios)


def judge_scenario(outcome: ScenarioOutcome) -> ScenarioResult:
    """By its first fault; without any, only a scenario whose every step passed is conforming."""
    fault = outcome.first_fault or _fault_of_the_run(outcome)
    if fault is not None:
        return ScenarioResult(outcome, *fault.conclusion, fault)
    verdict = Verdict.CONFORME if outcome.worker is not None else Verdict.NON_TESTE
    return ScenarioResult(outcome, verdict, None, None)


def _fault_of_the_run(outcome: ScenarioOutcome) -> FaultRecord | None:
    if outcome.worker is None:
        return None
    if not outcome.finished:
        message = f"Le processus d'exécution {outcome.worker} s'est arrêté pendant ce scénario."
        return FaultRecord(kind="environment", phase="teardown", message=message)
    if not outcome.steps or any(step.status is not Status.passed for step in outcome.steps):
        message = "Une étape n'a pas abouti, sans que le banc d'essai dise pourquoi."
        return FaultRecord(kind="harness", phase="teardown", message=message)
    return None


def _consistent(outcomes: Iterable[ScenarioOutcome]) -> Iterable[ScenarioOutcome]:
    """A site may follow either reading of a variant, but the same everywhere: the first one seen binds it."""
    binding: dict[str, str] = {}
    for outcome in outcomes:
        strayed = {
            variant: reading
            for variant, reading in outcome.readings.items()
            if binding.setdefault(variant, reading) != reading
        }
        late = next((_strayed(variant, binding[variant], reading) for variant, reading in strayed.items()), None)
        yield replace(outcome, late=outcome.late or late)


def _strayed(variant: str, expected: str, seen: str) -> FaultRecord:
    message = f"Le site ne suit pas partout la même lecture de {variant}."
    return FaultRecord(kind="unmet", phase="then", message=message, expected=expected, seen=seen)


def _carried(outcome: ScenarioOutcome, register: Register) -> list[str]:
    names = dict.fromkeys(tag.name.removeprefix("@") for tag in outcome.pickle.tags)
    carried = [name for name in names if name in register.entries]
    if not carried:
        raise JournalError(f"{outcome.pickle.uri}:{outcome.line}: carries no requirement of the register")
    return carried


def _requirement(entry: Entry, scenarios: Iterable[ScenarioResult], header: RunHeader) -> RequirementResult:
    waiver = header.waivers.get(entry.id)
    claimed = entry.claimed_by(header.scope)
    proofs = tuple(_proof(entry, scenario, header.strict, claimed) for scenario in scenarios)
    if not claimed:
        return RequirementResult(entry, proofs, Verdict.NON_APPLICABLE, Reason.SCOPE, waiver)
    verdict = worst(proof.verdict for proof in proofs)
    reason = next((proof.scenario.reason for proof in proofs if proof.verdict is verdict), None)
    return RequirementResult(entry, proofs, verdict, reason, waiver)


def _proof(entry: Entry, scenario: ScenarioResult, strict: bool, claimed: bool) -> Proof:
    level = level_for((tag.name for tag in scenario.outcome.pickle.tags), entry.niveau)
    verdict = levelled(scenario.verdict, level, strict) if claimed else Verdict.NON_APPLICABLE
    return Proof(scenario, level, verdict)


def _causes(requirement: RequirementResult) -> Iterable[tuple[Reason, str | None]]:
    for proof in requirement.proofs:
        scenario = proof.scenario
        if proof.verdict is Verdict.NON_CONCLUANT and scenario.reason:
            yield scenario.reason, scenario.fault.capability if scenario.fault else None
