"""Defects of the way through « Mot de passe oublié »: what opens too early, what is lost, what is done twice."""

from datetime import timedelta
from typing import Any

from reference_impl.defects import after, before, defect, put, wrap
from reference_impl.defects.texts import ScreenWording
from reference_impl.domain import forgotten as rules
from reference_impl.domain.forgotten import Reached, Step
from reference_impl.domain.passwords import Refusal
from reference_impl.procedures import forgotten
from reference_impl.procedures.tries import Judgement
from reference_impl.site import Site
from reference_impl.store import journeys, spaces, web_sessions
from reference_impl.store.tables import Journey
from reference_impl.web import forgotten as screens
from reference_impl.web import forms
from reference_impl.web.desk import site as present_site


@defect("etape-sautee-par-son-adresse", breaks="EP6-1.5-2")
def _skipped() -> None:
    """L'écran du nouveau mot de passe s'ouvre par son adresse, sans réponse à la question."""
    rules._OPEN[Reached.ANSWER] = {Step.ANSWER, Step.PASSWORD}


@defect(
    "mot-de-passe-efface-des-la-bonne-reponse",
    breaks="EP6-1.3-6",
    neighbours=("EP6-1.3-3", "EP6-1.3-4", "EP6-2-18", "EP6-2-19", "G16", "G35"),
)
def _wiped_by_the_answer() -> None:
    """La bonne réponse efface le mot de passe en vigueur avant que le nouveau soit choisi."""

    def wiping(sound: Any, site: Site, journey: Journey, *told: Any) -> Any:
        judged = sound(site, journey, *told)
        if judged.judgement is Judgement.RIGHT:
            _wipe(site, journey)
        return judged

    wrap(forgotten, "judge", wiping)


@defect("mot-de-passe-efface-par-le-retour", breaks="EP6-2-19")
def _wiped_by_going_back() -> None:
    """« Etape précédente », depuis le nouveau mot de passe, efface celui en vigueur."""

    def wipe(journey: Journey, form: forms.AnswerForm) -> None:
        if journey.reached is Reached.PASSWORD:
            _wipe(present_site(), journey)

    before(screens, "_answer_screen", wipe)


@defect("double-clic-compte-double", breaks="G63")
def _twice() -> None:
    """« Valider » pressé deux fois change deux fois le mot de passe, et envoie deux courriels."""
    page = "forgotten/new_password.html"
    ScreenWording("-", "G63", "-", page, "novalidate data-once", "novalidate").install()
    rules._OPEN[Reached.DONE] = {Step.PASSWORD, Step.RECAP}
    after(forgotten, "refusals", lambda found: [each for each in found if each is not Refusal.SAME])
    wrap(journeys, "_move", lambda sound, db, journey, from_any, **new: sound(db, journey, {*Reached}, **new))


@defect("parcours-garde-une-heure", breaks="G33")
def _idle_for_an_hour() -> None:
    """Un écran laissé plus de trente minutes peut encore servir."""
    put(web_sessions, "IDLE", timedelta(hours=1))


@defect("parcours-perdu-avant-trente-minutes", breaks="G33")
def _idle_too_short() -> None:
    """Un écran laissé vingt-cinq minutes est déjà à reprendre."""
    put(web_sessions, "IDLE", timedelta(minutes=25))


def _wipe(site: Site, journey: Journey) -> None:
    if journey.space_id is not None:
        with site.database.begin() as db:
            spaces.get(db, journey.space_id).password_hash = None
