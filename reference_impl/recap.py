"""The recap of a space as a PDF, in the two layouts of the sheets, without the security answer (C11, C12).

Layout A: sheet EP6 chapter 1.5 (EP6-1.5-5 to EP6-1.5-10). Layout B: sheet EP2 chapter 4 (EP2-4-3 to EP2-4-6). G32: one
A4 page, in French, titled, with text that can be extracted. The words are the sheets'; the look is our own: no logo,
no State branding.
"""

import unicodedata
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from fpdf import FPDF, ViewerPreferences, XPos, YPos
from fpdf.fonts import TTFFont

from reference_impl.clock import PARIS

_FONTS: Final = Path(__file__).parent / "fonts"
_INK: Final = (28, 35, 51)
_SOFT: Final = (90, 100, 120)
_RULE: Final = (200, 207, 220)
_PALE: Final = (244, 246, 250)
_WIDTH: Final = 170  # millimetres between the margins
_LABEL_WIDTH: Final = 70
_BODY_SIZES: Final = (10.5, 8, 6)  # points: the first at which all facts hold on the page is taken
_LONGEST: Final = 200  # signs shown of one fact
_UNKNOWN_SIGN: Final = "\ufffd"


@dataclass(frozen=True)
class RecapFacts:
    """What the recap tells, as the person typed it. The answer is not here: the site does not know it (EP6-1.5-13)."""

    last_name: str
    first_name: str
    subscriber_number: str
    phone: str
    email: str
    address_line: str
    question: str


@dataclass(frozen=True)
class Section:
    """One part of the page: its facts are pairs of a label and of the name of one of RecapFacts."""

    title: str
    facts: tuple[tuple[str, str], ...]
    remark: str = ""


@dataclass(frozen=True)
class Layout:
    """The words of the page; ``stamp`` is what comes before « document créé le »."""

    titles: tuple[str, str]
    identity: Section
    secret: Section
    stamp: str


def _identity(phone: str, email: str, address: str) -> tuple[tuple[str, str], ...]:
    """The facts of the person, of which the layouts name three in their own ways."""
    number = ("N° d'abonné", "subscriber_number")
    own = ((phone, "phone"), (email, "email"), (address, "address_line"))
    return (("Nom", "last_name"), ("Prénom", "first_name"), number, *own)


_QUESTION: Final = (("Question de confiance", "question"),)
LAYOUT_A: Final = Layout(
    ("VOTRE ESPACE PROFESSIONNEL", "RECAPITULATIF DE VOS DONNEES PERSONNELLES"),
    Section("Vos coordonnées", _identity("Téléphone", "Adresse électronique de connexion", "Adresse")),
    Section("Votre question de confiance", _QUESTION, "(indispensable en cas de perte de votre mot de passe)"),
    "Votre espace professionnel :",
)
LAYOUT_B: Final = Layout(
    ("VOS COORDONNEES", "RECAPITULATIF"),
    Section("Votre identité :", _identity("Tél", "Adresse électronique", "Adresse professionnelle")),
    Section("Votre question de confiance :", _QUESTION),
    "Vos coordonnées:",
)


def recap_pdf(facts: RecapFacts, created_at: datetime, layout: Layout) -> bytes:
    """The recap of ``facts``, stamped with the instant ``created_at`` in Paris time (EP6-1.5-10, EP2-4-6)."""
    moment = created_at.astimezone(PARIS)
    for size in _BODY_SIZES:
        with closing(_Sheet(layout, moment, size)) as sheet:
            document = sheet.recap_of(facts)
            if sheet.pages_count == 1:
                break
    return document


class _Sheet(FPDF):
    """One recap being drawn; positions are in millimetres, sizes of signs in points."""

    def __init__(self, layout: Layout, created_at: datetime, size: float) -> None:
        super().__init__(format="A4")
        self._layout = layout
        self._stamp = f"{layout.stamp} document créé le {created_at:%d/%m/%Y à %Hh%Mmn%Ss}"
        self._size = size
        self.add_font("DejaVu", "", _FONTS / "DejaVuSans.ttf")
        self.add_font("DejaVu", "B", _FONTS / "DejaVuSans-Bold.ttf")
        self.set_margins(20, 16)
        self.set_auto_page_break(True, margin=28)
        self.set_title("Récapitulatif de vos données personnelles")
        self.set_lang("fr")
        self.set_creation_date(created_at)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.add_page()

    def recap_of(self, facts: RecapFacts) -> bytes:
        """The document: titles, then each section with its facts."""
        self._titles()
        for section in (self._layout.identity, self._layout.secret):
            self._section(section.title, section.remark)
            for label, name in section.facts:
                self._fact(label, getattr(facts, name))
        return bytes(self.output())

    def close(self) -> None:
        """Close the font files, which fpdf leaves open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def footer(self) -> None:
        """The stamp, and what keeps the page from being taken for an official one. Called by fpdf for each page."""
        self.set_y(-26)
        self._rule()
        self._line(self._stamp, 9, _INK)
        self._line("Document d'essai d'un site fictif : il n'émane d'aucune administration.", 7.5, _SOFT)

    def _titles(self) -> None:
        self.set_font("DejaVu", "", 9)
        self.set_text_color(*_SOFT)
        self.cell(_WIDTH / 2, 6, "impots.gouv.fr")
        self.cell(_WIDTH / 2, 6, "FINANCES PUBLIQUES", align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self._rule()
        self.ln(8)
        title, subtitle = self._layout.titles
        self._line(title, 17, _INK, bold=True)
        self._line(subtitle, 12, _SOFT, bold=True)

    def _section(self, title: str, remark: str) -> None:
        self.ln(9)
        self.set_fill_color(*_PALE)
        self.set_font("DejaVu", "B", 12)
        self.set_text_color(*_INK)
        self.cell(_WIDTH, 9, title, fill=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        if remark:
            self._line(remark, 8.5, _SOFT)
        self.ln(2)

    def _fact(self, label: str, value: str) -> None:
        height = self._size * 0.5
        self.set_font("DejaVu", "", self._size)
        self.set_text_color(*_SOFT)
        self.cell(_LABEL_WIDTH, height, f"{label} : ")
        self.set_text_color(*_INK)
        self.multi_cell(
            _WIDTH - _LABEL_WIDTH, height, self._shown(value), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )
        self.ln(1)

    def _shown(self, value: str) -> str:
        """One line of visible signs that the font has, cut where nobody would read on."""
        text = unicodedata.normalize("NFC", " ".join(value.split()))
        text = "".join(sign for sign in text if sign.isprintable())
        font = self.current_font
        assert isinstance(font, TTFFont), "the recap is written in an embedded font"
        text = "".join(sign if ord(sign) in font.cmap else _UNKNOWN_SIGN for sign in text)
        return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"

    def _line(self, text: str, size: float, ink: tuple[int, int, int], bold: bool = False) -> None:
        self.set_font("DejaVu", "B" if bold else "", size)
        self.set_text_color(*ink)
        self.cell(_WIDTH, size * 0.55, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _rule(self) -> None:
        self.set_draw_color(*_RULE)
        self.line(20, self.get_y(), 20 + _WIDTH, self.get_y())
        self.ln(2)
