"""The register of requirements: what the sheets ask, one entry per statement (``features/**/exigences.toml``).

A register that cannot be read entirely is refused: a requirement lost on the way would never be missed.
"""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

FILE_NAME = "exigences.toml"
SHEETS = ("EP2", "EP4", "EP5", "EP6", "PER", "C", "G")
"""Reading order: the five sheets, then the contradictions between them (C) and what they leave open (G)."""

Level = Literal["bloquant", "avertissement"]
LEVELS: tuple[Level, ...] = get_args(Level)
SheetCode = Literal["EP2", "EP4", "EP5", "EP6", "PER"]
Genre = Literal["rule", "screen", "mail", "pdf", "navigation", "state", "advice"]
Capability = Literal["clock", "clock.past", "mail", "captcha", "spaces", "recap"]

_IDENTIFIER = re.compile(
    r"(?:(?P<sheet>EP2|EP4|EP5|EP6|PER)-(?P<section>[0-9]+(?:\.[0-9]+)*)-(?=[1-9])|(?P<transverse>[CG])(?=..$))"
    r"(?P<rank>[0-9]+)"
)
_SHEET_TABLE = "fiche"

Model = TypeVar("Model", bound=BaseModel)


class RegisterError(Exception):
    """The register cannot be used; the message names file, key, cause and the likely repair."""

    def __init__(self, file: Path, key: str, cause: str, hint: str = "") -> None:
        super().__init__(": ".join(part for part in (str(file), key, cause) if part) + (f" {hint}" if hint else ""))


@dataclass(frozen=True)
class Identifier:
    """A requirement id taken apart: ``EP6-1.1-2`` is rank 2 of section 1.1 of sheet EP6, ``C09`` rank 9 of sheet C."""

    sheet: str
    section: str
    rank: int

    @classmethod
    def parse(cls, text: str) -> "Identifier | None":
        """None when ``text`` (without ``@``) is not shaped like a requirement id."""
        match = _IDENTIFIER.fullmatch(text)
        if match is None:
            return None
        return cls(match["sheet"] or match["transverse"], match["section"] or "", int(match["rank"]))

    @property
    def order(self) -> tuple[int, tuple[int, ...], int]:
        """Sheet, then section, then rank; 1.10 comes after 1.9."""
        section = tuple(int(number) for number in self.section.split(".") if number)
        return SHEETS.index(self.sheet), section, self.rank


class Entry(BaseModel):
    """One requirement. Field names are those of the French file that product owners edit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    section: str = ""
    enonce: str = Field(min_length=1)
    texte: tuple[str, ...] = ()
    genre: Genre
    niveau: Level
    capacites: tuple[Capability, ...] = ()
    depend: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    exclue: str | None = Field(default=None, min_length=1)

    @field_validator("texte", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @property
    def identifier(self) -> Identifier:
        """The id taken apart; an entry only exists with a well-formed id."""
        found = Identifier.parse(self.id)
        assert found is not None
        return found

    @property
    def sheet(self) -> str:
        """``EP6``..., ``C`` or ``G``."""
        return self.identifier.sheet

    def claimed_by(self, scope: Collection[str]) -> bool:
        """Whether a target with this scope (see ``RunHeader``) is judged on it.

        Contradictions and gaps go with the scenarios that carry them: unless left out, their scope is decided there.
        """
        claims = [claim for claim in scope if not claim.startswith("-")]
        if f"-{self.id}" in scope:
            return False
        return not claims or self.sheet in ("C", "G", *claims) or self.id in claims


class Sheet(BaseModel):
    """Optional table ``[fiche]`` of a sheet's file: the names that the report gives to the sheet and its sections.

    ``parcours`` (number of a section -> name of a scenario) are the walks that illustrate the living sheet, in order.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: SheetCode
    titre: str = Field(min_length=1)
    edition: str = ""
    sections: Mapping[str, str] = {}
    parcours: Mapping[str, str] = {}


