"""Seeded defects: deliberate faults that the features must catch (``--defect NAME``).

A defect is a small function that changes the healthy code at start, or a row of ``wordings`` that changes a text. The
healthy code carries no trace of them. The first line of the docstring, in French as the report, says what is wrong.
"""

import hashlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from reference_impl.defects.texts import Wording
from reference_impl.patching import after, before, put, wrap

__all__ = ["ALL", "Defect", "after", "before", "catalogue", "defect", "install", "put", "wrap"]

ALL = "*"
"""As a neighbour: nobody gets past this fault, so whatever lies behind it may turn too."""

# The modules that hold the defects: functions in the chapters, rows in the tables.
_CHAPTERS = (
    "dates", "passwords", "addresses", "answers", "images", "journeys", "access", "mails", "documents",
    "taken", "identifiers", "registration", "drafts", "codes", "used_codes", "activation",
    "code_mails",
    "credentials", "address_requests", "address_changes", "expiry", "renewal", "options",
    "option_identifiers", "option_requests", "option_results", "promises",
)  # fmt: skip
_TABLES = ("screens", "sentences", "creation_screens", "activation_screens", "space_screens", "option_screens")
_registered: dict[str, "Defect"] = {}


@dataclass(frozen=True)
class Defect:
    """One fault: the requirement it breaks, and those that may rightly turn with it (``ALL``: any)."""

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
            "source": hashlib.sha256(self._made().encode()).hexdigest()[:16],
        }

    def _made(self) -> str:
        row = getattr(self.install, "__self__", None)
        return inspect.getsource(self.install) if row is None else repr(row)


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
    """All defects by name. Raises ValueError where two have the same one."""
    if not _registered:
        for chapter in _CHAPTERS:
            import_module(f"{__name__}.{chapter}")
        for table in _TABLES:
            for row in import_module(f"{__name__}.{table}").ROWS:
                _add(_from_row(row))
    return dict(sorted(_registered.items()))


def install(name: str) -> None:
    """Put the defect into this process. Raises KeyError for a name that is not in the catalogue."""
    catalogue()[name].install()


def _from_row(row: Wording) -> Defect:
    return Defect(row.name, row.breaks, row.neighbours, row.summary, row.install)


def _add(found: Defect) -> None:
    if found.name in _registered:
        raise ValueError(f"two defects are named {found.name}")
    _registered[found.name] = found
