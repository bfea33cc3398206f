"""Mails that wait to be sent, written in the same transaction as what they tell of (G54).

So no mail announces a change that was rolled back, and no change that was committed loses its mail. Once the mail
has left, or was refused for good, its content is forgotten: it may hold a code.
"""

from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid

from sqlalchemy import select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from reference_impl.clock import PARIS
from reference_impl.orm import Base, UtcDateTime


class OutboxMail(Base):
    """One mail to one recipient: pending until ``sent_at`` or ``refused_at`` is set."""

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str]
    message_id: Mapped[str]  # drawn once: should a crash send the mail twice, its readers see that it is the same
    content: Mapped[bytes | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refused_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def complete_message(self, now: datetime) -> EmailMessage:
        """The message with the headers of its real sending: ``Date`` at the hour of Paris, ``Message-ID`` (G55)."""
        message = message_from_bytes(self.content or b"", policy=SMTP)
        message["Date"] = now.astimezone(PARIS)
        message["Message-ID"] = self.message_id
        return message


def enqueue(session: Session, message: EmailMessage, recipient: str, now: datetime) -> OutboxMail:
    """Keep ``message`` for ``recipient`` in the caller's transaction; ring the dispatcher after the commit.

    The message has neither ``Date`` nor ``Message-ID``: both come with the real sending.
    """
    domain = message["From"].addresses[0].domain
    mail = OutboxMail(
        recipient=recipient, message_id=make_msgid(domain=domain), content=message.as_bytes(), created_at=now
    )
    session.add(mail)
    return mail


def pending_ids(session: Session) -> list[int]:
    """The mails that are neither sent nor refused, oldest first."""
    waiting = select(OutboxMail.id).where(OutboxMail.sent_at.is_(None), OutboxMail.refused_at.is_(None))
    return list(session.scalars(waiting.order_by(OutboxMail.id)))


def mark_sent(session: Session, message_id: str, now: datetime) -> None:
    """Record that a server took the mail at ``now``."""
    _settle(session, message_id, sent_at=now)


def mark_refused(session: Session, message_id: str, now: datetime) -> None:
    """Record that a server refused the mail for good at ``now``."""
    _settle(session, message_id, refused_at=now)


def _settle(session: Session, message_id: str, **settled: datetime) -> None:
    """By ``message_id``: a reset site gives the ids of its rows again, and the row may be gone meanwhile."""
    session.execute(update(OutboxMail).where(OutboxMail.message_id == message_id).values(content=None, **settled))
