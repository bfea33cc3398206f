"""The zip of a dossier: written the same for the same contents, read with distrust.

Nothing is ever extracted under a name that the archive chose. A dossier holds what this module writes and nothing else:
whatever other programs may put in a zip (comments, extra fields, links, gaps, data before or after) is refused.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

MAX_FILES = 50_000
MAX_BYTES = 2 * 1024**3 - 1
"""Of all the files together once unpacked; below what would need another form of zip."""
_CHUNK = 1024**2
_SEGMENT = r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?"
_NAME = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*")
_DEVICES = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)", re.IGNORECASE)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR = 0o100644 << 16
_UNIX, _VERSION = 3, 20
_HEADERS, _END = 30 + 46, 22
"""Bytes of the two headers of a file without its name, and of the end of an archive without comment."""


class DossierRefused(Exception):
    """The dossier cannot be relied on; the message says why, in French."""


def is_safe(name: str) -> bool:
    """Whether a file of a dossier may have this name: relative, plain ASCII, the same on every system."""
    return len(name) <= 200 and bool(_NAME.fullmatch(name)) and not _DEVICES.search(name)


def write(path: Path, files: Mapping[str, bytes | Path]) -> None:
    """A zip whose bytes depend on the contents alone. Raises ValueError for a name that could not be read back."""
    unsafe = sorted(name for name in files if not is_safe(name))
    if unsafe or len({name.lower() for name in files}) < len(files):
        raise ValueError(f"names that a dossier cannot hold: {', '.join(unsafe) or 'two differ only by their case'}")
    with ZipFile(path, "w", ZIP_DEFLATED, allowZip64=False) as archive:
        for name, content in sorted(files.items()):
            info = ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr, info.compress_type = _UNIX, _REGULAR, ZIP_DEFLATED
            archive.writestr(info, content if isinstance(content, bytes) else content.read_bytes(), compresslevel=9)


class Archive:
    """A dossier open for reading, its structure already judged. Raises DossierRefused."""

    def __init__(self, path: Path) -> None:
        try:
            self._path, self._zip = path, ZipFile(path)
        except (OSError, BadZipFile, ValueError, NotImplementedError) as error:
            raise DossierRefused(f"ce fichier n'est pas un zip lisible ({error})") from error
        infos = self._zip.infolist()
        for fault in _faults(infos):
            self._zip.close()
            raise DossierRefused(fault)
        self._refuse_hidden(path, infos)
        self.sizes = {info.filename: info.file_size for info in infos}

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """The whole content of a small file."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a file, a piece at a time; never more than the size that the archive announces for it."""
        try:
            with self._zip.open(name) as content:
                while piece := content.read(_CHUNK):
                    yield piece
            self._refuse_rest(name)
        except (BadZipFile, EOFError, OSError, zlib.error, NotImplementedError) as error:
            raise DossierRefused(f"{name} : contenu abîmé ({error})") from error

    def _refuse_rest(self, name: str) -> None:
        """What is packed with a file after its end: no program unpacks it, and its size is counted."""
        info = self._zip.getinfo(name)
        with self._path.open("rb") as whole:
            whole.seek(info.header_offset + len(info.FileHeader(zip64=False)))
            unpacked, left = zlib.decompressobj(-zlib.MAX_WBITS), info.compress_size
            while left and not unpacked.eof:
                packed = whole.read(min(left, _CHUNK))
                left -= len(packed)
                while packed and not unpacked.eof:
                    unpacked.decompress(packed, _CHUNK)
                    packed = unpacked.unconsumed_tail
        if left or unpacked.unused_data:
            raise DossierRefused(f"{name} : le zip cache quelque chose après son contenu")

    def _refuse_hidden(self, path: Path, infos: list[ZipInfo]) -> None:
        told = sum(_HEADERS + 2 * len(info.filename) + info.compress_size for info in infos) + _END
        if path.stat().st_size != told or self._zip.comment or not _in_order(path, infos):
            self._zip.close()
            raise DossierRefused(
                "le zip contient autre chose que ses fichiers (avant, après, entre eux ou en commentaire)"
            )


def _in_order(path: Path, infos: list[ZipInfo]) -> bool:
    """Whether each file follows the one before it, and says of itself what the list at the end says of it.

    Programs that read a zip from its beginning only see what each says of itself.
    """
    at = 0
    with path.open("rb") as whole:
        for info in infos:
            whole.seek(at)
            told = info.FileHeader(zip64=False)
            if info.header_offset != at or whole.read(len(told)) != told:
                return False
            at += len(told) + info.compress_size
    return True


def _faults(infos: list[ZipInfo]) -> Iterator[str]:
    """What is wrong with the names, the kinds and the sizes of the files, before anything is unpacked."""
    if len(infos) > MAX_FILES:
        yield f"trop de fichiers ({len(infos)} ; {MAX_FILES} au plus)"
    if sum(info.file_size for info in infos) > MAX_BYTES:
        yield f"trop d'octets une fois déplié ({MAX_BYTES} au plus)"
    seen: dict[str, str] = {}
    for info in infos:
        # as it is written: the library replaces some signs and cuts at the first NUL
        if not is_safe(info.orig_filename):
            yield f"nom de fichier refusé : {info.orig_filename[:80]!a}"
        other = seen.setdefault(info.filename.lower(), info.filename)
        if other != info.filename:
            yield f"deux noms qui ne diffèrent que par la casse : {other}, {info.filename}"
        yield from _forms(info)
    if len(seen) < len(infos):
        yield "un même fichier y est deux fois"
    folders = {parent.as_posix().lower() for name in seen.values() for parent in PurePosixPath(name).parents}
    if both := sorted(folders & seen.keys()):
        yield f"à la fois fichier et dossier : {both[0]}"


def _forms(info: ZipInfo) -> Iterator[str]:
    if info.external_attr != _REGULAR:
        yield f"{info.filename} : ce n'est pas un fichier ordinaire (lien, dossier ou droits particuliers)"
    usual = (
        info.date_time,
        info.create_system,
        info.create_version,
        info.extract_version,
        info.internal_attr,
        info.volume,
    )
    strange = info.compress_type != ZIP_DEFLATED or info.flag_bits or info.reserved or info.extra or info.comment
    if strange or usual != (_EPOCH, _UNIX, _VERSION, _VERSION, 0, 0):
        yield f"{info.filename} : forme de zip qu'aucun dossier n'emploie"
