"""Screen 3 of the creation: what the form asks, takes, refuses and keeps (EP2-2-36 to EP2-2-48)."""

import html
import re

import pytest

from reference_impl.domain.questions import QUESTIONS
from tests.reference_impl.web.conftest import EMAIL, FILLED, FORM, IDENTIFIERS, RECAP, TERMS, TITLES

LABELS = (
    "Nom : * Prénom : * Téléphone : * Adresse électronique de connexion : Numéro de voie : Nature de la voie : "
    "Libellé de la voie : Complément d'adresse : Code postal : Ville : * Pays : *"
)


def recalled(page) -> list[str]:
    return [html.unescape(value) for value in re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", page.source)]


def chosen(page) -> str:
    return html.unescape(re.search(r'<option selected[^>]*value="([^"]*)"', page.source)[1])


def typed(page) -> dict[str, str]:
    return {name: page.value(name) for name in FILLED if name != "question"} | {"question": chosen(page)}


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
