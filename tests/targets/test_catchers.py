"""Catchers of a vendor: Mailpit and MailDev over HTTP, a folder over IMAP; hostile answers blame nobody wrongly."""

import json
import socket

import pytest

from fakes.smtp import CapturedSmtp
from targets.faults import EnvironmentFault, LeverFault
from targets.imap import recipients
from targets.mail import mailbox
from targets.polling import RAW_LIMIT

from .webs import FakeImap, FakeWeb, serving

A, B = "qa+a@exemple.test", "qa+b@exemple.test"
RAW = b"Return-Path: <site@exemple.test>\r\nSubject: Votre code\r\nTo: qa+a@exemple.test\r\n\r\nBonjour\r\n"

# Written from the documentation of Mailpit's API v1 (GET /api/v1/messages, GET /api/v1/message/{ID}/raw), not recorded
# from a running Mailpit.
MAILPIT_MAIL = """{"ID": "%s", "MessageID": "m@mailpit", "Read": false,
  "From": {"Name": "DGFiP", "Address": "site@exemple.test"}, "To": [{"Name": "", "Address": "qa+a@exemple.test"}],
  "Cc": [], "Bcc": [{"Name": "", "Address": "qa+b@exemple.test"}], "ReplyTo": [], "Subject": "Votre code",
  "Created": "2026-11-21T10:00:00.123Z", "Username": "", "Tags": [],
  "Size": 97, "Attachments": 0, "Snippet": "Bonjour"}"""


def mailpit(*keys: str) -> dict[str, object]:
    mails = [json.loads(MAILPIT_MAIL % key) for key in keys]
    return {"total": len(keys), "unread": 0, "messages_count": len(keys), "start": 0, "tags": [], "messages": mails}


def maildev(*keys: str, to: object = ({"address": A, "args": False}, {"address": B, "args": False})) -> list[object]:
    envelope = {"from": {"address": "site@exemple.test", "args": False}, "to": list(to), "remoteAddress": "127.0.0.1"}
    return [{"id": key, "subject": "Votre code", "envelope": envelope} for key in keys]


KINDS = [
    ("mailpit", "/api/v1/messages", mailpit, "/api/v1/message/{}/raw", lambda keys: mailpit(*reversed(keys))),
    ("maildev", "/email", maildev, "/email/{}/source", lambda keys: maildev(*keys)),
]


@pytest.fixture
def web():
    with serving(FakeWeb()) as server:
        yield server


@pytest.fixture
def opened(profile, web):
    """The mailbox of a catcher at the fake server, with the given first answers."""

    def open_(kind: str, more: str = ""):
        section = f'[mail]\nkind = "{kind}"\nurl = "{web.url}"\npatience_s = 0.3\n{more}'
        return mailbox(profile(section), CapturedSmtp())

    return open_


@pytest.mark.parametrize(("kind", "listing", "_", "source", "listed"), KINDS)
def test_mails_since_the_run_began_are_read_in_order(opened, web, kind, listing, _, source, listed):
    web.answers = {listing: listed(["old"]), source.format("n1"): RAW, source.format("n2"): RAW}
    box = opened(kind)
    web.answers[listing] = listed(["old", "n1", "n2"])
    letters = box.wait_for(A.upper(), 2)
    assert [(letter.order, letter.subject, letter.sender_envelope) for letter in letters] == [
        (1, "Votre code", "site@exemple.test"),
        (2, "Votre code", "site@exemple.test"),
    ]
    assert len(box.letters(B)) == 2
    assert [letter.recipients for letter in letters] == [(A, B), (A, B)]
    assert box.letters("qa+c@exemple.test") == []
    box.close()


@pytest.mark.parametrize(("kind", "listing", "_", "source", "listed"), KINDS)
def test_a_mail_that_is_still_being_written_has_not_come(opened, web, kind, listing, _, source, listed):
    web.answers = {listing: listed([]), source.format("n1"): b""}
    box = opened(kind)
    web.answers[listing] = listed(["n1"])
    assert box.letters(A) == []
    web.answers[source.format("n1")] = RAW
    assert len(box.letters(A)) == 1
    assert len(box.letters(A)) == 1
    assert web.asked.count(source.format("n1")) == 2


def test_pages_of_mailpit_are_turned_until_a_known_mail(opened, web):
    keys = [f"k{rank}" for rank in range(250)]
    web.answers = {"/api/v1/messages": mailpit(*reversed(keys[:10]))}
    box = opened("mailpit")
    newest = list(reversed(keys))
    pages = iter([mailpit(*newest[start : start + 100]) for start in (0, 100, 200)])
    web.answers = {"/api/v1/messages": lambda: next(pages)}
    web.answers |= {f"/api/v1/message/{key}/raw": RAW for key in keys}
    assert len(box.wait_for(A, 0)) == 240
    assert [asked.split("?")[1] for asked in web.asked if "limit" in asked][1:] == [
        "start=0&limit=100",
        "start=100&limit=100",
        "start=200&limit=100",
    ]


def test_a_long_mail_is_cut_and_says_so(opened, web):
    web.answers = {"/email": []}
    box = opened("maildev")
    web.answers = {"/email": maildev("n1"), "/email/n1/source": RAW + b"x" * (RAW_LIMIT + 1000)}
    [letter] = box.letters(A)
    assert len(letter.raw) == RAW_LIMIT
    assert "message coupé" in letter.defects


