"""One run: its name, its folder, what its verdict rests on, and its conclusion."""

import json
import random
import re
import secrets
import shlex
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from reports.facts import EvidenceLevel, RunHeader, Shard, TargetFacts, Waiver
from runner import wall
from targets.faults import ProfileError
from targets.profile import Profile, load

OUT = "reports/out"


@dataclass(frozen=True)
class Run:
    """What the controller decides once and every worker shares."""

    run_id: str
    started_at: str
    seed: int
    folder: str

    @classmethod
    def begin(cls, out: Path, seed: int | None) -> "Run":
        """A new run, named by its start, with a folder of its own."""
        now = wall.now().replace(microsecond=0)
        run_id = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        folder = out / run_id
        folder.mkdir(parents=True)
        drawn = random.SystemRandom().randrange(10**6) if seed is None else seed
        return cls(run_id, now.isoformat(), drawn, str(folder))

    @property
    def start(self) -> datetime:
        """The real instant of the start, to the second."""
        return datetime.fromisoformat(self.started_at)

    def to_worker(self) -> dict[str, Any]:
        """What a worker needs to join this run."""
        return asdict(self)


def header(run: Run, profile: Profile, config: pytest.Config, worker: str, *, partial: bool) -> RunHeader:
    """On what the verdict of this run rests; ``partial`` tells of what was selected before any split in shards."""
    shard = shard_of(config)
    facts = profile.public()
    levers = {**facts["levers"], "recap": "from_space" if profile.recap.from_space else "none"}
    target = shlex.quote(str(config.getoption("target")))
    extra = config.getoption("start_with")
    options = f" --start-with={shlex.quote(extra)}" if extra else ""
    options += " --strict" if is_strict(config) else ""
    return RunHeader(
        run_id=run.run_id,
        started_at=run.start,
        target=TargetFacts(
            name=facts["name"], version=facts["version"], base_url=facts["base_url"], hosts=facts["hosts"]
        ),
        capabilities=levers,
        variants=profile.variants,
        scope=facts["scope"],
        waivers={key: Waiver(**waiver) for key, waiver in json.loads(json.dumps(facts["waivers"])).items()},
        seed=run.seed,
        strict=is_strict(config),
        partial=partial or shard is not None,
        shard=shard.model_copy(update={"partial": partial}) if shard else None,
        selection=shlex.join(config.invocation_params.args),
        harness_version=version("focus-conformance"),
        evidence=evidence_level(config),
        worker=worker,
        replay=f"uv run pytest {{nodeid}} --target {target} --seed {run.seed}{options}",
    )


def shard_of(config: pytest.Config) -> Shard | None:
    """That of ``--shard``; None where the run is not split.

    Raises pytest.UsageError for one that cannot be, or without the seed that all the shards share.
    """
    told = str(config.getoption("shard"))
    if not told:
        return None
    match = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", told)
    if match is None or int(match[1]) > int(match[2]):
        raise pytest.UsageError(f"--shard {told}: expected I/N, from 1/N to N/N")
    if config.getoption("seed") is None:
        raise pytest.UsageError("--shard needs --seed N, the same for all the shards of a run")
    return Shard(rank=int(match[1]), of=int(match[2]), partial=False)


def may_be_parallel(config: pytest.Config) -> bool:
    """Whether several workers may play at once. A profile that cannot be read is refused later, with its reasons."""
    try:
        return profile_of(config).parallel
    except ProfileError:
        return True


def evidence_level(config: pytest.Config) -> EvidenceLevel:
    """What the run keeps: ``--evidence``."""
    level: EvidenceLevel = config.getoption("evidence")
    return level


def is_strict(config: pytest.Config) -> bool:
    """Whether warnings fail: pytest's own ``--strict``."""
    return bool(config.getini("strict"))


def worker_name(config: pytest.Config) -> str:
    """« gw0 » under xdist, « main » without."""
    return str(getattr(config, "workerinput", {}).get("workerid", "main"))


def profile_of(config: pytest.Config) -> Profile:
    """The profile that ``--target`` names, its start command completed by ``--start-with``. Raises ProfileError."""
    profile = load(Path(config.getoption("target")))
    extra = tuple(shlex.split(config.getoption("start_with")))
    if not extra:
        return profile
    if profile.start is None:
        raise ProfileError("--start-with demande un profil qui lance le site ([start]).")
    start = profile.start.model_copy(update={"command": (*profile.start.command, *extra)})
    return profile.model_copy(update={"start": start})


def feature_paths(config: pytest.Config) -> list[Path]:
    """The feature files that the command line names, directly or by a folder above them."""
    named: Iterable[Path] = (config.invocation_params.dir / arg.split("::")[0] for arg in config.args)
    return [
        found.resolve()
        for path in named
        for found in ([path] if path.is_file() else path.rglob("*.feature"))
        if found.suffix == ".feature"
    ]
