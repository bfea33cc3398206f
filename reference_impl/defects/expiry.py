"""Defects of the expiry of a password: its last day, the warning before it, and what log in makes of it (PER)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from types import SimpleNamespace
from typing import Any

from reference_impl import clock
from reference_impl.defects import ALL, after, before, defect, put, wrap
from reference_impl.domain import paris, validity
from reference_impl.domain.addresses import canonical_or_none
from reference_impl.domain.validity import Expiry
from reference_impl.procedures import log_in
from reference_impl.procedures.log_in import LogIn, Outcome
from reference_impl.site import Site
from reference_impl.store import spaces
from reference_impl.store.tables import Space
from reference_impl.web import access, app, owner, public
from reference_impl.web import space as screens
from reference_impl.web.desk import site as present_site

DAY = timedelta(days=1)
LAST_DAY = ("C10", "G12", "G23", "PER-1.1-2", "PER-3-1")


# -- the last day -----------------------------------------------------------------------------------------------------


def _ends(end_of: Callable[[date], datetime]) -> None:
    """Have a day of Paris end elsewhere, for the expiry."""
    put(paris, "end_of", end_of)


@defect("dernier-jour-refuse", breaks="C10", neighbours=LAST_DAY[1:])
def _last_day_refused() -> None:
    """Le dernier jour annoncé, le mot de passe n'ouvre déjà plus l'espace."""
    _ends(lambda day: datetime.combine(day, time.min, paris.PARIS))


@defect("lendemain-accepte", breaks="PER-3-1", neighbours=(ALL,))
def _day_after_accepted() -> None:
    """Le lendemain de l'échéance, le mot de passe ouvre encore l'espace."""
    _ends(lambda day: datetime.combine(day + 2 * DAY, time.min, paris.PARIS))


@defect("echeance-a-minuit-de-greenwich", breaks="G23", neighbours=("C04", "G12", "PER-1.1-2", "PER-3-1"))
def _midnight_in_utc() -> None:
    """Le mot de passe expire à minuit, heure de Greenwich, non de Paris."""
    _ends(lambda day: datetime.combine(day + DAY, time.min, UTC))


@defect("heure-d-ete-ignoree-a-l-echeance", breaks="PER-3-1", neighbours=("G12", "G23"))
def _winter_all_year() -> None:
    """En été, le mot de passe expire à une heure du matin."""
    _ends(lambda day: datetime.combine(day + DAY, time.min, timezone(timedelta(hours=1))))


@defect("heure-d-ete-toute-l-annee-a-l-echeance", breaks="C10", neighbours=("PER-1.1-2",))
def _summer_all_year() -> None:
    """En hiver, le mot de passe expire une heure avant la fin du dernier jour."""
    _ends(lambda day: datetime.combine(day + DAY, time.min, timezone(timedelta(hours=2))))


@defect("dernier-jour-de-24-heures", breaks="C10", neighbours=("G23", "PER-1.1-2", "PER-3-1"))
def _elapsed_day() -> None:
    """Le dernier jour dure toujours 24 heures, même quand l'heure change."""
    _ends(lambda day: datetime.combine(day, time.min, paris.PARIS).astimezone(UTC) + DAY)


@defect("session-coupee-a-l-echeance", breaks="G12")
def _session_cut() -> None:
    """À l'échéance, la session ouverte est coupée."""

    def visitor(sound: Callable[[], Any]) -> Any:
        present = sound()
        if present.space_id is None:
            return present
        with present_site().database.begin() as db:
            overdue = validity.is_expired(spaces.get(db, present.space_id).password_set_at, clock.now())
        return SimpleNamespace(space_id=None) if overdue else present

    wrap(owner, "visitor", visitor)


# -- the warning ------------------------------------------------------------------------------------------------------


def _warned(is_near: Callable[[int], bool]) -> None:
    """Have the owner warned on other days, by the number of those that are left."""
    put(Expiry, "is_near", property(lambda expiry: is_near(expiry.days_left)))


