"""Cut the DejaVu fonts of a Debian system down to what the recap needs, beside this script.

Needs ``fonts-dejavu-core``; run it again only to change the signs covered::

    python -m reference_impl.fonts.make_fonts

The licence, which the whole fonts carry inside, is in LICENSE; it allows modified copies under this name.
"""

import subprocess
import sys
from pathlib import Path

FONTS = Path(__file__).parent
SOURCE = Path("/usr/share/fonts/truetype/dejavu")
# Whatever a person may be called in an alphabet of Europe: Latin with its additions, accents, Greek, Cyrillic,
# Vietnamese, punctuation, currencies, « № », « ™ », and the sign that stands for what cannot be shown.
NAMES = "20-24F,2B0-36F,370-52F,1E00-1EFF,2000-206F,20A0-20BF,2116,2122,FFFD"
TITLES = "20-17F,2010-2027"
# Without hints and shaping tables: fpdf uses none of them.
LIGHT = ["--no-hinting", "--layout-features=", "--drop-tables+=FFTM,GDEF,GPOS", "--notdef-outline"]


def cut(name: str, signs: str) -> None:
    """Write the font file ``name`` with those signs only (hexadecimal code points and ranges)."""
    source, target = str(SOURCE / name), FONTS / name
    subset = [sys.executable, "-m", "fontTools.subset", source, f"--unicodes={signs}", f"--output-file={target}"]
    subprocess.run([*subset, *LIGHT], check=True)


if __name__ == "__main__":
    cut("DejaVuSans.ttf", NAMES)
    cut("DejaVuSans-Bold.ttf", TITLES)
