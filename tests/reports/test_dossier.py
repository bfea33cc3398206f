"""A dossier says what it proves; one that was tampered with is refused, and never writes outside."""

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from reports.dossier import archive
from tests.reports import dossiers
from tests.reports.dossiers import OTHER_SECRET, Files, copied, edited, files, journal, packed, remade, told
from tests.reports.playing import FEATURE, URI


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dossiers.dossier(tmp_path_factory.mktemp("dossier"))


def refused(path: Path, why: str, **how: object) -> None:
    ok, said = told(path, **how)  # type: ignore[arg-type]
    assert (ok, why in said) == (False, True), said


# -- what a dossier is ----------------------------------------------------------------------------------------------


def test_a_whole_signed_dossier_is_accepted(made: Path) -> None:
    ok, said = told(made)
    assert ok, said
    assert "par la clé attendue" in said
    assert "3 scénarios joués sur 3, pour 3 exigences, aucun retiré" in said
    assert "non conforme pour Site d'essai 1.0" in said


def test_without_signature_it_vouches_for_integrity_only(tmp_path: Path) -> None:
    ok, said = told(dossiers.dossier(tmp_path, secret=None), signed=False)
    assert ok, said
    assert "avis Signature : aucune : seule l'intégrité est attestée" in said


def test_without_the_key_a_signature_names_its_key_and_nobody(made: Path) -> None:
    ok, said = told(made, signed=False)
    assert ok, said
    assert "que rien ne rattache à personne" in said


def test_against_the_same_features_nothing_is_missing(made: Path) -> None:
    ok, said = told(made, features=made.parents[2] / "features")
    assert ok, said
    assert "ok Édition" in said


def test_it_holds_journal_evidence_reports_and_what_was_asked(made: Path) -> None:
    held = files(made)
    assert {
        "manifest.json",
        "signature.json",
        "journal.ndjson",
        "report.json",
        "junit.xml",
        "rapport.html",
    } <= held.keys()
    assert {"features/exigences.toml", "features/ep6/exigences.toml", URI} <= held.keys()
    assert held["evidence/0003/03-01-page.txt"] == b"<script>alert(1)</script>"


def test_it_says_that_only_a_part_was_claimed(tmp_path: Path) -> None:
    assert "dans son seul périmètre (EP\N{NO-BREAK SPACE}6)" in told(dossiers.dossier(tmp_path, scope=("EP6",)))[1]


def test_the_zip_depends_on_the_contents_alone(made: Path) -> None:
    again = packed(made, dict(reversed(files(made).items())))
    assert again.read_bytes() == made.read_bytes()


# -- tampering: with the manifest left as it was ----------------------------------------------------------------------


def edit_report(held: Files) -> None:
    held["report.json"] = held["report.json"].replace(b'"verdict": "non_conforme"', b'"verdict": "conforme"')


def swap_manifest(held: Files) -> None:
    held["manifest.json"] = held["manifest.json"].replace(b'"non_conforme"', b'"conforme"')


def annotate(held: Files) -> None:
    held["signature.json"] = held["signature.json"].replace(b"{", b'{"avis": "favorable",')


