"""The three screens of « Activez votre espace / vos services » (EP2 chapter 3)."""

import html
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from reference_impl.domain import subscriber
from reference_impl.domain.subscriber import NumbersExhausted
from reference_impl.web import activation_forms as words
from reference_impl.web import forms
from reference_impl.web.activation import BAD_CODE, BAD_PAIR, VOID
from tests.reference_impl.conftest import NEW
from tests.reference_impl.web.conftest import ACTIVATED, ACTIVATION, ADDRESS, EMAIL, PDF

STEPS = ("Code d'activation", "Identifiants", "Récapitulatif")
OTHER = "bastien.bergamote@example.test"


@pytest.fixture
def registered(applicant):
    """Somebody who has received a code."""
    applicant.registers()
    return applicant


def walk(applicant):
    """Each of the three screens in turn."""
    code = applicant.code()
    yield applicant.get(ACTIVATION)
    yield applicant.copying(ACTIVATION, code=code)
    yield applicant.confirms()


def test_every_screen_has_its_title_the_step_bar_and_the_way_out(registered):
    for index, page in enumerate(walk(registered)):
        bar = re.search(r'<nav class="etapes".*?</nav>', page.source, re.DOTALL)[0]
        labels = re.findall(r"<li([^>]*)>(.*?)</li>", bar)
        assert tuple(html.unescape(label) for _, label in labels) == STEPS
        assert [number for number, (mark, _) in enumerate(labels) if "aria-current" in mark] == [index]
        assert "<h1>Activez votre espace / vos services</h1>" in page.source
        assert "Quitter" in page.text


def test_the_last_screen(registered):
    page = registered.activates()
    assert page.path == ACTIVATED
    assert re.search(
        r"Votre inscription Lila ROSEMONDE Votre inscription a été réalisée le 06 juin 2023 "
        r"sous le numéro \d{14} \. Ce numéro d'abonné vous est personnel et doit le rester\.",
        page.text,
    )
    for text in (
        "Sauvegardez ou imprimez le récapitulatif",
        "Il vous sera indispensable en cas de perte de votre mot de passe.",
        "Vos services en ligne",
        "cliquez sur le bouton ci-dessous, puis saisissez vos identifiants",
        "Accédez à vos services en ligne",
    ):
        assert text in page.text


def test_the_space_opens_at_once_and_is_empty(registered, visit):
    registered.activates()
    home = visit().logs_in(EMAIL, NEW)
    assert home.path == "/espace"
    assert "Vous ne disposez d'aucun service." in home.text


def test_activating_twice_does_it_once(registered, applicants, mails):
    code = registered.code()
    page = registered.activates()
    assert registered.get(ACTIVATED).text == page.text
    assert registered.confirms().path == ACTIVATED
    assert registered.get(ADDRESS).path == ACTIVATED
    assert BAD_CODE in applicants().offers(code).alert
    assert mails() == [EMAIL]


def test_from_another_browser_with_spaces_around(registered, applicants):
    elsewhere = applicants()
    assert elsewhere.offers(f"  {registered.code()} \t").path == ADDRESS
    assert elsewhere.confirms(f" {EMAIL.upper()} ").path == ACTIVATED


@pytest.mark.parametrize("change", [str.swapcase, lambda code: code[:11], lambda code: code + "x", lambda code: "é"])
def test_another_code_stays_on_screen_1(registered, change):
    typed = change(registered.code())
    page = registered.offers(typed)
    assert (page.status, page.path, page.value("code")) == (422, ACTIVATION, typed)
    assert BAD_CODE in page.alert
    assert registered.activates().path == ACTIVATED


def test_nothing_typed(registered):
    assert words.NO_CODE in registered.offers("  ").alert


@pytest.mark.parametrize(("image", "error"), [("", forms.NO_IMAGE), ("zzzzzz", forms.BAD_IMAGE)])
@pytest.mark.parametrize("good", [True, False])
def test_without_the_image_nothing_is_told_of_the_code(registered, image, error, good):
    page = registered.offers(registered.code() if good else "abcdefghijkl", image=image)
    assert (page.status, page.alert) == (422, f"Votre saisie n'a pas été acceptée : {error}")
    assert registered.get(ADDRESS).path == ACTIVATION


