"""Defects of « Mot de passe expiré »: who may renew, what is taken, and what comes of it (PER chapter 3)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.defects.credentials import at, confirmed_at, former_one_too, without
from reference_impl.defects.passwords import confirm_in_any_case
from reference_impl.domain import validity
from reference_impl.domain.passwords import Refusal
from reference_impl.domain.strength import Level
from reference_impl.mail import messages
from reference_impl.procedures import expired, log_in
from reference_impl.procedures.log_in import LogIn, Outcome
from reference_impl.site import Site
from reference_impl.store import renewals, spaces
from reference_impl.store.tables import Renewal, Service, Space
from reference_impl.web import expired as screens
from reference_impl.web.forms import AddressForm, RenewalForm

RENEWED = "expired.take_new_password"
"""Where the second screen is sent to."""

DAY = timedelta(days=1)


# -- who may renew ----------------------------------------------------------------------------------------------------


def _right(is_right: Callable[..., bool]) -> None:
    """Have ``is_right`` judge the old password too, where there is a space: of that space, and of what is typed."""

    def judge(sound: Callable[..., bool], site: Site, space: Space | None, password: str) -> bool:
        found = sound(site, space, password)
        return found or (space is not None and at(RENEWED) and is_right(site, space, password))

    wrap(log_in, "_is_right", judge)


@defect("ancien-mot-de-passe-non-verifie", breaks="PER-3-9", neighbours=("C23", "G20", "PER-1.3-4", "PER-1.5-1"))
def _any_old_one() -> None:
    """Au renouvellement, n'importe quel ancien mot de passe convient."""
    _right(lambda site, space, password: True)


@defect("ancien-mot-de-passe-facultatif", breaks="PER-3-9", neighbours=("C23",))
def _no_old_one() -> None:
    """Au renouvellement, l'ancien mot de passe peut être laissé vide."""
    put(RenewalForm, "validate_old", lambda form, field: None)
    _right(lambda site, space, password: not password)


@defect("ancien-mot-de-passe-d-un-autre", breaks="PER-3-9", neighbours=("G20", "PER-1.5-1"))
def _somebody_elses() -> None:
    """Au renouvellement, le mot de passe de n'importe quel espace passe pour l'ancien."""

    def of_anybody(site: Site, space: Space, password: str) -> bool:
        with site.database.begin() as db:
            hashes = [each.password_hash for each in db.query(Space) if each.password_hash]
        return any(site.hasher.matches(kept, password) for kept in hashes)

    _right(of_anybody)


@defect("echeance-repoussee-par-un-essai", breaks="PER-1.5-1", neighbours=("C23", "PER-1.3-4", "PER-3-9"))
def _put_off() -> None:
    """Au renouvellement, un ancien mot de passe refusé reporte tout de même l'échéance du vrai."""

    def renew(sound: Callable[..., bool], site: Site, renewal: Renewal, old: str, new: str, now: datetime) -> bool:
        done = sound(site, renewal, old, new, now)
        if not done and renewal.space_id is not None:
            with site.database.begin() as db:
                spaces.get(db, renewal.space_id).password_set_at = now
        return done

    wrap(expired, "renew", renew)


@defect("mot-de-passe-en-vigueur-renouvele", breaks="G20")
def _not_expired() -> None:
    """« Mot de passe expiré » change aussi un mot de passe qui n'a pas expiré."""

    def judge(found: LogIn) -> LogIn:
        return LogIn(Outcome.EXPIRED, found.space_id) if found.space_id and at(RENEWED) else found

    after(log_in, "log_in", judge)
    wrap(validity, "is_expired", lambda sound, *told: at(RENEWED) or sound(*told))


@defect("renouvellement-reserve-a-qui-se-connecte", breaks="G20", neighbours=("PER-1.5-1",))
def _log_in_first() -> None:
    """« Mot de passe expiré » refuse tout à qui y est arrivé directement."""
    wrap(
        expired,
        "renew",
        lambda sound, site, renewal, *told: renewal.space_id is not None and sound(site, renewal, *told),
    )


