"""The site as its procedures see it: what they keep in, hash with, and mail through. Wired in ``__main__``."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from reference_impl.hashing import Hasher
from reference_impl.store.database import Database

DEFAULT_SENDER = "ne-pas-repondre@dgfip.finances.gouv.fr"


class Recollection:
    """Answers that users have just typed, shown to them again on the next screen (EP6-2-17).

    They live in the memory of this process only, never on disk: the site keeps an answer as a hash (EP6-1.5-13).
    After a restart they are gone, and the journey begins again.
    """

    MOST = 1000

    def __init__(self) -> None:
        self._typed: OrderedDict[int, str] = OrderedDict()
        self._lock = Lock()

    def keep(self, journey_id: int, answer: str) -> None:
        """Remember the answer of a journey; the oldest one is dropped when there are too many."""
        with self._lock:
            self._typed[journey_id] = answer
            if len(self._typed) > self.MOST:
                self._typed.popitem(last=False)

    def get(self, journey_id: int) -> str | None:
        """The answer typed in this journey, if it is still known."""
        return self._typed.get(journey_id)

    def forget(self, journey_id: int) -> None:
        """Drop the answer: the journey is over."""
        with self._lock:
            self._typed.pop(journey_id, None)


@dataclass(frozen=True)
class Site:
    """One running site. ``wake`` tells the dispatcher that a mail waits in the outbox."""

    database: Database
    hasher: Hasher
    wake: Callable[[], None]
    sender: str = DEFAULT_SENDER
    answers: Recollection = field(default_factory=Recollection)
