"""What a person reads of a mail, and the activation code that one may hold."""

import re
import unicodedata
from html import unescape

from steps.checks import plain
from targets.mail import Letter

# The token that follows « le code suivant : », twelve signs of any kind; never just any word of twelve letters.
_CODE = re.compile(r"\bcode\b[^.:]{0,60}:\s*(\S{12})(?!\S)", re.IGNORECASE)


def bodies(letter: Letter) -> str:
    """All that can be read in ``letter``, subject included."""
    return unicodedata.normalize("NFC", "\n".join((letter.subject, letter.text, letter.html, unescape(letter.html))))


def shown(html: str) -> str:
    """What a person reads of an HTML mail."""
    visible = re.sub(r"<(style|script|head)\b.*?</\1\s*>", " ", html, flags=re.IGNORECASE | re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", visible))


def says(letter: Letter) -> str:
    """The text of ``letter`` as a person reads it."""
    return letter.text or shown(letter.html)


def code_in(letter: Letter) -> str:
    """The activation code that ``letter`` gives, as written, or an empty string (EP2-2-58)."""
    found = _CODE.search(plain(says(letter)))
    return found.group(1) if found else ""
