"""The steps of « Activez votre espace / vos services », and how long a code is good (EP2 chapter 3, C58, G05, G06)."""

import string
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from reference_impl.domain import ways
from reference_impl.domain.ways import Way

ALPHABET: Final = string.ascii_letters
LENGTH: Final = 12  # signs of a code (EP2-2-58)

LIFETIME = timedelta(hours=48)
"""From the sending of the mail; elapsed hours, whatever the clocks of Paris do (C58)."""

WRONG_ADDRESSES = 10
"""So many addresses that are not the code's make it inoperative (G06)."""


class Step(StrEnum):
    """The three screens, in order, by the names that the step bar shows (EP2-3-4)."""

    CODE = "Code d'activation"
    IDENTIFIERS = "Identifiants"
    RECAP = "Récapitulatif"


class Deed(StrEnum):
    """What an activation has done."""

    CREATED = "created"  # a space (EP2)
    CHANGED = "changed"  # the address of a space, perhaps its password with it (EP5)
    OPTED = "opted"  # a certificate space, which opens with address and password from now on (EP4)


class Reached(StrEnum):
    """The furthest screen that a journey has come to."""

    IDENTIFIERS = "identifiers"  # the code is right
    DONE = "done"  # activated


_OPEN = {Reached.IDENTIFIERS: {Step.IDENTIFIERS}, Reached.DONE: {Step.RECAP}}


def way(step: Step, reached: Reached | None) -> Way:
    """Whether ``step`` may be shown to who has come as far as ``reached`` (None: not begun)."""
    return ways.way(step, Step, _OPEN[reached] if reached else set())


def last_instant(sent_at: datetime) -> datetime:
    """The last instant (UTC) at which a code sent at ``sent_at`` is good: that one included."""
    return sent_at.astimezone(UTC) + LIFETIME


def oldest_sending(now: datetime) -> datetime:
    """The earliest sending (UTC) whose code is still good at ``now``: the same rule, seen from the other end."""
    return now.astimezone(UTC) - LIFETIME
