"""A living sheet shows the screens of its walk in order, with what is to be done there; nothing of the target runs."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from reports.register import load
from reports.run import RunReport
from runner import printing
from runner.gate import read_features
from tests.reports.invented import invented_report
from tests.reports.test_page_in_a_browser import HOSTILE

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> RunReport:
    return invented_report(tmp_path_factory.mktemp("living"), HOSTILE)


@pytest.fixture(scope="module")
def sheet(report: RunReport) -> str:
    return (report.run_dir / "fiches" / "EP6.html").read_text(encoding="utf-8")


def test_only_the_sheet_whose_walk_was_played_is_made_and_the_report_leads_to_it(report: RunReport) -> None:
    assert [path.name for path in report.living_sheets] == ["EP6.html"]
    page = (report.run_dir / "rapport.html").read_text(encoding="utf-8")
    assert '<a href="fiches/EP6.html">La fiche vivante de la cible</a>' in page
    assert "Écran « Accueil" not in page


def test_a_screen_its_orders_then_the_mail_then_the_document(sheet: str) -> None:
    told = ("2. Mot de passe oublié sur le site", "1. Écran « Accueil", "Remplissez le champ « Adresse",
            "Cliquez sur « Continuer »", "L'usager reçoit ce courriel", "Le document enregistré")  # fmt: skip
    shown = sheet.replace("\u00a0", " ")
    places = [shown.index(each) for each in told]
    assert places == sorted(places)
    assert "Foxy" not in sheet


def test_nothing_of_the_target_runs_in_a_sheet(engine: Browser, report: RunReport) -> None:
    page, asked = engine.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.living_sheets[0].as_uri())
    assert page.evaluate("globalThis.hit") is None
    assert [url for url in asked if not url.startswith("data:")] == [report.living_sheets[0].as_uri()]
    assert page.locator("script, iframe, svg, [onerror], [onfocus]").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_a_sheet(engine: Browser, report: RunReport, width: int) -> None:
    page = engine.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)
    page.goto(report.living_sheets[0].as_uri())
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert {fault["id"]: [node["target"] for node in fault["nodes"]] for fault in found} == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_same_on_paper(engine: Browser, report: RunReport) -> None:
    paper = printing.printed(engine.new_page(java_script_enabled=False), report.living_sheets[0])
    assert paper.read_bytes().startswith(b"%PDF-")
    assert paper == report.run_dir / "fiches" / "EP6.pdf"


def test_each_walk_of_the_register_is_a_scenario_and_a_chapter_of_its_sheet() -> None:
    features = read_features(ROOT, (ROOT / "features").rglob("*.feature"))
    names = {(Path(one.uri).parent.name.upper(), each.name) for one in features for each in one.parsed.pickles}
    for code, sheet in load(ROOT / "features").sheets.items():
        assert sheet.parcours
        assert set(sheet.parcours) <= set(sheet.sections)
        assert {(code, name) for name in sheet.parcours.values()} <= names
