"""Where the sheets disagree: the reading that a site follows is observed, and held to what its profile declares."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from targets.faults import Unmet


@dataclass(frozen=True)
class Variants:
    """``readings``: variant -> admitted readings; ``declared``: the target's own; ``note`` keeps what is seen."""

    readings: Mapping[str, Mapping[str, str]]
    declared: Mapping[str, str]
    note: Callable[[str, str], None]

    def follow(self, variant: str, seen: str, how: str) -> None:
        """Require the reading ``seen`` to be the one declared for ``variant``; undeclared, it is only recorded.

        ``how`` says what the site did, for a reader of the report.
        """
        self.note(variant, seen)
        declared = self.declared.get(variant, seen)
        if seen != declared:
            meanings = self.readings[variant]
            raise Unmet(
                f"Le site ne suit pas la lecture qu'il déclare de la contradiction {variant}.",
                expected=f"{declared} : {meanings[declared]}",
                seen=f"{how} ({seen})",
                repair=f'[variants] "{variant}" = "{seen}" si c\'est bien la lecture voulue',
            )
