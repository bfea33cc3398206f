"""What may be kept of what was seen: secrets replaced by pseudonyms, sizes bounded.

Passwords, security answers and activation codes appear nowhere in a run's folder. A secret is looked for in the
forms that pages, addresses and JSON give it; mails are decoded first, so that no transfer encoding hides one.
"""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from html.entities import codepoint2name

from reports.stored_mail import readable_mail

MAIL = "message/rfc822"
TEXT_LIMIT = 200_000
"""Characters kept of one text."""
IMAGE_LIMIT = 5_000_000
"""Bytes kept of one image."""
_SHORTEST_INSIDE_WORDS = 3


class Redactor:
    """Knows the secrets of a run. Pseudonyms are numbered by kind from the start of each scenario."""

    def __init__(self) -> None:
        self._pseudonyms: dict[str, str] = {}
        self._patterns: dict[str, str] = {}
        self._scene: set[str] = set()
        self._numbers: Counter[str] = Counter()

    def new_scene(self) -> None:
        """Numbers start again, so that a scenario reads the same whatever was played before; secrets stay known."""
        self._scene.clear()
        self._numbers.clear()

    def secret(self, kind: str, value: str) -> str:
        """Never let ``value`` be kept; returns its pseudonym, such as ``‹mot de passe 1›``."""
        if not value.strip():
            return value
        if value not in self._scene:
            self._scene.add(value)
            self._numbers[kind] += 1
            self._pseudonyms[value] = f"‹{kind} {self._numbers[kind]}›"
            self._patterns[value] = _pattern(value)
        return self._pseudonyms[value]

    def clean(self, text: str) -> str:
        """``text`` without any secret, whatever its case, the longest looked for first."""
        text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates of a hostile page
        folded = text.lower()
        present = [value for value in self._pseudonyms if _landmark(value) in folded]
        if not present:
            return text
        present.sort(key=len, reverse=True)
        ours = [re.escape(pseudonym) for pseudonym in set(self._pseudonyms.values()) if pseudonym in text]
        groups = [f"({self._patterns[value]})" for value in present]

        def pseudonym(match: re.Match[str]) -> str:
            return self._pseudonyms[present[match.lastindex - 1]] if match.lastindex else match.group()

        return re.sub("|".join(ours + groups), pseudonym, text, flags=re.IGNORECASE)

    def clean_mail(self, raw: bytes) -> bytes:
        """A readable mail: decoded, without secrets or attached files, with the SHA-256 of the original."""
        return readable_mail(raw, lambda text: bounded(self.clean(text)))

    def kept(self, body: bytes | str, media_type: str) -> tuple[bytes | str, str]:
        """Body and media type as they may be kept. Raises ValueError for bytes that cannot be read for secrets."""
        if isinstance(body, str):
            return bounded(self.clean(body)), media_type
        if media_type == MAIL:
            return self.clean_mail(body), media_type
        if not media_type.startswith("image/"):
            raise ValueError(f"{media_type}: only images and mails are kept as bytes; keep the text of the others")
        if len(body) > IMAGE_LIMIT:
            return f"Image de {len(body)} octets, trop grande pour être gardée. {digest(body)}", "text/plain"
        return body, media_type


def bounded(text: str) -> str:
    """The beginning of a text that is too long to be kept, saying so."""
    if len(text) <= TEXT_LIMIT:
        return text
    return f"{text[:TEXT_LIMIT]}\n[coupé : {len(text)} caractères en tout]"


def digest(body: bytes) -> str:
    """``SHA-256 : ...``."""
    return f"SHA-256 : {hashlib.sha256(body).hexdigest()}"


def _landmark(value: str) -> str:
    """The longest part of a secret that no encoding changes: a quick way to know that it is absent."""
    runs: list[str] = re.findall(r"[a-z0-9]*", unicodedata.normalize("NFC", value).lower())
    return max(runs, key=len)


def _pattern(value: str) -> str:
    """The secret in every form, composed or decomposed, sign by sign."""
    forms = dict.fromkeys(unicodedata.normalize(form, value) for form in ("NFC", "NFD"))
    pattern = "|".join("".join(_sign(sign) for sign in " ".join(form.split())) for form in forms)
    return pattern if len(value) >= _SHORTEST_INSIDE_WORDS else rf"(?<!\w)(?:{pattern})(?!\w)"


def _sign(sign: str) -> str:
    """One sign: as it is, percent-encoded, as an HTML entity, escaped in JSON. Letters and digits never change."""
    if sign.isascii() and sign.isalnum():
        return sign
    if sign == " ":
        return r"(?:\s|\+|%20|%0[9AD]|%C2%A0|&nbsp;|&#160;|\\[nrt])+"
    code = ord(sign)
    forms = [
        rf"\\?{re.escape(sign)}",
        "".join(f"%{byte:02x}" for byte in sign.encode("utf-8", "replace")),
        f"&#0*{code};",
        f"&#x0*{code:x};",
        f"&{codepoint2name.get(code, 'apos' if sign == chr(39) else 'none')};",
        re.escape(json.dumps(sign)[1:-1]),
    ]
    return f"(?:{'|'.join(forms)})"
