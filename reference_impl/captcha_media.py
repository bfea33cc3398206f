"""The captcha as it is seen and heard: six signs, drawn by chance, shown as an image, spoken in French.

Sheets: EP6 chapter 2 (« Recopiez les caractères de l'image », « Ecouter l'extrait sonore »), C21, G36 and G37.
How long an answer lives and how often it may be used is not decided here.
"""

import io
import secrets
import wave
from functools import cache
from itertools import chain
from pathlib import Path

from captcha.image import ImageCaptcha

# No look-alikes, once slanted and crossed by a line: 0/o, 1/7/i/l, 2/z, 5/s, 6/b, 9/g/q, c/e, f/t, h/n, u/v.
ALPHABET = "abdehjkmprtuwxy2348"
LENGTH = 6

_VOICES = Path(__file__).parent / "voices"
_RATE = 8000  # signs are kept as 8-bit mono samples, 8000 a second
_SILENCE = 128
_PAPER = (244, 246, 250)
_INKS = ((28, 46, 92, 255), (92, 28, 60, 255), (22, 78, 60, 255), (74, 44, 20, 255), (48, 38, 98, 255))


# The library's drawing, with dark ink that stays dark and slants that a person can follow.
_drawing = ImageCaptcha(width=280, height=90, font_sizes=(54, 58, 62))
_drawing.lookup_table = [min(255, level * 6) for level in range(256)]
_drawing.character_rotate = (-20, 20)
_drawing.word_space_probability = 0.8
_drawing.word_offset_dx = 0.1


def draw_answer() -> str:
    """Six signs of ``ALPHABET`` that nobody can foresee (C21)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def image_png(answer: str) -> bytes:
    """The signs as a PNG image of 280 x 90 pixels, never twice the same."""
    return _drawing.generate(answer, bg_color=_PAPER, fg_color=secrets.choice(_INKS)).getvalue()


def sound_wav(answer: str) -> bytes:
    """The signs of ``answer`` spoken in French, as a WAV file (8 kHz, mono, 8 bits) with light noise (G37)."""
    speech = b"".join(chain.from_iterable((_pause(), _voice(sign)) for sign in answer)) + _pause()
    recording = io.BytesIO()
    with wave.open(recording, "wb") as track:
        track.setnchannels(1)
        track.setsampwidth(1)
        track.setframerate(_RATE)
        track.writeframes(_with_noise(speech))
    return recording.getvalue()


def _pause() -> bytes:
    """Silence of 0.4 to 0.7 s, so that the length of the file does not tell which signs it holds."""
    return bytes([_SILENCE]) * (_RATE * 4 // 10 + secrets.randbelow(_RATE * 3 // 10))


def _with_noise(samples: bytes) -> bytes:
    """Hiss of 4 steps at most; the samples stay 8 steps away from both ends, so nothing wraps round."""
    hiss = secrets.token_bytes(len(samples))
    return bytes(sample + (byte & 7) - 4 for sample, byte in zip(samples, hiss, strict=True))


@cache
def _voice(sign: str) -> bytes:
    with wave.open(str(_VOICES / f"{sign}.wav"), "rb") as track:
        return track.readframes(track.getnframes())
