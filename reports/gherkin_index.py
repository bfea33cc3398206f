"""What the pickles leave out and a reader wants: keywords, rules, and the values of an outline's row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cucumber_messages import Background, GherkinDocument, Pickle, PickleStep, Scenario


@dataclass
class GherkinIndex:
    """Looked up by the ids of the documents that a journal carries."""

    _keywords: dict[str, str] = field(default_factory=dict)
    _rules: dict[str, str] = field(default_factory=dict)
    _rows: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _features: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[GherkinDocument]) -> "GherkinIndex":
        """The index of these documents."""
        index = cls()
        for document in documents:
            if document.feature:
                index._features[document.uri or ""] = document.feature.name
            for rule, part in _parts(document):
                index._take(rule, part)
        return index

    def keyword(self, step: PickleStep) -> str:
        """« Étant donné », « Quand », « Alors », « Et »..."""
        return self._keywords.get(step.ast_node_ids[0], "")

    def rule(self, pickle: Pickle) -> str:
        """The « Règle » that the scenario illustrates, or nothing."""
        return self._rules.get(pickle.ast_node_ids[0], "")

    def row(self, pickle: Pickle) -> list[tuple[str, str]]:
        """Names and values of the row of an outline, in order."""
        return self._rows.get(pickle.ast_node_ids[-1], [])

    def feature(self, pickle: Pickle) -> str:
        """The name of the feature."""
        return self._features.get(pickle.uri, "")

    def _take(self, rule: str, part: Background | Scenario) -> None:
        self._keywords |= {step.id: step.keyword.strip() for step in part.steps}
        if isinstance(part, Background):
            return
        self._rules[part.id] = rule
        for examples in part.examples:
            heads = [cell.value for cell in examples.table_header.cells] if examples.table_header else []
            for row in examples.table_body:
                self._rows[row.id] = list(zip(heads, (cell.value for cell in row.cells), strict=False))


def _parts(document: GherkinDocument) -> Iterator[tuple[str, Background | Scenario]]:
    for child in document.feature.children if document.feature else []:
        parts = child.rule.children if child.rule else [child]
        for part in parts:
            found = part.background or part.scenario
            if found:
                yield child.rule.name if child.rule else "", found
