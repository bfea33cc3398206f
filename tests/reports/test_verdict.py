"""Every row of the verdict table, and how verdicts add up."""

from itertools import product
from typing import get_args

import pytest

from reports.facts import TEXT_MAX, FaultRecord
from reports.register import Level
from reports.verdict import Kind, Phase, Reason, RunVerdict, Verdict, conclude, level_for, levelled, run_verdict, worst

KINDS, PHASES = get_args(Kind), get_args(Phase)
BROKEN = (Verdict.NON_CONFORME, None)
PRECONDITION = (Verdict.NON_CONCLUANT, Reason.PRECONDITION)
HARNESS = (Verdict.NON_CONCLUANT, Reason.HARNESS)
BY_PHASE = {
    "unmet": {"given": PRECONDITION, "setup": PRECONDITION, "when": BROKEN, "then": BROKEN, "teardown": BROKEN},
    "absent": {"given": PRECONDITION, "setup": PRECONDITION, "when": BROKEN, "then": BROKEN, "teardown": HARNESS},
    "site_error": {"given": PRECONDITION, "setup": PRECONDITION, "when": BROKEN, "then": BROKEN, "teardown": HARNESS},
}
BY_KIND = {
    "precondition": PRECONDITION,
    "capability": (Verdict.NON_CONCLUANT, Reason.CAPABILITY),
    "scope": (Verdict.NON_APPLICABLE, Reason.SCOPE),
    "configuration": (Verdict.NON_CONCLUANT, Reason.CONFIGURATION),
    "environment": (Verdict.NON_CONCLUANT, Reason.ENVIRONMENT),
    "harness": HARNESS,
}
TABLE = {(kind, phase): BY_KIND.get(kind) or BY_PHASE[kind][phase] for kind, phase in product(KINDS, PHASES)}


@pytest.mark.parametrize(("kind", "phase"), TABLE)
def test_each_row_of_the_table(kind: Kind, phase: Phase) -> None:
    assert conclude(kind, phase) == TABLE[kind, phase]


def test_no_fault_is_ever_conforming() -> None:
    assert not {verdict for verdict, _ in TABLE.values()} & {Verdict.CONFORME, Verdict.AVERTISSEMENT}


@pytest.mark.parametrize(("kind", "phase"), TABLE)
def test_other_tools_see_a_failure_only_where_the_target_is_at_fault(kind: Kind, phase: Phase) -> None:
    record = FaultRecord(kind=kind, phase=phase, message="x")
    assert record.status == ("FAILED" if TABLE[kind, phase] == BROKEN else "SKIPPED")


@pytest.mark.parametrize(
    ("verdict", "level", "strict", "expected"),
    [
        (Verdict.NON_CONFORME, "bloquant", False, Verdict.NON_CONFORME),
        (Verdict.NON_CONFORME, "bloquant", True, Verdict.NON_CONFORME),
        (Verdict.NON_CONFORME, "avertissement", False, Verdict.AVERTISSEMENT),
        (Verdict.NON_CONFORME, "avertissement", True, Verdict.NON_CONFORME),
        (Verdict.NON_CONCLUANT, "avertissement", False, Verdict.NON_CONCLUANT),
        (Verdict.CONFORME, "avertissement", True, Verdict.CONFORME),
    ],
)
def test_a_level_only_softens_a_failure(verdict: Verdict, level: Level, strict: bool, expected: Verdict) -> None:
    assert levelled(verdict, level, strict) is expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], "bloquant"),
        (["@EP6-2-7"], "bloquant"),
        (["@avertissement", "@EP6-2-7"], "avertissement"),
        (["@avertissement", "@bloquant"], "bloquant"),
        (["@bloquant", "@avertissement"], "avertissement"),
    ],
)
def test_the_nearest_tag_gives_the_level(tags: list[str], expected: Level) -> None:
    assert level_for(tags, "bloquant") == expected


def test_the_worst_wins_in_the_order_of_the_design() -> None:
    order = ["non_conforme", "non_concluant", "non_teste", "avertissement", "conforme", "non_applicable"]
    for rank, name in enumerate(order):
        assert worst(Verdict(other) for other in reversed(order[rank:])) == name


def test_an_empty_set_is_not_tested() -> None:
    assert worst([]) is Verdict.NON_TESTE


RUNS = [
    ({"conforme"}, "conforme", 0),
    ({"conforme", "avertissement", "non_applicable"}, "conforme", 0),
    ({"conforme", "non_concluant"}, "incomplet", 10),
    ({"conforme", "non_teste"}, "incomplet", 10),
    ({"non_conforme", "non_concluant", "conforme"}, "non_conforme", 1),
    ({"non_applicable"}, "incomplet", 10),
    (set(), "incomplet", 10),
]


@pytest.mark.parametrize(("requirements", "verdict", "exit_code"), RUNS)
def test_the_run_is_concluded_from_its_requirements(requirements: set[str], verdict: str, exit_code: int) -> None:
    found = run_verdict(Verdict(one) for one in requirements)
    assert (found, found.exit_code) == (RunVerdict(verdict), exit_code)


def test_what_a_fault_quotes_is_cleaned_then_cut_where_nobody_reads_on() -> None:
    page = "secret " * TEXT_MAX
    fault = FaultRecord(kind="unmet", phase="then", message="L'écran manque.", seen=page)
    quoted = fault.cleaned(lambda text: text.replace("secret", "‹1›")).seen or ""
    assert (quoted[:8], "secret" in quoted) == ("‹1› ‹1› ", False)
    assert quoted.endswith("… (et 60000 signes de plus)")
