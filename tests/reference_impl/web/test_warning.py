"""The warning before the password expires: window, countdown, message, link (PER chapter 2, C09, C10, G24, G25)."""

import re
from datetime import UTC, datetime

import pytest

from tests.reference_impl.conftest import NEW

# Set on this day, the password of the sheet expires on 22 July 2024.
SET = datetime(2021, 7, 23, 10, tzinfo=UTC)
WINDOW = (
    "Votre mot de passe expire le 22 juillet 2024 (heure de Paris).",
    "Pensez à le modifier depuis votre espace professionnel.",
    "À défaut, l'accès à votre espace sera désactivé.",
    "OK",
)
MESSAGE = (
    "Votre mot de passe expire bientôt. Afin d'éviter le blocage de votre accès, nous vous invitons à le modifier dès "
    'maintenant en cliquant sur le lien "Modifier le mot de passe".'
)
BOUNDARIES = pytest.mark.parametrize(
    ("instant", "path"),
    [
        ("2024-05-22T21:59:59+00:00", "/espace"),  # 61 days left, one second before midnight in Paris
        ("2024-05-22T22:00:00+00:00", "/espace/alerte"),
        ("2024-07-07T10:00:00+00:00", "/espace/alerte"),
        ("2024-07-22T21:59:59+00:00", "/espace/alerte"),
        ("2024-07-22T22:00:00+00:00", "/mot-de-passe-expire"),
    ],
)


@pytest.fixture
def owner(seed, hour, visitor):
    """Lila, who comes back at another instant."""
    hour.now = SET
    seed()

    def at(instant):
        hour.now = datetime.fromisoformat(instant)
        return visitor

    return at


@BOUNDARIES
def test_log_in_leads_through_the_window_in_the_last_sixty_days(owner, instant, path):
    assert owner(instant).logs_in().path == path


def test_the_window_says_what_the_sheet_shows(owner):
    page = owner("2024-07-07T10:00:00+00:00").logs_in()
    window = re.search(r"<dialog open.*?</dialog>", page.source, re.DOTALL)[0]
    told = " ".join(re.sub(r"<[^>]+>", "", window).split())
    assert told == " ".join(WINDOW)
    assert "Connexion à mon espace professionnel" in page.text


def test_what_lies_behind_the_window_is_out_of_reach(owner):
    source = owner("2024-07-07T10:00:00+00:00").logs_in().source
    assert source.index("</dialog>") < source.index('<div class="page" inert>')
    assert source.count("autofocus") == 1


@pytest.mark.parametrize(
    ("instant", "countdown"),
    [
        ("2024-05-23T10:00:00+00:00", "dans 60 jours"),
        ("2024-07-06T21:59:59+00:00", "dans 16 jours"),
        ("2024-07-06T22:00:00+00:00", "dans 15 jours"),
        ("2024-07-20T10:00:00+00:00", "dans 2 jours"),
        ("2024-07-21T10:00:00+00:00", "dans 1 jour"),
        ("2024-07-22T21:59:59+00:00", "aujourd'hui à minuit"),
    ],
)
def test_the_home_counts_down(owner, instant, countdown):
    visitor = owner(instant)
    visitor.logs_in()
    text = visitor.get("/espace").text
    assert f"22/07/2024 Attention, votre accès sera bloqué {countdown} Modifier le mot de passe Espace pro." in text
    assert MESSAGE in text


def test_modifier_le_mot_de_passe_leads_to_the_credentials(owner):
    visitor = owner("2024-07-07T10:00:00+00:00")
    visitor.logs_in()
    link = re.search(r'href="([^"]*)">Modifier le mot de passe<', visitor.get("/espace").source)[1]
    assert "Modifiez vos identifiants" in visitor.get(link).text


def test_the_window_comes_at_each_log_in_and_never_at_the_return_to_the_home(owner):
    visitor = owner("2024-07-07T10:00:00+00:00")
    assert visitor.logs_in().path == "/espace/alerte"
    assert [visitor.get("/espace").path for _ in range(2)] == ["/espace"] * 2
    visitor.post("/espace/quitter")
    assert visitor.logs_in().path == "/espace/alerte"


def test_there_is_no_window_without_reason(owner):
    visitor = owner("2023-07-07T10:00:00+00:00")
    visitor.logs_in()
    assert visitor.get("/espace/alerte").path == "/espace"


def test_a_wrong_password_shows_no_window(owner):
    page = owner("2024-07-07T10:00:00+00:00").logs_in(password=NEW)
    assert (page.path, "2024" in page.text) == ("/authentification", False)


def test_a_session_that_is_open_at_midnight_goes_on(owner, hour):
    visitor = owner("2024-07-22T21:59:59+00:00")
    visitor.logs_in()
    hour.passes(seconds=1)
    text = visitor.get("/espace").text
    assert ("Expiration du mot de passe : 22/07/2024" in text, "Attention" in text) == (True, False)
    visitor.post("/espace/quitter")
    assert visitor.logs_in().path == "/mot-de-passe-expire"
