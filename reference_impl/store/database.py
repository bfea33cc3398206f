"""The SQLite database: a file in WAL mode, or memory shared by all threads.

Every transaction begins as a writer (BEGIN IMMEDIATE): two requests that would read and then write the same row wait
for each other instead of both winning. Transactions are short, and never nested.
"""

from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

from reference_impl.mail import outbox
from reference_impl.orm import Base
from reference_impl.store import option_tables, tables

MEMORY = ":memory:"
_PATIENCE_S = 30

# The modules that declare tables: without them, the database would be created without.
_DECLARING = (tables, option_tables, outbox)


class Database:
    """The engine and its transactions."""

    def __init__(self, path: str) -> None:
        self.engine = _engine(path)
        Base.metadata.create_all(self.engine)
        self.sessions = sessionmaker(self.engine, expire_on_commit=False)

    def begin(self) -> AbstractContextManager[Session]:
        """A transaction: committed at the end of the block, rolled back where it raises."""
        return self.sessions.begin()

    def empty(self) -> None:
        """Forget every row of every table."""
        with self.engine.begin() as connection:
            for table in reversed(Base.metadata.sorted_tables):
                connection.execute(table.delete())

    def close(self) -> None:
        """Close the connections; what was in memory is gone."""
        self.engine.dispose()


def _engine(path: str) -> Engine:
    url = "sqlite://" if path == MEMORY else f"sqlite:///{path}"
    wait = {"check_same_thread": False, "timeout": _PATIENCE_S}
    engine = create_engine(url, connect_args=wait, hide_parameters=True, **_pool(path))  # errors end in the log
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _pool(path: str) -> dict[str, Any]:
    """Memory belongs to one connection, which the threads take in turns."""
    if path == MEMORY:
        return {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": _PATIENCE_S}
    return {"pool_timeout": _PATIENCE_S}


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver shall not begin transactions of its own: see _begin
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
