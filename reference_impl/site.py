"""The site as its procedures see it: what they keep in, hash with, and mail through. Wired in ``__main__``."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from reference_impl.captcha_media import draw_answer
from reference_impl.hashing import Hasher
from reference_impl.store.database import Database

DEFAULT_SENDER = "ne-pas-repondre@dgfip.finances.gouv.fr"


class Recollection:
    """What users have just typed, is shown to them again on the next screen (EP6-2-17), and never rests on disk.

    It lives in the memory of this process only: the site keeps an answer as a hash (EP6-1.5-13), a code as a
    fingerprint. After a restart all is gone, and the journeys begin again.
    """

    MOST = 1000

    def __init__(self) -> None:
        self._typed: OrderedDict[int, str] = OrderedDict()
        self._lock = Lock()

    def keep(self, journey_id: int, typed: str) -> None:
        """Remember what was typed in a journey; the oldest is dropped when there are too many."""
        with self._lock:
            self._typed[journey_id] = typed
            if len(self._typed) > self.MOST:
                self._typed.popitem(last=False)

    def get(self, journey_id: int) -> str | None:
        """What was typed in this journey, if it is still known."""
        return self._typed.get(journey_id)

    def forget(self, journey_id: int) -> None:
        """Drop it: the journey is over."""
        with self._lock:
            self._typed.pop(journey_id, None)


@dataclass(frozen=True)
class Site:
    """One running site. ``wake`` tells the dispatcher that a mail waits in the outbox; ``signs`` draws for an image.

    The recollections: answers of « Mot de passe oublié », answers chosen at creation and at the option, codes given
    for activation.
    """

    database: Database
    hasher: Hasher
    wake: Callable[[], None]
    sender: str = DEFAULT_SENDER
    signs: Callable[[], str] = draw_answer
    answers: Recollection = field(default_factory=Recollection)
    chosen_answers: Recollection = field(default_factory=Recollection)
    option_answers: Recollection = field(default_factory=Recollection)
    typed_codes: Recollection = field(default_factory=Recollection)
