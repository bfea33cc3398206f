"""Conforming variations: each says what admits it, and fits the code that it changes. Installed in another process."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reference_impl import variations
from reference_impl.patching import TextNotFound
from reference_impl.variations.texts import replacing
from reports.register import load, load_variants

INSTALL = "from reference_impl import variations\nfor each in variations.catalogue().values(): each.install()"
FEATURES = Path("features")


@pytest.fixture(scope="module")
def catalogue():
    return variations.catalogue().values()


def test_every_variation_has_a_french_name_and_says_what_differs(catalogue):
    for found in catalogue:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found.name)
        assert re.fullmatch(r"[A-ZÀ-Ý«].+\.", found.summary)


def test_every_variation_is_played_by_what_the_register_asks(catalogue):
    asked = {entry.id for entry in load(FEATURES).entries.values() if entry.exclue is None}
    for found in catalogue:
        assert found.plays
        assert set(found.plays) <= asked, found.name


def test_what_admits_a_contradiction_or_a_gap_is_in_the_register(catalogue):
    known = load(FEATURES).entries
    named = {found.admits for found in catalogue if re.fullmatch(r"[CG]\d\d", found.admits)}
    assert named <= known.keys()


def test_every_reading_that_the_site_does_not_follow_has_its_variation(catalogue):
    admitted = load_variants(FEATURES / "variantes.toml")
    others = {(key, each) for key, variant in admitted.items() for each in variant.lectures if each != variant.defaut}
    assert {pair for found in catalogue for pair in found.profile.items()} == others


def test_the_catalogue_is_printed():
    command = [sys.executable, "-m", "reference_impl", "--list-variations"]
    printed = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert [entry["name"] for entry in printed] == list(variations.catalogue())
    assert set(printed[0]) == {"name", "admits", "plays", "summary", "profile"}


def test_every_variation_fits_the_code_that_it_changes():
    subprocess.run([sys.executable, "-c", INSTALL], check=True, timeout=60)


def test_two_variations_never_share_a_name(catalogue):
    with pytest.raises(ValueError, match="two variations"):
        variations.add(next(iter(catalogue)))


def test_a_text_that_is_gone_is_an_error():
    with pytest.raises(TextNotFound, match="no such text"):
        replacing(("no such text", ""))("Accueil")


def test_an_unknown_variation_is_one_line():
    command = [sys.executable, "-m", "reference_impl", "--variation", "no-such"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
