"""The one module of the site that reads the time.

Everything else receives ``now`` as an argument, so that one frozen instant governs the whole site.
"""

from datetime import UTC, datetime

from reference_impl.domain import paris

PARIS = paris.PARIS


def now() -> datetime:
    """The present instant, aware, in UTC (frozen when the test door has set the clock)."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the time
