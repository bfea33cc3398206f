"""Defects of the recap document: what it tells, of whom, when, and to whom it opens (EP6 chapter 1.5)."""

from dataclasses import replace
from datetime import UTC, timedelta
from types import SimpleNamespace
from typing import Any

from flask import request
from fpdf import FPDF

from reference_impl import recap
from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.domain.postal import PostalAddress
from reference_impl.procedures import seeding
from reference_impl.recap import RecapFacts
from reference_impl.web import documents, owner


def telling(**changes: Any) -> None:
    """Have the recap tell other facts: each change is a function of the right ones."""

    def changed(facts: RecapFacts) -> RecapFacts:
        return replace(facts, **{name: change(facts) for name, change in changes.items()})

    after(documents, "_facts", changed)


@defect("nom-et-prenom-intervertis", breaks="C15", neighbours=("EP2-4-4", "EP2-4-7"))
def _swapped() -> None:
    """Le récapitulatif donne le prénom pour nom et le nom pour prénom."""
    telling(last_name=lambda facts: facts.first_name, first_name=lambda facts: facts.last_name)


@defect("telephone-d-un-chiffre-de-moins", breaks="EP6-1.5-6", neighbours=("EP2-4-4",))
def _phone_cut() -> None:
    """Le récapitulatif perd le dernier chiffre du téléphone."""
    telling(phone=lambda facts: facts.phone[:-1])


@defect("adresse-d-un-autre-sur-le-recapitulatif", breaks="EP6-1.5-3", neighbours=("C17", "EP2-4-4", "EP2-4-7"))
def _other_email() -> None:
    """L'adresse de connexion du récapitulatif n'est pas celle de l'espace."""
    telling(email=lambda facts: f"autre.{facts.email}")


@defect("numero-de-treize-chiffres", breaks="EP6-1.5-11", neighbours=("C13", "EP2-4-4"))
def _thirteen_digits() -> None:
    """Le récapitulatif tronque le numéro d'abonné à treize chiffres."""
    telling(subscriber_number=lambda facts: facts.subscriber_number[:-1])


@defect("ville-absente-du-recapitulatif", breaks="EP6-1.5-7", neighbours=("EP2-4-4",))
def _no_city() -> None:
    """L'adresse postale du récapitulatif n'a pas de ville."""
    wrap(PostalAddress, "line", lambda sound, address: sound(replace(address, city="")))


@defect("question-absente-du-recapitulatif", breaks="EP6-1.5-9", neighbours=("EP2-4-5", "EP2-4-7"))
def _no_question() -> None:
    """Le récapitulatif ne donne pas la question de confiance."""
    telling(question=lambda facts: "")


@defect("reponse-sur-le-recapitulatif", breaks="C11")
def _answer_told() -> None:
    """Le récapitulatif donne la réponse de confiance, que le site déclare taire."""
    answers: dict[str, str] = {}
    before(seeding, "create", lambda site, seed, now: answers.update({seed.email: seed.answer}))
    telling(question=lambda facts: f"{facts.question} {answers.get(facts.email, '')}")


@defect("titres-absents-du-recapitulatif", breaks="EP6-1.5-5", neighbours=("EP2-4-3",))
def _no_titles() -> None:
    """Le récapitulatif n'a pas ses titres."""
    wrap(recap._Sheet, "_titles", lambda sound, sheet: None)


@defect("mention-indispensable-absente", breaks="EP6-1.5-8")
def _no_remark() -> None:
    """Le récapitulatif ne dit pas que la question est indispensable en cas de perte du mot de passe."""
    wrap(recap._Sheet, "_section", lambda sound, sheet, title, remark: sound(sheet, title, ""))


@defect("horodatage-a-l-heure-de-greenwich", breaks="EP6-1.5-10", neighbours=("EP2-4-6", "EP5-4.3-5", "G23"))
def _in_utc() -> None:
    """Le récapitulatif est horodaté à l'heure de Greenwich."""
    put(recap, "PARIS", UTC)


@defect("horodatage-du-lendemain", breaks="EP6-1.5-10", neighbours=("EP2-4-6", "G23"))
def _tomorrow() -> None:
    """Le récapitulatif porte la date du lendemain."""
    wrap(recap, "recap_pdf", lambda sound, facts, now, layout: sound(facts, now + timedelta(days=1), layout))


@defect("recapitulatif-ouvert-a-tous", breaks="G31")
def _open_to_all() -> None:
    """L'adresse du récapitulatif donne à n'importe qui le document du dernier usager connecté."""
    last: list[Any] = []

    def visitor(sound: Any) -> Any:
        present = sound()
        if present.space_id is not None:
            last.append(present.space_id)
        somebody = request.endpoint == "space.recap_pdf" and last
        return SimpleNamespace(space_id=last[-1]) if somebody else present

    wrap(owner, "visitor", visitor)


@defect("recapitulatif-au-format-americain", breaks="G32")
def _letter_format() -> None:
    """Le récapitulatif n'est pas au format A4."""
    wrap(FPDF, "__init__", lambda sound, sheet, **how: sound(sheet, **how | {"format": "letter"}))


@defect("recapitulatif-sans-langue", breaks="G32")
def _no_language() -> None:
    """Le récapitulatif ne dit pas qu'il est en français."""
    wrap(FPDF, "set_lang", lambda sound, sheet, lang: None)
