"""Makes ``.venv`` hold exactly what ``uv.lock`` says, with the Python that runs this file.

``python3 runner/bootstrap.py`` comes before anything is installed: standard library only, in a syntax that Python 3.6
still reads, so that an older Python can say what is missing. Run again, it costs nothing until the lock, the project
file, the Python or the place of the checkout changes. An environment that it did not finish is thrown away.
"""

import ast
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

OLDEST = (3, 11)
UV = "uv>=0.9,<1"
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / ".focus-setup"

# What pip is told about the network, and the name under which uv wants to hear it: uv reads none of pip's settings.
HANDED_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "trusted-host": "UV_INSECURE_HOST",
}
# The lock names PyPI's own addresses: under any of these, uv would find it out of date and refuse it.
ANOTHER_INDEX = {"UV_DEFAULT_INDEX", "UV_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL"}

VENV_PACKAGES = {
    "apt-get": "apt-get update && apt-get install -y python{0}.{1}-venv",
    "dnf": "dnf install -y python{0}.{1} python3-pip",
    "zypper": "zypper install -y python{0}{1} python{0}{1}-pip",
    "pacman": "pacman -S python",
    "brew": "brew install python@{0}.{1}",
}


def main() -> None:
    """Sets the environment up, or stops with one line (exit code 1) that says what is missing and how to get it."""
    try:
        ensure()
    except OSError as error:
        raise SystemExit(f"set-up: {error}") from None
    except KeyboardInterrupt:
        raise SystemExit("set-up: interrupted; the next run starts it again") from None


def ensure() -> None:
    """Brings ``.venv`` to the lock, unless the stamp of an earlier set-up says that it is there already."""
    refuse_unusable_python()
    identity, wanted = fingerprint()
    known = STAMP.read_text(encoding="utf-8") if STAMP.is_file() and PYTHON.exists() else ""
    if known == wanted:
        return
    say("Set-up: Python packages of uv.lock into .venv (done again only when they change)")
    if known.startswith(identity):
        STAMP.unlink()  # from here to the new stamp, an interruption leaves an environment to be thrown away
    else:
        remove_environment()
    uv = present_uv() or installed_uv()
    install(uv, environment_for_uv())
    STAMP.write_text(wanted, encoding="utf-8")


def refuse_unusable_python() -> None:
    """Stops where nothing could work: a Python older than the oldest supported one, or one for musl."""
    if sys.version_info < OLDEST:
        newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if answers(name, "-V")]
        hint = f"make PYTHON={newer[0]} ..." if newer else "install one, then: make PYTHON=/path/to/python3 ..."
        raise SystemExit(f"set-up: Python 3.11 or newer is needed, this one is {version()} ({sys.executable}): {hint}")
    if "musl" in str(sysconfig.get_config_var("SOABI")):
        raise SystemExit("set-up: Playwright is not published for musl (Alpine); use a system with glibc (Debian...)")


def version() -> str:
    """The running Python's version, as ``3.11.7``."""
    return ".".join(str(part) for part in sys.version_info[:3])


def interpreter() -> str:
    """The system's own Python, also where this file is run by the environment that it is about to replace."""
    return getattr(sys, "_base_executable", None) or sys.executable


def fingerprint() -> "tuple[str, str]":
    """What ties an environment for life (its Python, its place), and the whole stamp: that and what it holds."""
    identity = f"Python {version()} {interpreter()}\n{ROOT}\n"
    content = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml"):
        content.update((ROOT / name).read_bytes())
    return identity, f"{identity}{content.hexdigest()}\n"


def remove_environment() -> None:
    """Throws the environment away, whatever is there."""
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(str(VENV))


def present_uv() -> "str | None":
    """A uv that answers: the one on the PATH, else the one that an earlier set-up put into ``.venv``."""
    for candidate in (shutil.which("uv"), shutil.which("uv", path=str(BIN))):
        if candidate and answers(candidate, "--version"):
            return candidate
    return None


