"""The security questions, in the order of the list (G28), and the one shown for an address without a space."""

import hashlib
import hmac
from typing import Final

QUESTIONS: Final = (
    "Quel est votre surnom ?",
    "Le prénom de votre conjoint(e) ?",
    "La ville de naissance de votre premier enfant ?",
    "Le prénom de votre mère ou de votre père ?",
    "Votre sport préféré ?",
    "La marque de votre première voiture ?",
    "Votre hobby ?",
)


def decoy(canonical_address: str, key: bytes) -> str:
    """A question for an address without a space: always the same one, so that nothing is told (correction 13).

    ``key`` is a secret of the site, without which nobody can foretell the question.
    """
    digest = hmac.digest(key, canonical_address.encode(), hashlib.sha256)
    return QUESTIONS[int.from_bytes(digest) % len(QUESTIONS)]
