"""What is concluded of a requirement from the scenarios that carry it."""

from pathlib import Path

import pytest

from reports.judgement import Judgement, judge
from reports.merging import merge
from reports.reading import JournalError, read
from reports.register import Level, Register
from reports.register import load as load_register
from reports.verdict import Reason, RunVerdict, Verdict
from tests.reports.playing import FEATURE, Told, fault, tell
from tests.reports.test_register import entry, write

IDS = ("EP6-2-7", "EP6-2-26", "C04")


def register(folder: Path, level: Level = "bloquant", *more: str) -> Register:
    texts = (entry(key, niveau=f'niveau = "{level}"') for key in IDS)
    return load_register(write(folder / "features", *texts, *more))


def judged(told: Told, known: Register, *crashed: str) -> Judgement:
    if not crashed:
        told.journal.close(success=True)
    return judge(read(merge(told.path.parents[1], crashed)), known)


def verdicts(judgement: Judgement) -> dict[str, str]:
    return {requirement.entry.id: requirement.verdict.value for requirement in judgement.requirements}


def test_all_passed_is_conforming(tmp_path: Path) -> None:
    told = tell(tmp_path)
    for rank in range(3):
        told.play(rank)
    judgement = judged(told, register(tmp_path))
    assert verdicts(judgement) == dict.fromkeys(IDS, "conforme")
    assert judgement.verdict is RunVerdict.CONFORME


def test_a_failure_marks_every_id_that_the_scenario_carries(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0)
    told.play(1)
    told.play(2, 2, fault())
    expected = {"EP6-2-7": "conforme", "EP6-2-26": "non_conforme", "C04": "non_conforme"}
    assert verdicts(judged(told, register(tmp_path))) == expected


def test_the_worst_row_of_an_outline_wins(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0, 1, fault(phase="when"))
    told.play(1, 0, fault("configuration", "given"))
    judgement = judged(told, register(tmp_path))
    found = judgement.requirements[0]
    assert [proof.verdict for proof in found.proofs] == [Verdict.NON_CONFORME, Verdict.NON_CONCLUANT]
    assert (found.verdict, found.reason) == (Verdict.NON_CONFORME, None)


def test_the_reason_is_that_of_the_worst_scenario(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0)
    told.play(1, 0, fault("absent", "given"))
    found = judged(told, register(tmp_path)).requirements[0]
    assert (found.verdict, found.reason) == (Verdict.NON_CONCLUANT, Reason.PRECONDITION)


@pytest.mark.parametrize(("strict", "expected"), [(False, "avertissement"), (True, "non_conforme")])
def test_a_warning_fails_only_when_strict(tmp_path: Path, strict: bool, expected: str) -> None:
    told = tell(tmp_path, strict=strict)
    told.play(2, 2, fault())
    assert verdicts(judged(told, register(tmp_path, "avertissement")))["C04"] == expected


@pytest.mark.parametrize(
    ("tagged", "level", "expected"),
    [
        ("@avertissement", "bloquant", ["avertissement", "non_conforme"]),
        ("@bloquant", "avertissement", ["non_conforme", "avertissement"]),
    ],
)
def test_a_tag_on_examples_decides_for_its_rows_alone(
    tmp_path: Path, tagged: str, level: Level, expected: list[str]
) -> None:
    rows = "      Exemples: autres\n        | n | effet |\n        | 21 | accepté |\n"
    text = FEATURE.replace("      Exemples: bornes", f"      {tagged}\n      Exemples: bornes").replace(
        "        | 20 | accepté |\n", rows
    )
    told = tell(tmp_path, text=text)
    told.play(0, 2, fault())
    told.play(1, 2, fault())
    found = judged(told, register(tmp_path, level)).requirements[0]
    assert [proof.verdict.value for proof in found.proofs] == expected


def test_planned_and_never_started_is_not_tested(tmp_path: Path) -> None:
    judgement = judged(tell(tmp_path), register(tmp_path))
    assert verdicts(judgement) == dict.fromkeys(IDS, "non_teste")
    assert judgement.verdict is RunVerdict.INCOMPLET


