"""Seeded defects: deliberate faults, one at a time, that the features must catch (``--defect NAME``).

A defect is a small function that patches the healthy code at start, or a row of ``texts`` that changes a template.
The healthy code carries no trace of them. The first line of the docstring is the summary.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from reference_impl.defects.texts import TextDefect, text_defects


@dataclass(frozen=True)
class Defect:
    """One fault: the requirement it breaks, and those that may turn with it."""

    name: str
    breaks: str
    neighbours: tuple[str, ...]
    summary: str
    install: Callable[[], None]

    def described(self) -> dict[str, object]:
        """The entry of the catalogue."""
        return {
            "name": self.name,
            "breaks": self.breaks,
            "neighbours": list(self.neighbours),
            "summary": self.summary,
        }


# The modules that hold the defects written as functions.
_CHAPTERS = ("rules", "procedure")
_registered: dict[str, Defect] = {}


def defect(
    name: str, *, breaks: str, neighbours: tuple[str, ...] = ()
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a patching function as the defect ``name``."""

    def register(install: Callable[[], None]) -> Callable[[], None]:
        summary = (install.__doc__ or "").strip().partition("\n")[0]
        _add(Defect(name, breaks, neighbours, summary, install))
        return install

    return register


def catalogue() -> dict[str, Defect]:
    """All defects by name."""
    for chapter in _CHAPTERS:
        import_module(f"{__name__}.{chapter}")
    for row in text_defects():
        if row.name not in _registered:
            _add(_from_text(row))
    return dict(sorted(_registered.items()))


def install(name: str) -> None:
    """Put the defect into this process. Raises KeyError for a name that is not in the catalogue."""
    catalogue()[name].install()


def _from_text(row: TextDefect) -> Defect:
    summary = f"{row.template} : « {row.find} » devient « {row.replace} »"
    return Defect(row.name, row.breaks, row.neighbours, summary, row.install)


def _add(found: Defect) -> None:
    if found.name in _registered:
        raise ValueError(f"two defects are named {found.name}")
    _registered[found.name] = found
