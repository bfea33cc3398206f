"""Defects of what several sheets promise together: no space before its activation, what is in force (C22 to C63)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from reference_impl import clock
from reference_impl.defects import ALL, after, before, defect, wrap
from reference_impl.domain import passwords
from reference_impl.domain.addresses import Address, canonical_or_none
from reference_impl.domain.claims import Holder, Taken
from reference_impl.procedures import activation, creation, forgotten, log_in
from reference_impl.procedures.activation import Outcome
from reference_impl.procedures.log_in import REFUSED, LogIn
from reference_impl.site import Site
from reference_impl.store import activations, drafts
from reference_impl.store.tables import (
    Activation,
    ActivationJourney,
    ClaimedAddress,
    Draft,
    Registration,
)
from reference_impl.web import space as home


@defect("expire-refuse-comme-un-faux", breaks="C22", neighbours=(ALL,))
def _expired_refused() -> None:
    """Un mot de passe expiré est refusé comme un faux : rien ne mène au renouvellement."""

    def refused(found: LogIn) -> LogIn:
        return REFUSED if found.outcome is log_in.Outcome.EXPIRED else found

    after(log_in, "log_in", refused)


@defect("plusieurs-dossiers-ignores", breaks="C65", neighbours=("EP2-1.1-3", "EP5-2-10", "EP5-2-26", "EP5-2-27"))
def _no_choice() -> None:
    """L'accueil d'un espace de plusieurs entreprises est celui d'un espace sans dossier."""
    after(home, "_contents", lambda found: found if len(found["companies"]) < 2 else {"companies": [], "themes": {}})


# -- before the activation --------------------------------------------------------------------------------------------


def _create_early(site: Site, address: str | None) -> None:
    """Make the space whose creation waits for the code sent to ``address``, if there is one."""
    with site.database.begin() as db:
        claim = db.get(ClaimedAddress, address) if address else None
        asked = db.get(Registration, claim.activation_id) if claim and claim.activation_id else None
        if asked is not None:
            request = db.get_one(Activation, asked.id)
            activations.create_space(db, request, clock.now())
            activations.use_up(db, request)


@defect("espace-cree-a-la-premiere-connexion", breaks="C43", neighbours=("EP2-2-63", "G17"))
def _at_log_in() -> None:
    """Se connecter active l'espace pré-inscrit, sans le code."""
    before(log_in, "log_in", lambda site, typed, *more: _create_early(site, canonical_or_none(typed)))


@defect("espace-cree-par-l-oubli", breaks="EP2-2-63", neighbours=("C43", "G02", "G17"))
def _by_the_forgotten() -> None:
    """« Mot de passe oublié » active l'espace pré-inscrit, sans le code."""
    before(forgotten, "begin", lambda site, session_id, address: _create_early(site, address.canonical))


# -- one address, one space, one way ----------------------------------------------------------------------------------


@defect("adresse-d-un-espace-vue-trop-tard", breaks="EP2-1.3-3",
        neighbours=("C46", "EP2-1.5-1", "EP2-2-18", "EP2-2-26", "EP2-2-33", "EP2-2-34", "G04", "G16"))  # fmt: skip
def _seen_too_late() -> None:
    """L'adresse d'un espace en service n'est refusée qu'au récapitulatif, le formulaire rempli."""

    def identify(sound: Callable[..., Taken | None], site: Site, draft: Draft, address: Address,
                 password: str, now: datetime) -> Taken | None:  # fmt: skip
        taken = sound(site, draft, address, password, now)
        if taken is None or taken.holder is not Holder.SPACE:
            return taken
        password_hash = site.hasher.hash(passwords.normalise(password))
        with site.database.begin() as db:
            drafts.identify(db, draft.id, address, password_hash)
        return None

    wrap(creation, "identify", identify)


@defect("activation-sans-derniere-page", breaks="EP2-1.4-1", neighbours=(ALL,))
def _no_last_page() -> None:
    """L'activation ramène à l'écran du code : le troisième temps, garder son récapitulatif, manque."""

    def activate(sound: Callable[..., Outcome], site: Site, journey: ActivationJourney, *told: Any) -> Outcome:
        outcome = sound(site, journey, *told)
        if outcome is Outcome.ACTIVATED:
            activation.give_up(site, journey.session_id)
        return outcome

    wrap(activation, "activate", activate)
