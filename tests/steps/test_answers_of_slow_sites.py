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


SLOW_SCRIPT = """<h1>Identifiants</h1><input aria-label="Mot de passe"><output></output>
<script defer src="http://site.test/ecoute.js"></script>
<script>setTimeout(() => { new Image().src = "http://site.test/assez-attendu" }, 300)</script>"""
LISTENS = """document.querySelector("input").oninput = () => { document.querySelector("output").value = "Fort" }"""


def test_what_listens_to_a_field_may_come_after_it(show, page):
    held = []
    page.route("http://site.test/lent", lambda route: route.fulfill(body=SLOW_SCRIPT, content_type="text/html"))
    page.route("http://site.test/ecoute.js", lambda route: held.append(route))  # noqa: PLW0108 - as above
    page.route("http://site.test/assez-attendu", lambda route: (held.pop().fulfill(body=LISTENS), route.abort()))
    window = show(LINK)
    window.patience = 10
    window.press(page.get_by_role("link"), "Suite")
    window.settle()
    page.get_by_label("Mot de passe").press_sequentially("a")
    page.unroute_all()
    assert page.get_by_role("status").inner_text() == "Fort"


FORM = """<form method="post" action="http://site.test/change" {how}><button>Valider</button></form>
<script>
  let sent = false
  document.querySelector("form[data-once]")?.addEventListener("submit", event => {
    if (sent) event.preventDefault()
    sent = true
  })
  document.querySelector("button").ondblclick = () => { new Image().src = "http://site.test/fin" }
</script>"""


@pytest.mark.parametrize(("how", "requests"), [("", 2), ("data-once", 1)])
def test_a_double_click_is_two_clicks(show, page, how, requests):
    held = []
    page.route("http://site.test/**", lambda route: held.append(route))  # noqa: PLW0108 - as above
    window = show(FORM.replace("{how}", how))
    window.press(page.get_by_role("button"), "Valider", twice=True)
    window.until(lambda: len(held) == requests + 1)
    page.unroute_all()
    assert sorted(route.request.method for route in held) == ["GET", *["POST"] * requests]
