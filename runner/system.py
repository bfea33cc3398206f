"""What the set-up of the browser asks of the operating system: commands that end, an administrator, packages."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass

ANSWER_S = 60.0  # a cold start of a big binary, from a slow disk, on a machine at its limit
INSTALL_S = 900.0  # 300 MB over a slow line
# Playwright tries five times, half a minute each, where a network swallows the connection: a third of that is enough.
UNATTENDED = {"DEBIAN_FRONTEND": "noninteractive", "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}

Command = tuple[str, ...]


@dataclass(frozen=True)
class PackageManager:
    """How a system installs packages, its name for GCC's atomic library, whether it packs Chromium's shell apart."""

    refresh: tuple[Command, ...]
    install: Command
    atomic: str
    has_shell: bool = False

    def commands(self, package: str) -> tuple[Command, ...]:
        """What installs this package, as an administrator."""
        return (*self.refresh, (*self.install, package))


MANAGERS = {
    "apt-get": PackageManager(
        (("apt-get", "update"),), ("apt-get", "install", "-y", "--no-install-recommends"), "libatomic1", has_shell=True
    ),
    "dnf": PackageManager((), ("dnf", "install", "-y"), "libatomic"),
    "zypper": PackageManager((), ("zypper", "--non-interactive", "install"), "libatomic1"),
    "pacman": PackageManager((), ("pacman", "-S", "--noconfirm", "--needed"), "gcc-libs"),
}


def package_manager() -> PackageManager | None:
    """The package manager of this system, if it has one that is known here and needs an administrator."""
    return next((manager for name, manager in MANAGERS.items() if shutil.which(name)), None)


def is_root() -> bool:
    """Whether this process may do anything; never on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def administrator() -> Command | None:
    """What to write before a command that needs root; None where that would need a password."""
    if is_root():
        return ()
    return ("sudo", "-n") if output("sudo", "-n", "true") is not None else None


def output(*command: str) -> str | None:
    """What the command prints; None where it does not exist, fails or takes too long."""
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=ANSWER_S
        )
        return done.stdout if done.returncode == 0 else None
    return None


def run(command: Command) -> bool:
    """Runs an installation, its output shown and no question possible; ends it with all it started when too long."""
    say(f"Browser: installing: {shlex.join(command)}")
    environment = {**UNATTENDED, **os.environ}
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, env=environment)
    try:
        return process.wait(INSTALL_S) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            _end(process)


def say(line: str) -> None:
    """Tells the person what is being done, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends an installation with the processes that it started, where the system has groups of them."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGTERM)
    else:
        process.terminate()
    process.wait()
