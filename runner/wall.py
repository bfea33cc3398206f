"""The real time, for what happens outside the scene: names of runs, journals. The only clock of the harness."""

from datetime import UTC, datetime


def now() -> datetime:
    """The real instant, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the time
