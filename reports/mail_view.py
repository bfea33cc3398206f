"""A kept mail as the page shows it: a few headers and its texts, never its HTML interpreted."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from html.parser import HTMLParser

_SHOWN = {"from": "De", "to": "À", "subject": "Objet", "date": "Date"}
_UNSEEN = ("script", "style", "title", "template")
_BREAKS = ("p", "div", "br", "tr", "li", "h1", "h2", "h3", "table", "ul", "ol", "blockquote")


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NEVER_CLOSED = re.compile(r"<(?![^<>]*>)")
"""The library looks for the end of each of them to the end of the mail: thousands would take it an hour."""


@dataclass(frozen=True)
class MailView:
    """``text`` is the plain version, or what is left of the other without its tags (then ``html`` is empty).

    ``html`` is what a person reads of the HTML version; ``raw`` the mail as it was kept, decoded and without secrets.
    """

    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    raw: str


def mail_view(kept: bytes) -> MailView:
    """From the bytes that ``reports.evidence`` keeps: UTF-8 throughout, one level of parts."""
    raw = kept.decode("utf-8", "replace")
    letter = message_from_bytes(kept)
    bodies: dict[str, str] = {}
    for part in letter.walk():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            bodies.setdefault(part.get_content_type(), content.decode("utf-8", "replace"))
    html = words_of(bodies.pop("text/html", ""))
    text = (bodies.get("text/plain") or next(iter(bodies.values()), "")).strip()
    head = raw.partition("\n\n")[0].splitlines()
    named = (line.partition(": ") for line in head)
    headers = tuple((_SHOWN[name.lower()], value) for name, _, value in named if name.lower() in _SHOWN)
    return MailView(headers, text or html, html if text else "", raw)


def words_of(html: str) -> str:
    """What a person reads of ``html``, line by line, and where its links lead; nothing of it is interpreted."""
    reader = _Words()
    reader.feed(_NEVER_CLOSED.sub("&lt;", _COMMENT.sub("", html)))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.told).splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self.told.append("\n" if tag in _BREAKS else "")
        address = dict(attrs).get("href") if tag == "a" else None
        self.told.append(f"[{address}] " if address else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self.told.append("\n" if tag in _BREAKS else "")

    def handle_data(self, data: str) -> None:
        self.told.append("" if self._unseen else data)
