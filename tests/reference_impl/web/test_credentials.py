"""« Modifiez vos identifiants », screen by screen (EP5 chapters 3 and 4)."""

import json
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from reference_impl.domain.passwords import Refusal
from reference_impl.web import credentials_forms as told
from reference_impl.web import forms
from reference_impl.web.taken import TAKEN
from tests.reference_impl.conftest import LILA, NEW, OLD, Page
from tests.reference_impl.web.conftest import ACTIVATED, CHANGED, CREDENTIALS, FRESH, PDF, WAITING


def heading(page: Page) -> str:
    return re.search(r"<h1>(.*?)</h1>", page.source)[1]


def ticked(page: Page) -> list[str]:
    return re.findall(r'<input checked[^>]* name="(\w+)"', page.source)


def test_the_screen_as_it_opens(her):
    page = her.get(CREDENTIALS)
    assert heading(page) == "Modifiez vos identifiants."
    assert (page.value("address"), page.value("address_again"), ticked(page)) == (LILA.email, "", [])
    assert page.source.count('type="checkbox"') == 2
    for words in (
        "Abonné: 20231570000101", "Lila ROSEMONDE", "PARIS", "FRANCE", "Professionnels", "Accès sans certificat",
        "Cochez le(s) identifiant(s) que vous souhaitez modifier", "Modifier mon adresse électronique",
        "Confirmez votre nouvelle adresse électronique", "Saisir mon nouveau mot de passe", "(20 caractères minimum)",
        "Pensez à noter votre mot de passe.", "Niveau de sécurité de votre mot de passe",
        "Confirmez votre nouveau mot de passe", "Annuler", "Valider les modifications",
        "Recommandations pour prévenir des usurpations",
    ):  # fmt: skip
        assert words in page.text


def test_a_password_alone(her, mails, visit):
    page = her.changes(password=NEW)
    assert (page.path, heading(page)) == (CHANGED, "Réinitialisation de votre mot de passe")
    for words in (
        "Lila ROSEMONDE", "Votre mot de passe a été réinitialisé avec succès.",
        "Ce mot de passe est valable jusqu'au 05 juin 2026 .", "Vous allez recevoir un courriel de confirmation.", "OK",
    ):  # fmt: skip
        assert words in page.text
    assert her.get(CHANGED).path == CHANGED
    assert (her.get("/espace").path, mails()) == ("/espace", [LILA.email])
    assert visit().logs_in().alert
    assert visit().logs_in(password=NEW).path == "/espace"


def test_an_address_alone(her, mails):
    page = her.changes(FRESH)
    assert (page.path, heading(page)) == (WAITING, "Activation de votre espace abonné")
    for words in (
        "Lila ROSEMONDE", "Vous allez recevoir le code d'activation dans votre messagerie.",
        f"vérifiez que l'adresse que vous avez saisie ({FRESH}) est correcte", '"Courrier indésirable" ou "Spam"',
        "Remarque : Ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois",
        '"Votre espace professionnel" situé en haut à droite de l\'écran, puis sur "Activer mon espace / mes services"',
        "Vous disposez d'un délai de 48h, à compter de l'envoi du code ci-dessus", "OK", "Activez votre espace abonné",
    ):  # fmt: skip
        assert words in page.text
    assert (her.code() in page.source, mails()) == (False, [FRESH])
    assert (her.get(WAITING).path, her.get(CREDENTIALS).path, mails()) == (WAITING, CREDENTIALS, [FRESH])
    assert FRESH in her.page.text


@pytest.mark.parametrize(("password", "opening"), [(None, OLD), (NEW, NEW)])
def test_the_activation(her, visit, mails, password, opening):
    her.changes(FRESH, password)
    assert [visit().logs_in(address).path for address in (LILA.email, FRESH)] == ["/espace", "/authentification"]
    page = her.activates(FRESH)
    assert page.path == ACTIVATED
    assert "Votre inscription a été réalisée le 06 juin 2023 sous le numéro 20231570000101" in page.text
    assert mails() == [FRESH] * (2 if password else 1)
    assert her.get("/espace").path == "/authentification"
    assert visit().logs_in(LILA.email, opening).alert
    assert visit().logs_in(FRESH, opening).path == "/espace"


def test_the_recap_has_the_new_address_in_the_layout_of_the_sheet(her):
    her.changes(FRESH)
    her.activates(FRESH)
    text = PdfReader(BytesIO(her.get(PDF).response.get_data())).pages[0].extract_text()
    assert "RECAPITULATIF DE VOS DONNEES PERSONNELLES" in text
    assert (FRESH in text, LILA.email in text, "20231570000101" in text) == (True, False, True)


def test_the_waiting_screen_is_over_with_the_activation(owner):
    here, elsewhere = owner(), owner()
    here.changes(FRESH)
    elsewhere.offers(here.code())
    elsewhere.confirms(FRESH)
    assert here.get(WAITING).path == "/authentification"


