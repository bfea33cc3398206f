"""The same features with other levers: what differs between the reports of two runs, and is it what was expected?

python -m tests.interop.levers reports/out/RUN-A/report.json reports/out/RUN-B/report.json

What B may leave open for want of a lever is told by lacking.toml; it ends with 1 where anything else differs.
"""

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

UNPLAYED = "non_teste"
OPEN = "non_concluant CAPABILITY"
LACKING = Path(__file__).with_name("lacking.toml")
Report = dict[str, Any]
Place = tuple[str, int, str]


def told(report: Report) -> dict[Place, str]:
    """« verdict REASON » of each scenario that a run has played."""
    scenarios = (scenario for requirement in report["requirements"] for scenario in requirement["scenarios"])
    return {
        (each["uri"], each["line"], each["name"]): f"{each['verdict']} {each['reason'] or ''}".strip()
        for each in scenarios
        if each["verdict"] != UNPLAYED
    }


def differences(one: Report, other: Report) -> dict[Place, tuple[str, str]]:
    """The scenarios of which two runs say different things, and what each says."""
    first, second = told(one), told(other)
    return {
        place: (first[place], second[place]) for place in first.keys() & second.keys() if first[place] != second[place]
    }


def lacking(report: Report) -> dict[str, set[str]]:
    """The requirements that a run leaves open for want of a lever: lever -> ids."""
    found: dict[str, set[str]] = {}
    for requirement in report["requirements"]:
        for each in requirement["scenarios"]:
            if f"{each['verdict']} {each['reason']}" == OPEN:
                found.setdefault(each["fault"]["capability"], set()).add(requirement["id"])
    return found


def surprises(one: Report, other: Report, listed: dict[str, list[str]]) -> Iterator[str]:
    """Each scenario that differs otherwise than for want of a lever in ``other``, then what ``listed`` has wrong.

    Only a whole run proves that an id is listed in vain.
    """
    for (uri, line, name), (before, after) in sorted(differences(one, other).items()):
        if after != OPEN:
            yield f"{uri}:{line} {name}\n    {before} / {after}"
    seen = lacking(other)
    for lever in sorted(seen.keys() | listed.keys()):
        named, left = set(listed.get(lever, ())), seen.get(lever, set())
        yield from (f"{each}: left open for want of « {lever} », and not listed" for each in sorted(left - named))
        if not other["partial"]:
            yield from (f"{each}: listed for want of « {lever} », and not left open" for each in sorted(named - left))


def main(one: Path, other: Path) -> int:
    """Print what was not expected and how much was compared; 1 if there is anything."""
    reports = [json.loads(path.read_text("utf-8")) for path in (one, other)]
    found = list(surprises(*reports, tomllib.loads(LACKING.read_text("utf-8"))))
    both, open_ = told(reports[0]).keys() & told(reports[1]).keys(), set().union(*lacking(reports[1]).values())
    found_or_not = [
        *found,
        f"{len(both)} scenarios played in both runs, {len(open_)} requirements left open by the second",
    ]
    sys.stdout.writelines(f"{line}\n" for line in found_or_not)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
