"""The steps as they are written: every function of a folder, what it calls, and what it is certain to reach."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

STEPS = ("given", "when", "then")
ROWS = {"datatable", "column"}
"""What loops over the rows of a table of the features."""


@dataclass(frozen=True)
class Function:
    """A function of the folder, or a method of the class ``owner``. ``place`` is its dotted name in the folder."""

    place: str
    path: Path
    node: ast.FunctionDef
    owner: str = ""

    @cached_property
    def _decorators(self) -> list[ast.Call]:
        found = [each for each in self.node.decorator_list if isinstance(each, ast.Call) and called(each) in STEPS]
        return [each for each in found if isinstance(each.func, ast.Name)]

    @property
    def is_outcome(self) -> bool:
        """Whether it plays an *Alors*."""
        return any(called(each) == "then" for each in self._decorators)

    @property
    def said(self) -> str:
        """What the features call the steps that it plays, as far as it is written there."""
        texts = [each.value for step in self._decorators for each in ast.walk(step) if isinstance(each, ast.Constant)]
        return " ".join(text for text in texts if isinstance(text, str))

    @cached_property
    def provides(self) -> set[str]:
        """The fixtures that it gives to the steps after it."""
        given = [word.value for each in self._decorators for word in each.keywords if word.arg == "target_fixture"]
        return {str(each.value) for each in given if isinstance(each, ast.Constant)}

    @property
    def takes(self) -> list[str]:
        """Its parameters: fixtures, and values that the text of the step holds."""
        return [each.arg for each in self.node.args.args]

    @cached_property
    def annotated(self) -> dict[str, str]:
        """The class that each name is said to be of, where it is told or constructed."""
        told = {each.arg: _class_told(each.annotation) for each in self.node.args.args if each.annotation}
        for each in ast.walk(self.node):
            match each:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=made))):
                    told |= {name: made} if made[0].isupper() else {}
                case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                    told[name] = _class_told(annotation)
        return told


class Sources:
    """All functions of a folder of steps: a call is followed to the functions that it may mean."""

    def __init__(self, folder: Path) -> None:
        trees = [(path, ast.parse(path.read_text("utf-8"), str(path))) for path in sorted(folder.rglob("*.py"))]
        self.functions = [found for path, tree in trees for found in _functions(path, folder, tree)]
        classes = [node for _, tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
        self._bases = {each.name: [base.id for base in each.bases if isinstance(base, ast.Name)] for each in classes}
        self._alone = {each.node.name: each for each in self.functions if not each.owner}
        self._methods: dict[str, dict[str, Function]] = {}
        for each in self.functions:
            if each.owner:
                self._methods.setdefault(each.node.name, {})[each.owner] = each

    def reaching(self, is_root: Callable[[Function], bool]) -> set[str]:
        """The places of the roots, and of the functions that are certain to call one.

        Where a call may mean several functions, it counts only if all of them do.
        """
        reached = {each.place for each in self.functions if is_root(each)}
        made = {each.place: [self._meant(each, call) for call in certain(each.node.body)] for each in self.functions}
        grown = True
        while grown:
            more = {place for place, found in made.items() if any(each and each <= reached for each in found)}
            grown = not more <= reached
            reached |= more
        return reached

    def _meant(self, function: Function, call: ast.Call) -> set[str]:
        return {each.place for each in self._functions_of(function, call)}

    def _functions_of(self, function: Function, call: ast.Call) -> list[Function]:
        name = called(call)
        if not isinstance(call.func, ast.Attribute):
            return [self._alone[name]] if name in self._alone else []
        known = self._methods.get(name, {})
        owner = self._class_of(function, call.func.value)
        return [known[each] for each in self._line(owner) if each in known][:1] if owner else list(known.values())

    def _line(self, owner: str) -> list[str]:
        """``owner`` and what it inherits from, nearest first."""
        return [owner, *(above for base in self._bases.get(owner, []) for above in self._line(base))]

    def _class_of(self, function: Function, receiver: ast.expr) -> str:
        """The class of ``receiver`` where ``function`` says it: by a construction, an annotation or its very name."""
        match receiver:
            case ast.Call(func=ast.Attribute(value=inner)):
                return self._told(function, inner, self._functions_of(function, receiver))
            case ast.Attribute(value=inner, attr=name) if name in self._methods:
                return self._told(function, inner, self._methods[name].values())
            case ast.Call(func=ast.Name(id=name)):
                return name if name in self._bases else ""
            case ast.Name(id=name) | ast.Attribute(attr=name):
                guess = name.capitalize() if name.capitalize() in self._bases else ""
                return function.owner if name == "self" else function.annotated.get(name, guess)
        return ""

    def _told(self, function: Function, receiver: ast.expr, meant: Iterable[Function]) -> str:
        """What ``meant``, asked of ``receiver``, says that it returns, where it is one thing."""
        told = {_class_told(each.node.returns) for each in meant if each.node.returns}
        answer = told.pop() if len(told) == 1 else ""
        return self._class_of(function, receiver) if answer == "Self" else answer


def called(call: ast.Call) -> str:
    """The name of what is called: the last one, for a method."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in ``node``, in their order, but for those of functions that are only defined there."""
    if isinstance(node, ast.Lambda):
        return
    for child in ast.iter_child_nodes(node):
        yield from calls(child)
    if isinstance(node, ast.Call):
        yield node


def certain(body: Iterable[ast.stmt]) -> Iterator[ast.Call]:
    """The calls that ``body`` is certain to make: of a branch, only what the other makes too; of a loop that may be
    empty, nothing."""
    for statement in body:
        match statement:
            case ast.FunctionDef() | ast.ClassDef() | ast.While():
                continue
            case ast.With(items=items, body=inner):
                yield from (call for item in items for call in calls(item.context_expr))
                yield from certain(inner)
            case ast.Try(body=inner):
                yield from certain(inner)
            case ast.If(test=test, body=one, orelse=other):
                yield from calls(test)
                both = {called(call) for call in certain(other)}
                yield from (call for call in certain(one) if called(call) in both)
            case ast.For(iter=rows, body=inner):
                yield from calls(rows)
                yield from certain(inner) if _never_empty(rows) else ()
            case _:
                yield from calls(statement)


def _never_empty(rows: ast.expr) -> bool:
    named = {each.id for each in ast.walk(rows) if isinstance(each, ast.Name)}
    return bool(named & ROWS) or any(isinstance(each, ast.Tuple | ast.List) and each.elts for each in ast.walk(rows))


def _functions(path: Path, folder: Path, tree: ast.Module) -> Iterator[Function]:
    module = ".".join(path.relative_to(folder).with_suffix("").parts)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield Function(f"{module}.{node.name}", path, node)
        elif isinstance(node, ast.ClassDef):
            inner = (each for each in node.body if isinstance(each, ast.FunctionDef))
            yield from (Function(f"{module}.{node.name}.{each.name}", path, each, node.name) for each in inner)


def _class_told(annotation: ast.expr) -> str:
    return ast.unparse(annotation).strip("'\"")