class Variant(BaseModel):
    """Two or more admitted readings of a place where the sheets disagree, and the one taken by default."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str = Field(min_length=1)
    lectures: Mapping[str, str] = Field(min_length=2)
    defaut: str


@dataclass(frozen=True)
class Register:
    """All entries by id, in natural order, and the sheets that gave their names."""

    entries: Mapping[str, Entry]
    sheets: Mapping[str, Sheet]


def load(features_dir: Path) -> Register:
    """Every entry under ``features_dir``. Raises RegisterError: nothing is read by halves."""
    entries: dict[str, tuple[Path, Entry]] = {}
    sheets: dict[str, Sheet] = {}
    for file in sorted(features_dir.rglob(FILE_NAME)):
        tables = read_toml(file)
        if _SHEET_TABLE in tables:
            sheet = validated(Sheet, file, _SHEET_TABLE, tables.pop(_SHEET_TABLE))
            sheets[sheet.code] = sheet
        for entry in _entries(file, tables):
            if entry.id in entries:
                raise RegisterError(file, entry.id, f"already declared in {entries[entry.id][0]}")
            entries[entry.id] = (file, entry)
    _refuse_unknown_dependencies(entries.values())
    ordered = sorted((entry for _, entry in entries.values()), key=lambda entry: entry.identifier.order)
    return Register({entry.id: entry for entry in ordered}, sheets)


def load_variants(path: Path) -> dict[str, Variant]:
    """The variants of ``variantes.toml`` by id (``C11``, or ``C01.espaces`` for one of several under C01)."""
    variants = {}
    for key, table in read_toml(path).items():
        if Identifier.parse(key.partition(".")[0]) is None:
            raise RegisterError(path, key, "not an id like C11 or C01.espaces")
        variant = validated(Variant, path, key, table, id=key)
        if variant.defaut not in variant.lectures:
            cause = f"defaut {variant.defaut!r} is not one of lectures"
            raise RegisterError(path, key, cause, _did_you_mean(variant.defaut, variant.lectures))
        variants[key] = variant
    return variants


def paragraph_hash(text: str) -> str:
    """``sha256:...`` of a sheet's paragraph, whatever its Unicode form, apostrophes and line breaks."""
    straight = unicodedata.normalize("NFC", text).replace("\u2019", "'").replace("\u02bc", "'")
    return "sha256:" + hashlib.sha256(" ".join(straight.split()).encode()).hexdigest()


def read_toml(file: Path) -> dict[str, Any]:
    """The tables of ``file``. Raises RegisterError."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegisterError(file, "", str(error)) from error


def _entries(file: Path, tables: Mapping[str, Any]) -> Iterator[Entry]:
    for key, table in tables.items():
        identifier = Identifier.parse(key)
        if identifier is None:
            raise RegisterError(file, key, "not a requirement id", "(EP6-2-26, C09, G18...)")
        entry = validated(Entry, file, key, table, id=key)
        _refuse_inconsistent(file, entry, identifier)
        yield entry


def _refuse_inconsistent(file: Path, entry: Entry, identifier: Identifier) -> None:
    if entry.section != identifier.section:
        raise RegisterError(file, entry.id, f"section {entry.section!r} is not that of the id ({identifier.section!r})")
    if identifier.section and not entry.source:
        raise RegisterError(file, entry.id, "source is missing: the hash of the paragraph it rests on")
    for source in entry.source:
        if not re.fullmatch(r"sha256:[0-9a-f]{64}", source):
            raise RegisterError(file, entry.id, f"source {source!r} is not sha256: and 64 hexadecimal digits")


def _refuse_unknown_dependencies(entries: Iterable[tuple[Path, Entry]]) -> None:
    located = list(entries)
    known = {entry.id for _, entry in located}
    for file, entry in located:
        for target in entry.depend:
            if target not in known:
                raise RegisterError(file, entry.id, f"depend on unknown {target!r}", _did_you_mean(target, known))


def validated(model: type[Model], file: Path, key: str, table: object, **given: str) -> Model:
    """``table`` as a ``model``, completed by ``given``. Raises RegisterError naming file, key, cause and repair."""
    if not isinstance(table, dict):
        raise RegisterError(file, key, "is not a table")
    known = set(model.model_fields) - set(given)
    for name in table:
        if name not in known:
            raise RegisterError(file, key, f"unknown key {name!r}", _did_you_mean(name, known))
    try:
        return model.model_validate(table | given)
    except ValidationError as error:
        raise _explained(file, key, error.errors()[0]) from error


def _explained(file: Path, key: str, detail: ErrorDetails) -> RegisterError:
    name = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "missing":
        return RegisterError(file, key, f"{name} is missing")
    if detail["type"] == "literal_error":
        choices = re.findall(r"'([^']+)'", detail["ctx"]["expected"])
        cause = f"{name} {detail['input']!r} is not one of {', '.join(choices)}"
        return RegisterError(file, key, cause, _did_you_mean(str(detail["input"]), choices))
    return RegisterError(file, key, f"{name}: {detail['msg']}")


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, sorted(known), n=1)
    return f"(did you mean {close[0]!r}?)" if close else ""
