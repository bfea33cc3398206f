"""The steps of the option for the access without certificate, and the number it begins with (EP4-2-10, EP4-2-12)."""

import re
from enum import StrEnum
from typing import Final

from reference_impl.domain import ways
from reference_impl.domain.ways import Way

QUESTIONS: Final = 3
"""So many questions has a certificate space; the option wants the answers to all of them (EP4-1.4-2)."""


class Step(StrEnum):
    """The five screens, in order, by the names that the step bar shows."""

    NUMBER = "Numéro d'abonné"
    VERIFICATION = "Vérification"
    IDENTIFIERS = "Identifiants"
    QUESTION = "Question"
    VALIDATION = "Validation"


class Reached(StrEnum):
    """The furthest screen that a run has come to."""

    VERIFICATION = "verification"  # the number is that of a certificate space
    IDENTIFIERS = "identifiers"  # the three answers are right
    QUESTION = "question"  # address and password are chosen
    DONE = "done"  # validated


_OPEN = {
    Reached.VERIFICATION: {Step.VERIFICATION},
    Reached.IDENTIFIERS: {Step.VERIFICATION, Step.IDENTIFIERS},
    Reached.QUESTION: {Step.VERIFICATION, Step.IDENTIFIERS, Step.QUESTION},
    Reached.DONE: {Step.VALIDATION},
}


def way(step: Step, reached: Reached | None) -> Way:
    """Whether ``step`` may be shown to who has come as far as ``reached`` (None: not begun)."""
    return ways.way(step, Step, _OPEN[reached] if reached else set())


def number_or_none(typed: str) -> str | None:
    """The fourteen digits of a subscriber number, typed with or without spaces and points (G47); None for the rest."""
    digits = re.sub(r"[\s.]", "", typed)
    return digits if re.fullmatch(r"[0-9]{14}", digits) else None
