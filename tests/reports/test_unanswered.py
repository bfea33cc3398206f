"""What was not concluded, by all that would conclude it; and the sentence, whose numbers are those of the count."""

from pathlib import Path

from reports.facts import FaultRecord
from reports.run import RunReport, conclude
from reports.sentence import remarks, sentence
from reports.unanswered import Unanswered, unanswered
from reports.verdict import Reason
from tests.reports.playing import fault, tell
from tests.reports.test_register import entry, write

NO_LEVER = {"clock": "none", "mail": "none", "captcha": "door"}


def played(tmp_path: Path, *faults: FaultRecord | None, **changes: object) -> RunReport:
    needs, low = 'capacites = ["captcha", "mail", "clock", "clock.past"]', 'niveau = "avertissement"'
    write(tmp_path / "features", entry("EP6-2-7", needs), entry("EP6-2-26", niveau=low))
    write(tmp_path / "features", entry("C04", niveau=low), name=".")
    told = tell(tmp_path / "out" / "run-1", **changes)  # type: ignore[arg-type]
    for rank, one in enumerate(faults):
        told.play(rank, 2 if one else None, one)
    told.journal.close(success=True)
    return conclude(tmp_path / "out" / "run-1", tmp_path / "features")


def test_all_the_levers_that_lack_are_told_not_the_first_alone(tmp_path: Path) -> None:
    stopped = fault("capability", "given", capability="clock")
    report = played(tmp_path, stopped, stopped, None, capabilities=NO_LEVER)
    found = unanswered(report.judgement, report.header)
    assert found == [Unanswered(Reason.CAPABILITY, ("clock", "clock.past", "mail"), ("EP6-2-7",))]
    assert "CAPABILITY (horloge, horloge réglable dans le passé, messagerie): 1" in report.summary()


def test_who_lacks_no_lever_is_left_open_by_its_reason(tmp_path: Path) -> None:
    report = played(tmp_path, fault("environment", "given"), None, None, capabilities=NO_LEVER)
    assert unanswered(report.judgement, report.header) == [Unanswered(Reason.ENVIRONMENT, (), ("EP6-2-7",))]


def test_a_warning_is_not_counted_among_what_is_kept(tmp_path: Path) -> None:
    report = played(tmp_path, None, None, fault())
    assert sentence(report.judgement, "X") == "X est conforme : 1 exigence sur 3 est respectée."
    assert list(remarks(report.judgement, report.header)) == [
        "2 avertissements à lire plus bas, sans effet sur le verdict."
    ]
