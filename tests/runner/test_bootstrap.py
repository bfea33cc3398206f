"""The set-up of ``.venv``, run as a newcomer runs it: the real script in a checkout and on a PATH of the test's own."""

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

BOOTSTRAP = Path(__file__).parents[2] / "runner" / "bootstrap.py"
FAKE_UV = """
echo "$*" >> "{calls}"; /usr/bin/env > "{calls}.env"
case "$1" in sync|venv) /bin/mkdir -p .venv/bin; /bin/ln -sf "{python}" .venv/bin/python;; esac
{then}
"""


UV_WHEEL = {
    "uv-0.9.99.dist-info/METADATA": "Metadata-Version: 2.1\nName: uv\nVersion: 0.9.99\n",
    "uv-0.9.99.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "uv-0.9.99.dist-info/RECORD": "",
    "uv-0.9.99.data/scripts/uv": '#!/bin/sh\necho "$*" >> "{calls}"\n',
}


class Checkout:
    """A copy of the script in a directory of its own (with a space in its name) beside fake commands."""

    def __init__(self, root: Path) -> None:
        self.root, self.commands, self.modules = root / "a checkout", root / "commands", root / "modules"
        (self.root / "runner").mkdir(parents=True)
        shutil.copy(BOOTSTRAP, self.root / "runner")
        for name in ("uv.lock", "pyproject.toml"):
            (self.root / name).write_text(name)
        self.commands.mkdir()
        self.modules.mkdir()
        self.calls = root / "calls"

    def command(self, name: str, body: str = "") -> None:
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def uv(self, then: str = "") -> None:
        self.command("uv", FAKE_UV.format(calls=self.calls, python=sys.executable, then=then))

    def run(self, *python: str, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *(python or ("runner/bootstrap.py",))]
        own = {"PATH": str(self.commands), "PYTHONPATH": str(self.modules), "PIP_CONFIG_FILE": os.devnull}
        environment = {**own, **variables}
        return subprocess.run(command, check=False, cwd=self.root, env=environment, capture_output=True, text=True)

    def asked(self) -> list[str]:
        """What uv was asked for, its version apart; forgotten at once."""
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        self.calls.write_text("")
        return [line for line in lines if line != "--version"]

    def uv_environment(self) -> dict[str, str]:
        pairs = (line.partition("=") for line in Path(f"{self.calls}.env").read_text().splitlines())
        return {name: value for name, _, value in pairs}

    def leave_a_mark(self) -> Path:
        mark = self.root / ".venv" / "mark"
        mark.touch()
        return mark


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_uv_of_the_path_installs_the_lock_with_the_python_that_runs(checkout: Checkout) -> None:
    checkout.uv()
    done = checkout.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert checkout.asked() == [f"sync --locked --python {sys._base_executable}"]
    seen = checkout.uv_environment()
    assert (seen["UV_PYTHON_DOWNLOADS"], seen["UV_PROJECT_ENVIRONMENT"]) == ("never", str(checkout.root / ".venv"))


def test_nothing_is_done_or_said_when_nothing_changed(checkout: Checkout) -> None:
    checkout.uv()
    checkout.run()
    checkout.asked()
    again = checkout.run()
    assert (again.returncode, again.stdout, checkout.asked()) == (0, "", [])


@pytest.mark.parametrize("name", ["uv.lock", "pyproject.toml"])
def test_a_change_is_installed_on_top(checkout: Checkout, name: str) -> None:
    checkout.uv()
    checkout.run()
    mark = checkout.leave_a_mark()
    (checkout.root / name).write_text("changed")
    assert checkout.run().returncode == 0
    assert len(checkout.asked()) == 2
    assert mark.exists()


def test_a_checkout_that_moved_is_set_up_anew(checkout: Checkout) -> None:
    checkout.uv()
    checkout.run()
    checkout.leave_a_mark()
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))
    assert checkout.run().returncode == 0
    assert not (checkout.root / ".venv" / "mark").exists()


@pytest.mark.parametrize("end", ["exit 2", "kill -9 $PPID"])
def test_a_set_up_that_did_not_end_is_thrown_away_by_the_next(checkout: Checkout, end: str) -> None:
    checkout.uv(then=f"test $1 = --version || {end}")
    assert checkout.run().returncode != 0
    mark = checkout.leave_a_mark()
    checkout.uv()
    assert checkout.run().returncode == 0
    assert not mark.exists()
    assert (checkout.root / ".venv" / ".focus-setup").exists()


def test_a_failure_is_one_line_that_names_the_command(checkout: Checkout) -> None:
    checkout.uv(then="test $1 = --version || exit 2")
    failed = checkout.run()
    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    assert "uv sync --locked" in failed.stderr


