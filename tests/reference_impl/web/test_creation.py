"""The choice of the mode and the five screens of « Créer votre espace professionnel » (EP2 chapter 2)."""

import re

import pytest

from reference_impl.web import creation_forms as words
from reference_impl.web import forms
from tests.reference_impl.conftest import NEW
from tests.reference_impl.web.conftest import (
    ACTIVATION,
    CREATION,
    EMAIL,
    FILLED,
    FORM,
    IDENTIFIERS,
    RECAP,
    REGISTERED,
    TERMS,
    TITLES,
)
from tests.reference_impl.web.test_creation_form import recalled, typed

STEPS = ("Conditions générales", "Identifiants", "Formulaire inscription", "Récapitulatif", "Enregistrement")
MODES = (
    "Professionnels",
    "Quitter",
    "Vous souhaitez créer un espace pour votre propre entreprise dont vous ne partagerez pas la gestion des services "
    "en ligne ? Optez pour le mode simplifié",
    "Vous souhaitez créer un espace pour l'entreprise que vous représentez ou dont vous partagerez la gestion des "
    "services en ligne ? Optez pour le mode expert",
    "Annulez votre demande",
    "En savoir plus",
)


def walk(applicant):
    """Each of the five screens in turn."""
    yield applicant.get(TERMS)
    yield applicant.copying(TERMS, accepted="y")
    yield applicant.identifies()
    yield applicant.describes()
    yield applicant.validates()


def test_the_whole_way(applicant, mails):
    assert [page.screen for page in walk(applicant)] == list(TITLES)
    assert mails() == [EMAIL]


def test_every_screen_has_its_title_the_step_bar_and_the_way_out(applicant):
    for index, page in enumerate(walk(applicant)):
        bar = re.search(r'<nav class="etapes".*?</nav>', page.source, re.DOTALL)[0]
        labels = re.findall(r"<li([^>]*)>(.*?)</li>", bar)
        assert tuple(label for _, label in labels) == STEPS
        assert [number for number, (mark, _) in enumerate(labels) if "aria-current" in mark] == [index]
        assert "<h1>Créer votre espace professionnel</h1>" in page.source
        assert "Quitter" in page.text


@pytest.mark.parametrize("text", MODES)
def test_the_choice_of_the_mode_shows(applicant, text):
    assert text in applicant.get(CREATION).text


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Créez votre espace en mode expert", TERMS),
        ("Créez votre espace en mode simplifié", "/hors-perimetre/mode-simplifie"),
        ("Annulez votre demande", "/authentification"),
        ("En savoir plus", f"{CREATION}/les-deux-modes#simplifie"),
    ],
)
def test_the_choice_of_the_mode_leads_on(applicant, words, path):
    links = dict(re.findall(r'<a [^>]*href="([^"]+)"[^>]*>([^<]*)</a>', applicant.get(CREATION).source))
    assert links[path] == words


@pytest.mark.parametrize("label", ["Créer mon espace professionnel", "Activer mon espace / mes services"])
def test_authentication_leads_here(applicant, label):
    link = re.search(rf'href="([^"]+)">{label}', applicant.get("/authentification").source)[1]
    assert link == (CREATION if "Créer" in label else ACTIVATION)


# -- screen 1 -------------------------------------------------------------------------------------------------------


def test_the_box_is_not_ticked_beforehand(applicant):
    box = re.search(r'<input[^>]*name="accepted"[^>]*>', applicant.get(TERMS).source)[0]
    assert " checked" not in box
    assert 'aria-required="true"' in box


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"accepted": ""}, words.NOT_ACCEPTED),
        ({"image": ""}, forms.NO_IMAGE),
        ({"image": "zzzzzz"}, forms.BAD_IMAGE),
    ],
)
def test_terms_and_image_are_both_needed(applicant, fields, error):
    page = applicant.accepts(**fields)
    assert (page.status, page.screen, page.value("image")) == (422, TITLES[0], "")
    assert error in page.alert
    assert applicant.get(IDENTIFIERS).path == TERMS


def test_the_tick_survives_a_wrong_image(applicant):
    box = re.search(r'<input[^>]*name="accepted"[^>]*>', applicant.accepts(image="zzzzzz").source)[0]
    assert " checked" in box


