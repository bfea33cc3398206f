"""Small pages, as other sites may write the screens of the sheets, in front of a real browser."""

import pytest

from steps.screens.window import Window
from targets.lexicon import Lexicon


@pytest.fixture(scope="module")
def page(engine):
    return engine.new_page()


@pytest.fixture
def show(page):
    """A window on a page that holds this HTML."""

    def window(html):
        page.set_content(html)
        window = Window(page, Lexicon.load(), captcha=None, home="http://site.test", patience=0.2)
        page.set_default_timeout(10_000)  # what is not there is not waited for; what is may take its time to be read
        return window

    return window
