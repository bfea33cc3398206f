"""What is read of the last screens and of the space, in the wordings and the layouts that right sites may choose."""

import pytest

from steps.dates import same_day, valid_until
from steps.screens.activation import ACTIVATION, ActivatedScreen, ActivationEmailScreen, CodeScreen
from steps.screens.space import AlertScreen, SpaceScreen
from targets.faults import Unmet

NUMBERS = [
    "Votre inscription a été réalisée le 21 août 2023 sous le numéro 20232330000101.",
    "Votre inscription a été effectuée le 21/08/2023 sous le numéro 2023 2330 0001 01.",
    "Téléphone : 0123456789. Créé le 21/08/2023. N° d'abonné : 20232330000101",
    "<p>Date : 21 août 2023</p><p>Votre numéro d'abonné</p><p><b>2023&nbsp;2330&nbsp;0001&nbsp;01</b></p>",
]
CODE = "<label>Saisissez le code d'activation * <input {}></label>"
EMAIL = "<label>Saisissez votre adresse électronique de connexion * <input></label>"
TITLE = "<h1>Activez votre espace / vos services</h1>"


@pytest.mark.parametrize("html", NUMBERS)
def test_number_and_date_are_read(show, html):
    screen = ActivatedScreen(show(html))
    assert screen.subscriber_number() == "20232330000101"
    assert [same_day("21 août 2023", each) for each in screen.registered_on()] == [True]


def test_a_wrong_number_is_read_too(show):
    assert (
        ActivatedScreen(show("<p>sous le numéro 2023233000010, le 21/08/2023")).subscriber_number() == "2023233000010"
    )


def test_the_date_announced_comes_before_any_other(show):
    html = "<p>Aujourd'hui : 22/08/2023</p><p>Inscription réalisée le 21 août 2023</p>"
    assert ActivatedScreen(show(html)).registered_on() == ["21 août 2023"]


def test_neither_number_nor_date(show):
    screen = ActivatedScreen(show("<p>Votre espace est créé.</p>"))
    assert (screen.subscriber_number(), screen.registered_on()) == ("", [])


def test_the_number_of_a_space_in_groups(show):
    assert SpaceScreen(show("<p>N° d'abonné : 2023 2330 0001 01</p>")).subscriber_number() == "20232330000101"


@pytest.mark.parametrize("day", ["22/07/2024", "22 juillet 2024"])
def test_an_expiry_in_letters_or_in_figures(show, day):
    window = show(
        f"<p>Votre mot de passe expire le {day} (heure de Paris)</p><p>Expiration du mot de passe : {day}</p>"
    )
    space, alert = SpaceScreen(window), AlertScreen(window)
    assert (space.expiry(), alert.expiry(), alert.zone()) == (day, day, "heure de Paris")
    space.require_expiry("22/07/2024")
    assert valid_until(f"valable jusqu'au {day}.") == day


def test_another_expiry_is_unmet(show):
    with pytest.raises(Unmet, match="expiration"):
        SpaceScreen(show("<p>Expiration du mot de passe : 23 juillet 2024</p>")).require_expiry("22/07/2024")


@pytest.mark.parametrize(("email", "state"), [("", ""), (EMAIL, ""), (EMAIL, "readonly")])
def test_the_screens_of_the_activation_are_told_apart(show, email, state):
    shown = ACTIVATION.shown(show(TITLE + CODE.format(state) + email))
    assert type(shown) is (ActivationEmailScreen if email else CodeScreen)
    assert shown.is_editable("code") == (not state)


def test_an_empty_space_may_have_a_title_and_a_footer(show):
    html = "<h2>Mes dossiers</h2><p>Aucun.</p><footer>Éditeur : SA Essai, SIREN 123 456 789</footer>"
    assert SpaceScreen(show(html)).contents() == []


@pytest.mark.parametrize("held", ["<p>ATELIER 000 299 001", "<a href=#>TVA</a>"])
def test_what_a_space_holds(show, held):
    assert (
        len(SpaceScreen(show(f"<h2>Mes dossiers</h2><main>{held}</main><footer>123 456 789</footer>")).contents()) == 1
    )
