"""The level of a password, and the traps of zxcvbn (EP6-2-18, C02, C30, G14)."""

from concurrent.futures import ThreadPoolExecutor
from time import thread_time

import pytest

from reference_impl.domain import strength
from reference_impl.domain.strength import Level, level

LILA = ("ROSEMONDE", "Lila", "lila.rosemonde@example.test")
STRONG = "Kp7vTz3mQx9wLd5rNb2s"


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("a" * 20, Level.WEAK),
        ("motdepassemotdepasse", Level.WEAK),
        ("azerty1234azerty1234", Level.WEAK),
        ("Loulou12Loulou12Loulou12", Level.WEAK),  # « loulou » is French: zxcvbn alone says 3
        ("qsdfghjklmqsdfghjklm", Level.WEAK),
        ("Ornitho27Ornitho27Ornitho27", Level.NORMAL),
        (STRONG, Level.STRONG),
    ],
)
def test_levels(password, expected):
    assert level(password, LILA) is expected


@pytest.mark.parametrize("password", ["", STRONG[:19], STRONG + " ", STRONG + "é", STRONG * 52], ids=ascii)
def test_what_the_policy_refuses_is_weak(password):
    assert level(password, LILA) is Level.WEAK


@pytest.mark.parametrize("length", [0, 1, 20, 72, 73, 1024, 4096])
def test_no_length_freezes_the_site(length):
    hostile = ("4@8({[<3691!|7|10$5+7%2" * 200)[:length]
    begun = thread_time()
    level(hostile, LILA)
    assert thread_time() - begun < 5


def test_the_beginning_alone_is_scored():
    weak_start = "a" * strength.SCORED_SIGNS
    assert level(weak_start + STRONG, LILA) is Level.WEAK
    assert level(STRONG + "a" * 1000, LILA) is Level.STRONG


def test_own_data_weaken_a_password():
    own = "Zibeline.Quetsche@example.test"
    assert level(own, ()) is Level.STRONG
    assert level(own, (own,)) is Level.WEAK


def test_accents_of_the_name_are_folded():
    assert "helene" in list(strength.personal_words(["Hélène"]))


def test_simultaneous_scores_do_not_share_words():
    own = "Zibeline.Quetsche@example.test"
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda turn: level(own, (own,) if turn % 2 else ()), range(12)))
    assert found == [Level.STRONG, Level.WEAK] * 6
