"""Invented people: always the same for a seed, never real, fit for every form."""

import re
import subprocess
import sys

import pytest
from zxcvbn import zxcvbn

from fakes.people import InventedPerson, invent


@pytest.fixture(scope="module")
def crowd() -> list[InventedPerson]:
    return [invent(f"seed-{each}", f"qa+{each}@example.test") for each in range(300)]


def test_a_seed_gives_the_same_person_in_any_process():
    told = "from fakes.people import invent; print(ascii(invent('a seed', 'a@example.test')))"
    elsewhere = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True).stdout
    assert elsewhere.strip() == ascii(invent("a seed", "a@example.test"))


def test_two_seeds_give_two_people(crowd):
    assert len({person.password for person in crowd}) == len({person.answer for person in crowd}) == len(crowd)
    assert len({(person.last_name, person.first_name) for person in crowd}) > 0.9 * len(crowd)


def test_the_address_is_the_one_given(crowd):
    assert crowd[7].email == "qa+7@example.test"


def test_first_and_last_names_cannot_be_taken_for_each_other(crowd):
    names = [(person.last_name.casefold(), person.first_name.casefold()) for person in crowd]
    assert not [pair for pair in names if pair[0] in pair[1] or pair[1] in pair[0]]


@pytest.mark.parametrize("sign", ["'", "-", "ÿ", " "])
def test_some_last_names_are_hard_to_carry(crowd, sign):
    assert 10 < sum(sign in person.last_name for person in crowd) < 0.7 * len(crowd)


@pytest.mark.parametrize("sign", ["ï", "ë", "é", "-"])
def test_some_first_names_are_hard_to_carry(crowd, sign):
    assert any(sign in person.first_name for person in crowd)


def test_no_phone_number_can_ring(crowd):
    assert all(re.fullmatch(r"(019900|026191|035301|046571|053649|063998)\d{4}", person.phone) for person in crowd)


def test_passwords_are_long_strong_letters_and_digits(crowd):
    for person in crowd[:40]:
        assert re.fullmatch(r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{24,}", person.password)
        assert zxcvbn(person.password, [person.last_name, person.first_name, person.email])["score"] == 4


def test_the_three_questions_of_a_certificate_differ_and_so_do_their_answers(crowd):
    for person in crowd[:40]:
        couples = [(person.question, person.answer), *person.other_questions]
        assert len({question for question, _ in couples}) == len({answer for _, answer in couples}) == 3


def test_answers_are_words_of_no_language_some_with_an_accent(crowd):
    assert all(re.fullmatch(r"[A-Z]\w{5,} [A-Z]\w{5,} \d{4}", person.answer) for person in crowd)
    assert 10 < sum(not person.answer.isascii() for person in crowd) < len(crowd)


def test_no_fact_is_empty_but_the_extra_line(crowd):
    for person in crowd:
        facts = {**vars(person), **vars(person.address)}
        assert all(value for name, value in facts.items() if name != "extra")
        assert all(len(value) <= 100 for name, value in facts.items() if name != "address")
    assert {bool(person.address.extra) for person in crowd} == {True, False}
