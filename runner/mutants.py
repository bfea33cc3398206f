"""Seeded defects: the reference site is started with one at a time, and the suite must say which promise broke."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from cucumber_messages import GherkinDocument, PickleStepType, TestStepResultStatus

from reports.feature_text import parse_feature, scenarios_of
from reports.reading import JournalReading, read

Outcome = Literal["own", "elsewhere", "missed", "unplayed"]
BROKEN = ("non_conforme", "avertissement")
OPEN = ("non_concluant", "non_teste")
ALL = "*"
QUICK = (
    "courriel-d-un-autre-objet",
    "etape-sautee-par-son-adresse",
    "fil-d-ariane-absent",
    "horodatage-a-l-heure-de-greenwich",
    "meme-mot-de-passe-accepte",
    "sessions-gardees-ouvertes",
)
"""One defect of each domain (mail, steps, screen, PDF, password, session), each broken in a few scenarios."""
CATALOGUE = (sys.executable, "-m", "reference_impl", "--list-defects")
# Hypothesis has nothing to say of features, and takes as long as a scenario to say it.
PYTEST = (sys.executable, "-m", "pytest", "-p", "no:hypothesispytest")
LOG_LINES = 15
PATIENCE_S = 1800  # for one defect; the whole suite takes a few minutes
GRACE_S = 30  # to stop its site and its browser
UNPLAYED_EXIT = 10


@dataclass(frozen=True)
class Defect:
    """One way in which a site goes wrong: the requirement it ``breaks``, and ``neighbours`` that it may touch too
    (``ALL``: nobody gets past it, so anything may turn with it)."""

    name: str
    breaks: str
    neighbours: tuple[str, ...]
    summary: str

    @property
    def expected(self) -> set[str]:
        """The requirements that may turn without surprise, those that are played."""
        return {self.breaks, *self.neighbours} - {ALL}


@dataclass(frozen=True)
class Result:
    """What the suite said of the site with this defect. ``scenarios`` are those that turned, ``steps`` the *Alors*
    that went red in them, ``surprises`` the requirements that turned without being expected to; ``why`` it could not
    be played, if it could not."""

    name: str
    requirement: str
    outcome: Outcome
    scenarios: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    surprises: tuple[str, ...] = ()
    why: str = ""

    @property
    def caught(self) -> bool:
        """Caught on its own requirement, and nothing unrelated turned."""
        return self.outcome == "own" and not self.surprises


def catalogue() -> list[Defect]:
    """The defects that the reference site offers as start options."""
    told = subprocess.run(CATALOGUE, capture_output=True, text=True, check=True).stdout
    return [
        Defect(each["name"], each["breaks"], tuple(each["neighbours"]), each["summary"]) for each in json.loads(told)
    ]


def quick(defects: Sequence[Defect]) -> list[Defect]:
    """The few of them that ``make test`` plays."""
    return [defect for defect in defects if defect.name in QUICK]


def exit_code(results: Sequence[Result]) -> int:
    """0 when all are caught, 1 when one is not, 10 when all that could be played are caught but one could not be."""
    if any(not result.caught for result in results if result.outcome != "unplayed"):
        return 1
    return UNPLAYED_EXIT if any(result.outcome == "unplayed" for result in results) else 0


# -- playing ----------------------------------------------------------------------------------------------------------


def play(defects: Sequence[Defect], out: Path, *, whole: bool) -> Iterator[Result]:
    """Play every defect, as many at once as there are cores, against its requirements or the ``whole`` suite.

    The results come as they are known.
    """
    shutil.rmtree(out, ignore_errors=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = [pool.submit(play_one, defect, out / defect.name, whole=whole) for defect in defects]
        yield from (played.result() for played in as_completed(waiting))


def play_one(defect: Defect, folder: Path, *, whole: bool) -> Result:
    """One run of the features against the site with one defect, its report kept under ``folder``."""
    folder.mkdir(parents=True)
    selection = [] if whole else ["-m", " or ".join(sorted(defect.expected))]
    command = [*PYTEST, "features", "-n", "0", "--seed", "1", "--report-dir", str(folder)]
    ended, said = _run([*command, "--start-with", f"--defect {defect.name}", *selection])
    (folder / "pytest.log").write_text(said, "utf-8")
    return concluded(defect, folder) if ended else _unplayed(defect, folder)


def _run(command: Sequence[str]) -> tuple[bool, str]:
    """Whether the run came to its end, and all that it said."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=_environment()
    ) as run:
        try:
            return True, run.communicate(timeout=PATIENCE_S)[0]
        except subprocess.TimeoutExpired:
            return False, f"{_interrupted(run)}\nno end after {PATIENCE_S} s"


