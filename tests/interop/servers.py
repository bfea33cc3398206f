"""Real mail servers, each started for a test and ended with it: MailDev from npm, Dovecot from the system."""

import grp
import mailbox
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

MAILDEV = Path(__file__).parents[2] / ".interop" / "node_modules" / ".bin" / "maildev"
PATIENCE_S = 20
DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
mail_location = maildir:{folder}/mails
passdb {{
  driver = static
  args = password=s3cret
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def process(command, port):
    """A server of ours, once it listens."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as started:
        try:
            _await(port, started)
            yield started
        finally:
            started.terminate()


def _await(port, started):
    for _ in range(PATIENCE_S * 20):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert started.poll() is None, started.stdout.read()
            try:
                started.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        else:
            return
    raise AssertionError("it does not listen")


@contextmanager
def maildev():
    """The ports of a real MailDev: SMTP, then HTTP."""
    if not MAILDEV.exists() or shutil.which("node") is None:
        pytest.skip("MailDev is not installed here (make interop installs it)")
    smtp, web = free_port(), free_port()
    with process([MAILDEV, "--ip", "127.0.0.1", "--smtp", str(smtp), "--web", str(web)], web):
        yield smtp, web


@contextmanager
def dovecot():
    """The ports of a mail server: SMTP, which delivers each mail in one folder, and a real Dovecot's IMAP."""
    program = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip("Dovecot is not installed here (Debian: apt-get install dovecot-imapd)")
    owner = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())  # it refuses mails of root
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        folder, port = Path(place), free_port()
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        group = grp.getgrgid(owner.pw_gid).gr_name
        settings = DOVECOT.format(folder=folder, port=port, user=owner.pw_name, group=group)
        (folder / "dovecot.conf").write_text(settings)
        with (
            delivering(folder / "mails", owner) as smtp,
            process([program, "-F", "-c", f"{folder}/dovecot.conf"], port),
        ):
            yield smtp, port


@contextmanager
def delivering(folder, owner):
    """The port of an SMTP server that puts every mail in one Maildir, its envelope written on top as deliveries do."""
    controller = Controller(Delivery(folder, owner), hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


class Delivery:
    def __init__(self, folder, owner):
        self._maildir, self._owner = mailbox.Maildir(folder), owner
        for place in (folder, *folder.iterdir()):
            os.chown(place, owner.pw_uid, owner.pw_gid)

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's name
        told = [f"Return-Path: <{envelope.mail_from}>", *(f"X-Original-To: {each}" for each in envelope.rcpt_tos)]
        key = self._maildir.add("\r\n".join(told).encode() + b"\r\n" + envelope.original_content)
        os.chown(Path(self._maildir._path) / "new" / key, self._owner.pw_uid, self._owner.pw_gid)
        return "250 OK"