def test_a_scenario_cut_by_a_crash_is_an_environment_fault(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.journal.scenario_started(told.pickles[2])
    found = judged(told, register(tmp_path), "main").requirements[1]
    assert (found.verdict, found.reason) == (Verdict.NON_CONCLUANT, Reason.ENVIRONMENT)


def test_a_failure_seen_before_the_crash_stays(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(2, 2, fault())
    assert verdicts(judged(told, register(tmp_path), "main"))["C04"] == "non_conforme"


def test_a_step_left_open_is_a_fault_of_the_harness(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.journal.scenario_started(told.pickles[2])
    told.journal.step_started(0)
    told.journal.scenario_finished()
    found = judged(told, register(tmp_path)).requirements[1]
    assert (found.verdict, found.reason) == (Verdict.NON_CONCLUANT, Reason.HARNESS)


def test_a_late_mail_breaks_a_scenario_that_passed(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(2)
    told.journal.late_mail(told.pickles[2].id, fault())
    assert verdicts(judged(told, register(tmp_path)))["EP6-2-26"] == "non_conforme"


def test_a_partial_run_leaves_out_what_it_did_not_select(tmp_path: Path) -> None:
    told = tell(tmp_path, planned=slice(0, 2), partial=True)
    told.play(0)
    told.play(1)
    judgement = judged(told, register(tmp_path))
    assert (verdicts(judgement), judgement.verdict) == ({"EP6-2-7": "conforme"}, RunVerdict.CONFORME)


def test_a_full_run_says_what_no_scenario_proves(tmp_path: Path) -> None:
    judgement = judged(tell(tmp_path), register(tmp_path, "bloquant", entry("EP6-2-30")))
    assert verdicts(judgement)["EP6-2-30"] == "non_teste"


def test_an_excluded_entry_is_listed_and_not_judged(tmp_path: Path) -> None:
    judgement = judged(tell(tmp_path), register(tmp_path, "bloquant", entry("EP6-0-1", 'exclue = "page de garde"')))
    assert "EP6-0-1" not in verdicts(judgement)
    assert [one.exclue for one in judgement.excluded] == ["page de garde"]


def test_a_requirement_out_of_the_claimed_scope_is_not_applicable(tmp_path: Path) -> None:
    told = tell(tmp_path, scope=("EP6-2-26",))
    told.play(0, 1, fault(phase="when"))
    told.play(2)
    judgement = judged(told, register(tmp_path))
    assert verdicts(judgement) == {"EP6-2-7": "non_applicable", "EP6-2-26": "conforme", "C04": "conforme"}
    assert judgement.of_scenario(judgement.scenarios[0]) is Verdict.NON_APPLICABLE


def test_a_requirement_may_be_left_out_of_a_claimed_sheet(tmp_path: Path) -> None:
    told = tell(tmp_path, scope=("EP6", "-EP6-2-7", "-C04"))
    told.play(0, 1, fault(phase="when"))
    told.play(2)
    found = verdicts(judged(told, register(tmp_path)))
    assert found == {"EP6-2-7": "non_applicable", "EP6-2-26": "conforme", "C04": "non_applicable"}


def test_a_waiver_is_carried_and_changes_nothing(tmp_path: Path) -> None:
    told = tell(tmp_path, waivers={"C04": {"reason": "prévu en mars", "ticket": "T-1"}})
    told.play(2, 2, fault())
    found = judged(told, register(tmp_path)).requirements[2]
    assert found.waiver is not None
    assert (found.verdict, found.waiver.ticket) == (Verdict.NON_CONFORME, "T-1")


def test_a_scenario_that_proves_nothing_known_is_refused(tmp_path: Path) -> None:
    told = tell(tmp_path, text=FEATURE.replace("@EP6-2-7", "@EP6-2-8"))
    with pytest.raises(JournalError, match=r"oubli\.feature:\d+: carries no requirement"):
        judged(told, register(tmp_path))


def test_what_a_missing_lever_costs(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0, 0, fault("capability", "given", capability="spaces"))
    told.play(1, 0, fault("environment", "given"))
    told.play(2, 0, fault("capability", "given", capability="clock"))
    groups = judged(told, register(tmp_path)).not_concluded
    assert [(group.reason, group.capability, group.requirements) for group in groups] == [
        (Reason.CAPABILITY, "clock", ("EP6-2-26", "C04")),
        (Reason.CAPABILITY, "spaces", ("EP6-2-7",)),
        (Reason.ENVIRONMENT, None, ("EP6-2-7",)),
    ]


def test_a_site_that_follows_two_readings_of_a_variant_breaks_the_second(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0)
    for rank, reading in ((1, "sans_reponse"), (2, "avec_reponse")):
        told.play(rank, reading=reading)
    found = judged(told, register(tmp_path))
    assert [one.verdict.value for one in found.scenarios] == ["conforme", "conforme", "non_conforme"]
    assert found.scenarios[2].fault is not None
    assert "C11" in found.scenarios[2].fault.message
