"""The pages beside the report: every statement with its scenarios, every contradiction with its readings."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reports.coverage import cover
from reports.discussion_page import Builder, VariantView
from reports.discussions import Discussions
from reports.discussions import load as load_discussions
from reports.judgement import Judgement
from reports.linking import COVERAGE, TOPICS, linked
from reports.proving import Ran
from reports.register import RegisterError, Variant
from reports.register import load as load_register
from reports.run import conclude
from tests.reports.invented_sheet import FEATURE, write_register
from tests.reports.playing import tell
from tests.reports.test_html import HOSTILE, Page
from tests.reports.test_register import entry, write
from tests.reports.told_beside import CONTRADICTIONS, GAPS, report_with_pages, write_features

SCHEMA = json.loads((Path(__file__).parents[2] / "reports" / "coverage.schema.json").read_text("utf-8"))
VARIANT = {"question": "Et la réponse ?", "lectures": {"sans": "Sans.", "avec": "Avec."}, "defaut": "sans"}
PAGES = ("rapport.html", "couverture.html", "contradictions.html")


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report_with_pages(tmp_path_factory.mktemp("beside"), HOSTILE[:-1]).run_dir


@pytest.fixture(scope="module")
def coverage(run_dir: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((run_dir / "coverage.json").read_text("utf-8"))
    return found


def statements(coverage: dict[str, Any]) -> dict[str, dict[str, Any]]:
    sections = (section for sheet in coverage["sheets"] for section in sheet["sections"])
    return {one["id"]: one for section in sections for one in section["statements"]}


def page(run_dir: Path, name: str) -> Page:
    return Page((run_dir / name).read_text("utf-8"))


def article(run_dir: Path, name: str, id_: str) -> str:
    """The words of one article."""
    text = (run_dir / name).read_text("utf-8").partition(f'id="{id_}" aria')[2].partition("</article>")[0]
    return " ".join("".join(Page(f"<p {text}</p>").words).split())


def built(folder: Path, declared: dict[str, str], observed: dict[str, str]) -> Sequence[VariantView]:
    """The variants of C04 in a page of no run."""
    register = load_register(write(folder, entry("C04"), name="."))
    variants = {"C04.reponse": Variant.model_validate({"id": "C04.reponse", **VARIANT})}
    ran = Ran(Judgement((), (), ()))
    builder = Builder(register, variants, Discussions(), cover(register, []), ran, declared, observed)
    return builder.parts()[0].topics[0].variants


def test_the_coverage_follows_its_schema(coverage: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(coverage)


def test_the_coverage_counts_by_sheet_and_says_its_faults(coverage: dict[str, Any]) -> None:
    assert coverage["counts"] == {"statements": 14, "testable": 12, "proven": 12, "excluded": 2, "scenarios": 11}
    assert [(sheet["code"], sheet["counts"]["statements"]) for sheet in coverage["sheets"]] == [
        ("EP6", 14), ("C", 2), ("G", 2),
    ]  # fmt: skip
    assert coverage["sheets"][0]["paragraphs"] == {"total": 14, "aside": 1}
    assert {(fault["kind"], fault["subject"]) for fault in coverage["faults"]} == {
        ("uncovered", "C11"), ("stale", "EP6-2-40"),
    }  # fmt: skip


def test_a_statement_has_its_state_its_level_and_its_scenarios(coverage: dict[str, Any]) -> None:
    found = statements(coverage)
    assert {id_: found[id_]["state"] for id_ in ("EP6-0-1", "EP6-2-26", "C11", "EP6-2-40")} == {
        "EP6-0-1": "excluded", "EP6-2-26": "proven", "C11": "uncovered", "EP6-2-40": "stale",
    }  # fmt: skip
    first, second = found["EP6-2-26"]["scenarios"]
    assert (first["level"], second["level"]) == ("bloquant", "avertissement")
    assert first["rows"][0]["verdict"] == "non_conforme"
    assert first["rows"][0]["address"].startswith("rapport.html#scenario-")


def test_statements_come_in_the_order_of_the_sheet_under_their_part(run_dir: Path) -> None:
    found = page(run_dir, "couverture.html")
    ids = [str(one["id"]) for one in found.all("article")]
    assert ids[:3] == ["EP6-0-1", "EP6-1.3-3", "EP6-2-10"]
    assert not [id_ for id_ in ids if id_[0] in "CG"]
    assert {"EP6-0", "EP6-1.3", "EP6-2"} <= {str(one["id"]) for one in found.all("h3")}


def test_the_page_of_coverage_says_why_a_statement_is_excluded(run_dir: Path) -> None:
    said = article(run_dir, "couverture.html", "EP6-0-1")
    assert "exclu" in said
    assert "Page de garde du document : rien à observer sur un site." in said


def test_a_partial_run_says_so_and_still_covers_everything(tmp_path: Path) -> None:
    write_features(tmp_path / "features", FEATURE)
    write_register(tmp_path / "features")
    told = tell(tmp_path / "out" / "run-1", text=FEATURE, planned=slice(1), partial=True)
    told.play(0)
    told.journal.close(success=True)
    run_dir = conclude(tmp_path / "out" / "run-1", tmp_path / "features").run_dir
    words = "".join(page(run_dir, "couverture.html").words)
    rows = statements(json.loads((run_dir / "coverage.json").read_text("utf-8")))["EP6-1.3-3"]["scenarios"][0]["rows"]
    assert "Essai partiel" in words
    assert "12 énoncés couverts sur 12" in words
    assert [row["verdict"] for row in rows] == ["conforme", None]


def test_every_link_leads_somewhere(run_dir: Path) -> None:
    pages = {name: page(run_dir, name) for name in PAGES}
    anchors = {(name, str(tag["id"])) for name, one in pages.items() for _, tag in one.tags if "id" in tag}
    for name in PAGES[1:]:
        links = [str(link["href"]).partition("#") for link in pages[name].all("a")]
        lost = [link for link in links if (link[0] or name, link[2]) not in anchors and link[2]]
        assert (lost, {link[0] for link in links} - {*PAGES, ""}) == ([], set())


@pytest.mark.parametrize("name", PAGES[1:])
def test_nothing_of_the_target_becomes_a_tag_or_is_asked_for(run_dir: Path, name: str) -> None:
    found = page(run_dir, name)
    assert "alert(1)" in "".join(found.words)
    assert not {tag for tag, _ in found.tags} & {"script", "img", "link", "iframe", "form", "svg", "base"}
    assert not [key for _, tag in found.tags for key in tag if key.startswith("on") or key == "style"]


@pytest.mark.parametrize("name", PAGES[1:])
def test_ids_are_unique_and_titles_skip_no_level(run_dir: Path, name: str) -> None:
    found = page(run_dir, name)
    ids = [tag["id"] for _, tag in found.tags if "id" in tag]
    levels = [int(tag[1]) for tag, _ in found.tags if tag in ("h1", "h2", "h3", "h4")]
    assert len(ids) == len(set(ids))
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_contradiction_says_its_readings_and_where_each_stands(run_dir: Path) -> None:
    said = article(run_dir, "contradictions.html", "C04")
    assert "Trois ans, ou 1 095 jours" in said
    assert "1 095 jours. EP 6, partie 1.3 « Précision sur le champ de cette procédure » ; EP 6, partie 2" in said
    assert "Notre décision Trois ans moins un jour : la veille de l'anniversaire est comprise." in said
    assert "Pourquoi : Une règle écrite l'emporte (EP6-2-26)." in said
    assert "Un site qui s'en écarte reçoit un avertissement" in said
    assert "Énoncés des fiches concernés (1) EP6-2-26" in said


def test_a_site_reads_the_very_line_that_declares_another_reading(run_dir: Path) -> None:
    said = article(run_dir, "contradictions.html", "C11")
    assert "Lecture déclarée par le site." in said
    assert '"C11" = "avec_reponse"' in said


def test_a_gap_says_its_question_and_our_decision(run_dir: Path) -> None:
    said = article(run_dir, "contradictions.html", "G18")
    assert "Et si le mot de passe a expiré ? La question se pose ici : EP 6, partie 2" in said
    assert "Notre décision Un espace dont le mot de passe est expiré suit la même procédure." in said


def test_topics_come_by_what_is_to_be_done_with_them(run_dir: Path) -> None:
    found = page(run_dir, "contradictions.html")
    assert [str(one["id"]) for one in found.all("article")] == ["C11", "C04", "G18", "G35"]
    assert [str(one["id"]) for one in found.all("h2")] == ["a-declarer", "tranchees", "lacunes"]


@pytest.mark.parametrize(
    ("declared", "observed", "known", "followed"),
    [
        ({}, {}, "unknown", None),
        ({"C04.reponse": "avec"}, {"C04.reponse": "sans"}, "declared", "avec"),
        ({}, {"C04.reponse": "sans"}, "observed", "sans"),
    ],
)
def test_what_the_site_follows_is_declared_or_observed(
    tmp_path: Path, declared: dict[str, str], observed: dict[str, str], known: str, followed: str | None
) -> None:
    (variant,) = built(tmp_path, declared, observed)
    assert variant.known == known
    assert [option.key for option in variant.options if option.followed] == ([followed] if followed else [])
    assert [option.key for option in variant.options if option.default] == ["sans"]


@pytest.mark.parametrize(
    ("page_", "expected"),
    [
        (COVERAGE, '(<a href="#EP6-2-33">EP6-2-33</a>, <a href="contradictions.html#C62">C62</a>), G99 &lt;b&gt;'),
        (TOPICS, '(<a href="couverture.html#EP6-2-33">EP6-2-33</a>, <a href="#C62">C62</a>), G99 &lt;b&gt;'),
    ],
)
def test_the_ids_of_a_text_become_links_and_the_rest_is_escaped(page_: str, expected: str) -> None:
    assert str(linked("(EP6-2-33, C62), G99 <b>", {"EP6-2-33", "C62"}, page_)) == expected


def test_every_contradiction_and_gap_of_the_project_is_told() -> None:
    register = load_register(Path("features"))
    told = load_discussions(Path("features"), register)
    topics = {entry.id for entry in register.entries.values() if not entry.section}
    assert {*told.contradictions, *told.gaps} == topics


REFUSALS = {
    "unknown id": ("contradictions", CONTRADICTIONS.replace("C04", "C05"), "C05: is in no exigences.toml"),
    "unknown part": ("contradictions", CONTRADICTIONS.replace("EP6-1.3", "EP6-9"), "'EP6-9' is no part of a sheet"),
    "unknown sheet": ("lacunes", GAPS.replace("EP6-2", "EP9-2"), "'EP9-2' is no part of a sheet"),
    "one reading": (
        "contradictions",
        CONTRADICTIONS.replace('    {dit = "Trois ans.", ou = ["EP6-2"]},\n', ""),
        "lect",
    ),
    "unknown key": ("lacunes", GAPS.replace("raison", "raisons"), "did you mean 'raison'"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_told_of_nothing_is_refused(tmp_path: Path, case: str) -> None:
    report_with_pages(tmp_path)
    name, text, said = REFUSALS[case]
    (tmp_path / "features" / f"{name}.toml").write_text(text, "utf-8")
    with pytest.raises(RegisterError, match=said):
        load_discussions(tmp_path / "features", load_register(tmp_path / "features"))
