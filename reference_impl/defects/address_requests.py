"""Defects of the request for another address: what is asked for, and where the code goes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session
from wtforms import ValidationError

from reference_impl.defects import ALL, after, before, defect, put, wrap
from reference_impl.defects.code_mails import holds_a_code
from reference_impl.defects.credentials import MODIFIED, at
from reference_impl.domain.addresses import Address
from reference_impl.domain.claims import Holder, Taken
from reference_impl.mail import outbox
from reference_impl.procedures import credentials
from reference_impl.site import Site
from reference_impl.store import activations, address_changes, claims
from reference_impl.store.tables import Space
from reference_impl.web import credentials as screens
from reference_impl.web.credentials_forms import CredentialsForm
from reference_impl.web.forms import BAD_ADDRESS

# -- what is asked for ------------------------------------------------------------------------------------------------


@defect("confirmation-d-adresse-ignoree-dans-l-espace", breaks="EP5-4.1-4", neighbours=("EP5-3-4", "G16"))
def _not_confirmed() -> None:
    """À « Modifiez vos identifiants », la confirmation de l'adresse n'est pas comparée."""
    put(CredentialsForm, "validate_address_again", lambda form, field: None)


@defect("sa-propre-adresse-en-majuscules", breaks="EP5-4.1-4", neighbours=("G04",))
def _own_address() -> None:
    """Sa propre adresse, écrite en majuscules, passe pour une nouvelle adresse."""

    def validate(sound: Callable[..., None], form: CredentialsForm, field: Any) -> None:
        written = (field.data or "").strip()
        if form.change_address.data and written.lower() == form.present.lower() and written != form.present:
            form.parsed = Address(written, written)
        else:
            sound(form, field)

    wrap(CredentialsForm, "validate_address", validate)


@defect("cent-caracteres-refuses-dans-l-espace", breaks="EP5-4.1-3")
def _ninety_nine() -> None:
    """À « Modifiez vos identifiants », une adresse de cent caractères est refusée."""

    def validate(form: CredentialsForm, field: Any) -> None:
        if len((field.data or "").strip()) == 100:
            raise ValidationError(BAD_ADDRESS)

    before(CredentialsForm, "validate_address", validate)


@defect("adresse-d-un-certificat-acceptee-au-changement", breaks="C46", neighbours=("EP5-4.1-4",))
def _of_a_certificate() -> None:
    """L'adresse d'un espace à certificat peut devenir celle d'un autre espace."""

    def of_anybody(sound: Callable[..., Taken | None], *told: Any) -> Taken | None:
        taken = sound(*told)
        return None if taken and taken.holder is Holder.CERTIFICATE and at(MODIFIED) else taken

    wrap(claims, "of_anybody", of_anybody)


@defect("seconde-demande-d-adresse-sans-effet", breaks="G08")
def _first_request_stays() -> None:
    """Pendant l'attente, la demande d'une autre adresse est confirmée, mais la première reste la seule."""

    def request(sound: Callable[..., int], site: Site, db: Session, space: Space, *told: Any) -> int:
        former = address_changes.of_space(db, space.id)
        return sound(site, db, space, *told) if former is None else former.id

    wrap(credentials, "_request", request)


# -- where the code goes ----------------------------------------------------------------------------------------------


def _code_mailed(mail: Callable[..., object]) -> None:
    """Have ``mail`` called for the code of each change, as a wrapped ``enqueue`` that knows the present address."""
    present: list[str] = []

    def enqueue(sound: Callable[..., object], db: Session, letter: Any, recipient: str, now: datetime) -> object:
        if at(MODIFIED) and holds_a_code(letter):
            return mail(sound, db, letter, recipient, now, present[-1])
        return sound(db, letter, recipient, now)

    before(credentials, "_request", lambda site, db, space, *told: present.append(space.email))
    wrap(outbox, "enqueue", enqueue)


@defect("code-a-l-ancienne-adresse", breaks="EP5-4-2", neighbours=(ALL,))
def _to_the_former() -> None:
    """Le code du changement part vers l'ancienne adresse."""
    _code_mailed(lambda sound, db, letter, recipient, now, former: sound(db, letter, former, now))


@defect("code-aux-deux-adresses", breaks="EP5-4-2", neighbours=("C17", "EP5-4.1-13"))
def _to_both() -> None:
    """Le code du changement part vers la nouvelle adresse et vers l'ancienne."""

    def both(sound: Callable[..., object], db: Session, letter: Any, recipient: str, now: datetime, old: str) -> object:
        sound(db, letter, old, now)
        return sound(db, letter, recipient, now)

    _code_mailed(both)


@defect("code-a-l-ecran-d-attente", breaks="EP5-4.1-10", neighbours=("C38", "EP5-4.1-11"))
def _on_the_screen() -> None:
    """L'écran d'attente porte le code envoyé, dans un commentaire de la page."""
    drawn: list[str] = []

    def draw(code: str) -> str:
        drawn.append(code)
        return code

    def render(sound: Callable[..., str], template: str, **facts: Any) -> str:
        shown = f"<!-- {drawn[-1]} --></main>" if template == "credentials/pending.html" else "</main>"
        return sound(template, **facts).replace("</main>", shown)

    after(activations, "draw_code", draw)
    wrap(screens, "render_template", render)
