"""Pictures of a page: what is secret is painted over, what matters is outlined, the page itself is left alone."""

import io

from PIL import Image, ImageColor

from steps.screens.picture import MASK, RED
from steps.screens.window import Window

FORM = """<style>label, p, input, button {{ position: absolute; left: 20px; }} input {{ left: 80px; }}</style>
<body><h1>Saisie</h1>
<label style="top: 100px;">Adresse * <input id=a value="lila@exemple.test"></label>
<label style="top: 160px;">Secret <input id=s type=password value="{secret}"></label>
<label style="top: 220px;">Réponse <input id=r value="{answer}"></label>
<p style="top: 280px;">Valable jusqu'au <strong>06 juin 2026</strong></p>
<label style="top: 340px;">J'accepte <input id=t type=checkbox></label>
<button style="top: 400px;">Continuer</button>"""
FILLED = FORM.format(secret="Tr0ubadour", answer="Foxy")
CENTRES = {"a": (150, 108), "s": (150, 168), "r": (150, 228)}


def painted(content: bytes, x: int, y: int) -> bool:
    """Whether the picture has the colour of a mask there; WebP changes colours a little."""
    with Image.open(io.BytesIO(content)) as image:
        pixel = image.convert("RGB").getpixel((x, y))
    return max(abs(one - other) for one, other in zip(pixel, ImageColor.getrgb(MASK), strict=True)) < 12


def reds(content: bytes) -> int:
    red = ImageColor.getrgb(RED)
    with Image.open(io.BytesIO(content)) as image:
        signs = image.convert("RGB").tobytes()
    pixels = zip(signs[::3], signs[1::3], signs[2::3], strict=True)
    return sum(max(abs(a - b) for a, b in zip(pixel, red, strict=True)) < 40 for pixel in pixels)


def shown(show, html: str = FILLED) -> Window:
    window = show(html)
    window.hidden = lambda: ["Foxy", "Tr0ubadour"]
    return window


def test_evidence_hides_all_that_is_typed(show):
    picture = shown(show).picture()
    assert all(painted(picture.content, *place) for place in CENTRES.values())


def test_an_illustration_hides_what_is_secret_alone(show):
    picture = shown(show).illustration()
    assert {name: painted(picture.content, *place) for name, place in CENTRES.items()} == {
        "a": False,
        "s": True,
        "r": True,
    }


def test_a_password_shown_by_the_eye_is_hidden_too(show):
    picture = shown(show, FILLED.replace("type=password", "type=text")).illustration()
    assert painted(picture.content, *CENTRES["s"])


def test_what_was_judged_is_outlined(show):
    window = shown(show)
    picture = window.picture("06 juin 2026")
    assert picture.marks == (("seen", "06 juin 2026"),)
    assert reds(picture.content) > reds(window.picture("un texte absent").content) + 200


def test_what_was_touched_is_outlined_in_the_order_of_the_page_by_its_own_name(show):
    window = shown(show)
    for act, name, place in (("press", "continuer", "button"), ("fill", "case", "#t"), ("fill", "adresse", "#a")):
        window.touch(act, name, window.page.locator(place))
    marks = (("fill", "Adresse"), ("tick", "J'accepte"), ("press", "Continuer"))
    assert window.illustration().marks == marks


def test_what_has_gone_is_not_outlined_and_the_page_is_not_changed(show):
    window = shown(show)
    window.touch("fill", "adresse", window.page.locator("#gone"))
    before = window.page.content()
    assert window.picture().marks == ()
    assert window.page.content().replace(' style=""', "") == before  # Playwright has hidden the caret, and shown it


def test_a_page_without_end_is_cut(show):
    with Image.open(
        io.BytesIO(shown(show, "<div style='width: 90000px; height: 90000px'>").picture().content)
    ) as image:
        assert image.size == (1600, 4000)


def test_a_press_is_shown_to_the_guide_before_it_leaves_the_page(show):
    window, seen = shown(show), []
    window.guide = lambda window: seen.append([(touch.act, touch.name) for touch in window.touches])
    window.press(window.page.get_by_role("button"), "Continuer")
    assert (seen, window.touches) == ([[("press", "Continuer")]], [])
