"""The time of the target, by kind of ``[clock]``: frozen at an instant, and seen there before anything is played."""

import subprocess
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NoReturn, Protocol

import httpx

from targets.door import Door
from targets.faults import CapabilityMissing, EnvironmentFault, LeverFault
from targets.sections import Target
from targets.web import Pace

LOOK_S = 0.05
SETTLE_S = 3.0  # seconds: web servers keep the text of their Date header for one
TIMEOUT_S = 10
GRACE = timedelta(minutes=10)
"""How long ago a run may have begun when its first scenario is set at the instant of that beginning."""


class Clock(Protocol):
    """The time of the target."""

    def now(self) -> datetime:
        """The site's present instant, aware."""

    def set(self, instant: datetime) -> None:
        """Freezes the site at an aware instant, checked with the site."""


class _MovedClock:
    """What all clocks that move have in common. ``past``: also before the real date."""

    tolerance = timedelta(seconds=1)  # a site may keep its clock to the second
    repair = ""

    def __init__(self, *, past: bool) -> None:
        self._past = past
        self._present: datetime | None = None

    def now(self) -> datetime:
        """See ``Clock``."""
        raise NotImplementedError

    def set(self, instant: datetime) -> None:
        """See ``Clock``. CapabilityMissing("clock.past") before the real date where ``past`` is false."""
        if instant.tzinfo is None:
            raise ValueError("an aware instant is needed")
        self._refuse_past(instant)
        self._move(instant)
        self._require(instant, self._arrived(instant))

    def _move(self, instant: datetime) -> None:
        raise NotImplementedError

    def _arrived(self, instant: datetime) -> datetime:
        """Where the site stands once it had the time to get to ``instant``."""
        return self.now()

    def _refuse_past(self, instant: datetime) -> None:
        """The real date is what the site said before its clock was first moved."""
        if self._past:
            return
        self._present = self._present or self.now()
        if instant < self._present - GRACE:
            raise CapabilityMissing("clock.past", f"Le profil n'autorise pas l'horloge du site à reculer ({instant}).")

    def _require(self, instant: datetime, seen: datetime) -> None:
        if not self._same(seen, instant):
            raise LeverFault(
                "L'horloge du site n'est pas à l'instant demandé.",
                expected=instant.isoformat(),
                seen=seen.isoformat(),
                repair=self.repair,
            )

    def _same(self, seen: datetime, instant: datetime) -> bool:
        return abs(seen - instant) < self.tolerance


class DoorClock(_MovedClock):
    """``[clock] kind = "door"``."""

    repair = 'vérifier PUT clock de la porte, ou déclarer [clock] kind = "none"'

    def __init__(self, door: Door, *, past: bool) -> None:
        super().__init__(past=past)
        self._door = door

    def now(self) -> datetime:
        """See ``Clock``."""
        return self._door.clock()

    def _move(self, instant: datetime) -> None:
        self._require(instant, self._door.set_clock(instant))


class SiteDate:
    """The instant that the site's home page was sent at, as its ``Date`` header says it, to the second."""

    def __init__(self, target: Target, pace: Pace) -> None:
        self._url = target.base_url
        self._client = httpx.Client(
            verify=not target.ignore_https_errors,
            timeout=TIMEOUT_S,
            trust_env=False,
            headers={name: value.get_secret_value() for name, value in target.headers.items()},
            event_hooks={"request": [pace.turn]},
        )

    def read(self) -> datetime:
        """EnvironmentFault when the site does not answer, LeverFault when it does not say its date."""
        try:
            with self._client.stream("GET", self._url) as response:
                told = response.headers.get("date", "")
        except httpx.HTTPError as error:
            raise EnvironmentFault(
                f"Le site ne répond pas à {self._url} ({type(error).__name__}).", repair="vérifier que le site tourne"
            ) from error
        return _of_header(told)

    def reaches(self, instant: datetime, tolerance: timedelta) -> datetime:
        """The date of the site, as soon as it is ``instant`` or when it had the time to be."""
        end, pause = time.monotonic() + SETTLE_S, threading.Event()
        while abs((seen := self.read()) - instant) >= tolerance and time.monotonic() < end:
            pause.wait(LOOK_S)
        return seen

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()


