"""Defects of what an option makes: the space transformed, and the document that its last screen offers (EP4 §1, §5)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from flask import Response
from sqlalchemy.orm import Session

from reference_impl import clock, recap
from reference_impl.defects import defect, put, wrap
from reference_impl.domain.questions import QUESTIONS
from reference_impl.recap import LAYOUT_A, LAYOUT_B, Layout, RecapFacts
from reference_impl.store import options, spaces
from reference_impl.store.option_tables import OptionRequest
from reference_impl.store.tables import Space
from reference_impl.web import documents

# What the document of an option is asked, all of which goes with it.
DOCUMENT = ("C11", "C15", "EP4-1.3-4", "EP4-5-2", "EP4-5-3", "EP4-5-4", "EP4-5-5")

# -- the space --------------------------------------------------------------------------------------------------------


def _opened(change: Callable[[Session, Space, OptionRequest], object]) -> None:
    """Have ``change`` done to each space that an option has transformed."""

    def carry_out(sound: Callable[..., Space], db: Session, request: OptionRequest) -> Space:
        space = sound(db, request)
        change(db, space, request)
        return space

    wrap(options, "carry_out", carry_out)


@defect("numero-neuf-a-l-option", breaks="EP4-1.1-2", neighbours=("C13", "C15", "EP4-4.2-6", "EP4-4.2-7", "EP4-5-3"))
def _new_number() -> None:
    """L'espace transformé reçoit un numéro du jour, comme un espace que l'on crée."""
    _opened(lambda db, space, request: setattr(space, "subscriber_number", spaces.next_number(db, clock.now())))


@defect("mot-de-passe-perdu-a-l-option", breaks="EP4-1.2-2",
        neighbours=("C17", "C45", "EP4-1.3-3", "EP4-1.4-4", "EP4-3-7", "EP4-3-19", "EP4-3-25", "EP4-4.2-4", "EP4-4.2-8",
                    "EP4-4.2-9", "EP4-1.3-2", "EP4-5-6"))  # fmt: skip
def _password_lost() -> None:
    """L'espace transformé n'a pas le mot de passe choisi."""
    _opened(lambda db, space, request: setattr(space, "password_hash", request.answer_hash))


@defect("dernier-service-perdu-a-l-option", breaks="EP4-4.2-9", neighbours=("EP4-1.2-2", "EP4-1.3-1", "EP4-1.3-3"))
def _one_service_less() -> None:
    """L'espace transformé a perdu le dernier de ses services."""

    def lose(db: Session, space: Space, _request: OptionRequest) -> None:
        for service in space.services[-1:]:
            db.delete(service)

    _opened(lose)


# -- the document -----------------------------------------------------------------------------------------------------


def _documented(change: Callable[[Space, Layout], Response]) -> None:
    """Have the recap of each space that an option has transformed made by ``change``."""
    opted: set[int] = set()
    sound = documents.recap_of
    _opened(lambda db, space, request: opted.add(space.id))
    put(documents, "recap_of", lambda space, layout: (change if space.id in opted else sound)(space, layout))


def _telling(change: Callable[[RecapFacts], RecapFacts]) -> None:
    """Have the document of creations and options tell the facts as changed."""

    def drawn(sound: Callable[..., bytes], facts: RecapFacts, created_at: datetime, layout: Layout) -> bytes:
        return sound(change(facts) if layout is LAYOUT_B else facts, created_at, layout)

    wrap(recap, "recap_pdf", drawn)


@defect("document-d-option-tronque", breaks="EP4-5-1", neighbours=("EP4-1.4-1", "EP4-1.4-5", *DOCUMENT))
def _cut() -> None:
    """Au terme d'une option, le récapitulatif s'arrête au milieu : il ne se lit pas."""
    sound = documents.recap_of

    def cut(space: Space, layout: Layout) -> Response:
        response = sound(space, layout)
        response.set_data(response.get_data()[:600])
        return response

    _documented(cut)


@defect("document-d-option-d-une-autre-fiche", breaks="EP4-5-2", neighbours=("EP4-5-3", "EP4-5-4", "EP4-5-5"))
def _other_layout() -> None:
    """Au terme d'une option, le récapitulatif porte les titres de celui d'un changement d'adresse."""
    sound = documents.recap_of
    _documented(lambda space, layout: sound(space, LAYOUT_A))


@defect("numero-du-document-decale", breaks="EP4-5-3", neighbours=("C13", "C15", "EP2-4-4"))
def _next_number() -> None:
    """Le récapitulatif donne le numéro d'abonné d'un autre espace, le suivant."""
    _telling(lambda facts: replace(facts, subscriber_number=str(int(facts.subscriber_number) + 101)))


@defect("question-d-autrefois-sur-le-document", breaks="EP4-5-4")
def _old_question() -> None:
    """Au terme d'une option, le récapitulatif donne la première des trois questions d'autrefois."""
    former: dict[str, str] = {}

    def carry_out(sound: Callable[..., Space], db: Session, request: OptionRequest) -> Space:
        space = spaces.get(db, request.space_id)
        former[space.subscriber_number] = space.question
        return sound(db, request)

    wrap(options, "carry_out", carry_out)
    _telling(lambda facts: replace(facts, question=former.get(facts.subscriber_number, facts.question)))


@defect("question-voisine-sur-le-document", breaks="EP2-4-5", neighbours=("EP2-4-7", "EP4-5-4"))
def _next_question() -> None:
    """Le récapitulatif donne, de la liste, la question qui suit celle choisie."""
    _telling(lambda facts: replace(facts, question=QUESTIONS[(QUESTIONS.index(facts.question) + 1) % len(QUESTIONS)]))


@defect("heure-d-hiver-sur-le-document", breaks="EP4-5-5", neighbours=("EP2-4-6", "EP6-1.5-10", "G23"))
def _winter_time() -> None:
    """En été, le récapitulatif est daté d'une heure trop tôt."""
    put(recap, "PARIS", timezone(timedelta(hours=1)))


@defect("mois-pour-minutes-sur-le-document", breaks="EP2-4-6", neighbours=("EP4-5-5", "EP6-1.5-10", "G23"))
def _months() -> None:
    """Le récapitulatif écrit le mois à la place des minutes."""

    def dated(sound: Callable[..., None], sheet: Any, layout: Layout, created_at: datetime, size: float) -> None:
        sound(sheet, layout, created_at, size)
        sheet._stamp = f"{layout.stamp} document créé le {created_at:%d/%m/%Y à %Hh%mmn%Ss}"

    wrap(recap._Sheet, "__init__", dated)
