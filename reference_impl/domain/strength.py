"""How strong a password is: one rule, shown while typing and applied on submit (EP6-2-18, C02, C30, G14).

zxcvbn has traps, all met here: it raises on the empty string and beyond 72 signs, takes seconds on long
substitutions such as « 4@8({ », keeps the user's words in a global of its module, does not fold accents, and knows
neither French nor AZERTY.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from threading import Lock

from zxcvbn import zxcvbn
from zxcvbn.matching import L33T_TABLE

from reference_impl.domain import passwords
from reference_impl.domain.known_words import AZERTY_WALKS, FRENCH_WORDS


class Level(StrEnum):
    """The three levels, as the screens name them (C02)."""

    WEAK = "Faible"
    NORMAL = "Normal"
    STRONG = "Fort"


# The one table of thresholds (G14): the level of each zxcvbn score, 0 to 4.
LEVELS = (Level.WEAK, Level.WEAK, Level.WEAK, Level.NORMAL, Level.STRONG)

# The beginning alone is scored: if it is strong, so is the whole, and 72 signs are the limit of zxcvbn. It tries each
# way to read signs as letters (« 4 » for a, « 1 » for i or l): with many of them that takes seconds, and scoring stops
# where one too many comes, though never before the shortest password.
SCORED_SIGNS = 40
MOST_LOOKALIKES = 6
_LOOKALIKES = frozenset(sign for signs in L33T_TABLE.values() for sign in signs)

_one_at_a_time = Lock()


def level(password: str, about: Iterable[str]) -> Level:
    """The level of ``password`` for a person of whom ``about`` (names, e-mail) is known.

    What the policy refuses is weak, whatever its score (correction of G14).
    """
    if passwords.refusals(password):
        return Level.WEAK
    return LEVELS[_score(passwords.normalise(password), about)]


def _score(password: str, about: Iterable[str]) -> int:
    words = [*personal_words(about), *AZERTY_WALKS, *FRENCH_WORDS]
    with _one_at_a_time:
        return int(zxcvbn(_beginning(password), words)["score"])


def _beginning(password: str) -> str:
    seen = set[str]()
    for place, sign in enumerate(password[:SCORED_SIGNS]):
        seen |= {sign} & _LOOKALIKES
        if len(seen) > MOST_LOOKALIKES and place >= passwords.MINIMUM:
            return password[:place]
    return password[:SCORED_SIGNS]


def personal_words(about: Iterable[str]) -> Iterator[str]:
    """Each of the person's data without accents, whole, in pieces, run together: « le goff », « goff », « legoff »."""
    for text in about:
        plain = _without_accents(text)
        pieces = re.split(r"[^0-9a-z]+", plain)
        yield from (word for word in (plain, *pieces, "".join(pieces)) if word)


def _without_accents(text: str) -> str:
    signs = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
