"""Finding or installing a browser: the real module on a PATH of fake commands, with a Playwright told what to say.

Only the last test drives a real browser.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from runner import browser

ROOT = Path(__file__).parents[2]
ROOT_USER, PLAIN_USER = 0, 1000
AS_USER = "import os, runpy; os.geteuid = lambda: {user}; runpy.run_module('runner.browser', run_name='__main__')"
FAKE_PLAYWRIGHT = """
import contextlib, pathlib, types
assert not pathlib.Path({own!r}).with_name("driver-broken").exists()
@contextlib.contextmanager
def sync_playwright():
    yield types.SimpleNamespace(chromium=types.SimpleNamespace(executable_path={own!r}))
"""
FAKE_PLAYWRIGHT_COMMAND = """
import os, shutil, subprocess, sys
command = shutil.which("playwright-" + sys.argv[1])
sys.exit(subprocess.run([command, *sys.argv[2:]]).returncode if command else 1)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, fixed places may hold a real browser")


class Machine:
    """A machine that has only the commands that a test gives it."""

    def __init__(self, root: Path) -> None:
        self.commands, self.modules, self.own, self.calls = (root / name for name in ("bin", "py", "own", "calls"))
        self.commands.mkdir()
        (self.modules / "playwright").mkdir(parents=True)
        (self.modules / "playwright" / "__init__.py").touch()
        (self.modules / "playwright" / "sync_api.py").write_text(FAKE_PLAYWRIGHT.format(own=str(self.own)))
        (self.modules / "playwright" / "__main__.py").write_text(FAKE_PLAYWRIGHT_COMMAND)

    def command(self, name: str, body: str = "") -> Path:
        """A command that notes its call, then does ``body``."""
        path = self.commands / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.calls}"\n{body}\n')
        path.chmod(0o755)
        return path

    def chromium(self, name: str = "chromium", says: str = "Chromium 140.0.1.2") -> Path:
        return self.command(name, f"echo '{says}'")

    def installer(self, name: str, gives: Path) -> None:
        """A command whose call with ``install`` in it puts a browser there."""
        made = f"printf '#!/bin/sh\\necho Chromium 141.0.0.0\\n' > '{gives}'; /bin/chmod +x '{gives}'"
        self.command(name, f'case "{name} $*" in *install*) {made};; *) exit 1;; esac')

    def run(self, user: int = ROOT_USER, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.commands), "PYTHONPATH": str(self.modules), **variables}
        command = [sys.executable, "-c", AS_USER.format(user=user)]
        return subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)

    def found(self, **variables: str) -> str:
        done = self.run(**variables)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()[-1]

    def called(self, *names: str) -> list[str]:
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        return [line for line in lines if line.startswith(names)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("chromium", "Chromium 140.0.1.2 built on Debian GNU/Linux 12"),
        ("google-chrome", "Google Chrome 140.0.1.2 "),
        ("microsoft-edge-stable", "Microsoft Edge 140.0.1.2"),
    ],
)
def test_an_installed_browser_is_found_by_its_name(machine: Machine, name: str, says: str) -> None:
    path = machine.chromium(name, says)
    assert machine.found() == f"Browser: {says.partition(' 140')[0]} 140.0.1.2 ({path})"


def test_playwrights_own_comes_first(machine: Machine) -> None:
    machine.chromium()
    machine.chromium("google-chrome").rename(machine.own)
    assert machine.found() == "Browser: Chromium 140.0.1.2 (installed by Playwright)"


@pytest.mark.parametrize("broken", ["exit 127", "exit 0", "kill -9 $$"])
def test_a_browser_that_does_not_answer_is_passed_over(machine: Machine, broken: str) -> None:
    machine.command("google-chrome", broken).rename(machine.own)
    machine.command("chromium", broken)
    edge = machine.chromium("microsoft-edge", "Microsoft Edge 140.0.1.2")
    assert machine.found() == f"Browser: Microsoft Edge 140.0.1.2 ({edge})"


def test_the_users_choice_wins(machine: Machine, tmp_path: Path) -> None:
    machine.chromium()
    chosen = machine.chromium("google-chrome").rename(tmp_path / "my own chrome")
    assert machine.found(FOCUS_BROWSER=str(chosen)) == f"Browser: Chromium 140.0.1.2 ({chosen})"


def test_a_choice_that_does_not_start_is_never_replaced(machine: Machine) -> None:
    machine.chromium()
    stopped = machine.run(FOCUS_BROWSER="/nowhere/chrome")
    assert (stopped.returncode, stopped.stdout, stopped.stderr.count("\n")) == (1, "", 1)
    assert "FOCUS_BROWSER=/nowhere/chrome" in stopped.stderr


def test_on_windows_the_version_is_read_beside_the_executable(machine: Machine, tmp_path: Path) -> None:
    chrome = tmp_path / "chrome.exe"
    chrome.touch()
    (tmp_path / "131.0.6778.86").mkdir()
    assert machine.found(FOCUS_BROWSER=str(chrome)) == f"Browser: chrome 131.0.6778.86 ({chrome})"


