"""The same features with other levers: what differs, scenario by scenario, between the reports of two runs.

python -m tests.interop.levers reports/out/RUN-A/report.json reports/out/RUN-B/report.json
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

UNPLAYED = "non_teste"
Place = tuple[str, int, str]


def told(report: dict[str, Any]) -> dict[Place, str]:
    """« verdict REASON » of each scenario that a run has played."""
    scenarios = (scenario for requirement in report["requirements"] for scenario in requirement["scenarios"])
    return {
        (each["uri"], each["line"], each["name"]): f"{each['verdict']} {each['reason'] or ''}".strip()
        for each in scenarios
        if each["verdict"] != UNPLAYED
    }


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[Place, tuple[str, str]]:
    """The scenarios of which two runs say different things, and what each says."""
    first, second = told(one), told(other)
    return {
        place: (first[place], second[place]) for place in first.keys() & second.keys() if first[place] != second[place]
    }


def lines(one: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    """Each difference, then how many scenarios were compared."""
    for (uri, line, name), (before, after) in sorted(differences(one, other).items()):
        yield f"{uri}:{line} {name}\n    {before} / {after}"
    yield f"{len(told(one).keys() & told(other).keys())} scenarios played in both runs"


if __name__ == "__main__":
    both = (json.loads(Path(path).read_text("utf-8")) for path in sys.argv[1:3])
    sys.stdout.writelines(f"{line}\n" for line in lines(*both))
