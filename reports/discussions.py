"""Where the sheets disagree and what they leave open, told for their authors (contradictions.toml, lacunes.toml).

The decisions themselves stand in ``exigences.toml``; here are what each sheet says, the question, the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from reports.register import Identifier, Model, Register, RegisterError, read_toml, validated

CONTRADICTIONS = "contradictions.toml"
GAPS = "lacunes.toml"


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Reading(_Told):
    """What sheets say (``dit``), and where: ``EP6-1.3`` is part 1.3 of sheet EP 6."""

    dit: str = Field(min_length=1)
    ou: tuple[str, ...] = Field(min_length=1)


class Contradiction(_Told):
    """Two or more readings, and why we decided as the register says."""

    id: str
    sujet: str = Field(min_length=1)
    raison: str = Field(min_length=1)
    lectures: tuple[Reading, ...] = Field(min_length=2)


class Gap(_Told):
    """A question that no sheet answers, the parts where it arises, and why we decided as the register says."""

    id: str
    question: str = Field(min_length=1)
    raison: str = Field(min_length=1)
    ou: tuple[str, ...] = ()


@dataclass(frozen=True)
class Discussions:
    """What is told of contradictions and gaps, by id; nothing is told of those that are not there."""

    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    gaps: Mapping[str, Gap] = field(default_factory=dict)


def load(features_dir: Path, register: Register) -> Discussions:
    """Both files, where they are. Raises RegisterError for an id or a part of a sheet that no register has."""
    contradictions = dict(_read(features_dir / CONTRADICTIONS, Contradiction, register))
    gaps = dict(_read(features_dir / GAPS, Gap, register))
    for id_, one in contradictions.items():
        for reading in one.lectures:
            _refuse_unknown_places(features_dir / CONTRADICTIONS, id_, reading.ou, register)
    for id_, gap in gaps.items():
        _refuse_unknown_places(features_dir / GAPS, id_, gap.ou, register)
    return Discussions(contradictions, gaps)


def _read(file: Path, model: type[Model], register: Register) -> Iterator[tuple[str, Model]]:
    """A register of a few requirements need not tell of any."""
    for key, table in (read_toml(file) if file.is_file() else {}).items():
        if key not in register.entries:
            raise RegisterError(file, key, "is in no exigences.toml")
        yield key, validated(model, file, key, table, id=key)


def _refuse_unknown_places(file: Path, key: str, places: tuple[str, ...], register: Register) -> None:
    for place in places:
        code, _, section = place.partition("-")
        sheet = register.sheets.get(code)
        if Identifier.parse(f"{place}-1") is None or sheet is None or section not in sheet.sections:
            raise RegisterError(file, key, f"ou {place!r} is no part of a sheet")
