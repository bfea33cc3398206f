"""What tests of several rooms share: a real browser."""

import playwright.sync_api
import pytest

from runner import browser


@pytest.fixture(scope="module")
def engine():
    """A real browser."""
    found = browser.ensure()
    with (
        playwright.sync_api.sync_playwright() as driver,
        driver.chromium.launch(**browser.launch_args(found)) as engine,
    ):
        yield engine
