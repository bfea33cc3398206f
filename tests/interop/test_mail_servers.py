"""The site's mails read through real servers: MailDev over HTTP, Dovecot over IMAP (``make interop``)."""

import smtplib
from email.message import EmailMessage
from pathlib import Path

import pytest

from fakes.smtp import CapturedSmtp
from targets.faults import LeverFault
from targets.mail import mailbox
from targets.profile import load
from tests.interop.servers import dovecot, maildev
from tests.runner.playing import play

pytestmark = pytest.mark.interop

TARGET = '[target]\nname = "S"\nversion = "1"\nbase_url = "http://127.0.0.1:8000"\n'
MAILDEV = '[mail]\nkind = "maildev"\nurl = "http://127.0.0.1:{port}"\n'
IMAP = """[mail]
kind = "imap"
host = "127.0.0.1"
port = {port}
user = "qa"
password = "${MDP}"
tls = "none"
patience_s = 10
"""
SERVERS = {"maildev": (maildev, MAILDEV), "imap": (dovecot, IMAP)}
ME, OTHER = "qa+moi@exemple.test", "qa+autre@exemple.test"
ONE_MAIL = "features/ep6/2-6-courriel.feature::L'usager reçoit un courriel de confirmation, et un seul"
REFERENCE = Path("targets/reference.toml")


@pytest.fixture(params=SERVERS)
def server(request, monkeypatch):
    """A real server: the port that mails are sent to, and the section of a profile that reads them."""
    monkeypatch.setenv("MDP", "s3cret")
    started, section = SERVERS[request.param]
    with started() as (smtp, port):
        yield smtp, section.replace("{port}", str(port))


def send(port, subject, *recipients):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "site@exemple.test", ME, subject
    message.set_content("Votre numéro d'abonné : à garder.\n")
    message.add_alternative("<p>Votre numéro d'abonné : à garder.</p>", subtype="html")
    with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost") as client:
        client.send_message(message, "site@exemple.test", recipients)


def box_of(tmp_path, section):
    (tmp_path / "site.toml").write_text(TARGET + section)
    return mailbox(load(tmp_path / "site.toml"), CapturedSmtp())


def test_mails_since_the_run_began_are_read_as_they_were_sent(server, tmp_path):
    port, section = server
    send(port, "avant", ME)
    box = box_of(tmp_path, section)
    send(port, "Création d'un espace", ME)
    send(port, "caché", OTHER)
    [letter] = box.wait_for(ME.upper(), 1)
    assert (letter.subject, letter.from_address) == ("Création d'un espace", "site@exemple.test")
    assert (letter.sender_envelope, letter.recipients) == ("site@exemple.test", (ME,))
    assert "numéro d'abonné : à garder" in letter.text
    assert "<p>" in letter.html
    assert [each.subject for each in box.wait_for(OTHER, 1)] == ["caché"]
    box.close()


def test_a_password_that_dovecot_refuses(tmp_path, monkeypatch):
    monkeypatch.setenv("MDP", "autre")
    with dovecot() as (_, port), pytest.raises(LeverFault, match="refuse la connexion"):
        box_of(tmp_path, IMAP.replace("{port}", str(port)))


def test_a_scenario_reads_the_mails_of_the_reference_there(server, tmp_path, monkeypatch):
    """The site sends to the server, the harness reads it: one person receives one confirmation."""
    port, section = server
    text = REFERENCE.read_text("utf-8").replace("{smtp_port}", str(port))
    mine, _, after = text.partition("[mail]")
    profile = tmp_path / "site.toml"
    profile.write_text(f"{mine}{section}\n[clock]{after.partition('[clock]')[2]}")
    ended = play(tmp_path, ONE_MAIL, f"--target={profile}")
    assert (ended.requirements, ended.code) == ({"EP6-2-29": "conforme"}, 0)
