"""Client of the test door (``targets/door.openapi.yaml``): clock, spaces, captchas, forgetting all.

A door that is not reached is the environment's fault; one that answers otherwise than described is the profile's.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, NoReturn, Self

import httpx

from targets.faults import EnvironmentFault, LeverFault
from targets.web import Pace

TIMEOUT_S = 10
MAX_BODY = 64 * 1024  # bytes: nothing that a door says is longer

_REPAIRS = {
    401: "vérifier [door] token : la porte ne reconnaît pas ce jeton",
    403: "vérifier que la porte accepte les appels de cette machine",
    404: "vérifier [door] url, et que le site est démarré avec sa porte d'essai ouverte",
    409: "l'adresse est déjà prise : vider le site, ou changer [mail] recipient",
}
_DESCRIBED = "comparer la porte avec targets/door.openapi.yaml"


class Door:
    """The test door of a running target. Close it, or use it as a context manager."""

    def __init__(
        self, url: str, token: str, *, timeout_s: float = TIMEOUT_S, verify: bool = True, pace: Pace | None = None
    ) -> None:
        """``url`` is the profile's ``door.url``, without trailing slash; ``verify`` checks TLS certificates."""
        self._url = url
        self._token = token
        # No proxy of the environment: the door is on this machine, or named by the vendor as it is reached.
        self._client = httpx.Client(
            headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"},
            timeout=timeout_s,
            verify=verify,
            trust_env=False,
            event_hooks={"request": [(pace or Pace(None)).turn]},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()

    def clock(self) -> datetime:
        """The site's present instant, aware."""
        return self._instant(self._ask("GET", "/clock", 200))

    def set_clock(self, instant: datetime) -> datetime:
        """Freezes the site at an aware instant; returns the one that the site says it stands at."""
        return self._instant(self._ask("PUT", "/clock", 200, json={"now": instant.isoformat()}))

    def create_space(self, payload: Mapping[str, Any]) -> str:
        """Creates a space (``SpaceSeed.payload``); returns its subscriber number, 14 digits."""
        number = self._text(self._ask("POST", "/spaces", 201, json=payload), "subscriber_number")
        if not re.fullmatch(r"\d{14}", number):
            self._misdescribed("le numéro d'abonné", expected="14 chiffres", seen=number)
        return number

    def captcha(self, image: str) -> str:
        """The answer of the image at this path and query of the site."""
        return self._text(self._ask("GET", "/captcha", 200, params={"image": image}), "answer")

    def reset(self) -> None:
        """The site forgets everything and takes the real time again."""
        self._send("POST", "/reset", 204)

    def _ask(self, method: str, path: str, expected: int, **request: Any) -> dict[str, Any]:
        body = self._send(method, path, expected, **request)
        try:
            answer = json.loads(body)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            self._misdescribed("le corps de la réponse", expected="un objet JSON", seen=self._shown(body))
        return answer

    def _send(self, method: str, path: str, expected: int, **request: Any) -> bytes:
        try:
            with self._client.stream(method, self._url + path, **request) as response:
                body = _beginning(response)
        except (httpx.RemoteProtocolError, httpx.UnsupportedProtocol) as error:
            raise LeverFault(
                f"Ce qui répond à {self._url} ne parle pas HTTP.",
                expected="la porte d'essai du site",
                seen=str(error),
                repair="vérifier [door] url",
            ) from error
        except httpx.TransportError as error:
            raise EnvironmentFault(
                f"La porte d'essai ne répond pas à {self._url} ({type(error).__name__}).",
                repair="vérifier que le site tourne, et [door] url",
            ) from error
        if response.status_code != expected:
            self._refused(f"{method} {path}", expected, response.status_code, body)
        return body

    def _refused(self, request: str, expected: int, status: int, body: bytes) -> NoReturn:
        raise LeverFault(
            f"La porte d'essai a répondu {status} à {request}.",
            expected=str(expected),
            seen=f"{status} {self._shown(body)}".rstrip(),
            repair=_REPAIRS.get(status, _DESCRIBED),
        )

    def _misdescribed(self, what: str, *, expected: str, seen: str) -> NoReturn:
        raise LeverFault(
            f"La porte d'essai répond autrement que décrit : {what}.", expected=expected, seen=seen, repair=_DESCRIBED
        )

    def _text(self, answer: dict[str, Any], key: str) -> str:
        value = answer.get(key)
        if not isinstance(value, str) or not value:
            self._misdescribed(f"« {key} »", expected="un texte non vide", seen=self._shown(repr(value).encode()))
        return value

    def _instant(self, answer: dict[str, Any]) -> datetime:
        text = self._text(answer, "now")
        try:
            instant = datetime.fromisoformat(text)
        except ValueError:
            instant = None
        if instant is None or instant.tzinfo is None:
            self._misdescribed("« now »", expected="un instant ISO 8601 avec son décalage", seen=text[:200])
        return instant

    def _shown(self, body: bytes) -> str:
        """The beginning of an answer, without the token should the door repeat it."""
        return body.decode("utf-8", "replace").replace(self._token, "***")[:200]


def _beginning(response: httpx.Response) -> bytes:
    body = b""
    for chunk in response.iter_raw(8192):
        body += chunk
        if len(body) >= MAX_BODY:
            break
    return body[:MAX_BODY]
