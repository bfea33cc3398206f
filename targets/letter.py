"""A mail as a person and a program see it, read from its raw bytes; hostile mail is read as far as it goes.

Whatever the bytes, nothing is raised and the work is bounded: the message is cut at ``MAX_RAW`` bytes, a header at
``MAX_HEADER`` characters, and a message of more than ``MAX_PARTS`` parts is read for its headers only. Names of
attached files are words to show, never paths.
"""

import codecs
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from functools import partial
from typing import Any, Protocol, Self, TypeVar, cast

MAX_RAW = 2 * 1024 * 1024
MAX_HEADER = 4_000
MAX_HEADERS = 200
MAX_PARTS = 30
MAX_TEXT = 1_000_000
MAX_DEFECTS = 50

# What the email package raises, on purpose or not, when it reads what an enemy wrote.
_UNREADABLE = (
    MessageError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)
_SLOW_CHARSETS = ("punycode", "idna")  # decoding them takes the square of the length

T = TypeVar("T")


class Captured(Protocol):
    """A mail as the captured mail server keeps it (``fakes.smtp.CapturedMail``)."""

    @property
    def sender(self) -> str:
        """Envelope sender."""

    @property
    def recipients(self) -> tuple[str, ...]:
        """Envelope recipients."""

    @property
    def raw(self) -> bytes:
        """The message as it came."""

    @property
    def order(self) -> int:
        """Its place among all captured mails."""


@dataclass(frozen=True)
class Letter:
    """One mail: envelope, headers, texts, names of attachments; ``order`` is its place among all captured mails.

    ``date`` is aware, or None where the header has none that can be read. ``text`` and ``html`` are the first part of
    each kind, empty where there is none. Control characters in headers and names are shown as U+FFFD. ``defects``
    says what could not be read as the sender meant it.
    """

    sender_envelope: str
    recipients: tuple[str, ...]
    subject: str
    from_address: str
    from_name: str
    to_addresses: tuple[str, ...]
    date: datetime | None
    text: str = field(repr=False)
    html: str = field(repr=False)
    attachments: tuple[str, ...]
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    defects: tuple[str, ...]
    order: int
    raw: bytes = field(repr=False)

    @classmethod
    def of(cls, captured: Captured) -> Self:
        """Reads a captured mail; never raises."""
        return cls(
            sender_envelope=captured.sender,
            recipients=captured.recipients,
            order=captured.order,
            raw=captured.raw,
            **_Reading(captured.raw).facts(),
        )

    def header(self, name: str) -> str:
        """The first header of this name, in any case; empty where there is none."""
        return next((value for key, value in self.headers if key.casefold() == name.casefold()), "")


