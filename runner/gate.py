"""The feature gate: before any browser starts, what pytest-bdd would lose in silence is refused with file and line.

Each check answers a way, seen happening, in which a feature turns green without being played.
"""

import inspect
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cucumber_messages import Examples, Pickle, PickleStep, PickleStepType, PickleTableRow, Rule, Scenario
from cucumber_messages import Feature as FeatureNode
from gherkin.dialect import Dialect
from pytest_bdd.steps import StepFunctionContext

from reports import coverage
from reports.feature_text import FeatureSyntaxError, FeatureText, parse_feature, scenarios_of
from reports.register import Register

MAX_REQUIREMENTS = 3
KINDS = {PickleStepType.context: "given", PickleStepType.action: "when", PickleStepType.outcome: "then"}
CURLY = "\u2018\u2019\u02bc"
NARROW = "\u00a0\u202f\u2007"


@dataclass(frozen=True)
class Feature:
    """One feature file, read and parsed. ``uri`` is its path from the root of the run."""

    uri: str
    text: str
    parsed: FeatureText


class GateRefusal(Exception):
    """The features cannot be played as they are; one line per fault: file, line, cause, what to do."""


def read_features(root: Path, paths: Iterable[Path]) -> list[Feature]:
    """The features at ``paths``, in order. Raises GateRefusal for one that is not Gherkin or not UTF-8."""
    features, problems = [], []
    for path in sorted(set(paths)):
        uri = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
        try:
            text = path.read_text("utf-8")
            features.append(Feature(uri, text, parse_feature(uri, text)))
        except (FeatureSyntaxError, UnicodeDecodeError) as error:
            problems.append(f"{uri}: {error}")
    _refuse(problems)
    return features


def check(features: Sequence[Feature], register: Register, steps: Sequence[StepFunctionContext]) -> None:
    """Raise GateRefusal with everything that is wrong with ``features``."""
    problems = [problem for feature in features for problem in _of_one(feature, register)]
    problems += _of_steps(features, steps)
    problems += _of_coverage(features, register)
    _refuse(problems)


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        raise GateRefusal("the feature gate refuses these features:\n" + "\n".join(f"  {each}" for each in problems))


def _of_one(feature: Feature, register: Register) -> Iterator[str]:
    yield from _signs(feature)
    yield from _lost_lines(feature)
    yield from _names(feature)
    yield from _outlines(feature)
    for pickle in feature.parsed.pickles:
        yield from _tags(feature, pickle, register)
        yield from _placeholders(feature, pickle)


def _signs(feature: Feature) -> Iterator[str]:
    if unicodedata.normalize("NFC", feature.text) != feature.text:
        yield f"{feature.uri}: letters with separate accents; save the file in Unicode NFC"
    for number, line in enumerate(feature.text.splitlines(), 1):
        if any(sign in line for sign in CURLY):
            yield f"{feature.uri}:{number}: typographic apostrophe; write a straight one (')"
        if any(sign in line for sign in NARROW):
            yield f"{feature.uri}:{number}: no-break space; write an ordinary space"


def _lost_lines(feature: Feature) -> Iterator[str]:
    """A step that is not where steps are read becomes a description, and the scenario an empty one."""
    keyword = re.compile(rf"\s*(?:{'|'.join(map(re.escape, _keywords()))})(?!\w)")
    for node in _described(feature):
        for line in node.description.splitlines():
            if keyword.match(line):
                number = _line_of(feature.text, line, node.location.line)
                told = line.strip()[:60]
                yield f"{feature.uri}:{number}: « {told} » is read as a description, not as a step or keyword"


def _keywords() -> tuple[str, ...]:
    french = Dialect.for_name("fr")
    if french is None:
        raise LookupError("gherkin-official no longer knows French")
    steps = french.given_keywords + french.when_keywords + french.then_keywords
    steps += french.and_keywords + french.but_keywords
    blocks = french.scenario_keywords + french.scenario_outline_keywords + french.examples_keywords
    blocks += french.rule_keywords + french.background_keywords
    return tuple({word.strip() for word in (*steps, *blocks)} - {"*"})


def _described(feature: Feature) -> Iterator[FeatureNode | Rule | Scenario | Examples]:
    document = feature.parsed.document
    if document.feature is None:
        return
    yield document.feature
    for child in document.feature.children:
        if child.rule:
            yield child.rule
    for scenario in scenarios_of(document):
        yield scenario
        yield from scenario.examples


