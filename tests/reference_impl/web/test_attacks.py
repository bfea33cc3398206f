"""The site under attack: nothing is done twice, nothing is done that should not be, and it never falls (issue 2)."""

import re

import pytest

from reference_impl.web.sessions import COOKIE
from tests.reference_impl.conftest import LILA, NEW, OLD, Page

HOSTILE = {
    "10,000 signs": "x" * 10_000,
    "10,000 emoji": "😀" * 10_000,
    "NUL": "Lila\x00Rosemonde",
    "header injection": "lila@example.test\r\nBcc: victime@example.test\r\n\r\nBonjour",
    "encoded header": "lila%0d%0aBcc:victime@example.test",
    "markup": "<script>alert(1)</script>\"'",
    "template": "{{ 7 * 7 }}{% raw %}",
    "SQL": "' OR 1=1; DROP TABLE space; --",
    "combining": "e" + "\u0301" * 5_000,
    "right to left": "\u202egnp.exe",
    "not a character": "\ufffe\uffff",
}
FORMS = {
    "/authentification": ("address", "password"),
    "/mot-de-passe-oublie": ("address", "image", "image_id"),
    "/mot-de-passe-oublie/reponse": ("answer",),
    "/mot-de-passe-oublie/nouveau-mot-de-passe": ("password", "confirmation"),
    "/mot-de-passe-oublie/niveau": ("password",),
}


def test_a_replayed_image_is_refused(visitor, lila):
    visitor.get("/mot-de-passe-oublie")
    fields = {"address": LILA.email, "image": visitor.signs(), "image_id": visitor.page.value("image_id")}
    assert visitor.post("/mot-de-passe-oublie", **fields).path == "/mot-de-passe-oublie/reponse"
    visitor.get("/mot-de-passe-oublie")
    assert visitor.post("/mot-de-passe-oublie", **fields).status == 422


def test_a_wrong_copy_uses_the_image_up(visitor, lila):
    visitor.get("/mot-de-passe-oublie")
    fields = {"address": LILA.email, "image": visitor.signs(), "image_id": visitor.page.value("image_id")}
    visitor.post("/mot-de-passe-oublie", **(fields | {"image": "aaaaaa"}))
    assert visitor.post("/mot-de-passe-oublie", **fields).status == 422


def test_the_image_of_another_session_is_out_of_reach(visit, lila):
    owner, thief = visit(), visit()
    owner.get("/mot-de-passe-oublie")
    thief.get("/mot-de-passe-oublie")
    fields = {"address": LILA.email, "image": owner.signs(), "image_id": owner.page.value("image_id")}
    assert thief.post("/mot-de-passe-oublie", **fields).status == 422
    assert thief.get(owner.page.image).status == 404


def posting_rules(app):
    return sorted(rule.rule for rule in app.url_map.iter_rules() if "POST" in rule.methods)


def test_no_form_is_taken_without_its_token(app, visitor, lila, mails):
    visitor.reaches_password()
    fields = {"password": NEW, "confirmation": NEW, "address": LILA.email, "answer": "Paul"}
    refused = {path: visitor.client.post(path, data=fields).status_code for path in posting_rules(app)}
    assert refused == dict.fromkeys(posting_rules(app), 400)
    assert mails() == []
    assert visitor.get("/mot-de-passe-oublie/nouveau-mot-de-passe").screen == "Saisie du nouveau mot de passe"


def test_the_token_of_another_session_is_worth_nothing(visit, lila, mails):
    victim, thief = visit(), visit()
    victim.reaches_password()
    thief.get("/authentification")
    fields = thief.token() | {"password": NEW, "confirmation": NEW}
    answer = victim.client.post("/mot-de-passe-oublie/nouveau-mot-de-passe", data=fields)
    assert (answer.status_code, mails()) == (400, [])


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", FORMS)
def test_hostile_input_in_every_field(visitor, lila, mails, path, value):
    visitor.reaches_password()
    token = visitor.token()
    for field in FORMS[path]:
        page = visitor.post(path, **token, **{field: value})
        assert page.status < 500
        assert "victime" not in str(page.response.headers)
        assert "<script>alert" not in page.source
    assert visitor.post(path, **token, **dict.fromkeys(FORMS[path], value)).status < 500
    assert mails() in ([], [LILA.email])  # some of it is a very good password


def test_hostile_input_elsewhere(visitor):
    for path in (
        "/captcha/%00.png",
        "/captcha/" + "x" * 5000 + ".wav",
        "/hors-perimetre/%0d%0aX:1",
        "/%ff%fe",
        "/?a=%ff",
    ):
        assert visitor.get(path).status < 500
    visitor.client.set_cookie(COOKIE, "x" * 3000 + "\u00e9\u0001")
    assert visitor.get("/espace").status == 200


def test_malformed_bodies(visitor):
    visitor.get("/authentification")
    for kind in (
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "text/plain",
        "nonsense",
    ):
        answer = visitor.client.post("/authentification", data=b'{"\x00\xff', content_type=kind)
        assert answer.status_code == 400


def test_the_same_field_many_times(visitor, lila):
    visitor.get("/authentification")
    fields = {"csrf_token": visitor.page.value("csrf_token"), "address": ["a"] * 50, "password": [OLD] * 50}
    page = Page(visitor.client.post("/authentification", data=fields))
    assert page.status == 422


def test_no_secret_in_what_is_kept(visitor, site, lila):
    visitor.reaches_password()
    visitor.sets()
    with site.database.engine.begin() as connection:
        kept = "\n".join(connection.connection.iterdump())
    assert lila in kept
    for secret in (OLD, NEW, LILA.answer, visitor.client.get_cookie(COOKIE).value):
        assert not re.search(rf"\b{secret}\b", kept)
