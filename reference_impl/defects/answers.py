"""Defects of the security answer: how it is compared, how often it may be wrong (EP6-2-16, G01, G03)."""

import unicodedata
from datetime import datetime, timedelta

from sqlalchemy import select

from reference_impl import clock
from reference_impl.defects import after, defect, put, wrap
from reference_impl.domain import answers, limits, validity
from reference_impl.domain.limits import Rule
from reference_impl.procedures import forgotten, log_in
from reference_impl.site import Site
from reference_impl.store import attempts
from reference_impl.store.tables import Journey, Kind, Space
from reference_impl.web import forms

HOUR = timedelta(hours=1)


# -- the comparison ---------------------------------------------------------------------------------------------------


@defect("toute-reponse-acceptee", breaks="EP6-2-16", neighbours=("EP6-1.5-1", "G03", "G16"))
def _any_answer() -> None:
    """Toute réponse à la question de confiance est acceptée."""
    wrap(forgotten, "_is_right", lambda sound, site, journey, typed: _has_space(journey) or sound(site, journey, typed))


@defect("reponse-comparee-par-son-debut", breaks="EP6-2-16")
def _by_its_beginning() -> None:
    """Seules les sept premières lettres de la réponse comptent."""
    after(answers, "normalise", lambda kept: kept[:7])


@defect("reponse-d-un-autre-acceptee", breaks="EP6-1.5-1", neighbours=("EP6-2-16",))
def _of_anybody() -> None:
    """La réponse de n'importe quel usager ouvre l'espace de tous les autres."""

    def known_to_somebody(site: Site, typed: str) -> bool:
        with site.database.begin() as db:
            kept = db.scalars(select(Space.answer_hash)).all()
        return any(site.hasher.matches(each, answers.normalise(typed)) for each in kept)

    wrap(
        forgotten,
        "_is_right",
        lambda sound, site, journey, typed: _has_space(journey) and known_to_somebody(site, typed),
    )


@defect("reponse-vide-acceptee", breaks="EP6-2-14", neighbours=("EP6-2-16", "G16"))
def _nothing_will_do() -> None:
    """La réponse de confiance est facultative."""
    put(forms.AnswerForm, "validate_answer", lambda form, field: None)
    wrap(
        forgotten,
        "_is_right",
        lambda sound, site, journey, typed: (_has_space(journey) and not typed.strip()) or sound(site, journey, typed),
    )


@defect("reponse-comparee-avec-la-casse", breaks="G03")
def _with_case() -> None:
    """Une majuscule de trop ou de moins rend la réponse fausse."""
    put(answers, "normalise", lambda typed: " ".join(_without_accents(typed).split()))


@defect("reponse-comparee-avec-les-accents", breaks="G03")
def _with_accents() -> None:
    """Un accent de trop ou de moins rend la réponse fausse."""
    put(answers, "normalise", lambda typed: " ".join(typed.casefold().split()))


@defect("trait-d-union-pris-pour-un-espace", breaks="G03")
def _hyphen_as_space() -> None:
    """Un trait d'union vaut un espace dans la réponse."""
    wrap(answers, "normalise", lambda sound, typed: sound(typed.replace("-", " ")))


# -- how often --------------------------------------------------------------------------------------------------------


@defect("essais-sans-limite", breaks="G01")
def _no_limit() -> None:
    """Les mauvaises réponses ne suspendent jamais la procédure."""
    put(limits, "ANSWER_RULES", ())


@defect("quatre-essais-au-lieu-de-cinq", breaks="G01")
def _four_tries() -> None:
    """La procédure est suspendue dès la quatrième mauvaise réponse."""
    put(limits, "ANSWER_RULES", (Rule(4, HOUR, HOUR),))


@defect("suspension-de-trente-minutes", breaks="G01")
def _half_an_hour() -> None:
    """La suspension ne dure qu'une demi-heure."""
    put(limits, "ANSWER_RULES", (Rule(5, HOUR, HOUR / 2),))


@defect("compte-jamais-remis-a-zero", breaks="G01")
def _never_forgotten() -> None:
    """Une bonne réponse ne remet pas à zéro le compte des mauvaises."""
    wrap(attempts, "forget", lambda sound, db, kind, address: kind is Kind.ANSWER or sound(db, kind, address))


@defect("suspension-etendue-a-la-connexion", breaks="G01")
def _log_in_too() -> None:
    """Cinq mauvaises réponses ferment aussi la connexion."""

    def suspended(site: Site, address: str, now: datetime) -> bool:
        with site.database.begin() as db:
            return limits.suspended_until(attempts.failures(db, Kind.ANSWER, address), now) is not None

    wrap(log_in, "_may_try", lambda sound, *told: not suspended(*told) and sound(*told))


@defect("procedure-fermee-a-qui-a-laisse-expirer", breaks="G18")
def _closed_to_expired() -> None:
    """Aucune réponse n'ouvre l'espace dont le mot de passe a expiré."""

    def expired(site: Site, journey: Journey) -> bool:
        space = forgotten._space(site, journey)
        return validity.is_expired(space.password_set_at, clock.now())

    wrap(
        forgotten,
        "_is_right",
        lambda sound, site, journey, typed: sound(site, journey, typed) and not expired(site, journey),
    )


def _has_space(journey: Journey) -> bool:
    return journey.space_id is not None


def _without_accents(typed: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", typed) if not unicodedata.combining(sign))
