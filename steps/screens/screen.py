"""What every screen of the sheets has in common: a title, fields and commands found by their names."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar, Self

from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from steps.checks import plain
from steps.screens.choices import CHOICE, HELD, choose
from steps.screens.window import Window
from targets.faults import Absent, Unmet
from targets.lexicon import Name, ScreenWords

COMMAND = "le bouton ou le lien"
HINT = """e => {
  const described = (e.getAttribute('aria-describedby') ?? '').split(/\\s+/).map(id => document.getElementById(id));
  const beside = e.closest('p, div, fieldset, li, tr, form');
  return [e.placeholder, e.ariaDescription, ...[...described, beside].map(other => other?.textContent)].join(' ');
}"""
# As much of a value as the field lets a person type; nothing where there is a choice.
AS_TYPED = f"(e, value) => ({CHOICE})(e) ? null : e.maxLength >= 0 ? value.slice(0, e.maxLength) : value"


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

    @property
    def spoken(self) -> str:
        """What messages call this screen."""
        return self.title.spoken

    def is_shown(self) -> bool:
        """Whether this screen is on the page now."""
        return self.window.heading(self.title).count() > 0

    def await_shown(self) -> Self:
        """Wait for this screen, once the site has answered the last action.

        Raises Absent when another screen, or nothing, comes instead.
        """
        self.window.settle()
        if not self.window.until(self.is_shown):
            self.window.check_server()
            said = self.window.alert()
            raise Absent(
                f"L'écran « {self.spoken} » ne s'affiche pas.",
                screen=self.key,
                expected=f"l'écran « {self.spoken} »",
                seen=(f"le message « {said} », " if said else "") + self.window.overview(),
                repair=f'[lexicon] "{self.key}.titre" = {{ label = "…" }}',
            )
        self.window.showing = self.spoken
        return self

    def await_still_shown(self) -> None:
        """Require that the last action left the person on this screen, once the site has answered."""
        self.window.settle()
        if not self.window.until(self.is_shown):
            raise Unmet(
                f"La procédure a quitté l'écran « {self.spoken} ».",
                expected=f"l'écran « {self.spoken} »",
                seen=self.window.overview(),
            )

    def await_kept_from(self, opening: "Screen") -> None:
        """Require that the last action, done on this screen, did not lead to ``opening``.

        Closed by a marker: this screen, or an alert, is what the site has answered with.
        """
        if self.opens(opening):
            raise Unmet(
                f"L'écran « {opening.spoken} » s'est ouvert.",
                expected="un refus",
                seen=self.window.overview(),
            )

    def opens(self, following: "Screen") -> bool:
        """Whether the last action, done on this screen, led to ``following``.

        Whatever else the site answers with is a refusal: this screen again, an alert, a page of its own.
        """
        self.window.settle()
        self.window.until(lambda: following.is_shown() or self.is_shown() or bool(self.window.alert()))
        return following.is_shown()

    def leads_to(self, opening: "Screen") -> bool:
        """Whether the last action, done on this screen, led to ``opening`` rather than back here.

        Raises Absent when neither is shown.
        """
        self.window.settle()
        if not self.window.until(lambda: opening.is_shown() or self.is_shown()):
            self.await_shown()
        return opening.is_shown()

    def field(self, name: str) -> Locator:
        """The form control called ``name`` in the lexicon; raises Absent."""
        return self._found(self._controls(name), "le champ", name, self.words.field(name))

    def command(self, name: str) -> Locator:
        """The button or link called ``name`` in the lexicon; raises Absent."""
        word = self.words.action(name)
        return self._found(self.window.command(word), COMMAND, name, word)

    def offers(self, name: str) -> bool:
        """Whether the button or link called ``name`` is on the page now."""
        return self.window.command(self.words.action(name)).count() > 0

    def has_field(self, name: str) -> bool:
        """Whether the field called ``name`` is on the page now."""
        return self._controls(name).count() > 0

    def _controls(self, name: str) -> Locator:
        return self.window.control(self.words.field(name))

    def _found(self, locator: Locator, kind: str, name: str, word: Name) -> Locator:
        if self.window.appears(locator.first):
            self.window.showing = self.spoken
            self.window.touch("press" if kind == COMMAND else "fill", word.spoken, locator.first)
            return locator.first
        raise self._absent(kind, name, word)

    @contextmanager
    def _sought(self, kind: str, name: str, word: Name) -> Iterator[None]:
        """What is not there is told so. Acting at once, rather than looking first, halves the calls to the browser."""
        self.window.showing = self.spoken
        try:
            yield
        except PlaywrightTimeout as cause:
            raise self._absent(kind, name, word) from cause

    def _absent(self, kind: str, name: str, word: Name) -> Absent:
        self.window.check_server()
        return Absent(
            f"À l'écran « {self.spoken} », {kind} « {word.spoken} » est introuvable.",
            screen=self.key,
            expected=f"{kind} « {word.spoken} »",
            seen=self.window.overview(),
            repair=f'[lexicon] "{self.key}.{name}" = {{ label = "…" }}',
        )

    def fill(self, name: str, value: str) -> str:
        """Type ``value`` in the field called ``name``, or choose it where there is a choice; returns what was given.

        A field takes as much as it lets a person type; a choice, what it offers: else it stays as it stands.
        """
        entry = self._controls(name).first
        with self._sought("le champ", name, self.words.field(name)):
            typed = self.window.ask(entry, AS_TYPED, value)
        self.window.touch("fill", self.words.field(name).spoken, entry)
        if typed is None:
            return choose(entry, value)
        entry.fill(typed)
        return value

    def type(self, values: Mapping[str, str]) -> dict[str, str]:
        """Fill in each field of ``values`` (name of a field -> value); returns what was given."""
        return {name: self.fill(name, value) for name, value in values.items()}

    def holds(self, name: str) -> str:
        """What the field called ``name`` holds, or the choice that is made there."""
        return str(self.field(name).evaluate(HELD))

    def press(self, name: str, *, twice: bool = False) -> None:
        """Press the button, or follow the link, called ``name``."""
        word = self.words.action(name)
        with self._sought(COMMAND, name, word):
            self.window.press(self.window.command(word).first, word.spoken, twice=twice)

    def recalled(self, name: str) -> list[str]:
        """What the screen recalls under a label, wherever it stands: in a control, or as text after the label."""
        word = self.words.field(name)
        control = self.window.control(word)
        if control.count():
            return [plain(control.first.evaluate(HELD))]
        # A heading may say the same just above: « Question de confiance », then « Question de confiance : ... ».
        after = rf"^\W*(?:{word.inline.pattern}\s*[:*]*\s*)+(\S[^\n]*)$"
        return [plain(found) for found in re.findall(after, self.window.text(), re.IGNORECASE | re.MULTILINE)]

    def recalls(self, name: str, expected: str) -> bool:
        """Whether ``expected`` comes to be recalled under the label ``name``."""
        wanted = plain(expected).casefold()
        return self.window.until(lambda: wanted in (value.casefold() for value in self.recalled(name)))

    def hint(self, name: str) -> str:
        """What goes with the field called ``name``: in the field, beside it, or in what describes it."""
        return str(self.field(name).evaluate(HINT))

    def is_editable(self, name: str) -> bool:
        """Whether the field called ``name`` can be typed in."""
        control = self._controls(name)
        return control.count() > 0 and control.first.is_editable()
