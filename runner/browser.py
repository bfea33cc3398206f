"""Finds a browser that answers, or installs one.

In this order: the one of ``FOCUS_BROWSER``, Playwright's own, an installed Chromium, Chrome or Edge. Where there is
none: Playwright's download, then the system's package manager (as root or where sudo asks no password), then one line
that says which command to run. ``python -m runner.browser`` does all of it and names what it found.

Playwright drives it through a program of its own, which on a bare system may miss a library: then nothing is found, and
that library is installed first.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runner import system
from runner.system import Command

CHROME_NAMES = ("google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"  # Chromium without its windows: less than half of the work
NAMES = ("chromium", *CHROME_NAMES, "chromium-browser", "microsoft-edge", "microsoft-edge-stable")
MAC_PLACES = tuple(
    f"{folder}/{name}.app/Contents/MacOS/{name}"
    for name in ("Google Chrome", "Chromium", "Microsoft Edge")
    for folder in ("/Applications", "~/Applications")
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

PLAYWRIGHT: Command = (sys.executable, "-m", "playwright")
BREW: Command = ("brew", "install", "--cask", "google-chrome")
# Asked from another process: Playwright's synchronous API refuses to start twice in one, and pytest holds it already.
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


class BrowserMissing(Exception):
    """No browser can be used; the message is one line for the command line, with the way out."""


@dataclass(frozen=True)
class Browser:
    """A browser that answered. ``executable`` is None for Playwright's own, which it finds by itself."""

    name: str
    version: str
    executable: Path | None

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.executable or 'installed by Playwright'})"


def find(headed: bool = False, own: Path | None = None) -> Browser | None:
    """The browser to use, or None where none answers or where Playwright itself cannot start.

    ``headed`` asks for one that can show its windows; ``own`` is where a Playwright that has started keeps its own.

    Raises BrowserMissing where the one that ``FOCUS_BROWSER`` asks for does not answer: a choice is never replaced.
    """
    own = own or _own_path()
    if own is None:
        return None
    chosen = os.environ.get("FOCUS_BROWSER")
    if not chosen:
        return _own(own) or next(filter(None, map(_answering, _installed(headed))), None)
    browser = _answering(Path(shutil.which(chosen) or chosen))
    if browser is None:
        raise BrowserMissing(f"FOCUS_BROWSER={chosen} is not a browser that starts (asked for its --version)")
    return browser


def ensure() -> Browser:
    """The browser to use, installed now if need be; raises BrowserMissing where that cannot be done."""
    browser = find()
    remedies = _remedies()
    while browser is None:
        remedy = next(remedies, None)
        if remedy is None:
            raise BrowserMissing(f"none found, none could be installed. {_way_out()}")
        if system.run(remedy):
            browser = find()
    return browser


def launch_args(browser: Browser) -> dict[str, Any]:
    """What Playwright's ``launch`` needs to start this browser quietly, sandboxed wherever that works.

    Playwright itself switches off first-run screens, updates, synchronisation and background traffic.
    """
    arguments: dict[str, Any] = {"args": ["--disable-quic"], "chromium_sandbox": _sandbox_works()}
    if browser.executable:
        arguments["executable_path"] = str(browser.executable)
    return arguments


def _own_path() -> Path | None:
    """Where Playwright keeps, or would keep, its Chromium; None where Playwright does not start."""
    said = system.output(sys.executable, "-c", ASK_PLAYWRIGHT)
    return None if said is None else Path(said.strip())


def _own(executable: Path) -> Browser | None:
    """Playwright's own Chromium, where its download is complete and the libraries that it needs are there."""
    found = _answering(executable)
    return Browser(found.name, found.version, None) if found else None


def _installed(headed: bool) -> Iterator[Path]:
    """Where an installed Chromium, Chrome or Edge may be, the likeliest first."""
    names = NAMES if headed else (SHELL, *NAMES)
    yield from (Path(found) for found in map(shutil.which, names) if found)
    yield from (Path(place).expanduser() for place in MAC_PLACES)
    folders = [Path(os.environ[name]) for name in WINDOWS_FOLDERS if os.environ.get(name)]
    yield from (folder / place for place in WINDOWS_PLACES for folder in folders)


def _answering(executable: Path) -> Browser | None:
    """The browser of this file, if it answers when asked for its version."""
    if not executable.is_file():
        return None
    # On Windows --version opens a window; the version is the name of the folder beside the executable.
    said = _version_beside(executable) if executable.suffix == ".exe" else system.output(str(executable), "--version")
    match = re.search(r"^\s*(.*?)\s*(\d+(?:\.\d+)+)", said or "", re.MULTILINE)
    return Browser(match[1] or executable.stem, match[2], executable) if match else None


def _version_beside(executable: Path) -> str:
    """``chrome 131.0.6778.86`` for a Windows installation that holds a folder of that name."""
    folders = (folder.name for folder in executable.parent.iterdir() if folder.is_dir())
    return next((f"{executable.stem} {name}" for name in folders if re.fullmatch(r"\d+(\.\d+){3}", name)), "")


def _remedies() -> Iterator[Command]:
    """The commands that may give a browser, each asked for only when those before did not."""
    administrator = system.administrator()
    if administrator is not None:
        yield from ((*administrator, *command) for command in _driver())
    yield (*PLAYWRIGHT, "install", "chromium")
    if shutil.which("brew"):
        yield BREW
    if administrator is not None:
        yield from ((*administrator, *command) for command in (*_libraries(), *_shell(), *_packages()))


def _driver() -> tuple[Command, ...]:
    """What lets Playwright itself start: the Node.js that it brings needs a library that a bare Linux does not have."""
    manager = system.package_manager()
    return manager.commands(manager.atomic) if manager and _own_path() is None else ()


def _libraries() -> tuple[Command, ...]:
    """What completes a browser that Playwright downloaded and that misses libraries of the system."""
    own = _own_path()
    repairable = shutil.which("apt-get") and own and own.is_file()
    return ((*PLAYWRIGHT, "install-deps", "chromium"),) if repairable else ()


def _shell() -> tuple[Command, ...]:
    """What installs Chromium without its windows, where the system has a package for it."""
    manager = system.package_manager()
    return manager.commands(SHELL) if manager and manager.has_shell else ()


def _packages() -> tuple[Command, ...]:
    """What installs a browser with this system's package manager."""
    manager = system.package_manager()
    return manager.commands("chromium") if manager else ()


def _way_out() -> str:
    """What to do by hand on this system."""
    sudo = () if system.is_root() else ("sudo",)
    commands = [(*sudo, *command) for command in _driver() or _libraries() or _packages()]
    run = " && ".join(map(shlex.join, commands or [(*PLAYWRIGHT, "install", "chromium")]))
    return f"Run: {run} -- or install Chrome or Edge, or name one: FOCUS_BROWSER=/path/to/chrome"


def _sandbox_works() -> bool:
    """Whether Chromium can shut itself in: on Linux neither for root nor where user namespaces are forbidden."""
    if sys.platform != "linux":
        return True
    return not system.is_root() and system.output("unshare", "--user", "--map-root-user", "true") is not None


def main() -> None:
    """Names the browser that runs will use, after installing one if need be."""
    try:
        system.say(f"Browser: {ensure()}")
    except BrowserMissing as missing:
        raise SystemExit(f"browser: {missing}") from None


if __name__ == "__main__":
    main()
