"""Variations of texts: one row each, applied to the templates or to the mails as they are read."""

from collections.abc import Callable
from dataclasses import dataclass

from reference_impl.mail import messages
from reference_impl.patching import TextNotFound, change_template
from reference_impl.variations import Variation


def replacing(*pairs: tuple[str, str]) -> Callable[[str], str]:
    """What replaces, in a text, each first of a pair by its second; raises TextNotFound where one is not there."""

    def change(text: str) -> str:
        for find, replace in pairs:
            if find not in text:
                raise TextNotFound(f"« {find} » is not there")
            text = text.replace(find, replace)
        return text

    return change


@dataclass(frozen=True)
class Rewording:
    """In the template ``place``, each ``find`` becomes ``replace``; ``summary`` says in French what differs."""

    name: str
    admits: str
    plays: tuple[str, ...]
    summary: str
    place: str
    find: str
    replace: str

    def install(self) -> None:
        """Have the template read so from now on. Raises TextNotFound where it does not fit."""
        change_template(self.place, replacing((self.find, self.replace)))

    def variation(self) -> Variation:
        """This row, as an entry of the catalogue."""
        return Variation(self.name, self.admits, self.plays, self.summary, self.install)


def reword_mail(name: str, *pairs: tuple[str, str]) -> None:
    """Have the mail ``name`` of ``messages`` say the second of each pair in the place of the first."""
    change = replacing(*pairs)
    blocks = getattr(messages, name)
    mark = "\u0000"
    changed = change(mark.join("\u0001".join(block) if isinstance(block, tuple) else block for block in blocks))
    parts = [tuple(part.split("\u0001")) if "\u0001" in part else part for part in changed.split(mark)]
    setattr(messages, name, tuple(parts))
