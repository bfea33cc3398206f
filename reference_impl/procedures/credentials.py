"""« Modifiez vos identifiants »: another password at once, another address once it is activated (EP5 chapters 3, 4).

Until the activation nothing has changed, the password chosen together with the address included (EP5-4.1-19, G21).
"""

from datetime import datetime

from sqlalchemy.orm import Session

from reference_impl.domain import passwords, validity
from reference_impl.domain.addresses import Address
from reference_impl.domain.claims import Taken
from reference_impl.domain.credentials import Wish
from reference_impl.domain.passwords import Refusal
from reference_impl.procedures import new_passwords, requests
from reference_impl.site import Site
from reference_impl.store import activations, address_changes, claims, journeys, runs, web_sessions
from reference_impl.store.tables import AddressChange, Modification, Space


def current(site: Site, session_id: int | None, now: datetime) -> Modification | None:
    """What the session has obtained last, as long as it is so: an address that waits may be activated, or lapse."""
    with site.database.begin() as db:
        activations.sweep(db, now)
        return runs.of(db, Modification, session_id)


def pending(site: Site, space: Space, now: datetime) -> AddressChange | None:
    """The request of the space for another address, if one waits for its code."""
    with site.database.begin() as db:
        activations.sweep(db, now)
        return address_changes.of_space(db, space.id)


def refusals(site: Site, session_id: int, space: Space, form: str, password: str, beside: str) -> list[Refusal]:
    """Why the password is refused; ``beside`` is what is typed as the address, if that box is ticked.

    A form that was obeyed and is sent again (a double click) is not refused for the password it has set itself.
    """
    found = new_passwords.refusals(site, space, password, beside)
    with site.database.begin() as db:
        return [] if found == [Refusal.SAME] and _is_obeyed(db, session_id, form) else found


def modify(site: Site, session_id: int, space: Space, wish: Wish, now: datetime) -> Taken | None:
    """Do what is asked for, once, unless the address is taken: then nothing has changed. Raises SessionGone."""
    new_hash = None if wish.password is None else site.hasher.hash(passwords.normalise(wish.password))
    with site.database.begin() as db:
        web_sessions.require_in(db, session_id, space.id)
        if _is_obeyed(db, session_id, wish.form):
            return None
        taken = claims.of_anybody(db, wish.address.canonical, now) if wish.address else None
        if taken is None:
            runs.begin(db, _obey(site, db, session_id, space, wish, new_hash, now))
    site.wake()
    return taken


def take_effect(site: Site, db: Session, change: AddressChange, now: datetime) -> Space:
    """The activation: the address passes, and the password with it if there is one; whoever was logged in is not (G12).

    The confirmation of the password goes to the new address (G42).
    """
    space = address_changes.carry_out(db, change)
    if change.password_hash is not None:
        new_passwords.put_in_force(site, db, space.id, change.password_hash, None, now)
    web_sessions.close_all_of(db, space.id, but_keep=None)
    journeys.drop_all_of(db, space.id)
    return space


def _is_obeyed(db: Session, session_id: int, form: str) -> bool:
    former = runs.of(db, Modification, session_id)
    return former is not None and bool(form) and former.form == form


def _obey(
    site: Site, db: Session, session_id: int, space: Space, wish: Wish, new_hash: str | None, now: datetime
) -> Modification:
    done = Modification(session_id=session_id, form=wish.form)
    if wish.address is not None:
        done.activation_id = _request(site, db, space, wish.address, new_hash, now)
    elif new_hash is not None:
        new_passwords.put_in_force(site, db, space.id, new_hash, session_id, now)
        done.valid_until = validity.last_day(now)
    return done


def _request(site: Site, db: Session, space: Space, address: Address, new_hash: str | None, now: datetime) -> int:
    """The request, the mail of its code and the claim on the address, in place of those that the space may have."""
    address_changes.drop(db, space.id)
    request = requests.with_code(site, db, address.written, now)
    asked = AddressChange(space_id=space.id, email=address.written, password_hash=new_hash)
    activations.register(db, request, asked, address.canonical)
    return request.id
