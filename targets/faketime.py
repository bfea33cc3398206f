"""libfaketime: what makes an unmodified program, of any language, read its time in a file.

The file holds seconds since 1970 (``FAKETIME_FMT``), so that neither the time zone of the site nor the hour that comes
twice in October leaves a doubt; the clock stands still there. Timers go on: monotonic time is not touched.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from targets.faults import LeverFault
from targets.sections import ClockByFaketime

NAME = "libfaketimeMT.so.1"
PLACES = (
    "/usr/lib/*/faketime",  # Debian, Ubuntu
    "/usr/lib64/faketime",  # Fedora, RHEL
    "/usr/lib/faketime",  # Arch, Alpine
    "/usr/local/lib/faketime",
)
INSTALL = (
    "installer libfaketime (Debian et Ubuntu : apt-get install libfaketime ; Fedora : dnf install libfaketime), ou "
    "donner son chemin : [clock] library"
)
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - where libfaketime itself writes
REAL_TIME = "+0\n"


def environment(clock: ClockByFaketime, file: Path, inherited: Mapping[str, str]) -> dict[str, str]:
    """The environment that a site must be started in; ``file`` is made, and says the real time until it is moved.

    ``inherited`` is what the site would have been started with. Raises LeverFault where there is no library.
    """
    file.write_text(REAL_TIME, "ascii")
    others = [inherited["LD_PRELOAD"]] if inherited.get("LD_PRELOAD") else []
    # FAKETIME itself, should it be inherited, would win over the file.
    kept = {name: value for name, value in inherited.items() if not name.startswith("FAKETIME")}
    return kept | {
        "LD_PRELOAD": ":".join([str(library(clock.library)), *others]),
        "FAKETIME_TIMESTAMP_FILE": str(file),
        "FAKETIME_FMT": "%s",
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "NO_FAKE_STAT": "1",  # files keep their real dates: caches and databases compare them
    }


def library(named: str | None) -> Path:
    """Where libfaketime is; LeverFault with what to install otherwise."""
    if sys.platform != "linux":
        raise _missing(
            f"libfaketime n'est employé que sous Linux, et non {sys.platform}.", 'déclarer [clock] kind = "none"'
        )
    found = Path(named) if named else find()
    if found is None or not found.is_file():
        raise _missing(f"La bibliothèque libfaketime n'est pas là ({named or NAME}).", INSTALL)
    return found


def find() -> Path | None:
    """The library where systems install it, or None."""
    folders = (folder for place in PLACES for folder in sorted(Path("/").glob(place[1:])))
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def forget(pid: int) -> None:
    """Remove what a stopped process has left: libfaketime refuses to start another one with the same number."""
    for left in ("faketime_shm_", "sem.faketime_sem_"):
        (SHARED_MEMORY / f"{left}{pid}").unlink(missing_ok=True)


def _missing(message: str, repair: str) -> LeverFault:
    return LeverFault(message, repair=repair)
