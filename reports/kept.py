"""What was kept of a step, as the page shows it: pictures, mails, documents, texts."""

import base64
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from reports import facts, words
from reports.evidence import MAIL
from reports.facts import Document, Sight
from reports.mail_view import MailView, mail_view
from reports.reading import Evidence

IMAGES = ("image/png", "image/jpeg", "image/webp")


@dataclass(frozen=True)
class DocumentView:
    """A PDF: its text, and what was typed with whether the text has it."""

    document: Document
    rows: Sequence[tuple[str, str, bool]]


@dataclass(frozen=True)
class EvidenceView:
    """One of image (a data URI), mail, document or text; ``title`` says in French what it is."""

    title: str
    image: str = ""
    mail: MailView | None = None
    document: DocumentView | None = None
    text: str = ""


def views(kept: Sequence[Evidence]) -> list[EvidenceView]:
    """All of them but the pictures of a walk, which illustrate a living sheet."""
    sights = {sight.picture: sight for sight in sights_of(kept)}
    shown = (one for one in kept if one.media_type != facts.SIGHT)
    return [_view(one, sights.get(one.name)) for one in shown if not _of_a_walk(sights.get(one.name))]


def sights_of(kept: Iterable[Evidence]) -> list[Sight]:
    """What is told of the pictures. One that cannot be read is left out: its picture is shown all the same."""
    found = []
    for one in kept:
        if one.media_type == facts.SIGHT:
            try:
                found.append(Sight.model_validate_json(one.body))
            except ValidationError:
                continue
    return found


def data_uri(picture: Evidence) -> str:
    """The picture itself, as a page without any other file holds it."""
    assert isinstance(picture.body, bytes)
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.body).decode('ascii')}"


def _of_a_walk(sight: Sight | None) -> bool:
    return sight is not None and sight.step > 0


def _view(kept: Evidence, sight: Sight | None) -> EvidenceView:
    if kept.media_type in IMAGES and isinstance(kept.body, bytes):
        return EvidenceView(_caption(kept.name, sight), image=data_uri(kept))
    if kept.media_type == MAIL:
        body = kept.body if isinstance(kept.body, bytes) else kept.body.encode("utf-8", "replace")
        return EvidenceView(kept.name, mail=mail_view(body))
    if kept.media_type == facts.DOCUMENT:
        return _document(kept)
    text = kept.body if isinstance(kept.body, str) else f"({kept.media_type}, {len(kept.body)} octets)"
    return EvidenceView(kept.name, text=text)


def _caption(name: str, sight: Sight | None) -> str:
    if sight is None:
        return name
    where = f"Écran « {sight.screen} »" if sight.screen else "L'écran"
    told = [f"{words.MARKED[mark.act]} « {mark.name} »" for mark in sight.marks]
    return f"{where}, encadré : {' ; '.join(told)}" if told else where


def _document(kept: Evidence) -> EvidenceView:
    text = kept.body if isinstance(kept.body, str) else kept.body.decode("utf-8", "replace")
    try:
        document = Document.model_validate_json(text)
    except ValidationError:
        return EvidenceView(kept.name, text=text)
    plain = _folded(document.text)
    rows = [(label, value, _folded(value) in plain) for label, value in document.typed]
    return EvidenceView(document.name, document=DocumentView(document, rows))


def _folded(text: str) -> str:
    """Without case, accents or spaces: a narrow column may break a long word."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in decomposed if not sign.isspace() and not unicodedata.combining(sign))
