"""The test door: closed unless asked for, to this machine and the holder of the token only (contract of the door)."""

from datetime import UTC, datetime

import pytest

from reference_impl import door
from reference_impl.store import options
from reference_impl.store.tables import State
from tests.reference_impl.conftest import LILA, OLD, Visitor

TOKEN = "a token of the test"
OPEN = {"Authorization": f"Bearer {TOKEN}"}
SPACE = {
    "state": "active",
    "last_name": "ROSEMONDE",
    "first_name": "Lila",
    "phone": "0123456789",
    "email": "lila@example.test",
    "password": OLD,
    "question": "Votre hobby ?",
    "answer": "Cerf-volant",
}


class Recorder:
    """A freezer that remembers what it was told."""

    def __init__(self) -> None:
        self.told = []

    def set(self, instant):
        self.told.append(instant)

    def release(self):
        self.told.append("released")


@pytest.fixture
def freezer():
    return Recorder()


@pytest.fixture
def client(app, freezer):
    door.open_door(app, TOKEN, freezer)
    return app.test_client()


def test_without_the_option_there_is_no_door(app):
    assert app.test_client().get("/essai/clock", headers=OPEN).status_code == 404


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer other"}, {"Authorization": TOKEN}])
def test_the_token_is_needed(client, headers):
    assert client.get("/essai/clock", headers=headers).status_code == 401
    assert client.post("/essai/reset", headers=headers).status_code == 401


def test_this_machine_only(client):
    far = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.get("/essai/clock", headers=OPEN, environ_base=far).status_code == 403
    forged = OPEN | {"X-Forwarded-For": "127.0.0.1"}
    assert client.get("/essai/clock", headers=forged, environ_base=far).status_code == 403


def test_the_clock_is_moved(client, freezer):
    answer = client.put("/essai/clock", json={"now": "2023-06-06T10:00:00+02:00"}, headers=OPEN)
    assert (answer.status_code, freezer.told) == (200, [datetime(2023, 6, 6, 8, tzinfo=UTC)])
    assert answer.json == client.get("/essai/clock", headers=OPEN).json


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"now": 5},
        {"now": "demain"},
        {"now": "2023-06-06T10:00:00"},
        {"now": "0001-01-01T00:00:00+14:00"},
        {"now": "9999-12-31T23:59:59+00:00"},
        [],
        None,
    ],
    ids=ascii,
)
def test_a_bad_instant_is_refused(client, freezer, body):
    answer = client.put("/essai/clock", json=body, headers=OPEN)
    assert (answer.status_code, list(answer.json), freezer.told) == (422, ["error"], [])


def test_a_space_is_made_and_can_be_entered(client, app, site):
    answer = client.post("/essai/spaces", json=SPACE, headers=OPEN)
    assert (answer.status_code, answer.json) == (201, {"subscriber_number": "20231570000101"})
    assert Visitor(site, app.test_client()).logs_in("lila@example.test", OLD).path == "/espace"


def test_address_and_services_of_a_space(client, app, site):
    more = {
        "address": {"street": "Le Bourg", "city": "Liège"},
        "services": [{"company": "SARL MARTIN DISTRIBUTION", "siren": "000299001", "name": "TVA"}],
    }
    client.post("/essai/spaces", json=SPACE | more, headers=OPEN)
    page = Visitor(site, app.test_client()).logs_in("lila@example.test", OLD)
    assert "SIREN 000299001 SARL MARTIN DISTRIBUTION MES SERVICES Déclarer TVA" in page.text


def test_an_address_is_taken_once(client, lila):
    answer = client.post("/essai/spaces", json=SPACE | {"email": LILA.email.upper()}, headers=OPEN)
    assert answer.status_code == 409


def test_certificate_spaces_share_a_contact_address(client, lila):
    body = SPACE | {"email": LILA.email, "state": State.CERTIFICATE}
    body.pop("password")
    assert [client.post("/essai/spaces", json=body, headers=OPEN).status_code for _ in range(2)] == [201, 201]


def test_a_certificate_space_has_three_questions(client, site):
    others = [{"question": "Votre sport préféré ?", "answer": "Escrime"}, {"question": "Votre hobby ?", "answer": "Go"}]
    body = SPACE | {"state": State.CERTIFICATE, "question": "Quel est votre surnom ?", "other_questions": others}
    number = client.post("/essai/spaces", json=body, headers=OPEN).json["subscriber_number"]
    with site.database.begin() as db:
        asked = [question for question, _answer in options.certificate_space(db, number).trusted()]
    assert asked == ["Quel est votre surnom ?", "Votre sport préféré ?", "Votre hobby ?"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "asleep"},
        {"state": "certificate", "other_questions": [{"question": "Une seule ?", "answer": "Oui"}]},
        {"state": "certificate", "other_questions": [{"question": "Sans réponse ?"}, {"question": "Et ?"}]},
        {"state": "certificate", "other_questions": "aucune"},
        {"email": "nobody"},
        {"last_name": None},
        {"password": 5},
        {"phone": "\ud800"},
        {"address": []},
        {"address": {"city": 5}},
        {"services": "TVA"},
        {"services": [{"name": "TVA"}]},
    ],
    ids=str,
)
def test_a_malformed_space_is_refused(client, wrong):
    answer = client.post("/essai/spaces", json=SPACE | wrong, headers=OPEN)
    assert (answer.status_code, list(answer.json)) == (422, ["error"])


def test_the_captcha_of_an_image(client, app, site):
    visitor = Visitor(site, app.test_client())
    visitor.get("/mot-de-passe-oublie")
    answer = client.get("/essai/captcha", query_string={"image": visitor.page.image}, headers=OPEN)
    assert answer.json == {"answer": visitor.signs()}


@pytest.mark.parametrize("image", ["", "/captcha/x.png", "\x00"], ids=ascii)
def test_no_such_captcha(client, image):
    assert client.get("/essai/captcha", query_string={"image": image}, headers=OPEN).status_code == 404


def test_reset_forgets_everything(client, app, site, lila, freezer):
    visitor = Visitor(site, app.test_client())
    visitor.logs_in()
    assert client.post("/essai/reset", headers=OPEN).status_code == 204
    assert freezer.told == ["released"]
    assert visitor.get("/espace").path == "/authentification"
    assert client.post("/essai/spaces", json=SPACE | {"email": LILA.email}, headers=OPEN).status_code == 201
