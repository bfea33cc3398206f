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
        return Window(page, Lexicon.load(), captcha=None, home="http://site.test", patience=0.2)

    return window
