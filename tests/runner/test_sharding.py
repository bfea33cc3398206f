"""``--shard`` splits a run, ``focus report merge`` joins its parts: real runs of a small project."""

import pytest
from typer.testing import CliRunner

from runner.cli import app
from tests.runner import small_root
from tests.runner.playing import Ended, play, vendor


@pytest.fixture
def small(tmp_path):
    """Plays the two scenarios of a small project."""
    root, target = small_root.build(tmp_path / "root"), vendor(tmp_path)

    def played(name, *options):
        return play(tmp_path / name, "features", target, *options, root=root)

    return played


def merge(*runs):
    folders = [str(path.parent) for run in runs for path in run.out.glob("2*/report.json")]
    out = runs[0].out.parent / "merged"
    ran = CliRunner().invoke(app, ["report", "merge", *folders, "--out", str(out)])
    return Ended(ran.exit_code, ran.output, out)


def test_two_shards_give_the_verdicts_of_the_single_run(small):
    alone = small("0", "--seed=7")
    first, second = small("1", "--seed=7", "--shard=1/2", "-n2"), small("2", "--seed=7", "--shard", "2/2")
    assert "\n1/1" in first.said  # how far it has come, in a plain line
    assert "SHARD 1/2: to be merged with the others" in first.said
    assert len(first.requirements) == len(second.requirements) == 1
    together = merge(first, second)
    assert together.requirements == alone.requirements
    assert (together.code, alone.code) == (10, 10), together.said
    without = merge(first)
    assert (without.code, without.report["missing_shards"]) == (10, ["2/2"])
    assert "non_teste" in without.requirements.values()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--shard=1/2"], "--shard needs --seed N"),
        (["--shard=3/2", "--seed=7"], "--shard 3/2: expected I/N"),
        (["--shard=3/3", "--seed=7"], "no scenario is selected"),
    ],
)
def test_a_shard_that_cannot_be_is_refused(small, options, why):
    ended = small("0", *options)
    assert (ended.code, ended.report) == (4, None)
    assert why in ended.said