def test_a_python_that_vanished_from_under_the_environment_is_replaced(checkout: Checkout) -> None:
    checkout.uv()
    checkout.run()
    mark = checkout.leave_a_mark()
    (checkout.root / ".venv" / "bin" / "python").unlink()
    assert checkout.run().returncode == 0
    assert not mark.exists()


def test_without_uv_it_is_installed_in_the_environment(checkout: Checkout) -> None:
    wheels = checkout.root.parent / "wheels"
    wheels.mkdir()
    with zipfile.ZipFile(wheels / "uv-0.9.99-py3-none-any.whl", "w") as wheel:
        for name, text in UV_WHEEL.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o100755 << 16  # without it, pip installs a script that cannot be executed
            wheel.writestr(entry, text.format(calls=checkout.calls))
    checkout.command("uv", "exit 127")  # as a shim of pyenv or asdf that leads nowhere
    done = checkout.run(PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels))
    assert (done.returncode, done.stderr) == (0, "")
    assert checkout.asked() == [f"sync --locked --python {sys._base_executable}"]


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "apt-get update && apt-get install -y python3.{}-venv"),
        ("dnf", "dnf install -y python3.{} python3-pip"),
        ("brew", "brew install python@3.{}"),
        ("none", "https://www.python.org/downloads/"),
    ],
)
def test_a_python_without_ensurepip_gets_the_command_of_its_system(
    checkout: Checkout, manager: str, command: str
) -> None:
    checkout.command(manager)
    (checkout.modules / "ensurepip.py").write_text("raise ImportError('left out by the distribution')")
    stopped = checkout.run()
    assert (stopped.returncode, stopped.stderr.count("\n")) == (1, 1)
    assert command.format(sys.version_info.minor) in stopped.stderr


@pytest.mark.parametrize(
    ("disguise", "message"),
    [
        ("sys.version_info = (3, 9, 18)", "Python 3.11 or newer is needed, this one is 3.9.18"),
        ("sysconfig.get_config_var = lambda name: 'cpython-311-x86_64-linux-musl'", "not published for musl (Alpine)"),
    ],
)
def test_a_python_that_cannot_serve_is_refused_in_one_line(checkout: Checkout, disguise: str, message: str) -> None:
    play = "runpy.run_path('runner/bootstrap.py', run_name='__main__')"
    stopped = checkout.run("-c", f"import runpy, sys, sysconfig; {disguise}; {play}")
    assert (stopped.returncode, stopped.stderr.count("\n")) == (1, 1)
    assert message in stopped.stderr


def test_a_newer_python_of_the_path_is_proposed(checkout: Checkout) -> None:
    checkout.command("python3.12")
    play = "sys.version_info = (3, 9, 18); runpy.run_path('runner/bootstrap.py', run_name='__main__')"
    assert "make PYTHON=python3.12" in checkout.run("-c", f"import runpy, sys; {play}").stderr


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(BOOTSTRAP.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_pip_settings_reach_uv(checkout: Checkout) -> None:
    checkout.uv()
    (checkout.modules / "pip.py").write_text(
        """print("global.cert='/etc/corporate.pem'\\nglobal.proxy='http://p:3128'")"""
    )
    assert checkout.run(PIP_TRUSTED_HOST="mirror.test", REQUESTS_CA_BUNDLE="/less/precise.pem").returncode == 0
    seen = checkout.uv_environment()
    assert (seen["SSL_CERT_FILE"], seen["ALL_PROXY"]) == ("/etc/corporate.pem", "http://p:3128")
    assert seen["UV_INSECURE_HOST"] == "mirror.test"


def test_behind_another_index_versions_and_hashes_are_kept(checkout: Checkout) -> None:
    checkout.uv()
    done = checkout.run(PIP_INDEX_URL="https://mirror.test/simple")
    assert (done.returncode, done.stderr) == (0, "")
    made, exported, synced, itself = checkout.asked()
    assert made.startswith("venv ")
    assert exported.startswith("export --quiet --frozen --no-emit-project")
    assert "--require-hashes" in synced
    assert itself.endswith(f"--no-deps --editable {checkout.root}")
    assert checkout.uv_environment()["UV_DEFAULT_INDEX"] == "https://mirror.test/simple"


def test_what_is_told_to_uv_itself_wins(checkout: Checkout) -> None:
    checkout.uv()
    checkout.run(PIP_INDEX_URL="https://pip.test/simple", UV_DEFAULT_INDEX="https://uv.test/simple")
    assert checkout.uv_environment()["UV_DEFAULT_INDEX"] == "https://uv.test/simple"


def test_a_directory_that_cannot_be_replaced_is_one_line(checkout: Checkout) -> None:
    (checkout.root / ".venv").touch()
    stopped = checkout.run()
    assert (stopped.returncode, stopped.stderr.count("\n")) == (1, 1)
