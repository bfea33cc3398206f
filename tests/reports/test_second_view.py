"""``cucumber.html``: the official formatter reads our journal, offline, and nothing of it executes."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from reports import second_view
from tests.reports.invented import invented_report
from tests.reports.playing import fault, tell

HOSTILE = (
    "</script><script>window.broken = 1</script><!--<script><img src=x onerror='window.broken = 2'>"
    "[lien](javascript:window.broken=3) <a href='javascript:1'>x</a> ]]>\u2028\x1b[31m<b>gras</b>"
)
BUNDLE = Path(second_view.__file__).parent / "cucumber_html"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented_report(tmp_path_factory.mktemp("view"), HOSTILE).run_dir / "cucumber.html"


@pytest.fixture(scope="module")
def page(engine: Browser, view: Path) -> Page:
    opened = engine.new_page()
    opened.asked, opened.said = [], []  # type: ignore[attr-defined]
    opened.on("request", lambda request: opened.asked.append(request.url))  # type: ignore[attr-defined]
    opened.on("console", lambda message: opened.said.append(message.text))  # type: ignore[attr-defined]
    opened.on("pageerror", lambda error: opened.said.append(str(error)))  # type: ignore[attr-defined]
    opened.goto(view.as_uri())
    opened.get_by_text("Un mot de passe de <longueur>").wait_for()
    return opened


def test_the_official_formatter_shows_rules_rows_and_failures(page: Page) -> None:
    for text in (
        "Mot de passe oublié - 2",
        "Le nouveau mot de passe vaut trois ans",
        "Étant donné",
        "Plan du scénario:",
    ):
        assert page.get_by_text(text).first.is_visible(), text
    shown = page.locator("body").inner_text()
    assert re.search(r"PASSED\s*4", shown), shown[:400]
    assert re.search(r"FAILED\s*3", shown)
    assert "Attendu : Ce mot de passe est valable jusqu'au 05 juin 2026." in shown
    assert "Aucune horloge." in shown


def test_nothing_of_a_hostile_journal_executes_or_leaves_the_page(page: Page, view: Path) -> None:
    found: Any = page.evaluate("[window.broken, document.querySelectorAll('script').length]")
    assert found == [None, 2]
    assert page.locator("a[href^='javascript'], #content img[onerror], #content b").count() == 0
    assert {url for url in page.asked if not url.startswith("data:")} == {view.as_uri()}  # type: ignore[attr-defined]
    assert page.said == []  # type: ignore[attr-defined]


def test_no_sign_of_the_journal_ends_its_script(view: Path) -> None:
    html = view.read_text(encoding="utf-8")
    messages = html.split("window.CUCUMBER_MESSAGES = ", 1)[1].split(";</script>", 1)[0]
    assert "<" not in messages
    assert messages.isascii()


def test_a_set_up_that_failed_is_told_as_a_hook(engine: Browser, tmp_path: Path) -> None:
    told = tell(tmp_path)
    told.play(0, None, fault("environment", "setup", message="Le site ne démarre pas."))
    told.journal.close(success=False)
    (tmp_path / "vue.html").write_text(second_view.render(told.path), encoding="utf-8", newline="\n")
    opened = engine.new_page()
    opened.goto((tmp_path / "vue.html").as_uri())
    opened.get_by_text("oubli.feature").wait_for()
    assert "Le site ne démarre pas." in opened.content()


def test_the_formatter_is_the_one_that_the_notice_names() -> None:
    notice = (BUNDLE / "NOTICE.md").read_text(encoding="utf-8")
    for name in ("main.js", "main.css"):
        assert f"| `{name}` | {hashlib.sha256((BUNDLE / name).read_bytes()).hexdigest()} |" in notice
    assert "MIT License" in (BUNDLE / "LICENSE").read_text(encoding="utf-8")
