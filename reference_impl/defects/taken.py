"""Defects of the addresses that are taken: who may ask for a space with one, and what a refusal does (EP2-2-26)."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.defects.code_mails import mail_a_code
from reference_impl.domain import paris
from reference_impl.domain.addresses import Address
from reference_impl.domain.claims import Holder, Taken
from reference_impl.procedures import creation
from reference_impl.site import Site
from reference_impl.store import activations, claims, spaces
from reference_impl.store.tables import Activation, ClaimedAddress, Draft, Space
from reference_impl.web import creation as screens
from reference_impl.web.creation_forms import RegistrationForm

Claims = Callable[[Session, str, datetime], Taken | None]


# -- an address that is taken -----------------------------------------------------------------------------------------


def _let_through(holder: Holder) -> None:
    """Have an address that such a holder has be free."""
    after(claims, "of_anybody", lambda taken: taken if taken and taken.holder is not holder else None)


@defect("adresse-d-un-espace-acceptee", breaks="EP2-2-18",
        neighbours=("C46", "EP2-1.3-3", "EP2-1.5-1", "EP2-2-26", "EP2-2-33", "EP2-2-34", "G04", "G16"))  # fmt: skip
def _of_a_space() -> None:
    """L'adresse d'un espace en service peut être donnée pour un autre."""
    _let_through(Holder.SPACE)


@defect(
    "adresse-d-une-demande-acceptee", breaks="EP2-1.5-1", neighbours=("C42", "C46", "C58", "EP2-2-56", "G07", "G16")
)
def _of_a_request() -> None:
    """L'adresse d'une demande en cours peut être donnée pour une autre."""
    _let_through(Holder.REQUEST)


@defect("adresse-d-un-espace-a-certificat-acceptee", breaks="EP2-2-25",
        neighbours=("C46", "C48", "EP2-1.5-1", "EP2-2-28", "EP2-2-36"))  # fmt: skip
def _of_a_certificate() -> None:
    """L'adresse d'un espace à certificat permet d'en créer un autre."""
    _let_through(Holder.CERTIFICATE)


@defect("adresse-de-cabinet-acceptee", breaks="EP2-2-36")
def _of_two_certificates() -> None:
    """L'adresse que partagent deux espaces à certificat permet d'en créer un troisième."""

    def alone(sound: Callable[..., Taken | None], db: Session, address: str) -> Taken | None:
        sharing = db.scalar(select(func.count()).select_from(Space).where(func.lower(Space.email) == address)) or 0
        return sound(db, address) if sharing == 1 else None

    wrap(claims, "_of_a_certificate", alone)


@defect("majuscules-d-une-adresse-prise", breaks="EP2-2-34", neighbours=("G04",))
def _in_capitals() -> None:
    """Une adresse prise, écrite en majuscules, ouvre un second espace."""

    def as_written(sound: Callable[..., Any], site: Site, draft: Draft, address: Address, *told: Any) -> Any:
        return sound(site, draft, Address(address.written, address.written), *told)

    wrap(creation, "identify", as_written)


@defect("suffixe-d-adresse-ignore", breaks="G04", neighbours=("EP2-1.3-3",))
def _without_tag() -> None:
    """Une adresse prise l'est aussi suivie d'un « + »."""

    def untagged(sound: Claims, db: Session, address: str, now: datetime) -> Taken | None:
        return sound(db, re.sub(r"\+[^@]*", "", address), now)

    wrap(claims, "of_anybody", untagged)


@defect("adresse-reservee-un-jour-seulement", breaks="EP2-1.5-1", neighbours=("C42", "C46", "C58", "EP2-2-56"))
def _one_day() -> None:
    """L'adresse d'une demande en cours redevient libre après 24 heures."""
    _forget_pending(lambda taken, now: taken.until is not None and taken.until - now < timedelta(hours=24))


@defect(
    "seconde-demande-acceptee", breaks="EP2-2-56", neighbours=("C42", "C46", "C58", "EP2-1.5-1", "G07", "G10", "G16")
)
def _second_request() -> None:
    """Une seconde demande pour la même adresse remplace la première."""
    _forget_pending(lambda taken, now: True)


