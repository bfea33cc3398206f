"""The level of a password, however a right site writes it."""

import pytest

from steps.screens.forgotten import NewPasswordScreen

PAGE = "<p>Niveau de sécurité : {level}</p>"


@pytest.mark.parametrize("level", ["Faible", "faible", "FAIBLE"])
def test_a_level_is_the_same_in_any_letters(show, level):
    screen = NewPasswordScreen(show(PAGE.format(level=level)))
    assert (screen.await_level("Faible"), screen.level_soon("Faible")) == ("Faible", "Faible")


@pytest.mark.parametrize(("html", "shown"), [(PAGE.format(level="normal"), "Normal"), ("<p>Rien</p>", "")])
def test_a_level_that_does_not_come_is_told_as_it_stands(show, html, shown):
    assert NewPasswordScreen(show(html)).level_soon("Fort") == shown
