"""A profile's manners in a real browser: pace, credentials, sizes of window, consent banner, hosts."""

import base64
import time

import pytest
from playwright.sync_api import Error, sync_playwright

from runner import browser, browsing
from targets.profile import load
from targets.web import Pace
from tests.targets.webs import FakeWeb, serving

TARGET = '[target]\nname = "S"\nversion = "1"\nbase_url = "{url}"\n'
BANNER = b"""<meta charset="utf-8"><h1>Accueil</h1><button onclick="document.title='entr\xc3\xa9'">Entrer</button>
<div id="voile" style="position:fixed; inset:0">
<button onclick="voile.remove()">Tout refuser</button><button onclick="document.title='suivi'">Tout accepter</button>
</div>"""


@pytest.fixture(scope="module")
def engine():
    found = browser.ensure()
    arguments = browser.launch_args(found)
    rule = browsing.only(["127.0.0.1"])
    with (
        sync_playwright() as driver,
        driver.chromium.launch(**{**arguments, "args": [*arguments["args"], rule]}) as engine,
    ):
        yield engine


@pytest.fixture
def web():
    with serving(FakeWeb()) as server:
        server.headers = {"Content-Type": "text/html; charset=utf-8"}
        server.answers = {"/": BANNER, "/a": b"<h1>A</h1>", "/favicon.ico": b""}
        yield server


@pytest.fixture
def visit(engine, web, tmp_path, monkeypatch):
    """A page whose browser behaves as ``keys`` of [target] say, and its pace."""
    monkeypatch.setenv("MOT_DE_PASSE", "s3cret")

    def open_page(keys: str = ""):
        (tmp_path / "site.toml").write_text(TARGET.format(url=web.url) + keys, "utf-8")
        target = load(tmp_path / "site.toml").target
        page = engine.new_context(**browsing.context(target)).new_page()
        browsing.behave(page, target, Pace(target.rate))
        page.set_default_timeout(5000)
        return page

    yield open_page
    for context in engine.contexts:
        context.close()


def test_a_banner_is_sent_away_by_the_button_that_the_profile_names(visit, web):
    page = visit('consent = "Tout refuser"')
    page.goto(web.url)
    page.get_by_role("button", name="Entrer").click()
    assert page.title() == "entré"


def test_without_it_the_banner_is_in_the_way(visit, web):
    page = visit()
    page.goto(web.url)
    with pytest.raises(Error, match="Timeout"):
        page.get_by_role("button", name="Entrer").click(timeout=300)


def test_a_page_without_the_banner_is_left_as_it_is(visit, web):
    page = visit('consent = "Tout refuser"')
    page.goto(web.url + "/a")
    page.get_by_role("heading").click()
    assert page.url == web.url + "/a"


def test_credentials_go_to_the_site(visit, web):
    def guarded():
        given = base64.b64encode(b"qa:s3cret").decode()
        return b"<h1>Dedans</h1>" if web.authorizations[-1] == f"Basic {given}" else (401, b"")

    web.headers["WWW-Authenticate"] = 'Basic realm="recette"'
    web.answers["/"] = guarded
    page = visit('credentials = { user = "qa", password = "${MOT_DE_PASSE}" }')
    assert page.goto(web.url).status == 200


def test_credentials_stay_at_the_site(visit, web):
    """Another address on the same machine asks for a password too: it gets none."""
    with serving(FakeWeb()) as other:
        other.headers, other.answers = {"WWW-Authenticate": 'Basic realm="autre"'}, {"/": (401, b"")}
        page = visit('credentials = { user = "qa", password = "${MOT_DE_PASSE}" }')
        assert page.goto(other.url).status == 401
        assert set(other.authorizations) == {None}


def test_headers_go_with_every_request(visit, web):
    page = visit('headers = { Authorization = "${MOT_DE_PASSE}" }')
    page.goto(web.url)
    assert web.authorizations[0] == "s3cret"


def test_pages_and_calls_are_asked_for_at_the_pace_of_the_profile(visit, web):
    page = visit("rate = 10")
    begun = time.monotonic()
    for _ in range(4):
        page.goto(web.url + "/a")
    page.evaluate("() => fetch('/a').then(answer => answer.text())")
    assert time.monotonic() - begun >= 0.4


def test_sizes_of_window_are_spread_and_stay(web, tmp_path):
    (tmp_path / "site.toml").write_text(TARGET.format(url=web.url) + 'viewports = ["1280x720", "390x844"]')
    target = load(tmp_path / "site.toml").target
    sizes = [browsing.viewport(target, f"scenario {rank}")["viewport"]["width"] for rank in range(40)]
    assert set(sizes) == {1280, 390}
    assert sizes == [browsing.viewport(target, f"scenario {rank}")["viewport"]["width"] for rank in range(40)]


def test_other_hosts_are_out_of_reach(visit):
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        visit().goto("http://ailleurs.test/")
