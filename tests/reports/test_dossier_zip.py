"""The tricks of the zip format itself: a dossier that uses one is refused, and never writes outside."""

import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from reports.dossier import archive
from tests.reports.dossiers import copied, files, packed, refused


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
