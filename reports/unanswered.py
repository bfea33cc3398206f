"""What was not concluded, by what would conclude it: the same in the page, in the summary and on the terminal.

A scenario stops at the first lever that the target lacks; a vendor must know of all those that a requirement takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports import words
from reports.facts import RunHeader
from reports.judgement import Judgement, RequirementResult
from reports.verdict import Reason, Verdict

_NOT_OFFERED = "none"


@dataclass(frozen=True)
class Unanswered:
    """Requirements left open for one reason; ``levers`` are all that the target would have to offer for them."""

    reason: Reason
    levers: tuple[str, ...]
    requirements: tuple[str, ...]


def unanswered(judgement: Judgement, header: RunHeader) -> list[Unanswered]:
    """In the order of the reasons; those that the fewest levers would conclude come first, then the largest."""
    results = {one.entry.id: one for one in judgement.requirements}
    found: dict[tuple[Reason, tuple[str, ...]], dict[str, None]] = {}
    for group in judgement.not_concluded:
        for id_ in group.requirements:
            lacks = lacking(results[id_], header) if group.reason is Reason.CAPABILITY else ()
            found.setdefault((group.reason, lacks), {})[id_] = None
    groups = [Unanswered(reason, levers, tuple(ids)) for (reason, levers), ids in found.items()]
    reasons = list(Reason)
    return sorted(groups, key=lambda one: (reasons.index(one.reason), len(one.levers), -len(one.requirements)))


def lacking(result: RequirementResult, header: RunHeader) -> tuple[str, ...]:
    """The levers that stopped its scenarios, and those that would stop them next: it takes them, and has none."""
    stopped = set(_stopped(result))
    if not stopped:
        return ()
    # « clock.past » goes with « clock »: without any clock, it lacks too
    never = {one for one in result.entry.capacites if _offered(one.partition(".")[0], header) == _NOT_OFFERED}
    return tuple(sorted(stopped | never, key=lambda lever: [*words.LEVERS, lever].index(lever)))


def _stopped(result: RequirementResult) -> Iterator[str]:
    for proof in result.proofs:
        fault = proof.scenario.fault
        if proof.verdict is Verdict.NON_CONCLUANT and fault and fault.capability:
            yield fault.capability


def _offered(lever: str, header: RunHeader) -> str:
    return header.capabilities.get(lever, _NOT_OFFERED)
