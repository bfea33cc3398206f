"""What every table of the site shares: the declarative base and the type of an instant.

Instants are kept in UTC (gap G23); SQLite has no time zone, so the conversion is made at this one border.
"""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator


class Base(DeclarativeBase):
    """The tables of the site."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, stored in UTC and given back in UTC. A naive datetime is refused with ValueError."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware instant into what the database keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn what the database keeps into an aware instant."""
        return value if value is None else value.replace(tzinfo=UTC)
