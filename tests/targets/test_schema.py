"""The schema for editors and the reference for vendors say what the models say."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from targets import schema
from targets.accounts import Account
from targets.profile import load
from targets.sections import KINDS, LINES, PLAIN, Credentials

DOCUMENT = Path("docs/target.md")
SECRETS = (
    "RECETTE_AUTORISATION",
    "RECETTE_MOT_DE_PASSE",
    "MAILDEV_MOT_DE_PASSE",
    "COMPTE_MOT_DE_PASSE",
    "COMPTE_REPONSE",
)
MODELS = [*PLAIN.values(), *LINES.values(), *(model for kinds in KINDS.values() for model in kinds.values())]


def example() -> str:
    """The longest block of TOML of the document."""
    return max(re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL), key=len)


def test_the_committed_schema_is_the_one_of_the_models():
    said = Path("targets/profile.schema.json").read_text("utf-8")
    assert said == schema.text(), "python -m targets.schema > targets/profile.schema.json"


@pytest.mark.parametrize("text", [example(), Path("targets/reference.toml").read_text("utf-8")], ids=["doc", "ours"])
def test_profiles_that_are_read_follow_the_schema(text):
    Draft202012Validator.check_schema(schema.schema())
    document = json.loads(json.dumps(tomllib.loads(text), default=lambda moment: moment.isoformat()))
    Draft202012Validator(schema.schema()).validate(document)


@pytest.mark.parametrize("text", ["[target]\nnme = 1", '[clock]\nkind = "sablier"', "[mail]\nport = 25"])
def test_what_is_wrong_is_underlined(text):
    document = {"target": {"name": "S", "version": "1", "base_url": "http://s.test"}, **tomllib.loads(text)}
    assert list(Draft202012Validator(schema.schema()).iter_errors(document))


def test_the_example_for_vendors_is_read(write, monkeypatch):
    for name in SECRETS:
        monkeypatch.setenv(name, "s3cret")
    site = load(write(example()))
    assert site.capabilities == ("clock", "mail", "captcha", "spaces", "recap")
    assert "s3cret" not in str(site.public())


def keys() -> Iterator[tuple[str, str]]:
    models: list[type[BaseModel]] = [*MODELS, Account, Credentials]
    for model in models:
        yield from ((model.__name__, name) for name in model.model_fields)


@pytest.mark.parametrize(("model", "key"), sorted(set(keys())))
def test_every_key_is_told_to_vendors(model, key):
    assert re.search(rf"(?<![\w-]){key}(?![\w-])", DOCUMENT.read_text("utf-8")), f"{model}.{key}"


@pytest.mark.parametrize(("lever", "kind"), [(lever, kind) for lever, kinds in KINDS.items() for kind in kinds])
def test_every_kind_is_told_to_vendors(lever, kind):
    assert f"`{kind}`" in DOCUMENT.read_text("utf-8").split(f"### `[{lever}]`")[1].split("\n### ")[0]
