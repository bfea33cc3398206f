"""Each way a mail server can fail is told apart, without an address in what is said of it."""

import io
import socket
import threading
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from fakes.smtp import CapturedSmtp
from reference_impl.mail.messages import password_changed
from reference_impl.mail.transport import Deferred, Refused, Unreachable, print_transport, smtp_transport

RECIPIENT = "lila.rosemonde@example.test"


@pytest.fixture
def message() -> EmailMessage:
    letter = password_changed(RECIPIENT, date(2026, 6, 5), "site@example.test")
    letter["Date"] = datetime(2023, 6, 6, 8, 0, tzinfo=UTC)
    return letter


class Grumpy(CapturedSmtp):
    """A mail server that answers RCPT and DATA as it is told."""

    rcpt = data = "250 OK"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 - aiosmtpd's name
        envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, _server, _session, _envelope):  # noqa: N802 - aiosmtpd's name
        return self.data


@pytest.fixture
def grumpy():
    server = Grumpy()
    server.start()
    yield server
    server.stop()


def test_the_envelope_names_the_site_and_the_recipient(message):
    server = CapturedSmtp()
    server.start()
    smtp_transport(server.host, server.port)(message, RECIPIENT)
    server.stop()
    [mail] = server.messages()
    assert (mail.sender, mail.recipients) == ("site@example.test", (RECIPIENT,))


@pytest.mark.parametrize("command", ["rcpt", "data"])
@pytest.mark.parametrize(
    ("answer", "failure"),
    [("550 no such user lila.rosemonde", Refused), ("451 later, lila.rosemonde", Deferred), ("421 closing", Deferred)],
)
def test_a_refusal_is_for_good_or_for_now_by_its_code(grumpy, message, command, answer, failure):
    setattr(grumpy, command, answer)
    with pytest.raises(failure, match=f"^SMTP {answer[:3]}$"):
        smtp_transport(grumpy.host, grumpy.port)(message, RECIPIENT)


def test_no_server_is_unreachable(message):
    server = CapturedSmtp()
    server.start()
    server.stop()
    with pytest.raises(Unreachable, match="ConnectionRefusedError"):
        smtp_transport(server.host, server.port)(message, RECIPIENT)


@pytest.mark.parametrize(
    ("greeting", "said"),
    [(b"554 no service\r\n", "SMTP 554"), (b"\r\n", "SMTP -1"), (b"", "SMTPServerDisconnected")],
    ids=["no service", "an empty line", "silence"],
)
def test_a_server_that_does_not_greet_is_unreachable(message, greeting, said):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = threading.Thread(target=greet, args=[listener, greeting])
        client.start()
        with pytest.raises(Unreachable, match=f"^{said}$"):
            smtp_transport(*listener.getsockname())(message, RECIPIENT)
        client.join()


def greet(listener: socket.socket, greeting: bytes) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.sendall(greeting)


def test_a_printed_mail_reads_like_a_mail(message):
    screen = io.StringIO()
    print_transport(screen)(message, RECIPIENT)
    shown = screen.getvalue()
    for line in ["De : site@example.test", f"À : {RECIPIENT}", "Celui-ci est valable jusqu'au 05 juin 2026."]:
        assert f"│ {line}\n" in shown
    assert "Objet : Espace professionnel - Modification du mot de passe" in shown
    assert max(map(len, shown.splitlines())) <= 89
