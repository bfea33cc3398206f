"""What the page shows, in its order, as plain values: the templates decide nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from cucumber_messages import PickleStep

from reports import words
from reports.evidence_files import evidence_files
from reports.facts import RunHeader
from reports.gherkin_index import GherkinIndex
from reports.judgement import Judgement, Proof, RequirementResult, ScenarioResult
from reports.kept import EvidenceView, addresses, views
from reports.reading import Evidence, JournalReading, StepOutcome
from reports.register import SHEETS, Entry, Register
from reports.replay import replay_command
from reports.unanswered import lacking
from reports.verdict import Reason, Verdict, severity


@dataclass(frozen=True)
class StepView:
    """A step as it is written and how it ended; ``state`` is passed, failed, skipped or unknown."""

    keyword: str
    text: str
    table: Sequence[Sequence[str]]
    doc: str
    state: str
    told: str
    culprit: bool
    evidence: Sequence[EvidenceView]


@dataclass(frozen=True)
class ScenarioView:
    """A scenario, told once in the page; ``anchor`` is where, ``row`` what its name does not say of its row."""

    anchor: str
    result: ScenarioResult
    rule: str
    row: Sequence[tuple[str, str]]
    steps: Sequence[StepView]
    evidence: Sequence[EvidenceView]
    replay: str
    remedy: str

    @property
    def name(self) -> str:
        """As the feature names it."""
        return self.result.outcome.pickle.name

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.result.outcome.pickle.uri}:{self.result.outcome.line}"


@dataclass(frozen=True)
class ProofView:
    """A scenario under a requirement: told here, or only referred to where an earlier requirement tells it."""

    scenario: ScenarioView
    verdict: Verdict
    level: str
    told_here: bool


@dataclass(frozen=True)
class RequirementView:
    """A requirement of the sheet, judged or excluded."""

    entry: Entry
    verdict: Verdict | None
    result: RequirementResult | None
    proofs: Sequence[ProofView]
    explanation: str

    @property
    def levers(self) -> Sequence[str]:
        """The levers that it takes to judge it, as a vendor reads them."""
        return [words.lever(name) for name in self.entry.capacites]


@dataclass(frozen=True)
class SectionView:
    """A section of a sheet."""

    number: str
    title: str
    requirements: Sequence[RequirementView]

    @property
    def judged(self) -> Sequence[RequirementView]:
        """Those that are put to the test."""
        return [view for view in self.requirements if view.verdict]

    @property
    def left_out(self) -> Sequence[RequirementView]:
        """Those that nothing of a site can prove or break."""
        return [view for view in self.requirements if not view.verdict]


@dataclass(frozen=True)
class SheetView:
    """A sheet, its sections in its own order."""

    code: str
    title: str
    edition: str
    sections: Sequence[SectionView]
    counts: Counter[Verdict | None]


class PageBuilder:
    """Makes the views of one report."""

    def __init__(self, judgement: Judgement, reading: JournalReading, register: Register) -> None:
        self._judgement = judgement
        self._reading = reading
        self._register = register
        self._index = GherkinIndex.of(reading.documents.values())
        self._told: set[str] = set()
        found = chain.from_iterable(evidence_files(reading.outcomes).values())
        self._files = {id(file.evidence): file.path for file in found}

    @cached_property
    def sheets(self) -> Sequence[SheetView]:
        """The sheets that the run speaks of."""
        judged = {result.entry.id: result for result in self._judgement.requirements}
        shown = {entry.sheet for entry in self._entries_judged()}
        partial = self._reading.header.partial  # what a selection leaves out says nothing of the sheets
        views = [
            self._requirement(entry, judged.get(entry.id))
            for entry in self._register.entries.values()
            if entry.sheet in shown and (entry.id in judged or (entry.exclue is not None and not partial))
        ]
        return [self._sheet(code, views) for code in SHEETS if code in shown]

    def _entries_judged(self) -> Iterable[Entry]:
        return (result.entry for result in self._judgement.requirements)

    def _sheet(self, code: str, views: Sequence[RequirementView]) -> SheetView:
        known = self._register.sheets.get(code)
        mine = [view for view in views if view.entry.sheet == code]
        title = f"{words.SHEETS[code]} « {known.titre} »" if known else words.SHEETS[code]
        names = known.sections if known else {}
        sections = [
            SectionView(number, names.get(number, ""), [view for view in mine if view.entry.section == number])
            for number in dict.fromkeys(view.entry.section for view in mine)
        ]
        edition = known.edition if known else ""
        return SheetView(code, title, edition, sections, Counter(view.verdict for view in mine))

    def _requirement(self, entry: Entry, result: RequirementResult | None) -> RequirementView:
        if result is None:
            return RequirementView(entry, None, None, [], entry.exclue or "")
        proofs = [self._proof(proof) for proof in sorted(result.proofs, key=lambda proof: severity(proof.verdict))]
        return RequirementView(entry, result.verdict, result, proofs, _explanation(result, self._reading.header))

    def _proof(self, proof: Proof) -> ProofView:
        scenario = self._scenarios[id(proof.scenario)]
        told_here = scenario.anchor not in self._told
        self._told.add(scenario.anchor)
        return ProofView(scenario, proof.verdict, proof.level, told_here)

    @cached_property
    def _scenarios(self) -> dict[int, ScenarioView]:
        return {id(result): self._scenario(rank, result) for rank, result in enumerate(self._judgement.scenarios, 1)}

    def _scenario(self, rank: int, result: ScenarioResult) -> ScenarioView:
        outcome = result.outcome
        pickle = outcome.pickle
        return ScenarioView(
            anchor=f"scenario-{rank}",
            result=result,
            rule=self._index.rule(pickle),
            row=[(name, value) for name, value in self._index.row(pickle) if not value or value not in pickle.name],
            steps=[self._step(step, told, result) for step, told in zip(pickle.steps, outcome.steps, strict=True)],
            evidence=self._evidence(outcome.evidence, result),
            replay=replay_command(self._reading, outcome),
            remedy=_remedy(result),
        )

    def _evidence(self, kept: Sequence[Evidence], result: ScenarioResult) -> list[EvidenceView]:
        return addresses(kept, self._files) if result.verdict is Verdict.CONFORME else views(kept)

    def _step(self, step: PickleStep, outcome: StepOutcome, result: ScenarioResult) -> StepView:
        argument = step.argument
        table = argument.data_table if argument else None
        doc = argument.doc_string if argument else None
        status = outcome.status.value if outcome.status else "SKIPPED"
        return StepView(
            keyword=self._index.keyword(step),
            text=step.text,
            table=[[cell.value for cell in row.cells] for row in table.rows] if table else [],
            doc=doc.content if doc else "",
            state=status.lower(),
            told="interrompue" if outcome.fault and status != "FAILED" else words.STEP_STATES.get(status, "inachevée"),
            culprit=outcome.fault is not None,
            evidence=self._evidence(outcome.evidence, result),
        )


def _explanation(result: RequirementResult, header: RunHeader) -> str:
    """Why a requirement has no answer and what would give one; what a warning is; why one counts as a failure."""
    if result.verdict is Verdict.NON_TESTE:
        return words.NEVER_PLAYED
    if result.verdict is Verdict.NON_CONFORME:
        grave = any(one.level == "bloquant" and one.verdict is result.verdict for one in result.proofs)
        return "" if grave else words.STRICT_COUNTS
    if result.verdict is Verdict.AVERTISSEMENT:
        return words.MEANINGS[Verdict.AVERTISSEMENT]
    culprit = next((proof.scenario for proof in result.proofs if proof.verdict is result.verdict), None)
    if result.reason is None or culprit is None:
        return ""
    told = culprit.fault.message if culprit.fault else ""
    lacks = lacking(result, header)
    remedy = words.to_offer(lacks) if result.reason is Reason.CAPABILITY and lacks else _remedy(culprit)
    return " ".join(part for part in (words.REASONS[result.reason], told, remedy) if part)


def _remedy(result: ScenarioResult) -> str:
    fault = result.fault
    if fault and fault.repair:
        return fault.repair
    if result.reason is Reason.CAPABILITY and fault:
        return words.to_offer([fault.capability])
    return words.REMEDIES.get(result.reason, "") if result.reason else ""


def requirements(sheets: Iterable[SheetView], *verdicts: Verdict) -> Iterator[RequirementView]:
    """Those with one of these verdicts, or all of them, in the order of the sheets."""
    for sheet in sheets:
        for section in sheet.sections:
            yield from (view for view in section.requirements if not verdicts or view.verdict in verdicts)
