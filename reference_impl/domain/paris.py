"""The calendar of Paris: every date that a person reads is a date there, wherever server and browser stand (G23)."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

PARIS: Final = ZoneInfo("Europe/Paris")


def day_of(instant: datetime) -> date:
    """The date on the calendars of Paris at ``instant`` (aware)."""
    return instant.astimezone(PARIS).date()


def end_of(day: date) -> datetime:
    """The first instant that no longer belongs to ``day`` in Paris, across both clock changes."""
    return datetime.combine(day + timedelta(days=1), time.min, PARIS)


def hour_of(instant: datetime) -> str:
    """« 15h04 », the hour in Paris."""
    return f"{instant.astimezone(PARIS):%Hh%M}"
