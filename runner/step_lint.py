"""False-green lint: what would let an *Alors* pass whatever the site does is refused, by reading the steps.

``python -m runner.step_lint`` is part of ``make check``. It runs nothing: calls are followed by their names.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from runner.step_knowledge import Knowledge, read_back
from runner.step_sources import Function, Sources, called

STEPS = Path("steps")
FAULTS = {"Unmet", "Absent"}
BUILT = {"_absent", "_astray"}
"""What makes one of them, for others to raise."""
SWALLOWED = {*FAULTS, "Fault", "Exception", "BaseException", "AssertionError"}
DOING = {"press", "settle", "check_server", "_load", "go", "reload", "back", "fill", "ask", "choose"}
"""What a person does: it fails where nothing can be done, and that is no expectation."""
MARKERS = {
    "await_shown": "the screen that was waited for is there",
    "await_still_shown": "the same screen has been answered with",
    "opens": "the site has answered, with one screen or another",
    "leads_to": "one of two screens has been answered with",
    "shown": "a screen of the procedure is there",
    "open": "the page has come",
    "_found": "the thing is on the page",
    "appears": "the thing has been there",
    "await_marker": "a mail provoked afterwards has come",
    "the_letter": "the mail in question has come",
    "codes": "the mail with the code has come",
    "read_recap": "the document is a PDF that can be read",
}
"""What closes a negative check: a positive fact, without which nothing at all would pass for an absence."""
NEGATIVE = re.compile(r"\bn['e]|\baucun|\bjamais\b|\bni\b|\brien\b|\bsans\b|\bpas\b|\brefus|\bferm|\bvides?\b", re.I)

EXCUSED: Mapping[tuple[str, str], str] = {
    ("access.security_goes_with_the_image", "asserts"): "without an image nothing is asked: the sheets show both (C18)",
    ("journey.screen_stays_closed", "marker"): "the *Quand* loads the page anew: whatever has come is its answer",
    ("texts.dialog_is_closed", "marker"): "the *Quand* that closes the window requires it to have been open",
}
"""(place, rule) -> why this step is right all the same."""


class Lint:
    """The rules over one folder of steps. ``excused``: (place, rule) -> the reason why it does not count there."""

    def __init__(self, folder: Path, excused: Mapping[tuple[str, str], str]) -> None:
        self.sources = Sources(folder)
        self.excused = excused

    def problems(self) -> list[str]:
        """One line per fault: file, line, rule, what is wrong; and the excuses that excuse nothing any more."""
        found = list(self._found())
        told = [
            f"{function.path.as_posix()}:{function.node.lineno}: {rule}: {function.node.name} {told}"
            for function, rule, told in found
            if (function.place, rule) not in self.excused
        ]
        stale = self.excused.keys() - {(function.place, rule) for function, rule, _ in found}
        return told + [f"{place}: {rule}: this excuse excuses nothing any more: delete it" for place, rule in stale]

    def _found(self) -> Iterator[tuple[Function, str, str]]:
        for function in self.sources.functions:
            if _swallows(function.node):
                yield function, "swallows", "goes on after a failed expectation: name the exceptions, or raise again"
            if function.is_outcome:
                yield from ((function, rule, told) for rule, told in self._of_outcome(function))

    def _of_outcome(self, function: Function) -> Iterator[tuple[str, str]]:
        if function.place not in self._requiring:
            yield "asserts", "may end without having required anything, in a branch or an empty loop for example"
        if line := Knowledge(function, self._fixtures).unread():
            yield "typed", f"requires of itself what the user knew before (line {line}): nothing comes from the site"
        if line := read_back(function):
            yield "typed", f"reads back (line {line}) what it has just typed: the site has not answered in between"
        if NEGATIVE.search(function.said) and not self._is_closed(function):
            yield "marker", f"would pass before the site has answered; reach one of {', '.join(MARKERS)}"

    @cached_property
    def _requiring(self) -> set[str]:
        return self.sources.reaching(_requires)

    @cached_property
    def _closing(self) -> set[str]:
        return self.sources.reaching(lambda each: each.node.name in MARKERS)

    @cached_property
    def _fixtures(self) -> set[str]:
        return {fixture for each in self.sources.functions for fixture in each.provides}

    def _is_closed(self, function: Function) -> bool:
        """It reaches a marker, or takes what every step that provides it has read behind a marker."""
        return function.place in self._closing or any(map(self._is_behind_a_marker, function.takes))

    def _is_behind_a_marker(self, fixture: str) -> bool:
        providers = [each for each in self.sources.functions if fixture in each.provides]
        return bool(providers) and all(each.place in self._closing for each in providers)


def _requires(function: Function) -> bool:
    """Whether it raises what an unmet expectation is, other than because nothing can be done."""
    raised = (each.exc for each in ast.walk(function.node) if isinstance(each, ast.Raise))
    faults = any(isinstance(each, ast.Call) and called(each) in {*FAULTS, *BUILT} for each in raised)
    return faults and function.node.name not in DOING


def _swallows(node: ast.AST) -> bool:
    """Whether a failed expectation is caught, and not raised again as another."""
    handlers = [each for each in ast.walk(node) if isinstance(each, ast.ExceptHandler)]
    deaf = [each for each in handlers if not any(isinstance(inner, ast.Raise) for inner in ast.walk(each))]
    suppressed = [each for each in ast.walk(node) if isinstance(each, ast.Call) and called(each) == "suppress"]
    caught = [each.type for each in deaf] + [argument for each in suppressed for argument in each.args]
    return any(each is None or SWALLOWED & _names(each) for each in caught)


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def main(folder: Path = STEPS) -> int:
    """Print the faults of ``folder``, one a line; 1 if there is any."""
    problems = Lint(folder, EXCUSED).problems()
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
