"""Seeded defects: each says what it breaks, and fits the code that it patches. Installed in processes of their own."""

import json
import re
import subprocess
import sys

import pytest

from reference_impl import defects
from reference_impl.defects import texts
from reference_impl.defects.texts import TextDefect, TextNotFound

ID = re.compile(r"(EP[2456]|PER)-[\d.]+-\d+|[CG]\d\d")


def test_every_defect_says_what_it_breaks():
    for name, found in defects.catalogue().items():
        assert re.fullmatch(r"[a-z0-9-]+", name)
        assert found.summary
        assert all(ID.fullmatch(broken) for broken in (found.breaks, *found.neighbours))


def test_the_catalogue_is_printed():
    command = [sys.executable, "-m", "reference_impl", "--list-defects"]
    printed = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert [entry["name"] for entry in printed] == list(defects.catalogue())
    assert set(printed[0]) == {"name", "breaks", "neighbours", "summary"}


def test_every_defect_fits():
    code = "from reference_impl import defects\nfor name in defects.catalogue(): defects.install(name)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_row_whose_text_is_gone_is_an_error():
    row = TextDefect("x", "home.html", "no such text", "y", "EP6-2-1")
    with pytest.raises(TextNotFound, match="no such text"):
        row.install()


def test_a_row_changes_its_template_only():
    row = texts.text_defects()[0]
    assert row.replace in row.applied_to(f"before {row.find} after")


def test_an_unknown_defect_is_one_line():
    command = [sys.executable, "-m", "reference_impl", "--defect", "no-such"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
