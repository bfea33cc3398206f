"""Length and alphabet of a password (EP6-1.3-2, EP6-1.3-3, EP6-2-20, C01, G13)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impl.domain import passwords
from reference_impl.domain.passwords import Refusal

TWENTY = "Kp7vTz3mQx9wLd5rNb2s"


@pytest.mark.parametrize(
    "password",
    [TWENTY, TWENTY + "x", TWENTY[:18] + "!'", "1" * 20, "a" * 64, "b" * 73, "c" * 128, "d" * 1024],
    ids=ascii,
)
def test_taken(password):
    assert passwords.refusals(password) == []


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("", Refusal.EMPTY),
        ("a", Refusal.TOO_SHORT),
        (TWENTY[:19], Refusal.TOO_SHORT),
        ("1tvmq2t!A", Refusal.TOO_SHORT),
        ("1tvmq2tl'A", Refusal.TOO_SHORT),
        ("e" * 1025, Refusal.TOO_LONG),
        (TWENTY[:10] + " " + TWENTY[10:], Refusal.SPACE),
        (" " + TWENTY, Refusal.SPACE),
        (TWENTY + "\u00a0", Refusal.SPACE),
        (TWENTY + "\t", Refusal.SPACE),
        (TWENTY + "é", Refusal.ACCENT),
        (TWENTY + "e\u0301", Refusal.ACCENT),
        (TWENTY + "œ", Refusal.ACCENT),
        (TWENTY + "😀", Refusal.OTHER_SIGN),
        (TWENTY + "\x00", Refusal.OTHER_SIGN),
        (TWENTY + "€", Refusal.OTHER_SIGN),
    ],
    ids=ascii,
)
def test_refused(password, refusal):
    assert passwords.refusals(password) == [refusal]


def test_nineteen_signs_and_one_accent_are_twenty():
    assert passwords.refusals(TWENTY[:19] + "e\u0301") == [Refusal.ACCENT]


def test_all_that_is_wrong_is_said_at_once():
    assert passwords.refusals("mot de passé") == [Refusal.TOO_SHORT, Refusal.SPACE, Refusal.ACCENT]


@given(st.text(max_size=60))
def test_composed_and_decomposed_are_judged_alike(password):
    assert passwords.refusals(unicodedata.normalize("NFD", password)) == passwords.refusals(
        unicodedata.normalize("NFC", password)
    )
