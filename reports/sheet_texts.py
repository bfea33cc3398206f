"""The texts of the sheets that a user has, held against the editions on which the registers rest."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from reports.editions import Edition, Paragraph, paragraphs
from reports.register import Register

ALIKE = 1 / 3
"""The share of a sheet's paragraphs that a text must have to pass for it: sheets share less than that."""


@dataclass(frozen=True)
class SheetText:
    """A file that could be read as text."""

    name: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Change:
    """A place where a text is not what was recorded: what came there, and the entries that rested on what left."""

    line: int
    gone: int
    new: tuple[Paragraph, ...]
    doubted: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """A sheet and the text found for it."""

    code: str
    text: SheetText
    changes: tuple[Change, ...]

    @property
    def doubted(self) -> tuple[str, ...]:
        """The entries to read again."""
        return tuple(dict.fromkeys(id_ for change in self.changes for id_ in change.doubted))


def read_texts(folder: Path) -> tuple[list[SheetText], list[str]]:
    """The texts of the files of ``folder``, and the names of those that are no UTF-8 text."""
    texts, unreadable = [], []
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        try:
            texts.append(SheetText(path.name, tuple(paragraphs(path.read_text("utf-8-sig")))))
        except UnicodeDecodeError:
            unreadable.append(path.name)
    return texts, unreadable


def recognised(
    texts: Sequence[SheetText], known: Mapping[str, Collection[str]], told: Mapping[str, str]
) -> dict[str, SheetText]:
    """The text of each sheet: the one whose name is ``told`` (sheet to file), else the one most like it.

    ``known`` gives the hashes of the paragraphs of each sheet.
    """
    found = {code: text for text in texts for code, name in told.items() if name == text.name}
    alike = sorted(
        ((_likeness(hashes, text), code, text) for code, hashes in known.items() for text in texts),
        key=lambda one: -one[0],
    )
    for likeness, code, text in alike:
        if likeness >= ALIKE and code not in told and code not in found and text not in found.values():
            found[code] = text
    return found


def compare(register: Register, edition: Edition, text: SheetText) -> Compared:
    """What became of the paragraphs of ``edition`` in ``text``; one that only moved puts no entry in doubt."""
    found = tuple(paragraph.hash for paragraph in text.paragraphs)
    matcher = SequenceMatcher(None, edition.paragraphes, found, autojunk=False)
    places = [place for place in matcher.get_opcodes() if place[0] != "equal"]
    changes = [
        _change(register, edition, text, edition.paragraphes[old:old_end], slice(new, new_end))
        for _, old, old_end, new, new_end in places
    ]
    return Compared(edition.code, text, tuple(changes))


def _likeness(known: Collection[str], text: SheetText) -> float:
    hashes = {paragraph.hash for paragraph in text.paragraphs}
    return len(hashes & set(known)) / len(set(known)) if known else 0.0


def _change(register: Register, edition: Edition, text: SheetText, left: Sequence[str], came: slice) -> Change:
    present = {paragraph.hash for paragraph in text.paragraphs}
    gone = {hash_ for hash_ in left if hash_ not in present}
    new = tuple(one for one in text.paragraphs[came] if one.hash not in edition.paragraphes)
    at = text.paragraphs[min(came.start, len(text.paragraphs) - 1)].line if text.paragraphs else 1
    return Change(at, len(gone), new, tuple(_resting_on(register, edition.code, gone)))


def _resting_on(register: Register, code: str, hashes: Set[str]) -> Iterator[str]:
    for entry in register.entries.values():
        if entry.sheet == code and hashes & set(entry.source):
            yield entry.id
