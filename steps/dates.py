"""Dates as the sheets write them: « 05 juin 2026 », « 05/06/2026 », at Paris time."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
WRITTEN_DATE = rf"(?:\d{{1,2}}|1er) (?:{'|'.join(MONTHS)}) \d{{4}}"
SHORT_DATE = r"\d{2}/\d{2}/\d{4}"
ANY_DATE = rf"(?:{WRITTEN_DATE}|{SHORT_DATE})"
"""A site may write a date in letters or in figures: the sheets do both, and only G65 says which goes where."""


def long_date(text: str) -> date:
    """The date of « 05 juin 2026 »."""
    day, month, year = text.lower().split()
    return date(int(year), MONTHS.index(month) + 1, int(day.removesuffix("er")))


def short_date(text: str) -> date:
    """The date of « 05/06/2026 »."""
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


def paris(day: str, hour: str = "10:00:00") -> datetime:
    """The instant of « 06/06/2023 » at « 10:00:00 », Paris time."""
    return datetime.combine(short_date(day), time.fromisoformat(hour), PARIS)


def written(day: date) -> str:
    """« 05 juin 2026 »."""
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"


def last_day_of_three_years(first: date) -> date:
    """The eve of the third anniversary; for a 29 February, 28 February (C04)."""
    leap_day = (first.month, first.day) == (2, 29)
    anniversary = date(first.year + 3, 3, 1) if leap_day else first.replace(year=first.year + 3)
    return anniversary - timedelta(days=1)


def lapse(text: str) -> timedelta:
    """The duration of « 9 minutes et 59 secondes », « 47 heures et 55 minutes », « 48 heures »."""
    counts = {unit: int(count) for count, unit in re.findall(r"(\d+) (heure|minute|seconde)s?", text)}
    return timedelta(hours=counts.get("heure", 0), minutes=counts.get("minute", 0), seconds=counts.get("seconde", 0))


def valid_until(text: str) -> str:
    """The date that follows « valable jusqu'au » in ``text``, as written there, or an empty string (EP6-2-26)."""
    flat = re.sub(r"\s+", " ", text)
    found = re.search(rf"(?:valable|valide) jusqu['\u2019]au ({ANY_DATE})", flat, re.IGNORECASE)
    return found.group(1) if found else ""


def same_day(one: str, other: str) -> bool:
    """Whether two written dates are of one day, « 05 juin » or « 5 juin », « 1er » or « 01 », in letters or figures."""
    return bool(one and other) and day_of(one) == day_of(other)


def day_of(text: str) -> date:
    """The date that ``text`` writes, in letters or in figures."""
    return short_date(text) if "/" in text else long_date(text)


def chosen_for(last: date) -> date:
    """The day on which a password that is valid until ``last`` was chosen."""
    following = last + timedelta(days=1)
    return following.replace(year=following.year - 3)
