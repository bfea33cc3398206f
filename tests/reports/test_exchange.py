"""What other tools read: JUnit, EARL, Markdown, badge. Each says the same, and hostile content stays text."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from reports.neutral import code, one_line, prose, xml
from reports.run import RunReport
from tests.reports.invented import invented_report
from tests.reports.test_run import SCHEMA

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> ]]> [[ATTACHMENT|/etc/passwd]]\n\n# Titre\n"
    "![x](http://mal.test/x.png) [lien](javascript:alert(1)) @lila #12 http://mal.test www.mal.test "
    "``` ` `` | --- | </title></svg> \x1b[2J\x00\u202e\ufffe"
)
SVG, XHTML = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> RunReport:
    return invented_report(tmp_path_factory.mktemp("hostile"), HOSTILE)


def text(report: RunReport, name: str) -> str:
    return (report.run_dir / name).read_text(encoding="utf-8")


def tree(report: RunReport, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(text(report, name))  # noqa: S314


def written(report: RunReport, name: str) -> Any:
    return json.loads(text(report, name))


def test_no_file_turns_a_line_or_commands_a_terminal(report: RunReport) -> None:
    kinds = (".html", ".json", ".jsonld", ".md", ".svg", ".xml")
    read = {path.name: text(report, path.name) for path in report.run_dir.iterdir() if path.suffix in kinds}
    assert len(read) > 8
    read["cucumber.html"] = read["cucumber.html"].split(";</script>", 1)[0]  # the formatter's own script has such signs
    assert "\\u202e" not in read["cucumber.html"]
    assert not [name for name, told in read.items() if re.search("[\x1b\u202e]", told)]
    faults = [each["fault"] for one in written(report, "report.json")["requirements"] for each in one["scenarios"]]
    assert any("\x1b[2J\x00\u202e" in fault["message"] for fault in faults if fault)


# -- report.json ----------------------------------------------------------------------------------------------------


def test_the_report_of_a_hostile_site_follows_its_schema(report: RunReport) -> None:
    Draft202012Validator(SCHEMA).validate(written(report, "report.json"))


def test_the_report_names_the_files_of_evidence(report: RunReport) -> None:
    scenarios = [each for one in written(report, "report.json")["requirements"] for each in one["scenarios"]]
    named = {name for each in scenarios for name in each["evidence"]}
    assert named == {path.relative_to(report.run_dir).as_posix() for path in report.run_dir.glob("evidence/*/*")}
    assert len(named) > 5


def test_evidence_never_has_a_name_that_opens_a_page(report: RunReport) -> None:
    assert {path.suffix for path in report.run_dir.glob("evidence/*/*")} == {".png", ".eml", ".txt", ".json"}


# -- junit.xml ------------------------------------------------------------------------------------------------------


def test_junit_attaches_our_files_and_none_of_the_sites(report: RunReport) -> None:
    found = re.findall(r"\[\[ATTACHMENT\|([^]]*)\]\]", text(report, "junit.xml"))
    assert len(set(found)) == len(found) > 5
    assert all(Path(name).is_file() and Path(name).is_relative_to(report.run_dir) for name in found)


def test_junit_attaches_from_the_folder_where_the_job_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = re.findall(r"\[\[ATTACHMENT\|([^]]*)\]\]", text(invented_report(tmp_path), "junit.xml"))
    assert found[0].startswith("out/20261121-090000/evidence/")


def test_junit_cases_are_told_apart_and_suites_say_on_what_they_rest(report: RunReport) -> None:
    root = tree(report, "junit.xml")
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(names)) == len(names) == len(report.judgement.scenarios)
    for suite in root.iter("testsuite"):
        told = {one.get("name"): one.get("value") for one in suite.findall("properties/property")}
        assert {"run", "verdict", "seed", "target", "harness"} == told.keys()


# -- earl.jsonld ----------------------------------------------------------------------------------------------------


def test_earl_asserts_each_requirement_once(report: RunReport) -> None:
    assertions = [one for one in written(report, "earl.jsonld")["@graph"] if one["@type"] == "earl:Assertion"]
    outcomes = {one["earl:test"]["dct:identifier"]: one["earl:result"]["earl:outcome"] for one in assertions}
    assert len(outcomes) == len(assertions) == len(report.judgement.requirements)
    assert (outcomes["EP6-2-31"], outcomes["EP6-2-28"]) == ("earl:failed", "earl:passed")
    assert (outcomes["EP6-2-32"], outcomes["EP6-2-14"]) == ("earl:cantTell", "earl:cantTell")


def test_earl_asks_for_nothing_from_outside(report: RunReport) -> None:
    found = written(report, "earl.jsonld")
    assert isinstance(found["@context"], dict)
    assert {node["@id"] for node in found["@graph"] if "@id" in node} == {"_:harness", "_:target"}


# -- summary.md -----------------------------------------------------------------------------------------------------


def test_markdown_shows_only_text_of_a_hostile_site(report: RunReport) -> None:
    shown = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text(report, "summary.md"))
    assert set(re.findall(r"<([a-z0-9]+)", shown)) <= {
        "h2", "h3", "p", "code", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    outside = re.sub("<code>.*?</code>", "", shown, flags=re.DOTALL)
    assert not re.search(r"mal\.test|@lila|#12|ATTACHMENT|\x1b", outside)


def test_markdown_says_the_verdict_the_counts_and_the_failures(report: RunReport) -> None:
    told = text(report, "summary.md")
    for part in ("## ❌ Fiches FOCUS : non conforme", "| EP\u00a06 |", "### Non conforme : ", "- **EP6-2-31** Un cou",
                 "Attendu : `1 courriel`", "### Avertissement : ", "### Sans réponse", "horloge"):  # fmt: skip
        assert part in told


@pytest.mark.parametrize("hostile", ["`", "``a`", "a\n\nb", "", " x ", "<b>", "\u202e", "|", "`a``b```c"])
def test_a_code_span_holds_anything(hostile: str) -> None:
    shown = MarkdownIt().render(f"- {code(hostile)}")
    assert re.fullmatch(r"<ul>\n<li><code>[^<]*</code></li>\n</ul>\n", shown), shown


def test_prose_formats_nothing() -> None:
    assert MarkdownIt("gfm-like", {"linkify": False}).render(prose("*a* _b_ [c](d) <e> `f` & ~~g~~")) == (
        "<p>*a* _b_ [c](d) &lt;e&gt; `f` &amp; ~~g~~</p>\n"
    )


# -- badge.svg ------------------------------------------------------------------------------------------------------


def test_the_badge_has_a_title_and_runs_nothing(report: RunReport) -> None:
    root = tree(report, "badge.svg")
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "rect", "path", "g", "text"}
    title = root.find(f"{SVG}title")
    assert title is not None
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", title.get("id"))
    assert (title.text or "").startswith("Fiches FOCUS : non conforme — Espace Facile<script>")
    assert [one.text for one in root.iter(f"{SVG}text")] == ["fiches FOCUS", "non conforme"]


def test_what_xml_cannot_hold_is_seen() -> None:
    assert xml("a\x00b\ufffec\udc80d\u202ee") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_a_long_text_is_shortened_in_one_line() -> None:
    assert one_line("a\n\tb\u2028c " * 200).endswith(" […]")