@defect("renouvellement-ferme-apres-un-an", breaks="C74", neighbours=("PER-1.1-4", "PER-1.4-1"))
def _a_year_at_most() -> None:
    """Un an après l'échéance, le mot de passe ne peut plus être renouvelé."""

    def renew(sound: Callable[..., bool], site: Site, renewal: Renewal, old: str, new: str, now: datetime) -> bool:
        with site.database.begin() as db:
            set_at = spaces.get(db, renewal.space_id).password_set_at if renewal.space_id else None
        too_late = set_at is not None and now - set_at > timedelta(days=4 * 366)
        return not too_late and sound(site, renewal, old, new, now)

    wrap(expired, "renew", renew)


@defect("image-non-controlee-au-renouvellement", breaks="PER-3-6")
def _no_image() -> None:
    """Au renouvellement, l'image n'a pas à être recopiée."""
    wrap(
        AddressForm,
        "validate_image",
        lambda sound, form, field: None if at("expired.take_address") else sound(form, field),
    )


@defect("adresse-preremplie-au-renouvellement", breaks="C23", neighbours=("PER-3-6",))
def _filled_in() -> None:
    """Au renouvellement, l'adresse est déjà là, quand le site déclare qu'elle est à ressaisir."""

    def fill(site: Site, renewal: Renewal) -> None:
        if renewal.space_id is not None and not renewal.typed_address:
            with site.database.begin() as db:
                renewal.typed_address = spaces.get(db, renewal.space_id).email

    before(expired, "_begin", fill)


# -- what is taken ----------------------------------------------------------------------------------------------------


@defect("meme-mot-de-passe-accepte-au-renouvellement", breaks="PER-1.3-4", neighbours=("C31",))
def _same_again() -> None:
    """Au renouvellement, le mot de passe expiré peut être choisi de nouveau."""
    after(expired, "refusals", without(Refusal.SAME))


@defect("majuscule-insuffisante-au-renouvellement", breaks="PER-1.3-4", neighbours=("C31",))
def _same_in_any_case() -> None:
    """Au renouvellement, une majuscule de différence ne suffit pas à faire un autre mot de passe."""

    def refusals(sound: Callable[..., list[Refusal]], site: Site, renewal: Renewal, old: str, new: str) -> Any:
        return sound(site, renewal, old, new) or ([Refusal.SAME] if old.lower() == new.lower() else [])

    wrap(expired, "refusals", refusals)


@defect("dix-neuf-caracteres-au-renouvellement", breaks="PER-1.3-2", neighbours=("PER-3-10",))
def _nineteen() -> None:
    """Au renouvellement, un mot de passe de dix-neuf caractères est accepté."""
    after(expired, "refusals", without(Refusal.TOO_SHORT))


@defect("mot-de-passe-faible-au-renouvellement", breaks="PER-3-15",
        neighbours=("C29", "C30", "G14", "PER-1.3-3", "PER-3-12"))  # fmt: skip
def _weak_accepted() -> None:
    """Au renouvellement, un mot de passe de niveau faible est accepté."""
    after(expired, "refusals", without(Refusal.WEAK))


@defect("niveau-moyen-refuse-au-renouvellement", breaks="G14", neighbours=("C30", "PER-1.3-3"))
def _strong_only() -> None:
    """Au renouvellement, un mot de passe annoncé « Normal » est refusé à la validation."""

    def refusals(sound: Callable[..., list[Refusal]], site: Site, renewal: Renewal, old: str, new: str) -> Any:
        found = sound(site, renewal, old, new)
        return found or ([Refusal.WEAK] if expired.level(site, renewal, new) is Level.NORMAL else [])

    wrap(expired, "refusals", refusals)


