"""The site under test as a process of ours: started, awaited until it answers, stopped."""

import os
import subprocess
import threading
from collections import deque
from collections.abc import Mapping

import httpx

from targets.faults import EnvironmentFault
from targets.profile import Profile

POLL_S = 0.05
STOP_S = 10


class SiteProcess:
    """One instance of the target of ``[start]``. The last lines that it printed are kept for messages.

    ``environment`` is the whole one that it is started in, otherwise ours completed by the profile's.
    """

    def __init__(self, profile: Profile, environment: Mapping[str, str] | None = None) -> None:
        if profile.start is None:
            raise ValueError("the profile has no [start]")
        self._start = profile.start
        self._environment = environment or {**os.environ, **profile.start.env}
        self._folder = profile.path.parent
        self._verify = not profile.target.ignore_https_errors
        self._said: deque[str] = deque(maxlen=20)
        self._process: subprocess.Popen[str] | None = None
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def start(self) -> None:
        """Start the site; returns once its readiness address answers. Raises EnvironmentFault with what it said."""
        try:
            self._process = subprocess.Popen(
                self._start.command,
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
            )
        except OSError as cause:
            raise EnvironmentFault(
                f"Le site ne démarre pas : {cause}.", repair="[start] command dans le profil"
            ) from cause
        self._listener.start()
        self._await_ready()

    def _listen(self) -> None:
        if self._process and self._process.stdout:
            for line in self._process.stdout:
                self._said.append(line.rstrip())

    def _await_ready(self) -> None:
        patience = threading.Event()
        with httpx.Client(verify=self._verify, timeout=2, trust_env=False) as client:
            for _ in range(int(self._start.timeout_s / POLL_S)):
                if self.exit_code() is not None or _answers(client, self._start.ready):
                    break
                patience.wait(POLL_S)
            else:
                self.stop()
                raise self._fault(f"n'a pas répondu à {self._start.ready} en {self._start.timeout_s:g} s")
        if self.exit_code() is not None:
            raise self._fault(f"s'est arrêté aussitôt (code {self.exit_code()})")

    @property
    def pid(self) -> int | None:
        """Of the process that was started, also once it has stopped."""
        return self._process.pid if self._process else None

    def exit_code(self) -> int | None:
        """None while the site runs."""
        return self._process.poll() if self._process else None

    def _fault(self, what: str) -> EnvironmentFault:
        return EnvironmentFault(
            f"Le site lancé par le profil {what}.",
            seen="\n".join(self._said) or "(rien n'a été affiché)",
            repair="[start] command et ready dans le profil",
        )

    def stop(self) -> None:
        """Ask the site to stop, then make it."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(STOP_S)
        if self._process.stdout:
            self._process.stdout.close()


def _answers(client: httpx.Client, url: str) -> bool:
    try:
        return client.get(url).status_code < 500
    except httpx.HTTPError:
        return False
