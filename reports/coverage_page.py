"""``couverture.html``: for each statement of the sheets, its scenarios, or why it has none."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reports import words
from reports.coverage import Counts, Covered, Fault
from reports.editions import Edition
from reports.facts import RunHeader
from reports.html import ours, page
from reports.linking import COVERAGE, linked
from reports.proving import ProvingView, Ran
from reports.register import SHEETS, Entry, Level, Register


@dataclass(frozen=True)
class StatementView:
    """A statement; ``state`` is proven, excluded, uncovered or stale."""

    entry: Entry
    state: str
    levels: Sequence[Level]
    scenarios: Sequence[ProvingView]


@dataclass(frozen=True)
class SectionView:
    """A part of a sheet, its statements in the sheet's order."""

    number: str
    title: str
    statements: Sequence[StatementView]


@dataclass(frozen=True)
class Paragraphs:
    """How many paragraphs an edition has, and on how many of them no statement rests: titles, transitions."""

    total: int
    aside: int


@dataclass(frozen=True)
class SheetView:
    """A sheet, or the contradictions (C) or gaps (G), in the order of its parts."""

    code: str
    title: str
    edition: str
    counts: Counts
    paragraphs: Paragraphs | None
    sections: Sequence[SectionView]


@dataclass(frozen=True)
class CoverageReport:
    """The coverage of the features, with what one run concluded of their scenarios."""

    header: RunHeader
    sheets: Sequence[SheetView]
    total: Counts
    faults: Sequence[Fault]

    @property
    def of_sheets(self) -> list[SheetView]:
        """The sheets alone."""
        return [sheet for sheet in self.sheets if sheet.code not in ("C", "G")]

    @property
    def states(self) -> Counter[str]:
        """How many statements of the sheets are in each state."""
        sections = (section for sheet in self.of_sheets for section in sheet.sections)
        return Counter(view.state for section in sections for view in section.statements)


def report(
    header: RunHeader,
    register: Register,
    covered: Sequence[Covered],
    editions: Mapping[str, Edition],
    faults: Sequence[Fault],
    ran: Ran,
) -> CoverageReport:
    """What ``couverture.html`` and ``coverage.json`` say."""
    stale = {fault.subject for fault in faults if fault.kind == "stale"}
    sheets = [
        _sheet(code, register, [one for one in covered if one.entry.sheet == code], editions.get(code), stale, ran)
        for code in SHEETS
        if any(one.entry.sheet == code for one in covered)
    ]
    total = Counts.of([one for one in covered if one.entry.section])
    return CoverageReport(header, sheets, total, faults)


def render(coverage: CoverageReport) -> str:
    """The text of ``couverture.html``."""
    known = {view.entry.id for sheet in coverage.sheets for section in sheet.sections for view in section.statements}
    return page(
        "couverture.html",
        ours("rapport.css") + ours("pages.css"),
        coverage=coverage,
        header=coverage.header,
        linked=lambda text: linked(text, known, COVERAGE),
    )


def _sheet(
    code: str,
    register: Register,
    mine: Sequence[Covered],
    edition: Edition | None,
    stale: Collection[str],
    ran: Ran,
) -> SheetView:
    known = register.sheets.get(code)
    names = known.sections if known else {}
    sections = [
        SectionView(
            number,
            names.get(number, ""),
            [_statement(one, stale, ran) for one in mine if one.entry.section == number],
        )
        for number in dict.fromkeys(one.entry.section for one in mine)
    ]
    title = f"{words.SHEETS[code]} « {known.titre} »" if known else words.SHEETS[code]
    paragraphs = _paragraphs(edition, mine) if edition else None
    return SheetView(code, title, known.edition if known else "", Counts.of(mine), paragraphs, sections)


def _paragraphs(edition: Edition, mine: Sequence[Covered]) -> Paragraphs:
    claimed = {source for one in mine for source in one.entry.source}
    different = set(edition.paragraphes)
    return Paragraphs(len(different), len(different - claimed))


def _statement(one: Covered, stale: Collection[str], ran: Ran) -> StatementView:
    proven = "proven" if one.scenarios else "uncovered"
    state = "stale" if one.entry.id in stale else "excluded" if one.entry.exclue else proven
    return StatementView(one.entry, state, one.levels, ran.proving(one))
