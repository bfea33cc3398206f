"""What a run keeps beside its journal: the profile without secrets, versions of everything; and the key that signs."""

import json
import os
import platform
from collections.abc import MutableMapping
from importlib.metadata import distributions, version
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reports.dossier.signing import KeyUnusable, private_key
from targets.profile import Profile

KEY = "FOCUS_DOSSIER_KEY"
"""Environment variable: the PEM file of the private key that signs dossiers, or the PEM itself."""


def keep(folder: Path, profile: Profile) -> None:
    """Write ``profile.json`` and ``versions.json`` in the run's folder."""
    _write(folder / "profile.json", profile.public())
    _write(folder / "versions.json", versions())


def versions() -> dict[str, object]:
    """What played: harness, Python, system, and every package installed beside it."""
    packages = {each.name: each.version for each in distributions()}
    return {
        "harness": version("focus-conformance"),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "packages": dict(sorted(packages.items(), key=lambda each: each[0].lower())),
    }


def signing_key(environ: MutableMapping[str, str] = os.environ) -> Ed25519PrivateKey | None:
    """The key that signs this run's dossier, taken out of the environment: what the run starts must not inherit it.

    Raises KeyUnusable, told with the name of the variable.
    """
    told = environ.pop(KEY, "")
    if not told:
        return None
    try:
        return private_key(told.encode() if told.startswith("-----BEGIN") else Path(told).read_bytes())
    except (OSError, KeyUnusable) as error:
        cause = f"{told} est illisible ({error.strerror})" if isinstance(error, OSError) else str(error)
        raise KeyUnusable(f"{KEY} : {cause}") from None


def _write(path: Path, told: object) -> None:
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
