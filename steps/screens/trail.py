"""What a window has shown, page after page, kept to find afterwards where something was shown too early (C38)."""

from dataclasses import dataclass

from steps.screens.procedure import Player, Procedure, ProcedureScreen
from steps.screens.window import Window


@dataclass(frozen=True)
class Sight:
    """One screen as it came: what a person reads of it, and its whole source, hidden fields included."""

    name: str
    text: str
    source: str

    def holds(self, value: str) -> bool:
        """Whether ``value`` is anywhere on the page."""
        return value in self.text or value in self.source


class Trail:
    """The screens met in one window from now on, in order, and the addresses that it asked for."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.sights: list[Sight] = []
        self.addresses: list[str] = []
        window.page.on("request", lambda request: self.addresses.append(request.url))

    def follow(self, player: Player, procedure: Procedure, first: ProcedureScreen) -> None:
        """Play ``procedure``, whose ``first`` screen is shown, to its end."""
        reached = self._kept(first)
        for screen in procedure.screens[1:]:
            reached.advance(player)
            reached = self._kept(screen(self.window).await_shown())

    def _kept(self, screen: ProcedureScreen) -> ProcedureScreen:
        self.sights.append(Sight(screen.name, self.window.text(), self.window.source()))
        return screen