@defect("alerte-a-61-jours", breaks="C09", neighbours=("PER-2-1",))
def _one_day_early() -> None:
    """L'alerte commence 61 jours avant l'échéance, non 60."""
    put(validity, "WARNED_DAYS", 61)


@defect("alerte-absente-a-60-jours", breaks="C09", neighbours=("PER-2-1",))
def _one_day_late() -> None:
    """L'alerte ne commence que 59 jours avant l'échéance."""
    put(validity, "WARNED_DAYS", 59)


@defect("alerte-a-63-jours", breaks="PER-1.1-5", neighbours=("C09", "PER-1.5-3", "PER-2-1", "PER-2-11"))
def _far_too_early() -> None:
    """L'alerte commence 63 jours avant l'échéance."""
    put(validity, "WARNED_DAYS", 63)


@defect("alerte-interrompue", breaks="C09", neighbours=("PER-2-1",))
def _interrupted() -> None:
    """L'alerte, donnée à 60 jours, ne l'est pas à 59."""
    _warned(lambda left: 0 <= left <= 60 and left != 59)


@defect("alerte-absente-la-veille", breaks="PER-1.1-5", neighbours=("G25", "PER-1.5-3", "PER-2-1", "PER-2-8"))
def _not_the_day_before() -> None:
    """L'alerte cesse l'avant-veille de l'échéance."""
    _warned(lambda left: 2 <= left <= 60)


@defect("fenetre-d-alerte-absente", breaks="PER-2-5", neighbours=(ALL,))
def _no_window() -> None:
    """À l'approche de l'échéance, la connexion ouvre l'espace sans fenêtre d'alerte."""
    after(log_in, "_outcome", lambda outcome: Outcome.ACCEPTED if outcome is Outcome.WARNED else outcome)


@defect("alerte-une-seule-fois", breaks="G24", neighbours=("C09", "PER-2-1"))
def _once_only() -> None:
    """La fenêtre d'alerte n'est montrée qu'à la première connexion."""
    warned = set[int]()

    def outcome(sound: Callable[..., Outcome], space: Space, now: datetime) -> Outcome:
        found = sound(space, now)
        if found is not Outcome.WARNED or space.id not in warned:
            warned.update({space.id} if found is Outcome.WARNED else ())
            return found
        return Outcome.ACCEPTED

    wrap(log_in, "_outcome", outcome)


@defect("fenetre-d-alerte-en-avance-d-un-jour", breaks="PER-2-5", neighbours=("G23", "G65"))
def _another_date_in_the_window() -> None:
    """La fenêtre d'alerte annonce l'échéance un jour trop tôt."""

    def render(sound: Callable[..., str], template: str, **facts: Any) -> str:
        if template == "warning.html":
            facts["expiry"] = Expiry(facts["expiry"].last_day - DAY, facts["expiry"].days_left)
        return sound(template, **facts)

    wrap(screens, "render_template", render)


@defect("expiration-affichee-un-jour-trop-tard", breaks="PER-2-7",
        neighbours=("C26", "EP5-2-14", "G23", "PER-1.1-5", "PER-1.5-3", "PER-2-11", "PER-2-26"))  # fmt: skip
def _another_date_at_home() -> None:
    """L'accueil de l'espace affiche une expiration au lendemain du dernier jour."""
    wrap(app, "short_date", lambda sound, day: sound(day + DAY))


@defect("decompte-d-un-jour-de-trop", breaks="PER-2-8", neighbours=("C10", "G23", "G25", "PER-2-7", "PER-2-11"))
def _one_day_too_many() -> None:
    """Le décompte de l'accueil annonce un jour de trop."""
    wrap(app, "in_days", lambda sound, days: sound(days + 1))


@defect("decompte-d-un-jour-de-moins", breaks="PER-2-8", neighbours=("C10", "G23", "G25", "PER-2-7", "PER-2-11"))
def _one_day_too_few() -> None:
    """Le décompte de l'accueil annonce un jour de moins."""
    wrap(app, "in_days", lambda sound, days: sound(max(days - 1, 0)))


