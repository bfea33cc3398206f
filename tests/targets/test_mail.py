"""The mailbox over the mails that the harness captured."""

import smtplib

import pytest

from fakes.smtp import CapturedSmtp
from targets.faults import CapabilityMissing
from targets.mail import mailbox

SMTP = '[mail]\nkind = "smtp"\nport = 2525\nrecipient = "qa+{id}@exemple.test"\npatience_s = 0.01\n'


@pytest.fixture
def store():
    server = CapturedSmtp()
    server.start()
    yield server
    server.stop()


def send(store, recipient, subject):
    with smtplib.SMTP("127.0.0.1", store.port) as client:
        client.sendmail("site@exemple.test", [recipient], f"Subject: {subject}\n\nBonjour")


def test_letters_of_one_person_in_order(profile, store):
    for recipient, subject in [("A@exemple.test", "un"), ("b@exemple.test", "deux"), ("a@exemple.test", "trois")]:
        send(store, recipient, subject)
    box = mailbox(profile(SMTP), store)
    assert [(letter.subject, letter.order) for letter in box.letters("a@Exemple.test")] == [("un", 1), ("trois", 3)]
    assert [letter.subject for letter in box.wait_for("b@exemple.test", 1)] == ["deux"]


def test_patience_ends_with_what_is_there(profile, store):
    send(store, "a@exemple.test", "un")
    assert [letter.subject for letter in mailbox(profile(SMTP), store).wait_for("a@exemple.test", 2)] == ["un"]


def test_what_came_while_the_scene_was_arranged_is_forgotten(profile, store):
    box = mailbox(profile(SMTP), store)
    send(store, "a@exemple.test", "avant")
    box.forget("A@exemple.test")
    assert box.letters("a@exemple.test") == []
    assert box.wait_for("a@exemple.test", 1) == []
    send(store, "a@exemple.test", "ensuite")
    assert [letter.subject for letter in box.wait_for("a@exemple.test", 1)] == ["ensuite"]
    assert [letter.subject for letter in box.letters("a@exemple.test")] == ["ensuite"]


def test_every_person_has_an_address(profile, store):
    assert mailbox(profile(SMTP), store).address("k3f9") == "qa+k3f9@exemple.test"
    assert mailbox(profile(), store).address("k3f9") == "qa+k3f9@exemple.test"


@pytest.mark.parametrize("use", [lambda box: box.letters("a@b.test"), lambda box: box.wait_for("a@b.test", 1)])
def test_no_lever_for_mail(profile, store, use):
    with pytest.raises(CapabilityMissing) as missing:
        use(mailbox(profile(), store))
    assert missing.value.capability == "mail"
    assert missing.value.message == "Le profil ne dit pas comment lire les courriels envoyés à a@b.test."
