"""Defects of what lies behind: log in, sessions, and what a new password must leave as it was."""

from typing import Any, cast

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.defects import ALL, after, before, defect, wrap
from reference_impl.procedures import log_in
from reference_impl.site import Site
from reference_impl.store import activations, spaces, web_sessions
from reference_impl.store.tables import Activation, ClaimedAddress, Service, Space
from reference_impl.web import public


@defect("connexion-sans-mot-de-passe", breaks="EP6-1.1-1")
def _without_password() -> None:
    """L'adresse seule, sans mot de passe, ouvre l'espace."""
    wrap(log_in, "_is_right", lambda sound, site, space, password: not password or sound(site, space, password))


@defect("connexion-sans-casse", breaks="EP6-1.1-1")
def _in_any_case() -> None:
    """À la connexion, la casse de la première lettre du mot de passe ne compte pas."""

    def near(password: str) -> str:
        first = next((sign for sign in password if sign.isalpha()), "")
        return password.replace(first, first.swapcase(), 1)

    wrap(
        log_in,
        "_is_right",
        lambda sound, site, space, password: sound(site, space, password) or sound(site, space, near(password)),
    )


@defect("connexion-par-le-numero-d-abonne", breaks="EP6-1.1-1")
def _by_number() -> None:
    """Le numéro d'abonné vaut l'adresse électronique à la connexion."""

    def address_of(site: Site, typed: str) -> str:
        with site.database.begin() as db:
            return db.scalar(select(Space.email).where(Space.subscriber_number == typed.strip())) or typed

    wrap(
        log_in,
        "log_in",
        lambda sound, site, typed, password, now: sound(site, address_of(site, typed), password, now),
    )


@defect("etat-de-l-espace-ignore", breaks="G17", neighbours=("C43", "EP2-2-63", "G02"))
def _any_state() -> None:
    """Un espace seulement pré-inscrit s'ouvre comme un espace actif."""

    def active(sound: Any, db: Session, address: str) -> Space | None:
        claim = db.get(ClaimedAddress, address)
        if claim is not None and claim.activation_id is not None:
            return activations.create_space(db, db.get_one(Activation, claim.activation_id), clock.now())
        return cast(Space | None, sound(db, address))

    wrap(spaces, "active", active)


@defect("nouveau-mot-de-passe-jamais-enregistre", breaks="EP6-1.4-1", neighbours=(ALL,))
def _never_kept() -> None:
    """Le changement est annoncé, mais l'ancien mot de passe reste le seul."""
    wrap(spaces, "set_password", lambda sound, db, space_id, new, now: spaces.get(db, space_id))


@defect("ancien-mot-de-passe-encore-valable", breaks="EP6-1.3-6")
def _old_one_too() -> None:
    """Après le changement, l'ancien mot de passe ouvre encore l'espace."""
    former: dict[int, str | None] = {}

    def keep(db: Session, space_id: int, *_: object) -> None:
        former[space_id] = spaces.get(db, space_id).password_hash

    before(spaces, "set_password", keep)
    wrap(
        log_in,
        "_is_right",
        lambda sound, site, space, password: (
            sound(site, space, password) or (bool(space) and site.hasher.matches(former.get(space.id), password))
        ),
    )


@defect("mot-de-passe-change-dans-tous-les-espaces", breaks="EP6-1.3-6")
def _everybodys() -> None:
    """Le nouveau mot de passe de l'un devient celui de tous."""
    before(spaces, "set_password", lambda db, space_id, new, now: db.execute(update(Space).values(password_hash=new)))


@defect("sessions-gardees-ouvertes", breaks="G12")
def _sessions_kept() -> None:
    """Un appareil resté connecté garde l'accès après le changement."""
    wrap(web_sessions, "close_all_of", lambda sound, db, space_id, but_keep: None)


@defect("services-perdus", breaks="EP6-1.3-5")
def _services_lost() -> None:
    """Le changement de mot de passe fait perdre les services de l'espace."""
    before(
        spaces,
        "set_password",
        lambda db, space_id, new, now: db.execute(delete(Service).where(Service.space_id == space_id)),
    )


@defect("reponse-de-confiance-perdue", breaks="EP6-1.3-5")
def _answer_lost() -> None:
    """Le changement de mot de passe fait perdre la réponse de confiance."""

    def forgetful(space: Space) -> Space:
        space.answer_hash = space.password_hash or ""
        return space

    after(spaces, "set_password", forgetful)


@defect("numero-d-abonne-change", breaks="C13")
def _new_number() -> None:
    """Le changement de mot de passe donne un nouveau numéro d'abonné."""

    def renumbered(space: Space) -> Space:
        space.subscriber_number = str(int(space.subscriber_number) + 1_000_000)
        return space

    after(spaces, "set_password", renumbered)


@defect("publics-incomplets", breaks="EP6-2-2")
def _four_audiences() -> None:
    """L'accueil oublie l'un des cinq publics."""
    del public.AUDIENCES["international"]


@defect("fiche-de-la-creation-absente", breaks="EP2-1.1-4")
def _no_sheet_of_creation() -> None:
    """L'aide ne présente pas la fiche « Créer un espace professionnel expert »."""
    del public.SHEETS["fiche-ep2"]


@defect("fiche-de-l-option-absente", breaks="EP4-1.2-4", neighbours=(ALL, "EP4-2-5"))
def _no_sheet_of_the_option() -> None:
    """L'aide ne présente pas la fiche « Opter pour l'accès avec une adresse électronique et un mot de passe »."""
    public.SHEETS["fiche-ep4"] = "Fiche EP 4 : Votre certificat"


@defect("fiches-dans-le-desordre", breaks="EP4-2-5")
def _out_of_order() -> None:
    """La fiche EP 3 est présentée après toutes les autres."""
    public.SHEETS["fiche-ep3"] = public.SHEETS.pop("fiche-ep3")


@defect("fiche-absente-de-l-aide", breaks="EP6-1.1-3")
def _no_sheet() -> None:
    """L'aide ne présente pas la fiche « Mot de passe oublié »."""
    del public.SHEETS["fiche-ep6"]
