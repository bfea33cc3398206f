"""What every screen of the sheets has in common: a title, fields and commands found by their names."""

import re
from typing import ClassVar, Self

from playwright.sync_api import Locator

from steps.checks import plain
from steps.screens.window import Window
from targets.faults import Absent, Unmet
from targets.lexicon import Name, ScreenWords


class Screen:
    """A screen of a sheet, in one window. ``key`` is its name in the lexicon."""

    key: ClassVar[str]

    def __init__(self, window: Window) -> None:
        self.window = window
        self.page = window.page

    @property
    def words(self) -> ScreenWords:
        """The names of this screen's title, fields and commands at this target."""
        return self.window.words.screen(self.key)

    @property
    def title(self) -> Name:
        """The heading that tells this screen from the others."""
        return self.words.title

    def await_shown(self) -> Self:
        """Wait for this screen, once the site has answered the last action.

        Raises Absent when another screen, or nothing, comes instead.
        """
        self.window.settle()
        if not self.is_shown() and not self._comes():
            self._refuse_other()
        return self

    def _comes(self) -> bool:
        """A page drawn by scripts shows its frame first; an alert means that the site has already said no."""
        if self.window.alert():
            return False
        return self.window.appears(self.window.heading(self.title).first)

    def _refuse_other(self) -> None:
        self.window.check_server()
        said = self.window.alert()
        raise Absent(
            f"L'écran « {self.title.spoken} » ne s'affiche pas.",
            screen=self.key,
            expected=f"l'écran « {self.title.spoken} »",
            seen=(f"le message « {said} », " if said else "") + self.window.overview(),
            repair=f'[lexicon] "{self.key}.titre" = {{ label = "…" }}',
        )

    def is_shown(self) -> bool:
        """Whether this screen is on the page now."""
        return self.window.shown(self.title)

    def await_still_shown(self) -> None:
        """Require that the last action left the person on this screen.

        Closed by a marker: the site has answered (a new alert or heading) or a person's patience is over.
        """
        self.window.settle()
        if not self.is_shown():
            raise Unmet(
                f"La procédure a quitté l'écran « {self.title.spoken} ».",
                expected=f"l'écran « {self.title.spoken} »",
                seen=self.window.overview(),
            )

    def field(self, name: str) -> Locator:
        """The form control called ``name`` in the lexicon; raises Absent."""
        word = self.words.field(name)
        return self._found(self.window.control(word), "le champ", name, word)

    def command(self, name: str) -> Locator:
        """The button or link called ``name`` in the lexicon; raises Absent."""
        word = self.words.action(name)
        return self._found(self.window.command(word), "le bouton ou le lien", name, word)

    def offers(self, name: str) -> bool:
        """Whether the button or link called ``name`` is on the page now."""
        return self.window.command(self.words.action(name)).count() > 0

    def has_field(self, name: str) -> bool:
        """Whether the field called ``name`` is on the page now."""
        return self.window.control(self.words.field(name)).count() > 0

    def _found(self, locator: Locator, kind: str, name: str, word: Name) -> Locator:
        if self.window.appears(locator.first):
            return locator.first
        self.window.check_server()
        raise Absent(
            f"À l'écran « {self.title.spoken} », {kind} « {word.spoken} » est introuvable.",
            screen=self.key,
            expected=f"{kind} « {word.spoken} »",
            seen=self.window.overview(),
            repair=f'[lexicon] "{self.key}.{name}" = {{ label = "…" }}',
        )

    def fill(self, name: str, value: str) -> None:
        """Type ``value`` in the field called ``name``."""
        self.field(name).fill(value)

    def press(self, name: str) -> None:
        """Press the button, or follow the link, called ``name``."""
        target = self.command(name)
        self.window.act(target.click, self.words.action(name).spoken)

    def recalled(self, name: str) -> str:
        """The value that the screen recalls for a read-only field, wherever it stands: control or plain text."""
        word = self.words.field(name)
        control = self.window.control(word)
        if control.count():
            return plain(control.first.evaluate("e => e.value ?? e.textContent"))
        found = re.search(word.inline.pattern + r"\s*[:*\s]*\s*([^\n]+)", self.window.text(), re.IGNORECASE)
        return plain(found.group(1)) if found else ""

    def is_editable(self, name: str) -> bool:
        """Whether the field called ``name`` can be typed in."""
        control = self.window.control(self.words.field(name))
        return control.count() > 0 and control.first.is_editable()
