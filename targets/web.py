"""Asking a program over HTTP for what it should answer with: bounded, and blamed on whom it should be."""

import json
import threading
import time
from typing import Any

import httpx

from targets.faults import EnvironmentFault, LeverFault

TIMEOUT_S = 10
SHOWN = 200


class Pace:
    """At most ``rate`` turns a second, whoever asks for one; any number of them without a rate."""

    def __init__(self, rate: float | None) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._next = 0.0
        self._lock = threading.Lock()

    def turn(self, *_: object) -> None:
        """Returns when it is one's turn."""
        if not self._gap:
            return
        with self._lock:
            start = max(self._next, time.monotonic())
            self._next = start + self._gap
        threading.Event().wait(start - time.monotonic())


class Web:
    """One HTTP service. ``name`` and ``key`` are what messages call it, and where the profile says its address."""

    def __init__(
        self, name: str, key: str, url: str, *, auth: tuple[str, str] | None = None, verify: bool = True
    ) -> None:
        self._name, self._key, self._url = name, key, url
        # No proxy of the environment: the vendor names the address as it is reached from here.
        self._client = httpx.Client(auth=auth, timeout=TIMEOUT_S, verify=verify, trust_env=False)

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()

    def json(self, path: str, most: int, /, **params: str | int) -> Any:
        """What the service answers, as JSON of ``most`` bytes at most."""
        body = self.get(path, most + 1, **params)
        try:
            return json.loads(body) if len(body) <= most else self.nonsense(f"plus de {most} octets")
        except (ValueError, RecursionError):
            return self.nonsense(body.decode("utf-8", "replace"))

    def get(self, path: str, most: int, /, **params: str | int) -> bytes:
        """The first ``most`` bytes of what the service answers with 200."""
        try:
            with self._client.stream("GET", self._url + path, params=params) as response:
                body = _beginning(response, most)
        except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
            self.nonsense(str(error), error)
        except httpx.HTTPError as error:
            raise EnvironmentFault(
                f"{self._name} ne répond pas à {self._url} ({type(error).__name__}).",
                repair=f"vérifier qu'il tourne, et {self._key}",
            ) from error
        if response.status_code != 200:
            self.nonsense(f"{response.status_code} {body[:SHOWN].decode('utf-8', 'replace')}")
        return body

    def nonsense(self, seen: str, cause: Exception | None = None) -> Any:
        """LeverFault: what answers at the address is not the service that the profile names."""
        raise LeverFault(
            f"Ce qui répond à {self._url} ne répond pas comme {self._name}.",
            expected=f"les réponses documentées de {self._name}",
            seen=seen[:SHOWN],
            repair=f"vérifier {self._key}, et user et password si un mot de passe est demandé",
        ) from cause


def _beginning(response: httpx.Response, limit: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes(64 * 1024):
        body += chunk
        if len(body) >= limit:
            break
    return bytes(body[:limit])
