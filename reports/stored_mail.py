"""A mail as it is kept: every text part decoded and rewritten in clear, attached files named but left out.

Whatever a hostile sender wrote, the result is a small mail that any reader opens.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from typing import TypeVar

_REWRITTEN = {"content-type", "content-transfer-encoding", "mime-version"}
KEPT = 400_000
"""Signs kept of all the headers of a mail, and of all its parts together."""
_FRAME = 200
"""Signs that come with each part, however small."""
_CUT = "[coupé : ce courriel a d'autres parties, non gardées]"
_UNREADABLE = "[courriel illisible : trop de parties imbriquées]"

Clean = Callable[[str], str]
Piece = TypeVar("Piece", str, tuple[str, str])


def readable_mail(raw: bytes, clean: Clean) -> bytes:
    """The mail with each header and text passed through ``clean``, and ``X-Original-SHA256``."""
    original = hashlib.sha256(raw).hexdigest()
    try:
        letter = message_from_bytes(raw)
        headers = list(_first(_headers(letter, clean), "X-Kept: the first headers only"))
        parts = list(_first(_parts(letter, clean), ("text/plain", _CUT)))
        family = clean(letter.get_content_subtype())
    except RecursionError:
        headers, parts, family = [], [("text/plain", _UNREADABLE)], "mixed"
    text = "\n".join([f"X-Original-SHA256: {original}", *headers, "MIME-Version: 1.0", *_body(parts, family, original)])
    return text.encode("utf-8", "replace")


def _first(pieces: Iterable[Piece], cut: Piece) -> Iterator[Piece]:
    """The first of them, and ``cut`` in the place of the others: a small mail may have a million parts."""
    left = KEPT
    for piece in pieces:
        left -= _FRAME + len("".join(piece))
        yield piece if left > 0 else cut
        if left <= 0:
            return


def _headers(letter: Message, clean: Clean) -> Iterator[str]:
    for name, value in letter.items():
        if name.lower() not in _REWRITTEN:
            yield f"{clean(name)}: {' '.join(clean(_header(value)).split())}"


def _header(value: object) -> str:
    try:
        return str(make_header(decode_header(str(value))))
    except (HeaderParseError, LookupError, ValueError):
        return str(value)


def _parts(letter: Message, clean: Clean) -> Iterator[tuple[str, str]]:
    for part in letter.walk():
        if not part.is_multipart():
            content = part.get_payload(decode=True)
            body = content if isinstance(content, bytes) else b""
            yield _part(part, body, clean)


def _part(part: Message, body: bytes, clean: Clean) -> tuple[str, str]:
    if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
        return clean(part.get_content_type()), clean(_text(part, body))
    name = clean(f"{part.get_filename('sans nom')}, {part.get_content_type()}")
    told = f"[pièce jointe non gardée : {name}, {len(body)} octets"
    return "text/plain", f"{told}, SHA-256 {hashlib.sha256(body).hexdigest()}]"


def _text(part: Message, body: bytes) -> str:
    try:
        return body.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError):
        return body.decode("utf-8", "replace")


def _body(parts: list[tuple[str, str]], family: str, original: str) -> Iterator[str]:
    if len(parts) == 1:
        yield from _leaf(*parts[0])
        return
    boundary = f"=_{original}"  # a mail cannot contain its own hash
    yield f'Content-Type: multipart/{family}; boundary="{boundary}"\n'
    for part in parts:
        yield f"--{boundary}"
        yield from _leaf(*part)
    yield f"--{boundary}--\n"


def _leaf(media_type: str, text: str) -> Iterator[str]:
    yield f"Content-Type: {media_type}; charset=utf-8"
    yield "Content-Transfer-Encoding: 8bit\n"
    yield "\n".join(text.splitlines())
