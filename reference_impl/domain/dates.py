"""Dates as the sheets write them, in French, without a locale of the machine (G65)."""

from datetime import date
from typing import Final

_MONTHS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def long_date(day: date) -> str:
    """« 05 juin 2026 »: two figures for the day, the month in small letters (EP6-2-26, G65)."""
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """« 05/06/2026 », as the home of the space writes the expiry of the password."""
    return f"{day:%d/%m/%Y}"


def in_days(days: int) -> str:
    """« dans 15 jours », « dans 1 jour », and on the last day « aujourd'hui à minuit » (G25)."""
    if days == 0:
        return "aujourd'hui à minuit"
    return f"dans {days} jour{'s' if days > 1 else ''}"
