"""Conforming variations: what is concluded of each from its report. No browser, no site."""

import json

import pytest

from runner import variations
from runner.variations import Variation

IMAGE = Variation("image", "C18", ("C18", "EP6-2-5"), "Une image.", {"C18": "toujours"})


def requirement(identifier, verdict, *names):
    scenarios = [{"name": name, "verdict": verdict} for name in names]
    return {"id": identifier, "verdict": verdict, "scenarios": scenarios}


@pytest.mark.parametrize(
    ("verdicts", "verdict", "accused"),
    [
        (("conforme", "conforme"), "conforme", ()),
        (("conforme", "non_teste"), "conforme", ()),
        (("conforme", "non_conforme"), "non_conforme", ("C1",)),
        (("avertissement", "conforme"), "avertissement", ("C0",)),
        (("conforme", "non_concluant"), "non_concluant", ("C1",)),
        (("non_teste", "non_applicable"), "non joué", ()),
    ],
)
def test_the_judging_table(verdicts, verdict, accused):
    told = [requirement(f"C{rank}", each, "s") for rank, each in enumerate(verdicts)]
    outcome = variations.judge("image", {"requirements": told})
    assert (outcome.verdict, outcome.accused, outcome.kept) == (verdict, accused, verdict == "conforme")


def test_the_scenarios_that_accuse_are_named_once():
    told = [requirement("C18", "non_conforme", "s", "t"), requirement("C19", "non_conforme", "t")]
    assert variations.judge("image", {"requirements": told}).why == ("s", "t")


@pytest.fixture
def asked(monkeypatch):
    """The entries that are played, each over at once."""
    entries = []
    monkeypatch.setattr(
        variations.fleet, "play", lambda given, out: (entries.append(each) or each.name for each in given)
    )
    return entries


def test_a_variation_is_played_with_its_readings_declared(asked, tmp_path):
    list(variations.play([IMAGE], tmp_path))
    assert (asked[0].arguments, asked[0].own) == (("--variation", "image"), ("C18", "EP6-2-5"))
    assert (asked[0].variants, asked[0].hurried) == ((("C18", "toujours"),), False)


def test_the_last_report_counts_and_none_is_no_verdict(asked, tmp_path):
    assert [each.verdict for each in variations.play([IMAGE], tmp_path)] == ["non joué"]
    for day, verdict in (("20260101", "non_conforme"), ("20260102", "conforme")):
        (tmp_path / "kept" / day).mkdir(parents=True)
        report = {"requirements": [requirement("C18", verdict, "s")]}
        (tmp_path / "kept" / day / "report.json").write_text(json.dumps(report), "utf-8")
    assert variations.concluded("kept", tmp_path / "kept").kept


def test_the_quick_ones_are_in_the_catalogue():
    assert [each.name for each in variations.quick(variations.catalogue())] == sorted(variations.QUICK)
