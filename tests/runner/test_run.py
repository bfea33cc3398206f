"""How a run is laid out before anything is played: target announced, workers that may not share a site."""

import subprocess
import sys
from pathlib import Path

import pytest

SHARED = """
[target]
name = "Site partagé"
version = "1"
base_url = "http://127.0.0.1:9"
[clock]
kind = "door"
[door]
url = "http://127.0.0.1:9/essai"
token = "${A_TOKEN}"
"""


def collect(tmp_path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    profile = tmp_path / "target.toml"
    profile.write_text(SHARED)
    command = [sys.executable, "-m", "pytest", "features", "--collect-only", "-qq", "--target", str(profile), *options]
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "A_TOKEN": "x"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def test_workers_may_not_share_a_clock(tmp_path: Path) -> None:
    ran = collect(tmp_path, "-n", "2")
    assert ran.returncode == 4
    assert "play it with -n 0" in ran.stderr


@pytest.mark.parametrize("workers", ["auto", "0"])
def test_one_worker_does_and_the_run_says_so(tmp_path: Path, workers: str) -> None:
    ran = collect(tmp_path, "-n", workers, "-v", "-v")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "one worker: the site is shared" in ran.stdout
