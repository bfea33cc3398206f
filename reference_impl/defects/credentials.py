"""Defects of « Modifiez vos identifiants » where the password is concerned: what is taken, and what comes of it."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from flask import has_request_context, request
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.defects import ALL, after, before, defect, put, wrap
from reference_impl.defects.passwords import confirm_in_any_case
from reference_impl.defects.texts import ScreenWording
from reference_impl.domain import validity
from reference_impl.domain.passwords import Refusal
from reference_impl.domain.strength import Level
from reference_impl.mail import messages, outbox
from reference_impl.procedures import credentials, log_in
from reference_impl.site import Site
from reference_impl.store import spaces
from reference_impl.store.tables import Modification, Space
from reference_impl.web import credentials as screens
from reference_impl.web import owner, public
from reference_impl.web import space as space_screens
from reference_impl.web.credentials_forms import CredentialsForm

MODIFIED = "credentials.take"
"""Where the screen is sent to."""


def at(endpoint: str) -> bool:
    """Whether the request under way is one to ``endpoint``."""
    return has_request_context() and request.endpoint == endpoint


def without(refused: Refusal) -> Callable[[Iterable[Refusal]], list[Refusal]]:
    """The same refusals but for one."""
    return lambda found: [each for each in found if each is not refused]


def confirmed_at(endpoint: str, mail: Callable[..., object]) -> None:
    """Have ``mail`` called for each confirmation of a password that ``endpoint`` sends, as a wrapped ``enqueue``."""

    def enqueue(sound: Callable[..., object], *told: Any) -> object:
        confirms = at(endpoint) and told[1]["Subject"] == messages.CHANGE_SUBJECT
        return mail(sound, *told) if confirms else sound(*told)

    wrap(outbox, "enqueue", enqueue)


def former_one_too(endpoint: str) -> None:
    """Have the password that ``endpoint`` replaces open the space still, beside the new one."""
    former: dict[int, str | None] = {}

    def keep(db: Session, space_id: int, *_: object) -> None:
        if at(endpoint):
            former[space_id] = spaces.get(db, space_id).password_hash

    def is_right(sound: Callable[..., bool], site: Site, space: Space | None, password: str) -> bool:
        kept = former.get(space.id) if space else None
        return sound(site, space, password) or site.hasher.matches(kept, password)

    before(spaces, "set_password", keep)
    wrap(log_in, "_is_right", is_right)


# -- what is taken ----------------------------------------------------------------------------------------------------


@defect("case-non-cochee-sans-effet", breaks="EP5-3-6", neighbours=("EP5-3-4", "G16"))
def _unticked_counts() -> None:
    """Rempli sans que sa case soit cochée, le mot de passe change tout de même."""
    ScreenWording("", "", "", "credentials/choose.html", ' data-ticked-by="change_password"').install()
    put(CredentialsForm, "validate_change_address", lambda form, field: None)
    put(CredentialsForm, "chosen_password", lambda form: form.password.data or None)


@defect("meme-mot-de-passe-accepte-dans-l-espace", breaks="C31", neighbours=("PER-1.3-4",))
def _same_again() -> None:
    """À « Modifiez vos identifiants », le mot de passe en vigueur peut être choisi de nouveau."""
    after(credentials, "refusals", without(Refusal.SAME))


@defect("confirmation-ignoree-dans-l-espace", breaks="EP5-3-6", neighbours=("EP5-3-3", "EP5-3-4", "G16"))
def _not_confirmed() -> None:
    """À « Modifiez vos identifiants », la confirmation du mot de passe n'est pas comparée."""
    put(CredentialsForm, "validate_password_again", lambda form, field: None)


@defect("confirmation-sans-casse-dans-l-espace", breaks="EP5-3-6", neighbours=("EP5-3-3",))
def _confirmed_in_any_case() -> None:
    """À « Modifiez vos identifiants », la confirmation du mot de passe peut différer par une majuscule."""
    confirm_in_any_case(CredentialsForm, "validate_password_again")


