"""The steps of « Mot de passe oublié » and the order in which they open (EP6-2-10, EP6-1.5-2, G33)."""

from enum import StrEnum

from reference_impl.domain import ways
from reference_impl.domain.ways import Way


class Step(StrEnum):
    """The four screens, in order, by the names that the step bar shows."""

    ADDRESS = "Adresse électronique de connexion"
    ANSWER = "Réponse à la question de confiance"
    PASSWORD = "Nouveau mot de passe"  # noqa: S105 - the name of a screen
    RECAP = "Récapitulatif"


class Reached(StrEnum):
    """How far a journey has come: what is kept of it between two requests."""

    ANSWER = "answer"
    PASSWORD = "password"  # noqa: S105 - a state
    DONE = "done"


_OPEN = {
    Reached.ANSWER: {Step.ANSWER},
    Reached.PASSWORD: {Step.ANSWER, Step.PASSWORD},
    Reached.DONE: {Step.RECAP},
}


def way(step: Step, reached: Reached | None) -> Way:
    """Whether ``step`` may be shown to who has come as far as ``reached`` (None: not begun)."""
    return ways.way(step, Step, _OPEN[reached] if reached else set())
