"""The four screens of « Mot de passe oublié » (EP6 chapter 2)."""

import json
import re

import pytest

from reference_impl.store.tables import State
from reference_impl.web import forms
from tests.reference_impl.conftest import LILA, NEW, OLD

STEPS = (
    "Adresse électronique de connexion",
    "Réponse à la question de confiance",
    "Nouveau mot de passe",
    "Récapitulatif",
)
HOME = "/mot-de-passe-oublie"


def walk(visitor):
    """Each of the four screens in turn."""
    yield visitor.get(HOME)
    yield visitor.copies(address=LILA.email)
    yield visitor.answers()
    yield visitor.sets()


def test_the_whole_way(visitor, lila, mails):
    assert [page.screen for page in walk(visitor)] == [
        STEPS[0],
        STEPS[1],
        "Saisie du nouveau mot de passe",
        STEPS[3],
    ]
    assert mails() == [LILA.email]
    assert visitor.logs_in(password=NEW).path == "/espace"
    assert visitor.logs_in(password=OLD).path == "/authentification"


def test_every_screen_has_the_step_bar_and_the_way_out(visitor, lila):
    for index, page in enumerate(walk(visitor)):
        bar = re.search(r'<nav class="etapes".*?</nav>', page.source, re.DOTALL)[0]
        labels = re.findall(r"<li([^>]*)>(.*?)</li>", bar)
        assert tuple(label for _, label in labels) == STEPS
        assert [number for number, (mark, _) in enumerate(labels) if "aria-current" in mark] == [index]
        assert "Quitter" in page.text


def test_recap_says_until_when(visitor, lila):
    *_, recap = walk(visitor)
    assert "Votre mot de passe a été réinitialisé avec succès." in recap.text
    assert "Ce mot de passe est valable jusqu'au 05 juin 2026 ." in recap.text
    assert "Etape précédente" not in recap.text


def test_reloading_the_recap_changes_and_mails_nothing(visitor, lila, mails):
    *_, recap = walk(visitor)
    assert visitor.get(recap.path).text == recap.text
    assert len(mails()) == 1


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("", forms.NO_ADDRESS),
        ("   ", forms.NO_ADDRESS),
        ("lila", forms.BAD_ADDRESS),
        ("a" * 95 + "@b.test", forms.BAD_ADDRESS),
    ],
    ids=ascii,
)
def test_an_address_that_is_none_stays_on_screen_1(visitor, address, error):
    page = visitor.gives_address(address)
    assert (page.status, page.path) == (422, HOME)
    assert error in page.alert
    assert page.value("address") == address


@pytest.mark.parametrize(("image", "error"), [("", forms.NO_IMAGE), ("zzzzzz", forms.BAD_IMAGE)])
def test_the_image_must_be_copied(visitor, lila, image, error):
    visitor.get(HOME)
    old = visitor.page.image
    page = visitor.copies(address=LILA.email, image=image)
    assert (page.path, page.alert) == (HOME, f"Votre saisie n'a pas été acceptée : {error}")
    assert page.image != old
    assert page.value("image") == ""


def test_case_of_the_image_does_not_count(visitor, lila):
    visitor.get(HOME)
    assert visitor.copies(address=LILA.email, image=visitor.signs().upper()).screen == STEPS[1]


def test_changing_the_image_without_leaving_the_page(visitor):
    visitor.get(HOME)
    drawn = json.loads(visitor.post("/captcha/nouvelle").source)
    assert visitor.get(drawn["image"]).response.mimetype == "image/png"
    assert visitor.get(drawn["sound"]).response.mimetype == "audio/wav"


def test_an_image_lives_ten_minutes(visitor, lila, hour):
    visitor.get(HOME)
    fields = {"image": visitor.signs(), "address": LILA.email}
    hour.passes(minutes=10, seconds=1)
    assert forms.BAD_IMAGE in visitor.copies(**fields).alert


def test_screen_2_shows_the_address_and_the_question(visitor, lila):
    page = visitor.gives_address()
    assert f"readonly>{LILA.email}</textarea>" in page.source
    assert f"readonly>{LILA.question}</textarea>" in page.source
    assert page.image == ""


@pytest.mark.parametrize("answer", ["paul", " PAÛL "], ids=ascii)
def test_the_right_answer_in_another_dress(visitor, lila, answer):
    visitor.gives_address()
    assert visitor.answers(answer).path == f"{HOME}/nouveau-mot-de-passe"


@pytest.mark.parametrize("answer", ["", "   ", "Pauline", "x" * 10_000], ids=ascii)
def test_another_answer_stays_on_screen_2(visitor, lila, answer):
    visitor.gives_address()
    page = visitor.answers(answer)
    assert (page.status, page.screen, bool(page.alert)) == (422, STEPS[1], True)


def test_screen_3_shows_the_answer_just_typed(visitor, lila):
    assert "readonly>Paul</textarea>" in visitor.reaches_password().source


