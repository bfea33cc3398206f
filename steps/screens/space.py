"""The screens behind the log in: home of the space, and the page met when the password has expired."""

import re

from steps.checks import plain
from steps.dates import SHORT_DATE
from steps.screens.recap import RecapScreen
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
        found = re.search(rf"{label}\s*:?\s*(\d+)", plain(self.window.text()), re.IGNORECASE)
        return found.group(1) if found else ""

    def sirens(self) -> list[str]:
        """The numbers of companies that the page shows, each once."""
        text = plain(self.window.text())
        numbers = re.findall(r"(?<!\d)(?<!\d )\d{3} ?\d{3} ?\d{3}(?! ?\d)", text)
        return list(dict.fromkeys(number.replace(" ", "") for number in numbers))

    def offers_choice(self) -> bool:
        """Whether one can ask for a file, or for the list of all (EP5-2-26)."""
        return self.offers("choisir_un_dossier") and self.offers("voir_tous_mes_dossiers")

    def contents(self) -> list[str]:
        """What the page shows of files and services: the number of a company, the headings and links that go with it.

        A page may explain services, or offer to manage them, and hold none.
        """
        text = plain(self.window.text())
        headings = re.findall("dossier courant|mes dossiers", text, re.IGNORECASE)
        links = self.window.command(SERVICES).all_inner_texts()
        return [*self.sirens(), *headings, *map(plain, links)]


SERVICES = named(["TVA", "CFE", "CVAE", "IS", "TS", "Impôt sur les sociétés", "Taxe sur la valeur ajoutée",
                  "Cotisation foncière des entreprises", "Taxe sur les salaires"])  # fmt: skip


class ExpiredScreen(Screen):
    """The page met at log in when the password has expired."""

    key = "expire"
