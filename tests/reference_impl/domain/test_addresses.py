"""E-mail addresses: trimmed, without case, 100 signs, ASCII (G04)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impl.domain import addresses
from reference_impl.domain.addresses import InvalidAddress


def of_length(total: int) -> str:
    return "a" * 40 + "@" + "b" * (total - 46) + ".test"


@pytest.mark.parametrize(
    ("typed", "written", "canonical"),
    [
        ("lila@example.test", "lila@example.test", "lila@example.test"),
        ("  Lila@Example.TEST \n", "Lila@Example.TEST", "lila@example.test"),
        ("li.la+tva@example.test", "li.la+tva@example.test", "li.la+tva@example.test"),
    ],
    ids=ascii,
)
def test_taken(typed, written, canonical):
    address = addresses.parse(typed)
    assert (address.written, address.canonical) == (written, canonical)


def test_one_hundred_signs_once_trimmed():
    assert len(addresses.parse(f"  {of_length(100)}  ").written) == 100
    with pytest.raises(InvalidAddress):
        addresses.parse(of_length(101))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "lila",
        "li.la@test",
        "lila@",
        "@example.test",
        "lila@test",
        "lila@@example.test",
        "lïla@example.test",
        "lila@exämple.test",
        "lila@example.test\r\nBcc: autre@example.test",
        "lila\x00@example.test",
        "lila@example.test, autre@example.test",
        "Lila <lila@example.test>",
        "a" * 65 + "@example.test",
        "😀@example.test",
        "x" * 10_000,
    ],
    ids=ascii,
)
def test_refused(typed):
    assert addresses.canonical_or_none(typed) is None


@given(st.text(max_size=120))
def test_whatever_is_typed_is_judged(typed):
    canonical = addresses.canonical_or_none(typed)
    assert canonical is None or addresses.canonical_or_none(canonical.upper()) == canonical
