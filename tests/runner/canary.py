"""A plugin of pytest that notes, outside the run's folder, each secret that the harness comes to know."""

import json
import os
import secrets
from pathlib import Path

from reports.evidence import Redactor

NOTES = "FOCUS_CANARY"


def pytest_configure() -> None:
    """From now on, every secret leaves a line."""
    notes = Path(os.environ[NOTES])
    known, token = Redactor.secret, secrets.token_urlsafe

    def note(kind: str, value: str) -> str:
        with notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps([kind, value]) + "\n")
        return value

    Redactor.secret = lambda self, kind, value: known(self, kind, note(kind, value))
    secrets.token_urlsafe = lambda *size: note("clé de la porte", token(*size))
