from collections.abc import Callable
from pathlib import Path

import pytest

from targets.profile import Profile, load

MINIMAL = '[target]\nname = "Site"\nversion = "1"\nbase_url = "http://site.test:8080"\n'


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write_profile(text: str) -> Path:
        path = tmp_path / "site.toml"
        path.write_text(text, "utf-8")
        return path

    return write_profile


@pytest.fixture
def profile(write: Callable[[str], Path]) -> Callable[[str], Profile]:
    """A minimal profile followed by the given sections."""
    return lambda sections="": load(write(MINIMAL + sections))
