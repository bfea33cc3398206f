"""Defects of what an activation makes: the space, its number, its dates, and the recap that its last screen offers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Response, request
from fpdf import FPDF
from sqlalchemy import select
from sqlalchemy.orm import Session

from reference_impl import clock
from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.defects.documents import telling
from reference_impl.domain import activation as rules
from reference_impl.domain.activation import Reached, Step
from reference_impl.domain.addresses import canonical_or_none
from reference_impl.domain.postal import PostalAddress
from reference_impl.domain.questions import QUESTIONS
from reference_impl.procedures import activation, creation, log_in
from reference_impl.procedures.activation import Outcome
from reference_impl.site import Site
from reference_impl.store import activations, spaces
from reference_impl.store.tables import (
    Activation,
    ActivationJourney,
    ClaimedAddress,
    Registration,
    Service,
    Space,
    State,
)
from reference_impl.web import access, documents
from reference_impl.web import creation as creation_screens
from reference_impl.web import space as space_screens

# -- the space --------------------------------------------------------------------------------------------------------


def _made(change: Callable[[Space], object]) -> None:
    """Have ``change`` done to each space that an activation makes."""

    def create(space: Space) -> Space:
        change(space)
        return space

    after(activations, "create_space", create)


@defect("espace-ferme-apres-l-activation", breaks="EP2-3-12", neighbours=("EP2-1.4-5",))
def _closed() -> None:
    """L'espace activé refuse encore la connexion."""
    _made(lambda space: setattr(space, "state", State.PRE_REGISTERED))


@defect("mot-de-passe-perdu-a-l-activation", breaks="EP2-1.4-5", neighbours=("EP2-3-12", "G13"))
def _password_lost() -> None:
    """L'espace activé n'a pas le mot de passe choisi à la création."""
    _made(lambda space: setattr(space, "password_hash", space.answer_hash))


@defect("espace-cree-avec-un-service", breaks="EP2-1.3-4")
def _not_empty() -> None:
    """L'espace qui vient d'être créé contient déjà un service."""
    _made(lambda space: space.services.append(Service(company="SARL DU PORT", siren="123456782", name="TVA")))


@defect("question-perdue-a-l-activation", breaks="G28", neighbours=("EP2-4-5", "EP2-4-7"))
def _question_lost() -> None:
    """L'espace activé porte la première question de la liste, non celle choisie."""
    _made(lambda space: setattr(space, "question", QUESTIONS[0]))


@defect("reponse-perdue-a-l-activation", breaks="G28")
def _answer_lost() -> None:
    """L'espace activé n'admet pas la réponse choisie à la création."""
    _made(lambda space: setattr(space, "answer_hash", space.password_hash))


@defect("validite-comptee-de-la-demande", breaks="G22")
def _from_the_request() -> None:
    """La validité du mot de passe court de la demande, non de l'activation."""
    _made(lambda space: setattr(space, "password_set_at", space.terms_accepted_at))


@defect("espace-d-une-seule-entreprise", breaks="EP2-1.1-3")
def _one_company() -> None:
    """L'espace ne montre que la première de ses entreprises."""
    after(space_screens, "_contents", lambda found: found | {"companies": found["companies"][:1]})


@defect("pre-inscription-revelee-a-la-connexion", breaks="G17")
def _told_at_log_in() -> None:
    """À qui n'a pas activé son espace, la connexion est refusée en le disant."""
    refused = access.REFUSED

    def tell(site: Site, typed: str, password: str, now: datetime) -> None:
        with site.database.begin() as db:
            claim = db.get(ClaimedAddress, canonical_or_none(typed))
        waits = claim is not None and claim.activation_id is not None
        put(access, "REFUSED", "Activez d'abord votre espace." if waits else refused)

    before(log_in, "log_in", tell)


# -- its number -------------------------------------------------------------------------------------------------------


@defect("numero-d-abonne-trop-court", breaks="EP2-3-10", neighbours=("EP2-1.1-3", "EP2-3-9", "EP2-4-4"))
def _thirteen() -> None:
    """Le numéro d'abonné n'a que treize chiffres."""
    _made(lambda space: setattr(space, "subscriber_number", space.subscriber_number[:-1]))


@defect("numero-annonce-trop-tot", breaks="EP2-3-9")
def _told_too_early() -> None:
    """L'écran d'enregistrement porte déjà le numéro d'abonné, dans un commentaire de la page."""
    numbers: dict[int | None, str] = {}

    def register(db: Session, asked: Activation, registration: Registration, address: str) -> None:
        numbers[asked.id] = spaces.next_number(db, clock.now())

    def show(sound: Callable[..., str], template: str, step: Any, **facts: Any) -> str:
        number = numbers.get(facts["draft"].activation_id, "") if "draft" in facts else ""
        return sound(template, step, **facts).replace("</main>", f"<!-- {number} --></main>")

    def create(sound: Callable[..., Space], db: Session, asked: Activation, now: datetime) -> Space:
        told = asked.id
        space = sound(db, asked, now)
        space.subscriber_number = numbers[told]
        return space

    wrap(activations, "register", _then(register))
    wrap(activations, "create_space", create)
    wrap(creation_screens, "_screen", show)


