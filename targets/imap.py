"""A catcher that is read by IMAP: one folder, opened for reading only, where the mail of all invented people comes."""

import imaplib
import re
import ssl
from collections.abc import Iterable, Sequence
from contextlib import suppress
from email.utils import getaddresses
from typing import Any, NoReturn

from targets.faults import EnvironmentFault, LeverFault
from targets.polling import RAW_LIMIT, Announced, return_path
from targets.sections import MailByImap

TIMEOUT_S = 10
HEADERS_LIMIT = 64 * 1024
DELIVERED = ("x-original-to", "envelope-to")
"""Headers in which mail servers write the recipient of the envelope."""
ADDRESSED = ("delivered-to", "to", "cc", "bcc")
"""Headers that tell it otherwise: ``Delivered-To`` may name the folder's own account."""
_FIELDS = " ".join(name.upper() for name in (*DELIVERED, *ADDRESSED, "return-path"))
_FOLDED = re.compile(r"\r?\n[ \t]+")


class ImapFolder:
    """``[mail] kind = "imap"``. What is in the folder when it is opened does not count."""

    def __init__(self, mail: MailByImap) -> None:
        self._mail = mail
        self._where = f"{mail.host}:{mail.port or (993 if mail.tls == 'implicit' else 143)}"
        self._server = self._opened()
        self._next = self._uid_next()

    def close(self) -> None:
        """Gives the connection back."""
        self._leave(self._server)

    def fresh(self) -> Sequence[Announced]:
        """See ``Catcher``."""
        new = sorted(uid for uid in self._uids() if uid >= self._next)
        found = [self._announced(uid) for uid in new]
        self._next = new[-1] + 1 if new else self._next
        return found

    def raw(self, key: str) -> bytes:
        """See ``Catcher``."""
        return self._fetched(key, f"BODY.PEEK[]<0.{RAW_LIMIT}>")[:RAW_LIMIT]

    # -- what is asked ------------------------------------------------------------------------------------------

    def _uids(self) -> list[int]:
        self._ask("NOOP")
        answers = self._ask("SEARCH", f"UID {self._next}:*")
        return [int(word) for answer in answers if isinstance(answer, bytes) for word in answer.split()]

    def _announced(self, uid: int) -> Announced:
        headers = self._fetched(str(uid), f"BODY.PEEK[HEADER.FIELDS ({_FIELDS})]<0.{HEADERS_LIMIT}>")
        return Announced(str(uid), recipients(headers), return_path(headers))

    def _fetched(self, uid: str, what: str) -> bytes:
        answers = self._ask("FETCH", uid, f"({what})")
        return next((bytes(answer[1]) for answer in answers if isinstance(answer, tuple)), b"")

    def _ask(self, command: str, *arguments: str) -> list[Any]:
        """Asked once more on a new connection when the server has closed an idle one."""
        try:
            return self._told(command, arguments)
        except (imaplib.IMAP4.abort, OSError):
            self._leave(self._server)
            self._server = self._opened()
        try:
            return self._told(command, arguments)
        except (imaplib.IMAP4.abort, OSError) as error:
            self._unreachable(error)

    def _told(self, command: str, arguments: Iterable[str]) -> list[Any]:
        try:
            verdict, answers = self._server.noop() if command == "NOOP" else self._server.uid(command, *arguments)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            self._refused(command, str(error), error)
        if verdict != "OK":
            self._refused(command, str(answers))
        return list(answers)

    # -- how it is reached ----------------------------------------------------------------------------------------

    def _opened(self) -> imaplib.IMAP4:
        server = self._connected()
        try:
            self._log_in(server)
        except (imaplib.IMAP4.abort, OSError) as error:
            self._leave(server)
            self._unreachable(error)
        except imaplib.IMAP4.error as error:
            self._leave(server)
            self._refused("la connexion", str(error), error)
        return server

    def _connected(self) -> imaplib.IMAP4:
        mail = self._mail
        host, _, port = self._where.rpartition(":")
        try:
            if mail.tls == "implicit":
                return imaplib.IMAP4_SSL(host, int(port), ssl_context=self._context(), timeout=TIMEOUT_S)
            return imaplib.IMAP4(host, int(port), timeout=TIMEOUT_S)
        except (imaplib.IMAP4.error, OSError) as error:  # the greeting of something else than IMAP is an error too
            self._unreachable(error)

    def _log_in(self, server: imaplib.IMAP4) -> None:
        mail = self._mail
        if mail.tls == "starttls":
            server.starttls(ssl_context=self._context())
        server.login(mail.user, mail.password.get_secret_value())
        quoted = mail.mailbox.replace("\\", "\\\\").replace('"', '\\"')
        verdict, answers = server.select(f'"{quoted}"', readonly=True)
        if verdict != "OK":
            raise imaplib.IMAP4.error(f"{mail.mailbox} : {answers!r}")

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self._mail.ignore_tls_errors:
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context

    def _uid_next(self) -> int:
        _, told = self._server.response("UIDNEXT")
        if told and isinstance(told[-1], bytes) and told[-1].isdigit():
            return int(told[-1])
        self._next = 1
        return max(self._uids(), default=0) + 1

    def _leave(self, server: imaplib.IMAP4) -> None:
        with suppress(imaplib.IMAP4.error, OSError):  # it may be gone already
            server.logout()
        with suppress(OSError):
            server.shutdown()

    def _unreachable(self, error: Exception) -> NoReturn:
        raise EnvironmentFault(
            f"Le serveur IMAP ne répond pas à {self._where} ({type(error).__name__}).",
            seen=str(error)[:200],
            repair="vérifier qu'il tourne, et [mail] host, port et tls",
        ) from error

    def _refused(self, what: str, seen: str, cause: Exception | None = None) -> NoReturn:
        raise LeverFault(
            f"Le serveur IMAP {self._where} refuse {what}.",
            seen=seen.replace(self._mail.password.get_secret_value(), "***")[:200],
            repair="vérifier [mail] user, password, mailbox et tls",
        ) from cause


def recipients(headers: bytes) -> tuple[str, ...]:
    """Of the envelope where the delivery wrote them in the mail, otherwise all that its headers address."""
    values: dict[str, list[str]] = {}
    for line in _FOLDED.sub(" ", headers.decode("utf-8", "replace")).splitlines():
        name, _, value = line.partition(":")
        values.setdefault(name.strip().casefold(), []).append(value)
    told = [values.get(name, []) for name in DELIVERED]
    told = told if any(told) else [values.get(name, []) for name in ADDRESSED]
    return tuple(dict.fromkeys(address for each in told for _, address in getaddresses(each) if address))