def test_none_is_replaced_by_playwrights_download(machine: Machine) -> None:
    machine.installer("playwright-install", machine.own)
    assert machine.found() == "Browser: Chromium 141.0.0.0 (installed by Playwright)"
    assert machine.called("playwright") == ["playwright-install chromium"]


def test_a_download_out_of_reach_gives_way_to_the_package_manager_even_with_old_lists(machine: Machine) -> None:
    machine.command("playwright-install", "exit 1")
    machine.installer("apt-get", machine.commands / "chromium-headless-shell")
    assert machine.found().startswith("Browser: Chromium 141.0.0.0")
    apt = ["apt-get update", "apt-get install -y --no-install-recommends chromium-headless-shell"]
    assert machine.called("playwright", "apt-get") == ["playwright-install chromium", *apt]


def test_without_a_window_the_lighter_shell_comes_first(machine: Machine) -> None:
    machine.chromium()
    shell = machine.chromium("chromium-headless-shell")
    assert machine.found() == f"Browser: Chromium 140.0.1.2 ({shell})"


def test_a_download_without_its_libraries_is_completed(machine: Machine) -> None:
    machine.command("playwright-install", f"echo 'exit 127' > '{machine.own}'; /bin/chmod +x '{machine.own}'")
    machine.installer("playwright-install-deps", machine.own)
    machine.command("apt-get")
    assert machine.found() == "Browser: Chromium 141.0.0.0 (installed by Playwright)"
    assert machine.called("apt-get") == []


def test_a_library_that_playwright_itself_misses_is_installed_and_nothing_else(machine: Machine) -> None:
    chromium = machine.chromium()
    broken = machine.own.with_name("driver-broken")
    broken.touch()
    machine.command("apt-get", f"test $1 = update || /bin/rm {broken}")
    assert machine.found() == f"Browser: Chromium 140.0.1.2 ({chromium})"
    apt = ["apt-get update", "apt-get install -y --no-install-recommends libatomic1"]
    assert machine.called("playwright", "apt-get") == apt


def test_that_library_is_told_where_root_is_out_of_reach(machine: Machine) -> None:
    machine.chromium()
    machine.own.with_name("driver-broken").touch()
    machine.command("dnf")
    assert "Run: sudo dnf install -y libatomic -- or" in machine.run(user=PLAIN_USER).stderr


def test_sudo_is_used_where_it_asks_no_password(machine: Machine) -> None:
    machine.command("sudo", 'test "$1" = -n && shift && exec "$@"')
    machine.command("true")
    machine.installer("dnf", machine.commands / "chromium")
    assert machine.found(user=PLAIN_USER).startswith("Browser: Chromium 141.0.0.0")
    assert machine.called("dnf") == ["dnf install -y chromium"]


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium"),
        ("zypper", "sudo zypper --non-interactive install chromium"),
        ("none", f"{shlex.quote(sys.executable)} -m playwright install chromium"),
    ],
)
def test_where_root_is_out_of_reach_the_command_is_told(machine: Machine, manager: str, command: str) -> None:
    machine.command("sudo", "exit 1")
    machine.command(manager)
    stopped = machine.run(user=PLAIN_USER)
    assert (stopped.returncode, stopped.stderr.count("\n")) == (1, 1)
    assert f"Run: {command} -- or" in stopped.stderr
    assert machine.called(manager) == []


def test_missing_libraries_are_told_where_root_is_out_of_reach(machine: Machine) -> None:
    machine.command("google-chrome", "exit 127").rename(machine.own)
    machine.command("apt-get")
    told = machine.run(user=PLAIN_USER).stderr
    assert f"Run: sudo {shlex.quote(sys.executable)} -m playwright install-deps chromium -- or" in told


@pytest.mark.parametrize(
    ("user", "probe", "sandbox"), [(0, "true", False), (1000, "true", True), (1000, "false", False)]
)
def test_the_sandbox_is_used_where_it_works(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, user: int, probe: str, sandbox: bool
) -> None:
    machine.command("unshare", f"exec /bin/{probe}")
    monkeypatch.setenv("PATH", str(machine.commands))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    arguments = browser.launch_args(browser.Browser("Chromium", "140.0", Path("/opt/chrome")))
    assert arguments["chromium_sandbox"] is sandbox
    assert arguments["executable_path"] == "/opt/chrome"


def test_playwright_finds_its_own_by_itself() -> None:
    assert "executable_path" not in browser.launch_args(browser.Browser("Chromium", "140.0", None))


def test_the_browser_of_this_machine_starts_with_these_arguments() -> None:
    arguments = browser.launch_args(browser.ensure())
    with sync_playwright() as playwright, playwright.chromium.launch(**arguments) as started:
        page = started.new_page()
        page.set_content("<h1>Bonjour</h1>")
        assert page.get_by_role("heading").inner_text() == "Bonjour"
