"""A feature file as Cucumber sees it: its document and its pickles, with ids that depend on its uri alone.

Workers that read the same file apart give the same ids to the same scenarios, so their journals merge.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cucumber_messages import GherkinDocument, Pickle, Scenario, message_converter
from gherkin.ast_builder import AstBuilder
from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler, GherkinDocumentWithURI
from gherkin.stream.id_generator import IdGenerator
from gherkin.token_matcher import TokenMatcher


class FeatureSyntaxError(Exception):
    """The file is not Gherkin; the message names file, line and what was expected."""


@dataclass(frozen=True)
class FeatureText:
    """Document and pickles (one per scenario, one per row of an outline)."""

    document: GherkinDocument
    pickles: list[Pickle]


class _UriIds(IdGenerator):
    def __init__(self, uri: str) -> None:
        super().__init__()
        self._prefix = hashlib.sha256(uri.encode()).hexdigest()[:10]

    def get_next_id(self) -> str:
        return f"{self._prefix}-{super().get_next_id()}"


@cache  # gate, collection and journal ask for the same files in turn
def parse_feature(uri: str, text: str) -> FeatureText:
    """Document and pickles of ``text``, in French unless it says otherwise. Raises FeatureSyntaxError."""
    ids = _UriIds(uri)
    try:
        parsed = Parser(AstBuilder(ids)).parse(text, TokenMatcher("fr"))
    except CompositeParserException as error:
        raise FeatureSyntaxError(f"{uri}: {error}") from error
    located: GherkinDocumentWithURI = {**parsed, "uri": uri}
    pickles = [message_converter.from_dict(pickle, Pickle) for pickle in Compiler(ids).compile(located)]
    return FeatureText(message_converter.from_dict(located, GherkinDocument), pickles)


def read_folder(features_dir: Path) -> list[FeatureText]:
    """Every feature under ``features_dir``, its uri counted from the folder above. Raises FeatureSyntaxError."""
    found = []
    for path in sorted(features_dir.rglob("*.feature")):
        uri = path.relative_to(features_dir.parent).as_posix()
        try:
            found.append(parse_feature(uri, path.read_text("utf-8")))
        except UnicodeDecodeError as error:
            raise FeatureSyntaxError(f"{uri}: {error}") from error
    return found


def scenarios_of(document: GherkinDocument) -> Iterator[Scenario]:
    """The scenarios of a document, those of its rules included, in their order."""
    for child in document.feature.children if document.feature else []:
        inside = child.rule.children if child.rule else [child]
        yield from (each.scenario for each in inside if each.scenario)
