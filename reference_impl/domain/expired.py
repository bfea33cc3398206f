"""The steps of « Mot de passe expiré » and the order in which they open (PER-3-5, G20, G33)."""

from enum import StrEnum

from reference_impl.domain import ways
from reference_impl.domain.ways import Way


class Step(StrEnum):
    """The three screens, in order, by the names that the step bar shows."""

    ADDRESS = "Adresse électronique de connexion"
    PASSWORD = "Nouveau mot de passe"  # noqa: S105 - the name of a screen
    RECAP = "Récapitulatif"


class Reached(StrEnum):
    """How far a renewal has come: what is kept of it between two requests."""

    ADDRESS = "address"  # log in with an expired password has led here
    PASSWORD = "password"  # noqa: S105 - a state
    DONE = "done"


_OPEN = {Reached.ADDRESS: set[Step](), Reached.PASSWORD: {Step.PASSWORD}, Reached.DONE: {Step.RECAP}}


def way(step: Step, reached: Reached | None) -> Way:
    """Whether ``step`` may be shown to who has come as far as ``reached`` (None: not begun)."""
    return ways.way(step, Step, _OPEN[reached] if reached else set())