@defect("code-annule-par-une-demande-refusee", breaks="EP2-2-56")
def _code_undone() -> None:
    """Une nouvelle demande, refusée, rend inopérant le code déjà envoyé."""
    _forget_pending(lambda taken, now: True, refused=True)


def _forget_pending(which: Callable[[Taken, datetime], bool], *, refused: bool = False) -> None:
    """Have such a pending request be forgotten when its address is asked for again, which is ``refused`` or not."""

    def ask(sound: Claims, db: Session, address: str, now: datetime) -> Taken | None:
        taken = sound(db, address, now)
        if taken is None or taken.holder is not Holder.REQUEST or not which(taken, now):
            return taken
        activations.forget(db, db.get_one(Activation, db.get_one(ClaimedAddress, address).activation_id))
        return taken if refused else None

    wrap(claims, "of_anybody", ask)


# -- what a refusal does ----------------------------------------------------------------------------------------------


def _when_refused(act: Callable[[Site, Draft, Address, str], object]) -> None:
    """Have ``act`` done, with the address and the password, each time that the address is refused."""

    def identify(
        sound: Callable[..., Taken | None], site: Site, draft: Draft, address: Address, password: str, now: datetime
    ) -> Taken | None:
        taken = sound(site, draft, address, password, now)
        if taken:
            act(site, draft, address, password)
        return taken

    wrap(creation, "identify", identify)


@defect("code-malgre-le-refus", breaks="EP2-2-26")
def _code_all_the_same() -> None:
    """L'adresse est refusée, mais un code lui est envoyé."""
    _when_refused(lambda site, draft, address, password: mail_a_code(site, address.written))


@defect("mot-de-passe-change-par-une-demande-refusee", breaks="EP2-2-34")
def _password_changed() -> None:
    """Une demande refusée change le mot de passe de l'espace qui a déjà l'adresse."""

    def change(site: Site, draft: Draft, address: Address, password: str) -> None:
        with site.database.begin() as db:
            space = spaces.active(db, address.canonical)
            if space is not None:
                space.password_hash = site.hasher.hash(password)

    _when_refused(change)


@defect("adresse-refusee-pour-de-bon", breaks="EP2-2-33", neighbours=("C62", "EP2-2-36"))
def _for_good() -> None:
    """Après le refus d'une adresse, toute autre adresse est refusée aussi."""
    refused: set[object] = set()
    _when_refused(lambda site, draft, address, password: refused.add(draft.terms_accepted_at))
    wrap(
        creation,
        "identify",
        lambda sound, site, draft, *told: (
            Taken(Holder.SPACE) if draft.terms_accepted_at in refused else sound(site, draft, *told)
        ),
    )


@defect("refus-dit-autrement", breaks="EP2-2-26", neighbours=("C48",))
def _other_words() -> None:
    """Le refus d'une adresse prise ne dit pas qu'elle l'est."""
    put(screens, "TAKEN", "Saisie invalide.")


@defect("refus-sans-echeance", breaks="G07")
def _no_deadline() -> None:
    """Le refus d'une nouvelle demande ne dit pas jusqu'à quand elle est impossible."""
    put(screens, "PENDING", "Une demande est déjà en cours pour cette adresse électronique.")


@defect("echeance-a-l-heure-de-greenwich", breaks="G07")
def _deadline_in_utc() -> None:
    """Le refus d'une nouvelle demande donne l'échéance à l'heure de Greenwich."""
    put(paris, "hour_of", lambda instant: f"{instant:%Hh%M}")


@defect("erreurs-de-la-creation-muettes", breaks="G16", neighbours=("EP2-2-26", "C48", "G07"))
def _silent() -> None:
    """Un écran mal rempli de la création revient sans dire ce qui ne va pas."""

    def silence(form: Any) -> None:
        for field in form:
            field.errors = ()

    def silence_registration(draft: Draft, form: RegistrationForm) -> None:
        silence(form)

    before(screens, "_identifiers_screen", lambda form, **_: silence(form))
    before(screens, "_registration_screen", silence_registration)
