"""Questions, captchas, postal addresses and the order of the steps."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from reference_impl.domain import captcha, expired, forgotten, paris, questions
from reference_impl.domain.forgotten import Reached, Step
from reference_impl.domain.postal import PostalAddress
from reference_impl.domain.ways import Way

NOW = datetime(2023, 6, 6, 8, tzinfo=UTC)


def test_a_decoy_is_always_the_same_for_an_address_and_a_key():
    drawn = {questions.decoy("inconnu@example.test", b"key") for _ in range(20)}
    assert len(drawn) == 1
    assert drawn <= set(questions.QUESTIONS)


def test_decoys_are_spread_over_all_questions():
    drawn = Counter(questions.decoy(f"a{index}@example.test", b"key") for index in range(700))
    assert set(drawn) == set(questions.QUESTIONS)
    assert max(drawn.values()) < 200


@pytest.mark.parametrize(
    ("typed", "age", "right"),
    [
        ("m8uxk4", timedelta(0), True),
        (" M8UXK4 ", timedelta(minutes=10), True),
        ("m8uxk4", timedelta(minutes=10, seconds=1), False),
        ("m8uxk", timedelta(0), False),
        ("m8uxk4x", timedelta(0), False),
        ("", timedelta(0), False),
        ("é😀\x00", timedelta(0), False),
    ],
    ids=ascii,
)
def test_captcha(typed, age, right):
    assert captcha.accepts("m8uxk4", NOW - age, typed, NOW) is right


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("12", "rue", "de Longchamp", "", "75016", "Paris", "France"), "12 rue de Longchamp, 75016 PARIS, FRANCE"),
        (("", "", "Le Bourg", "Bât. B", "", "Liège", "Belgique"), "Le Bourg, Bât. B, LIÈGE, BELGIQUE"),
        ((), ""),
    ],
)
def test_postal_address_on_one_line(parts, line):
    assert PostalAddress(*parts).line() == line


@pytest.mark.parametrize(
    ("reached", "shown"),
    [
        (None, {Step.ADDRESS}),
        (Reached.ANSWER, {Step.ADDRESS, Step.ANSWER}),
        (Reached.PASSWORD, {Step.ADDRESS, Step.ANSWER, Step.PASSWORD}),
        (Reached.DONE, {Step.ADDRESS, Step.RECAP}),
    ],
)
def test_no_step_is_skipped(reached, shown):
    assert {step for step in Step if forgotten.way(step, reached) is Way.SHOW} == shown


def test_where_a_step_out_of_order_leads():
    assert forgotten.way(Step.PASSWORD, Reached.ANSWER) is Way.TO_START
    assert forgotten.way(Step.PASSWORD, Reached.DONE) is Way.TO_END


@pytest.mark.parametrize(
    ("reached", "shown"),
    [
        (None, ["ADDRESS"]),
        (expired.Reached.ADDRESS, ["ADDRESS"]),
        (expired.Reached.PASSWORD, ["ADDRESS", "PASSWORD"]),
        (expired.Reached.DONE, ["ADDRESS", "RECAP"]),
    ],
)
def test_no_step_of_a_renewal_is_skipped(reached, shown):
    assert [step.name for step in expired.Step if expired.way(step, reached) is Way.SHOW] == shown


def test_an_hour_is_told_at_paris():
    assert paris.hour_of(datetime(2023, 6, 6, 13, 4, tzinfo=UTC)) == "15h04"
