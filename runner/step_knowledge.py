"""What of an expectation comes from the site, and what the user knew or typed before: read from the step itself."""

import ast
from collections.abc import Callable, Iterator, Mapping

from runner.step_sources import Function, called, calls

TYPING = {"fill", "type", "enter"}
ANSWERING = {"press", "submit", "settle", "reload", "back", "come_back", "advance", "go", "await_shown"}
READING = {"holds", "input_value", "recalled", "recalls", "passwords", "text", "inner_text"}
KNOWN = {"email", "original", "chosen", "answer", "question", "person", "former", "services"}
"""What the user knows or has typed."""
TYPED = {"given_email", "typed", "user", "other", "again"}
"""Fixtures that hold what was typed, or who typed it."""
PURE = {
    "plain", "bare", "flat", "written", "short_date", "same_day", "named", "missing", "email_of", "password_of",
    "str", "bool", "len", "int", "list", "tuple", "set", "dict", "sorted", "any", "all", "map", "zip", "range",
    "casefold", "lower", "upper", "strip", "split", "join", "replace", "removeprefix", "startswith", "endswith",
    "compile", "fullmatch", "search", "match", "escape", "group", "strftime",
}  # fmt: skip
"""What is called without anything being read of the site."""


def _seen(call: ast.Call) -> ast.expr:
    return next(word.value for word in call.keywords if word.arg == "seen")


COMPARED: Mapping[str, Callable[[ast.Call], ast.expr]] = {
    "same": _seen,
    "holds": lambda call: call.args[0],
    "contains": lambda call: call.args[1],
    "lacks": lambda call: call.args[1],
}
"""What requires -> what of it was seen."""


def read_back(function: Function) -> int:
    """The line where what was just typed is read again without an answer of the site in between, or 0."""
    typed = False
    for call in calls(function.node):
        name = called(call)
        if name in TYPING:
            typed = True
        elif name in ANSWERING:
            typed = False
        elif typed and name in READING and isinstance(call.func, ast.Attribute):
            return call.lineno
    return 0


class Knowledge:
    """One step; ``fixtures`` are what steps before it may have read of the site."""

    def __init__(self, function: Function, fixtures: set[str]) -> None:
        self.function = function
        self.readings = (fixtures & set(function.takes)) - TYPED
        self.assigned = dict(_assigned(function.node))

    def unread(self) -> int:
        """The line of an expectation in which nothing comes from the site, or 0."""
        wanted = [each for each in calls(self.function.node) if called(each) in COMPARED]
        seen = [(each.lineno, COMPARED[called(each)](each)) for each in wanted if isinstance(each.func, ast.Name)]
        return next((line for line, each in seen if not self._is_read(each, frozenset())), 0)

    def _is_read(self, seen: ast.AST, met: frozenset[str]) -> bool:
        return any(self._is_reading(node, met) for node in ast.walk(seen))

    def _is_reading(self, node: ast.AST, met: frozenset[str]) -> bool:
        match node:
            case ast.Call():
                return called(node) not in PURE
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in TYPED:
                return attribute not in KNOWN
            case ast.Name(id=name) if name in self.assigned and name not in met:
                return self._is_read(self.assigned[name], met | {name})
            case ast.Name(id=name):
                return name in self.readings
        return False


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Each local name, and what it is made of."""
    for each in ast.walk(node):
        match each:
            case ast.Assign(targets=[target], value=value) | ast.For(target=target, iter=value):
                yield from ((one.id, value) for one in ast.walk(target) if isinstance(one, ast.Name))
            case ast.comprehension(target=target, iter=value):
                yield from ((one.id, value) for one in ast.walk(target) if isinstance(one, ast.Name))