EDITS: dict[str, tuple[Callable[[Files], object], str]] = {
    "a report edited": (edit_report, "report.json n'est plus tel que le manifeste le décrit"),
    "evidence edited": (lambda held: held.update({"evidence/0003/03-01-page.txt": b"<script>alert(2)</script>"}),
                        "n'est plus tel que"),
    "evidence removed": (lambda held: held.pop("evidence/0003/03-01-page.txt"), "manquants : evidence/0003"),
    "the journal removed": (lambda held: held.pop("journal.ndjson"), "fichiers manquants"),
    "a file added": (lambda held: held.update({"evidence/0001/00-01-plus.png": b"x"}), "le manifeste ne connaît pas"),
    "the manifest removed": (lambda held: held.pop("manifest.json"), "fichiers manquants : manifest.json"),
    "the manifest edited": (swap_manifest, "la signature n'est pas celle de ce manifeste"),
    "the manifest padded": (lambda held: held.update({"manifest.json": held["manifest.json"] + b" "}), "écrit comme"),
    "the manifest not JSON": (lambda held: held.update({"manifest.json": b"["}), "le manifeste est illisible"),
    "the signature removed": (lambda held: held.pop("signature.json"), "le dossier n'est pas signé"),
    "the signature garbled": (lambda held: held.update({"signature.json": b"{}"}), "la signature est illisible"),
    "something added to the signature": (annotate, "ou dit autre chose qu'une signature"),
    "the signature deep": (lambda held: held.update({"signature.json": b"[" * 10**5}), "la signature est illisible"),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_dossier_is_refused(made: Path, name: str) -> None:
    change, why = EDITS[name]
    refused(edited(made, change), why)


def test_the_signature_of_another_dossier_is_refused(made: Path, tmp_path: Path) -> None:
    other = files(dossiers.dossier(tmp_path, run_id="run-2"))
    refused(edited(made, lambda held: held.update({"signature.json": other["signature.json"]})), "de ce manifeste")


# -- tampering: made again ------------------------------------------------------------------------------------------


def test_a_dossier_made_again_and_signed_by_another_key_is_refused(made: Path) -> None:
    refused(remade(made, edit_report, OTHER_SECRET), "signé par une autre clé")


def test_a_dossier_made_again_without_signature_is_refused(made: Path) -> None:
    refused(remade(made, lambda _: None), "le dossier n'est pas signé")


def test_a_partial_dossier_is_refused(made: Path) -> None:
    def confess(lines: list[dict[str, object]]) -> None:
        fact = lines[2]["attachment"]
        fact["body"] = fact["body"].replace('"partial":false', '"partial":true')  # type: ignore[index]

    refused(remade(made, journal(confess), dossiers.SECRET), "l'essai est partiel")


def without_scenario(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    """All that tells of the second row of the outline."""
    case = [line for line in lines if "testCase" in line][1]["testCase"]["id"]  # type: ignore[index]
    return [line for line in lines if case not in json.dumps(line)]


def passed(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    """The failure becomes a success."""
    text = json.dumps([line for line in lines if "fault" not in json.dumps(line)]).replace('"FAILED"', '"PASSED"')
    return list(json.loads(text))


def shortened(lines: list[dict[str, object]]) -> None:
    """The step that failed is no longer one of its scenario."""
    case = [line for line in lines if "testCase" in line][2]["testCase"]
    del case["testSteps"][2]  # type: ignore[index]


def never_ended(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    return [line for line in lines if "testRunFinished" not in line]


EVIDENCE = "evidence/0003/03-01-page.txt"


def elsewhere(held: Files) -> None:
    """The evidence of one scenario given to another."""
    held["evidence/0001/03-01-page.txt"] = held.pop(EVIDENCE)


REMADE: dict[str, tuple[Callable[[Files], object], str]] = {
    "a verdict edited": (edit_report, "dit autre chose que le journal"),
    "a scenario removed": (journal(without_scenario), "scénario retiré : « Un mot de passe de 20"),
    "a failure turned into success": (journal(passed), "dit autre chose que le journal"),
    "a step removed": (journal(shortened), "scénario non joué : « Le nouveau mot de passe"),
    "the end of the journal removed": (journal(never_ended), "ne se relit pas (IncompleteJournal)"),
    "a journal that is none": (lambda held: held.update({"journal.ndjson": b'{"pickle": 3}\n'}), "ne se relit pas"),
    "a register that is none": (lambda held: held.update({"features/exigences.toml": b"["}), "ne se relit pas"),
    "evidence edited": (lambda held: held.update({EVIDENCE: b"rien"}), f"autres que celles du journal : {EVIDENCE}"),
    "evidence of another scenario": (elsewhere, "autres que celles du journal : evidence/0001/03-01-page.txt"),
    "evidence added": (lambda held: held.update({"evidence/0001/x.txt": b""}), "autres que celles du journal"),
    "evidence removed": (lambda held: held.pop(EVIDENCE), "autres que celles du journal"),
    "no report": (lambda held: held.pop("report.json"), "fichiers manquants : report.json"),
}


@pytest.mark.parametrize("name", REMADE)
def test_a_dossier_made_again_contradicts_itself(made: Path, name: str) -> None:
    change, why = REMADE[name]
    refused(remade(made, change), why, signed=False)


def fewer_checks(held: Files) -> None:
    held[URI] = FEATURE.replace("        | 20 | accepté |\n", "").encode()


ASKED: dict[str, tuple[Callable[[Files], object], str]] = {
    "a scenario no longer asked": (fewer_checks, "fichier différent : ep6/oubli.feature"),
    "a feature no longer asked": (lambda held: held.pop(URI), "fichier absent du dossier : ep6/oubli.feature"),
    "a requirement excluded": (
        lambda held: held.update({"features/exigences.toml": held["features/exigences.toml"] + b'exclue = "non"\n'}),
        "fichier différent : exigences.toml",
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_was_asked_is_compared_with_ones_own(made: Path, name: str) -> None:
    change, why = ASKED[name]
    refused(remade(made, change), why, signed=False, features=made.parents[2] / "features")


# -- tampering: tricks of the zip itself ------------------------------------------------------------------------------


def with_entry(path: Path, name: str, body: bytes = b"x", **attributes: object) -> Path:
    """A dossier with one more file of any name and kind."""
    spoilt = copied(path)
    info = ZipInfo("x" * len(name), (1980, 1, 1, 0, 0, 0))
    info.filename, info.external_attr, info.compress_type = name, 0o100644 << 16, ZIP_DEFLATED
    for key, value in attributes.items():
        setattr(info, key, value)
    with ZipFile(spoilt, "a") as zipped:
        zipped.writestr(info, body)
    return spoilt


NAMES = (
    "/etc/passwd", "../dehors.txt", "evidence/../../dehors.txt", "C:/dehors.txt", "evidence\\..\\dehors.txt", "~/x",
    ".cache", "evidence//x", "evidence/x.", "evidence/nul.txt", "journal.ndjson\0.png", "évidence", "a" * 300, "rep/",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_leads_elsewhere_is_refused(made: Path, name: str) -> None:
    refused(with_entry(made, name), "nom de fichier refusé")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "attributes", "why"),
    [
        ("evidence/lien", {"external_attr": 0o120777 << 16}, "ce n'est pas un fichier ordinaire"),
        ("evidence/programme", {"external_attr": 0o104755 << 16}, "ce n'est pas un fichier ordinaire"),
        ("report.json", {}, "un même fichier y est deux fois"),
        ("Report.JSON", {}, "ne diffèrent que par la casse"),
        ("journal.ndjson/x", {}, "à la fois fichier et dossier"),
        ("evidence/bz", {"compress_type": 12}, "forme de zip qu'aucun dossier n'emploie"),
        ("evidence/jour", {"date_time": (2026, 1, 1, 0, 0, 0)}, "forme de zip qu'aucun dossier n'emploie"),
        ("evidence/note", {"comment": b"x"}, "forme de zip qu'aucun dossier n'emploie"),
        ("evidence/plus", {"extra": b"\x99\x99\x01\x00x"}, "forme de zip qu'aucun dossier n'emploie"),
        ("evidence/plus", {}, "que le manifeste ne connaît pas"),
    ],
)
def test_what_a_zip_may_hide_is_refused(made: Path, name: str, attributes: dict[str, object], why: str) -> None:
    refused(with_entry(made, name, **attributes), why)


@pytest.mark.parametrize(("before", "after"), [("#!/bin/sh\n", ""), ("", "reste")])
def test_bytes_around_the_zip_are_refused(made: Path, before: str, after: str) -> None:
    spoilt = copied(made)
    spoilt.write_bytes(before.encode() + made.read_bytes() + after.encode())
    refused(spoilt, "autre chose que ses fichiers")


def at_file(path: Path, name: str, offset: int, value: bytes) -> Path:
    """A dossier in which other bytes stand at ``offset`` from what a file says of itself."""
    spoilt, whole = copied(path), bytearray(path.read_bytes())
    with ZipFile(path) as zipped:
        start = zipped.getinfo(name).header_offset + offset
    whole[start : start + len(value)] = value
    spoilt.write_bytes(whole)
    return spoilt


@pytest.mark.parametrize(
    ("offset", "value"), [(6, b"\x01"), (8, b"\0"), (10, b"x"), (14, b"crc!"), (18, b"\1\0\0\0")], ids=str
)
def test_a_file_that_says_of_itself_something_else_than_the_list_is_refused(
    made: Path, offset: int, value: bytes
) -> None:
    refused(at_file(made, "journal.ndjson", offset, value), "autre chose que ses fichiers")


def test_bytes_hidden_after_the_content_of_a_file_are_refused(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Longer:
        def __init__(self, packer: object) -> None:
            self.compress, self.flush = packer.compress, lambda: packer.flush() + b"cache"  # type: ignore[attr-defined]

    packer = zlib.compressobj
    monkeypatch.setattr(zlib, "compressobj", lambda *given: Longer(packer(*given)))
    refused(packed(made, files(made)), "le zip cache quelque chose après son contenu")


def test_a_comment_of_the_zip_is_refused(made: Path) -> None:
    spoilt = copied(made)
    with ZipFile(spoilt, "a") as zipped:
        zipped.comment = b"bon pour accord"
    refused(spoilt, "autre chose que ses fichiers")


@pytest.mark.parametrize("kept", [0, 100, -30])
def test_a_truncated_dossier_is_refused(made: Path, kept: int) -> None:
    spoilt = copied(made)
    spoilt.write_bytes(made.read_bytes()[:kept])
    refused(spoilt, "n'est pas un zip lisible")


def test_a_flipped_byte_is_refused(made: Path) -> None:
    spoilt = copied(made)
    whole = bytearray(made.read_bytes())
    whole[whole.find(b"journal.ndjson") + 40] ^= 0xFF
    spoilt.write_bytes(whole)
    refused(spoilt, "journal.ndjson : contenu abîmé")


def test_a_bomb_is_refused_before_it_is_unpacked(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 10**6)
    monkeypatch.setattr(zlib, "decompressobj", None)
    refused(with_entry(made, "evidence/bombe", b"\0" * 2 * 10**6), "trop d'octets une fois déplié")


def test_too_many_files_are_refused(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILES", 5)
    refused(made, "trop de fichiers")


def test_a_bomb_that_hides_its_size_is_cut(made: Path) -> None:
    spoilt = with_entry(made, "evidence/bombe", b"\0" * 10**6)
    whole = spoilt.read_bytes()
    spoilt.write_bytes(whole.replace((10**6).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    refused(spoilt, "que le manifeste ne connaît pas")
    with archive.Archive(spoilt) as opened, pytest.raises(archive.DossierRefused, match="abîmé"):
        opened.read("evidence/bombe")


def test_a_name_that_could_not_be_read_back_is_never_written(tmp_path: Path) -> None:
    for names in (["../x"], ["a", "A"]):
        with pytest.raises(ValueError, match="cannot hold"):
            archive.write(tmp_path / "x.zip", dict.fromkeys(names, b""))
