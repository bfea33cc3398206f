"""The journal is valid Cucumber Messages, and reads back as what was told."""

import json
from pathlib import Path

import pytest
from cucumber_messages import Pickle
from jsonschema import Draft202012Validator

from reports.facts import FaultRecord
from reports.feature_text import FeatureSyntaxError, parse_feature
from reports.journal import JournalMisuse, Status
from reports.reading import Evidence, IncompleteJournal, JournalError, ScenarioOutcome, read
from tests.reports.playing import FEATURE, URI, fault, header, tell

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "cucumber-messages.schema.json").read_text(encoding="utf-8"))


def played(run_dir: Path) -> Path:
    told = tell(run_dir)
    told.play(0)
    told.play(1, 2, fault(expected="24 août 2026", seen="25 août 2026"))
    told.play(2, None, fault("environment", "teardown"))
    told.journal.late_mail(told.pickles[0].id, fault())
    told.journal.close(success=False)
    return told.path


def outcome(run_dir: Path, rank: int) -> ScenarioOutcome:
    return read(played(run_dir)).outcomes[rank]


def test_every_line_is_valid_for_the_official_schema(tmp_path: Path) -> None:
    validator = Draft202012Validator(SCHEMA)
    for line in played(tmp_path).read_text(encoding="utf-8").splitlines():
        validator.validate(json.loads(line))


def test_the_schema_does_refuse(tmp_path: Path) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({"testRunStarted": {"colour": "blue"}})


def test_the_header_comes_back(tmp_path: Path) -> None:
    assert read(played(tmp_path)).header == header()


def test_scenarios_come_back_in_the_order_of_the_file(tmp_path: Path) -> None:
    reading = read(played(tmp_path))
    assert [one.pickle.name for one in reading.outcomes] == [
        "Un mot de passe de 19 caractères est refusé",
        "Un mot de passe de 20 caractères est accepté",
        "Le nouveau mot de passe vaut trois ans",
    ]
    assert reading.outcomes[0].nodeid == f"{URI}::Un mot de passe de 19 caractères est refusé"


def test_a_step_comes_back_with_status_time_and_fault(tmp_path: Path) -> None:
    found = outcome(tmp_path, 1)
    assert [step.status for step in found.steps] == [Status.passed, Status.passed, Status.failed]
    assert (found.steps[0].seconds, found.seconds) == (0.25, 1.0)
    assert found.first_fault == fault(expected="24 août 2026", seen="25 août 2026")


def test_a_fault_outside_any_step_comes_back(tmp_path: Path) -> None:
    found = outcome(tmp_path, 2)
    assert all(step.status is Status.passed for step in found.steps)
    assert found.first_fault == fault("environment", "teardown")


def test_a_late_mail_is_charged_to_the_scenario_that_it_names(tmp_path: Path) -> None:
    found = outcome(tmp_path, 0)
    assert (found.fault, found.late, found.first_fault) == (None, fault(), fault())


def test_a_late_mail_does_not_hide_what_stopped_the_scenario(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0, 1, fault("environment", "when"))
    told.journal.late_mail(told.pickles[0].id, fault())
    told.journal.close(success=False)
    assert read(told.path).outcomes[0].first_fault == fault("environment", "when")


def test_steps_not_reached_are_skipped(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0, 1, fault(phase="when"))
    told.journal.close(success=False)
    statuses = [step.status for step in read(told.path).outcomes[0].steps]
    assert statuses == [Status.passed, Status.failed, Status.skipped]


