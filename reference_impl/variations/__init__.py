"""Conforming variations: other ways to keep the same promises, which no scenario may accuse (``--variation NAME``).

A variation is a small function, or a row that changes texts, as a defect is. ``admits`` says what makes it right: an
admitted reading of a contradiction (C11), a decision (G65), or the contract of the harness where only markup, speed or
transport changes. The first line of the docstring, in French as the report, says what differs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module

_CHAPTERS = ("readings", "screens", "pages", "mails", "documents")
_registered: dict[str, "Variation"] = {}


@dataclass(frozen=True)
class Variation:
    """One conforming way. ``plays`` are the requirements whose scenarios it touches, ``profile`` the readings that the
    site's profile must declare ([variants])."""

    name: str
    admits: str
    plays: tuple[str, ...]
    summary: str
    install: Callable[[], None]
    profile: Mapping[str, str] = field(default_factory=dict)

    def described(self) -> dict[str, object]:
        """The entry of the catalogue."""
        told = ("name", "admits", "plays", "summary", "profile")
        return {each: getattr(self, each) for each in told}


def variation(
    name: str, *, admits: str, plays: tuple[str, ...], profile: Mapping[str, str] | None = None
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a patching function as the variation ``name``."""

    def register(install: Callable[[], None]) -> Callable[[], None]:
        summary = (install.__doc__ or "").strip().partition("\n")[0]
        add(Variation(name, admits, plays, summary, install, profile or {}))
        return install

    return register


def add(found: Variation) -> None:
    """Put ``found`` in the catalogue. Raises ValueError for a name that is taken."""
    if found.name in _registered:
        raise ValueError(f"two variations are named {found.name}")
    _registered[found.name] = found


def catalogue() -> dict[str, Variation]:
    """All variations by name."""
    for chapter in _CHAPTERS:
        import_module(f"{__name__}.{chapter}")
    return dict(sorted(_registered.items()))


def install(name: str) -> None:
    """Put the variation into this process. Raises KeyError for a name that is not in the catalogue."""
    catalogue()[name].install()
