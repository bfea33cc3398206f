"""The captured mail server keeps what it receives, and says so at once."""

import smtplib
import socket
import threading
from email.message import EmailMessage

import pytest

from fakes.smtp import SIZE_LIMIT, CapturedSmtp, PortTaken


@pytest.fixture
def server():
    captured = CapturedSmtp()
    captured.start()
    yield captured
    captured.stop()


def send(server: CapturedSmtp, *recipients: str, body: str = "Bonjour,\n.\nhé") -> None:
    message = EmailMessage()
    message["Subject"] = "Essai"
    message.set_content(body)
    with smtplib.SMTP(server.host, server.port, local_hostname="localhost") as client:
        client.send_message(message, from_addr="site@example.test", to_addrs=recipients)


def test_a_mail_is_kept_with_its_envelope_and_raw_bytes(server: CapturedSmtp):
    send(server, "a@example.test", "b@example.test")
    [mail] = server.messages()
    assert (mail.sender, mail.recipients, mail.order) == ("site@example.test", ("a@example.test", "b@example.test"), 1)
    assert mail.raw.startswith(b"Subject: Essai\r\n")
    assert b"\r\n.\r\n" in mail.raw


def test_waiting_returns_the_mails_of_one_recipient_in_order(server: CapturedSmtp):
    for recipient in ["a@example.test", "other@example.test", "A@Example.TEST"]:
        send(server, recipient)
    mails = server.wait_for("a@example.test", 2, patience_s=5)
    assert [mail.order for mail in mails] == [1, 3]


def test_waiting_ends_as_soon_as_the_mail_arrives(server: CapturedSmtp):
    later = threading.Timer(0.05, send, [server, "a@example.test"])
    later.start()
    assert len(server.wait_for("a@example.test", 1, patience_s=600)) == 1
    later.join()


def test_waiting_in_vain_returns_what_is_there(server: CapturedSmtp):
    send(server, "a@example.test")
    assert len(server.wait_for("a@example.test", 2, patience_s=0.01)) == 1
    assert server.wait_for("b@example.test", 1, patience_s=0.01) == []


def test_many_senders_at_once_lose_nothing(server: CapturedSmtp):
    crowd = [threading.Thread(target=send, args=[server, f"p{each}@example.test"]) for each in range(8)]
    for sender in crowd:
        sender.start()
    for sender in crowd:
        sender.join()
    mails = server.messages()
    assert [mail.order for mail in mails] == list(range(1, 9))
    assert {mail.recipients[0] for mail in mails} == {f"p{each}@example.test" for each in range(8)}


def test_a_taken_port_is_refused_at_once_by_its_number(server: CapturedSmtp):
    second = CapturedSmtp(port=server.port)
    with pytest.raises(PortTaken, match=f"127.0.0.1:{server.port}: Address already in use"):
        second.start()
    second.stop()


def test_a_mail_that_is_too_large_is_refused(server: CapturedSmtp):
    with smtplib.SMTP(server.host, server.port, local_hostname="localhost") as client:
        client.ehlo()
        code, _ = client.mail("site@example.test", [f"size={SIZE_LIMIT + 1}"])
    assert code == 552
    assert server.messages() == []


def test_stopping_cuts_the_open_connections_and_frees_the_port():
    server = CapturedSmtp()
    server.start()
    with socket.create_connection((server.host, server.port)) as idle:
        idle.recv(100)
        server.stop()
        again = CapturedSmtp(port=server.port)
        again.start()
        again.stop()


def test_mails_stay_readable_after_the_end(server: CapturedSmtp):
    send(server, "a@example.test")
    server.stop()
    assert len(server.messages()) == 1