@defect("dix-neuf-caracteres-dans-l-espace", breaks="EP5-3-5", neighbours=("PER-2-16",))
def _nineteen() -> None:
    """À « Modifiez vos identifiants », un mot de passe de dix-neuf caractères est accepté."""
    wrap(
        credentials,
        "refusals",
        lambda sound, *told: without(Refusal.TOO_SHORT)(sound(*told)) if len(told[4]) == 19 else sound(*told),
    )


@defect("vingt-caracteres-refuses-dans-l-espace", breaks="PER-2-16", neighbours=("EP5-3-5",))
def _twenty_one() -> None:
    """À « Modifiez vos identifiants », il faut vingt et un caractères."""
    wrap(
        credentials,
        "refusals",
        lambda sound, *told: [Refusal.TOO_SHORT] if len(told[4]) == 20 else sound(*told),
    )


@defect("mot-de-passe-faible-dans-l-espace", breaks="PER-2-19", neighbours=("C30", "EP5-3-3", "G14", "PER-1.3-3"))
def _weak_accepted() -> None:
    """À « Modifiez vos identifiants », un mot de passe de niveau faible est accepté."""
    after(credentials, "refusals", without(Refusal.WEAK))


@defect(
    "niveau-toujours-normal-dans-l-espace",
    breaks="PER-2-23",
    neighbours=("C29", "C30", "EP5-3-3", "G14", "PER-2-16", "PER-2-21"),
)
def _always_normal() -> None:
    """À « Modifiez vos identifiants », tout mot de passe est annoncé « Normal » pendant la saisie."""
    wrap(screens, "jsonify", lambda sound, level: sound(level=Level.NORMAL))


@defect("niveau-affiche-plus-severe-que-la-validation", breaks="G14")
def _told_weaker() -> None:
    """À « Modifiez vos identifiants », un mot de passe moyen est annoncé « Faible », puis accepté."""
    wrap(
        screens,
        "jsonify",
        lambda sound, level: sound(level=Level.WEAK if level is Level.NORMAL else level),
    )


@defect("niveau-acceptable-dans-l-espace", breaks="PER-2-22", neighbours=("EP5-3-3", "PER-2-20"))
def _named_otherwise() -> None:
    """À « Modifiez vos identifiants », le niveau « Normal » s'annonce « Acceptable »."""
    wrap(screens, "jsonify", lambda sound, level: sound(level="Acceptable" if level is Level.NORMAL else level))


@defect("adresse-en-vigueur-non-montree", breaks="EP5-3-2", neighbours=("EP5-3-3",))
def _present_address_hidden() -> None:
    """« Modifiez vos identifiants » ne montre pas l'adresse en vigueur."""

    def draw(sound: Callable[..., None], form: CredentialsForm) -> None:
        sound(form)
        if not form.change_address.data:
            form.address.data = ""

    wrap(CredentialsForm, "draw_again", draw)


@defect("un-seul-changement-par-jour", breaks="EP5-1.3-1", neighbours=("C31", "C71"))
def _once_a_day() -> None:
    """Un mot de passe changé depuis moins d'un jour ne peut pas l'être de nouveau."""
    changed: dict[int, datetime] = {}

    def refusals(sound: Callable[..., list[Refusal]], site: Site, session_id: int, space: Space, *told: Any) -> Any:
        last = changed.get(space.id)
        too_soon = last is not None and clock.now() - last < timedelta(days=1)
        return [Refusal.SAME] if too_soon else sound(site, session_id, space, *told)

    before(spaces, "set_password", lambda db, space_id, new, now: changed.update({space_id: now}))
    wrap(credentials, "refusals", refusals)


# -- what comes of it -------------------------------------------------------------------------------------------------


@defect(
    "confirmation-en-avance-d-un-jour",
    breaks="EP5-3-11",
    neighbours=("C03", "C04", "C05", "EP5-3-14", "G23"),
)
def _one_day_more_on_screen() -> None:
    """L'écran de confirmation donne une validité d'un jour de plus que le courriel."""

    def later(done: Modification) -> Modification:
        if done.valid_until is not None:
            done.valid_until += timedelta(days=1)
        return done

    after(credentials, "_obey", later)


