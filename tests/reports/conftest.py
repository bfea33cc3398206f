"""What the tests of the reports share: invented data is the same at each run, and one dossier serves a whole file."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.reports import dossiers

settings.register_profile("reports", derandomize=True, deadline=None, database=None)
settings.load_profile("reports")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound dossier, signed."""
    return dossiers.dossier(tmp_path_factory.mktemp("dossier"))
