"""Nothing secret in all that a run leaves behind, whatever the site leaks (design: passwords, answers, codes, keys).

A site that repeats the answer in its mail is played at the highest level of evidence, with a walk that types all
kinds of secrets. What the harness came to know as secret is then looked for in every file of the run, decoded.
"""

import base64
import html
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.runner.canary import NOTES
from tests.runner.playing import Ended, play

PLAYED = (
    "features/ep2/1-4-etapes.feature", "features/ep6/2-6-courriel.feature", "-k", "temps or Ni",
    "--evidence", "full", "--start-with", "--defect reponse-dans-le-courriel", "-p", "tests.runner.canary",
)  # fmt: skip
KINDS = {"mot de passe", "nouveau mot de passe", "réponse de confiance", "code d'activation", "clé de la porte"}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    folder = tmp_path_factory.mktemp("canary")
    return play(folder, *PLAYED, **{NOTES: str(folder / "secrets.ndjson")})


def known(ended: Ended) -> list[tuple[str, str]]:
    lines = (ended.out.parent / "secrets.ndjson").read_text(encoding="utf-8").splitlines()
    return [tuple(json.loads(line)) for line in lines]


def texts(folder: Path) -> dict[Path, str]:
    """What can be read in each file of ``folder``: as it is, decoded, and its own name."""
    return {path: f"{path.name}\n{_read(path)}" for path in folder.rglob("*") if path.is_file()}


def _read(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix != ".ndjson":
        return text + html.unescape(text)
    attached = (json.loads(line).get("attachment") for line in text.splitlines())
    return text + "\n".join(_body(one) for one in attached if one)


def _body(attachment: dict[str, str]) -> str:
    if attachment["contentEncoding"] != "BASE64":
        return attachment["body"]
    return base64.b64decode(attachment["body"]).decode("utf-8", "replace")


def test_every_kind_of_secret_was_met_and_the_leak_is_told(ended: Ended) -> None:
    assert {kind for kind, _ in known(ended)} >= KINDS
    assert ended.requirements["EP6-2-35"] == "avertissement"
    assert ended.requirements["EP2-1.4-1"] == "conforme"


def test_the_run_kept_its_pictures_mails_document_and_sheet(ended: Ended) -> None:
    files = {path.name for path in ended.out.rglob("*")}
    assert {"rapport.html", "report.json", "junit.xml", "journal.ndjson", "EP2.html", "EP2.pdf"} <= files
    journal = next(ended.out.glob("*/journal.ndjson")).read_text(encoding="utf-8")
    assert all(kind in journal for kind in ("image/webp", "message/rfc822", "x.focus.document", "x.focus.sight"))


def test_no_secret_is_anywhere(ended: Ended) -> None:
    secrets = {value.casefold() for _, value in known(ended) if len(value) > 3}
    found = {
        (str(path.name), secret)
        for path, text in texts(ended.out).items()
        for secret in secrets
        if secret in text.casefold()
    }
    assert found == set()
    assert all(secret not in ended.said.casefold() for secret in secrets)


def test_the_canary_would_see_a_secret_in_every_kind_of_file(ended: Ended) -> None:
    """In each kind of file, something that is there is found by the same means."""
    read = {path.name: text for path, text in texts(ended.out).items()}
    assert "‹réponse de confiance 1›" in read["rapport.html"]
    for name in ("EP2.html", "EP2.pdf", "journal.ndjson"):
        assert "‹code d'activation 1›" in read[name]
