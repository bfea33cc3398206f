"""The choice of the mode and the five screens of « Créer votre espace professionnel » (EP2 chapter 2)."""

import html
import json
import re

import pytest

from reference_impl.domain.questions import QUESTIONS
from reference_impl.store.tables import State
from reference_impl.web import creation_forms as words
from reference_impl.web import forms
from reference_impl.web.creation import TAKEN
from tests.reference_impl.conftest import NEW, OLD
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
)

STEPS = ("Conditions générales", "Identifiants", "Formulaire inscription", "Récapitulatif", "Enregistrement")
TITLES = (
    "Acceptez les conditions générales",
    "Créez vos identifiants",
    "Remplissez votre formulaire d'inscription",
    "Récapitulatif",
    "Enregistrement",
)
LABELS = (
    "Nom : * Prénom : * Téléphone : * Adresse électronique de connexion : Numéro de voie : Nature de la voie : "
    "Libellé de la voie : Complément d'adresse : Code postal : Ville : * Pays : *"
)
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


def recalled(page) -> list[str]:
    return [html.unescape(value) for value in re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", page.source)]


def chosen(page) -> str:
    return html.unescape(re.search(r'<option selected[^>]*value="([^"]*)"', page.source)[1])


def typed(page) -> dict[str, str]:
    return {name: page.value(name) for name in FILLED if name != "question"} | {"question": chosen(page)}


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


# -- screen 2 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"address": "", "address_again": ""}, forms.NO_ADDRESS),
        ({"address": "lila"}, forms.BAD_ADDRESS),
        ({"address": "a" * 89 + "@exemple.test"}, forms.BAD_ADDRESS),
        ({"address_again": ""}, words.ADDRESS_AGAIN),
        ({"address_again": "lila.rosemonde1@example.test"}, words.DIFFERENT_ADDRESSES),
        ({"password": ""}, words.NO_PASSWORD),
        ({"password": NEW[:19]}, "20 caractères au minimum"),
        ({"password": NEW + " x"}, "aucun espace"),
        ({"password": "a" * 20}, "trop faible"),
        ({"password_again": ""}, words.PASSWORD_AGAIN),
        ({"password_again": OLD}, forms.DIFFERENT),
    ],
)
def test_a_bad_field_stays_on_screen_2(applicant, mails, fields, error):
    applicant.accepts()
    page = applicant.identifies(**fields)
    assert (page.status, page.screen) == (422, TITLES[1])
    assert error in page.alert
    assert (page.value("password"), page.value("password_again")) == ("", "")
    assert page.value("address") == fields.get("address", EMAIL)
    assert applicant.get(FORM).path == TERMS


def test_addresses_that_differ_in_case_and_spaces_only_are_the_same(applicant):
    applicant.accepts()
    assert applicant.identifies(address_again=f" {EMAIL.upper()} ").screen == TITLES[2]


@pytest.mark.parametrize("state", [State.ACTIVE, State.CERTIFICATE])
def test_a_taken_address_is_refused(applicant, seed, mails, state):
    seed(state=state, email=EMAIL)
    page = applicant.reaches_form(EMAIL.upper())
    assert (page.status, page.screen) == (422, TITLES[1])
    assert TAKEN in page.alert
    assert ("Optez pour l'accès avec une adresse" in page.text) is (state is State.CERTIFICATE)
    assert applicant.identifies("lila.rosemonde1@example.test").screen == TITLES[2]
    assert mails() == []


def test_the_address_of_a_pending_request_is_refused_with_its_deadline(applicants, mails):
    applicants().registers()
    page = applicants().reaches_form()
    assert (page.status, page.screen) == (422, TITLES[1])
    assert "Une demande est déjà en cours" in page.alert
    assert mails() == [EMAIL]


def test_the_live_level_knows_the_address(applicant):
    applicant.accepts()
    token = applicant.token()
    for address, level in (("", "Fort"), ("lila.rosemonde@example.test", "Normal")):
        told = applicant.post(f"{CREATION}/niveau", **token, password="rosemondelilaexample", address=address)
        assert json.loads(told.source) == {"level": level}


def test_screen_2_shows_the_advice(applicant):
    text = applicant.accepts().text
    assert "Cette adresse électronique ne pourra être utilisée que pour un seul et unique espace." in text
    assert "Notez votre mot de passe car pour préserver la confidentialité de votre espace" in text
    assert "1 mot de passe différent pour chaque site" in text


