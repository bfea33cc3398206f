"""A site that does not answer is told as such, within a person's patience; its command is not told as dead."""

import pytest

from targets.faults import Absent

LINK = '<a href="http://site.test/lent">Suite</a>'
COVER = '<p style="position: fixed; inset: 0">Un instant</p>'


@pytest.fixture
def press(show, page):
    """Press the link of a page, at a site that never answers."""
    held = []
    page.route("http://site.test/**", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers

    def pressed(html):
        window = show(html)
        page.set_default_timeout(3000)
        window.press(page.get_by_role("link"), "Suite")

    yield pressed
    for route in held:
        route.abort()
    page.unroute("http://site.test/**")


def test_a_site_that_does_not_answer(press):
    with pytest.raises(Absent, match="Le site n'a pas répondu"):
        press(LINK)


def test_a_command_that_cannot_be_reached(press):
    with pytest.raises(Absent, match="Suite : la commande est là mais ne répond pas"):
        press(LINK + COVER)
