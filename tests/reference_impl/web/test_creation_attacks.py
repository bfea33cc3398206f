"""Creation and activation under attack: never a fall, never a second effect, no step out of turn."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.reference_impl.conftest import NEW
from tests.reference_impl.web.conftest import (
    ACTIVATED,
    ACTIVATION,
    ADDRESS,
    CREATION,
    EMAIL,
    FILLED,
    FORM,
    IDENTIFIERS,
    PDF,
    TERMS,
)
from tests.reference_impl.web.test_attacks import HOSTILE

IDENTITY = {"address": EMAIL, "address_again": EMAIL, "password": NEW, "password_again": NEW}
POSTS = {
    TERMS: {"accepted": "y", "image": "", "image_id": ""},
    IDENTIFIERS: IDENTITY,
    f"{CREATION}/niveau": {"address": EMAIL, "password": NEW},
    FORM: FILLED,
    f"{FORM}/etape-precedente": {"last_name": "", "question": "", "answer": ""},
    ACTIVATION: {"code": "abcdefghijkl", "image": "", "image_id": ""},
}


def harmless(page) -> bool:
    return page.status < 500 and "victime" not in str(page.response.headers) and "<script>alert" not in page.source


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", POSTS)
def test_hostile_input_in_every_field(applicant, mails, path, value):
    token = applicant.reaches_form() and applicant.token()
    for field in POSTS[path]:
        assert harmless(applicant.post(path, **(token | POSTS[path] | {field: value})))
    assert harmless(applicant.post(path, **token, **dict.fromkeys(POSTS[path], value)))
    assert harmless(applicant.get(FORM))
    assert mails() == []


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_at_the_last_step_of_the_activation(applicant, value):
    applicant.registers()
    applicant.offers()
    token = applicant.token()
    for step in ("", "/etape-precedente", "/effacer"):
        assert harmless(applicant.post(f"{ADDRESS}{step}", **token, address=value))
        assert harmless(applicant.get(ACTIVATION))
    assert applicant.post(ADDRESS, **token, address=EMAIL).path == ACTIVATED


@pytest.mark.parametrize("name", ["markup", "template", "SQL", "encoded header"])
def test_strange_names_go_all_the_way(applicant, name):
    applicant.registers(last_name=HOSTILE[name], street=HOSTILE[name])
    assert harmless(applicant.page)
    assert harmless(applicant.activates())
    assert len(PdfReader(BytesIO(applicant.get(PDF).response.get_data())).pages) == 1


@pytest.mark.parametrize("path", [TERMS, ACTIVATION])
def test_a_replayed_image_is_refused(applicant, path):
    applicant.registers()
    right = {"accepted": "y", "code": applicant.code()}
    applicant.get(path)
    fields = right | {"image": applicant.signs(), "image_id": applicant.page.value("image_id")}
    assert applicant.post(path, **fields).path != path
    applicant.get(path)
    assert applicant.post(path, **fields).status == 422


def test_a_token_of_another_session_registers_nobody(applicants, mails):
    victim, thief = applicants(), applicants()
    victim.reaches_recap()
    thief.get(TERMS)
    answer = victim.client.post(f"{CREATION}/recapitulatif", data=thief.token())
    assert (answer.status_code, mails()) == (400, [])
