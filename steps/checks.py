"""The few ways an *Alors* can fail: each names what was looked at, what the sheet promises and what was seen."""

import re
import unicodedata
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from targets.faults import Absent, SiteError, Unarranged, Unmet


def plain(text: str) -> str:
    """``text`` as it is compared: one form of apostrophe, single ordinary spaces, capitals without accents."""
    text = unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u2018", "'")
    text = re.sub(r"\s+", " ", text).strip()
    return "".join(_bare_capital(sign) for sign in text)


def _bare_capital(sign: str) -> str:
    """A capital without its accent: sheets and sites write « Etape » or « Étape » alike (C79)."""
    return unicodedata.normalize("NFD", sign)[0] if sign.isupper() else sign


def bare(name: str) -> str:
    """``name`` of a person as it is compared: without case or accents, since sites write names in capitals or not."""
    decomposed = unicodedata.normalize("NFD", plain(name).casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def same(what: str, *, expected: object, seen: object) -> None:
    """Require ``seen`` to equal ``expected``."""
    if seen != expected:
        raise Unmet(f"{what} : ce n'est pas ce qui est attendu.", expected=str(expected), seen=str(seen))


def holds(condition: bool, what: str, *, expected: str, seen: str) -> None:
    """Require ``condition``; ``expected`` and ``seen`` say it for a reader of the sheet."""
    if not condition:
        raise Unmet(f"{what} : ce n'est pas ce qui est attendu.", expected=expected, seen=seen)


def missing(text: str, extracts: Sequence[str]) -> list[str]:
    """The extracts that ``text`` lacks, whatever the case, the accents, the spaces and the apostrophes."""
    flat = bare(text)
    return [extract for extract in extracts if bare(extract) not in flat]


def contains(what: str, text: str, *extracts: str) -> None:
    """Require every extract in ``text``, whatever the case, the accents, the spaces and the apostrophes."""
    absent = missing(text, extracts)
    if absent:
        raise Unmet(
            f"{what} ne contient pas tout ce que la fiche montre.",
            expected=" ; ".join(f"« {extract} »" for extract in absent),
            seen=plain(text) or "(vide)",
        )


def lacks(what: str, text: str, named: dict[str, str]) -> None:
    """Require none of the values of ``named`` (name -> secret value) in ``text``; only the names are ever shown."""
    found = [name for name, value in named.items() if value and value.casefold() in text.casefold()]
    if found:
        raise Unmet(f"{what} contient ce qui doit rester secret.", expected="rien de secret", seen=", ".join(found))


@contextmanager
def arranging(what: str) -> Generator[None]:
    """What the harness does for its own needs in the middle of a check: its failure says nothing of the requirement."""
    try:
        yield
    except (Unmet, Absent, SiteError) as fault:
        raise Unarranged(f"{what} : {fault.message}", expected=fault.expected, seen=fault.seen) from fault
