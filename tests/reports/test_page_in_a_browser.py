"""The page in a real browser: nothing of the target runs, search and filters work, links lead, a big run stays fast."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.reports.big import big_report
from tests.reports.invented import invented_report

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
FLAG = "globalThis.hit = 1"
HOSTILE = (
    f"</pre></style></title></script><script>{FLAG}</script><img src=x onerror='{FLAG}'><svg onload='{FLAG}'>"
    f'<iframe srcdoc="<script>parent.hit = 1</script>"></iframe><a href="javascript:{FLAG}">x</a>"\' onfocus=\'{FLAG}\''
)
SCENARIOS = 1000
LIMIT_S = 1.0


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return (invented_report(tmp_path_factory.mktemp("page"), HOSTILE).run_dir / "rapport.html").as_uri()


@pytest.fixture
def page(engine: Browser, address: str) -> Page:
    page = engine.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    return page


def shown(page: Page) -> list[str]:
    return page.locator("article.requirement").evaluate_all("all => all.filter(e => !e.hidden).map(e => e.id)")


def test_nothing_of_the_target_runs_and_nothing_is_asked_for(engine: Browser, address: str) -> None:
    page, asked = engine.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    page.keyboard.press("Tab")
    assert page.evaluate("globalThis.hit") is None
    assert [url for url in asked if not url.startswith("data:")] == [address]


@pytest.mark.parametrize(
    ("control", "value", "left"),
    [
        ("Fiche", "C", {"C04"}),
        ("Verdict", "non_teste", {"EP6-2-12"}),
        ("Verdict", "exclue", {"EP6-0-1", "EP6-2-40"}),
        ("Niveau", "avertissement", {"EP6-2-28", "C04", "G18", "G35"}),
    ],
)
def test_requirements_are_filtered(page: Page, control: str, value: str, left: set[str]) -> None:
    page.get_by_label(control, exact=True).select_option(value)
    assert set(shown(page)) == left


def test_words_are_searched_without_accents_in_what_is_folded_too(page: Page) -> None:
    page.get_by_label("Chercher", exact=True).fill("deux courriels  CONSTATE")
    assert shown(page) == ["EP6-2-31"]
    expect(page.locator("#montrees")).to_have_text("1 exigence sur 17")
    page.get_by_role("button", name="Tout montrer").press("Enter")
    assert len(shown(page)) == 17


def test_a_link_leads_to_its_requirement_even_filtered_out_or_folded(engine: Browser, address: str) -> None:
    page = engine.new_page()
    page.goto(f"{address}#EP6-0-1")
    expect(page.locator("#EP6-0-1")).to_be_in_viewport()
    page.get_by_label("Fiche", exact=True).select_option("C")
    page.evaluate("location.hash = '#EP6-2-10'")
    expect(page.locator("#EP6-2-10")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(engine: Browser, address: str, width: int, scheme: str) -> None:
    page = engine.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.goto(address)
    page.add_style_tag(content=".requirement { content-visibility: visible !important; }")
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert {fault["id"]: [node["target"] for node in fault["nodes"]] for fault in found} == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_everything_is_there(engine: Browser, address: str) -> None:
    page = engine.new_page(java_script_enabled=False)
    page.goto(address)
    assert page.locator("article.requirement").count() == 17
    expect(page.locator("#filtres")).to_be_hidden()


def test_a_thousand_scenarios_are_loaded_and_filtered_at_once(engine: Browser, tmp_path: Path) -> None:
    """Counted in the page's own processor time, which a busy machine does not change."""
    page = engine.new_page()
    counters = page.context.new_cdp_session(page)
    counters.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto((big_report(tmp_path, SCENARIOS).run_dir / "rapport.html").as_uri())
    page.get_by_label("Verdict", exact=True).select_option("non_conforme")
    page.get_by_label("Chercher", exact=True).fill("exigence 3")
    spent = {one["name"]: one["value"] for one in counters.send("Performance.getMetrics")["metrics"]}
    assert len(shown(page)) > 0
    assert spent["TaskDuration"] < LIMIT_S
