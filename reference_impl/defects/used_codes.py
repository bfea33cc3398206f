"""Defects of an activation code that is used again, or seen where it must not be."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import request, url_for
from sqlalchemy.orm import Session

from reference_impl.defects import before, defect, put, wrap
from reference_impl.domain import activation as rules
from reference_impl.mail import messages
from reference_impl.procedures import activation
from reference_impl.procedures.activation import Outcome
from reference_impl.site import Site
from reference_impl.store import activations
from reference_impl.store.tables import Activation, ActivationJourney, ClaimedAddress, Space
from reference_impl.web import activation as screens
from reference_impl.web import creation as creation_screens

# -- used again -------------------------------------------------------------------------------------------------------


@defect("code-utilisable-deux-fois", breaks="EP2-3-12", neighbours=("EP2-2-62", "G33", "G63"))
def _good_twice() -> None:
    """Le code déjà utilisé mène encore à l'écran « Récapitulatif »."""
    used: dict[int, tuple[str, int]] = {}

    def create(sound: Callable[..., Space], db: Session, asked: Activation, now: datetime) -> Space:
        if asked.id in used:
            return db.get_one(Space, used[asked.id][1])
        address = activations.address_of(db, asked)
        space = sound(db, asked, now)
        used[asked.id] = (address, space.id)
        return space

    wrap(activations, "create_space", create)
    put(activations, "use_up", lambda db, asked: None)
    wrap(
        activations, "address_of", lambda sound, db, asked: used[asked.id][0] if asked.id in used else sound(db, asked)
    )


@defect("code-deja-utilise-passe-partout", breaks="EP2-3-12")
def _pass_key() -> None:
    """Un code déjà utilisé active toute autre demande dont on sait l'adresse."""
    used: set[int] = set()

    def outcome(
        sound: Callable[..., Outcome],
        site: Site,
        db: Session,
        journey: ActivationJourney,
        address: str | None,
        now: datetime,
    ) -> Outcome:
        asked, claim = activations.of_journey(db, journey.id), db.get(ClaimedAddress, address)
        if asked is None or asked.id not in used or claim is None or claim.activation_id is None:
            return sound(site, db, journey, address, now)
        space = activations.create_space(db, db.get_one(Activation, claim.activation_id), now)
        activations.finish(db, journey.id, space, rules.Deed.CREATED, now)
        return Outcome.ACTIVATED

    wrap(activation, "_outcome", outcome)
    put(activations, "use_up", lambda db, asked: used.add(asked.id))
    wrap(activations, "address_of", lambda sound, db, asked: "" if asked.id in used else sound(db, asked))


# -- where it is seen -------------------------------------------------------------------------------------------------


@defect("code-a-l-ecran-d-enregistrement", breaks="C38")
def _on_the_page() -> None:
    """L'écran d'enregistrement porte le code, dans un commentaire de la page."""
    mailed: dict[str, str] = {}
    before(messages, "activation_code", lambda email, code, sender: mailed.update({email: code}))

    def betray(sound: Callable[..., str], template: str, step: Any, **facts: Any) -> str:
        code = mailed.get(facts["draft"].email, "") if "draft" in facts else ""
        return sound(template, step, **facts).replace("</main>", f"<!-- {code} --></main>")

    wrap(creation_screens, "_screen", betray)


@defect("code-dans-l-adresse-de-la-page", breaks="C38")
def _in_the_address() -> None:
    """L'adresse du deuxième écran de l'activation contient le code."""

    def with_code(endpoint: str, **values: Any) -> str:
        told: dict[str, Any] = {"code": request.form["code"]} if endpoint == "activation.address" else {}
        return url_for(endpoint, **told, **values)

    put(screens, "url_for", with_code)
