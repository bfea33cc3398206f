"""An outbox on a real SQLite file, and letters to put in it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

from reference_impl.mail.messages import password_changed
from reference_impl.mail.outbox import OutboxMail, enqueue
from reference_impl.orm import Base


@pytest.fixture
def now() -> datetime:
    return datetime(2023, 6, 6, 8, 0, tzinfo=UTC)


@pytest.fixture
def sessions(tmp_path: Path):
    engine = create_engine(f"sqlite:///{tmp_path / 'site.sqlite3'}")
    Base.metadata.create_all(engine, tables=[OutboxMail.__table__])
    yield sessionmaker(engine)
    engine.dispose()


@pytest.fixture
def post(sessions: sessionmaker[Session], now: datetime) -> Callable[..., None]:
    """Put one confirmation in the outbox for each recipient, each in a transaction of its own."""

    def post(*recipients: str) -> None:
        for recipient in recipients:
            with sessions.begin() as session:
                message = password_changed(recipient, date(2026, 6, 5), "site@example.test")
                enqueue(session, message, recipient, now)

    return post
