"""What a person reads of a mail, which of the sheets' mails it is, and the activation code that one may hold."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from html import unescape

from steps.checks import bare, plain
from targets.faults import Unmet
from targets.mail import Letter, Mailbox

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


def confirms(letter: Letter) -> bool:
    """Whether ``letter`` is the confirmation of a new password, by its subject or by what it announces (EP6-2-29)."""
    return "modification du mot de passe" in bare(letter.subject) or "valable jusqu" in bare(says(letter))


def activates(letter: Letter) -> bool:
    """Whether ``letter`` is the mail with an activation code, by its subject or by the code (EP2-2-57, EP2-2-58)."""
    return "creation ou modification de l'espace" in bare(letter.subject) or bool(code_in(letter))


KINDS: Mapping[str, Callable[[Letter], bool]] = {"de confirmation": confirms, "d'activation": activates}
"""The sheets' own mails, by what the features call them: a site may send others besides."""


def letters_of(mailbox: Mailbox, email: str, kind: str) -> list[Letter]:
    """The mails of ``kind`` that ``email`` has received so far."""
    return [letter for letter in mailbox.letters(email) if KINDS[kind](letter)]


def the_letter(mailbox: Mailbox, email: str, kind: str | None) -> Letter:
    """The first mail of ``kind`` (None: any of the sheets' own) to ``email``, awaited; raises Unmet when none comes."""
    wanted = [KINDS[kind]] if kind else list(KINDS.values())
    count = 1
    while len(letters := mailbox.wait_for(email, count)) >= count:
        for letter in letters:
            if any(each(letter) for each in wanted):
                return letter
        count = len(letters) + 1
    raise Unmet(
        f"Le courriel {kind or 'attendu'} n'est pas arrivé.",
        expected=f"un courriel {kind or 'que la fiche décrit'}",
        seen=" ; ".join(letter.subject for letter in letters) or "aucun courriel",
    )
