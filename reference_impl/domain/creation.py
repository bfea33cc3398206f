"""The steps of « Créer votre espace professionnel », what opens when, and what its form asks (EP2 chapter 2)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reference_impl.domain import ways
from reference_impl.domain.postal import PostalAddress
from reference_impl.domain.ways import Way

TERMS_VERSION: Final = "1"
"""The version of the general terms that the site shows, kept with each acceptance (G64)."""

LONGEST: Final = 100
"""Signs in one field of the form, once trimmed (G29)."""

COUNTRY: Final = "FRANCE"
"""What the field « Pays » holds until something else is typed (G29)."""


class Step(StrEnum):
    """The five screens, in order, by the names that the step bar shows (EP2-2-13)."""

    TERMS = "Conditions générales"
    IDENTIFIERS = "Identifiants"
    FORM = "Formulaire inscription"
    RECAP = "Récapitulatif"
    REGISTERED = "Enregistrement"


class Reached(StrEnum):
    """The furthest screen that a draft has come to."""

    IDENTIFIERS = "identifiers"  # the terms are accepted
    FORM = "form"  # address and password are chosen
    RECAP = "recap"  # the form is filled in
    DONE = "done"  # validated


_OPEN = {
    Reached.IDENTIFIERS: {Step.IDENTIFIERS},
    Reached.FORM: {Step.IDENTIFIERS, Step.FORM},
    Reached.RECAP: {Step.IDENTIFIERS, Step.FORM, Step.RECAP},
    Reached.DONE: {Step.REGISTERED},
}


@dataclass(frozen=True)
class Details:
    """What screen 3 asks, but for the answer, which is never kept in clear."""

    last_name: str
    first_name: str
    phone: str
    address: PostalAddress
    question: str


def way(step: Step, reached: Reached | None) -> Way:
    """Whether ``step`` may be shown to who has come as far as ``reached`` (None: not begun)."""
    return ways.way(step, Step, _OPEN[reached] if reached else set())


def is_phone(typed: str) -> bool:
    """Whether ``typed`` is a phone number: ten figures of France, or an international one; spaces and points count not.

    « 0123456789 », « 01.23.45.67.89 », « +32 2 123 45 67 », « 0032 2 123 45 67 » (G29).
    """
    return re.fullmatch(r"0[1-9][0-9]{8}|(\+|00)[1-9][0-9]{5,14}", re.sub(r"[\s.]", "", typed)) is not None
