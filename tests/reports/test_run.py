"""A run ends with its files, all saying the same thing, or with a refusal and no report."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from reports.facts import TimeSpent
from reports.reading import IncompleteJournal, JournalError
from reports.replay import shell_word
from reports.run import RunReport, conclude, point_latest_to, render
from tests.reports.playing import Told, fault, tell
from tests.reports.test_register import entry, write

SCHEMA = json.loads((Path(__file__).parents[2] / "reports" / "report.schema.json").read_text(encoding="utf-8"))
HOSTILE = '<script>alert(1)</script>"\x1b[2J\x00\udc80'


def begun(tmp_path: Path, **changes: object) -> Told:
    write(tmp_path / "features", *(entry(key) for key in ("EP6-2-7", "EP6-2-26")), entry("EP6-0-1", 'exclue = "plan"'))
    write(tmp_path / "features", entry("C04", niveau='niveau = "avertissement"'), name=".")
    return tell(tmp_path / "out" / "run-1", **changes)  # type: ignore[arg-type]


def concluded(tmp_path: Path, *crashed: str, **changes: object) -> RunReport:
    """One scenario conforming, one without its lever, one that breaks two requirements."""
    told = begun(tmp_path, **changes)
    told.play(0)
    told.play(1, 0, fault("capability", "given", capability="clock"))
    told.play(2, 2, fault(expected="24 août 2026", seen=HOSTILE))
    if not crashed:
        told.journal.close(success=False)
    return conclude(tmp_path / "out" / "run-1", tmp_path / "features", crashed)


def written(tmp_path: Path, name: str) -> str:
    return (tmp_path / "out" / "run-1" / name).read_text(encoding="utf-8")


def cases(tmp_path: Path) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(written(tmp_path, "junit.xml")).iter("testcase"))  # noqa: S314


def test_the_report_follows_its_schema(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    concluded(tmp_path, waivers={"C04": {"reason": "prévu", "until": "2027-01-01"}})
    Draft202012Validator(SCHEMA).validate(json.loads(written(tmp_path, "report.json")))


def test_the_report_says_verdict_target_counts_and_excluded(tmp_path: Path) -> None:
    concluded(tmp_path)
    report = json.loads(written(tmp_path, "report.json"))
    assert (report["verdict"], report["partial"], report["seed"]) == ("non_conforme", False, 42)
    assert report["target"]["name"] == "Site d'essai"
    assert [one["verdict"] for one in report["requirements"]] == ["non_concluant", "non_conforme", "avertissement"]
    assert report["counts"]["scenarios"] | {"conforme": 1, "non_concluant": 1} == report["counts"]["scenarios"]
    assert [one["reason"] for one in report["excluded"]] == ["plan"]


def test_a_failure_in_the_report_says_step_expected_and_replay(tmp_path: Path) -> None:
    concluded(tmp_path)
    scenario = json.loads(written(tmp_path, "report.json"))["requirements"][1]["scenarios"][0]
    assert (scenario["fault"]["step"], scenario["fault"]["expected"]) == (2, "24 août 2026")
    assert scenario["replay"] == (
        'pytest "features/ep6/oubli.feature::Le nouveau mot de passe vaut trois ans"'
        " --target targets/essai.toml --seed 42"
    )


def test_what_is_not_concluded_is_grouped_by_lever(tmp_path: Path) -> None:
    concluded(tmp_path)
    assert json.loads(written(tmp_path, "report.json"))["not_concluded"] == [
        {"reason": "CAPABILITY", "capability": "clock", "requirements": ["EP6-2-7"]}
    ]


def test_junit_fails_what_breaks_and_skips_what_is_open(tmp_path: Path) -> None:
    concluded(tmp_path)
    passed, skipped, failed = cases(tmp_path)
    assert [child.tag for child in passed] == ["properties"]
    assert [child.tag for child in skipped][1:] == ["skipped"]
    assert [child.tag for child in failed][1:] == ["failure"]
    skip = skipped.find("skipped")
    assert skip is not None
    assert "CAPABILITY" in skip.get("message", "")


def test_junit_names_the_requirements(tmp_path: Path) -> None:
    concluded(tmp_path)
    properties = [(one.get("name"), one.get("value")) for one in cases(tmp_path)[2].iter("property")]
    assert properties == [("requirement", "EP6-2-26"), ("requirement", "C04"), ("verdict", "non_conforme")]


def test_junit_passes_a_warning_with_a_property(tmp_path: Path) -> None:
    write(tmp_path / "features", *(entry(key) for key in ("EP6-2-7",)))
    write(tmp_path / "features", *(entry(key, niveau='niveau = "avertissement"') for key in ("C04",)), name=".")
    text = "Fonctionnalité: x\n  @C04\n  Scénario: y\n    Quand z\n    Alors t\n"
    told = tell(tmp_path / "out" / "run-1", text=text)
    told.play(0, 1, fault())
    told.journal.close(success=True)
    conclude(tmp_path / "out" / "run-1", tmp_path / "features")
    (case,) = cases(tmp_path)
    assert [child.tag for child in case] == ["properties"]
    assert "avertissement" in [one.get("name") for one in case.iter("property")]


def test_junit_counts(tmp_path: Path) -> None:
    concluded(tmp_path)
    suite = ElementTree.fromstring(written(tmp_path, "junit.xml"))  # noqa: S314
    assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == ["3", "1", "0", "1"]


def test_the_exit_code_follows_the_verdict(tmp_path: Path) -> None:
    report = concluded(tmp_path)
    assert (report.verdict, report.exit_code, report.partial) == ("non_conforme", 1, False)


def test_a_full_run_becomes_the_latest_with_a_relative_link(tmp_path: Path) -> None:
    concluded(tmp_path)
    latest = tmp_path / "out" / "latest"
    assert (latest.readlink(), (latest / "report.json").exists()) == (Path("run-1"), True)


def test_a_partial_run_does_not_replace_the_latest(tmp_path: Path) -> None:
    concluded(tmp_path, partial=True)
    assert not (tmp_path / "out" / "latest").is_symlink()


def test_the_latest_is_replaced_at_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    for name in ("run-1", "run-2", "run-2"):
        (tmp_path / name).mkdir(exist_ok=True)
        point_latest_to(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["latest", "run-1", "run-2"]
    assert (tmp_path / "latest").readlink() == Path("run-2")


def test_where_links_are_impossible_a_text_says_the_latest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "symlink_to", refuse)
    point_latest_to(tmp_path / "run-1")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["run-1\n"]


def test_a_run_without_end_is_refused_and_leaves_no_report(tmp_path: Path) -> None:
    begun(tmp_path).play(0)
    with pytest.raises(IncompleteJournal):
        conclude(tmp_path / "out" / "run-1", tmp_path / "features")
    assert not list((tmp_path / "out").rglob("report.json"))


def test_a_run_of_a_crashed_worker_is_concluded_and_never_green(tmp_path: Path) -> None:
    told = begun(tmp_path)
    told.play(0)
    told.journal.scenario_started(told.pickles[2])
    report = conclude(tmp_path / "out" / "run-1", tmp_path / "features", ["main"])
    assert report.exit_code == 10


def test_a_run_of_nothing_is_refused(tmp_path: Path) -> None:
    begun(tmp_path, planned=slice(0)).journal.close(success=True)
    with pytest.raises(JournalError, match="no scenario"):
        conclude(tmp_path / "out" / "run-1", tmp_path / "features")


def test_the_summary_says_what_a_person_needs(tmp_path: Path) -> None:
    text = concluded(tmp_path).summary()
    for part in (
        "Verdict: non conforme — Site d'essai 1.0 (seed 42, not strict)",
        "3 of 3 scenarios played",
        "EP6-2-26 NON CONFORME — Le mot de passe vaut trois ans.",
        "C04 AVERTISSEMENT",
        "expected: 24 août 2026",
        'replay:   pytest "features/ep6/oubli.feature::Le nouveau mot de passe',
        "CAPABILITY (horloge): 1 — EP6-2-7",
        "rapport.html",
    ):
        assert part in text


def test_evidence_of_an_earlier_rendering_does_not_stay(tmp_path: Path) -> None:
    run_dir = concluded(tmp_path).run_dir
    (run_dir / "evidence" / "0009").mkdir(parents=True)
    (run_dir / "evidence" / "0009" / "01-01-page.txt").write_text("x", "utf-8")
    render(run_dir)
    assert not (run_dir / "evidence" / "0009").exists()


def test_a_run_that_kept_no_features_says_what_to_do(tmp_path: Path) -> None:
    run_dir = concluded(tmp_path).run_dir
    shutil.rmtree(run_dir / "features")
    with pytest.raises(JournalError, match="copy there those of version 0"):
        render(run_dir)


def test_the_summary_counts_by_sheet(tmp_path: Path) -> None:
    lines = concluded(tmp_path).summary().splitlines()
    assert [line.split() for line in lines if line.startswith(("EP6 ", "C  "))] == [
        ["EP6", "·", "·", "1", "1", "·", "1"],
        ["C", "·", "1", "·", "·", "·", "·"],
    ]


def test_the_summary_of_a_selection_leaves_the_excluded_out(tmp_path: Path) -> None:
    assert "excluded" not in concluded(tmp_path, partial=True).summary()


def test_junit_says_what_was_asked_and_what_the_vendor_answers(tmp_path: Path) -> None:
    concluded(tmp_path, waivers={"EP6-2-26": {"reason": "prévu en mars.", "ticket": "T-1", "until": "2027-01-01"}})
    told = "".join(failure.text or "" for case in cases(tmp_path) for failure in case.iter("failure"))
    assert told.startswith("EP6-2-26 (non conforme) : Le mot de passe vaut trois ans.")
    assert "Réponse du vendeur : prévu en mars (T-1), jusqu'au 01/01/2027\n" in told
    assert '\nRejouer : pytest "features/ep6/oubli.feature::' in told


def test_a_waiver_of_what_is_kept_is_told_wherever_the_verdict_is(tmp_path: Path) -> None:
    told = begun(tmp_path, waivers={"EP6-2-26": {"reason": "prévu"}})
    for rank in range(3):
        told.play(rank)
    told.journal.close(success=True)
    report = conclude(tmp_path / "out" / "run-1", tmp_path / "features")
    assert report.exit_code == 4
    for name in ("rapport.html", "summary.md"):
        assert "répond à une infraction que le site ne commet pas (EP6-2-26)" in written(tmp_path, name)


def test_the_summary_shortens_what_was_seen(tmp_path: Path) -> None:
    told = begun(tmp_path)
    told.play(2, 2, fault(seen="toute la page " * 500))
    told.journal.close(success=False)
    text = conclude(tmp_path / "out" / "run-1", tmp_path / "features").summary()
    assert max(len(line) for line in text.splitlines()) < 400


def test_a_hostile_page_does_not_take_over_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in concluded(tmp_path).summary()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("l'été [19]", """ "l'été [19]" """),
        (r"\xe9t\xe9", r""" "\xe9t\xe9" """),
        ('un "mot"', """ 'un "mot"' """),
        ("$HOME", " '$HOME' "),
        ("a`b", " 'a`b' "),
        ("fin\\", " 'fin\\' "),
    ],
)
def test_a_node_id_is_one_word_of_the_shell(text: str, word: str) -> None:
    assert shell_word(text) == word.strip()


def test_every_report_says_where_the_time_of_all_workers_went(tmp_path: Path) -> None:
    first, second = begun(tmp_path, worker="gw0"), tell(tmp_path / "out" / "run-1", "gw1")
    first.journal.time_spent(TimeSpent(seconds={"browser": 30, "harness": 8}))
    second.journal.time_spent(TimeSpent(seconds={"browser": 30, "mail": 12}))
    for told in (first, second):
        told.journal.close(success=True)
    summary = conclude(tmp_path / "out" / "run-1", tmp_path / "features").summary()
    assert "Time: browser 75 %, arranging 0 %, mail 15 %, clock 0 %, harness 10 % (of 80 s, all workers)" in summary
    assert json.loads(written(tmp_path, "report.json"))["time_spent_s"]["browser"] == 60
    assert "navigateur 75\u00a0%, mise en situation 0\u00a0%" in written(tmp_path, "rapport.html")


def test_a_journal_that_does_not_tell_its_time_says_nothing_of_it(tmp_path: Path) -> None:
    assert "Time:" not in concluded(tmp_path).summary()
    assert "Temps passé" not in written(tmp_path, "rapport.html")