def installed_uv() -> str:
    """Puts uv into a new ``.venv``; ``uv sync`` leaves it there, since it is not uv that made the environment."""
    for module in ("venv", "ensurepip"):
        if not answers(interpreter(), "-c", f"import {module}"):
            raise SystemExit(f"set-up: this Python cannot make a virtual environment ({module}); run: {repair()}")
    run(interpreter(), "-m", "venv", "--clear", str(VENV))
    run(str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV)
    return str(BIN / "uv")


def repair() -> str:
    """The command that gives this system's Python its venv module."""
    for manager, command in VENV_PACKAGES.items():
        if shutil.which(manager):
            needs_sudo = manager != "brew" and os.geteuid() != 0
            return (f"sudo sh -c '{command}'" if needs_sudo else command).format(*sys.version_info)
    return "the installer of https://www.python.org/downloads/ (it brings venv and pip)"


def environment_for_uv() -> "dict[str, str]":
    """The environment for uv: never downloads a Python, installs into ``.venv``, follows pip's network settings."""
    settings = pip_settings()
    inherited = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    handed = {theirs: settings[ours] for ours, theirs in HANDED_TO_UV.items() if settings.get(ours)}
    return {**handed, **inherited, "UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": str(VENV)}


def pip_settings() -> "dict[str, str]":
    """pip's settings by option name: its files, then its environment variables, as pip itself would read them."""
    settings = {"cert": os.environ.get("REQUESTS_CA_BUNDLE", "")}
    listed = pip_configuration()
    for section in ("global", "install"):
        settings.update({key.partition(".")[2]: value for key, value in listed if key.startswith(section + ".")})
    for option in HANDED_TO_UV:
        settings[option] = os.environ.get("PIP_" + option.upper().replace("-", "_")) or settings.get(option, "")
    return settings


def pip_configuration() -> "list[tuple[str, str]]":
    """``pip config list`` as pairs such as ``("global.cert", "/etc/ssl/ca.pem")``; nothing where there is no pip."""
    ours, theirs = (output(python, "-m", "pip", "config", "list") for python in (str(PYTHON), interpreter()))
    pairs = [line.partition("=") for line in (ours or theirs or "").splitlines() if "=" in line]
    return [(key, str(ast.literal_eval(value))) for key, _, value in pairs]


def install(uv: str, environment: "dict[str, str]") -> None:
    """Installs the lock. Behind another index than PyPI, its versions and hashes are kept and its addresses are not."""
    if not any(environment.get(name) for name in ANOTHER_INDEX):
        run(uv, "sync", "--locked", "--python", interpreter(), env=environment)
        return
    if not PYTHON.exists():
        run(uv, "venv", "--python", interpreter(), str(VENV), env=environment)
    locked, into = str(VENV / "locked.txt"), ("--python", str(PYTHON))
    run(uv, "export", "--quiet", "--frozen", "--no-emit-project", "--output-file", locked, env=environment)
    run(uv, "pip", "sync", *into, "--require-hashes", locked, env=environment)
    run(uv, "pip", "install", *into, "--no-deps", "--editable", str(ROOT), env=environment)


def answers(*command: str) -> bool:
    """Whether the command exists and ends well."""
    return output(*command) is not None


def output(*command: str) -> "str | None":
    """What the command prints on its standard output; None where it does not exist or fails."""
    try:
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def run(*command: str, env: "dict[str, str] | None" = None) -> None:
    """Runs one command of the set-up in the checkout, its output shown; stops where it fails."""
    status = subprocess.run(command, check=False, cwd=str(ROOT), env=env, stdin=subprocess.DEVNULL).returncode
    if status != 0:
        raise SystemExit(f"set-up: stopped, since this failed (see above): {' '.join(command[:4])} ... (exit {status})")


def say(line: str) -> None:
    """Tells the person what is being done, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