class _Reading:
    """One pass over a message, noting as it goes what could not be read."""

    def __init__(self, raw: bytes) -> None:
        self._defects: list[str] = ["message coupé"] if len(raw) > MAX_RAW else []
        self._message = self._parsed(raw[:MAX_RAW])
        self._headers = self._headers_of(self._message)

    def facts(self) -> dict[str, Any]:
        sender = self._addresses("from")[:1] or [("", "")]
        leaves = self._attempt("structure", lambda: list(_leaves(self._message)), list[EmailMessage]())
        bodies = [leaf for leaf in leaves if not self._is_attached(leaf)]
        return {
            "subject": self._first("subject"),
            "from_name": sender[0][0],
            "from_address": sender[0][1],
            "to_addresses": tuple(address for _, address in self._addresses("to")),
            "date": self._attempt("date", self._date, None),
            "text": self._body(bodies, "text/plain"),
            "html": self._body(bodies, "text/html"),
            "attachments": tuple(self._name(leaf) for leaf in leaves if self._is_attached(leaf)),
            "headers": tuple((_shown(name), _shown(str(value))) for name, value in self._headers),
            "defects": self._all_defects(),
        }

    def _all_defects(self) -> tuple[str, ...]:
        """Asked last: decoding a body is what finds some of them."""
        for part in self._attempt("structure", lambda: list(self._message.walk()), list[EmailMessage]()):
            self._note(part.defects)
        return tuple(dict.fromkeys(self._defects))[:MAX_DEFECTS]

    def _attempt(self, what: str, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except _UNREADABLE as error:
            self._defects.append(f"{what} illisible ({type(error).__name__})")
            return otherwise

    def _parsed(self, raw: bytes) -> EmailMessage:
        whole = self._attempt("corps", lambda: _parser(_Parts()).parsebytes(raw), None)
        if whole is None:
            whole = _parser(_Parts()).parsebytes(raw, headersonly=True)
        return cast(EmailMessage, whole)

    def _headers_of(self, message: EmailMessage) -> list[tuple[str, Any]]:
        items = list(message.raw_items())
        if len(items) > MAX_HEADERS or any(len(value) >= MAX_HEADER for _, value in items):
            self._defects.append("en-têtes coupés")
        return [(name, self._header(name, value)) for name, value in items[:MAX_HEADERS]]

    def _header(self, name: str, value: str) -> Any:
        parsed = self._attempt(f"en-tête {_shown(name)}", lambda: _POLICY.header_fetch_parse(name, value), value)
        self._note(getattr(parsed, "defects", ()))
        return parsed

    def _note(self, defects: Any) -> None:
        self._defects.extend(type(defect).__name__ for defect in defects)

    def _values(self, name: str) -> list[Any]:
        return [value for key, value in self._headers if key.casefold() == name]

    def _first(self, name: str) -> str:
        return _shown(str(next(iter(self._values(name)), "")))

    def _addresses(self, name: str) -> list[tuple[str, str]]:
        found = self._attempt(f"adresses de {name}", lambda: _mailboxes(self._values(name)), list[tuple[str, str]]())
        return [(_shown(person), _shown(address)) for person, address in found]

    def _date(self) -> datetime | None:
        moment: datetime | None = next((getattr(value, "datetime", None) for value in self._values("date")), None)
        if moment is None or moment.tzinfo is not None:
            return moment
        return moment.replace(tzinfo=UTC)  # « -0000 »: an instant whose local zone is not said (RFC 5322)

    def _is_attached(self, leaf: EmailMessage) -> bool:
        return self._attempt("pièce jointe", lambda: _is_attached(leaf), True)

    def _name(self, leaf: EmailMessage) -> str:
        return _shown(self._attempt("nom de fichier", leaf.get_filename, None) or "(sans nom)")[:255]

    def _body(self, bodies: list[EmailMessage], kind: str) -> str:
        leaf = next((leaf for leaf in bodies if self._attempt("type", partial(_kind, leaf), "") == kind), None)
        if leaf is None:
            return ""
        return self._attempt(f"corps {kind}", partial(self._text, leaf), "")

    def _text(self, leaf: EmailMessage) -> str:
        payload = leaf.get_payload(decode=True)
        data = payload[: MAX_TEXT * 4] if isinstance(payload, bytes) else b""
        text = self._attempt("jeu de caractères", lambda: _decoded(data, leaf), None)
        shown = data.decode("utf-8", "replace") if text is None else text
        return shown.replace("\r\n", "\n")[:MAX_TEXT]


class _Bounded(EmailPolicy):
    """The standard policy, that looks at the beginning of a header only: parsing one takes more than its length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, Any]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MAX_HEADER]


_POLICY = _Bounded()


class _Parts:
    """Makes the parts of one message, so many and no more: depth and number of parts are both bounded by it."""

    def __init__(self) -> None:
        self._made = 0

    def __call__(self, policy: EmailPolicy) -> EmailMessage:
        self._made += 1
        if self._made > MAX_PARTS:
            raise MessageError("too many parts")
        return EmailMessage(policy=policy)


def _parser(factory: Callable[..., EmailMessage]) -> "BytesParser[Any]":
    return BytesParser(factory, policy=_POLICY)


def _leaves(part: EmailMessage) -> Iterator[EmailMessage]:
    payload = part.get_payload()
    if part.get_content_maintype() != "multipart" or not isinstance(payload, list):
        yield part
        return
    for inner in payload:
        yield from _leaves(cast(EmailMessage, inner))


def _is_attached(leaf: EmailMessage) -> bool:
    said = leaf.get_content_disposition() == "attachment" or leaf.get_filename() is not None
    return said or leaf.get_content_maintype() == "message"


def _kind(leaf: EmailMessage) -> str:
    """A multipart without parts is shown by mail readers as the text that it is."""
    return "text/plain" if leaf.get_content_maintype() == "multipart" else leaf.get_content_type()


def _decoded(data: bytes, leaf: EmailMessage) -> str:
    charset = leaf.get_content_charset("utf-8")
    if codecs.lookup(charset).name in _SLOW_CHARSETS:
        raise LookupError(charset)
    return data.decode(charset, "replace")


def _mailboxes(values: list[Any]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for value in values:
        parsed = [(mailbox.display_name, mailbox.addr_spec) for mailbox in getattr(value, "addresses", ())]
        found += parsed or [parseaddr(str(value))]
    return found


def _shown(text: str) -> str:
    """Without what could move a cursor, end a line or break an encoding where the text is shown."""
    return "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text)
