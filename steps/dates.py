"""Dates as the sheets write them: « 05 juin 2026 », « 05/06/2026 », at Paris time."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from targets.faults import Unmet

PARIS = ZoneInfo("Europe/Paris")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
LONG_DATE = rf"\d{{2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
SHORT_DATE = r"\d{2}/\d{2}/\d{4}"


def long_date(text: str) -> date:
    """The date of « 05 juin 2026 »."""
    day, month, year = text.split()
    return date(int(year), MONTHS.index(month) + 1, int(day))


def short_date(text: str) -> date:
    """The date of « 05/06/2026 »."""
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


def paris(day: str, hour: str = "10:00:00") -> datetime:
    """The instant of « 06/06/2023 » at « 10:00:00 », Paris time."""
    return datetime.combine(short_date(day), time.fromisoformat(hour), PARIS)


def lapse(text: str) -> timedelta:
    """The duration of « 9 minutes 59 » (minutes, then seconds)."""
    minutes, seconds = re.fullmatch(r"(\d+) minutes (\d+)", text).groups()  # type: ignore[union-attr]
    return timedelta(minutes=int(minutes), seconds=int(seconds))


def valid_until(what: str, text: str) -> str:
    """The date that follows « valable jusqu'au » in ``text``, as written there (EP6-2-26)."""
    found = re.search(rf"valable jusqu['\u2019]au\s+({LONG_DATE})", re.sub(r"\s+", " ", text))
    if not found:
        raise Unmet(
            f"{what} n'annonce pas de date de validité.",
            expected="« valable jusqu'au » suivi d'une date comme « 05 juin 2026 »",
            seen=re.sub(r"\s+", " ", text)[:800],
        )
    return found.group(1)
