"""What opens when the terms are read: a new tab, a window in the page, another page or a file (EP2-2-16, C67)."""

from typing import Self

from playwright.sync_api import Download, Locator, Page

from steps.checks import missing
from steps.screens.creation import TermsScreen

TERMS = "Conditions générales"


class Reading:
    """The terms as a person gets them: ``text`` is what they read, or says which ``file`` they get."""

    def __init__(self, screen: TermsScreen) -> None:
        self.text = self.file = ""
        self._screen = screen
        self._tabs = [screen.page]
        screen.page.on("download", self._keep_file)
        screen.page.context.on("page", self._keep_tab)

    @classmethod
    def of(cls, screen: TermsScreen) -> Self:
        """Follow the link of ``screen``; the text is what is read instead, where the terms do not come."""
        reading = cls(screen)
        screen.press("conditions_generales")
        screen.window.until(reading._sees)
        return reading

    def _keep_tab(self, tab: Page) -> None:
        self._tabs.append(tab)
        tab.on("download", self._keep_file)

    def _keep_file(self, download: Download) -> None:
        self.file = f"{TERMS} : {download.suggested_filename}"

    def _sees(self) -> bool:
        """Whether the terms are there; what has opened is kept."""
        left, *tabs = self._tabs
        places = [self._screen.opened(), *(tab.locator("body") for tab in tabs if not tab.is_closed())]
        if not self._screen.is_shown():
            places.append(left.locator("body"))
        self.text = self.file or "\n".join(filter(None, map(_text, places)))
        return not missing(self.text, [TERMS])


def _text(place: Locator) -> str:
    return place.first.inner_text().strip() if place.count() else ""
