"""Defects of the identifiers of a new space: what is an address, what a good password (EP2-2-20)."""

from collections.abc import Callable

from flask import jsonify
from sqlalchemy.orm import Session
from wtforms import PasswordField

from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.defects.addresses import take_any
from reference_impl.defects.passwords import confirm_in_any_case
from reference_impl.domain import addresses
from reference_impl.domain.addresses import Address
from reference_impl.domain.passwords import Refusal
from reference_impl.procedures import creation
from reference_impl.store import drafts
from reference_impl.store.tables import Draft
from reference_impl.web import creation as screens
from reference_impl.web.creation_forms import IdentifiersForm

# -- the address ------------------------------------------------------------------------------------------------------


@defect("adresse-mal-formee-acceptee", breaks="EP2-2-21", neighbours=("EP2-2-27", "G04", "G16"))
def _any_address() -> None:
    """Une adresse vide ou mal formée convient à la création."""
    put(IdentifiersForm, "validate_address", take_any)


@defect("adresse-de-101-caracteres-acceptee", breaks="EP2-2-21", neighbours=("EP5-4.1-3", "G04"))
def _101() -> None:
    """Une adresse de 101 caractères est acceptée."""
    put(addresses, "LONGEST", 101)


@defect("adresse-de-100-caracteres-refusee", breaks="EP2-2-21", neighbours=("G04",))
def _99() -> None:
    """Une adresse de 100 caractères est refusée."""
    put(addresses, "LONGEST", 99)


@defect("adresse-coupee-a-100-caracteres", breaks="G04", neighbours=("EP2-2-21",))
def _cut() -> None:
    """Une adresse de 101 caractères est coupée plutôt que refusée."""
    wrap(addresses, "parse", lambda sound, typed: sound(typed.strip()[:100]))


@defect("espaces-comptes-dans-l-adresse", breaks="G04")
def _untrimmed() -> None:
    """Les espaces autour d'une adresse comptent dans ses cent caractères."""

    def parse(sound: Callable[[str], Address], typed: str) -> Address:
        if len(typed) > addresses.LONGEST:
            raise addresses.InvalidAddress
        return sound(typed)

    wrap(addresses, "parse", parse)


@defect("adresse-gardee-a-90-caracteres", breaks="EP2-2-21", neighbours=("G04",))
def _kept_in_part() -> None:
    """Une adresse de plus de 90 caractères est acceptée, mais n'est pas gardée en entier."""

    def kept(sound: Callable[..., None], db: Session, draft_id: int, address: Address, password_hash: str) -> None:
        sound(db, draft_id, Address(address.written[:90], address.canonical), password_hash)

    wrap(drafts, "identify", kept)


@defect("premiere-adresse-gardee", breaks="EP2-2-43")
def _first_one() -> None:
    """Revenir changer d'adresse est sans effet : la première est gardée."""

    def kept(sound: Callable[..., None], db: Session, draft_id: int, address: Address, password_hash: str) -> None:
        draft = db.get_one(Draft, draft_id)
        first = Address(draft.email, draft.log_in_address) if draft.email else address
        sound(db, draft_id, first, password_hash)

    wrap(drafts, "identify", kept)


@defect("confirmation-de-l-adresse-ignoree", breaks="EP2-2-20", neighbours=("EP2-2-27", "G16"))
def _address_unconfirmed() -> None:
    """La confirmation de l'adresse n'est pas comparée."""
    put(IdentifiersForm, "validate_address_again", lambda form, field: None)


@defect("confirmation-du-mot-de-passe-ignoree", breaks="EP2-2-20", neighbours=("EP2-2-27", "G16", "G57"))
def _password_unconfirmed() -> None:
    """La confirmation du mot de passe n'est pas comparée à la création."""
    put(IdentifiersForm, "validate_password_again", lambda form, field: None)


@defect("confirmation-sans-casse-a-la-creation", breaks="EP2-2-20")
def _confirmed_in_any_case() -> None:
    """La confirmation du mot de passe d'un nouvel espace peut différer par une majuscule."""
    confirm_in_any_case(IdentifiersForm, "validate_password_again")


def _not_asked(name: str, validator: str, summary: str) -> None:
    """Register a defect: a confirmation may be left empty."""

    def install() -> None:
        wrap(IdentifiersForm, validator, lambda sound, form, field: sound(form, field) if field.data else None)

    install.__doc__ = summary
    defect(name, breaks="EP2-2-27")(install)


_not_asked("confirmation-de-l-adresse-facultative", "validate_address_again",
           "La confirmation de l'adresse peut rester vide.")  # fmt: skip
_not_asked("confirmation-du-mot-de-passe-facultative", "validate_password_again",
           "La confirmation du mot de passe peut rester vide.")  # fmt: skip


# -- the password -----------------------------------------------------------------------------------------------------


@defect("espace-cree-avec-un-mot-de-passe-faible", breaks="C30")
def _weak() -> None:
    """Un espace peut être créé avec un mot de passe de niveau faible."""
    after(creation, "refusals", lambda found: [each for each in found if each is not Refusal.WEAK])


@defect("espace-cree-avec-dix-neuf-caracteres", breaks="EP2-2-22", neighbours=("G16",))
def _nineteen() -> None:
    """Un espace peut être créé avec un mot de passe de dix-neuf caractères."""
    wrap(
        creation,
        "refusals",
        lambda sound, address, password: (
            [each for each in sound(address, password) if each is not Refusal.TOO_SHORT or len(password) < 19]
        ),
    )


@defect("vingt-et-un-caracteres-a-la-creation", breaks="EP2-2-22")
def _twenty_one() -> None:
    """Pour créer un espace, il faut vingt et un caractères."""
    wrap(
        creation,
        "refusals",
        lambda sound, address, password: (
            sound(address, password) or ([Refusal.TOO_SHORT] if len(password) == 20 else [])
        ),
    )


@defect("mot-de-passe-coupe-a-la-creation", breaks="G13")
def _cut_password() -> None:
    """Du mot de passe choisi à la création, seuls les 64 premiers caractères sont enregistrés."""
    wrap(
        creation,
        "identify",
        lambda sound, site, draft, address, password, now: sound(site, draft, address, password[:64], now),
    )


@defect("niveau-toujours-normal-a-la-creation", breaks="EP2-2-27")
def _always_normal() -> None:
    """Pendant la frappe, tout mot de passe d'un nouvel espace est annoncé normal."""
    put(screens, "jsonify", lambda level: jsonify(level="Normal"))


@defect("mot-de-passe-garde-au-retour", breaks="G34", neighbours=("G57",))
def _kept_on_coming_back() -> None:
    """« Etape précédente » ramène à un écran où le mot de passe est resté saisi."""
    typed: list[str] = []

    def fill(form: IdentifiersForm, **_: object) -> None:
        if form.address.data and not form.errors:
            form.password.data = form.password_again.data = typed[-1]

    before(creation, "identify", lambda site, draft, address, password, now: typed.append(password))
    put(PasswordField.widget, "hide_value", False)
    before(screens, "_identifiers_screen", fill)
