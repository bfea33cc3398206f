"""What a log in opens: the home of the space, and the alert met before it when the password is soon to expire."""

import re

from steps.checks import plain
from steps.dates import SHORT_DATE, WRITTEN_DATE
from steps.screens.headings import HeadedScreen
from steps.screens.recap import FOURTEEN, RecapScreen
from steps.screens.screen import Screen
from targets.names import named


class SpaceScreen(RecapScreen, HeadedScreen):
    """Home of the professional space."""

    key = "espace"
    headings = (
        "MON ESPACE", "MES AUTRES SERVICES", "Messagerie", "MES DOSSIERS", "DOSSIER COURANT", "MES SERVICES",
        "Consulter", "Déclarer", "Payer", "Démarches",
    )  # fmt: skip

    def is_shown(self) -> bool:
        """The sheets give this page no title: whoever is inside can leave and reads an expiry date."""
        return self.offers("quitter") and bool(self.expiry())

    def expiry(self) -> str:
        """The expiry date of the password as the page shows it, « 05/06/2026 », or an empty string."""
        label = self.words.message("expiration").inline.pattern
        found = re.search(rf"{label}\s*:?\s*({SHORT_DATE})", plain(self.window.text()), re.IGNORECASE)
        return found.group(1) if found else ""

    def countdown(self) -> str:
        """What the page says of the time left, after « votre accès sera bloqué »: « dans 15 jours », or nothing."""
        label = self.words.message("decompte").inline.pattern
        found = re.search(rf"{label}[ \u00a0]*([^\n.!]+)", self.window.text(), re.IGNORECASE)
        return plain(found.group(1)) if found else ""

    def days_left(self) -> int | None:
        """The number of days of the countdown; 0 where it says « aujourd'hui »; None where it counts nothing."""
        told = self.countdown()
        found = re.search(r"\b(\d+) jours?\b", told)
        if found:
            return int(found.group(1))
        return 0 if re.search(TODAY, told, re.IGNORECASE) else None

    def warns(self) -> bool:
        """Whether the page shows anything of what goes with a password soon to expire (C76)."""
        return bool(self.countdown()) or self.offers("modifier_mot_de_passe") or self._says_so()

    def _says_so(self) -> bool:
        return self.words.message("avertissement").inline.search(plain(self.window.text())) is not None

    def subscriber_number(self) -> str:
        """The 14 digits that follow « N° d'abonné », or an empty string."""
        label = self.words.message("numero_abonne").inline.pattern
        found = re.search(rf"{label}\s*:?\s*({FOURTEEN}|\d+)", plain(self.window.text()), re.IGNORECASE)
        return found.group(1).replace(" ", "") if found else ""

    def sirens(self) -> list[str]:
        """The numbers of companies that the page shows, each once."""
        numbers = re.findall(r"(?<!\d)(?<!\d )\d{3} ?\d{3} ?\d{3}(?! ?\d)", self._text_but_the_footer())
        return list(dict.fromkeys(number.replace(" ", "") for number in numbers))

    def offers_choice(self) -> bool:
        """Whether one can ask for a file, or for the list of all (EP5-2-26)."""
        return self.offers("choisir_un_dossier") and self.offers("voir_tous_mes_dossiers")

    def contents(self) -> list[str]:
        """What the page shows of files and services: the number of a company, the links that go with it.

        A page may have room for files, explain services or offer to manage them, and hold none. Its footer may bear the
        number of whoever runs the site.
        """
        links = self.window.command(SERVICES).all_inner_texts()
        return [*self.sirens(), *map(plain, links)]

    def _text_but_the_footer(self) -> str:
        text = self.window.text()
        for footer in self.page.locator("footer, [role=contentinfo]").filter(visible=True).all_inner_texts():
            text = text.replace(footer, " ")
        return plain(text)


SERVICES = named(["TVA", "CFE", "CVAE", "IS", "TS", "Impôt sur les sociétés", "Taxe sur la valeur ajoutée",
                  "Cotisation foncière des entreprises", "Taxe sur les salaires"])  # fmt: skip


TODAY = "aujourd'hui|ce soir|minuit"
"""How a countdown may say that this is the last day (G25)."""


class AlertScreen(Screen):
    """The alert that a password is soon to expire, met between the log in and the home of the space (PER-2-5)."""

    key = "alerte"

    @property
    def spoken(self) -> str:
        """The sheet gives it no title."""
        return "fenêtre d'alerte"

    def is_shown(self) -> bool:
        """It says a date and asks to be acknowledged, wherever the site shows it: page, or window over a page."""
        return bool(self.expiry()) and self.offers("ok")

    def expiry(self) -> str:
        """The last day of the password as the alert writes it, « 22 juillet 2024 », or an empty string."""
        return self._read(rf"({WRITTEN_DATE})")

    def zone(self) -> str:
        """What the alert says of the clock that it goes by, right after the date, or an empty string."""
        return self._read(rf"{WRITTEN_DATE}\s*\(([^)]*)\)")

    def _read(self, pattern: str) -> str:
        label = self.words.message("echeance").inline.pattern
        found = re.search(rf"{label}\s*{pattern}", plain(self.window.text()), re.IGNORECASE)
        return found.group(1) if found else ""
