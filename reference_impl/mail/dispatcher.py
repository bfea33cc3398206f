"""The thread that empties the outbox, in order, and tries again for as long as the mail server is away (G54)."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from reference_impl.mail.outbox import OutboxMail, mark_refused, mark_sent, pending_ids
from reference_impl.mail.transport import Deferred, Refused, Transport, Unreachable

log = logging.getLogger(__name__)


class Dispatcher:
    """Sends each pending mail once, from one thread of its own; what a stop leaves unsent, the next start sends.

    ``clock`` gives the site's present instant; the wait of ``retry_s`` seconds between two tries is real time.
    """

    def __init__(
        self,
        sessions: sessionmaker[Session],
        transport: Transport,
        clock: Callable[[], datetime],
        retry_s: float = 1.0,
    ) -> None:
        self._sessions = sessions
        self._transport = transport
        self._clock = clock
        self._retry_s = retry_s
        self._bell = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="mail-dispatcher", daemon=True)

    def start(self) -> None:
        """Send what is pending, then wait to be woken."""
        self._thread.start()

    def wake(self) -> None:
        """Say that mails were enqueued and their transaction committed."""
        self._bell.set()

    def stop(self) -> None:
        """Let the mail being sent end, and no other begin."""
        self._stopping.set()
        self._bell.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            emptied = self._empty()
            self._bell.wait(None if emptied else self._retry_s)
            self._bell.clear()

    def _empty(self) -> bool:
        """Send all that can be sent; False if some mail must be tried again."""
        try:
            with self._sessions() as session:
                waiting = pending_ids(session)
            put_off = [each for each in waiting if not self._stopping.is_set() and not self._deliver(each)]
            return not put_off
        except Unreachable as cause:
            log.warning("mail server unreachable (%s): the mails are kept", cause)
        except SQLAlchemyError as cause:
            log.warning("outbox out of reach (%s): trying again", type(cause).__name__)
        return False

    def _deliver(self, mail_id: int) -> bool:
        """Send one mail, outside any transaction: a slow mail server must not hold the database."""
        now = self._clock()
        with self._sessions() as session:
            mail = session.get(OutboxMail, mail_id)
            if mail is None:  # the site was reset meanwhile
                return True
        settle = mark_sent
        try:
            self._transport(mail.complete_message(now), mail.recipient)
        except Deferred as cause:
            log.warning("mail %d put off by the server (%s)", mail_id, cause)
            return False
        except Refused as cause:
            log.error("mail %d refused by the server (%s)", mail_id, cause)
            settle = mark_refused
        with self._sessions.begin() as session:
            settle(session, mail.message_id, now)
        return True
