"""Speak each sign of the captcha in French, one small wave file a sign, beside this script.

Needs the commands ``espeak-ng`` and ``sox``; run it again after any change of ``captcha_media.ALPHABET``::

    python -m reference_impl.voices.make_voices

Letters are spelled as on the telephone (« bé, comme Berthe »): at 8 kHz, b, d, p and t alone cannot be told apart.
"""

import subprocess
from pathlib import Path

VOICES = Path(__file__).parent
SPELLING = {
    "a": "a, comme Anatole",
    "b": "bé, comme Berte",
    "d": "dé, comme Désiré",
    "e": "e, comme Eugène",
    "h": "hache, comme Henri",
    "j": "ji, comme Joseph",
    "k": "ka, comme Kléber",
    "m": "aime, comme Marcel",
    "p": "pé, comme Pierre",
    "r": "aire, comme Raoul",
    "t": "té, comme Thérèse",
    "u": "u, comme Ursule",
    "w": "double vé, comme Ouilliam",
    "x": "ixe, comme Gzavier",
    "y": "i grec, comme Yvonne",
    "2": "chiffre deux",
    "3": "chiffre trois",
    "4": "chiffre quatre",
    "8": "chiffre huit",
}
# 8-bit samples kept 8 steps away from both ends, so that the noise added later never wraps round.
SHAPE = ["-r", "8000", "-b", "8", "-c", "1", "-e", "unsigned-integer"]
TRIM_BOTH_ENDS = ["silence", "1", "0.01", "0.5%", "reverse", "silence", "1", "0.01", "0.5%", "reverse"]
LOUD = ["norm", "-0.7"]


def speak(sign: str) -> None:
    """Write ``<sign>.wav``: 8 kHz, mono, 8 bits, no silence at either end."""
    spoken = subprocess.run(
        ["espeak-ng", "-v", "fr", "-s", "140", "--stdout", SPELLING[sign]], check=True, capture_output=True
    ).stdout
    target = str(VOICES / f"{sign}.wav")
    subprocess.run(["sox", "-t", "wav", "-", *SHAPE, target, *TRIM_BOTH_ENDS, *LOUD], input=spoken, check=True)


if __name__ == "__main__":
    for each in SPELLING:
        speak(each)
