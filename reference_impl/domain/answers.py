"""Answers to the security question: how they are compared and what may be one (G03, G27)."""

import unicodedata

LONGEST = 100


def normalise(typed: str) -> str:
    """The form that is hashed: no accents, no case, single spaces; hyphens and apostrophes count (G03)."""
    signs = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", typed).casefold())
    return " ".join("".join(sign for sign in signs if not unicodedata.combining(sign)).split())


def acceptable(typed: str) -> bool:
    """Whether ``typed`` can be an answer: 1 to 100 signs once trimmed (G27)."""
    return 0 < len(typed.strip()) <= LONGEST
