"""Sessions: an opaque token without Expires, renewed with every change of rights, ended on the server (G12, G33)."""

import pytest
from sqlalchemy import delete

from reference_impl.store.tables import WebSession
from reference_impl.web.sessions import COOKIE
from tests.reference_impl.conftest import LILA


def token(visitor):
    cookie = visitor.client.get_cookie(COOKIE)
    return cookie and cookie.value


def test_the_cookie_is_of_the_session_and_out_of_reach(visitor):
    sent = visitor.get("/authentification").response.headers["Set-Cookie"]
    assert "HttpOnly" in sent
    assert "SameSite=Lax" in sent
    assert "Expires" not in sent
    assert "Max-Age" not in sent


def test_a_page_without_form_opens_no_session(visitor):
    assert "Set-Cookie" not in visitor.get("/").response.headers


def test_an_unknown_token_is_never_adopted(visitor):
    visitor.client.set_cookie(COOKIE, "chosen-by-somebody-else")
    visitor.get("/authentification")
    assert token(visitor) != "chosen-by-somebody-else"


def test_fixation_a_token_from_before_the_log_in_opens_nothing(visit, lila):
    victim, thief = visit(), visit()
    victim.get("/authentification")
    thief.client.set_cookie(COOKIE, token(victim))
    assert victim.logs_in().path == "/espace"
    assert thief.get("/espace").path == "/authentification"


def test_the_right_answer_renews_the_token(visitor, lila):
    visitor.gives_address()
    before = token(visitor)
    visitor.answers()
    assert token(visitor) != before
    assert visitor.page.path == "/mot-de-passe-oublie/nouveau-mot-de-passe"


def test_a_session_ends_after_thirty_minutes_without_activity(visitor, lila, hour):
    visitor.logs_in()
    hour.passes(minutes=30)
    assert visitor.get("/espace").path == "/espace"
    hour.passes(minutes=30, seconds=1)
    assert visitor.get("/espace").path == "/authentification"


def test_a_form_of_a_dead_session_goes_back_to_the_start(visitor, lila, hour, mails):
    visitor.reaches_password()
    hour.passes(minutes=31)
    page = visitor.sets()
    assert (page.path, "expiré" in page.alert) == ("/mot-de-passe-oublie", True)
    assert mails() == []


@pytest.mark.parametrize("post", [False, True])
def test_a_session_closed_while_a_request_is_under_way(app, visitor, site, lila, post):
    visitor.get("/mot-de-passe-oublie")

    def close_all():
        with site.database.begin() as db:
            db.execute(delete(WebSession))

    app.before_request_funcs.setdefault(None, []).append(close_all)
    page = visitor.copies(address=LILA.email) if post else visitor.get("/mot-de-passe-oublie")
    assert (page.status, page.path) == (200, "/mot-de-passe-oublie")


def test_two_simultaneous_log_ins_of_one_space_both_open(visit, lila):
    first, second = visit(), visit()
    first.get("/authentification")
    second.get("/authentification")
    assert {first.logs_in().path, second.logs_in().path} == {"/espace"}
    assert {first.get("/espace").path, second.get("/espace").path} == {"/espace"}


def test_expiry_does_not_end_an_open_session(visitor, lila, hour):
    hour.passes(days=1095, hours=13, minutes=50)
    visitor.logs_in()
    hour.passes(minutes=20)
    assert visitor.get("/espace").path == "/espace"
