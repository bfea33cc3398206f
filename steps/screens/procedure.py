"""What the screens of every procedure share: a name in the features, a step bar, a way out, what they recall."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from steps.checks import plain
from steps.screens.screen import Screen
from steps.screens.window import Window
from targets.faults import Absent, Fault
from targets.names import named
from targets.spaces import Person


class Player(Protocol):
    """Who goes through a procedure: what they know, and what they type when nothing else is asked of them."""

    answer: str
    question: str
    subscriber_number: str

    @property
    def person(self) -> Person:
        """Who they are."""

    @property
    def email(self) -> str:
        """The login e-mail."""

    @property
    def original(self) -> str:
        """The password that they chose when their space was created."""

    def code(self) -> str:
        """The activation code that was mailed to them."""

    def renewed(self) -> str:
        """A new, sound password, remembered as the last one chosen."""

    def questions(self) -> tuple[str, ...]:
        """The three questions that their certificate space asks, in its order."""

    def trust(self) -> tuple[str, ...]:
        """Their answers to these three questions."""

    def another_answer(self) -> str:
        """A security answer that they have never given, remembered as theirs."""


class ProcedureScreen(Screen):
    """A screen of a procedure. ``name`` is what the features call it.

    ``reminders`` names the fields that a screen shows without letting them be changed.
    """

    name: ClassVar[str]
    reminders: ClassVar[tuple[str, ...]] = ()

    @property
    def spoken(self) -> str:
        """What messages call this screen."""
        return self.name

    def known(self, player: Player) -> dict[str, str]:
        """What ``player`` types on this screen when nothing else is asked of them (name of a field -> value)."""
        raise Fault(f"Rien n'est à saisir à l'écran « {self.name} ».")

    def advance(self, player: Player) -> None:
        """Fill this screen in with what ``player`` knows, and go on."""
        raise Fault(f"Rien ne suit l'écran « {self.name} ».")

    def announces(self, steps: Sequence[str]) -> bool:
        """Whether the page shows ``steps`` one after the other."""
        return in_a_row(steps, self.window.text())

    def current_step(self, steps: Sequence[str]) -> str:
        """The one of ``steps`` that stands out: marked as current, else the heaviest, else the only one of its manner.

        Empty when none does, ``UNTOLD`` when several do, each in a manner of its own.
        """
        patterns = [named([step]).inline.pattern for step in steps]
        for mark in self.page.locator("[aria-current]:not([aria-current=false])").filter(visible=True).all():
            text = mark.inner_text()
            said = [step for step, name in zip(steps, patterns, strict=True) if re.search(name, text, re.IGNORECASE)]
            if len(said) == 1:
                return said[0]
        return standing_out(dict(zip(steps, self.page.evaluate(MANNERS, patterns), strict=False)))

    def password_fields(self) -> int:
        """How many fields ask for a password: masked, or labelled so."""
        labelled = self.page.get_by_label(re.compile("mot de passe|code secret", re.IGNORECASE))
        masked = self.page.locator("[type=password]")
        return self.page.locator("input").filter(visible=True).and_(labelled.or_(masked)).count()

    def procedure_titles(self) -> list[str]:
        """The headings of the page."""
        return [plain(title) for title in self.page.get_by_role("heading").filter(visible=True).all_inner_texts()]


LETTERS = r"A-Za-z\u00c0-\u024f"
WHERE = "[ée]tape|sur|termin[ée]e?|valid[ée]e?|en cours|actuelle|courante|[àa] venir|suivante"
UNTOLD = "plusieurs étapes, chacune à sa manière"


@dataclass(frozen=True)
class Procedure:
    """A procedure of the sheets: its screens in order, and the steps that its step bar announces.

    ``name`` is what the features call it, with its article: « la création ».
    """

    name: str
    screens: tuple[type[ProcedureScreen], ...]
    steps: tuple[str, ...]

    def screen(self, name: str, window: Window) -> ProcedureScreen:
        """The screen that the features call ``name``."""
        for screen in self.screens:
            if screen.name == name:
                return screen(window)
        raise Fault(f"{self.name.capitalize()} n'a pas d'écran « {name} ».")

    def before(self, screen: ProcedureScreen) -> ProcedureScreen:
        """The screen that « Etape précédente » leads to from ``screen``."""
        return self.screens[self.screens.index(type(screen)) - 1](screen.window)

    def after(self, screen: ProcedureScreen) -> ProcedureScreen:
        """The screen that ``screen`` leads to, once well filled in."""
        return self.screens[self.screens.index(type(screen)) + 1](screen.window)

    def shown(self, window: Window) -> ProcedureScreen:
        """The screen of this procedure that the site has answered with; raises Absent when there is none."""
        window.settle()
        screens = [screen(window) for screen in self.screens]
        if not window.until(lambda: any(screen.is_shown() for screen in screens)):
            raise Absent(f"Aucun écran de {self.name} n'est affiché.", seen=window.overview())
        return next(screen for screen in screens if screen.is_shown())


def in_a_row(steps: Sequence[str], text: str) -> bool:
    """Whether ``text`` has ``steps`` one after the other, with nothing between them but signs, numbers and what tells a
    screen reader where one is."""
    order = rf"(?:[^{LETTERS}]|\b(?:{WHERE})\b)+".join(named([step]).inline.pattern for step in steps)
    return re.search(order, text, re.IGNORECASE) is not None


def standing_out(manners: Mapping[str, tuple[int, str, str]]) -> str:
    """The step that stands out by its manner (step -> weight, colours, lines): see ``current_step``."""
    weights, colours, lines = ({step: manner[trait] for step, manner in manners.items()} for trait in range(3))
    bold = [step for step, weight in weights.items() if weight == max(weights.values())]
    if len(bold) == 1:
        return bold[0]
    for trait in (colours, lines):
        alone = [step for step, manner in trait.items() if list(trait.values()).count(manner) == 1]
        if alone:
            return alone[0] if len(alone) == 1 else UNTOLD
    return ""


# What is written of each step, in the smallest part of the page that has them all.
MANNERS = """patterns => {
  const says = (e, pattern) => new RegExp(pattern, 'i').test(e.textContent);
  const shown = root => [...root.querySelectorAll('*')].filter(e => e.checkVisibility());
  const bar = shown(document.body).filter(e => patterns.every(pattern => says(e, pattern))).at(-1);
  return !bar ? [] : patterns.map(pattern => {
    const parts = shown(bar).filter(e => says(e, pattern)).map(e => getComputedStyle(e));
    const all = trait => [...new Set(parts.map(part => part[trait]))].join();
    const last = parts.at(-1) ?? getComputedStyle(bar);
    return [Number(last.fontWeight), last.color + all('backgroundColor'),
      last.fontSize + all('textDecorationLine') + all('borderBottom')];
  });
}"""
