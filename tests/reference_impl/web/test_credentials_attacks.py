"""« Modifiez vos identifiants » under attack: nothing is changed that should not be, and the site never falls."""

import pytest

from tests.reference_impl.conftest import LILA, NEW, OLD
from tests.reference_impl.web.conftest import ACTIVATED, ACTIVATION, ADDRESS, CHANGED, CREDENTIALS, FRESH, WAITING
from tests.reference_impl.web.test_attacks import HOSTILE
from tests.reference_impl.web.test_creation_attacks import harmless

BOTH = {
    "mark": "m",
    "change_address": "y",
    "address": FRESH,
    "address_again": FRESH,
    "change_password": "y",
    "password": NEW,
    "password_again": NEW,
}
LEVEL = f"{CREDENTIALS}/niveau"


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_in_every_field(her, visit, value):
    token = her.get(CREDENTIALS) and her.token()
    spoilt = (field for field in BOTH if field not in ("mark", "change_address", "change_password"))
    for field in spoilt:
        page = her.post(CREDENTIALS, **token, **(BOTH | {field: value}))
        assert harmless(page)
        assert page.status == 422
    assert harmless(her.post(CREDENTIALS, **token, **dict.fromkeys(BOTH, value)))
    assert harmless(her.post(LEVEL, **token, password=value, address=value))
    assert visit().logs_in().path == "/espace"


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("field", ["mark", "change_address", "change_password"])
def test_hostile_marks_and_boxes(her, mails, field, value):
    her.get(CREDENTIALS)
    page = her.post(CREDENTIALS, **(BOTH | {field: value}))
    assert harmless(page)
    assert mails() == [FRESH]


def test_a_form_without_mark_is_never_taken_for_one_sent_again(her, mails):
    token = her.get(CREDENTIALS) and her.token()
    for address in (FRESH, "another@example.test"):
        assert her.post(CREDENTIALS, **token, **(BOTH | {"mark": "", "address": address, "address_again": address}))
    assert mails() == ["another@example.test"]


@pytest.mark.parametrize("path", [CREDENTIALS, LEVEL])
def test_nothing_without_the_token_of_the_session(owner, mails, visit, path):
    her, thief = owner(), visit()
    thief.get("/mot-de-passe-oublie")
    answers = [her.client.post(path, data=BOTH | token) for token in ({}, thief.token())]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert (mails(), visit().logs_in().path) == ([], "/espace")


@pytest.mark.parametrize("path", [CREDENTIALS, LEVEL])
def test_nothing_without_a_session(visitor, lila, mails, path):
    visitor.get("/mot-de-passe-oublie")
    assert visitor.post(path, **BOTH).path == "/authentification"
    assert mails() == []


def test_nothing_in_a_session_that_has_ended(owner, mails):
    here, elsewhere = owner(), owner()
    elsewhere.get(CREDENTIALS)
    here.changes(password=NEW)
    assert elsewhere.sends(FRESH).path == "/authentification"
    assert mails() == [LILA.email]


def test_nothing_after_thirty_idle_minutes(her, hour, mails):
    her.get(CREDENTIALS)
    hour.passes(minutes=30, seconds=1)
    page = her.sends(password=NEW)
    assert (page.path, "30 minutes" in page.alert, mails()) == ("/authentification", True, [])


def test_the_owner_of_one_space_never_reaches_another(owner, seed, app, site, visit):
    seed(email="other@example.test")
    other = type(owner())(site, app.test_client())
    other.logs_in("other@example.test")
    other.changes(password=NEW)
    assert visit().logs_in().path == "/espace"
    assert other.get(WAITING).path == CREDENTIALS


def test_the_code_of_another_request_opens_nothing(owner, applicants, seed, app, site, visit):
    seed(email="other@example.test")
    her, other = owner(), type(owner())(site, app.test_client())
    her.changes(FRESH)
    mine = her.code()
    other.logs_in("other@example.test")
    other.changes("thief@example.test")
    theirs, applicant = her.code(), applicants()
    applicant.offers(theirs)
    assert applicant.confirms(FRESH).status == 422
    applicant.offers(mine)
    assert applicant.confirms("thief@example.test").status == 422
    assert visit().logs_in().path == "/espace"


def test_a_used_code_is_refused(her, applicant):
    her.changes(FRESH)
    code = her.code()
    applicant.offers(code)
    assert applicant.confirms(FRESH).path == ACTIVATED
    assert applicant.confirms(FRESH).path == ACTIVATED  # the same tab again: the same end, nothing more
    assert applicant.offers(code).path == ACTIVATION


def test_the_activation_is_not_entered_by_the_url_of_its_second_screen(her):
    her.changes(FRESH)
    assert her.get(ADDRESS).path == ACTIVATION
    assert her.post(ADDRESS, address=FRESH).path == ACTIVATION


def test_neither_password_nor_code_comes_back_in_a_page(her):
    her.changes(FRESH, NEW, password_again=OLD)
    assert not any(secret in her.page.source for secret in (NEW, OLD))
    her.changes(FRESH, NEW)
    assert not any(secret in her.page.source for secret in (NEW, her.code()))


def test_the_screens_are_never_kept(her):
    her.changes(password=NEW)
    assert {her.get(path).response.headers["Cache-Control"] for path in (CREDENTIALS, CHANGED)} == {"no-store"}


def test_the_address_of_somebody_is_not_told_by_the_level(her, seed):
    seed(email="other@example.test")
    token = her.get(CREDENTIALS) and her.token()
    told = {her.post(LEVEL, **token, password=NEW, address=each).source for each in ("other@example.test", FRESH)}
    assert len(told) == 1
