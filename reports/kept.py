"""What was kept of a step, as the page shows it: pictures, mails, documents, texts."""

import base64
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from pydantic import ValidationError

from reports import facts, words
from reports.evidence import MAIL
from reports.facts import Document, Sight
from reports.mail_view import MailView, mail_view
from reports.reading import Evidence

PAPERS = (MAIL, facts.DOCUMENT)
IMAGES = ("image/png", "image/jpeg", "image/webp")


@dataclass(frozen=True)
class DocumentView:
    """A PDF: its text, and what was typed with whether the text has it."""

    document: Document
    rows: Sequence[tuple[str, str, bool]]


@dataclass(frozen=True)
class EvidenceView:
    """One of image (a data URI), mail, document, text, or the address of a file beside the page; ``title`` names it."""

    title: str
    address: str = ""
    image: str = ""
    mail: MailView | None = None
    document: DocumentView | None = None
    text: str = ""


def views(kept: Sequence[Evidence]) -> list[EvidenceView]:
    """All of them but the pictures of a walk, which illustrate a living sheet."""
    shown = ((one, sight) for one, sight in told(kept) if one.media_type != facts.SIGHT)
    return [_view(one, sight) for one, sight in shown if not (sight and sight.step)]


def addresses(kept: Sequence[Evidence], files: Mapping[int, str]) -> list[EvidenceView]:
    """The same, each left in its own file beside the page (``files``: identity of an evidence -> address).

    What nobody has to argue about would make the page too heavy to open.
    """
    shown = (one for one, sight in told(kept) if one.media_type != facts.SIGHT and not (sight and sight.step))
    return [EvidenceView(one.name, address=files[id(one)]) for one in shown if id(one) in files]


def told(kept: Sequence[Evidence]) -> Iterator[tuple[Evidence, Sight | None]]:
    """Each with what is told of it, where it is a picture. What cannot be read is left out: the picture is shown."""
    sights = {sight.picture: sight for sight in _sights(kept)}
    for one in kept:
        pictured = one.media_type in IMAGES and isinstance(one.body, bytes)
        yield one, sights.get(one.name) if pictured else None


def _sights(kept: Iterable[Evidence]) -> Iterator[Sight]:
    for one in kept:
        if one.media_type == facts.SIGHT:
            with suppress(ValidationError):
                yield Sight.model_validate_json(one.body)


def data_uri(picture: Evidence) -> str:
    """The picture itself, as a page without any other file holds it."""
    assert isinstance(picture.body, bytes)
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.body).decode('ascii')}"


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
    marks = [f"{words.MARKED[mark.act]} « {mark.name} »" for mark in sight.marks]
    return f"{where}, encadré : {' ; '.join(marks)}" if marks else where


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