@defect("confirmation-anonyme", breaks="EP5-3-10", neighbours=("C27",))
def _nameless() -> None:
    """L'écran de confirmation ne nomme pas l'usager."""

    def render(sound: Callable[..., str], template: str, **facts: Any) -> str:
        if template == "credentials/changed.html":
            number = facts["space"].subscriber_number
            facts["space"] = SimpleNamespace(subscriber_number=number, full_name="", city="", country="")
        return sound(template, **facts)

    wrap(screens, "render_template", render)


@defect("vingt-neuf-fevrier-oublie", breaks="EP5-3-11", neighbours=("C04", "C10", "PER-1.1-2"))
def _no_leap_day() -> None:
    """Une validité qui finit un 29 février est annoncée jusqu'au 28."""
    after(
        validity,
        "last_day",
        lambda day: day - timedelta(days=1) if (day.month, day.day) == (2, 29) else day,
    )


@defect("echeance-inchangee-par-la-modification", breaks="PER-2-26", neighbours=("C26", "PER-2-15", "PER-2-24"))
def _as_old_as_before() -> None:
    """Changé dans l'espace, le mot de passe garde l'échéance de l'ancien, et l'alerte reste."""

    def set_password(sound: Callable[..., Space], db: Session, space_id: int, new: str, now: datetime) -> Space:
        former = spaces.get(db, space_id).password_set_at
        return sound(db, space_id, new, former if at(MODIFIED) else now)

    wrap(spaces, "set_password", set_password)


@defect("ancien-mot-de-passe-garde-dans-l-espace", breaks="EP5-3-18", neighbours=("PER-2-24",))
def _old_one_too() -> None:
    """Le mot de passe changé dans l'espace, l'ancien ouvre encore."""
    former_one_too(MODIFIED)


@defect("confirmation-absente-dans-l-espace", breaks="EP5-3-13", neighbours=("C03", "C05", "C06", "EP5-3-14"))
def _no_mail() -> None:
    """Aucun courriel ne confirme le mot de passe changé dans l'espace."""
    confirmed_at(MODIFIED, lambda sound, *told: None)


@defect("confirmation-en-double-dans-l-espace", breaks="EP5-3-13", neighbours=("EP5-1.4-2", "G63"))
def _two_mails() -> None:
    """Le mot de passe changé dans l'espace est confirmé par deux courriels."""
    confirmed_at(MODIFIED, lambda sound, *told: sound(*told) and sound(*told))


@defect("confirmation-d-un-an-dans-l-espace", breaks="EP5-3-14", neighbours=("C03", "C05"))
def _one_year_in_the_mail() -> None:
    """Le courriel du mot de passe changé dans l'espace annonce une validité d'un an."""

    def password_changed(sound: Callable[..., object], recipient: str, valid_until: Any, sender: str) -> object:
        told = valid_until - timedelta(days=730) if at(MODIFIED) else valid_until
        return sound(recipient, told, sender)

    wrap(messages, "password_changed", password_changed)


@defect("espace-rouvert-en-revenant-en-arriere", breaks="EP5-2-15", neighbours=("PER-2-25",))
def _not_closed() -> None:
    """« Quitter » ramène à l'accueil du site, mais laisse la session ouverte."""
    put(space_screens, "dismiss", lambda: None)


@defect("fiche-du-changement-absente", breaks="EP5-1.1-3")
def _no_sheet_of_change() -> None:
    """L'aide ne présente pas la fiche « Changer d'adresse électronique de connexion ou de mot de passe »."""
    del public.SHEETS["fiche-ep5"]


@defect("identifiants-modifiables-sans-connexion", breaks="EP5-1.4-1", neighbours=(ALL,))
def _open_to_all() -> None:
    """L'écran « Modifiez vos identifiants » s'ouvre, sans connexion, sur le dernier espace ouvert."""
    last: list[int] = []

    def visitor(sound: Callable[[], Any]) -> Any:
        present = sound()
        if present.space_id is not None:
            last.append(present.space_id)
        elif last and at("credentials.choose"):
            present.space_id = last[-1]
        return present

    wrap(owner, "visitor", visitor)
