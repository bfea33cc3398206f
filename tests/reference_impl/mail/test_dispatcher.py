"""Every mail leaves exactly once, in order, whatever the mail server, the wake-ups and the restarts do."""

import logging
import queue
import threading
from datetime import UTC, datetime
from email.message import EmailMessage
from logging.handlers import QueueHandler

import pytest
from freezegun import freeze_time

from fakes.smtp import CapturedSmtp
from reference_impl import clock
from reference_impl.mail.dispatcher import Dispatcher
from reference_impl.mail.outbox import OutboxMail, pending_ids
from reference_impl.mail.transport import Deferred, Refused, Unreachable, smtp_transport

PATIENCE_S = 20


class Postman:
    """A transport that answers with the failures it was given, then delivers."""

    def __init__(self) -> None:
        self.failures: dict[str, list[Exception]] = {}
        self.tried: queue.Queue[str] = queue.Queue()
        self.delivered: list[str] = []
        self.enough = threading.Condition()

    def __call__(self, message: EmailMessage, recipient: str) -> None:
        self.tried.put(recipient)
        if self.failures.get(recipient):
            raise self.failures[recipient].pop(0)
        with self.enough:
            self.delivered.append(recipient)
            self.enough.notify_all()

    def wait_for(self, count: int) -> list[str]:
        with self.enough:
            assert self.enough.wait_for(lambda: len(self.delivered) >= count, PATIENCE_S), self.delivered
            return list(self.delivered)


@pytest.fixture
def postman() -> Postman:
    return Postman()


@pytest.fixture
def dispatcher(sessions, postman, now):
    """Stopped at the end, and by the tests that look at what is settled."""
    running = Dispatcher(sessions, postman, lambda: now, retry_s=0.01)
    yield running
    running.stop()


@pytest.fixture
def logged():
    """What the dispatcher logs, as it comes."""
    records: queue.Queue[logging.LogRecord] = queue.Queue()
    handler = QueueHandler(records)
    logging.getLogger(Dispatcher.__module__).addHandler(handler)
    yield records
    logging.getLogger(Dispatcher.__module__).removeHandler(handler)


def settled(sessions) -> dict[str, tuple[datetime | None, datetime | None]]:
    with sessions() as session:
        return {mail.recipient: (mail.sent_at, mail.refused_at) for mail in session.query(OutboxMail)}


def test_mails_leave_in_order_and_their_sending_is_dated(dispatcher, postman, post, sessions, now):
    post("c@example.test", "a@example.test", "b@example.test")
    dispatcher.start()
    assert postman.wait_for(3) == ["c@example.test", "a@example.test", "b@example.test"]
    dispatcher.stop()
    assert set(settled(sessions).values()) == {(now, None)}


def test_a_wake_up_sends_what_came_since(dispatcher, postman, post):
    dispatcher.start()
    post("a@example.test")
    dispatcher.wake()
    assert postman.wait_for(1) == ["a@example.test"]
    post("b@example.test")
    dispatcher.wake()
    assert postman.wait_for(2) == ["a@example.test", "b@example.test"]


def test_a_crowd_of_wake_ups_sends_each_mail_once(dispatcher, postman, post):
    dispatcher.start()
    recipients = [f"p{each}@example.test" for each in range(20)]
    ringing = [threading.Thread(target=lambda: [dispatcher.wake() for _ in range(50)]) for _ in range(4)]
    for thread in ringing:
        thread.start()
    post(*recipients)
    for thread in ringing:
        thread.join()
    dispatcher.wake()
    postman.wait_for(20)
    dispatcher.stop()
    assert postman.delivered == recipients


def test_an_absent_server_keeps_all_mails_in_order_until_it_is_back(dispatcher, postman, post):
    postman.failures["a@example.test"] = [Unreachable("down")] * 3
    post("a@example.test", "b@example.test")
    dispatcher.start()
    assert postman.wait_for(2) == ["a@example.test", "b@example.test"]
    assert [postman.tried.get_nowait() for _ in range(5)] == ["a@example.test"] * 4 + ["b@example.test"]


def test_a_mail_put_off_does_not_block_the_others(dispatcher, postman, post):
    postman.failures["a@example.test"] = [Deferred("SMTP 451")]
    post("a@example.test", "b@example.test")
    dispatcher.start()
    assert postman.wait_for(2) == ["b@example.test", "a@example.test"]


def test_a_mail_refused_for_good_is_never_tried_again_nor_blocks_the_others(dispatcher, postman, post, sessions, now):
    postman.failures["a@example.test"] = [Refused("SMTP 550")]
    post("a@example.test", "b@example.test")
    dispatcher.start()
    assert postman.wait_for(1) == ["b@example.test"]
    dispatcher.stop()
    assert settled(sessions) == {"a@example.test": (None, now), "b@example.test": (now, None)}
    assert postman.tried.qsize() == 2


def test_a_restart_sends_what_the_stop_left(dispatcher, sessions, postman, post, now):
    away = Dispatcher(sessions, Postman(), lambda: now)
    away.start()
    away.stop()
    post("a@example.test")
    dispatcher.start()
    assert postman.wait_for(1) == ["a@example.test"]


def test_a_stop_while_the_server_is_away_loses_nothing(sessions, postman, post, now):
    postman.failures["a@example.test"] = [Unreachable("down")]
    post("a@example.test")
    waiting = Dispatcher(sessions, postman, lambda: now, retry_s=3600)
    waiting.start()
    postman.tried.get(timeout=PATIENCE_S)
    waiting.stop()
    with sessions() as session:
        assert pending_ids(session) == [1]


def test_an_outbox_out_of_reach_is_tried_again(dispatcher, sessions, postman, post, logged):
    post("a@example.test")
    with sessions.kw["bind"].begin() as connection:
        connection.exec_driver_sql("ALTER TABLE outbox RENAME TO elsewhere")
    dispatcher.start()
    assert logged.get(timeout=PATIENCE_S).getMessage() == "outbox out of reach (OperationalError): trying again"
    with sessions.kw["bind"].begin() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO outbox")
    assert postman.wait_for(1) == ["a@example.test"]


def test_the_log_says_what_failed_and_names_no_recipient(dispatcher, postman, post, logged):
    postman.failures["a@example.test"] = [Unreachable("OSError"), Deferred("SMTP 451"), Refused("SMTP 550")]
    post("a@example.test")
    dispatcher.start()
    assert [logged.get(timeout=PATIENCE_S).getMessage() for _ in range(3)] == [
        "mail server unreachable (OSError): the mails are kept",
        "mail 1 put off by the server (SMTP 451)",
        "mail 1 refused by the server (SMTP 550)",
    ]


def test_a_frozen_site_sends_through_a_server_that_comes_back(sessions, post):
    server = CapturedSmtp()
    server.start()
    server.stop()
    with freeze_time("2023-12-31T23:30:00Z"):
        running = Dispatcher(sessions, smtp_transport(server.host, server.port), clock.now, retry_s=0.01)
        post("a@example.test")
        running.start()
        server.start()
        [mail] = server.wait_for("a@example.test", 1, PATIENCE_S)
        running.stop()
    server.stop()
    assert b"Date: Mon, 01 Jan 2024 00:30:00 +0100\r\n" in mail.raw
    assert settled(sessions)["a@example.test"] == (datetime(2023, 12, 31, 23, 30, tzinfo=UTC), None)
