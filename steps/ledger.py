"""Counts of mails that a scenario has closed: what comes later is charged to it by its recipient."""

from dataclasses import dataclass, field


@dataclass
class Ledger:
    """``closed``: recipient -> number of mails that the scenario found to be all there is."""

    closed: dict[str, int] = field(default_factory=dict)

    def close(self, recipient: str, count: int) -> None:
        """No mail beyond ``count`` may ever reach ``recipient`` in this run."""
        self.closed[recipient] = count
