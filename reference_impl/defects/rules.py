"""Defects of the rules: a date, a length, a comparison."""

from datetime import date, datetime, timedelta

from reference_impl.defects import defect
from reference_impl.domain import paris, passwords, validity


@defect("validity-one-year", breaks="EP6-2-26", neighbours=("C03", "C04", "C05", "G23"))
def _validity_one_year() -> None:
    """Le mot de passe est valable un an au lieu de trois."""
    validity.YEARS = 1


@defect("validity-in-utc", breaks="G23", neighbours=("EP6-2-26", "C04", "C05"))
def _validity_in_utc() -> None:
    """La validité est comptée depuis la date de Greenwich, non celle de Paris."""

    def last_day(set_at: datetime) -> date:
        return sound(set_at.replace(hour=12))

    sound, validity.last_day = validity.last_day, last_day


@defect("validity-in-days", breaks="C04", neighbours=("EP6-2-26",))
def _validity_in_days() -> None:
    """La validité dure 1 095 jours au lieu de trois années civiles."""
    validity.last_day = lambda set_at: paris.day_of(set_at) + timedelta(days=1095)


@defect("nineteen-signs", breaks="EP6-1.3-3", neighbours=("EP6-2-20",))
def _nineteen_signs() -> None:
    """Dix-neuf caractères suffisent."""
    passwords.MINIMUM = 19
