"""A kept mail as the page shows it: a few headers and its text, never its HTML interpreted."""

from dataclasses import dataclass
from email import message_from_bytes

_SHOWN = {"from": "De", "to": "À", "subject": "Objet", "date": "Date"}


@dataclass(frozen=True)
class MailView:
    """``raw`` is the mail as it was kept, already decoded and without secrets."""

    headers: tuple[tuple[str, str], ...]
    text: str
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
    text = bodies.get("text/plain") or next(iter(bodies.values()), "")
    head = raw.partition("\n\n")[0].splitlines()
    named = (line.partition(": ") for line in head)
    headers = tuple((_SHOWN[name.lower()], value) for name, _, value in named if name.lower() in _SHOWN)
    return MailView(headers, text.strip(), raw)