# -- screen 3 -------------------------------------------------------------------------------------------------------


def test_screen_3_asks_what_the_sheet_shows(applicant):
    page = applicant.reaches_form()
    assert LABELS in re.sub(re.escape(EMAIL) + " ", "", page.text)
    assert recalled(page) == [EMAIL]
    assert (page.value("country"), page.value("city")) == ("FRANCE", "")


def test_the_questions_are_all_offered_the_first_by_default(applicant):
    page = applicant.reaches_form()
    assert tuple(html.unescape(each) for each in re.findall(r"<option[^>]*>(.*?)</option>", page.source)) == QUESTIONS
    assert chosen(page) == "Quel est votre surnom ?"


@pytest.mark.parametrize("name", ["last_name", "first_name", "phone", "city", "country", "answer"])
@pytest.mark.parametrize("nothing", ["", "   "])
def test_a_mandatory_field_left_empty(applicant, name, nothing):
    applicant.reaches_form()
    page = applicant.describes(**{name: nothing})
    assert (page.status, page.screen, bool(page.alert)) == (422, TITLES[2], True)
    assert f'<a href="#{name}">' in page.source
    assert f'aria-describedby="{name}-erreur"' in page.source
    assert typed(page) == FILLED | {name: nothing}
    assert applicant.get(RECAP).path == TERMS


@pytest.mark.parametrize(
    "fields",
    [
        {"phone": "012345678"},
        {"phone": "bonjour"},
        {"last_name": "x" * 101},
        {"street": "x" * 101},
        {"city": "PARIS\x00"},
        {"first_name": "Lila\u202eal"},
        {"question": "Votre mot de passe ?"},
        {"answer": "\u0301"},
    ],
    ids=ascii,
)
def test_what_the_form_refuses(applicant, fields):
    page = applicant.reaches_recap(**fields)
    assert (page.status, page.screen, bool(page.alert)) == (422, TITLES[2], True)


@pytest.mark.parametrize(
    "fields",
    [
        {"last_name": "O'Neil-Ünal", "first_name": "Zoë"},
        {"last_name": "Ἀθηνᾶ", "city": "東京"},
        {"phone": "+32 2 123 45 67"},
        {"phone": "01.23.45.67.89"},
        {"last_name": "x" * 100},
        dict.fromkeys(("number", "kind", "street", "extra", "postcode"), ""),
    ],
    ids=ascii,
)
def test_what_the_form_takes(applicant, fields):
    page = applicant.reaches_recap(**fields)
    assert page.screen == TITLES[3]
    assert set(fields.values()) <= set(recalled(page))


def test_the_address_forced_by_the_client_is_ignored(applicant, mails):
    applicant.reaches_form()
    forced = dict.fromkeys(("address", "email", "adresse", "log_in_address"), "autre@example.test")
    page = applicant.describes(**forced)
    assert EMAIL in recalled(page)
    assert "autre@example.test" not in page.source
    applicant.validates()
    assert mails() == [EMAIL]


def test_effacer_empties_what_can_be_typed_and_nothing_else(applicant):
    applicant.reaches_recap()
    page = applicant.post(f"{FORM}/effacer", **FILLED)
    assert (page.path, page.screen) == (FORM, TITLES[2])
    assert typed(page) == dict.fromkeys(FILLED, "") | {"question": QUESTIONS[0]}
    assert recalled(page) == [EMAIL]
    assert applicant.get(RECAP).path == TERMS


def test_etape_precedente_keeps_what_is_typed_even_half(applicant):
    applicant.reaches_form()
    half = FILLED | {"city": "", "phone": "12"}
    page = applicant.post(f"{FORM}/etape-precedente", **half)
    assert (page.path, page.value("address"), page.value("address_again")) == (IDENTIFIERS, EMAIL, EMAIL)
    assert (page.value("password"), page.value("password_again")) == ("", "")
    assert typed(applicant.identifies("autre@example.test")) == half
    assert recalled(applicant.page) == ["autre@example.test"]


def test_enter_continues(applicant):
    buttons = re.findall(r"<button([^>]*type=\"submit\"[^>]*)>", applicant.reaches_form().source.partition("<main")[2])
    assert "formaction" not in buttons[0]
    assert sum("formaction" in button for button in buttons) == 2


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
