"""« Modifiez vos identifiants » in a real browser: boxes, double clicks, the back button, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.reference_impl.conftest import NEW
from tests.reference_impl.test_door import SPACE
from tests.reference_impl.web import walks
from tests.reference_impl.web.conftest import ACTIVATED, CHANGED, CREDENTIALS, EMAIL, WAITING

OTHER = "Wd8sXf4nJq2vGm7kPz5c"


@pytest.fixture
def her(sit):
    person = sit()
    walks.enters(person)
    return person


def at(person, path):
    expect(person.page).to_have_url(person.address + path)


def logs_in(person, address, password):
    person.opens("/authentification")
    person.types(address=address, password=password)
    person.presses("Connexion")


def test_the_whole_way_without_javascript(sit):
    person = sit(java_script_enabled=False, viewport={"width": 390, "height": 844})
    walks.credentials(person)
    person.presses("OK")
    at(person, "/espace")
    person.opens("/authentification")
    person.presses("Activer mon espace / mes services")
    walks.activates_change(person, EMAIL)
    at(person, ACTIVATED)
    logs_in(person, EMAIL, NEW)
    at(person, "/espace")


def test_what_a_box_asks_for_can_be_typed_once_it_is_ticked(her):
    her.opens(CREDENTIALS)
    field = her.page.get_by_role("textbox", name="Nouvelle adresse électronique de connexion", exact=True)
    expect(field).to_be_disabled()
    expect(field).to_have_value(SPACE["email"])
    her.page.get_by_label("Modifier mon adresse électronique").check()
    expect(field).to_be_editable()
    expect(her.page.get_by_label("Nouveau mot de passe", exact=True)).to_be_disabled()
    her.page.get_by_label("Modifier mon adresse électronique").uncheck()
    expect(field).to_be_disabled()


def test_the_level_follows_password_address_and_box(her):
    walks.wants_password(her, "capucine.olivier@example.test")
    level = her.page.get_by_role("status")
    expect(level).to_have_text("Niveau de sécurité : Fort")
    box = her.page.get_by_label("Modifier mon adresse électronique")
    box.check()
    her.types(address="capucine.olivier@example.test")
    expect(level).to_have_text("Niveau de sécurité : Faible")
    box.uncheck()
    expect(level).to_have_text("Niveau de sécurité : Fort")
    her.types(password="")
    expect(level).to_have_text("Niveau de sécurité de votre mot de passe")


def test_after_a_refusal_boxes_stay_ticked_and_the_level_stays_told(her):
    walks.wants_password(her, "a" * 20)
    her.presses("Valider les modifications")
    expect(her.page.get_by_label("Saisir mon nouveau mot de passe")).to_be_checked()
    expect(her.page.get_by_label("Nouveau mot de passe", exact=True)).to_be_editable()
    expect(her.page.get_by_role("status")).to_have_text("Niveau de sécurité : Faible")


@pytest.mark.parametrize("java_script", [True, False])
def test_a_double_click_changes_once(sit, java_script):
    person = sit(java_script_enabled=java_script)
    walks.enters(person)
    walks.wants_password(person, NEW)
    person.page.get_by_role("button", name="Valider les modifications").dblclick()
    at(person, CHANGED)
    person.presses("OK")
    at(person, "/espace")
    person.mailbox.wait_for(SPACE["email"], 1, 30)
    logs_in(person, SPACE["email"], NEW)
    at(person, "/espace")
    assert len(person.mailbox.messages()) == 1


def test_back_from_the_confirmation_is_another_form(her):
    walks.wants_password(her, NEW)
    her.presses("Valider les modifications")
    her.page.go_back()
    at(her, CREDENTIALS)
    her.page.reload()
    expect(her.page.get_by_role("checkbox", checked=True)).to_have_count(0)
    walks.wants_password(her, OTHER)
    her.presses("Valider les modifications")
    at(her, CHANGED)
    her.mailbox.wait_for(SPACE["email"], 2, 30)


def test_back_from_the_activation_changes_nothing(her):
    walks.wants_address(her, EMAIL)
    her.presses("Valider les modifications")
    at(her, WAITING)
    her.presses("Activez votre espace abonné")
    walks.activates_change(her, EMAIL)
    at(her, ACTIVATED)
    her.page.go_back()
    at(her, ACTIVATED)
    assert [mail.recipients for mail in her.mailbox.messages()] == [(EMAIL,)]


def test_the_code_is_in_no_address_and_on_no_page_before_it_is_typed(her):
    asked = []
    her.page.on("request", lambda request: asked.append(request.url))
    walks.wants_address(her, EMAIL)
    her.presses("Valider les modifications")
    code = her.code()
    assert code not in her.page.content()
    her.presses("Activez votre espace abonné")
    walks.activates_change(her, EMAIL)
    assert her.address + ACTIVATED in asked
    assert not any(code in url for url in asked)


def test_cancel_leads_to_the_space_and_keeps_nothing(her):
    walks.wants_address(her, EMAIL)
    her.presses("Annuler")
    at(her, "/espace")
    walks.wants_password(her, NEW)
    her.presses("Annuler")
    logs_in(her, SPACE["email"], SPACE["password"])
    at(her, "/espace")
    assert her.mailbox.messages() == []