@pytest.mark.parametrize(
    "password",
    ["", "a" * 20, NEW[:19], OLD, NEW + " ", NEW + "é", "1tvmq2tl'A", NEW * 52, NEW + "😀", NEW + "\x00"],
    ids=ascii,
)
def test_a_bad_password_stays_on_screen_3(visitor, lila, mails, password):
    visitor.reaches_password()
    page = visitor.sets(password)
    assert (page.status, page.screen, bool(page.alert)) == (422, "Saisie du nouveau mot de passe", True)
    assert (page.value("password"), page.value("confirmation")) == ("", "")
    assert mails() == []
    assert visitor.logs_in().path == "/espace"


@pytest.mark.parametrize("confirmation", ["", NEW.swapcase(), NEW + "x"])
def test_a_different_confirmation_is_refused(visitor, lila, mails, confirmation):
    visitor.reaches_password()
    assert visitor.sets(NEW, confirmation).screen == "Saisie du nouveau mot de passe"
    assert mails() == []


@pytest.mark.parametrize("step", ["reponse", "nouveau-mot-de-passe", "recapitulatif"])
def test_no_step_is_skipped_by_its_url(visitor, lila, step):
    page = visitor.get(f"{HOME}/{step}")
    assert (page.path, "Reprenez-la depuis le début" in page.alert) == (HOME, True)


@pytest.mark.parametrize("step", ["nouveau-mot-de-passe", "recapitulatif"])
def test_the_answer_cannot_be_skipped(visitor, lila, step):
    visitor.gives_address()
    assert visitor.get(f"{HOME}/{step}").path == HOME


def test_etape_precedente_keeps_what_was_typed(visitor, lila):
    visitor.reaches_password()
    assert visitor.get(f"{HOME}/reponse").value("answer") == "Paul"
    first = visitor.get(HOME)
    assert (first.value("address"), first.value("image")) == (LILA.email, "")


def test_quitter_gives_the_procedure_up(visitor, lila):
    visitor.reaches_password()
    assert visitor.post(f"{HOME}/quitter").path == "/"
    assert visitor.get(f"{HOME}/nouveau-mot-de-passe").path == HOME
    assert visitor.logs_in().path == "/espace"


def test_an_expired_password_can_be_forgotten(visitor, lila, hour):
    hour.passes(days=1200)
    visitor.reaches_password()
    visitor.sets()
    assert visitor.logs_in(password=NEW).path == "/espace"


def test_all_sessions_of_the_space_are_closed(visit, lila):
    elsewhere, here = visit(), visit()
    elsewhere.logs_in()
    here.logs_in()
    here.reaches_password()
    assert here.sets().screen == STEPS[3]
    assert {elsewhere.get("/espace").path, here.get("/espace").path} == {"/authentification"}


def test_another_journey_of_the_space_ends_with_the_first_change(visit, lila, mails):
    winner, loser = visit(), visit()
    winner.reaches_password()
    loser.reaches_password()
    winner.sets()
    assert loser.sets("Wd8sXf4nJq2vGm7kPz5c").path == HOME
    assert mails() == [LILA.email]


@pytest.mark.parametrize("state", [None, State.PRE_REGISTERED, State.CERTIFICATE])
def test_an_address_without_active_space_goes_no_further_than_the_answer(visitor, seed, mails, state):
    if state:
        seed(state=state)
    page = visitor.gives_address()
    assert page.screen == STEPS[1]
    assert visitor.answers("Paul").alert == visitor.answers("Pierre").alert != ""
    assert visitor.page.screen == STEPS[1]
    assert mails() == []


def test_the_question_of_an_unknown_address_never_changes(visit):
    questions = {re.search(r'id="question"[^>]*>(.*?)<', visit().gives_address().source)[1] for _ in range(5)}
    assert len(questions) == 1


@pytest.mark.parametrize("address", [LILA.email, "personne@example.test"])
def test_five_wrong_answers_suspend_the_procedure_for_an_hour(visit, lila, hour, address):
    visitor = visit()
    visitor.gives_address(address)
    for _ in range(5):
        assert visitor.answers("Pierre").screen == STEPS[1]
    assert "suspendue pour cette adresse jusqu'à 11h00 (heure de Paris)" in visitor.page.alert
    assert visitor.answers().screen == STEPS[1]
    assert "suspendue" in visit().gives_address(address).alert


def test_after_the_hour_the_right_answer_is_taken_and_the_count_begins_again(visit, lila, hour):
    for _ in range(5):
        visitor = visit()
        visitor.gives_address()
        visitor.answers("Pierre")
    hour.passes(hours=1)
    assert visit().reaches_password().screen == "Saisie du nouveau mot de passe"


def test_the_suspension_leaves_the_log_in_open(visitor, lila):
    visitor.gives_address()
    for _ in range(5):
        visitor.answers("Pierre")
    assert visitor.logs_in().path == "/espace"


def test_after_a_restart_the_journey_begins_again(visitor, site, lila):
    visitor.reaches_password()
    site.answers.__init__()
    assert visitor.get(f"{HOME}/nouveau-mot-de-passe").path == HOME
