"""The verdict table: what an event in a scenario means for the target. Pure: no file, no clock, no journal.

Never green by accident: whatever is not understood is not concluded, and an empty set is not tested.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from reports.register import Level

Kind = Literal[
    "unmet", "absent", "site_error", "precondition", "capability", "configuration", "environment", "harness", "scope"
]
"""What went wrong, by whose fault it is (the kinds of ``targets.faults``)."""
Phase = Literal["given", "when", "then", "setup", "teardown"]
"""Where it went wrong: the kind of step, or outside any step."""


class Verdict(StrEnum):
    """Of a scenario and of a requirement, from worst to best."""

    NON_CONFORME = "non_conforme"
    NON_CONCLUANT = "non_concluant"
    NON_TESTE = "non_teste"
    AVERTISSEMENT = "avertissement"
    CONFORME = "conforme"
    NON_APPLICABLE = "non_applicable"


class Reason(StrEnum):
    """Why nothing was concluded."""

    PRECONDITION = "PRECONDITION"
    CAPABILITY = "CAPABILITY"
    SCOPE = "SCOPE"
    CONFIGURATION = "CONFIGURATION"
    ENVIRONMENT = "ENVIRONMENT"
    HARNESS = "HARNESS"


class RunVerdict(StrEnum):
    """Of the whole run."""

    CONFORME = "conforme"
    NON_CONFORME = "non_conforme"
    INCOMPLET = "incomplet"

    @property
    def exit_code(self) -> int:
        """What the command that ran the scenarios answers to its caller."""
        return {"conforme": 0, "non_conforme": 1, "incomplet": 10}[self]


_SEVERITY = list(Verdict)
_WHATEVER_THE_PHASE: dict[Kind, tuple[Verdict, Reason]] = {
    "precondition": (Verdict.NON_CONCLUANT, Reason.PRECONDITION),
    "capability": (Verdict.NON_CONCLUANT, Reason.CAPABILITY),
    "scope": (Verdict.NON_APPLICABLE, Reason.SCOPE),
    "configuration": (Verdict.NON_CONCLUANT, Reason.CONFIGURATION),
    "environment": (Verdict.NON_CONCLUANT, Reason.ENVIRONMENT),
    "harness": (Verdict.NON_CONCLUANT, Reason.HARNESS),
}
_BROKEN = (Verdict.NON_CONFORME, None)
_PRECONDITION = (Verdict.NON_CONCLUANT, Reason.PRECONDITION)
_HARNESS = (Verdict.NON_CONCLUANT, Reason.HARNESS)


def conclude(kind: Kind, phase: Phase) -> tuple[Verdict, Reason | None]:
    """The verdict of a scenario stopped by a fault of this kind in this phase.

    A lever or the ground that fails explains the failure better than the phase does, so the kind comes first. In
    the tear-down only an expectation speaks of the target: the exact ledger of mails is closed there.
    """
    if kind in _WHATEVER_THE_PHASE:
        return _WHATEVER_THE_PHASE[kind]
    if phase in ("given", "setup"):
        return _PRECONDITION
    return _BROKEN if phase != "teardown" or kind == "unmet" else _HARNESS


def levelled(verdict: Verdict, level: Level, strict: bool) -> Verdict:
    """A broken requirement only warns at level ``avertissement``, unless the run is strict."""
    warns = verdict is Verdict.NON_CONFORME and level == "avertissement" and not strict
    return Verdict.AVERTISSEMENT if warns else verdict


def level_for(tags: Iterable[str], level: Level) -> Level:
    """The level of a requirement in one scenario: the tag nearest to the scenario overrides the register's."""
    for tag in tags:
        if tag == "@bloquant":
            level = "bloquant"
        elif tag == "@avertissement":
            level = "avertissement"
    return level


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of them; nothing at all is not tested."""
    return min(verdicts, key=severity, default=Verdict.NON_TESTE)


def severity(verdict: Verdict) -> int:
    """The rank of a verdict, the worst first."""
    return _SEVERITY.index(verdict)


def run_verdict(requirements: Iterable[Verdict]) -> RunVerdict:
    """Of a run, from its requirements. A run that proved nothing is not conforming."""
    found = set(requirements)
    if Verdict.NON_CONFORME in found:
        return RunVerdict.NON_CONFORME
    proven = found & {Verdict.CONFORME, Verdict.AVERTISSEMENT}
    doubtful = found & {Verdict.NON_CONCLUANT, Verdict.NON_TESTE}
    return RunVerdict.CONFORME if proven and not doubtful else RunVerdict.INCOMPLET
