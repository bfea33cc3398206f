"""The image to copy: the same one stays the same wherever it stands, another one is another."""

import pytest

from steps.screens.creation import TermsScreen

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'><text y='20'>{signs}</text></svg>"
PAGE = """<h1>Créer votre espace professionnel</h1>
<form><p id=above></p><img alt="Image à recopier" src="data:image/svg+xml,{first}">
<a href="#x">Changer l'image</a></form>
<script>document.querySelector("a").onclick = () => {{ {change} }}</script>"""
ONE, OTHER = (SVG.format(signs=signs).replace("'", "%27").replace("<", "%3C") for signs in ("ABC", "DEF"))


@pytest.mark.parametrize(
    ("change", "another"),
    [
        ("above.style.paddingTop = '10.4px'", False),
        (f"document.querySelector('img').src = `data:image/svg+xml,{OTHER}`", True),
        (f"setTimeout(() => {{ document.querySelector('img').src = `data:image/svg+xml,{OTHER}` }}, 100)", True),
    ],
)
def test_whether_another_image_is_displayed(show, change, another):
    screen = TermsScreen(show(PAGE.format(first=ONE, change=change)))
    screen.window.patience = 1
    old = screen.picture()
    assert (screen.change_picture(old) != old) is another


def test_a_drawing_of_the_page_is_seen_on_the_screen(show):
    screen = TermsScreen(
        show('<form><svg role=img aria-label="Recopiez les caractères de l\'image" width=90 height=30></svg></form>')
    )
    assert screen.picture().startswith(b"\x89PNG")