def test_annuler_changes_nothing(her, mails):
    page = her.get(CREDENTIALS)
    way = re.search(r'href="([^"]+)">Annuler', page.source)[1]
    assert (her.get(way).path, mails()) == ("/espace", [])


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({}, told.NOTHING_TICKED),
        ({"address": FRESH, "address_again": FRESH, "password": NEW, "password_again": NEW}, told.NOTHING_TICKED),
        ({"change_address": "y"}, forms.NO_ADDRESS),
        ({"change_address": "y", "address": FRESH}, "Confirmez votre adresse électronique de connexion."),
        ({"change_address": "y", "address": FRESH, "address_again": f"x{FRESH}"}, "ne sont pas identiques"),
        ({"change_address": "y", "address": "lila", "address_again": "lila"}, forms.BAD_ADDRESS),
        ({"change_address": "y", "address": f"{'a' * 90}@abcde.test", "address_again": ""}, forms.BAD_ADDRESS),
        ({"change_address": "y", "address": LILA.email.swapcase(), "address_again": LILA.email}, told.YOURS_ALREADY),
        ({"change_password": "y"}, Refusal.EMPTY),
        ({"change_password": "y", "password": NEW}, "Confirmez votre mot de passe de connexion."),
        ({"change_password": "y", "password": NEW, "password_again": OLD}, forms.DIFFERENT),
        ({"change_password": "y", "password": NEW[:19], "password_again": NEW[:19]}, Refusal.TOO_SHORT),
        ({"change_password": "y", "password": "a" * 20, "password_again": "a" * 20}, Refusal.WEAK),
        ({"change_password": "y", "password": OLD, "password_again": OLD}, Refusal.SAME),
    ],
)
def test_refusals(her, mails, visit, fields, refusal):
    her.get(CREDENTIALS)
    page = her.post(CREDENTIALS, **fields)
    assert (page.status, page.path) == (422, CREDENTIALS)
    assert refusal in page.alert
    assert page.value("address") == (fields.get("address", "") if "change_address" in fields else LILA.email)
    assert (NEW in page.source, mails()) == (False, [])
    assert visit().logs_in().path == "/espace"


@pytest.mark.parametrize("wrong", [{"password_again": OLD}, {"address_again": OLD}])
def test_of_two_one_of_which_is_refused_none_is_done(her, mails, visit, wrong):
    page = her.changes(FRESH, NEW, **wrong)
    assert (page.status, sorted(ticked(page)), mails()) == (422, ["change_address", "change_password"], [])
    assert visit().logs_in().path == "/espace"


def test_what_is_not_ticked_does_not_count(her, mails, visit):
    her.get(CREDENTIALS)
    token = her.token()
    assert her.post(CREDENTIALS, **token, **typed(NEW, ""), address=FRESH, address_again="x").path == CHANGED
    assert mails() == [LILA.email]
    asked = {"change_address": "y", "address": FRESH, "address_again": FRESH}
    assert her.post(CREDENTIALS, **token, **asked, password="x", password_again="y").path == WAITING
    assert mails() == [LILA.email, FRESH]
    assert visit().logs_in(password=NEW).path == "/espace"


@pytest.mark.parametrize("length", [100, 101])
def test_the_longest_address(her, length):
    domain = f"@{'d' * 30}.example.test"
    address = f"{'a' * (length - len(domain))}{domain}"
    assert (her.changes(address).path == WAITING) is (length == 100)


def test_an_address_that_somebody_has(her, seed, mails):
    seed(email=FRESH)
    page = her.changes(FRESH, NEW)
    assert (page.status, TAKEN in page.alert, mails()) == (422, True, [])


def test_the_same_address_again_is_told_until_when(her):
    her.changes(FRESH)
    assert "Une demande est déjà en cours" in her.changes(FRESH).alert


@pytest.mark.parametrize("path", [CHANGED, WAITING])
def test_the_last_screens_are_not_reached_by_their_url(her, path):
    page = her.get(path)
    assert (page.path, "Reprenez-la depuis le début" in page.alert) == (CREDENTIALS, True)


def test_one_of_the_last_screens_is_not_the_other(her):
    her.changes(password=NEW)
    assert her.get(WAITING).path == CREDENTIALS


@pytest.mark.parametrize("path", [CREDENTIALS, CHANGED, WAITING])
def test_nobody_else_gets_there(visitor, path):
    assert visitor.get(path).path == "/authentification"


def test_other_sessions_end_and_this_one_goes_on(owner):
    here, elsewhere = owner(), owner()
    assert here.changes(password=NEW).path == CHANGED
    assert (here.get("/espace").path, elsewhere.get("/espace").path) == ("/espace", "/authentification")


@pytest.mark.parametrize("fields", [{"password": NEW}, {"address": FRESH}, {"address": FRESH, "password": NEW}])
def test_the_same_form_sent_again_does_nothing_more(her, mails, fields):
    form = her.get(CREDENTIALS)
    first = her.sends(**fields)
    her.page = form
    assert (her.sends(**fields).path, len(mails())) == (first.path, 1)


@pytest.mark.parametrize(
    ("password", "address", "level"),
    [
        ("a" * 20, "", "Faible"),
        ("Ornitho27Ornitho27Ornitho27", "", "Normal"),
        (NEW, "", "Fort"),
        ("capucine.olivier@example.test", "capucine.olivier@example.test", "Faible"),
    ],
)
def test_the_live_level_is_the_rule_of_the_submit(her, password, address, level):
    her.get(CREDENTIALS)
    token = her.token()
    told = her.post(f"{CREDENTIALS}/niveau", password=password, address=address)
    assert json.loads(told.source) == {"level": level}
    assert (her.post(CREDENTIALS, **token, **typed(password, address)).status == 422) is (level == "Faible")


def typed(password: str, address: str) -> dict[str, str]:
    chosen = {"change_password": "y", "password": password, "password_again": password}
    return chosen | ({"change_address": "y", "address": address, "address_again": address} if address else {})
