"""Runs played for real, each in a process of its own, and what they end with."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
VENDOR = """
[target]
name = "Site d'un éditeur"
version = "1"
base_url = "http://127.0.0.1:{port}"
[start]
command = ["{python}", "VENDOR", "{port}", FAULTS]
"""


@dataclass(frozen=True)
class Ended:
    """A run that ended: its exit code, what the terminal shows, and the folder that holds its report, if any."""

    code: int
    said: str
    out: Path

    @property
    def report(self) -> dict[str, Any] | None:
        found = list(self.out.glob("*/report.json"))
        return json.loads(found[0].read_text()) if found else None

    @property
    def requirements(self) -> dict[str, str]:
        """« verdict REASON » of each requirement judged."""
        return {each["id"]: f"{each['verdict']} {each['reason'] or ''}".strip() for each in self.report["requirements"]}


def play(folder: Path, *arguments: str, root: Path = ROOT, **environment: str) -> Ended:
    """Play the features that ``arguments`` name as ``pytest`` does from ``root``, in a session of its own."""
    command = [sys.executable, "-m", "pytest", "-n0", "--report-dir", str(folder / "out"), *arguments]
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    settings = {
        "cwd": root,
        "env": {**os.environ, **environment},
        "start_new_session": True,
        "preexec_fn": _hear_ctrl_c,
    }
    with subprocess.Popen(command, **settings, **told) as run:
        said, _ = run.communicate()
    with suppress(ProcessLookupError):
        os.killpg(run.pid, signal.SIGKILL)  # a worker that crashed leaves its site behind
    return Ended(run.returncode, said, folder / "out")


def _hear_ctrl_c() -> None:
    """A job in the background of a script is born deaf to SIGINT, and so is all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def vendor(folder: Path, *faults: str, target: str = "", more: str = "") -> str:
    """The profile of the small site with ``faults``, as an option of pytest; ``target`` goes in its first section."""
    text = VENDOR.replace("VENDOR", str(Path(__file__).with_name("vendor_site.py")))
    text = text.replace("FAULTS", json.dumps(faults)[1:-1]).replace("[start]", f"{target}\n[start]")
    return profile(folder, text + more)


def reference(folder: Path, **changes: str) -> str:
    """The reference's own profile, each key of ``changes`` given another value (in TOML)."""
    text = (ROOT / "targets" / "reference.toml").read_text()
    for key, value in changes.items():
        text, changed = re.subn(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
        assert changed == 1
    return profile(folder, text)


def profile(folder: Path, text: str) -> str:
    """A profile, as an option of pytest."""
    path = folder / "profile.toml"
    path.write_text(text)
    return f"--target={path}"
