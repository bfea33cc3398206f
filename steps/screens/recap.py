"""Screens from which the recap document is saved: the home of the space, the end of an activation."""

from pathlib import Path

from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from steps.screens.screen import Screen

# The figures of a subscriber number, which a site may write in groups.
FOURTEEN = r"(?<!\d)\d(?: ?\d){13}(?!\d)"


class RecapScreen(Screen):
    """A screen that offers the recap document."""

    def download_recap(self) -> bytes:
        """Save the recap document through the browser: as a download, or from the page where the browser shows it."""
        content = self._downloaded(self.command("recapitulatif"))
        self.window.saved.append(content)
        return content

    def _downloaded(self, link: Locator) -> bytes:
        try:
            with self.page.expect_download() as waiting:
                link.click()
        except PlaywrightTimeout:
            return self.page.context.request.get(self.recap_url()).body()
        return Path(waiting.value.path()).read_bytes()

    def recap_url(self) -> str:
        """The address that the recap link leads to."""
        return str(self.command("recapitulatif").evaluate("e => e.href || e.closest('form')?.action || ''"))
