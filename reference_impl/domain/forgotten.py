"""The steps of « Mot de passe oublié » and the order in which they open (EP6-2-10, EP6-1.5-2, G33)."""

from enum import Enum, StrEnum


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


class Way(Enum):
    """What to do with a request for a screen."""

    SHOW = "show"
    TO_START = "to start"
    TO_RECAP = "to recap"


_OPEN = {
    Reached.ANSWER: {Step.ANSWER},
    Reached.PASSWORD: {Step.ANSWER, Step.PASSWORD},
    Reached.DONE: {Step.RECAP},
}


def way(step: Step, reached: Reached | None) -> Way:
    """Whether ``step`` may be shown. A step is never skipped; a finished journey shows its recap only."""
    if step is Step.ADDRESS:
        return Way.SHOW
    if reached is None:
        return Way.TO_START
    if step in _OPEN[reached]:
        return Way.SHOW
    return Way.TO_RECAP if reached is Reached.DONE else Way.TO_START
