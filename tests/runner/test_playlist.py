"""Several sites in one session: their order, what is left out once one is caught, one report each; for real."""

import json
import subprocess
import sys

import pytest

from runner.playlist import Entry, write
from tests.runner import small_root

SITE = """
import http.server, sys
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(sys.argv[2].encode())
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page).serve_forever()
"""
PROFILE = """
[target]
name = "Petit site"
version = "1"
base_url = "http://127.0.0.1:{port}"
[start]
command = ["{python}", "site.py", "{port}"]
[mail]
kind = "none"
"""
STEPS = """
import httpx
from pytest_bdd import given, parsers, then, when
from targets.faults import Unmet
pytest_plugins = ["runner.plugin"]

@given("un site", target_fixture="said")
def site(ground): return httpx.get(ground.profile.target.base_url, trust_env=False).text

@when("on le lit")
def reads(): ...

@then(parsers.parse("il ne dit pas {word}"))
def says(said, word):
    if said == word: raise Unmet("x", expected="autre chose", seen=said)
"""
FEATURE = """# language: fr
Fonctionnalité: F
""" + "".join(f"""
  @{name}
  Scénario: {name} {word}
    Étant donné un site
    Quand on le lit
    Alors il ne dit pas {word}
""" for name, word in (("C02", "deux"), ("C01", "un"), ("C01", "deux")))  # fmt: skip


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The reports of two sites that one session has played: name -> (scenario -> verdict)."""
    root = small_root.build(tmp_path_factory.mktemp("root"), FEATURE, site=SITE, conftest=STEPS)
    (root / "petit.toml").write_text(PROFILE, "utf-8")
    hurried, seeking = {"hurried": True}, {"sought": ("il ne dit pas deux",)}
    entries = [
        _entry(root, "un", "un", hurried),
        _entry(root, "trois", "seeks-in-vain", seeking),
        _entry(root, "deux", "seeks", seeking),
        _entry(root, "deux", "deux", hurried),
    ]
    write(root / "list.json", entries)
    command = [sys.executable, "-m", "pytest", "features", "--target", "petit.toml", "--playlist", "list.json", "-s"]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=120).stdout
    return said, {name: _verdicts(root / "out" / name) for name in ("un", "deux", "seeks-in-vain", "seeks")}


def _entry(root, said, name, how):
    return Entry(name, str(root / "out" / name), (said,), ("C01",), ("C02",), **how)


def _verdicts(folder):
    [report] = folder.glob("*/report.json")
    told = json.loads(report.read_text("utf-8"))["requirements"]
    return {each["name"]: each["verdict"] for requirement in told for each in requirement["scenarios"]}


def test_each_site_is_told_and_has_its_own_report(played):
    said, reports = played
    assert all(f"played: {name}\n" in said for name in reports), said
    assert reports["un"]["C01 un"] == "non_conforme"
    assert reports["deux"]["C01 deux"] == "non_conforme"


def test_its_own_requirement_comes_first_and_nothing_follows_what_turned(played):
    _, reports = played
    assert reports["un"]["C01 deux"] == "non_teste"
    assert reports["deux"]["C01 un"] == "conforme"
    assert reports["deux"]["C02 deux"] == "non_teste"


def test_what_is_sought_is_played_until_it_has_turned_red(played):
    _, reports = played
    assert reports["seeks-in-vain"] == {"C01 deux": "conforme", "C02 deux": "conforme"}
    assert reports["seeks"] == {"C01 deux": "non_conforme", "C02 deux": "non_teste"}
