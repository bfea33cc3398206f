"""What only a real browser can tell: keys, double clicks, the back button, and all of it without JavaScript."""

import re

from playwright.sync_api import expect

from tests.reference_impl.conftest import NEW
from tests.reference_impl.web import walks
from tests.reference_impl.web.conftest import (
    ACTIVATED,
    ACTIVATION,
    EMAIL,
    FILLED,
    FORM,
    IDENTIFIERS,
    RECAP,
    REGISTERED,
    TERMS,
)

TYPED = {name: value for name, value in FILLED.items() if name != "question"}


def fills_in(person, **differing):
    person.opens(TERMS)
    walks.accepts(person)
    walks.identifies(person, EMAIL)
    person.types(**(TYPED | differing))


def test_the_whole_way_without_javascript(sit):
    person = sit(java_script_enabled=False, viewport={"width": 390, "height": 844})
    walks.creation(person)
    walks.activation(person)
    expect(person.page).to_have_url(person.address + ACTIVATED)


def test_the_menu_opens_without_javascript(sit):
    person = sit(java_script_enabled=False, viewport={"width": 991, "height": 800})
    person.opens("/")
    way = person.page.get_by_role("link", name="Connexion à l'espace professionnel")
    expect(way).to_be_hidden()
    menu = person.page.get_by_role("button", name="Menu")
    menu.click()
    expect(way).to_be_visible()
    person.page.set_viewport_size({"width": 992, "height": 800})
    expect(menu).to_be_hidden()
    expect(way).to_be_visible()


def test_the_menu_says_whether_it_is_open(sit):
    person = sit(viewport={"width": 390, "height": 844})
    person.opens("/")
    menu = person.page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    person.presses("Fermer")
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_what_is_typed_survives_etape_precedente_and_enter_continues(sit):
    person = sit()
    fills_in(person, city="Annecy", country="")
    person.presses("Etape précédente")
    expect(person.page).to_have_url(person.address + IDENTIFIERS)
    person.types(password=NEW, password_again=NEW)
    person.presses("Continuer")
    person.types(country="SUISSE")
    person.page.locator("[name=city]").press("Enter")
    expect(person.page).to_have_url(person.address + RECAP)


def test_effacer_empties_the_form(sit):
    person = sit()
    fills_in(person)
    person.presses("Effacer")
    expect(person.page).to_have_url(person.address + FORM)
    for name in TYPED:
        expect(person.page.locator(f"[name={name}]")).to_have_value("")
    expect(person.page.get_by_label(re.compile("^Adresse électronique"))).to_have_value(EMAIL)


def test_a_double_click_and_the_back_button_register_once(sit):
    person = sit()
    fills_in(person)
    person.presses("Continuer")
    person.page.get_by_role("button", name="Valider").dblclick()
    expect(person.page).to_have_url(person.address + REGISTERED)
    person.page.go_back()
    expect(person.page).to_have_url(person.address + REGISTERED)
    person.page.reload()
    person.code()
    walks.activation(person)
    assert len(person.mailbox.messages()) == 1


def test_the_terms_open_beside_and_tick_nothing(sit):
    person = sit()
    person.opens(TERMS)
    person.types(image="abcdef")
    with person.page.context.expect_page() as opened:
        person.page.get_by_role("link", name="conditions générales").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Conditions générales")
    expect(person.page.get_by_role("checkbox")).not_to_be_checked()
    expect(person.page.locator("[name=image]")).to_have_value("abcdef")


def test_the_code_is_in_no_address(sit):
    person = sit()
    asked = []
    fills_in(person)
    person.presses("Continuer")
    person.presses("Valider")
    person.page.on("request", lambda request: asked.append(request.url))
    code = person.code()
    walks.activation(person)
    assert person.address + ACTIVATION in asked
    assert not any(code in url for url in asked)
