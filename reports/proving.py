"""The scenarios that prove an entry, as the pages beside ``rapport.html`` name them, with their place in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.coverage import Covered
from reports.judgement import Judgement
from reports.linking import REPORT
from reports.reading import line_of
from reports.register import Level
from reports.verdict import Verdict, worst


@dataclass(frozen=True)
class RowView:
    """A scenario, or a row of one: what this run concluded of it, and where that is told; None if not planned."""

    name: str
    line: int
    verdict: Verdict | None
    address: str | None


@dataclass(frozen=True)
class ProvingView:
    """A scenario as the feature names it; several rows where it is an outline."""

    name: str
    uri: str
    line: int
    level: Level
    rows: Sequence[RowView]

    @property
    def verdict(self) -> Verdict | None:
        """The worst of its rows that ran."""
        ran = [row.verdict for row in self.rows if row.verdict]
        return worst(ran) if ran else None


class Ran:
    """What a run concluded of each scenario, and where its page tells it."""

    def __init__(self, judgement: Judgement) -> None:
        ranked = enumerate(judgement.scenarios, 1)
        self._anchors = {result.outcome.pickle.id: f"{REPORT}#scenario-{rank}" for rank, result in ranked}
        self._verdicts: Mapping[tuple[str, str], Verdict] = {
            (requirement.entry.id, proof.scenario.outcome.pickle.id): proof.verdict
            for requirement in judgement.requirements
            for proof in requirement.proofs
        }

        self._requirements = {requirement.entry.id: requirement.verdict for requirement in judgement.requirements}

    def verdict(self, id_: str) -> Verdict | None:
        """That of an entry; None where the run did not judge it."""
        return self._requirements.get(id_)

    def proving(self, covered: Covered) -> list[ProvingView]:
        """The scenarios of an entry."""
        return [
            ProvingView(
                name=one.name.replace("<", "‹").replace(">", "›"),
                uri=one.uri,
                line=one.line,
                level=one.level,
                rows=[
                    RowView(
                        name=row.name,
                        line=line_of(row),
                        verdict=self._verdicts.get((covered.entry.id, row.id)),
                        address=self._anchors.get(row.id),
                    )
                    for row in one.rows
                ],
            )
            for one in covered.scenarios
        ]
