"""Accidents in mid-run, for ``pytest -p tests.runner.accidents``: ACCIDENT happens at the *Quand* of ACCIDENT_IN."""

import os

import pytest


def lose_mail(request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("ground").smtp.stop()


def crash_browser(request: pytest.FixtureRequest) -> None:
    session = request.getfixturevalue("browser").new_browser_cdp_session()
    session.send("Browser.crash")


def crash_worker(request: pytest.FixtureRequest) -> None:
    os._exit(1)


ACCIDENTS = {"mail": lose_mail, "browser": crash_browser, "worker": crash_worker}


def pytest_bdd_before_step_call(request, scenario, step) -> None:
    if step.type == "when" and scenario.name == os.environ.get("ACCIDENT_IN"):
        ACCIDENTS[os.environ["ACCIDENT"]](request)