def test_the_terms_open_beside_the_procedure(applicant):
    link = re.search(r'<a href="([^"]+)" target="_blank"[^>]*>conditions générales</a>', applicant.get(TERMS).source)[1]
    assert applicant.get(link).status == 200


# -- screens 4 and 5 ------------------------------------------------------------------------------------------------


def test_the_recap_shows_all_that_was_typed(applicant):
    page = applicant.reaches_recap()
    values = list(FILLED.values())
    assert recalled(page) == [*values[:3], EMAIL, *values[3:]]
    assert "Complément d'adresse :" in page.text
    assert NEW not in page.source


def test_etape_precedente_of_the_recap_leads_to_the_form_as_it_was(applicant):
    applicant.reaches_recap()
    assert typed(applicant.get(FORM)) == FILLED
    assert "Annecy" in recalled(applicant.describes(city="Annecy"))


def test_the_last_screen(applicant):
    page = applicant.registers()
    assert "Lila ROSEMONDE" in page.text
    assert f"vérifiez que l'adresse que vous avez saisie ({EMAIL}) est correcte" in page.text
    assert "Vous disposez d'un délai de 48h, à compter de l'envoi du code ci-dessus" in page.text
    assert f'href="{ACTIVATION}">Activez votre espace professionnel' in page.source
    assert applicant.code() not in page.source


def test_nothing_is_done_twice(applicant, mails):
    page = applicant.registers()
    assert applicant.get(REGISTERED).text == page.text
    assert applicant.validates().path == REGISTERED
    for path in (IDENTIFIERS, FORM, RECAP):
        assert applicant.get(path).path == REGISTERED
    assert mails() == [EMAIL]


def test_another_creation_begins_afresh(applicant, mails):
    applicant.registers()
    page = applicant.accepts()
    assert (page.screen, page.value("address")) == (TITLES[1], "")
    assert applicant.identifies("autre@example.test").value("last_name") == ""


def test_an_address_taken_meanwhile_is_refused_at_valider(applicants, mails):
    late, first = applicants(), applicants()
    late.reaches_recap()
    first.registers()
    page = late.validates()
    assert (page.status, page.screen) == (422, TITLES[3])
    assert "Une demande est déjà en cours" in page.alert
    assert mails() == [EMAIL]
    late.get(IDENTIFIERS)
    assert typed(late.identifies("autre@example.test")) == FILLED


@pytest.mark.parametrize("step", [IDENTIFIERS, FORM, RECAP, REGISTERED])
def test_no_step_is_skipped_by_its_url(applicant, step):
    assert applicant.get(step).path == TERMS
    assert "Reprenez-la depuis le début" in applicant.page.alert
    applicant.accepts()
    assert applicant.get(step).path == (IDENTIFIERS if step == IDENTIFIERS else TERMS)


@pytest.mark.parametrize("step", [FORM, RECAP])
def test_no_step_is_skipped_by_posting_to_it(applicant, mails, step):
    applicant.accepts()
    assert applicant.post(step, **FILLED).path == TERMS
    assert mails() == []


def test_quitter_gives_the_procedure_up(applicant, applicants, mails):
    applicant.reaches_recap()
    assert applicant.post(f"{CREATION}/quitter").path == "/"
    assert applicant.get(RECAP).path == TERMS
    assert mails() == []
    assert applicants().reaches_form().screen == TITLES[2]


def test_after_half_an_hour_the_procedure_begins_again(applicant, hour, mails):
    applicant.reaches_recap()
    hour.passes(minutes=30, seconds=1)
    page = applicant.validates()
    assert (page.path, "30 minutes sans activité" in page.alert) == (TERMS, True)
    assert mails() == []


def test_after_a_restart_the_procedure_begins_again(applicant, site):
    applicant.reaches_recap()
    site.chosen_answers.__init__()
    assert applicant.get(RECAP).path == TERMS


def test_until_it_is_activated_there_is_no_space(applicant, visit):
    applicant.registers()
    assert visit().logs_in(EMAIL, NEW).path == "/authentification"
