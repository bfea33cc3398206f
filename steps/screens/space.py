"""The screens behind the log in: home of the space, and the page met when the password has expired."""

import re

from steps.checks import plain
from steps.dates import SHORT_DATE
from steps.screens.recap import RecapScreen
from steps.screens.screen import Screen


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
        found = re.search(rf"{label}\s*:?\s*(\d+)", plain(self.window.text()), re.IGNORECASE)
        return found.group(1) if found else ""


class ExpiredScreen(Screen):
    """The page met at log in when the password has expired."""

    key = "expire"
