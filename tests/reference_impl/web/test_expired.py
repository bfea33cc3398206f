"""The three screens of « Mot de passe expiré » (PER chapter 3, C23, G12, G18 to G20)."""

import json
import re
from datetime import timedelta

import pytest

from reference_impl.store.tables import State
from reference_impl.web import access, expired, forms
from tests.reference_impl.conftest import LILA, NEW, OLD

HOME = "/mot-de-passe-expire"
PASSWORD, RECAP = f"{HOME}/nouveau-mot-de-passe", f"{HOME}/recapitulatif"
STEPS = ("Adresse électronique de connexion", "Nouveau mot de passe", "Récapitulatif")


@pytest.fixture
def expiring(lila, hour):
    """Lila's password, valid until 5 June 2026, has expired an hour ago."""
    hour.passes(days=1095, hours=15)
    return lila


def gives_address(visitor, address=LILA.email, **image):
    copied = {"image": visitor.signs(), "image_id": visitor.page.value("image_id")}
    return visitor.post(HOME, address=address, **(copied | image))


def renews(visitor, old=OLD, new=NEW, confirmation=None):
    return visitor.post(PASSWORD, old=old, password=new, confirmation=new if confirmation is None else confirmation)


def reaches_password(visitor, address=LILA.email):
    visitor.get(HOME)
    return gives_address(visitor, address)


def test_the_whole_way_from_log_in(visitor, expiring, mails):
    pages = [visitor.logs_in(), gives_address(visitor), renews(visitor)]
    assert [page.path for page in pages] == [HOME, PASSWORD, RECAP]
    assert [page.screen for page in pages] == [STEPS[0], "Saisie du nouveau mot de passe", STEPS[2]]
    assert mails() == [LILA.email]
    assert visitor.logs_in(password=OLD).alert == access.REFUSED
    assert visitor.logs_in(password=NEW).path == "/espace"


def test_every_screen_has_the_step_bar_and_the_way_out(visitor, expiring):
    for index, page in enumerate([visitor.logs_in(), gives_address(visitor), renews(visitor)]):
        bar = re.findall(r"<li([^>]*)>(.*?)</li>", re.search(r'class="etapes".*?</nav>', page.source, re.DOTALL)[0])
        assert tuple(label for _, label in bar) == STEPS
        assert [number for number, (mark, _) in enumerate(bar) if "aria-current" in mark] == [index]
        assert ("<h1>Mot de passe expiré</h1>" in page.source, "Quitter" in page.text) == (True, True)


def test_screen_1_asks_for_all_again(visitor, expiring):
    page = visitor.logs_in()
    assert (page.value("address"), page.value("image")) == ("", "")
    assert 'placeholder="utilisateur@domaine"' in page.source


def test_no_space_is_open_meanwhile(visitor, expiring):
    visitor.logs_in()
    assert visitor.get("/espace").path == "/authentification"
    reaches_password(visitor)
    renews(visitor)
    assert visitor.get("/espace").path == "/authentification"


def test_the_recap_says_until_when_and_what_next(visitor, expiring, mails):
    reaches_password(visitor)
    recap = renews(visitor)
    assert "Votre mot de passe a été réinitialisé avec succès." in recap.text
    assert "Ce mot de passe est valable jusqu'au 05 juin 2029 ." in recap.text
    assert 'présente dans vos informations personnelles ("Gérer vos coordonnées").' in recap.text
    assert visitor.get(RECAP).text == recap.text
    assert mails() == [LILA.email]


@pytest.mark.parametrize(
    ("address", "error"), [("", forms.NO_ADDRESS), ("lila", forms.BAD_ADDRESS), (LILA.email, forms.BAD_IMAGE)]
)
def test_a_bad_address_or_image_stays_on_screen_1(visitor, expiring, address, error):
    visitor.get(HOME)
    page = gives_address(visitor, address, image="zzzzzz")
    assert (page.status, page.path, error in page.alert) == (422, HOME, True)


@pytest.mark.parametrize(
    "old", ["", OLD.swapcase(), OLD + " ", NEW, "x" * 4096], ids=["none", "case", "edge", "other", "long"]
)
def test_the_old_password_must_be_right(visitor, expiring, mails, old):
    reaches_password(visitor)
    page = renews(visitor, old, "Wd8sXf4nJq2vGm7kPz5c")
    assert (page.path, page.alert) == (
        PASSWORD,
        f"Votre saisie n'a pas été acceptée : {expired.REFUSED if old else forms.NO_FORMER}",
    )
    assert mails() == []
    assert visitor.logs_in().path == HOME


def test_the_password_of_another_space_is_not_the_old_one(visitor, expiring, seed):
    seed(email="basile@example.test", password="Wd8sXf4nJq2vGm7kPz5c")
    reaches_password(visitor)
    assert expired.REFUSED in renews(visitor, "Wd8sXf4nJq2vGm7kPz5c").alert


