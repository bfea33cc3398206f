"""Screen 2 of the creation: address and password, each typed twice (EP2-2-20 to EP2-2-34)."""

import json

import pytest

from reference_impl.store.tables import State
from reference_impl.web import creation_forms as words
from reference_impl.web import forms
from reference_impl.web.taken import TAKEN
from tests.reference_impl.conftest import NEW, OLD
from tests.reference_impl.web.conftest import CREATION, EMAIL, FORM, TERMS, TITLES


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
