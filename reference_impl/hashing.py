"""argon2id for passwords and answers (G57), and as much work for a secret that nobody has as for one that exists."""

import hashlib

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError


class Hasher:
    """Hashes secrets, with the library's own profile unless told otherwise (only tests do)."""

    def __init__(self, argon2: PasswordHasher | None = None) -> None:
        self._argon2 = argon2 or PasswordHasher()
        self._nobody = self._argon2.hash("nobody's secret")

    def hash(self, secret: str) -> str:
        """The encoded hash, salted, with its parameters."""
        return self._argon2.hash(secret)

    def matches(self, kept: str | None, secret: str) -> bool:
        """Whether ``secret`` is the one that was hashed; always False, in the same time, where there is none."""
        try:
            self._argon2.verify(kept or self._nobody, secret)
        except VerifyMismatchError:
            return False
        return kept is not None


def fingerprint(drawn: str) -> str:
    """What is kept of a secret that the site has drawn itself: too long to be found by trying, it needs no argon2id."""
    return hashlib.sha256(drawn.encode()).hexdigest()