def _then(act: Callable[..., object]) -> Callable[..., Any]:
    """The sound function, then ``act`` with the same arguments."""

    def both(sound: Callable[..., Any], *told: Any) -> Any:
        result = sound(*told)
        act(*told)
        return result

    return both


@defect("numero-change-par-un-retour", breaks="G33")
def _renumbered() -> None:
    """Revenir en arrière et donner encore l'adresse donne un autre numéro."""
    rules._OPEN[Reached.DONE] = {Step.IDENTIFIERS, Step.RECAP}

    def activate(sound: Callable[..., Outcome], site: Site, journey: ActivationJourney, *told: Any) -> Outcome:
        if journey.space_id is None:
            return sound(site, journey, *told)
        with site.database.begin() as db:
            spaces.get(db, journey.space_id).subscriber_number = spaces.next_number(db, clock.now())
        return Outcome.ACTIVATED

    wrap(activation, "activate", activate)


@defect("numero-change-au-rechargement", breaks="G33", neighbours=("C13",))
def _renumbered_at_each_display() -> None:
    """Chaque affichage du dernier écran donne un autre numéro à l'espace."""

    def renumber(site: Site, journey: ActivationJourney) -> None:
        with site.database.begin() as db:
            if request.endpoint == "activation.recap" and journey.space_id is not None:
                spaces.get(db, journey.space_id).subscriber_number = spaces.next_number(db, clock.now())

    before(activation, "space_of", renumber)


# -- the recap --------------------------------------------------------------------------------------------------------


@defect("document-vide", breaks="EP2-4-2", neighbours=("EP2-4-3", "EP2-4-4", "EP2-4-5", "EP2-4-6", "EP2-4-7"))
def _blank() -> None:
    """Le récapitulatif est une page blanche."""
    put(FPDF, "cell", lambda sheet, *how, **more: None)
    put(FPDF, "multi_cell", lambda sheet, *how, **more: None)


@defect("document-en-page-web", breaks="EP2-1.4-6", neighbours=("EP2-4-2", "EP2-4-7", "G32"))
def _web_page() -> None:
    """Le lien du récapitulatif donne une page web, non un document PDF."""
    page = Response(
        "<p>Récapitulatif</p>", headers={"Content-Disposition": 'attachment; filename="recapitulatif.html"'}
    )
    put(documents, "recap_of", lambda space, layout: page)


@defect("document-au-mauvais-type", breaks="EP2-4-2", neighbours=("G32",))
def _wrong_type() -> None:
    """Le récapitulatif ne s'annonce pas comme un document PDF."""

    def unnamed(response: Response) -> Response:
        response.mimetype = "application/octet-stream"
        return response

    after(documents, "recap_of", unnamed)


@defect("prenom-absent-du-document", breaks="EP2-4-4", neighbours=("C15",))
def _no_first_name() -> None:
    """Le récapitulatif ne donne que l'initiale du prénom."""
    telling(first_name=lambda facts: f"{facts.first_name[:1]}.")


@defect("pays-absent-du-document", breaks="EP2-4-4", neighbours=("C15", "EP4-1.3-4", "EP6-1.5-7"))
def _no_country() -> None:
    """L'adresse postale du récapitulatif n'a pas de pays."""
    wrap(PostalAddress, "line", lambda sound, address: sound(address).removesuffix(address.country))


@defect("document-d-activation-ouvert-a-tous", breaks="G31")
def _open_to_all() -> None:
    """Le lien du récapitulatif donne à n'importe qui celui du dernier espace activé."""

    def current(sound: Callable[..., Any], site: Site, session_id: int | None, now: datetime) -> Any:
        own = sound(site, session_id, now)
        if own is not None or request.endpoint != "activation.recap_pdf":
            return own
        with site.database.begin() as db:
            done = select(ActivationJourney).where(ActivationJourney.reached == Reached.DONE)
            return db.scalar(done.order_by(ActivationJourney.id.desc()).limit(1))

    wrap(activation, "current", current)


@defect("reponse-sur-le-document", breaks="C11")
def _answer_told() -> None:
    """Le récapitulatif de l'activation donne la réponse de confiance, que le site déclare taire."""
    answers: dict[str, str] = {}
    before(creation, "describe", lambda site, draft, details, answer: answers.update({draft.email: answer}))
    telling(question=lambda facts: f"{facts.question} {answers.get(facts.email, '')}")
