"""Whatever a hostile site sends, the reports are made, run nothing of it, and stay in their folder."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from reports.evidence import MAIL
from reports.facts import DOCUMENT, SIGHT, Sight
from reports.journal import Status
from reports.run import RunReport, conclude
from tests.reports.invented_sheet import write_register
from tests.reports.playing import fault, tell
from tests.reports.test_page_in_a_browser import FLAG, HOSTILE

LIMIT = 3_000_000
"""Bytes of a page, whatever was sent."""
FEATURE = """# language: fr
Fonctionnalité: Un site hostile

  @EP6-2-10
  Scénario: Les quatre étapes sont annoncées dans l'ordre
    Quand l'usager ouvre la procédure
    Alors la barre d'étapes est juste
"""
NAMES = (
    "../../../evil.html",
    "..\\..\\evil.html",
    "/evil.html",
    f"{HOSTILE}.webp",
    "CON",
    "a" * 5000,
    "",
    "\u202efdp.exe",
)
NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{rank}\n\n--b{rank}\n" for rank in range(400))
MAILS = {
    "5 MB": f"Subject: {HOSTILE}\nContent-Type: text/html\n\n{HOSTILE}{'<b>é</b>' * 620_000}".encode(),
    "broken multipart": f"Subject: x\nContent-Type: multipart/mixed; boundary=absent\n\n{HOSTILE}".encode(),
    "nested": NESTED.encode(),
    "lies of its signs": f"Content-Type: text/plain; charset=nul\nContent-Transfer-Encoding: base64\n\n{FLAG}".encode(),
    "binary": b"\xff\xfe\x00" * 1000,
    "attached": f'Content-Type: application/pdf; name="../../{HOSTILE}"\n\n%PDF'.encode(),
    "refreshes itself": f"Content-Type: text/html\n\n<meta http-equiv=refresh content='0;url=data:{FLAG}'>".encode(),
}
SIGHTS = (
    Sight(picture=NAMES[3], screen=HOSTILE, step=1).model_dump_json(),
    json.dumps({"picture": "ecran-1.webp", "screen": 5, "marks": HOSTILE}),
    "[" * 5000,
)


def sent() -> Iterator[tuple[bytes | str, str, str]]:
    for rank, (case, raw) in enumerate(MAILS.items()):
        yield raw, MAIL, NAMES[rank % len(NAMES)] or case
    for name in NAMES:
        yield b"RIFF....WEBP<svg onload=1>", "image/webp", name
        yield HOSTILE, "text/html", name
    for body in SIGHTS:
        yield body, SIGHT, HOSTILE
    yield HOSTILE, DOCUMENT, HOSTILE


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> RunReport:
    folder = tmp_path_factory.mktemp("hostile")
    write_register(folder / "features")
    told = tell(folder / "out" / "run", "main", text=FEATURE)
    told.journal.scenario_started(told.pickles[0])
    told.journal.step_started(0)
    for content, media_type, name in sent():
        told.journal.attach(content, media_type, name, 0)
    wrong = fault(message=HOSTILE, expected=HOSTILE, seen=HOSTILE * 500, screen=HOSTILE)
    told.journal.step_finished(0, Status.failed, 0.1, wrong)
    told.journal.scenario_finished()
    told.journal.close(success=False)
    return conclude(folder / "out" / "run", folder / "features")


def test_the_reports_are_made_and_small(report: RunReport) -> None:
    assert report.verdict.value == "non_conforme"
    assert [path.name for path in report.living_sheets] == ["EP6.html"]
    for page in (report.run_dir / "rapport.html", *report.living_sheets):
        assert page.stat().st_size < LIMIT


def test_nothing_is_written_elsewhere(report: RunReport) -> None:
    top = report.run_dir.parents[1]
    assert {path.name for path in top.iterdir()} == {"features", "out"}
    assert {path.name for path in (top / "out").iterdir()} <= {"run", "latest"}
    assert not [path for path in top.rglob("*") if "evil" in path.name and path.suffix == ".html"]


def test_nothing_of_it_runs(engine: Browser, report: RunReport) -> None:
    for source in (report.run_dir / "rapport.html", *report.living_sheets):
        page, asked = engine.new_page(), []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(source.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        page.mouse.wheel(0, 50_000)
        assert page.evaluate("globalThis.hit") is None
        assert [url for url in asked if not url.startswith("data:")] == [source.as_uri()]
