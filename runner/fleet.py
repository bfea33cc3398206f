"""Plays a list of sites in a few sessions at once, each session going from one to the next."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Timer

from runner import playlist
from runner.playlist import PLAYED, Entry

# Hypothesis has nothing to say of features, and takes as long as a scenario to say it. Nothing is captured: the session
# says on its standard output what it has played.
PYTEST = (
    sys.executable,
    "-m",
    "pytest",
    "features",
    "-p",
    "no:hypothesispytest",
    "-n",
    "0",
    "-s",
    "-q",
    "--evidence",
    "none",
)
LOG_LINES = 15
PATIENCE_S = 1800  # for one site
GRACE_S = 30  # to stop its site and its browser


def play(entries: Sequence[Entry], out: Path, patience_s: float = PATIENCE_S) -> Iterator[str]:
    """The name of each entry as soon as it is over; what it left is under its folder. Logs are kept in ``out``.

    A site that takes longer than ``patience_s`` is given up.
    """
    out.mkdir(parents=True, exist_ok=True)
    for log in out.glob("*.log"):
        log.unlink()
    said, count = SimpleQueue[str](), sessions()
    with ThreadPoolExecutor(count) as pool:
        shares = [
            pool.submit(_play_all, entries[rank::count], out / f"{rank}", patience_s, said) for rank in range(count)
        ]
        yield from (said.get() for _ in entries)
        for share in shares:
            share.result()


def sessions() -> int:
    """One more than there are cores: for a fifth of its time, a session waits for what a wrong site never shows."""
    return (os.cpu_count() or 1) + 1


def last_words(out: Path) -> str:
    """The end of what the sessions have printed: why something could not be played."""
    lines = [line for log in sorted(out.glob("*.log")) for line in log.read_text("utf-8").splitlines() if line.strip()]
    return "\n".join(lines[-LOG_LINES:])


def _play_all(entries: Sequence[Entry], place: Path, patience_s: float, said: "SimpleQueue[str]") -> None:
    """Session after session, until every entry is over: one that ends early has played one at least, or gives it up."""
    left = list(entries)
    while left:
        over = set()
        for name in _session(left, place, patience_s):
            over.add(name)
            said.put(name)
        if not over:
            over = {left[0].name}
            said.put(left[0].name)
        left = [entry for entry in left if entry.name not in over]


def _session(entries: Sequence[Entry], place: Path, patience_s: float) -> Iterator[str]:
    """The names that one session says that it has played."""
    playlist.write(place.with_suffix(".json"), entries)
    command = [*PYTEST, "--playlist", str(place.with_suffix(".json"))]
    with (
        place.with_suffix(".log").open("a", encoding="utf-8") as log,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=_environment()
        ) as run,
    ):
        watch = _watched(run, patience_s)
        for line in run.stdout or ():
            log.write(line)
            if line.startswith(PLAYED):
                watch.cancel()
                watch = _watched(run, patience_s)
                yield line.removeprefix(PLAYED).strip()
        watch.cancel()


def _watched(run: "subprocess.Popen[str]", patience_s: float) -> Timer:
    """Stop ``run`` when the next site takes too long."""
    watch = Timer(patience_s, _interrupt, [run])
    watch.daemon = True
    watch.start()
    return watch


def _interrupt(run: "subprocess.Popen[str]") -> None:
    """Stop ``run`` as Ctrl-C does, so that it stops its site and its browser.

    One that is deaf to it, as the jobs that a script leaves in the background are, is killed.
    """
    run.send_signal(signal.SIGINT)
    try:
        run.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        run.kill()


def _environment() -> dict[str, str]:
    """Every session starts the same modules: kept compiled, they cost a quarter of the time."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
