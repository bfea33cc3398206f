"""A screen as it was when a person went through it: what a whole walk leaves to be judged at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from steps.screens.procedure import Procedure, ProcedureScreen, in_a_row


@dataclass(frozen=True)
class Passage:
    """``name`` is the screen's in the features, ``step`` the one that stood out in the step bar, ``overflow`` in
    pixels."""

    name: str
    text: str
    step: str
    titles: Sequence[str]
    overflow: int

    @classmethod
    def of(cls, screen: ProcedureScreen, procedure: Procedure) -> Self:
        """``screen``, which is shown, once its step bar is there."""
        screen.window.until(lambda: screen.announces(procedure.steps))
        step = screen.current_step(procedure.steps)
        return cls(screen.name, screen.window.text(), step, screen.procedure_titles(), screen.window.overflow())

    def announces(self, steps: Sequence[str]) -> bool:
        """Whether it showed ``steps`` one after the other."""
        return in_a_row(steps, self.text)
