"""« Créer votre espace professionnel »: terms, identifiers, form, recap, registration (EP2 chapter 2).

Nothing is reserved and nothing is mailed before « Valider » (G09). Then a request waits 48 h for its code; the space
does not exist until it is activated (EP2-2-63).
"""

from datetime import datetime

from reference_impl.domain import strength
from reference_impl.domain.addresses import Address
from reference_impl.domain.claims import Taken
from reference_impl.domain.creation import Details
from reference_impl.domain.passwords import Refusal
from reference_impl.site import Site
from reference_impl.store.tables import Draft


def current(site: Site, session_id: int | None) -> Draft | None:
    """The draft of a session. One whose answer is forgotten (after a restart) is no draft any more.

    The answer, for screens 3 and 4, is ``site.chosen_answers.get(draft.id)``: None until it is typed.
    """
    raise NotImplementedError


def begin(site: Site, session_id: int, now: datetime) -> None:
    """The terms are accepted: begin a draft, or go on with the one that is under way. Raises SessionGone."""
    raise NotImplementedError


def level(address: str, password: str) -> strength.Level:
    """The level of a password, ``address`` being what is typed as the address: same rule on submit (EP2-2-27, G14)."""
    raise NotImplementedError


def refusals(address: str, password: str) -> list[Refusal]:
    """Why a password is refused; empty if it is good (EP2-2-22, C30). ``address`` as for ``level``."""
    raise NotImplementedError


def identify(site: Site, draft: Draft, address: Address, password: str, now: datetime) -> Taken | None:
    """Choose address and password, which ``refusals`` has found good, unless the address is taken (EP2-2-26)."""
    raise NotImplementedError


def describe(site: Site, draft: Draft, details: Details, answer: str) -> None:
    """Keep what the form holds, trimmed; the answer in memory only. The form has checked it already."""
    raise NotImplementedError


def validate(site: Site, draft: Draft, now: datetime) -> Taken | None:
    """Make the request and its mail, once, unless the address was taken meanwhile (G10): then nothing has changed.

    A second call, or one for a draft given up meanwhile, does nothing: ``current`` tells which (DONE, or none).
    """
    raise NotImplementedError


def give_up(site: Site, session_id: int | None) -> None:
    """Drop the draft of the session, and the answer typed in it (G35)."""
    raise NotImplementedError
