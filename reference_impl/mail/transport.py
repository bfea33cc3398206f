"""The ways a mail can leave the site, and the three ways it can fail to.

An error names a status code or a kind of failure, never an address or a word of the mail: it goes to the log.
"""

import smtplib
import textwrap
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from typing import TextIO

Transport = Callable[[EmailMessage, str], None]
"""Sends one complete message to one recipient. Raises Refused, Deferred or Unreachable."""

_PATIENCE_S = 10.0
_WIDTH = 88


class Refused(Exception):
    """The server will never take this mail (5xx)."""


class Deferred(Exception):
    """The server does not take this mail now, but might take others (4xx)."""


class Unreachable(Exception):
    """There is no working server at the address."""


def smtp_transport(host: str, port: int) -> Transport:
    """Send through the SMTP server at ``host``:``port``, one connection a mail."""

    def send(message: EmailMessage, recipient: str) -> None:
        try:
            _send(host, port, message, recipient)
        except (smtplib.SMTPConnectError, smtplib.SMTPHeloError) as error:
            raise Unreachable(f"SMTP {error.smtp_code}") from None
        except smtplib.SMTPRecipientsRefused as error:
            raise _refusal(error.recipients[recipient][0]) from None
        except smtplib.SMTPResponseException as error:
            raise _refusal(error.smtp_code) from None
        except OSError as error:
            raise Unreachable(type(error).__name__) from None

    return send


def print_transport(stream: TextIO) -> Transport:
    """Show each mail on ``stream`` (a terminal) instead of sending it."""

    def show(message: EmailMessage, recipient: str) -> None:
        body = message.get_body(("plain",))
        text = body.get_content() if body else ""
        lines = [f"De : {message['From']}", f"À : {recipient}", f"Objet : {message['Subject']}"]
        lines += [f"Date : {message['Date']}", "", *_wrapped(text)]
        stream.write(_framed(lines))
        stream.flush()

    return show


def _send(host: str, port: int, message: EmailMessage, recipient: str) -> None:
    server = smtplib.SMTP(host, port, local_hostname="localhost", timeout=_PATIENCE_S)
    try:
        server.send_message(message, to_addrs=[recipient])
        with suppress(OSError):  # the mail is accepted: a clumsy goodbye must not have it sent again
            server.quit()
    finally:
        server.close()


def _refusal(code: int) -> Refused | Deferred:
    return Refused(f"SMTP {code}") if code >= 500 else Deferred(f"SMTP {code}")


def _wrapped(text: str) -> list[str]:
    return [line for paragraph in text.splitlines() for line in textwrap.wrap(paragraph, _WIDTH - 4) or [""]]


def _framed(lines: list[str]) -> str:
    rows = "".join(f"│ {line}\n" for line in lines)
    return f"┌─ courriel {'─' * (_WIDTH - 11)}\n{rows}└{'─' * (_WIDTH)}\n"
