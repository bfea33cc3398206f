"""Who may hold an address that somebody asks for (EP2-1.5-1, EP2-2-25, EP2-2-26, G10)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Holder(Enum):
    """What an address belongs to already."""

    SPACE = "a space that logs in with it"
    CERTIFICATE = "a certificate space, as its contact address"
    REQUEST = "a request whose code has not been used yet"


@dataclass(frozen=True)
class Taken:
    """The refusal of an address.

    ``until`` is the last instant of a request (G07); None for a space, and for a request whose mail has not left yet.
    """

    holder: Holder
    until: datetime | None = None
