"""The sound of an image: whoever hears it does not know where it came from."""

import base64
import io
import wave

from steps.screens.creation import TermsScreen

BUTTON = "<button>Ecouter l'extrait sonore</button>"


def a_second():
    """A second of silence (WAV)."""
    with io.BytesIO() as file:
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(1)
            sound.setframerate(8000)
            sound.writeframes(bytes(8000))
        return file.getvalue()


def test_a_sound_that_came_with_the_page(show):
    html = f"<audio src='data:audio/wav;base64,{base64.b64encode(a_second()).decode()}'></audio>{BUTTON}"
    assert TermsScreen(show(html)).listen() == ("audio/wav", 1.0)


def test_a_sound_that_is_sent_now(show):
    window = show(
        f"<script>play = () => fetch('http://site.test/son')</script>{BUTTON.replace('>', ' onclick=play()>', 1)}"
    )
    answer = {"body": a_second(), "content_type": "audio/wav", "headers": {"access-control-allow-origin": "*"}}
    window.page.route("**/son", lambda route: route.fulfill(**answer))
    window.patience = 10
    assert TermsScreen(window).listen() == ("audio/wav", 1.0)


def test_no_sound(show):
    assert TermsScreen(show(BUTTON)).listen() == ("aucun son envoyé", 0.0)
