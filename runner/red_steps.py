"""The *Alors* that went red, as the features write them: the proof that each of them can."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from cucumber_messages import GherkinDocument, Pickle, PickleStepType, TestStepResultStatus

from reports.feature_text import parse_feature, scenarios_of
from reports.reading import JournalReading


def red_steps(reading: JournalReading) -> set[str]:
    """The *Alors* that went red, as the features write them, the names of an outline's columns in place."""
    sources = {id_: text for document in reading.documents.values() for id_, text in sources_of(document).items()}
    return {
        sources[step.ast_node_ids[0]]
        for outcome in reading.outcomes
        for step, played in zip(outcome.pickle.steps, outcome.steps, strict=True)
        if step.type is PickleStepType.outcome and played.status is TestStepResultStatus.failed
    }


def outcomes_of(pickle: Pickle, sources: Mapping[str, str]) -> set[str]:
    """The *Alors* of ``pickle``, as the features write them."""
    return {sources[step.ast_node_ids[0]] for step in pickle.steps if step.type is PickleStepType.outcome}


def outcome_steps(features: Path) -> set[str]:
    """Every *Alors* of the feature files, as they write them."""
    parsed = [parse_feature(str(path), path.read_text("utf-8")) for path in features.rglob("*.feature")]
    return {
        text
        for feature in parsed
        for pickle in feature.pickles
        for text in outcomes_of(pickle, sources_of(feature.document))
    }


def unexplained(red: Iterable[str], features: Path) -> list[str]:
    """The *Alors* that are not among ``red``: nothing there proves that they can fail."""
    return sorted(outcome_steps(features) - set(red))


def sources_of(document: GherkinDocument) -> dict[str, str]:
    """What each step of a feature says, by its id."""
    return {step.id: step.text for scenario in scenarios_of(document) for step in scenario.steps}
