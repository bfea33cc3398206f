"""What joins the rooms for pytest: options, hooks of one or two lines, and the fixtures that steps ask for."""

from collections.abc import Generator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import BrowserType
from pytest_bdd.parser import Feature, Scenario, Step

from reports.facts import EvidenceLevel
from runner import browser as browsers
from runner import browsing, wall
from runner.collection import FeatureFile
from runner.conductor import CONDUCTOR, Conductor
from runner.ground import Ground
from runner.run import OUT, may_be_parallel, worker_name
from runner.scene import NewContext, Scene
from runner.stage import STAGE, Stage
from steps.dates import PARIS
from steps.ledger import Ledger
from steps.screens.window import Window
from steps.user import Enrol
from steps.variants import Variants
from targets.levers import Clock
from targets.lexicon import Lexicon
from targets.mail import Mailbox
from targets.profile import Profile

REFERENCE = "targets/reference.toml"


# -- options and collection -------------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of a conformance run (``--strict`` is pytest's own: warnings fail)."""
    group = parser.getgroup("focus-conformance")
    group.addoption("--target", default=REFERENCE, metavar="FILE", help=f"profile of the site to judge ({REFERENCE})")
    group.addoption("--report-dir", default=OUT, metavar="DIR", help=f"where the folder of the run goes ({OUT})")
    group.addoption(
        "--start-with", default="", metavar="ARGS", help="arguments added to [start] command of the profile"
    )
    group.addoption(
        "--shard", default="", metavar="I/N", help="play the Ith of N parts of the run (focus report merge joins them)"
    )
    group.addoption(
        "--evidence",
        choices=get_args(EvidenceLevel),
        default="failures",
        help="what is kept: nothing, what failures show (default), or all that is shown, with the living sheets",
    )
    group.addoption("--seed", type=int, metavar="N", help="draw the same people and passwords as the run that says N")


def pytest_configure(config: pytest.Config) -> None:
    """Prepare a conformance run when the command line names features."""
    conductor = Conductor.for_run(config)
    if conductor is not None:
        config.stash[CONDUCTOR] = conductor
        config.pluginmanager.register(conductor, "focus-conductor")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """``-n auto``: one worker for a site that workers would share while its clock is moved."""
    return None if may_be_parallel(config) else 0


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    """A .feature file is a thing that pytest collects."""
    if file_path.suffix != ".feature":
        return None
    return FeatureFile.from_parent(parent, path=file_path)


# -- the life of a scenario, written in the journal ---------------------------------------------------------------


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step) -> None:
    """A step begins."""
    _stage(request).recorder.step_begins(step.type)


def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    """A step has kept its promise."""
    _stage(request).step_passed()


def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: BaseException) -> None:
    """A step has stopped the scenario."""
    _stage(request).step_failed(exception)


def pytest_bdd_step_func_lookup_error(
    request: pytest.FixtureRequest, feature: Feature, scenario: Scenario, step: Step, exception: Exception
) -> None:
    """No function for a step: the gate refuses it beforehand; here as a last resort."""
    _stage(request).recorder.step_begins(step.type)
    _stage(request).step_failed(exception)


def _stage(request: pytest.FixtureRequest) -> Stage:
    return request.config.stash[STAGE]


# -- for the whole session of a worker ----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType, pytestconfig: pytest.Config
) -> dict[str, Any]:
    """Playwright's launch options, with the browser that was found unless the command line names a channel."""
    if browser_type.name != "chromium" or "channel" in browser_type_launch_args:
        return browser_type_launch_args
    headed = not browser_type_launch_args.get("headless", True)
    found = browsers.find(headed, Path(browser_type.executable_path))
    if found is None:
        raise pytest.UsageError("no browser found; run: python -m runner.browser")
    arguments = browsers.launch_args(found)
    only_them = browsing.only(pytestconfig.stash[STAGE].profile.hosts)
    return {**arguments, **browser_type_launch_args, "args": [*arguments["args"], only_them]}


@pytest.fixture(scope="session")
def ground(pytestconfig: pytest.Config) -> Generator[Ground]:
    """Captured mail, site and levers of this worker."""
    stage = pytestconfig.stash[STAGE]
    ground = Ground(stage.profile, worker_name(pytestconfig), Path(stage.run.folder), stage.meter)
    stage.ground = ground
    try:
        ground.start()
        yield ground
    finally:
        try:
            stage.charge_late_mails()
        finally:
            ground.stop()


@pytest.fixture(scope="session")
def words(ground: Ground) -> Lexicon:
    """The names of things at this target."""
    return Lexicon.load(ground.profile.lexicon)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], ground: Ground) -> dict[str, Any]:
    """A French browser; each window adds its time zone."""
    return {**browsing.context(ground.profile.target), **browser_context_args}


# -- for one scenario ---------------------------------------------------------------------------------------------


@pytest.fixture
def scene(
    request: pytest.FixtureRequest,
    pytestconfig: pytest.Config,
    ground: Ground,
    words: Lexicon,
    new_context: NewContext,
    browser_context_args: dict[str, Any],
) -> Scene:
    """The scene of the scenario being played, at the instant of the run where the site's clock can be moved."""
    stage = pytestconfig.stash[STAGE]
    scene = stage.scene = Scene(
        name=request.node.nodeid,
        seed=stage.run.seed,
        run_id=stage.run.run_id,
        ground=ground,
        words=words,
        new_context=new_context,
        redactor=stage.redactor,
        fixed=frozenset(browser_context_args),
    )
    pickle = stage.recorder.pickle
    scene.guide = stage.show if pickle is not None and stage.walks(pickle) else None
    if "clock" in ground.profile.capabilities:
        scene.open(stage.run.start)
    return scene


@pytest.fixture
def clock(scene: Scene) -> Clock:
    """Moves the site and the browsers together."""
    return scene


@pytest.fixture
def today(scene: Scene) -> date:
    """The day of the scene, in Paris."""
    return (scene.instant or wall.now()).astimezone(PARIS).date()


@pytest.fixture
def enrol(scene: Scene) -> Enrol:
    """Invents a user and arranges their space."""
    return scene.enrol


@pytest.fixture
def window(scene: Scene) -> Window:
    """The first window of the scenario."""
    return scene.main_window()


@pytest.fixture
def mailbox(ground: Ground) -> Mailbox:
    """What the site has sent."""
    return ground.levers.mailbox


@pytest.fixture
def profile(ground: Ground) -> Profile:
    """What the target declares of itself."""
    return ground.profile


@pytest.fixture
def ledger(scene: Scene, pytestconfig: pytest.Config) -> Ledger:
    """The counts of mails that this scenario closes."""
    return pytestconfig.stash[STAGE].ledger_of(scene)


@pytest.fixture
def variants(pytestconfig: pytest.Config) -> Variants:
    """The readings of the contradictions, and those that the target declares."""
    conductor = pytestconfig.stash[CONDUCTOR]
    readings = {key: variant.lectures for key, variant in conductor.variants.items()}
    return Variants(readings, conductor.profile.variants, pytestconfig.stash[STAGE].recorder.observe)
