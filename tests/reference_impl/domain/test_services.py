"""The services of a space under the themes of its home (EP5-2-18 to EP5-2-21, C65)."""

from reference_impl.domain import services


def test_a_service_stands_under_every_theme_that_knows_it():
    assert services.by_theme({"TVA"}) == {"Déclarer": ["TVA"], "Payer": ["TVA"]}


def test_what_unfolds_says_so():
    assert services.by_theme({"Compte fiscal"}) == {"Consulter": ["Compte fiscal [+]"]}


def test_a_service_that_no_sheet_names_is_not_lost():
    assert services.by_theme({"CFE", "Avis CFE"}) == {"Consulter": ["Avis CFE"], "Autres services": ["CFE"]}


def test_no_service_has_no_theme():
    assert services.by_theme(set()) == {}


def test_themes_and_services_keep_the_order_of_the_sheets():
    held = {services.name_of(label) for labels in services.THEMES.values() for label in labels}
    assert {theme: tuple(labels) for theme, labels in services.by_theme(held).items()} == services.THEMES
