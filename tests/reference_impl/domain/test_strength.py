"""The level of a password, and the traps of zxcvbn (EP6-2-18, C02, C30, G14)."""

from concurrent.futures import ThreadPoolExecutor
from time import thread_time

import pytest

from reference_impl.domain import strength
from reference_impl.domain.strength import Level, level
from tests.reference_impl.vectors import VECTORS

LILA = ("ROSEMONDE", "Lila", "lila.rosemonde@example.test")
STRONG = "Kp7vTz3mQx9wLd5rNb2s"


@pytest.mark.parametrize(("password", "expected"), VECTORS.items(), ids=lambda value: ascii(value)[:30])
def test_levels(password, expected):
    assert level(password, LILA) is expected


@pytest.mark.parametrize("password", ["", STRONG[:19], STRONG + " ", STRONG + "é", STRONG * 52], ids=ascii)
def test_what_the_policy_refuses_is_weak(password):
    assert level(password, LILA) is Level.WEAK


@pytest.mark.parametrize("length", [0, 1, 19, 20, 21, 40, 72, 73, 1024, 1025, 4096])
@pytest.mark.parametrize("pattern", ["4@8({[<3691!|7|10$5+7%2", "aA1!", "é", "password", "1l|!i7"])
def test_no_length_freezes_the_site(pattern, length):
    hostile = (pattern * length)[:length]
    begun = thread_time()
    level(hostile, LILA)
    assert thread_time() - begun < 3  # an idle core takes less than 1 s


def test_signs_that_look_like_letters_do_not_shorten_a_strong_password():
    assert level("8x$3Kq!7Vw@1Lz(5Rb%2", LILA) is Level.STRONG


def test_the_beginning_alone_is_scored():
    weak_start = "a" * strength.SCORED_SIGNS
    assert level(weak_start + STRONG, LILA) is Level.WEAK
    assert level(STRONG + "a" * 1000, LILA) is Level.STRONG


@pytest.mark.parametrize(
    ("password", "scored"),
    [
        ("Kp7vTz3mQx9wLd5rNb2s" * 3, 40),
        ("KpvTzmQxwLdrNbsKpvTz4813!$abcd", 30),  # six different ones are borne
        ("KpvTzmQxwLdrNbsKpvTz4813!$%bcd", 26),
        ("4813!$%|@(KpvTzmQxwLdrNbsKpvTz", 20),  # never shorter than the shortest password
    ],
    ids=ascii,
)
def test_too_many_signs_that_look_like_letters_end_the_scoring(password, scored):
    assert len(strength._beginning(password)) == scored


def test_own_data_weaken_a_password():
    own = "Zibeline.Quetsche@example.test"
    assert level(own, ()) is Level.STRONG
    assert level(own, (own,)) is Level.WEAK


def test_accents_of_the_name_are_folded():
    assert "helene" in list(strength.personal_words(["Hélène"]))


def test_personal_data_count_whole_and_in_pieces():
    pieces = {"lila-rose 2", "lila", "rose", "2"}
    assert pieces <= set(strength.personal_words(["Lila-Rose 2"]))


def test_a_name_in_several_words_is_known_run_together():
    assert {"le goff", "goff", "legoff"} <= set(strength.personal_words(["Le Goff"]))


def test_simultaneous_scores_do_not_share_words():
    own = "Zibeline.Quetsche@example.test"
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda turn: level(own, (own,) if turn % 2 else ()), range(12)))
    assert found == [Level.STRONG, Level.WEAK] * 6
