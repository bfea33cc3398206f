"""Mails that somebody else catches, asked for again and again: what came since the run began, and nothing older."""

import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from targets.letter import MAX_RAW

LOOK_S = 0.1
RAW_LIMIT = MAX_RAW + 1
"""One byte more than is read of a mail: a longer one is then known to have been cut."""
_RETURN_PATH = re.compile(rb"^return-path:[ \t]*<?([^>\r\n]*)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Announced:
    """A mail that a catcher says it holds: its own name for it, and the envelope as far as the catcher tells it."""

    key: str
    recipients: tuple[str, ...]
    sender: str | None = None


@dataclass(frozen=True)
class CaughtMail:
    """A mail as the catcher kept it; ``order`` is its place among those that came since the run began (from 1)."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes = field(repr=False)
    order: int


class Catcher(Protocol):
    """What catches the target's mail. Raises EnvironmentFault when unreachable, LeverFault when it talks nonsense."""

    def fresh(self) -> Sequence[Announced]:
        """The mails that came since the last time it was asked, in order of arrival; at first, since it was opened."""

    def raw(self, key: str) -> bytes:
        """A mail as it came, its first ``RAW_LIMIT`` bytes; empty as long as the catcher is still writing it."""

    def close(self) -> None:
        """Gives the connections back."""


class PolledStore:
    """The mails of a catcher, as ``targets.mail.MailStore``: read when their recipient is asked for, and once."""

    def __init__(self, catcher: Catcher, look_s: float = LOOK_S) -> None:
        self._catcher = catcher
        self._look_s = look_s
        self._announced: list[Announced] = []
        self._raw: dict[str, bytes] = {}

    def check(self) -> None:
        """Asks the catcher whether it is there; raises EnvironmentFault or LeverFault."""
        self._announced += self._catcher.fresh()

    def wait_for(self, recipient: str, count: int, patience_s: float) -> list[CaughtMail]:
        """The mails to ``recipient`` (in any case), as soon as there are ``count``, or those there are in the end."""
        end, pause = time.monotonic() + patience_s, threading.Event()
        while len(found := self._look(recipient.casefold())) < count and time.monotonic() < end:
            pause.wait(self._look_s)
        return found

    def close(self) -> None:
        """Gives the connections back."""
        self._catcher.close()

    def _look(self, wanted: str) -> list[CaughtMail]:
        self.check()
        found = (
            self._caught(mail, order)
            for order, mail in enumerate(self._announced, 1)
            if wanted in (each.casefold() for each in mail.recipients)
        )
        return [mail for mail in found if mail.raw]

    def _caught(self, mail: Announced, order: int) -> CaughtMail:
        raw = self._raw.get(mail.key) or self._catcher.raw(mail.key)
        if raw:
            self._raw[mail.key] = raw
        sender = return_path(raw) if mail.sender is None else mail.sender
        return CaughtMail(sender, mail.recipients, raw, order)


def return_path(raw: bytes) -> str:
    """The envelope sender that a delivery writes at the top of a mail; empty where it wrote none."""
    found = _RETURN_PATH.search(head(raw))
    return found[1].decode("utf-8", "replace").strip() if found else ""


def head(raw: bytes) -> bytes:
    """The headers of a mail, not more than its first 64 KiB."""
    return re.split(rb"\r?\n\r?\n", raw[: 64 * 1024], maxsplit=1)[0]