def _line_of(text: str, line: str, after: int) -> int:
    lines = text.splitlines()
    return next((at + 1 for at in range(after, len(lines)) if lines[at].strip() == line.strip()), after)


def _names(feature: Feature) -> Iterator[str]:
    scenarios = list(scenarios_of(feature.parsed.document))
    if not scenarios:
        yield f"{feature.uri}: no scenario in this file"
    for name, count in Counter(scenario.name for scenario in scenarios).items():
        if count > 1:
            yield f"{feature.uri}: {count} scenarios are named « {name} »; only one would be played: rename the others"
    for scenario in scenarios:
        if not scenario.steps:
            yield f"{feature.uri}:{scenario.location.line}: scenario « {scenario.name} » has no step"


def _outlines(feature: Feature) -> Iterator[str]:
    for scenario in scenarios_of(feature.parsed.document):
        for examples in scenario.examples:
            if not examples.table_body:
                where = f"{feature.uri}:{examples.location.line}"
                yield f"{where}: empty Exemples in « {scenario.name} »: nothing would be played"
        if not scenario.examples and re.search(r"<[^<>\s][^<>]*>", "".join(step.text for step in scenario.steps)):
            yield f"{feature.uri}:{scenario.location.line}: « {scenario.name} » has <...> but no Exemples"


def _tags(feature: Feature, pickle: Pickle, register: Register) -> Iterator[str]:
    where = f"{feature.uri}:{pickle.location.line if pickle.location else 0}"
    ids = coverage.tags_of(pickle)
    yield from (fault.told() for fault in coverage.orphans(pickle, register))
    if not ids:
        yield f"{where}: « {pickle.name} » carries no requirement: tag it with the ids that it proves"
    if len(ids) > MAX_REQUIREMENTS:
        yield f"{where}: « {pickle.name} » carries {len(ids)} requirements; {MAX_REQUIREMENTS} at most"


def _placeholders(feature: Feature, pickle: Pickle) -> Iterator[str]:
    for step in pickle.steps:
        cells = [cell.value for row in _rows(step) for cell in row.cells]
        for text in (step.text, *cells):
            if found := re.search(r"<[^<>\s][^<>]*>", text):
                where = f"{feature.uri}:{pickle.location.line if pickle.location else 0}"
                yield f"{where}: {found.group(0)} is left in « {step.text} »: no column of Exemples has this name"


def _rows(step: PickleStep) -> Sequence[PickleTableRow]:
    table = step.argument.data_table if step.argument else None
    return table.rows if table else []


def _of_steps(features: Sequence[Feature], steps: Sequence[StepFunctionContext]) -> Iterator[str]:
    used: set[int] = set()
    for feature in features:
        for pickle in feature.parsed.pickles:
            for step in pickle.steps:
                matching = _matching(step, steps)
                used.update(id(each) for each in matching)
                yield from _not_one(feature, pickle, step, matching)
    for each in steps:
        name = f"{each.step_func.__module__}.{each.step_func.__name__}"
        if id(each) not in used:
            yield f"{name}: no scenario uses this step; delete it"
        if inspect.iscoroutinefunction(each.step_func) or inspect.isasyncgenfunction(each.step_func):
            yield f"{name}: async step; pytest-bdd would never await it"


def _matching(step: PickleStep, steps: Sequence[StepFunctionContext]) -> list[StepFunctionContext]:
    kind = KINDS.get(step.type) if step.type else None
    return [each for each in steps if each.type in (None, kind) and each.parser.is_matching(step.text)]


def _not_one(feature: Feature, pickle: Pickle, step: PickleStep, matching: list[StepFunctionContext]) -> Iterator[str]:
    where = f"{feature.uri}:{pickle.location.line if pickle.location else 0}"
    if not matching:
        yield f"{where}: no step is written for « {step.text} »"
    if len(matching) > 1:
        names = ", ".join(f"{each.step_func.__module__}.{each.step_func.__name__}" for each in matching)
        yield f"{where}: « {step.text} » is matched by {len(matching)} steps ({names})"


def _of_coverage(features: Sequence[Feature], register: Register) -> Iterator[str]:
    proven = coverage.cover(register, (feature.parsed for feature in features))
    yield from (fault.told() for fault in coverage.uncovered(proven))
