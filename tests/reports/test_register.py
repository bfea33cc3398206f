"""The register is read whole or refused with file, key, cause and the likely repair."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.register import Identifier, Register, RegisterError, load, load_variants, paragraph_hash

HASH = paragraph_hash("Un paragraphe.")
ENTRY = """
["{id}"]
section = "{section}"
enonce = "Le mot de passe vaut trois ans."
genre = "rule"
niveau = "bloquant"
source = ["{hash}"]
"""


def entry(key: str, extra: str = "", **replaced: str) -> str:
    parts = key.split("-")
    text = ENTRY.format(id=key, section=parts[1] if len(parts) > 2 else "", hash=HASH)
    for old, new in replaced.items():
        text = "\n".join(new if line.startswith(f"{old} =") else line for line in text.splitlines())
    return f"{text}\n{extra}\n"


def write(folder: Path, *texts: str, name: str = "ep6") -> Path:
    file = folder / name / "exigences.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(texts), encoding="utf-8")
    return folder


def test_entries_come_in_the_order_of_the_sheets(tmp_path: Path) -> None:
    write(tmp_path, *(entry(key) for key in ("EP6-2-10", "EP6-1.10-1", "EP6-1.9-2", "EP6-2-9")))
    write(tmp_path, entry("EP2-1-1"), name="ep2")
    write(tmp_path, entry("G02"), entry("C10"), name=".")
    assert list(load(tmp_path).entries) == [
        "EP2-1-1", "EP6-1.9-2", "EP6-1.10-1", "EP6-2-9", "EP6-2-10", "C10", "G02",
    ]  # fmt: skip


def test_an_entry_keeps_all_that_the_file_says(tmp_path: Path) -> None:
    extra = 'texte = "Valable jusqu\'au {date}."\ncapacites = ["clock"]\ndepend = ["C04"]\nexclue = "page de garde"'
    register = load(write(tmp_path, entry("EP6-2-26", extra), entry("C04")))
    found = register.entries["EP6-2-26"]
    assert (found.sheet, found.section, found.niveau) == ("EP6", "2", "bloquant")
    assert found.texte == ("Valable jusqu'au {date}.",)
    assert (found.capacites, found.depend, found.exclue) == (("clock",), ("C04",), "page de garde")


def test_contradictions_and_gaps_need_neither_section_nor_source(tmp_path: Path) -> None:
    register: Register = load(write(tmp_path, entry("C09", section="", source="")))
    assert register.entries["C09"].sheet == "C"


def test_a_sheet_may_name_itself_and_its_sections(tmp_path: Path) -> None:
    table = '[fiche]\ncode = "EP6"\ntitre = "Mot de passe oublié"\nsections = {"1.1" = "Objet"}\n'
    sheet = load(write(tmp_path, table, entry("EP6-1.1-1"))).sheets["EP6"]
    assert (sheet.titre, sheet.sections["1.1"]) == ("Mot de passe oublié", "Objet")


REFUSALS = {
    "unknown key": (entry("EP6-2-1", 'capacite = ["clock"]'), ["EP6-2-1", "'capacite'", "did you mean 'capacites'"]),
    "the key id": (entry("EP6-2-1", 'id = "EP6-2-2"'), ["unknown key 'id'"]),
    "bad id": (entry("EP6-2-1").replace("EP6-2-1", "EP6-2"), ["EP6-2", "not a requirement id"]),
    "a rank that begins with zero": (entry("EP6-2-01"), ["EP6-2-01", "not a requirement id"]),
    "unknown sheet": (entry("EP7-2-1"), ["EP7-2-1", "not a requirement id"]),
    "missing field": (entry("EP6-2-1", enonce=""), ["EP6-2-1", "enonce is missing"]),
    "empty statement": (entry("EP6-2-1", enonce='enonce = ""'), ["enonce", "at least 1 character"]),
    "bad level": (entry("EP6-2-1", niveau='niveau = "bloquante"'), ["niveau", "did you mean 'bloquant'"]),
    "bad genre": (entry("EP6-2-1", genre='genre = "rules"'), ["genre", "did you mean 'rule'"]),
    "bad capability": (entry("EP6-2-1", 'capacites = ["cloc"]'), ["capacites.0", "did you mean 'clock'"]),
    "unknown dependency": (entry("EP6-2-1", 'depend = ["C04"]'), ["depend on unknown 'C04'"]),
    "close dependency": (entry("C04") + entry("C14", 'depend = ["C05"]'), ["did you mean 'C04'"]),
    "empty reason": (entry("EP6-2-1", 'exclue = ""'), ["exclue", "at least 1 character"]),
    "wrong section": (entry("EP6-2-1", section='section = "3"'), ["section '3'", "'2'"]),
    "no source": (entry("EP6-2-1", source=""), ["source is missing"]),
    "bad source": (entry("EP6-2-1", source='source = ["sha256:12"]'), ["64 hexadecimal"]),
    "not a table": ('EP6-2-1 = "texte"', ["EP6-2-1", "is not a table"]),
    "not TOML": ("[", ["exigences.toml"]),
    "twice in a file": (entry("EP6-2-1") + entry("EP6-2-1"), ["exigences.toml", "EP6-2-1"]),
    "unknown key of the sheet": ('[fiche]\ncode = "EP6"\ntitle = "x"', ["fiche", "did you mean 'titre'"]),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_a_faulty_register_is_refused_with_its_cause(tmp_path: Path, case: str) -> None:
    text, said = REFUSALS[case]
    with pytest.raises(RegisterError) as refusal:
        load(write(tmp_path, text))
    assert all(part in str(refusal.value) for part in ["exigences.toml", *said]), refusal.value


def test_the_same_id_in_two_files_is_refused_naming_both(tmp_path: Path) -> None:
    write(tmp_path, entry("C04"), name=".")
    write(tmp_path, entry("C04"))
    with pytest.raises(RegisterError, match=r"exigences\.toml: C04: already declared in .*ep6.*exigences\.toml"):
        load(tmp_path)


VARIANT = '["{key}"]\nquestion = "Et la réponse ?"\ndefaut = "{default}"\n["{key}".lectures]\n{readings}\n'
READINGS = 'sans_reponse = "PDF sans réponse"\navec_reponse = "PDF avec réponse"'


@pytest.mark.parametrize("key", ["C11", "C01.espaces"])
def test_variants_are_read_with_their_readings(tmp_path: Path, key: str) -> None:
    file = tmp_path / "variantes.toml"
    file.write_text(VARIANT.format(key=key, default="sans_reponse", readings=READINGS), encoding="utf-8")
    variant = load_variants(file)[key]
    assert (variant.defaut, list(variant.lectures)) == ("sans_reponse", ["sans_reponse", "avec_reponse"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (VARIANT.format(key="C11", default="sans_repons", readings=READINGS), "did you mean 'sans_reponse'"),
        (VARIANT.format(key="espaces", default="sans_reponse", readings=READINGS), "C01.espaces"),
        (VARIANT.format(key="C11", default="a", readings='a = "x"'), "at least 2 items"),
        ('["C11"]\nquestions = "?"', "did you mean 'question'"),
    ],
)
def test_a_faulty_variant_is_refused_with_its_cause(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "variantes.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError, match=said):
        load_variants(file)


def test_the_hash_of_a_paragraph_ignores_form_apostrophe_and_breaks() -> None:
    assert paragraph_hash("l\u2019adresse\n  e\u0301lectronique ") == paragraph_hash("l'adresse \u00e9lectronique")
    assert paragraph_hash("l'adresse") != paragraph_hash("l'Adresse")
    assert HASH.startswith("sha256:")


@given(st.text())
def test_the_hash_of_a_paragraph_does_not_see_spaces(text: str) -> None:
    assert paragraph_hash(f"\n {text}\t") == paragraph_hash(text.replace(" ", "\u00a0"))


@given(st.text(max_size=12))
def test_any_text_is_an_identifier_or_is_not(text: str) -> None:
    found = Identifier.parse(text)
    assert found is None or found.sheet in text
