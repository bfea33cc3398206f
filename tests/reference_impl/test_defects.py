"""Seeded defects: each says what it breaks, and fits the code that it changes. Installed in a process of their own."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import reference_impl
from reference_impl import defects
from reference_impl.defects import (
    activation_screens,
    creation_screens,
    option_screens,
    screens,
    sentences,
    space_screens,
)
from reference_impl.defects.texts import ScreenWording, TextNotFound
from reports.register import load

TABLES = (screens, sentences, creation_screens, activation_screens, space_screens, option_screens)
ROWS = [row for table in TABLES for row in table.ROWS]
INSTALL = """
from reference_impl import defects
from reference_impl.defects.texts import Wording
for found in defects.catalogue().values():
    if not isinstance(getattr(found.install, "__self__", None), Wording):
        found.install()
"""


@pytest.fixture(scope="module")
def catalogue():
    return defects.catalogue().values()


def test_every_defect_has_a_french_name_and_says_what_is_wrong(catalogue):
    for found in catalogue:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found.name)
        assert re.fullmatch(r"[A-ZÀ-Ý«].+\.", found.summary)


def test_every_defect_breaks_what_the_register_asks(catalogue):
    asked = {entry.id for entry in load(Path("features")).entries.values() if entry.exclue is None}
    for found in catalogue:
        assert {found.breaks, *found.neighbours} - {defects.ALL} <= asked
        assert found.breaks not in found.neighbours


def test_the_catalogue_is_printed():
    command = [sys.executable, "-m", "reference_impl", "--list-defects"]
    printed = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert [entry["name"] for entry in printed] == list(defects.catalogue())
    assert set(printed[0]) == {"name", "breaks", "neighbours", "summary"}


def test_two_defects_never_share_a_name(catalogue):
    taken = next(iter(catalogue))
    with pytest.raises(ValueError, match=taken.name):
        defects.defect(taken.name, breaks="C05")(lambda: None)


def test_every_function_fits_the_code_that_it_changes():
    subprocess.run([sys.executable, "-c", INSTALL], check=True, timeout=60)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_finds_its_text(row):
    faulty = row.applied_to(row.source())
    assert row.find not in faulty or row.find in row.replace


def test_a_row_whose_text_is_gone_is_an_error():
    row = ScreenWording("x", "EP6-2-1", "Rien.", "home.html", "no such text")
    with pytest.raises(TextNotFound, match="no such text"):
        row.install()


def test_what_is_changed_must_exist():
    for change in (defects.wrap, defects.before, defects.after, defects.put):
        with pytest.raises(AttributeError):
            change(defects, "no_such_function", None)


def test_a_wrapped_function_gets_what_stood_there():
    class Owner:
        def double(self, number):
            return 2 * number

    defects.wrap(Owner, "double", lambda sound, self, number: sound(self, number) + 1)
    defects.after(Owner, "double", lambda result: result * 10)
    assert Owner().double(2) == 50


def test_the_healthy_code_carries_no_trace():
    room = Path(reference_impl.__file__).parent
    traced = [path for path in room.rglob("*.py") if "defect" in path.read_text("utf-8")]
    assert {path.relative_to(room).parts[0] for path in traced} == {"__main__.py", "defects"}


def test_an_unknown_defect_is_one_line():
    command = [sys.executable, "-m", "reference_impl", "--defect", "no-such"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
