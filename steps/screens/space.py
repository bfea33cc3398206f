"""The screens behind the log in: home of the space, and the page met when the password has expired."""

import re

from steps.checks import plain
from steps.dates import SHORT_DATE
from steps.screens.recap import FOURTEEN, RecapScreen
from steps.screens.screen import Screen
from targets.names import named


class SpaceScreen(RecapScreen):
    """Home of the professional space."""

    key = "espace"

    def is_shown(self) -> bool:
        """The sheets give this page no title: whoever is inside can leave and reads an expiry date."""
        return self.offers("quitter") and bool(self.expiry())

    def expiry(self) -> str:
        """The expiry date of the password as the page shows it, « 05/06/2026 », or an empty string."""
        label = self.words.message("expiration").inline.pattern
        found = re.search(rf"{label}\s*:?\s*({SHORT_DATE})", plain(self.window.text()), re.IGNORECASE)
        return found.group(1) if found else ""

    def subscriber_number(self) -> str:
        """The 14 digits that follow « N° d'abonné », or an empty string."""
        label = self.words.message("numero_abonne").inline.pattern
        found = re.search(rf"{label}\s*:?\s*({FOURTEEN}|\d+)", plain(self.window.text()), re.IGNORECASE)
        return found.group(1).replace(" ", "") if found else ""

    def contents(self) -> list[str]:
        """What the page shows of files and services: the number of a company, the links that go with it.

        A page may have room for files, explain services or offer to manage them, and hold none. Its footer may bear the
        number of whoever runs the site.
        """
        text = self.window.text()
        for footer in self.page.locator("footer, [role=contentinfo]").filter(visible=True).all_inner_texts():
            text = text.replace(footer, " ")
        numbers = re.findall(r"(?<!\d)(?<!\d )\d{3} ?\d{3} ?\d{3}(?! ?\d)", plain(text))
        links = self.window.command(SERVICES).all_inner_texts()
        return [*numbers, *map(plain, links)]


SERVICES = named(["TVA", "CFE", "CVAE", "IS", "TS", "Impôt sur les sociétés", "Taxe sur la valeur ajoutée",
                  "Cotisation foncière des entreprises", "Taxe sur les salaires"])  # fmt: skip


class ExpiredScreen(Screen):
    """The page met at log in when the password has expired."""

    key = "expire"
