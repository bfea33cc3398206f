"""Living sheets: a document in the shape of a FOCUS sheet, illustrated with the tested site's own screens.

A product owner lays it beside the official sheet. Its pictures come from the walks, the scenarios that the register
names (``[fiche.parcours]``): each press there was photographed, with what is to be filled in and pressed outlined.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PIL import Image, UnidentifiedImageError

from reports import html, kept, words
from reports.basis import paris
from reports.facts import Mark, Sight
from reports.gherkin_index import GherkinIndex
from reports.judgement import Judgement, ScenarioResult
from reports.kept import EvidenceView
from reports.reading import Evidence, JournalReading, StepOutcome
from reports.register import SHEETS, Register, Sheet
from reports.verdict import Verdict

FOLDER = "fiches"
TALL = 0.85
"""Height to width."""


@dataclass(frozen=True)
class ViewOfScreen:
    """One screen: its picture, ``tall`` or not, and what the person does there, in order."""

    rank: int
    screen: str
    image: str
    tall: bool
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Walk:
    """A chapter: the scenario that was walked, what it showed in order, and what stopped it, if anything did.

    ``shown`` holds screens, mails and documents, as they came.
    """

    number: str
    title: str
    scenario: str
    steps: Sequence[tuple[str, str]]
    verdict: Verdict
    stopped: str
    shown: Sequence[ViewOfScreen | EvidenceView]


def render(judgement: Judgement, reading: JournalReading, register: Register) -> Mapping[str, str]:
    """The page of each sheet of which a walk was photographed (code of a sheet -> page)."""
    index = GherkinIndex.of(reading.documents.values())
    walks = {code: list(_walks(judgement, index, register.sheets[code])) for code in SHEETS if code in register.sheets}
    style = html.ours("fiche.css")
    return {
        code: html.page(
            "fiche.html",
            style,
            sheet=register.sheets[code],
            name=words.SHEETS[code],
            walks=found,
            header=reading.header,
            date=paris(reading.header.started_at),
        )
        for code, found in walks.items()
        if any(walk.shown for walk in found)
    }


def write(pages: Mapping[str, str], run_dir: Path) -> Mapping[str, str]:
    """Write them in ``run_dir``; returns their addresses from there (code of a sheet -> address)."""
    folder = run_dir / FOLDER
    for code, page in pages.items():
        folder.mkdir(exist_ok=True)
        (folder / f"{code}.html").write_text(page, encoding="utf-8", errors="replace", newline="\n")
    return {code: f"{FOLDER}/{code}.html" for code in pages}


def _walks(judgement: Judgement, index: GherkinIndex, sheet: Sheet) -> Iterator[Walk]:
    for number, name in sheet.parcours.items():
        for result in judgement.scenarios:
            pickle = result.outcome.pickle
            if pickle.name == name and PurePosixPath(pickle.uri).parent.name.upper() == sheet.code:
                yield Walk(
                    number=number,
                    title=sheet.sections.get(number, ""),
                    scenario=name,
                    steps=[(index.keyword(step), step.text) for step in pickle.steps],
                    verdict=judgement.of_scenario(result),
                    stopped=_stopped(result),
                    shown=list(_shown(result.outcome.steps)),
                )


def _stopped(result: ScenarioResult) -> str:
    return result.fault.message if result.fault else ""


def _shown(steps: Sequence[StepOutcome]) -> Iterator[ViewOfScreen | EvidenceView]:
    for step in steps:
        for one, sight in kept.told(step.evidence):
            if sight and sight.step:
                yield _view(one, sight)
            elif one.media_type in kept.PAPERS:
                yield from (view for view in kept.views([one]) if view.mail or view.document)


def _view(picture: Evidence, sight: Sight) -> ViewOfScreen:
    return ViewOfScreen(sight.step, sight.screen, kept.data_uri(picture), _is_tall(picture), sight.marks)


def _is_tall(picture: Evidence) -> bool:
    """Whether it takes a page of its own on paper: two others share one."""
    assert isinstance(picture.body, bytes)
    try:
        with Image.open(io.BytesIO(picture.body)) as image:
            return image.height > TALL * image.width
    except UnidentifiedImageError:
        return False