def _interrupted(run: subprocess.Popen[str]) -> str:
    """Stop ``run`` as Ctrl-C does, so that it stops its site and its browser; all that it said.

    One that is deaf to it, as the jobs that a script leaves in the background are, is killed.
    """
    run.send_signal(signal.SIGINT)
    try:
        return run.communicate(timeout=GRACE_S)[0]
    except subprocess.TimeoutExpired:
        run.kill()
        return run.communicate()[0]


def _environment() -> dict[str, str]:
    """Every run starts the same modules: kept compiled, they cost a quarter of the time."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def concluded(defect: Defect, folder: Path) -> Result:
    """What the report and the journal left under ``folder`` say; without a report, or where nothing was concluded of
    the requirement, the defect was not played."""
    reports = list(folder.glob("*/report.json"))
    if not reports:
        return _unplayed(defect, folder)
    steps = red_steps(read(reports[0].with_name("journal.ndjson")))
    result = judge(defect, json.loads(reports[0].read_text("utf-8")), steps)
    return _unplayed(defect, folder) if result.outcome == "unplayed" else result


def _unplayed(defect: Defect, folder: Path) -> Result:
    log = (folder / "pytest.log").read_text("utf-8").splitlines()
    return Result(defect.name, defect.breaks, "unplayed", why="\n".join(log[-LOG_LINES:]))


# -- judging ----------------------------------------------------------------------------------------------------------


def judge(defect: Defect, report: dict[str, Any], steps: Iterable[str] = ()) -> Result:
    """Caught on its own requirement, elsewhere or missed; ``unplayed`` where nothing was concluded."""
    broken = {each["id"]: found for each in report["requirements"] if (found := _broken(each))}
    rightly = {place for identifier in defect.expected for place in broken.get(identifier, ())}
    surprises = [identifier for identifier, found in broken.items() if not found.keys() <= rightly]
    return Result(
        name=defect.name,
        requirement=defect.breaks,
        outcome=_outcome(defect, report, broken),
        scenarios=tuple(sorted({name for found in broken.values() for name in found.values()})),
        steps=tuple(sorted(steps)),
        turned=tuple(broken),
        surprises=() if ALL in defect.neighbours else tuple(surprises),
    )


def _broken(requirement: dict[str, Any]) -> dict[str, str]:
    """The failing scenarios of a requirement, by their place. Such a scenario marks all the ids that it carries: an id
    that only turns beside an expected one is no surprise."""
    return {
        f"{scenario['uri']}:{scenario['line']}": scenario["name"]
        for scenario in requirement["scenarios"]
        if scenario["verdict"] in BROKEN
    }


def _outcome(defect: Defect, report: dict[str, Any], broken: Collection[str]) -> Outcome:
    if broken:
        return "own" if defect.breaks in broken else "elsewhere"
    own = next((each["verdict"] for each in report["requirements"] if each["id"] == defect.breaks), OPEN[0])
    return "unplayed" if own in OPEN else "missed"


# -- the steps that a defect turned red -------------------------------------------------------------------------------


def red_steps(reading: JournalReading) -> set[str]:
    """The *Alors* that went red, as the features write them, the names of an outline's columns in place."""
    sources = {id_: text for document in reading.documents.values() for id_, text in _sources(document).items()}
    return {
        sources[step.ast_node_ids[0]]
        for outcome in reading.outcomes
        for step, played in zip(outcome.pickle.steps, outcome.steps, strict=True)
        if step.type is PickleStepType.outcome and played.status is TestStepResultStatus.failed
    }


def outcome_steps(features: Path) -> set[str]:
    """Every *Alors* of the feature files, as they write them."""
    parsed = [parse_feature(str(path), path.read_text("utf-8")) for path in features.rglob("*.feature")]
    return {
        _sources(feature.document)[step.ast_node_ids[0]]
        for feature in parsed
        for pickle in feature.pickles
        for step in pickle.steps
        if step.type is PickleStepType.outcome
    }


def _sources(document: GherkinDocument) -> dict[str, str]:
    return {step.id: step.text for scenario in scenarios_of(document) for step in scenario.steps}


def unexplained(results: Iterable[Result], features: Path) -> list[str]:
    """The *Alors* that none of these defects turned red: nothing here proves that they can."""
    return sorted(outcome_steps(features) - {step for result in results for step in result.steps})


def write_matrix(results: Sequence[Result], path: Path, features: Path) -> None:
    """The matrix for readers and other tools: one entry per defect played, and the *Alors* that none turned red."""
    path.parent.mkdir(parents=True, exist_ok=True)
    defects = [asdict(result) for result in sorted(results, key=lambda result: result.name)]
    matrix = {"defects": defects, "unexplained_steps": unexplained(results, features)}
    path.write_text(json.dumps(matrix, ensure_ascii=False, indent=1), "utf-8")
