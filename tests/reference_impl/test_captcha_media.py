"""The captcha's image and sound say the six signs, and never twice the same way."""

import io
import wave
from pathlib import Path

import pytest
from PIL import Image

from reference_impl import captcha_media as media
from reference_impl.voices.make_voices import SPELLING, VOICES


def samples(recording: bytes) -> bytes:
    with wave.open(io.BytesIO(recording)) as track:
        assert (track.getnchannels(), track.getframerate(), track.getsampwidth()) == (1, 8000, 1)
        return track.readframes(track.getnframes())


def test_an_answer_is_six_signs_of_the_alphabet():
    answers = {media.draw_answer() for _ in range(50)}
    assert len(answers) == 50
    assert all(len(answer) == 6 and set(answer) <= set(media.ALPHABET) for answer in answers)


@pytest.mark.parametrize("pair", ["0o", "1l", "1i", "17", "5s", "2z", "9g", "9q", "uv", "6b", "ce", "hn"])
def test_the_alphabet_has_no_look_alikes(pair: str):
    assert not set(pair) <= set(media.ALPHABET)


def test_the_alphabet_is_made_of_small_letters_and_digits():
    assert all(sign.isascii() and sign.isalnum() and sign == sign.lower() for sign in media.ALPHABET)


def test_the_image_is_a_png_large_enough_to_read():
    image = Image.open(io.BytesIO(media.image_png("abd234")))
    assert (image.format, image.size) == ("PNG", (280, 90))


def test_the_ink_stands_out_from_the_paper():
    grey = Image.open(io.BytesIO(media.image_png("wmkhxe"))).convert("L")
    dark = sum(grey.histogram()[:110])
    assert dark > 1500


def test_two_images_of_one_answer_differ():
    assert media.image_png("abd234") != media.image_png("abd234")


@pytest.mark.parametrize("sign", media.ALPHABET)
def test_every_sign_is_spoken_without_touching_the_ends(sign: str):
    voice = samples((VOICES / f"{sign}.wav").read_bytes())
    assert 4 <= min(voice) < max(voice) <= 251
    assert 0.3 < len(voice) / 8000 < 2


def test_no_voice_is_missing_or_left_over():
    assert set(SPELLING) == set(media.ALPHABET) == {Path(each).stem for each in VOICES.glob("*.wav")}


def test_the_sound_speaks_each_sign_in_order():
    spoken = samples(media.sound_wav("b2x"))
    voices = [samples((VOICES / f"{sign}.wav").read_bytes()) for sign in "b2x"]
    silence = len(spoken) - sum(map(len, voices))
    assert 4 * 0.4 <= silence / 8000 <= 4 * 0.7
    places = [place(spoken, voice) for voice in voices]
    assert places == sorted(places)
    assert None not in places


def place(spoken: bytes, voice: bytes) -> int | None:
    """Where the voice lies under the noise: every sample within 4 steps."""
    probe = voice[:400]
    starts = range(len(spoken) - len(probe))
    return next((at for at in starts if all(abs(spoken[at + i] - heard) <= 4 for i, heard in enumerate(probe))), None)


def test_two_sounds_of_one_answer_differ():
    assert media.sound_wav("abd234") != media.sound_wav("abd234")
