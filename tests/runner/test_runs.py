"""``focus report render`` and ``compare``, from the command line."""

import pytest
from typer.testing import CliRunner

from runner.cli import app
from tests.reports.test_comparison import FAILED, PASSED, run


def focus(*arguments):
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    return run(folder / "old", PASSED, PASSED, PASSED).run_dir, run(folder / "new", PASSED, FAILED, PASSED).run_dir


def test_compare_fails_on_a_new_failure(runs):
    old, new = runs
    ran = focus("compare", old, new)
    assert (ran.exit_code, "broken: 1" in ran.output) == (1, True), ran.output
    ran = focus("compare", new, old)
    assert (ran.exit_code, "repaired: 1" in ran.output) == (0, True), ran.output
    assert "nothing changed" in focus("compare", old, old).output


def test_render_writes_the_reports_again_and_leaves_the_dossier(runs):
    _, new = runs
    before = {name: (new / name).read_bytes() for name in ("report.json", "rapport.html", "junit.xml", "dossier.zip")}
    for name in ("report.json", "rapport.html", "junit.xml"):
        (new / name).unlink()
    ran = focus("render", new)
    assert (ran.exit_code, "Verdict: non conforme" in ran.output) == (1, True), ran.output
    assert {name: (new / name).read_bytes() for name in before} == before


def test_a_folder_that_is_no_run_is_told(tmp_path):
    for command in (("render", tmp_path), ("compare", tmp_path, tmp_path), ("merge", tmp_path)):
        ran = focus(*command)
        assert (ran.exit_code, "unusable" in ran.output) == (4, True), ran.output
