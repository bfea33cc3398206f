"""Every screen, in its normal and in its error state, judged by axe-core in a real browser: nothing serious."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from fakes.smtp import CapturedSmtp
from runner import browser
from tests.reference_impl.test_process import running
from tests.reference_impl.web import walks
from tests.reference_impl.web.walks import Person

AXE = Axe()
# Targets of 24 pixels at least (G49): axe leaves that one out unless asked.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def engine():
    found = browser.ensure()
    with sync_playwright() as playwright, playwright.chromium.launch(**browser.launch_args(found)) as launched:
        yield launched


@pytest.fixture
def mailbox():
    with_mails = CapturedSmtp()
    with_mails.start()
    yield with_mails
    with_mails.stop()


@pytest.fixture
def faults():
    """What is wrong with the screens looked at: by screen, the rules broken and where."""
    return {}


@pytest.fixture
def person(engine, mailbox, faults, request):
    """Somebody who judges every screen. The width is the parameter of the test."""
    page = engine.new_page(viewport=request.param)

    def judge(screen: str) -> None:
        found = AXE.run(page, options=OPTIONS).response["violations"]
        serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
        if serious:
            faults[screen] = {fault["id"]: [node["target"] for node in fault["nodes"]] for fault in serious}
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            faults[f"{screen}: width"] = overflow

    with running("--door", "--smtp", f"127.0.0.1:{mailbox.port}") as address:
        yield Person(page, address, mailbox, judge)
        page.close()


@pytest.mark.parametrize("person", [DESK], indirect=True)
def test_the_screens_of_ep_6(person, faults):
    walks.public(person)
    walks.forgotten(person)
    assert faults == {}


@pytest.mark.parametrize("person", [PHONE], indirect=True)
def test_the_screens_of_ep_2(person, faults):
    person.opens("/")
    person.presses("Menu", "menu")
    walks.creation(person)
    walks.refusals(person)
    walks.activation(person)
    assert faults == {}