@defect("confirmation-sans-casse-au-renouvellement", breaks="PER-3-10")
def _confirmed_in_any_case() -> None:
    """Au renouvellement, la confirmation du mot de passe peut différer par une majuscule."""
    confirm_in_any_case(RenewalForm, "validate_confirmation")


@defect("niveau-acceptable-au-renouvellement", breaks="PER-3-14")
def _named_otherwise() -> None:
    """Au renouvellement, le niveau « Normal » s'annonce « Acceptable »."""
    wrap(screens, "jsonify", lambda sound, level: sound(level="Acceptable" if level is Level.NORMAL else level))


@defect("refus-inexplique-au-renouvellement", breaks="PER-3-12", neighbours=("C29",))
def _unexplained() -> None:
    """Au renouvellement, le refus d'un mot de passe ne dit pas ce qui ne va pas."""

    def draw(sound: Callable[..., str], form: RenewalForm, level: str | None = None) -> str:
        if form.password.errors:
            form.password.errors = ["Votre saisie n'a pas été acceptée."]
        return sound(form)

    wrap(screens, "_password_screen", draw)


@defect("niveau-toujours-fort-au-renouvellement", breaks="PER-3-15",
        neighbours=("C29", "C30", "G14", "PER-1.3-3", "PER-3-10", "PER-3-12", "PER-3-13"))  # fmt: skip
def _always_strong() -> None:
    """Au renouvellement, tout mot de passe est annoncé « Fort » pendant la saisie."""
    wrap(screens, "jsonify", lambda sound, level: sound(level=Level.STRONG))


# -- what comes of it -------------------------------------------------------------------------------------------------


@defect("recapitulatif-du-renouvellement-en-retard-d-un-jour", breaks="PER-3-17",
        neighbours=("C04", "C05", "G23", "PER-3-19"))  # fmt: skip
def _one_day_more() -> None:
    """Le récapitulatif du renouvellement donne une validité d'un jour de trop."""

    def finish(sound: Callable[..., bool], db: Session, renewal_id: int, valid_until: date) -> bool:
        return sound(db, renewal_id, valid_until + DAY)

    wrap(renewals, "finish", finish)


@defect("courriel-du-renouvellement-en-avance-d-un-jour", breaks="PER-3-19", neighbours=("C05",))
def _one_day_less_in_the_mail() -> None:
    """Le courriel du renouvellement annonce une validité d'un jour de moins."""

    def password_changed(sound: Callable[..., object], recipient: str, valid_until: date, sender: str) -> object:
        return sound(recipient, valid_until - DAY if at(RENEWED) else valid_until, sender)

    wrap(messages, "password_changed", password_changed)


@defect("renouvellement-sans-courriel", breaks="PER-3-18", neighbours=("C05", "C06", "PER-3-19", "PER-3-20"))
def _no_mail() -> None:
    """Aucun courriel ne confirme le renouvellement."""
    confirmed_at(RENEWED, lambda sound, *told: None)


@defect("renouvellement-a-deux-courriels", breaks="PER-3-18", neighbours=("G33", "G63"))
def _two_mails() -> None:
    """Le renouvellement est confirmé par deux courriels."""
    confirmed_at(RENEWED, lambda sound, *told: sound(*told) and sound(*told))


@defect("ancien-mot-de-passe-garde-au-renouvellement", breaks="PER-3-21")
def _old_one_too() -> None:
    """Le mot de passe renouvelé, l'ancien ouvre encore l'espace."""
    former_one_too(RENEWED)


@defect("services-perdus-au-renouvellement", breaks="PER-1.3-5", neighbours=("PER-1.2-1",))
def _services_lost() -> None:
    """Le renouvellement fait perdre les services de l'espace."""
    before(
        renewals,
        "finish",
        lambda db, renewal_id, valid_until: db.execute(
            delete(Service).where(Service.space_id == db.get_one(Renewal, renewal_id).space_id)
        ),
    )
