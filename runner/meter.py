"""Where the time of a worker goes: every moment belongs to one activity, and costs two readings of a clock at most.

Playwright's synchronous calls leave our own greenlet while they wait for the browser: what is not spent in ours is the
browser's. No screen has to be timed one by one.
"""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

import greenlet

from reports.facts import Activity, TimeSpent
from targets.letter import Letter
from targets.mail import Mailbox


class Meter:
    """Counts from its making. ``now`` gives seconds of real time."""

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self._since = now()
        self._spent: dict[Activity, float] = {}
        self._lever: Activity | None = None
        self._arranging = False
        self._away = False

    @property
    def activity(self) -> Activity:
        """What goes on now. A lever wins over all, and what a situation needs in order to be arranged over the rest."""
        if self._lever:
            return self._lever
        if self._arranging:
            return "arranging"
        return "browser" if self._away else "harness"

    @contextmanager
    def pulling(self, lever: Activity) -> Generator[None]:
        """The time of a lever, whoever pulls it."""
        self._count()
        before, self._lever = self._lever, lever
        try:
            yield
        finally:
            self._count()
            self._lever = before

    def arrange(self, arranging: bool) -> None:
        """Whether a situation is being arranged, that is whether an *Étant donné* is played."""
        self._count()
        self._arranging = arranging

    def watch_browser(self) -> None:
        """From now on, the time that this thread spends in other greenlets than the present one is the browser's."""
        ours = greenlet.getcurrent()

        def switched(_event: str, ends: tuple[greenlet.greenlet, greenlet.greenlet]) -> None:
            self._count()
            self._away = ends[1] is not ours

        greenlet.settrace(switched)

    def stop(self) -> TimeSpent:
        """All that was counted; greenlets are watched no longer."""
        greenlet.settrace(None)
        self._count()
        return TimeSpent(seconds=self._spent)

    def _count(self) -> None:
        now = self._now()
        self._spent[self.activity] = self._spent.get(self.activity, 0.0) + now - self._since
        self._since = now


class MeteredMailbox:
    """A mailbox whose time is counted."""

    def __init__(self, mailbox: Mailbox, meter: Meter) -> None:
        self._mailbox = mailbox
        self._meter = meter

    def letters(self, recipient: str) -> list[Letter]:
        """See ``Mailbox``."""
        with self._meter.pulling("mail"):
            return self._mailbox.letters(recipient)

    def wait_for(self, recipient: str, count: int) -> list[Letter]:
        """See ``Mailbox``."""
        with self._meter.pulling("mail"):
            return self._mailbox.wait_for(recipient, count)

    def address(self, person: str) -> str:
        """See ``Mailbox``."""
        return self._mailbox.address(person)

    def forget(self, recipient: str) -> None:
        """See ``Mailbox``."""
        with self._meter.pulling("mail"):
            self._mailbox.forget(recipient)

    def check(self) -> None:
        """See ``Mailbox``."""
        self._mailbox.check()

    def close(self) -> None:
        """See ``Mailbox``."""
        self._mailbox.close()
