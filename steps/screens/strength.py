"""Screens where a password is chosen: its strength as it is typed, the recommendations (EP6-2-18, EP2-2-27)."""

import re
from typing import ClassVar

from playwright.sync_api import Locator

from steps.checks import plain
from steps.screens.procedure import Player, ProcedureScreen
from targets.faults import Fault, Unmet

LEVELS = ("Faible", "Normal", "Moyen", "Fort")


class PasswordScreen(ProcedureScreen):
    """A screen where a password is typed twice: ``entries`` names its two fields."""

    entries: ClassVar[tuple[str, str]]

    def choose(self, player: Player, password: str, confirmation: str | None = None) -> None:
        """Type ``password`` and its confirmation (the same unless given), the rest as it must be, and go on."""
        raise Fault(f"Aucun mot de passe ne se choisit à l'écran « {self.name} ».")

    def prepare(self) -> None:
        """Do what the fields of the password need before one can type in them; most screens need nothing."""

    def passwords(self) -> list[str]:
        """What the two fields hold."""
        return [self.field(entry).input_value() for entry in self.entries]

    def types(self) -> list[str | None]:
        """The ``type`` of the two fields."""
        return [self.field(entry).get_attribute("type") for entry in self.entries]

    def levels_shown(self) -> list[str]:
        """The strength levels that the page shows after their label."""
        label = self.words.message("niveau").inline.pattern
        return re.findall(rf"{label}\s*:?\s*({'|'.join(LEVELS)})", plain(self.window.text()), re.IGNORECASE)

    def await_level(self, *expected: str) -> str:
        """Wait until the strength level shown is one of ``expected``; returns the one shown."""
        if not self._level_comes(*expected):
            raise Unmet(
                "Le niveau de sécurité affiché n'est pas celui attendu.",
                expected=" ou ".join(expected),
                seen=" ; ".join(self.levels_shown()) or "aucun niveau affiché",
            )
        return self.levels_shown()[0].capitalize()

    def level_soon(self, hoped: str) -> str:
        """The level shown as soon as it is ``hoped``, or when the patience ends; empty when none is."""
        self._level_comes(hoped)
        return next((level.capitalize() for level in self.levels_shown()), "")

    def _level_comes(self, *expected: str) -> bool:
        """Whether one of these levels is shown within the patience, however it is written."""
        wanted = {level.casefold() for level in expected}
        came = self.window.until(lambda: any(level.casefold() in wanted for level in self.levels_shown()))
        if not came:
            self.window.check_answered()
        return came

    def await_final_level(self) -> str:
        """The level shown once the page has stopped changing: the meter has answered for all that was typed."""
        self.await_level(*LEVELS)
        self.page.evaluate(UNTIL_STILL)
        return self.await_level(*LEVELS)

    def recommendations(self) -> Locator:
        """The window of recommendations, when it is open."""
        return self.page.locator("dialog[open], [role=dialog]").filter(visible=True)


UNTIL_STILL = """() => new Promise(still => {
  const calm = () => setTimeout(() => { watch.disconnect(); still() }, 500);
  let timer = calm();
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = calm() });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
})"""