def test_screen_2_recalls_the_code(registered):
    code = registered.code()
    page = registered.offers()
    assert re.search(rf"<textarea[^>]*readonly>{code}</textarea>", page.source)
    assert code not in page.response.request.url


@pytest.mark.parametrize(
    ("address", "error"),
    [("", forms.NO_ADDRESS), ("lila", forms.BAD_ADDRESS), (OTHER, BAD_PAIR)],
)
def test_another_address_stays_on_screen_2_and_the_code_good(registered, address, error):
    registered.offers()
    page = registered.confirms(address)
    assert (page.status, page.path, page.value("address")) == (422, ADDRESS, address)
    assert error in page.alert
    assert registered.confirms().path == ACTIVATED


def test_ten_wrong_addresses_make_the_code_inoperative(registered):
    code = registered.code()
    registered.offers()
    for _ in range(10):
        registered.confirms(OTHER)
    assert (registered.page.path, VOID in registered.page.alert) == (ACTIVATION, True)
    assert BAD_CODE in registered.offers(code).alert


def test_etape_precedente_keeps_code_and_address(registered):
    code = registered.code()
    registered.offers()
    first = registered.post(f"{ADDRESS}/etape-precedente", address="lila@")
    assert (first.path, first.value("code"), first.value("image")) == (ACTIVATION, code, "")
    assert registered.copying(ACTIVATION, code=code).value("address") == "lila@"


def test_effacer_empties_the_address_and_nothing_else(registered):
    code = registered.code()
    registered.offers()
    registered.post(f"{ADDRESS}/etape-precedente", address=OTHER)
    registered.copying(ACTIVATION, code=code)
    page = registered.post(f"{ADDRESS}/effacer", address=OTHER)
    assert (page.path, page.value("address"), f"readonly>{code}<" in page.source) == (ADDRESS, "", True)


@pytest.mark.parametrize("step", [ADDRESS, ACTIVATED, PDF])
def test_no_step_is_skipped_by_its_url(registered, step):
    page = registered.get(step)
    assert (page.path, "Reprenez-la depuis le début" in page.alert) == (ACTIVATION, True)


@pytest.mark.parametrize("step", [ACTIVATED, PDF])
def test_the_address_cannot_be_skipped(registered, step):
    registered.offers()
    assert registered.get(step).path == ACTIVATION


def test_quitter_gives_up_but_not_the_code(registered):
    registered.offers()
    assert registered.post(f"{ACTIVATION}/quitter").path == "/"
    assert registered.get(ADDRESS).path == ACTIVATION
    assert registered.page.value("code") == ""
    assert registered.activates().path == ACTIVATED


def test_the_recap_is_a_file_for_this_session_only(registered, applicants):
    number = re.search(r"\d{14}", registered.activates().text)[0]
    page = registered.get(PDF)
    assert page.response.mimetype == "application/pdf"
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.response.headers["Content-Disposition"] == f'attachment; filename="recapitulatif-{number}.pdf"'
    text = PdfReader(BytesIO(page.response.get_data())).pages[0].extract_text()
    assert all(fact in text for fact in (number, EMAIL, "12 rue de Longchamp", "Le prénom de votre conjoint(e) ?"))
    assert applicants().get(PDF).path == ACTIVATION


def test_the_recap_closes_after_half_an_hour(registered, hour):
    registered.activates()
    hour.passes(minutes=30, seconds=1)
    assert registered.get(PDF).path == ACTIVATION


def test_the_day_is_that_of_the_activation(registered, hour):
    hour.passes(hours=14, minutes=10)
    assert "le 07 juin 2023 sous le numéro 2023158" in registered.activates().text


def test_the_day_of_a_recap_reloaded_after_midnight(registered, hour):
    hour.passes(hours=13, minutes=50)
    registered.activates()
    hour.passes(minutes=20)
    assert "le 06 juin 2023 sous le numéro 2023157" in registered.get(ACTIVATED).text


def test_a_day_without_a_number_left_is_told_and_the_code_stays_good(registered, monkeypatch):
    def none_left(*_given):
        raise NumbersExhausted("no number is left")

    registered.offers()
    with monkeypatch.context() as patch:
        patch.setattr(subscriber, "number", none_left)
        page = registered.confirms()
    assert (page.status, "plus de numéro d'abonné" in page.text) == (503, True)
    registered.get(ADDRESS)
    assert registered.confirms().path == ACTIVATED
