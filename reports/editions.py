"""The editions of the sheets that the registers were written on, known by the hashes of their paragraphs.

No text of a sheet is kept here: ``edition.toml``, beside each register, lists the hashes in the sheet's own order. An
entry whose ``source`` is not among them rests on something else; a text given later is compared with them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from reports.coverage import Fault
from reports.register import Register, RegisterError, SheetCode, paragraph_hash, read_toml, validated

FILE_NAME = "edition.toml"
RECORD = "focus report sheets DIR --record"


class Edition(BaseModel):
    """The paragraphs of one edition of a sheet, by their hashes, in its order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: SheetCode
    edition: str
    paragraphes: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a text: lines between blank ones. ``line`` is its first one, counted from 1."""

    line: int
    text: str
    hash: str


def paragraphs(text: str) -> list[Paragraph]:
    """Those of ``text``, in order."""
    found = re.finditer(r"\S.*?(?=\n\s*\n|\s*\Z)", text, re.DOTALL)
    return [Paragraph(text.count("\n", 0, one.start()) + 1, one[0], paragraph_hash(one[0])) for one in found]


def load(features_dir: Path) -> dict[str, Edition]:
    """The editions recorded under ``features_dir``, by sheet. Raises RegisterError."""
    found: dict[str, Edition] = {}
    for file in sorted(features_dir.rglob(FILE_NAME)):
        edition = validated(Edition, file, "", read_toml(file))
        if edition.code in found:
            raise RegisterError(file, edition.code, "the edition of this sheet is already in another folder")
        found[edition.code] = edition
    return found


def known(register: Register, editions: Mapping[str, Edition]) -> dict[str, set[str]]:
    """The hashes by which each sheet is known: those of its edition and those that its entries name."""
    found = {code: set(editions[code].paragraphes) if code in editions else set() for code in register.sheets}
    for entry in register.entries.values():
        found.get(entry.sheet, set()).update(entry.source)
    return found


def recorded(code: str, edition: str, read: Sequence[Paragraph]) -> str:
    """The text of ``edition.toml``."""
    hashes = "\n".join(f'    "{paragraph.hash}",' for paragraph in read)
    return (
        "# Empreintes des paragraphes de la fiche, dans son ordre (README, « focus report sheets »).\n"
        f'code = "{code}"\n'
        f"edition = {json.dumps(edition, ensure_ascii=False)}\n"
        f"paragraphes = [\n{hashes}\n]\n"
    )


def stale(register: Register, editions: Mapping[str, Edition]) -> Iterator[Fault]:
    """Sheets whose edition is not the recorded one, and entries that rest on none of its paragraphs."""
    for code, sheet in register.sheets.items():
        edition = editions.get(code)
        if edition is None:
            yield Fault("stale", code, "no edition.toml beside its register", f"record its edition: {RECORD}")
        elif edition.edition != sheet.edition:
            cause = f"the register names the edition « {sheet.edition} », edition.toml « {edition.edition} »"
            yield Fault("stale", code, cause, f"review the entries, then record the edition: {RECORD}")
        else:
            yield from _strayed(register, edition)


def _strayed(register: Register, edition: Edition) -> Iterator[Fault]:
    known = set(edition.paragraphes)
    for entry in register.entries.values():
        strayed = [source for source in entry.source if source not in known]
        if entry.sheet == edition.code and strayed:
            cause = f"source {', '.join(strayed)} is no paragraph of the edition « {edition.edition} »"
            yield Fault("stale", entry.id, cause, "read the sheet again, correct statement and source")
