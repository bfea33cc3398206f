"""The site of a vendor who read the sheets apart from us (Node): right, then with each of its own seeded faults.

Nothing in it was made for us: libfaketime moves its clock, its own screens open the spaces, one answer suits all its
images. All that it claims is played by ``make conformance TARGET=tests/interop/foreign.toml``; here, what finds faults.
"""

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from targets import faketime
from tests.runner.playing import play

HERE = Path(__file__).parent
PROFILE = HERE / "foreign.toml"
FAULTS = tomllib.loads((HERE / "faults.toml").read_text("utf-8"))
NODE = shutil.which("node")
pytestmark = [
    pytest.mark.interop,
    pytest.mark.skipif(NODE is None, reason="Node is not installed here (Debian: apt-get install nodejs)"),
    pytest.mark.skipif(faketime.find() is None, reason="libfaketime is not here (Debian: apt-get install libfaketime)"),
]


def seeded():
    """The faults that the site itself lists: name -> requirement."""
    command = [NODE, HERE / "site" / "site.mjs", "--list-faults"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return dict(line.split("\t")[:2] for line in told.splitlines())


def test_each_of_its_faults_is_played():
    assert seeded().keys() == FAULTS.keys()


def test_its_profile_is_short_and_selects_nothing():
    lines = PROFILE.read_text("utf-8").splitlines()
    assert len(lines) <= 40
    assert not any("css" in line or "[lexicon]" in line for line in lines)


def test_what_finds_its_faults_finds_none_where_there_is_none(tmp_path):
    ended = play(tmp_path, "--strict", f"--target={PROFILE}", *dict.fromkeys(FAULTS.values()))
    assert (ended.report["verdict"], ended.code) == ("conforme", 0), ended.said


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_on_its_own_requirement(tmp_path, fault):
    ended = play(tmp_path, "--strict", f"--target={PROFILE}", FAULTS[fault], f"--start-with=--fault {fault}")
    assert (ended.requirements[seeded()[fault]], ended.code) == ("non_conforme", 1), ended.said
