"""A browser window of one person: where names are looked for and where answers of the site are awaited."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, Response
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from steps.checks import plain
from targets.faults import Absent, SiteError
from targets.levers import Captcha
from targets.lexicon import Lexicon, Name

STALE = "data-focus-stale"
HEADINGS = "h1, h2, h3, [role=heading]"
ALERTS = "[role=alert], [aria-invalid=true], input:user-invalid"
MARK_STALE = f"""() => document.querySelectorAll(`{HEADINGS}, {ALERTS}`).forEach(e => e.setAttribute('{STALE}', ''))"""


def fresh(selectors: str) -> str:
    """``selectors`` restricted to what appeared since the last action."""
    return ", ".join(f"{one.strip()}:not([{STALE}])" for one in selectors.split(","))


@dataclass
class Window:
    """One page of one browser context. ``patience`` (milliseconds) is how long a person would wait for a screen."""

    page: Page
    words: Lexicon
    captcha: Captcha
    home: str
    patience: float = 5000
    hidden: Callable[[], list[str]] = list
    server_errors: list[str] = field(default_factory=list)
    last_signs: str = ""

    def __post_init__(self) -> None:
        self.page.set_default_timeout(self.patience)
        self.page.on("response", self._note_server_error)

    def _note_server_error(self, response: Response) -> None:
        if response.status >= 500 and response.request.resource_type in ("document", "xhr", "fetch"):
            self.server_errors.append(f"{response.status} à l'adresse {response.url}")

    def go(self, url: str) -> None:
        """Open ``url`` (absolute, or relative to the site's home)."""
        self.page.goto(url if "://" in url else self.home.rstrip("/") + url)
        self.check_server()

    def reload(self) -> None:
        """Ask for the same page again."""
        self.page.evaluate(MARK_STALE)
        self.page.reload()
        self.check_server()

    def back(self) -> None:
        """Press the browser's back button."""
        self.page.evaluate(MARK_STALE)
        self.page.go_back()
        self.check_server()

    def check_server(self) -> None:
        """A page that answers 500 is never what a sheet shows."""
        if self.server_errors:
            raise SiteError("Le site a répondu par une erreur interne.", seen=self.server_errors[-1])

    def act(self, action: Callable[[], object], what: str) -> None:
        """Do ``action``; what was on the page before is marked stale, so that its answer can be told from it."""
        self.page.evaluate(MARK_STALE)
        try:
            action()
        except PlaywrightTimeout as cause:
            self.check_server()
            raise Absent(f"{what} : la commande est là mais ne répond pas.", seen=self.overview()) from cause

    def settle(self) -> None:
        """Wait until the site has answered the last action: a new heading or a new alert."""
        answer = self.page.locator(f"{fresh(HEADINGS)}, {fresh(ALERTS)}").filter(visible=True).first
        self.appears(answer)
        self.check_server()

    def appears(self, locator: Locator, patience: float | None = None) -> bool:
        """Whether ``locator`` becomes visible within the patience."""
        try:
            locator.wait_for(state="visible", timeout=patience)
        except PlaywrightTimeout:
            return False
        return True

    def vanishes(self, locator: Locator) -> bool:
        """Whether ``locator`` stops being visible within the patience."""
        try:
            locator.wait_for(state="hidden")
        except PlaywrightTimeout:
            return False
        return True

    def offers_text(self, name: str) -> bool:
        """Whether a button or link called ``name`` (accents on capitals aside) is on the page now."""
        commands = self.page.locator("a, button, input[type=submit], [role=button], [role=link]").filter(visible=True)
        return any(plain(name) == plain(command.inner_text()) for command in commands.all())

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))

    def alert(self) -> str:
        """What the site reports as wrong, or an empty string."""
        alerts = self.page.locator(ALERTS).filter(visible=True).all()
        return " ".join(re.sub(r"\s+", " ", alert.inner_text()) or "champ signalé invalide" for alert in alerts)

    def text(self) -> str:
        """All that a person can read on the page, values of read-only fields included."""
        values = self.page.locator("input[readonly], output").filter(visible=True)
        recalled = [value.input_value() for value in values.and_(self.page.locator("input")).all()]
        return "\n".join([self.page.locator("body").inner_text(), *recalled])

    def overview(self) -> str:
        """The accessible names of the page, for a message that says what is there instead."""
        return f"page {self.page.url} : " + self.page.locator("body").aria_snapshot()[:1500]

    def shown(self, name: Name) -> bool:
        """Whether a heading called ``name`` is on the page now."""
        return self.heading(name).count() > 0

    def heading(self, name: Name) -> Locator:
        """The visible heading called ``name``."""
        if name.css:
            return self.page.locator(name.css).filter(visible=True)
        return self.page.get_by_role("heading", name=name.pattern).filter(visible=True)

    def command(self, name: Name) -> Locator:
        """A button or a link called ``name``: the sheets use one or the other for the same thing (C73)."""
        if name.css:
            return self.page.locator(name.css).filter(visible=True)
        button, link = (self.page.get_by_role(role, name=name.pattern) for role in ("button", "link"))
        return button.or_(link).filter(visible=True)

    def control(self, name: Name) -> Locator:
        """A form control labelled ``name``."""
        if name.css:
            return self.page.locator(name.css).filter(visible=True)
        labelled = self.page.get_by_label(name.pattern).filter(visible=True)
        return labelled.and_(self.page.locator("input, select, textarea, output, [role=textbox]"))

    def screenshot(self) -> bytes:
        """The page as a person sees it, typed secrets and known answers masked (PNG)."""
        secrets = [self.page.get_by_text(value) for value in self.hidden() if len(value) > 2]
        return self.page.screenshot(mask=[self.page.locator("input"), *secrets], full_page=True)
