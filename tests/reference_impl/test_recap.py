"""The recap: one A4 page whose text gives each fact beside its label, and never the answer."""

import io
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from reference_impl import recap
from reference_impl.recap import LAYOUT_A, LAYOUT_B, Layout, RecapFacts, recap_pdf

FACTS = RecapFacts(
    last_name="ROSEMONDE",
    first_name="Lila",
    subscriber_number="20232990000101",
    phone="0199001234",
    email="lila.rosemonde@example.test",
    address_line="12 avenue de Longchamp, 75016 PARIS, FRANCE",
    question="Le prénom de votre conjoint(e) ?",
)
CREATED = datetime(2023, 10, 26, 11, 15, 50, tzinfo=UTC)


def read(facts: RecapFacts = FACTS, created_at: datetime = CREATED, layout: Layout = LAYOUT_A) -> PdfReader:
    return PdfReader(io.BytesIO(recap_pdf(facts, created_at, layout)))


def lines(facts: RecapFacts = FACTS, created_at: datetime = CREATED, layout: Layout = LAYOUT_A) -> list[str]:
    return read(facts, created_at, layout).pages[0].extract_text().splitlines()


def widest_sign() -> str:
    font = TTFont(recap._FONTS / "DejaVuSans.ttf")
    return chr(max(font.getBestCmap(), key=lambda code: font["hmtx"][font.getBestCmap()[code]][0]))


def test_every_label_is_followed_by_its_fact():
    assert lines()[3:13] == [
        "Vos coordonnées",
        "Nom : ROSEMONDE",
        "Prénom : Lila",
        "N° d'abonné : 20232990000101",
        "Téléphone : 0199001234",
        "Adresse électronique de connexion : lila.rosemonde@example.test",
        "Adresse : 12 avenue de Longchamp, 75016 PARIS, FRANCE",
        "Votre question de confiance",
        "(indispensable en cas de perte de votre mot de passe)",
        "Question de confiance : Le prénom de votre conjoint(e) ?",
    ]


def test_the_titles_are_those_of_layout_a():
    assert lines()[:3] == [
        "impots.gouv.fr FINANCES PUBLIQUES",
        "VOTRE ESPACE PROFESSIONNEL",
        "RECAPITULATIF DE VOS DONNEES PERSONNELLES",
    ]


def test_layout_b_says_the_same_in_its_own_words():
    assert lines(layout=LAYOUT_B)[:12] == [
        "impots.gouv.fr FINANCES PUBLIQUES",
        "VOS COORDONNEES",
        "RECAPITULATIF",
        "Votre identité :",
        "Nom : ROSEMONDE",
        "Prénom : Lila",
        "N° d'abonné : 20232990000101",
        "Tél : 0199001234",
        "Adresse électronique : lila.rosemonde@example.test",
        "Adresse professionnelle : 12 avenue de Longchamp, 75016 PARIS, FRANCE",
        "Votre question de confiance :",
        "Question de confiance : Le prénom de votre conjoint(e) ?",
    ]


def test_layout_b_is_stamped_in_its_own_words():
    assert "Vos coordonnées: document créé le 26/10/2023 à 13h15mn50s" in lines(layout=LAYOUT_B)


@pytest.mark.parametrize("layout", [LAYOUT_A, LAYOUT_B])
def test_there_is_no_answer_and_no_place_for_one(layout: Layout):
    assert not any("éponse" in line for line in lines(layout=layout))


@pytest.mark.parametrize(
    ("created_at", "stamp"),
    [
        (datetime(2023, 10, 26, 11, 15, 50, tzinfo=UTC), "26/10/2023 à 13h15mn50s"),
        (datetime(2023, 12, 31, 23, 30, 0, tzinfo=UTC), "01/01/2024 à 00h30mn00s"),
        (datetime(2023, 1, 1, 23, 0, 0, tzinfo=UTC), "02/01/2023 à 00h00mn00s"),
        (datetime(2024, 3, 31, 1, 0, 0, tzinfo=UTC), "31/03/2024 à 03h00mn00s"),
    ],
)
def test_the_stamp_is_the_instant_in_paris(created_at: datetime, stamp: str):
    assert f"Votre espace professionnel : document créé le {stamp}" in lines(created_at=created_at)


def test_it_is_a_titled_french_a4_page():
    reader = read()
    root = reader.trailer["/Root"]
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert reader.metadata.title == "Récapitulatif de vos données personnelles"
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("fr", True)
    assert reader.metadata.creation_date == CREATED


def test_all_fonts_are_embedded():
    fonts = read().pages[0]["/Resources"]["/Font"].values()
    for font in fonts:
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor.get_object()


@pytest.mark.parametrize("name", ["D’Œuvre-L’Haÿ 100 €", "Nguyễn", "Παπαδοπούλου", "Ковалёва", "Łukasz Ağaoğlu"])
def test_the_names_of_europe_can_be_read(name: str):
    assert f"Nom : {name}" in lines(replace(FACTS, last_name=name))


def test_a_decomposed_accent_is_composed():
    assert "Prénom : Zoé" in lines(replace(FACTS, first_name="Zoe\u0301"))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Lila\nN° d'abonné : 1", "Lila N° d'abonné : 1"),
        ("Li\u202ela\x00\x1b[31m", "Lila[31m"),
        ("Lila 😀", "Lila \ufffd"),
        ("**Lila** <b>", "**Lila** <b>"),
        ("", ""),
    ],
)
def test_a_hostile_name_stays_on_its_own_line(typed: str, shown: str):
    assert lines(replace(FACTS, first_name=typed))[5] == f"Prénom : {shown}"


@pytest.mark.parametrize("sign", ["W", "W ", "é-", widest_sign()])
def test_the_longest_facts_hold_on_one_page(sign: str):
    facts = RecapFacts(*[sign * 10_000 for _ in fields(RecapFacts)])
    reader = read(facts)
    text = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert all(word in text for word in ["Question de confiance :", "document créé le 26/10/2023"])


def test_a_fact_of_100_signs_is_shown_whole():
    email = f"{'lila.rosemonde' * 6}@example.test"
    assert email in "".join(lines(replace(FACTS, email=email)))
