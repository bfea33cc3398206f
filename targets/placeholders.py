"""What is filled into the strings of a profile: ``${NAME}`` from the environment when it is read, ``{port}`` and its
kin when a worker starts its own instance of the site.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import SecretStr

NAMES = ("port", "smtp_port", "clock_file", "door_token", "worker", "python", "base_url")
"""The placeholders that a profile may use; all but ``base_url`` come from the worker that starts the site."""

_PLACEHOLDER = re.compile(r"(?<!\$)\{([A-Za-z_]\w*)\}")
_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)\}")
_KNOWN = re.compile(r"(?<!\$)\{(" + "|".join(NAMES) + r")\}")


def leaves(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every string of a document with the keys, and places in lists, that lead to it."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, SecretStr):
        yield path, tree.get_secret_value()
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from leaves(value, (*path, str(key)))
    elif isinstance(tree, (list, tuple)):
        yield from leaves(dict(enumerate(tree)), path)


def mapped(tree: Any, change: Callable[[str], str]) -> Any:
    """The same document with every string changed; secrets stay secrets."""
    if isinstance(tree, str):
        return change(tree)
    if isinstance(tree, SecretStr):
        return SecretStr(change(tree.get_secret_value()))
    if isinstance(tree, Mapping):
        return {key: mapped(value, change) for key, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [mapped(item, change) for item in tree]
    return tree


def used(text: str) -> list[str]:
    """The known placeholders of a string, in order."""
    return _KNOWN.findall(text)


def unknown(text: str, *, but: str | None = None) -> list[str]:
    """Names written ``{name}`` in a string that no one fills."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in (*NAMES, but)]


def placeholders(document: Any) -> list[tuple[tuple[str, ...], str]]:
    """Every known placeholder of a document, with the keys that lead to it."""
    return [(path, name) for path, text in leaves(document) for name in used(text)]


def unset(text: str) -> list[str]:
    """Variables written ``${NAME}`` in a string and absent, or empty, in the environment."""
    return [name for name in _VARIABLE.findall(text) if not os.environ.get(name)]


def from_environment(text: str) -> str:
    """The string with each ``${NAME}`` replaced; one that is not set stays as written (see ``unset``)."""
    return _VARIABLE.sub(lambda found: os.environ.get(found[1]) or found[0], text)


def is_variable(text: str) -> bool:
    """Whether a string is nothing but one ``${NAME}``."""
    return _VARIABLE.fullmatch(text) is not None


def filled(text: str, values: Mapping[str, str]) -> str:
    """The string with the placeholders of ``values`` replaced; others stay."""
    return _KNOWN.sub(lambda found: values.get(found[1], found[0]), text)


def sample(url: str) -> str:
    """An address as it may look once filled, to judge its form before the values are known."""
    return _KNOWN.sub("1", url.replace("{base_url}", "http://target.invalid"))
