"""Sessions that play a list of sites in turn, played here by a script in the place of pytest."""

import sys

import pytest

from runner import fleet, playlist
from runner.playlist import Entry

SCRIPT = """
import json, sys, time
left = json.load(open(sys.argv[-1]))
print("....", end="")
for entry in left:
    if entry["name"] == "muet":
        sys.exit(3)
    if entry["name"] == "sans-fin":
        while True: time.sleep(1)
    print(f"\\nplayed: {entry['name']}", flush=True)
    if entry["name"] == "dernier-de-sa-session":
        sys.exit(1)
"""


@pytest.fixture
def sessions(tmp_path, monkeypatch):
    """Plays entries of these names in one session; the names in the order in which they were over."""
    (tmp_path / "script.py").write_text(SCRIPT, "utf-8")
    monkeypatch.setattr(fleet, "PYTEST", (sys.executable, str(tmp_path / "script.py")))
    monkeypatch.setattr(fleet, "sessions", lambda: 1)

    def play(*names, **how):
        entries = [Entry(name, str(tmp_path / name), (), ("C01",)) for name in names]
        return list(fleet.play(entries, tmp_path / "out", **how))

    return play


def test_each_entry_is_told_as_soon_as_it_is_over(sessions):
    assert sessions("a", "b", "c") == ["a", "b", "c"]


def test_a_session_that_ends_early_is_followed_by_another(sessions, tmp_path):
    assert sessions("a", "dernier-de-sa-session", "b") == ["a", "dernier-de-sa-session", "b"]
    assert (tmp_path / "out" / "0.log").read_text("utf-8").count("....") == 2


def test_what_ends_its_session_without_a_word_is_given_up(sessions):
    assert sessions("muet", "b") == ["muet", "b"]


def test_what_never_ends_is_interrupted(sessions):
    assert sessions("sans-fin", "b", patience_s=1) == ["sans-fin", "b"]


def test_the_last_words_are_the_end_of_the_logs(tmp_path):
    (tmp_path / "0.log").write_text("".join(f"line {number}\n\n" for number in range(40)), "utf-8")
    assert fleet.last_words(tmp_path).splitlines()[0] == "line 25"


def test_a_playlist_is_read_back(tmp_path):
    entry = Entry(
        "a", "out/a", ("--defect", "a"), ("C01",), ("C02",), (("C11", "avec_reponse"),), hurried=True, sought=("s",)
    )
    playlist.write(tmp_path / "deep" / "0.json", [entry])
    assert playlist.load(tmp_path / "deep" / "0.json") == [entry]
