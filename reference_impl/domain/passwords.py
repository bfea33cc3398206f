"""What a chosen password must be (EP6-1.3-2, EP6-1.3-3, EP6-2-20; C01, G13).

Default reading of C01: visible ASCII signs, punctuation included; neither space nor accent.
"""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum

MINIMUM = 20
MAXIMUM = 1024
_VISIBLE_ASCII = frozenset(map(chr, range(0x21, 0x7F)))


class Refusal(StrEnum):
    """Why a password is refused, in the words of the screen."""

    EMPTY = "Saisissez votre nouveau mot de passe."
    TOO_SHORT = "Le mot de passe doit comporter 20 caractères au minimum."
    TOO_LONG = "Le mot de passe ne doit pas dépasser 1 024 caractères."
    SPACE = "Le mot de passe ne doit comporter aucun espace."
    ACCENT = "Le mot de passe ne doit comporter aucun caractère accentué."
    OTHER_SIGN = (
        "Le mot de passe ne doit comporter que des lettres, des chiffres et des signes de ponctuation courants."
    )
    WEAK = "Le niveau de sécurité de votre mot de passe est trop faible, veuillez réessayer."
    SAME = "Le nouveau mot de passe doit être différent du dernier mot de passe utilisé."


def normalise(password: str) -> str:
    """The one form under which a password is counted, scored and hashed: NFC, nothing trimmed (G13)."""
    return unicodedata.normalize("NFC", password)


def refusals(password: str) -> list[Refusal]:
    """Every rule of length and alphabet that ``password`` breaks; it is never cut (G13)."""
    return list(_refusals(normalise(password)))


def _refusals(password: str) -> Iterator[Refusal]:
    if not password:
        yield Refusal.EMPTY
    elif len(password) < MINIMUM:
        yield Refusal.TOO_SHORT
    elif len(password) > MAXIMUM:
        yield Refusal.TOO_LONG
    strange = set(password) - _VISIBLE_ASCII
    spaces = {sign for sign in strange if sign.isspace()}
    accents = {sign for sign in strange - spaces if unicodedata.category(sign)[0] in "LM"}
    if spaces:
        yield Refusal.SPACE
    if accents:
        yield Refusal.ACCENT
    if strange - spaces - accents:
        yield Refusal.OTHER_SIGN