class FaketimeClock(_MovedClock):
    """``[clock] kind = "faketime"``: the site reads its time in ``file``, frozen (``targets/faketime.py``)."""

    repair = (
        "lancer le site sans programme lié statiquement ni mandataire qui date les pages à sa place (libfaketime ne "
        'change que l\'heure des programmes de [start]), ou déclarer [clock] kind = "none"'
    )

    def __init__(self, file: Path, date: SiteDate, *, past: bool) -> None:
        super().__init__(past=past)
        self._file = file
        self._date = date

    def now(self) -> datetime:
        """See ``Clock``."""
        return self._date.read()

    def _move(self, instant: datetime) -> None:
        """A site never reads half an instant: the file is replaced at once."""
        beside = self._file.with_suffix(".new")
        beside.write_text(f"{int(instant.timestamp())}\n", "ascii")
        beside.replace(self._file)

    def _arrived(self, instant: datetime) -> datetime:
        return self._date.reaches(instant, self.tolerance)


class CommandClock(_MovedClock):
    """``[clock] kind = "command"``, run in the folder of the profile; its clock may go on for a second or so."""

    tolerance = timedelta(seconds=2)
    repair = "vérifier [clock] set : la commande doit laisser le site arrêté à cet instant"

    def __init__(
        self, argv: Sequence[str], asked: Sequence[str] | None, date: SiteDate, folder: Path, timeout_s: float,
        *, past: bool,
    ) -> None:  # fmt: skip
        super().__init__(past=past)
        self._argv, self._asked = argv, asked
        self._date, self._folder, self._timeout_s = date, folder, timeout_s

    def now(self) -> datetime:
        """See ``Clock``."""
        return _of_iso(self._run("now", self._asked)) if self._asked else self._date.read()

    def _move(self, instant: datetime) -> None:
        told = instant.astimezone(UTC).isoformat()
        self._run("set", [word.replace("{instant}", told) for word in self._argv])

    def _arrived(self, instant: datetime) -> datetime:
        return self.now() if self._asked else self._date.reaches(instant, self.tolerance)

    def _run(self, key: str, argv: Sequence[str]) -> str:
        try:
            done = subprocess.run(
                argv, cwd=self._folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=self._timeout_s,
                check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            _failed(key, f"toujours en cours après {self._timeout_s:g} s")
        except (OSError, ValueError) as error:
            _failed(key, str(error))
        if done.returncode != 0:
            _failed(key, f"code {done.returncode} {done.stderr[-200:].decode('utf-8', 'replace')}".strip())
        return done.stdout[:200].decode("utf-8", "replace").strip()


class NoClock:
    """``[clock] kind = "none"``."""

    def now(self) -> datetime:
        """Raises CapabilityMissing("clock")."""
        raise CapabilityMissing("clock", "Le profil ne dit pas comment lire l'horloge du site.")

    def set(self, instant: datetime) -> None:
        """Raises CapabilityMissing("clock")."""
        raise CapabilityMissing("clock", f"Le profil ne dit pas comment placer le site au {instant}.")


def _of_header(told: str) -> datetime:
    try:
        return parsedate_to_datetime(told).replace(tzinfo=UTC)  # always GMT (RFC 9110, 5.6.7)
    except ValueError:
        raise LeverFault(
            "La page d'accueil du site ne dit pas sa date.",
            expected="un en-tête Date",
            seen=told[:200] or "aucun en-tête Date",
            repair='faire dater ses réponses au site, ou lire l\'heure par [clock] kind = "command" et now',
        ) from None


def _of_iso(told: str) -> datetime:
    try:
        instant = datetime.fromisoformat(told)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        _failed("now", told or "rien", expected="un instant ISO 8601 avec son décalage")
    return instant


def _failed(key: str, seen: str, expected: str = "code 0") -> NoReturn:
    raise LeverFault(
        f"La commande [clock] {key} du profil n'a pas fait ce qui est attendu.",
        expected=expected,
        seen=seen,
        repair=f"essayer la commande à la main, et corriger [clock] {key}",
    )
