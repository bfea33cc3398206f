"""The description of the test door: valid, with examples that obey it, and the client asks nothing that it lacks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from targets.spaces import STATES, SpaceSeed

from .test_levers import Lila

DOOR = Path("targets/door.openapi.yaml")


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    return yaml.safe_load(DOOR.read_text("utf-8"))


def test_the_description_is_openapi_3_1(description):
    validate(description, cls=OpenAPIV31SpecValidator)


def schemas_and_examples(node: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    if isinstance(node, dict):
        if "schema" in node:
            yield from ((node["schema"], example["value"]) for example in node.get("examples", {}).values())
        for inner in node.values():
            yield from schemas_and_examples(inner)


def test_every_example_obeys_its_schema(description):
    pairs = list(schemas_and_examples(description))
    for schema, example in pairs:
        Draft202012Validator({**schema, "components": description["components"]}).validate(example)
    assert len(pairs) >= 12


def test_every_body_has_an_example(description):
    bodies = [node for node in walk(description) if "schema" in node and node.get("in") != "query"]
    assert all(body.get("examples") for body in bodies)


def walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from walk(inner)


def test_the_client_asks_what_is_described(description):
    source = Path("targets/door.py").read_text("utf-8")
    asked = re.findall(r'_(?:ask|send)\("([A-Z]+)", "(/\w+)", (\d+)', source)
    described = {
        (method.upper(), path, next(status for status in operation["responses"] if status.startswith("2")))
        for path, operations in description["paths"].items()
        for method, operation in operations.items()
    }
    assert set(asked) == described


@pytest.mark.parametrize("state", STATES)
def test_what_is_asked_of_a_space_obeys_the_description(description, state):
    service = {"company": "SARL MARTIN DISTRIBUTION", "siren": "000299001", "name": "TVA"}
    payload = SpaceSeed.of(Lila(), state=state, services=[service]).payload()
    Draft202012Validator({"$ref": "#/components/schemas/Space", **description}).validate(payload)
    assert description["components"]["schemas"]["Space"]["properties"]["state"]["enum"] == list(STATES)
