"""A mail lives and dies with the transaction that tells of it, and forgets its content once settled."""

from datetime import date, timedelta

import pytest
from sqlalchemy.exc import StatementError

from reference_impl.mail.messages import password_changed
from reference_impl.mail.outbox import OutboxMail, enqueue, mark_refused, mark_sent, pending_ids


def letter(recipient: str):
    return password_changed(recipient, date(2026, 6, 5), "site@example.test")


def test_pending_mails_come_oldest_first(sessions, post, now):
    post("b@example.test", "a@example.test")
    with sessions() as session:
        mails = [session.get(OutboxMail, mail_id) for mail_id in pending_ids(session)]
    assert [mail.recipient for mail in mails] == ["b@example.test", "a@example.test"]
    assert {mail.created_at for mail in mails} == {now}


def test_a_rolled_back_transaction_leaves_no_mail(sessions, now):
    with sessions() as session:
        enqueue(session, letter("a@example.test"), "a@example.test", now)
        session.flush()
        session.rollback()
        assert pending_ids(session) == []


def test_a_naive_instant_is_refused(sessions, now):
    with pytest.raises(StatementError), sessions.begin() as session:
        enqueue(session, letter("a@example.test"), "a@example.test", now.replace(tzinfo=None))


@pytest.mark.parametrize(("settle", "column"), [(mark_sent, "sent_at"), (mark_refused, "refused_at")])
def test_a_settled_mail_is_dated_and_its_content_forgotten(sessions, post, settle, column, now):
    post("a@example.test")
    later = now + timedelta(minutes=1)
    with sessions.begin() as session:
        settle(session, session.get(OutboxMail, 1).message_id, later)
    with sessions() as session:
        mail = session.get(OutboxMail, 1)
        assert (getattr(mail, column), mail.content) == (later, None)
        assert pending_ids(session) == []


def test_settling_touches_no_other_mail(sessions, post, now):
    post("a@example.test", "b@example.test")
    with sessions.begin() as session:
        mark_sent(session, session.get(OutboxMail, 1).message_id, now)
        assert pending_ids(session) == [2]


def test_the_real_sending_gives_the_paris_date_and_a_message_id(sessions, post, now):
    post("a@example.test")
    with sessions() as session:
        message = session.get(OutboxMail, 1).complete_message(now)
    assert message["Date"] == "Tue, 06 Jun 2023 10:00:00 +0200"
    assert message["Message-ID"].endswith("@example.test>")


def test_a_mail_keeps_its_message_id_from_try_to_try(sessions, post, now):
    post("a@example.test", "b@example.test")
    with sessions() as session:
        tries = [session.get(OutboxMail, each).complete_message(now)["Message-ID"] for each in (1, 1, 2)]
    assert tries[0] == tries[1] != tries[2]
