"""A browser window of one person: where names are looked for and where answers of the site are awaited.

The rule of all waiting here: a screen is read once the site has answered the last action, that is once nothing that
was asked of it is on its way any more and a new heading or alert has come. What was on the page before the action is
marked stale: without that, the page that has not left yet would pass for the answer.
"""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page, Request, Response
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from steps.screens.names import Named
from steps.screens.picture import Pictured, Touch
from targets.faults import Absent, EnvironmentFault, SiteError
from targets.levers import Captcha
from targets.lexicon import Lexicon

STALE = "data-focus-stale"
HEADINGS = "h1, h2, h3, [role=heading]"
ALERTS = "[role=alert], [aria-invalid=true], input:user-invalid"
ASKED = ("document", "xhr", "fetch")
GATEWAY = (502, 503, 504)
LOOK_MS = 25
SETTLE_A_BUTTON_S = 1.0
DOUBLE_CLICK_MS = 200  # longer apart, two clicks are two
MARK_STALE = f"""() => document.querySelectorAll(`{HEADINGS}, {ALERTS}`).forEach(e => e.setAttribute('{STALE}', ''))"""
# In one call: what is on the page is marked, and the command may be ready; where it does not seem so, it is waited for.
MARK_STALE_FOR = f"""command => {{
  ({MARK_STALE})();
  return !command.matches(':disabled') && !command.closest('[aria-disabled=true]');
}}"""

# Playwright makes three calls of a script on one element, one call of a script on all of them.
ON_THE_FIRST = "(found, given) => found.slice(0, 1).map(first => ({script})(first, given))"


def fresh(selectors: str) -> str:
    """``selectors`` restricted to what appeared since the last action."""
    return ", ".join(f"{one.strip()}:not([{STALE}])" for one in selectors.split(","))


