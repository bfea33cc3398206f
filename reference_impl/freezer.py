"""Stops the clock of this process at an instant (freezegun), and lets it go again. Used by the test door only.

What keeps the process alive lives in real time: threads, the web server's loop, the database's patience.
"""

from datetime import datetime
from threading import Lock
from typing import Any

from freezegun import freeze_time

# Modules, by prefix, that go on reading real time. The site's own code reads ``clock.now`` alone.
ALIVE = ["waitress", "sqlalchemy", "threading", "queue", "logging", "smtplib", "socket", "selectors"]


class Freezer:
    """One frozen clock for the process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._freeze: Any = None
        self._factory: Any = None

    def set(self, instant: datetime) -> None:
        """Stop the clock at ``instant`` (aware), before or after where it stood."""
        with self._lock:
            if self._freeze is None:
                self._freeze = freeze_time(instant, real_asyncio=True, ignore=ALIVE)
                self._factory = self._freeze.start()
            else:
                self._factory.move_to(instant)

    def release(self) -> None:
        """Back to real time."""
        with self._lock:
            if self._freeze is not None:
                self._freeze.stop()
                self._freeze = self._factory = None
