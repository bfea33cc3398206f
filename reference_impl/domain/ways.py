"""The order in which the screens of a procedure open: none is skipped by its address (EP2-1.4-3, EP6-1.5-2, G33)."""

from collections.abc import Set
from enum import Enum, StrEnum


class Way(Enum):
    """What to do with a request for a screen."""

    SHOW = "show"
    TO_START = "to start"
    TO_END = "to end"


def way(step: StrEnum, steps: type[StrEnum], opened: Set[StrEnum]) -> Way:
    """Whether ``step``, one of ``steps`` in their order, may be shown to somebody for whom ``opened`` are open.

    The first is always open; a finished journey, for which the last is open, shows nothing else.
    """
    first, *_, last = steps
    if step is first or step in opened:
        return Way.SHOW
    return Way.TO_END if last in opened else Way.TO_START