@dataclass
class Window(Pictured, Named):
    """One page of one browser context. ``patience`` (seconds) is how long a person would wait for a screen.

    ``procedure`` is the name of the procedure that is open in it, for the steps that speak of its screens.
    ``showing`` is what the features call the screen that was last seen in it,
    ``touches`` are what the person has looked for and acted on since the page came, ``saved`` the documents that they
    have saved. ``guide``, where there is one, is called before each press: what is to be shown of it is on the page.
    """

    page: Page
    words: Lexicon
    captcha: Captcha
    home: str
    patience: float
    hidden: Callable[[], list[str]] = list
    server_errors: list[int] = field(default_factory=list)
    last_signs: str = ""
    last_picture: bytes = b""
    procedure: str = ""
    showing: str = ""
    touches: list[Touch] = field(default_factory=list)
    saved: list[bytes] = field(default_factory=list)
    guide: Callable[["Window"], None] | None = None

    def __post_init__(self) -> None:
        self.page.set_default_timeout(self.patience * 1000)
        self._host = urlsplit(self.home).hostname
        self._pending: set[Request] = set()
        self._held_back = False
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._answered)
        self.page.on("requestfailed", self._answered)
        self.page.on("response", self._note_server_error)

    # -- what the site answers ------------------------------------------------------------------------------------

    def _counts(self, request: Request) -> bool:
        return request.resource_type in ASKED and urlsplit(request.url).hostname == self._host

    def _asked(self, request: Request) -> None:
        if self._counts(request):
            self._pending.add(request)

    def _answered(self, request: Request) -> None:
        self._pending.discard(request)

    def _note_server_error(self, response: Response) -> None:
        if self._counts(response.request) and response.status >= 500:
            self.server_errors.append(response.status)

    def check_server(self) -> None:
        """A page that answers 500 is never what a sheet shows; a gateway that finds no site behind it is the ground."""
        if not self.server_errors:
            return
        status = self.server_errors[-1]
        if status in GATEWAY:
            raise EnvironmentFault(f"La passerelle ne trouve pas le site (HTTP {status}).")
        raise SiteError("Le site a répondu par une erreur interne.", expected="une page", seen=f"HTTP {status}")

    def check_answered(self) -> None:
        """Where what is awaited has not come: an error of the site, or its silence, tells more than what is missing."""
        self.check_server()
        if self._pending:
            raise self._unanswered()

    def until(self, fact: Callable[[], bool], patience: float | None = None) -> bool:
        """Whether ``fact`` becomes true within the patience (seconds); looked at again and again, never waited for."""
        end = time.monotonic() + (self.patience if patience is None else patience)
        while not self._true(fact):
            if time.monotonic() > end:
                return False
            self.page.wait_for_timeout(LOOK_MS)
        return True

    def ask(self, found: Locator, script: str, given: str = "") -> Any:
        """What ``script`` answers on the element ``found``, once it is there; raises Playwright's TimeoutError."""
        answers: list[Any] = []

        def answered() -> bool:
            answers[:] = found.evaluate_all(ON_THE_FIRST.format(script=script), given)
            return bool(answers)

        if not self.until(answered):
            raise PlaywrightTimeout("Nothing is there.")
        return answers[0]

    def _true(self, fact: Callable[[], bool]) -> bool:
        try:
            return fact()
        except PlaywrightError as error:
            # The page is being replaced while it is looked at: look again.
            if "context was destroyed" in error.message or "navigating" in error.message:
                return False
            raise

    def settle(self) -> None:
        """Wait until the site has answered the last action; raises Absent when its answer never comes.

        A site that answers without any new heading or alert only costs the patience.
        """
        # In this order: looking at the page lets the next request in, of a screen that has come and asks for more.
        if self.until(lambda: self._held_back or (self._something_new() and not self._pending)):
            with suppress(PlaywrightTimeout):  # what listens to a field may come after it; no person types so soon
                self.page.wait_for_load_state("domcontentloaded")
            self.check_server()
        else:
            self.check_answered()

    def _something_new(self) -> bool:
        """Whether a heading or an alert has come since the last action.

        Playwright looks at no page while another is on its way, and would wait for it without end.
        """
        if any(request.is_navigation_request() for request in self._pending):
            return False
        return self.page.locator(f"{fresh(HEADINGS)}, {fresh(ALERTS)}").filter(visible=True).count() > 0

    def _unanswered(self) -> Absent:
        return Absent(
            f"Le site n'a pas répondu en {self.patience:g} s.",
            expected="une réponse",
            seen=f"{len(self._pending)} requête(s) sans réponse",
            repair="[target] patience_s, si cette lenteur est celle d'un site d'essai",
        )

    # -- what a person does ---------------------------------------------------------------------------------------

    def go(self, url: str) -> None:
        """Open ``url`` (absolute, or relative to the site's home)."""
        self._held_back = False
        self._load(lambda: self.page.goto(url if "://" in url else self.home.rstrip("/") + url))

    def reload(self) -> None:
        """Ask for the same page again."""
        self._mark_stale()
        self._load(self.page.reload)

    def back(self) -> None:
        """Press the browser's back button."""
        self._mark_stale()
        self._load(self.page.go_back)

    def _load(self, action: Callable[[], object]) -> None:
        try:
            action()
        except PlaywrightTimeout as cause:
            raise Absent(f"La page ne s'est pas chargée en {self.patience:g} s.", seen=self.page.url) from cause
        self.check_server()

    def press(self, target: Locator, what: str, *, twice: bool = False) -> None:
        """Click once, or ``twice``; what was on the page is marked stale. A button that stays disabled holds back.

        Raises Playwright's TimeoutError when ``target`` is not there.
        """
        self.touch("press", what, target)
        if self.guide is not None:
            self.ask(target, "() => null")
            self.guide(self)
        self.touches.clear()
        ready = self.ask(target, MARK_STALE_FOR)
        self._held_back = not ready and not self.until(target.is_enabled, SETTLE_A_BUTTON_S)
        if self._held_back:
            return
        try:
            if twice:
                self._double_click(target)
            else:
                target.click()
        except PlaywrightTimeout as cause:  # Playwright also waits here for the page that the click asks for
            self.check_answered()
            raise Absent(f"{what} : la commande est là mais ne répond pas.", seen=self.overview()) from cause

    def _double_click(self, target: Locator) -> None:
        """Click, then click again on the spot as soon as what the first asks of the site has left.

        Playwright's own double click sends both at once, and Chromium then makes one request of them: no site that
        would count two ever gets two. Fingers are slower.
        """
        target.click(trial=True)
        frame = target.bounding_box()
        if frame is None:
            raise PlaywrightTimeout("It went while it was looked at.")
        spot = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
        with suppress(PlaywrightTimeout), self.page.expect_request(self._counts, timeout=DOUBLE_CLICK_MS):
            self.page.mouse.click(*spot)
        self.page.mouse.down(click_count=2)
        self.page.mouse.up(click_count=2)

    def _mark_stale(self) -> None:
        self._held_back = False
        self.until(lambda: self.page.evaluate(MARK_STALE) is None)

    def reachable(self, target: Locator) -> bool:
        """Whether ``target`` could be clicked now, without clicking it."""
        try:
            target.click(trial=True, timeout=SETTLE_A_BUTTON_S * 1000)
        except PlaywrightTimeout:
            return False
        return True

    # -- what a person sees ---------------------------------------------------------------------------------------

    def appears(self, locator: Locator) -> bool:
        """Whether ``locator`` becomes visible within the patience."""
        return self.until(locator.is_visible)

    def vanishes(self, locator: Locator) -> bool:
        """Whether ``locator`` stops being visible within the patience."""
        return self.until(lambda: not locator.is_visible())

    def alert(self) -> str:
        """What the site has said is wrong since the last action, or an empty string.

        A field that is marked counts where nothing is said: its mark may have stayed from one refusal to the next.
        """
        alerts = self.page.locator(fresh(ALERTS)).filter(visible=True).all()
        said = [re.sub(r"\s+", " ", alert.inner_text()) for alert in alerts]
        return " ".join(filter(None, said)) or ("champ signalé invalide" if alerts else "")

    def text(self) -> str:
        """All that a person can read on the page, values of read-only fields included."""
        recalled = self.page.locator("input[readonly], textarea[readonly]").filter(visible=True)
        return "\n".join([self.page.locator("body").inner_text(), *(each.input_value() for each in recalled.all())])

    def lines(self) -> list[str]:
        """The same, line by line, without those that are empty."""
        return [line.strip() for line in self.text().splitlines() if line.strip()]

    def source(self) -> str:
        """All that the page holds, shown or not: its HTML as it stands and the values of its controls."""
        values = self.page.evaluate("() => [...document.querySelectorAll('input, textarea')].map(e => e.value)")
        return "\n".join([self.page.content(), *values])

    def overview(self) -> str:
        """The accessible names of the page, for a message that says what is there instead."""
        where = urlsplit(self.page.url)
        return f"page {where.path or where.scheme} : {self.page.locator('body').aria_snapshot()}"

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
