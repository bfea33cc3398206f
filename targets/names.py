"""How a name of a sheet is recognised at a target: as a person would, whatever does not change its meaning.

Ignored: case, accents left out and those that a capital has or lacks (C79), the form of apostrophes, kinds and
number of spaces, signs and numbers before, signs, brackets and « obligatoire » after. Patterns keep to what Python and
JavaScript read alike: Playwright hands them to the browser with the flag ``i`` alone.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_ACCENTS = {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü", "y": "ÿ"}
_SIGNS = {
    "'": r"[\u0027\u2018\u2019\u02bc]",
    "\u2019": r"[\u0027\u2018\u2019\u02bc]",
    "°": "[°ºo]",
    "œ": "(?:œ|oe)",
    "Œ": "(?:œ|oe)",
}
_LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_BEFORE = rf"^[^{_LETTER}]*"
_AFTER = rf"(?:[^{_LETTER}0-9(]|\([^)]*\)|(?:champ\s+)?(?:obligatoire|requis))*$"
_LONELY = re.compile(rf"^[^{_LETTER}0-9]+|[^{_LETTER}0-9]+$")


@dataclass(frozen=True)
class Name:
    """A title, field, action or text of a screen, as it is looked for at one target.

    ``spoken`` is the wording that messages quote. ``pattern`` is for a whole accessible name or label; ``inline``,
    which has no groups, for a name inside a longer text. ``css`` and ``role`` are set where a profile overrides them.
    """

    spoken: str
    pattern: re.Pattern[str]
    inline: re.Pattern[str]
    css: str | None = None
    role: str | None = None

    def matches(self, text: str) -> bool:
        """Whether a whole text is this name."""
        return self.pattern.search(unicodedata.normalize("NFKC", text)) is not None


def named(wordings: Sequence[str], *, css: str | None = None, role: str | None = None) -> Name:
    """The name that any of these wordings stands for; the first one is spoken."""
    either = "(?:" + "|".join(_wording(wording) for wording in wordings) + ")"
    return Name(
        spoken=wordings[0],
        pattern=re.compile(_BEFORE + either + _AFTER, re.IGNORECASE),
        inline=re.compile(either, re.IGNORECASE),
        css=css,
        role=role,
    )


def _wording(text: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    core = _LONELY.sub("", text) or text  # a name that is nothing but signs (« ✕ ») is kept
    spaced = re.sub(r" ?([:;?!»>]) ?| ?(«) ?", lambda found: f"\0{found[1] or found[2]}\0", core)
    return "".join(_sign(sign) for sign in spaced)


def _sign(sign: str) -> str:
    """What stands for one character; NUL is a space that French typography may or may not put."""
    if sign in "\0 ":
        return r"\s*" if sign == "\0" else r"\s+"
    if sign in _SIGNS:
        return _SIGNS[sign]
    apart = unicodedata.normalize("NFD", sign)
    base, accent = apart[0].lower(), apart[1:]
    if sign.isupper() and base in _ACCENTS:
        return rf"[{base}{_ACCENTS[base]}][\u0300-\u036f]?"
    if accent:
        return rf"(?:{sign}|{base}\u{ord(accent):04x}?)"
    return sign if sign.isalnum() or not sign.isascii() else "\\" + sign