@pytest.mark.parametrize(
    ("state", "age"),
    [(State.ACTIVE, 1094), (State.PRE_REGISTERED, 0), (State.CERTIFICATE, 1100), (None, 0)],
    ids=["not expired", "pre-registered", "certificate", "unknown"],
)
def test_what_has_not_expired_is_refused_like_a_wrong_password(visitor, seed, hour, mails, state, age):
    if state:
        seed(state=state)
    hour.passes(days=age)
    assert reaches_password(visitor).path == PASSWORD
    page = renews(visitor)
    assert (page.path, page.alert) == (PASSWORD, f"Votre saisie n'a pas été acceptée : {expired.REFUSED}")
    assert mails() == []


def test_without_log_in_first_it_works_too(visitor, expiring, mails):
    reaches_password(visitor)
    assert (renews(visitor).path, mails()) == (RECAP, [LILA.email])


def test_another_address_than_that_of_log_in_is_judged_for_itself(visitor, expiring, seed, hour):
    seed(email="basile@example.test", password=NEW)
    hour.passes(days=1100)
    visitor.logs_in()
    gives_address(visitor, "basile@example.test")
    assert renews(visitor, NEW, "Wd8sXf4nJq2vGm7kPz5c").path == RECAP
    assert visitor.logs_in().path == HOME


@pytest.mark.parametrize(
    ("new", "confirmation", "error"),
    [
        (OLD, None, "doit être différent du dernier"),
        ("a" * 20, None, "est trop faible"),
        (NEW[:19], None, "20 caractères au minimum"),
        (NEW, NEW.swapcase(), forms.DIFFERENT),
        (NEW, "", forms.NO_CONFIRMATION),
        ("", "", "Saisissez votre nouveau mot de passe"),
    ],
    ids=["same", "weak", "short", "confirmed otherwise", "unconfirmed", "none"],
)
def test_a_bad_new_password_is_refused(visitor, expiring, mails, new, confirmation, error):
    reaches_password(visitor)
    page = renews(visitor, new=new, confirmation=confirmation)
    assert (page.status, page.path, error in page.alert) == (422, PASSWORD, True)
    assert {page.value(name) for name in ("old", "password", "confirmation")} == {""}
    assert mails() == []


def test_only_who_has_logged_in_is_judged_by_their_own_name(visit, expiring, seed, hour):
    own = "Zibeline.Quetsche.Bergamote"
    seed(email="z@example.test", last_name=own)
    hour.passes(days=1100)
    levels = []
    for known in (True, False):
        visitor = visit()
        visitor.logs_in("z@example.test") if known else visitor.get("/")
        reaches_password(visitor, "z@example.test")
        levels.append(json.loads(visitor.post(f"{HOME}/niveau", password=own).source)["level"])
    assert levels == ["Faible", "Fort"]


@pytest.mark.parametrize("screen", [PASSWORD, RECAP])
def test_no_step_is_skipped_by_its_url(visitor, expiring, screen):
    assert visitor.get(screen).path == HOME
    visitor.logs_in()
    assert visitor.get(screen).path == HOME


def test_etape_precedente_keeps_the_address_and_quitter_nothing(visitor, expiring):
    reaches_password(visitor)
    assert visitor.get(HOME).value("address") == LILA.email
    assert visitor.post(f"{HOME}/quitter").path == "/"
    assert (visitor.get(HOME).value("address"), visitor.get(PASSWORD).path) == ("", HOME)


def test_all_sessions_of_the_space_are_closed(visit, lila, hour):
    hour.passes(days=1095, hours=13, minutes=59)
    elsewhere, here = visit(), visit()
    elsewhere.logs_in()
    hour.passes(minutes=2)
    assert elsewhere.get("/espace").path == "/espace"
    reaches_password(here)
    renews(here)
    assert elsewhere.get("/espace").path == "/authentification"


def test_guesses_are_slowed_down_as_at_log_in(visitor, expiring, hour):
    reaches_password(visitor)
    for _ in range(5):
        renews(visitor, NEW, "Wd8sXf4nJq2vGm7kPz5c")
    assert expired.REFUSED in renews(visitor).alert
    hour.passes(seconds=15)
    assert renews(visitor).path == RECAP


def test_whoever_does_not_know_the_old_one_has_a_way_out(visitor, expiring):
    source = reaches_password(visitor).source
    link = re.search(r'href="([^"]*)">Mot de passe oublié', source)[1]
    assert visitor.get(link).path == "/mot-de-passe-oublie"


@pytest.mark.parametrize("years", [0, 5, 50])
def test_there_is_no_last_day_to_renew(visitor, expiring, hour, years):
    hour.now += timedelta(days=366 * years)
    visitor.logs_in()
    gives_address(visitor)
    assert renews(visitor).path == RECAP


def test_a_password_from_before_the_policy_can_be_renewed(visitor, seed, hour):
    seed(password="douze signés")
    hour.passes(days=1100)
    reaches_password(visitor)
    assert renews(visitor, "douze signés").path == RECAP
