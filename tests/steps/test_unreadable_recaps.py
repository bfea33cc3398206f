"""What a site hands over as its recap may be anything: the site is told so, whatever the reader of PDFs makes of it."""

from io import BytesIO

import pytest
from fpdf import FPDF
from pypdf import PdfWriter

from steps.recap import read_recap
from targets.faults import Unmet


def sound() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="Votre identité")
    return bytes(pdf.output())


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def locked() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(sound()))
    writer.encrypt("a password that nobody is told", algorithm="AES-256")
    return written(writer)


@pytest.mark.parametrize(
    "content",
    [
        b"<html>Votre session est finie</html>",
        b"%PDF-1.7\nnothing more",
        written(PdfWriter()),
        locked(),
        sound()[: len(sound()) // 2],
        sound().replace(b"/Page\n", b"/Pagx\n").replace(b"/Kids", b"/Kidz"),
    ],
    ids=["a page", "a beginning", "no page", "locked", "half of it", "no tree of pages"],
)
def test_a_recap_that_cannot_be_read_is_the_sites_fault(content):
    with pytest.raises(Unmet):
        read_recap("/recapitulatif.pdf", content)


def test_a_sound_one_is_read():
    assert read_recap("/recapitulatif.pdf", sound()).text == "Votre identité"