def test_older_forms_of_maildev_tell_addresses_as_texts(opened, web):
    web.answers = {"/email": []}
    box = opened("maildev")
    web.answers = {"/email": maildev("n1", to=[A]), "/email/n1/source": RAW}
    assert [letter.recipients for letter in box.letters(A)] == [(A,)]


def test_a_password_is_sent_and_asked_for(opened, web, monkeypatch):
    monkeypatch.setenv("MDP", "s3cret")
    web.answers = {"/email": []}
    opened("maildev", 'user = "qa"\npassword = "${MDP}"').check()
    assert web.authorizations[0].startswith("Basic ")
    web.answers = {"/email": (401, b"Unauthorized")}
    with pytest.raises(LeverFault) as fault:
        opened("maildev")
    assert fault.value.message == f"Ce qui répond à {web.url} ne répond pas comme MailDev."
    assert fault.value.seen == "401 Unauthorized"
    assert "[mail] url" in fault.value.repair


@pytest.mark.parametrize("kind", ["mailpit", "maildev"])
@pytest.mark.parametrize(
    "nonsense",
    [b"<html>", b"[" * 100_000, b"\xff\xfe", 3, {"messages": 3}, [3], [{"id": "../../etc"}], {"messages": [{"ID": 1}]},
     [{"id": "a", "envelope": 3}], {"messages": [{"ID": "a/../b"}]}, (500, b"boom")],
    ids=[str(rank) for rank in range(11)],
)  # fmt: skip
def test_nonsense_is_a_fault_of_the_profile(opened, web, kind, nonsense):
    web.answers = {"/email": nonsense, "/api/v1/messages": nonsense}
    with pytest.raises(LeverFault):
        opened(kind)


def test_a_catcher_that_is_not_there(profile):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(EnvironmentFault, match=r"^Mailpit ne répond pas à http://127.0.0.1:\d+ \(ConnectError\)\.$"):
        mailbox(profile(f'[mail]\nkind = "mailpit"\nurl = "http://127.0.0.1:{port}"'), CapturedSmtp())


# -- IMAP -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def imap(profile, monkeypatch):
    """The fake server, and its mailbox with the given lines of profile."""
    monkeypatch.setenv("MDP", "secret")
    monkeypatch.setenv("FAUX", "autre")
    boxes = []
    with serving(FakeImap()) as server:
        base = f'[mail]\nkind = "imap"\nhost = "127.0.0.1"\nport = {server.port}\nuser = "qa"\ntls = "none"\n'

        def open_(more: str = 'password = "${MDP}"'):
            boxes.append(mailbox(profile(f"{base}patience_s = 0.3\n{more}"), CapturedSmtp()))
            return boxes[-1]

        yield server, open_
        for box in boxes:
            box.close()


def test_a_folder_is_read_from_where_it_was_opened(imap):
    server, open_ = imap
    server.mails = {4: RAW}
    box = open_()
    assert box.letters(A) == []
    server.mails |= {7: RAW, 9: b"X-Original-To: qa+b@exemple.test\r\n" + RAW}
    assert [(letter.order, letter.sender_envelope) for letter in box.wait_for(A, 1)] == [(1, "site@exemple.test")]
    assert [letter.recipients for letter in box.letters(B)] == [(B,)]
    box.close()


def test_a_conversation_that_the_server_ends_is_taken_up_again(imap):
    server, open_ = imap
    box = open_()
    server.mails = {1: RAW}
    server.hang_up = True
    assert len(box.letters(A)) == 1
    assert server.logins == 2


def test_a_server_that_is_gone(imap, profile):
    server, open_ = imap
    box = open_()
    server.shutdown()
    server.server_close()
    server.hang_up = True
    with pytest.raises(EnvironmentFault, match=r"Le serveur IMAP ne répond pas à 127\.0\.0\.1:"):
        box.letters(A)
    with pytest.raises(EnvironmentFault, match=r"Le serveur IMAP ne répond pas à 127\.0\.0\.1:"):
        open_()


@pytest.mark.parametrize("more", ['password = "${FAUX}"', 'password = "${MDP}"\nmailbox = "Autre dossier"'])
def test_a_password_or_folder_that_is_refused(imap, more):
    with pytest.raises(LeverFault) as fault:
        imap[1](more)
    assert fault.value.message.endswith("refuse la connexion.")
    assert "autre" not in fault.value.seen.split("Autre")[0]
    assert fault.value.repair == "vérifier [mail] user, password, mailbox et tls"


def test_what_is_not_imap(profile, monkeypatch, web):
    monkeypatch.setenv("MDP", "secret")
    section = f'[mail]\nkind = "imap"\nhost = "127.0.0.1"\nport = {web.server_port}\nuser = "a"\npassword = "${{MDP}}"'
    with pytest.raises(EnvironmentFault, match="Le serveur IMAP ne répond pas"):
        mailbox(profile(section), CapturedSmtp())


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (b"To: A <a@x.test>,\r\n b@x.test\r\nCc: c@x.test", ("a@x.test", "b@x.test", "c@x.test")),
        (b"To: a@x.test\r\nDelivered-To: qa@x.test", ("qa@x.test", "a@x.test")),
        (b"To: a@x.test\r\nEnvelope-To: b@x.test", ("b@x.test",)),
        (b"To: \xff\xfe, =?utf-8?b?!!?=\r\nCc", ("\ufffd\ufffd", "=?utf-8?b?!!?=")),
        (b"", ()),
    ],
    ids=["addressed", "delivered", "envelope", "unreadable", "none"],
)
def test_recipients_as_the_delivery_told_them(headers, expected):
    assert recipients(headers) == expected
