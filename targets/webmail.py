"""Catchers that are read over HTTP: Mailpit and MailDev."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from targets.polling import RAW_LIMIT, Announced
from targets.sections import MailByWeb
from targets.web import Web

PAGE = 100
MAX_PAGES = 50
LIST_LIMIT = 64 * 1024 * 1024  # bytes: MailDev lists its mails with all that they say
_KEY = re.compile(r"[\w-]{1,64}")  # goes into the path of a request


class _Webmail:
    """What both have in common: mails have keys, and those that were there when it was opened do not count."""

    name = ""

    def __init__(self, mail: MailByWeb) -> None:
        auth = (mail.user or "", mail.password.get_secret_value()) if mail.password else None
        self._web = Web(self.name, "[mail] url", mail.url, auth=auth, verify=not mail.ignore_https_errors)
        self._known: set[str] = set()
        self._opened = False
        self.fresh()
        self._opened = True

    def close(self) -> None:
        """Gives the connections back."""
        self._web.close()

    def fresh(self) -> Sequence[Announced]:
        """See ``Catcher``."""
        found = {mail.key: mail for mail in self._listed() if mail.key not in self._known}
        self._known |= found.keys()
        return list(found.values())

    def _listed(self) -> Iterator[Announced]:
        """The mails that may be new, oldest first."""
        raise NotImplementedError

    def _announced(self, key: object, recipients: Sequence[str | None], sender: str | None) -> Announced:
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            self._web.nonsense(f"un courriel nommé {key!r}")
        return Announced(str(key), tuple(each for each in recipients if each), sender)

    def _list(self, tree: object) -> list[dict[str, Any]]:
        if not isinstance(tree, list) or not all(isinstance(each, dict) for each in tree):
            self._web.nonsense(f"{tree!r:.200}")
        return tree  # type: ignore[return-value]


class Mailpit(_Webmail):
    """``[mail] kind = "mailpit"``.

    Mailpit writes the envelope into the mail it keeps: the sender as Return-Path, recipients that no header names as
    Bcc. A recipient that a header names and that got no copy cannot be told from one that did.
    """

    name = "Mailpit"

    def raw(self, key: str) -> bytes:
        """See ``Catcher``."""
        return self._web.get(f"/api/v1/message/{key}/raw", RAW_LIMIT)

    def _listed(self) -> Iterator[Announced]:
        """Mailpit lists the newest first: pages are turned until one holds a mail that is known."""
        found: list[Announced] = []
        for page in range(MAX_PAGES):
            mails = self._page(page * PAGE)
            found += mails
            if len(mails) < PAGE or not self._opened or any(mail.key in self._known for mail in mails):
                break
        return reversed(found)

    def _page(self, start: int) -> list[Announced]:
        answer = self._web.json("/api/v1/messages", LIST_LIMIT, start=start, limit=PAGE)
        mails = self._list(answer.get("messages") if isinstance(answer, dict) else answer)
        return [self._announced(mail.get("ID"), list(_to(mail)), None) for mail in mails]


class MailDev(_Webmail):
    """``[mail] kind = "maildev"``: the envelope is told as it was."""

    name = "MailDev"

    def raw(self, key: str) -> bytes:
        """See ``Catcher``."""
        return self._web.get(f"/email/{key}/source", RAW_LIMIT)

    def _listed(self) -> Iterator[Announced]:
        for mail in self._list(self._web.json("/email", LIST_LIMIT)):
            envelope = mail.get("envelope")
            if not isinstance(envelope, dict):
                envelope = self._web.nonsense("un courriel sans enveloppe")
            yield self._announced(mail.get("id"), _addresses(envelope.get("to")), _address(envelope.get("from")) or "")


def _to(mail: dict[str, Any]) -> Iterator[str | None]:
    for header in ("To", "Cc", "Bcc"):
        yield from _addresses(mail.get(header))


def _addresses(several: object) -> list[str | None]:
    return [_address(each) for each in several] if isinstance(several, list) else []


def _address(one: object) -> str | None:
    """Told as a text, or as an object with an ``address``: versions and programs differ."""
    if isinstance(one, dict):
        one = one.get("address", one.get("Address"))
    return one if isinstance(one, str) else None
