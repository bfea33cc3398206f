"""Defects of the validity of a password: how long, counted from when, in which calendar."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from reference_impl.defects import after, defect, put, wrap
from reference_impl.domain import paris, validity
from reference_impl.mail import messages
from reference_impl.store import spaces
from reference_impl.web import app

# What shows the end of validity beside EP6-2-26.
SHOWN = ("C04", "EP6-2-32", "G18", "G23", "G65")


@defect("validite-d-un-an", breaks="C03", neighbours=("EP6-2-26", *SHOWN))
def _one_year() -> None:
    """Le mot de passe est valable un an au lieu de trois."""
    put(validity, "YEARS", 1)


@defect("validite-un-jour-de-trop", breaks="EP6-2-26", neighbours=("C03", *SHOWN))
def _one_day_more() -> None:
    """La validité va jusqu'au jour anniversaire, non jusqu'à la veille."""
    after(validity, "last_day", lambda day: day + timedelta(days=1))


@defect("validite-de-1095-jours", breaks="C04", neighbours=("EP6-2-26",))
def _in_days() -> None:
    """La validité dure 1 095 jours au lieu de trois années civiles."""
    put(validity, "last_day", lambda set_at: paris.day_of(set_at) + timedelta(days=1095))


@defect("anniversaire-du-29-fevrier-au-28", breaks="C04", neighbours=("EP6-2-26",))
def _leap_day() -> None:
    """Un mot de passe choisi un 29 février expire un jour trop tôt."""

    def earlier(sound: Callable[[datetime], date], set_at: datetime) -> date:
        on_29_february = (paris.day_of(set_at).month, paris.day_of(set_at).day) == (2, 29)
        return sound(set_at) - timedelta(days=int(on_29_february))

    wrap(validity, "last_day", earlier)


@defect("validite-a-l-heure-de-greenwich", breaks="G23", neighbours=("EP6-2-26",))
def _in_utc() -> None:
    """La validité est comptée depuis la date de Greenwich, non celle de Paris."""
    wrap(validity, "last_day", lambda sound, set_at: sound(_noon(set_at)))


@defect("validite-comptee-de-l-ancien-mot-de-passe", breaks="G18", neighbours=("G65",))
def _not_renewed() -> None:
    """Le nouveau mot de passe garde l'âge de l'ancien : il peut naître expiré."""
    wrap(
        spaces,
        "set_password",
        lambda sound, db, space_id, new, now: sound(db, space_id, new, spaces.get(db, space_id).password_set_at),
    )


@defect("jour-du-mois-sans-zero", breaks="G65")
def _without_zero() -> None:
    """Le premier jour du mois s'écrit « 1 mars », sans zéro."""
    for place in (app, messages):
        after(place, "long_date", lambda written: written.removeprefix("0"))


def _noon(instant: datetime) -> datetime:
    """Noon of the same day in UTC, in which the site keeps its instants."""
    return instant.replace(hour=12)
