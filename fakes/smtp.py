"""A mail server that keeps every mail it receives, envelope and raw bytes, and delivers none.

It stands in for the world's mail servers: a site sends through it as through any other (design, section 6).
"""

import asyncio
import socket
import threading
from collections.abc import Awaitable
from dataclasses import dataclass

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

SIZE_LIMIT = 10 * 1024 * 1024  # bytes in one mail


class PortTaken(OSError):
    """No mail can be captured on this port: something else listens there, or it may not be used."""


@dataclass(frozen=True)
class CapturedMail:
    """One mail as it came: envelope, raw message, and its place among all captured mails (from 1)."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    order: int


class CapturedSmtp:
    """The server and its mails. ``port`` 0 takes any free port; after ``start``, ``port`` is the real one."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.host = host
        self.port = port
        self._mails: list[CapturedMail] = []
        self._arrival = threading.Condition()
        self._controller: _Controller | None = None

    def start(self) -> None:
        """Listen; returns once the server answers. Raises PortTaken at once if the port is not free."""
        listener = _listen(self.host, self.port)
        self.port = listener.getsockname()[1]
        self._controller = _Controller(self, listener)
        self._controller.start()

    def stop(self) -> None:
        """Stop listening and cut the open connections; the mails stay readable. Does nothing if not started."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def messages(self) -> list[CapturedMail]:
        """All mails so far, in order of arrival."""
        with self._arrival:
            return list(self._mails)

    def wait_for(self, recipient: str, count: int, patience_s: float) -> list[CapturedMail]:
        """The mails to ``recipient`` (in any case), as soon as there are ``count``, or those there are when
        ``patience_s`` seconds of real time have passed."""
        with self._arrival:
            self._arrival.wait_for(lambda: len(self._to(recipient)) >= count, timeout=patience_s)
            return self._to(recipient)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep one mail (called by aiosmtpd, in its own thread)."""
        with self._arrival:
            self._mails.append(
                CapturedMail(
                    sender=envelope.mail_from or "",
                    recipients=tuple(envelope.rcpt_tos),
                    raw=envelope.original_content or b"",
                    order=len(self._mails) + 1,
                )
            )
            self._arrival.notify_all()
        return "250 OK"

    def _to(self, recipient: str) -> list[CapturedMail]:
        wanted = recipient.casefold()
        return [mail for mail in self._mails if wanted in (each.casefold() for each in mail.recipients)]


class _Controller(Controller):
    """aiosmtpd's server on a socket that is bound beforehand: a free port is known, a taken one is refused at once."""

    def __init__(self, handler: CapturedSmtp, listener: socket.socket) -> None:
        host, port = listener.getsockname()[:2]
        super().__init__(handler, hostname=host, port=port, server_hostname="localhost", data_size_limit=SIZE_LIMIT)
        self._listener = listener

    def _create_server(self) -> Awaitable[asyncio.AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self._listener)


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise PortTaken(error.errno, f"cannot capture mail on {host}:{port}: {error.strerror}") from error