@defect("decompte-sans-singulier", breaks="G25")
def _always_plural() -> None:
    """La veille de l'échéance, le décompte s'écrit « dans 1 jours »."""
    wrap(app, "in_days", lambda sound, days: sound(days).replace("1 jour", "1 jours") if days == 1 else sound(days))


@defect("dernier-jour-non-dit", breaks="G25")
def _last_day_untold() -> None:
    """Le dernier jour, le décompte dit seulement « bientôt »."""
    wrap(app, "in_days", lambda sound, days: sound(days) if days else "bientôt")


@defect("decompte-a-l-heure-de-greenwich", breaks="G23", neighbours=("PER-2-8",))
def _counted_in_utc() -> None:
    """Le décompte change à minuit de Greenwich, non de Paris."""

    def expiry(sound: Callable[..., Expiry], set_at: datetime | None, now: datetime) -> Expiry:
        last = sound(set_at, now).last_day
        return Expiry(last, (last - now.astimezone(UTC).date()).days)

    wrap(validity, "expiry", expiry)


@defect("decompte-en-heures-ecoulees", breaks="G23", neighbours=("PER-2-8",))
def _counted_in_hours() -> None:
    """Le décompte compte les tranches de 24 heures, non les jours du calendrier."""

    def expiry(sound: Callable[..., Expiry], set_at: datetime | None, now: datetime) -> Expiry:
        last = sound(set_at, now).last_day
        return Expiry(last, (paris.end_of(last) - now).days)

    wrap(validity, "expiry", expiry)


# -- log in -----------------------------------------------------------------------------------------------------------


@defect("mot-de-passe-expire-qui-ouvre", breaks="PER-1.1-3", neighbours=(ALL,))
def _never_expired() -> None:
    """Un mot de passe expiré ouvre l'espace comme un autre."""
    after(log_in, "_outcome", lambda outcome: Outcome.ACCEPTED if outcome is Outcome.EXPIRED else outcome)


@defect("espace-ouvert-derriere-le-renouvellement", breaks="PER-3-4", neighbours=("C22", "PER-1.1-3", "PER-1.1-4"))
def _open_behind() -> None:
    """« Mot de passe expiré » s'affiche, mais l'accueil de l'espace s'ouvre par son adresse."""
    found: list[LogIn] = []

    def judge(outcome: LogIn) -> LogIn:
        found.append(outcome)
        return outcome

    after(log_in, "log_in", judge)
    wrap(access, "_renew_session", lambda sound, space_id: sound(found[-1].space_id))


def _of_an_expired(site: Site, typed: str) -> Space | None:
    with site.database.begin() as db:
        space = spaces.active(db, canonical_or_none(typed) or "")
    return space if space and validity.is_expired(space.password_set_at, clock.now()) else None


@defect("expiration-revelee-a-la-connexion", breaks="G19")
def _told() -> None:
    """Un mauvais mot de passe est refusé en disant que le vrai a expiré."""
    refused = access.REFUSED

    def tell(site: Site, typed: str, password: str, now: datetime) -> None:
        put(access, "REFUSED", "Votre mot de passe a expiré." if _of_an_expired(site, typed) else refused)

    before(log_in, "log_in", tell)


@defect("renouvellement-ouvert-sans-mot-de-passe", breaks="G19", neighbours=("PER-1.5-1", "PER-3-9"))
def _led_there() -> None:
    """L'adresse d'un espace expiré mène au renouvellement, quel que soit le mot de passe."""

    def judge(sound: Callable[..., LogIn], site: Site, typed: str, password: str, now: datetime) -> LogIn:
        found, expired = sound(site, typed, password, now), _of_an_expired(site, typed)
        return LogIn(Outcome.EXPIRED, expired.id) if expired else found

    wrap(log_in, "log_in", judge)


@defect("fiche-de-la-peremption-absente", breaks="PER-1.1-8")
def _no_sheet_of_expiry() -> None:
    """L'aide ne présente pas la fiche « La péremption de votre mot de passe »."""
    del public.SHEETS["fiche-peremption"]
