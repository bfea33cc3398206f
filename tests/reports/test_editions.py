"""Sheets are known by their paragraphs; what changed in one puts in doubt the entries that rested on it, no other."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.editions import Edition, known, load, paragraphs, recorded, stale
from reports.register import Register, RegisterError, paragraph_hash
from reports.register import load as load_register
from reports.sheet_texts import SheetText, compare, read_texts, recognised
from tests.reports.test_register import write

FORGOTTEN = ["Titre", "Une adresse et un mot\nde passe.", "Vingt caractères.", "Trois ans.", "Assistance."]
EXPIRY = ["Péremption", "Trois ans.", "Une alerte.", "Un décompte.", "Un renouvellement."]


def sheet(folder: Path, code: str, *told: tuple[str, str], edition: str = "2024") -> None:
    """A register of one sheet: each id with the paragraph it rests on."""
    head = f'[fiche]\ncode = "{code}"\ntitre = "Une fiche"\nedition = "{edition}"\n'
    fields = 'section = "2"\nenonce = "x"\ngenre = "rule"\nniveau = "bloquant"\nsource = ["{}"]\n'
    tables = [f'["{code}-2-{rank}"]\n' + fields.format(paragraph_hash(text)) for rank, text in told]
    write(folder, head, *tables, name=code.lower())


def two_sheets(folder: Path) -> Register:
    sheet(folder, "EP6", ("1", FORGOTTEN[1]), ("2", FORGOTTEN[2]), ("3", FORGOTTEN[3]))
    sheet(folder, "PER", ("1", EXPIRY[1]), ("2", EXPIRY[2]))
    return load_register(folder)


def text(*told: str, name: str = "une.txt") -> SheetText:
    return SheetText(name, tuple(paragraphs("\n\n".join(told))))


def edition(*told: str, code: str = "EP6") -> Edition:
    return Edition.model_validate(
        {"code": code, "edition": "2024", "paragraphes": [one.hash for one in text(*told).paragraphs]}
    )


def changed(folder: Path, *now: str) -> list[tuple[int, int, list[str], tuple[str, ...]]]:
    compared = compare(two_sheets(folder), edition(*FORGOTTEN), text(*now))
    return [(one.line, one.gone, [new.text for new in one.new], one.doubted) for one in compared.changes]


def test_paragraphs_are_what_blank_lines_part() -> None:
    found = paragraphs("\n \n  Un\ndeux \n\t\n\nTrois\n")
    assert [(one.line, one.text) for one in found] == [(3, "Un\ndeux "), (7, "Trois")]
    assert found[0].hash == paragraph_hash("Un deux")


@given(st.lists(st.text(alphabet="ab c\n'", min_size=1).filter(str.strip)))
def test_no_sign_of_a_text_is_outside_its_paragraphs(told: list[str]) -> None:
    found = paragraphs("\n\n".join(told))
    assert "".join("".join(one.text.split()) for one in found) == "".join("".join(told).split())


def test_what_is_recorded_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(recorded("EP6", 'dite « 2024 " »', text(*FORGOTTEN).paragraphs), "utf-8")
    found = load(tmp_path)["EP6"]
    assert (found.edition, found.paragraphes) == ('dite « 2024 " »', edition(*FORGOTTEN).paragraphes)


def test_the_edition_of_a_sheet_recorded_twice_is_refused(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "edition.toml").write_text(recorded("EP6", "2024", text(*FORGOTTEN).paragraphs), "utf-8")
    with pytest.raises(RegisterError, match="already in another folder"):
        load(tmp_path)


def test_entries_that_rest_on_their_edition_are_not_stale(tmp_path: Path) -> None:
    register = two_sheets(tmp_path)
    assert not list(stale(register, {"EP6": edition(*FORGOTTEN), "PER": edition(*EXPIRY, code="PER")}))


def test_an_entry_that_rests_on_no_paragraph_of_its_edition_is_stale(tmp_path: Path) -> None:
    editions = {"EP6": edition(*FORGOTTEN[:2], *FORGOTTEN[3:]), "PER": edition(*EXPIRY, code="PER")}
    (fault,) = stale(two_sheets(tmp_path), editions)
    assert (fault.kind, fault.subject) == ("stale", "EP6-2-2")
    assert paragraph_hash(FORGOTTEN[2]) in fault.cause
    assert "correct statement and source" in fault.repair


def test_a_register_of_another_edition_or_of_none_is_stale(tmp_path: Path) -> None:
    other = edition(*FORGOTTEN).model_copy(update={"edition": "2025"})
    told = [fault.told() for fault in stale(two_sheets(tmp_path), {"EP6": other})]
    assert told[0].startswith("EP6: the register names the edition « 2024 », edition.toml « 2025 »")
    assert told[1].startswith("PER: no edition.toml beside its register; record its edition: focus report sheets")


def test_texts_are_recognised_whatever_their_names(tmp_path: Path) -> None:
    texts = [text(*EXPIRY, name="1"), text("Rien", "de tout cela", name="2"), text(*FORGOTTEN[:3], name="3")]
    hashes = known(two_sheets(tmp_path), {"EP6": edition(*FORGOTTEN), "PER": edition(*EXPIRY, code="PER")})
    assert {code: found.name for code, found in recognised(texts, hashes, {}).items()} == {"EP6": "3", "PER": "1"}


def test_a_sheet_that_was_never_recorded_is_known_by_its_entries(tmp_path: Path) -> None:
    found = recognised([text(*FORGOTTEN, name="1")], known(two_sheets(tmp_path), {}), {})
    assert {code: one.name for code, one in found.items()} == {"EP6": "1"}


def test_the_text_most_like_a_sheet_is_it_and_the_other_is_unknown(tmp_path: Path) -> None:
    texts = [text(*FORGOTTEN[:3], name="brouillon"), text(*FORGOTTEN, name="fiche")]
    assert recognised(texts, {"EP6": edition(*FORGOTTEN).paragraphes}, {})["EP6"].name == "fiche"


def test_what_the_user_says_goes_before_what_is_seen(tmp_path: Path) -> None:
    texts = [text(*FORGOTTEN, name="ancienne"), text("Tout", "est neuf", name="nouvelle")]
    assert recognised(texts, {"EP6": edition(*FORGOTTEN).paragraphes}, {"EP6": "nouvelle"})["EP6"].name == "nouvelle"


CHANGES = {
    "nothing": (FORGOTTEN, []),
    "spaces and apostrophes": ([FORGOTTEN[0], "Une  adresse et\nun mot de passe.", *FORGOTTEN[2:]], []),
    "reworded": ([*FORGOTTEN[:2], "Douze caractères.", *FORGOTTEN[3:]], [(6, 1, ["Douze caractères."], ("EP6-2-2",))]),
    "gone": ([FORGOTTEN[0], *FORGOTTEN[2:]], [(3, 1, [], ("EP6-2-1",))]),
    "new": ([*FORGOTTEN, "Un ajout."], [(12, 0, ["Un ajout."], ())]),
    "a title": (["Autre titre", *FORGOTTEN[1:]], [(1, 1, ["Autre titre"], ())]),
    "moved": ([FORGOTTEN[4], *FORGOTTEN[:4]], [(1, 0, [], ()), (10, 0, [], ())]),
    "empty": ([], [(1, 5, [], ("EP6-2-1", "EP6-2-2", "EP6-2-3"))]),
}


@pytest.mark.parametrize("case", CHANGES)
def test_a_changed_text_puts_in_doubt_what_rested_on_what_left(tmp_path: Path, case: str) -> None:
    now, expected = CHANGES[case]
    assert changed(tmp_path, *now) == expected


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "fiche.pdf").write_bytes(b"%PDF\xff\xfe")
    (tmp_path / "fiche.txt").write_text("\ufeffUn\r\n\r\ndeux", "utf-8")
    texts, unreadable = read_texts(tmp_path)
    assert unreadable == ["fiche.pdf"]
    assert [one.text for one in texts[0].paragraphs] == ["Un", "deux"]
