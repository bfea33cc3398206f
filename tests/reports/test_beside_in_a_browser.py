"""The pages beside the report in a real browser: nothing of the target runs, choices work by keyboard, they print."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.reports.test_page_in_a_browser import HOSTILE, OPTIONS
from tests.reports.told_beside import report_with_pages

PAGES = ["couverture.html", "contradictions.html"]


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report_with_pages(tmp_path_factory.mktemp("beside"), HOSTILE).run_dir


def address(run_dir: Path, name: str) -> str:
    return (run_dir / name).as_uri()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_target_runs_and_nothing_is_asked_for(engine: Browser, run_dir: Path, name: str) -> None:
    page, asked = engine.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(run_dir, name))
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    assert page.evaluate("globalThis.hit") is None
    assert asked == [address(run_dir, name)]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_overflows(
    engine: Browser, run_dir: Path, name: str, scheme: str, width: int
) -> None:
    page = engine.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.goto(address(run_dir, name))
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert {fault["id"]: [node["target"] for node in fault["nodes"]] for fault in found} == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("name", "choice", "left"),
    [
        ("couverture.html", "exclu (1)", ["EP6-0-1"]),
        ("couverture.html", "à relire (1)", ["EP6-2-40"]),
        ("contradictions.html", "EP\u00a06", ["C04", "G18"]),
    ],
)
def test_what_is_shown_is_chosen_by_keyboard(
    engine: Browser, run_dir: Path, name: str, choice: str, left: list[str]
) -> None:
    page = engine.new_page(java_script_enabled=False)
    page.goto(address(run_dir, name))
    page.get_by_label("tout").first.focus()
    for _ in range(page.get_by_role("radio").count()):
        if not page.get_by_label(choice).is_checked():
            page.keyboard.press("ArrowRight")
    assert [str(one.get_attribute("id")) for one in page.locator("article:visible").all()] == left


def test_a_scenario_leads_to_where_the_report_tells_it(engine: Browser, run_dir: Path) -> None:
    page = engine.new_page()
    page.goto(address(run_dir, "couverture.html"))
    page.locator("#EP6-2-31").get_by_role("link", name="Un seul courriel part").press("Enter")
    expect(page.locator(":target")).to_contain_text("Un seul courriel part")
    assert page.url.partition("#")[0] == address(run_dir, "rapport.html")


@pytest.mark.parametrize("name", PAGES)
def test_the_page_prints_without_what_is_only_for_a_screen(engine: Browser, run_dir: Path, name: str) -> None:
    page = engine.new_page()
    page.goto(address(run_dir, name))
    page.emulate_media(media="print")
    expect(page.locator("nav, fieldset").first).to_be_hidden()
    expect(page.locator("fieldset")).to_be_hidden()
    expect(page.locator("article").last).to_be_visible()
