"""Log in (EP6-1.1-1, EP6-2-36, G04, G15, G17, G18, G19, G26) and the space behind it."""

import pytest

from reference_impl.store.tables import State
from reference_impl.web.access import REFUSED
from tests.reference_impl.conftest import LILA, NEW, OLD


def test_the_right_pair_opens_the_space(visitor, lila):
    page = visitor.logs_in()
    assert page.path == "/espace"
    assert f"Lila ROSEMONDE Abonné : {lila} Expiration du mot de passe : 05/06/2026" in page.text
    assert "SARL MARTIN DISTRIBUTION" in page.text


@pytest.mark.parametrize("address", ["LILA.ROSEMONDE@EXAMPLE.TEST", "  lila.rosemonde@example.test "], ids=ascii)
def test_case_and_edges_of_the_address_do_not_count(visitor, lila, address):
    assert visitor.logs_in(address=address).path == "/espace"


@pytest.mark.parametrize(
    ("address", "password"),
    [
        ("", ""),
        (LILA.email, ""),
        ("", OLD),
        (LILA.email, OLD.swapcase()),
        (LILA.email, OLD + " "),
        ("personne@example.test", OLD),
        ("20231570000101", OLD),
        (LILA.email, "x" * 2000),
        ("pas une adresse", OLD),
    ],
    ids=ascii,
)
def test_every_failure_says_the_same(visitor, lila, address, password):
    page = visitor.logs_in(address, password)
    assert (page.path, page.alert) == ("/authentification", REFUSED)


def test_the_password_of_another_space_opens_nothing(visitor, lila, seed):
    seed(email="basile@example.test", password=NEW)
    assert visitor.logs_in(password=NEW).alert == REFUSED


@pytest.mark.parametrize("state", [State.PRE_REGISTERED, State.CERTIFICATE])
def test_a_space_that_is_not_active_cannot_be_entered(visitor, seed, state):
    seed(state=state)
    assert visitor.logs_in().alert == REFUSED


def test_what_was_typed_comes_back_but_for_the_password(visitor, lila):
    page = visitor.logs_in("personne@example.test", OLD)
    assert page.value("address") == "personne@example.test"
    assert OLD not in page.source


def test_a_short_password_from_before_the_policy_still_opens(visitor, seed):
    seed(password="douze signes")
    assert visitor.logs_in(password="douze signes").path == "/espace"


@pytest.mark.parametrize(("seconds", "path"), [(-1, "/espace/alerte"), (0, "/mot-de-passe-expire")])
def test_expiry_at_midnight_in_paris(visitor, lila, hour, seconds, path):
    hour.passes(days=1095, hours=14, seconds=seconds)  # 2026-06-05T22:00Z
    assert visitor.logs_in().path == path


def test_expiry_is_told_only_to_who_knows_the_password(visitor, lila, hour):
    hour.passes(days=1100)
    assert visitor.logs_in(password=NEW).alert == REFUSED


def test_log_in_slows_down_after_five_failures_and_then_opens(visitor, lila, hour):
    for _ in range(5):
        visitor.logs_in(password=NEW)
    assert visitor.logs_in().alert == REFUSED
    hour.passes(seconds=15)
    assert visitor.logs_in().path == "/espace"


def test_a_success_makes_the_count_begin_again(visit, lila):
    for _ in range(4):
        visit().logs_in(password=NEW)
    assert visit().logs_in().path == "/espace"
    for _ in range(4):
        visit().logs_in(password=NEW)
    assert visit().logs_in().path == "/espace"


def test_the_space_asks_to_log_in_first(visitor):
    page = visitor.get("/espace")
    assert (page.path, "Connectez-vous" in page.alert) == ("/authentification", True)


def test_the_recap_is_for_the_owner_only(visit, lila):
    owner = visit()
    owner.logs_in()
    pdf = owner.get("/espace/recapitulatif.pdf").response
    assert pdf.data.startswith(b"%PDF")
    assert pdf.headers["Content-Disposition"] == f'attachment; filename="recapitulatif-{lila}.pdf"'
    assert pdf.headers["Cache-Control"] == "no-store"
    assert visit().get("/espace/recapitulatif.pdf").path == "/authentification"


def test_quitter_logs_out(visitor, lila):
    visitor.logs_in()
    assert visitor.post("/espace/quitter").path == "/"
    assert visitor.get("/espace").path == "/authentification"
