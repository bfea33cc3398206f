"""Pages made of headings, with links under each: « Gérer les services », the home of the space (EP5 §2)."""

from typing import ClassVar

from steps.screens.screen import Screen
from targets.names import named


class HeadedScreen(Screen):
    """A screen whose ``headings`` tell apart what stands under one and under the next."""

    headings: ClassVar[tuple[str, ...]]

    def under(self, heading: str) -> str:
        """What the page shows between ``heading`` and the next one; nothing when it does not have it."""
        after = self._lines_after(heading)
        ends = [place for place, line in enumerate(after) if any(named([each]).matches(line) for each in self.headings)]
        return "\n".join(after[: min(ends, default=len(after))])

    def _lines_after(self, heading: str) -> list[str]:
        # The last one: a banner or a menu may well say « Services en ligne » or « Consulter » too.
        lines = self.window.text().splitlines()
        places = [place for place, line in enumerate(lines) if named([heading]).matches(line)]
        return lines[places[-1] + 1 :] if places else []