def test_a_step_left_open_is_unknown(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.journal.scenario_started(told.pickles[0])
    told.journal.step_started(0)
    told.journal.scenario_finished()
    told.journal.close(success=True)
    assert read(told.path).outcomes[0].steps[0].status is Status.unknown


def test_evidence_comes_back_as_bytes_or_text(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.journal.scenario_started(told.pickles[0])
    told.journal.attach(b"\x89PNG", "image/png", "écran.png", 2)
    told.journal.attach("texte", "text/plain", "note")
    told.journal.scenario_finished()
    told.journal.close(success=True)
    found = read(told.path).outcomes[0]
    assert found.steps[2].evidence == (Evidence("image/png", "écran.png", b"\x89PNG"),)
    assert found.evidence == (Evidence("text/plain", "note", "texte"),)


def test_an_observed_reading_comes_back(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.journal.scenario_started(told.pickles[0])
    told.journal.observe("C11", "sans_reponse", 2)
    told.journal.scenario_finished()
    told.journal.close(success=True)
    assert read(told.path).outcomes[0].readings == {"C11": "sans_reponse"}


def test_a_scenario_never_started_comes_back_as_planned(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.journal.close(success=True)
    found = read(told.path).outcomes[0]
    assert (found.worker, found.finished, found.steps[0].status) == (None, False, None)


def test_a_journal_without_its_end_is_refused(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0)
    with pytest.raises(IncompleteJournal):
        read(told.path)


LINES = (
    b"{", b"[]", b'{"testCase": {"id": "x"}}', b'{"attachment": {"body": "{}"}}', b"[" * 10**5, b'{"meta": "\xff"}',
    b'{"testRunFinished": {"success": true, "timestamp": {"seconds": 1e999, "nanos": 0}}}',
    b'{"testRunStarted": {"timestamp": {"seconds": %d, "nanos": 0}}}' % 10**30, b'{"attachment": 3}',
)  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_an_unreadable_line_is_refused(tmp_path: Path, line: bytes) -> None:
    path = played(tmp_path)
    path.write_bytes(line + b"\n" + path.read_bytes())
    with pytest.raises(JournalError):
        read(path)


def test_an_edited_fact_is_refused(tmp_path: Path) -> None:
    path = played(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('\\"seed\\":42', '\\"seed\\":\\"x\\"'), encoding="utf-8")
    with pytest.raises(JournalError, match="not a journal of this harness"):
        read(path)


def test_the_same_uri_gives_the_same_ids_and_another_uri_gives_others() -> None:
    def ids(uri: str) -> set[str]:
        pickles: list[Pickle] = parse_feature(uri, FEATURE).pickles
        return {step.id for pickle in pickles for step in pickle.steps} | {pickle.id for pickle in pickles}

    assert ids(URI) == ids(URI)
    assert not ids(URI) & ids("features/ep5/oubli.feature")


def test_a_file_that_is_not_gherkin_is_refused_with_its_line() -> None:
    with pytest.raises(FeatureSyntaxError, match=r"(?s)oubli\.feature.*\(4:3\)"):
        parse_feature(URI, "Fonctionnalité: x\n  Scénario: y\n  Quand z\n  plop\n")


def test_lone_surrogates_of_a_hostile_mail_do_not_break_the_journal(tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.journal.attach("\udc80 \u2028 \r\n \x00", "text/plain", "\udc80")
    told.play(0)
    told.journal.close(success=True)
    assert read(told.path).outcomes[0].finished


@pytest.mark.parametrize(("status", "told"), [(Status.passed, fault()), (Status.failed, None)])
def test_a_status_that_contradicts_its_fault_is_misuse(tmp_path: Path, status: Status, told: object) -> None:
    journal = tell(tmp_path)
    journal.journal.scenario_started(journal.pickles[0])
    journal.journal.step_started(0)
    with pytest.raises(JournalMisuse):
        journal.journal.step_finished(0, status, 0.0, told)  # type: ignore[arg-type]


def test_events_out_of_order_are_misuse(tmp_path: Path) -> None:
    told = tell(tmp_path)
    with pytest.raises(JournalMisuse, match="no scenario"):
        told.journal.step_started(0)
    told.journal.scenario_started(told.pickles[0])
    with pytest.raises(JournalMisuse, match="already"):
        told.journal.scenario_started(told.pickles[1])


def test_a_journal_never_overwrites_another(tmp_path: Path) -> None:
    played(tmp_path)
    with pytest.raises(FileExistsError):
        tell(tmp_path)


def results(path: Path) -> dict[str, tuple[str, str]]:
    """Status and message by the end of the id of each step that finished."""
    lines = [json.loads(line).get("testStepFinished") for line in path.read_text(encoding="utf-8").splitlines()]
    found = [(line["testStepId"], line["testStepResult"]) for line in lines if line]
    return {step.split("-case-")[1]: (result["status"], result.get("message", "")) for step, result in found}


@pytest.mark.parametrize(
    ("passed", "told", "expected"),
    [
        (0, fault("environment", "setup"), ("SKIPPED", "SKIPPED", "PASSED")),
        (3, fault("unmet", "teardown"), ("PASSED", "PASSED", "FAILED")),
        (3, None, ("PASSED", "PASSED", "PASSED")),
    ],
)
def test_other_readers_see_set_up_and_tear_down(
    tmp_path: Path, passed: int, told: FaultRecord | None, expected: tuple[str, ...]
) -> None:
    player = tell(tmp_path)
    player.journal.scenario_started(player.pickles[0])
    for index in range(passed):
        player.journal.step_started(index)
        player.journal.step_finished(index, Status.passed)
    player.journal.scenario_finished(told)
    found = results(player.path)
    assert tuple(found[step][0] for step in ("set-up", "0", "tear-down")) == expected
    assert [message for _, message in found.values() if message] == ([told.told()] if told else [])


def test_every_step_of_a_scenario_that_ended_is_told(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in played(tmp_path).read_text(encoding="utf-8").splitlines()]
    planned = {step["id"] for line in lines for step in line.get("testCase", {}).get("testSteps", [])}
    ended = [line["testStepFinished"]["testStepId"] for line in lines if "testStepFinished" in line]
    assert sorted(ended) == sorted(planned)
