"""Every screen, in its normal and in its error state, judged by axe-core in a real browser: nothing serious."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.reference_impl.web import walks
from tests.reference_impl.web.conftest import EMAIL

AXE = Axe()
# Targets of 24 pixels at least (G49): axe leaves that one out unless asked.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


@pytest.fixture
def faults():
    """What is wrong with the screens looked at: by screen, the rules broken and where."""
    return {}


@pytest.fixture
def judge(sit, faults):
    """Have somebody judge every screen, in a window of that size."""

    def begin(viewport):
        person = sit(viewport=viewport)
        person.look = lambda screen: faults.update({screen: found} if (found := _faults(person.page)) else {})
        return person

    return begin


def _faults(page) -> dict[str, object]:
    found = AXE.run(page, options=OPTIONS).response["violations"]
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    wide = {"wider than the window": overflow} if overflow > 0 else {}
    return wide | {fault["id"]: [node["target"] for node in fault["nodes"]] for fault in serious}


def test_the_screens_of_ep_6(judge, faults):
    person = judge(DESK)
    walks.public(person)
    walks.forgotten(person)
    assert faults == {}


def test_the_screens_of_ep_2(judge, faults):
    person = judge(PHONE)
    person.opens("/")
    person.presses("Menu", "menu")
    walks.creation(person)
    walks.refusals(person)
    walks.activation(person)
    assert faults == {}


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_screens_of_the_space_and_of_the_expiry(judge, faults, viewport):
    person = judge(viewport)
    walks.spaces(person)
    walks.expired(person)
    assert faults == {}


def test_the_screens_of_ep_5(judge, faults):
    person = judge(PHONE)
    walks.credentials(person)
    person.presses("Activez votre espace abonné")
    walks.activates_change(person, EMAIL)
    assert faults == {}


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_screens_of_ep_4(judge, faults, viewport):
    person = judge(viewport)
    walks.option(person)
    person.presses("Activez votre espace professionnel")
    walks.activates_change(person, EMAIL)
    assert faults == {}


def test_a_fault_is_seen(judge, faults):
    person = judge(PHONE)
    person.opens("/authentification")
    person.page.evaluate("document.querySelector('label').remove(); document.body.style.width = '500px'")
    person.look("spoilt")
    assert set(faults["spoilt"]) == {"label", "wider than the window"}
