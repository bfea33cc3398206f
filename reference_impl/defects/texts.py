"""Defects that change what a screen or a mail says: one row each, applied to the text as it is read."""

from dataclasses import dataclass

from reference_impl.mail import messages
from reference_impl.patching import TextNotFound, change_template, template


@dataclass(frozen=True)
class Wording:
    """``summary`` says in French what is wrong: in the text at ``place``, each ``find`` becomes ``replace``."""

    name: str
    breaks: str
    summary: str
    place: str
    find: str
    replace: str = ""
    neighbours: tuple[str, ...] = ()

    def source(self) -> str:
        """The healthy text."""
        raise NotImplementedError

    def install(self) -> None:
        """Have the text read through this row from now on. Raises TextNotFound where it does not fit."""
        raise NotImplementedError

    def applied_to(self, text: str) -> str:
        """The faulty text."""
        if self.find not in text:
            raise TextNotFound(f"{self.name}: « {self.find} » is not in {self.place}")
        return text.replace(self.find, self.replace)


class ScreenWording(Wording):
    """``place`` is a template."""

    def source(self) -> str:
        """The template."""
        return template(self.place)

    def install(self) -> None:
        """Change the source of the template while it is read."""
        change_template(self.place, self.applied_to)


class MailWording(Wording):
    """``place`` is the name of the paragraphs and numbered lists of a mail in ``messages``."""

    def source(self) -> str:
        """The paragraphs and the items of the lists, one a line."""
        blocks = getattr(messages, self.place)
        return "\n".join(line for block in blocks for line in ([block] if isinstance(block, str) else block))

    def install(self) -> None:
        """Change the paragraphs and the items; what becomes empty is left out."""
        self.applied_to(self.source())
        setattr(messages, self.place, tuple(filter(None, map(self._changed, getattr(messages, self.place)))))

    def _changed(self, block: messages.Block) -> messages.Block:
        if isinstance(block, str):
            return block.replace(self.find, self.replace)
        return tuple(filter(None, (item.replace(self.find, self.replace) for item in block)))
