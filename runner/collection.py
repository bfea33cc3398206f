"""A .feature file is itself a thing that pytest collects: one item per scenario, one per row of an outline."""

from collections.abc import Iterable
from itertools import groupby
from types import ModuleType

import pytest
from cucumber_messages import Pickle
from pytest_bdd import scenario

from reports.feature_text import FeatureSyntaxError, parse_feature, scenarios_of

PICKLE = pytest.StashKey[Pickle]()


class FeatureFile(pytest.Module):
    """The scenarios of one file. Each item carries in its stash the Cucumber pickle that it plays."""

    def _getobj(self) -> ModuleType:
        return ModuleType(self.path.stem.replace("-", "_"))

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """The items of the file; refused unless they are exactly its pickles."""
        try:
            parsed = parse_feature(self.nodeid, self.path.read_text("utf-8"))
        except FeatureSyntaxError as error:
            raise self.CollectError(str(error)) from None
        names = {each.id: each.name for each in scenarios_of(parsed.document)}
        by_scenario = groupby(parsed.pickles, key=lambda pickle: pickle.ast_node_ids[0])
        return [item for key, rows in by_scenario for item in self._items(names[key], list(rows))]

    def _items(self, name: str, pickles: list[Pickle]) -> list[pytest.Item]:
        play = scenario(str(self.path), name, features_base_dir=str(self.path.parent))(_nothing_more)
        setattr(self.obj, name, play)
        items: list[pytest.Item] = list(self._genfunctions(name, play))
        if len(items) != len(pickles):
            raise self.CollectError(
                f"{self.nodeid}: scenario « {name} »: {len(pickles)} rows in the file, {len(items)} collected"
            )
        for item, pickle in zip(items, pickles, strict=True):
            item.stash[PICKLE] = pickle
        return items


def _nothing_more() -> None:
    """What pytest-bdd calls after the last step."""


def pickle_of(item: pytest.Item) -> Pickle | None:
    """The pickle that ``item`` plays; None for an item that is no scenario."""
    return item.stash.get(PICKLE, None)
