"""The option in a real browser: without JavaScript, keys, double clicks, the back button, what is in no address."""

import pytest
from playwright.sync_api import expect

from tests.reference_impl.conftest import NEW
from tests.reference_impl.web import walks
from tests.reference_impl.web.conftest import ACTIVATED, CHOICE, EMAIL, NUMBER, QUESTION, VALIDATION, VERIFICATION


@pytest.fixture
def holder(sit):
    """Somebody at the first screen, whose certificate space has the number beside."""
    person = sit()
    number = walks.certificate(person)
    person.opens(NUMBER)
    return person, number


def at(person, path):
    expect(person.page).to_have_url(person.address + path)


def reaches_question(person, number):
    person.types(number=number)
    person.presses("Continuer")
    walks.answers(person, "Escrime")
    walks.identifies(person, EMAIL)


def test_the_whole_way_without_javascript(sit):
    person = sit(java_script_enabled=False, viewport={"width": 390, "height": 844})
    walks.option(person)
    person.presses("Activez votre espace professionnel")
    walks.activates_change(person, EMAIL)
    at(person, ACTIVATED)
    walks.logs_in(person, EMAIL, NEW)
    at(person, "/espace")


def test_enter_continues_at_every_screen(holder):
    person, number = holder
    person.types(number=number)
    person.page.locator("[name=number]").press("Enter")
    at(person, VERIFICATION)
    person.types(**walks.trusted())
    person.page.locator("[name=answers-0]").press("Enter")
    at(person, CHOICE)
    person.types(address_again=EMAIL, password=NEW, password_again=NEW)
    person.page.locator("[name=address]").press("Enter")
    at(person, QUESTION)
    person.types(answer="Lilou")
    person.page.locator("[name=answer]").press("Enter")
    at(person, VALIDATION)


def test_a_double_click_and_the_back_button_ask_once(holder):
    person, number = holder
    reaches_question(person, number)
    person.types(answer="Lilou")
    person.page.get_by_role("button", name="Valider").dblclick()
    at(person, VALIDATION)
    person.page.go_back()
    at(person, VALIDATION)
    person.presses("Activez votre espace professionnel")
    walks.activates_change(person, EMAIL)
    assert [mail.recipients for mail in person.mailbox.messages()] == [(EMAIL,)]


def test_effacer_empties_each_screen_that_has_it(holder):
    person, number = holder
    person.types(number="123")
    person.presses("Effacer")
    expect(person.page.locator("[name=number]")).to_have_value("")
    person.types(number=number)
    person.presses("Continuer")
    person.types(**walks.trusted())
    person.presses("Effacer")
    for name in walks.trusted():
        expect(person.page.locator(f"[name={name}]")).to_have_value("")
    at(person, VERIFICATION)


def test_what_is_refused_is_seen_at_once_on_a_telephone(holder):
    person, number = holder
    person.page.set_viewport_size({"width": 390, "height": 844})
    person.presses("Continuer")
    expect(person.page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    person.types(number=number)
    person.presses("Continuer")
    walks.answers(person, "Rugby")
    expect(person.page.get_by_role("alert")).to_be_in_viewport(ratio=1)


def test_neither_number_answer_nor_code_is_in_an_address(holder):
    person, number = holder
    asked = []
    person.page.on("request", lambda request: asked.append(request.url))
    reaches_question(person, number)
    person.types(answer="Lilou")
    person.presses("Valider")
    code = person.code()
    assert code not in person.page.content()
    person.presses("Activez votre espace professionnel")
    walks.activates_change(person, EMAIL)
    assert person.address + ACTIVATED in asked
    assert not [url for url in asked for secret in (number, "Lilou", "Escrime", code) if secret in url]
