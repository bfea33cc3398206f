"""Activation without its screens: one code, one address, 48 hours, one space (EP2 chapter 3)."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from reference_impl.domain import subscriber
from reference_impl.domain.activation import Reached
from reference_impl.domain.creation import TERMS_VERSION
from reference_impl.mail import outbox
from reference_impl.mail.outbox import OutboxMail
from reference_impl.orm import Base
from reference_impl.procedures import activation, log_in
from reference_impl.procedures.activation import Outcome
from reference_impl.procedures.log_in import LogIn
from reference_impl.site import Site
from reference_impl.store.tables import Space, State
from tests.reference_impl.conftest import LILA, NEW, START

TWO_DAYS, SECOND = timedelta(hours=48), timedelta(seconds=1)


def test_a_space_as_it_was_asked_for(applicant, code, hour):
    hour.passes(hours=30)
    lila = applicant()
    lila.activates(code)
    space = activation.space_of(lila.site, lila.journey)
    assert (space.full_name, space.phone, space.email) == ("Lila ROSEMONDE", LILA.phone, LILA.email)
    assert (space.postal_address, space.question, space.services) == (LILA.address, LILA.question, [])
    assert (space.state, space.terms_version, space.terms_accepted_at) == (State.ACTIVE, TERMS_VERSION, START)
    assert space.password_set_at == lila.journey.activated_at == hour.now  # valid from the activation (G22)
    assert lila.site.hasher.matches(space.answer_hash, "paul")


def test_before_the_space_is_not_there_and_right_after_it_opens(applicant, code, site, hour):
    assert log_in.log_in(site, LILA.email, NEW, hour.now) == log_in.REFUSED
    applicant().activates(code)
    assert log_in.log_in(site, LILA.email, NEW, hour.now) == LogIn(log_in.Outcome.ACCEPTED, 1)


def test_a_code_is_used_once_and_its_address_stays_taken(applicant, code):
    applicant().activates(code)
    assert not applicant().offers(code)
    again = applicant()
    again.accepts_terms()
    assert again.chooses() is not None


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        (lambda code: f" {code}\t\n", True),
        (lambda code: code.swapcase(), False),
        (lambda code: code[:-1], False),
        (lambda code: f"{code}a", False),
        (lambda code: "", False),
        (lambda code: "é" * 12, False),
    ],
)
def test_case_counts_in_a_code_and_spaces_around_do_not(applicant, code, changed, right):
    lila = applicant()
    assert lila.offers(changed(code)) is right
    assert (lila.journey is not None) is right
    assert lila.site.typed_codes.get(1) == (code if right else None)


def test_the_right_code_opens_another_session(applicant, code):
    lila = applicant()
    former = lila.session_id
    lila.offers(code)
    assert lila.session_id != former
    assert activation.current(lila.site, former, lila.hour.now) is None


def test_the_address_is_compared_without_case_and_edges(applicant, code):
    lila = applicant()
    lila.offers(code)
    assert [lila.gives("nobody"), lila.gives(f" {LILA.email.swapcase()} ")] == [Outcome.WRONG, Outcome.ACTIVATED]


def test_the_code_of_one_with_the_address_of_another_activates_neither(applicant, code, deliver, site):
    applicant().registers("other@example.test")
    deliver()
    lila = applicant()
    lila.offers(code)
    assert lila.gives("other@example.test") is Outcome.WRONG
    with site.database.begin() as db:
        assert db.scalar(select(func.count()).select_from(Space)) == 0
    assert lila.gives() is Outcome.ACTIVATED


def test_ten_wrong_addresses_from_anywhere_make_a_code_inoperative(applicant, code, mails):
    visitors = [applicant() for _ in range(3)]
    assert all(visitor.offers(code) for visitor in visitors)
    given = [visitors[index % 2].gives("wrong@example.test") for index in range(10)]
    assert given == [Outcome.WRONG] * 9 + [Outcome.VOID]
    assert [visitor.journey for visitor in visitors] == [None] * 3
    assert (applicant().offers(code), mails()) == (False, [])
    applicant().registers()


def test_nine_wrong_addresses_do_not(applicant, code):
    lila = applicant()
    lila.offers(code)
    given = [lila.gives("wrong@example.test") for _ in range(9)]
    assert [*given, lila.gives()] == [Outcome.WRONG] * 9 + [Outcome.ACTIVATED]


@pytest.mark.parametrize("lapse", [TWO_DAYS - SECOND, TWO_DAYS])
def test_a_code_is_good_for_48_hours(applicant, code, hour, lapse):
    hour.now += lapse
    applicant().activates(code)


@pytest.mark.parametrize(
    "validated_at",
    [START, datetime(2023, 10, 28, 11, tzinfo=UTC), datetime(2024, 3, 30, 12, tzinfo=UTC)],
    ids=["summer", "to winter time", "to summer time"],
)
def test_a_second_later_it_is_refused_and_its_address_free(applicant, deliver, hour, validated_at):
    hour.now = validated_at
    applicant().registers()
    code = deliver()[LILA.email]
    hour.now += TWO_DAYS
    assert applicant().offers(code)
    hour.now += SECOND
    assert not applicant().offers(code)
    applicant().registers()
    assert (deliver()[LILA.email] != code, applicant().offers(code)) == (True, False)


def test_the_last_form_is_what_must_be_in_time(applicant, code, hour):
    hour.now += TWO_DAYS
    early, late = applicant(), applicant()
    early.offers(code), late.offers(code)
    journey = late.journey
    hour.now += SECOND
    assert (activation.activate(late.site, journey, LILA.email, hour.now), early.journey) == (Outcome.LOST, None)


def test_nothing_remains_of_a_request_that_is_over(applicant, site, deliver, hour):
    lila = applicant()
    lila.registers()
    code = deliver()[LILA.email]
    lila.offers(code)
    hour.now += TWO_DAYS + SECOND
    assert (lila.journey, lila.draft) == (None, None)
    kept = {"web_session", "daily_numbers"}
    with site.database.begin() as db:
        left = {table.name for table in Base.metadata.sorted_tables if db.execute(select(table)).first()}
    assert left <= kept


def test_the_48_hours_do_not_run_before_the_mail_has_left(applicant, deliver, hour):
    applicant().registers()
    hour.passes(days=5)
    other = applicant()
    other.accepts_terms()
    assert other.chooses() is not None
    code = deliver()[LILA.email]
    hour.now += TWO_DAYS
    applicant().activates(code)


def test_a_mail_refused_for_good_ends_its_request(applicant, site, hour):
    applicant().registers()
    with site.database.begin() as db:
        outbox.mark_refused(db, db.get_one(OutboxMail, 1).message_id, hour.now)
    applicant().registers()


def test_a_request_without_mail_waits_48_hours_from_its_making(applicant, seed, hour):
    seed(state=State.PRE_REGISTERED)
    hour.now += TWO_DAYS
    lila = applicant()
    lila.accepts_terms()
    assert lila.chooses() is not None
    hour.now += SECOND
    assert lila.chooses() is None


def test_only_the_session_of_the_activation_sees_the_space(applicant, code):
    lila, other = applicant(), applicant()
    other.offers(code)
    lila.activates(code)
    assert (lila.journey.reached, other.journey) == (Reached.DONE, None)
    activation.give_up(lila.site, lila.session_id)
    assert lila.journey is None


def test_a_journey_that_has_activated_nothing_sees_nothing(applicant, code):
    lila = applicant()
    lila.offers(code)
    with pytest.raises(ValueError, match="nothing"):
        activation.space_of(lila.site, lila.journey)


def test_who_gives_up_may_come_back_with_the_code(applicant, code):
    lila = applicant()
    lila.offers(code)
    activation.give_up(lila.site, lila.session_id)
    assert (lila.journey, lila.site.typed_codes.get(1)) == (None, None)
    lila.activates(code)


def test_after_a_restart_the_code_is_asked_for_again(applicant, code):
    lila = applicant()
    lila.offers(code)
    lila.site = Site(lila.site.database, lila.site.hasher, wake=lambda: None)
    assert lila.journey is None
    lila.activates(code)


@pytest.mark.parametrize(
    ("registered", "activated", "number"),
    [
        (datetime(2023, 8, 21, 21, 50, tzinfo=UTC), datetime(2023, 8, 21, 22, 10, tzinfo=UTC), "20232340000101"),
        (datetime(2024, 12, 31, 9, tzinfo=UTC), datetime(2024, 12, 31, 22, 59, 59, tzinfo=UTC), "20243660000101"),
        (datetime(2024, 12, 31, 9, tzinfo=UTC), datetime(2024, 12, 31, 23, tzinfo=UTC), "20250010000101"),
    ],
)
def test_the_number_is_of_the_day_of_the_activation_in_paris(applicant, deliver, hour, registered, activated, number):
    hour.now = registered
    applicant().registers()
    code = deliver()[LILA.email]
    hour.now = activated
    assert applicant().activates(code) == number


def test_a_day_without_a_number_left_is_told_and_the_code_stays_good(applicant, code, seed, hour, monkeypatch):
    monkeypatch.setattr(subscriber, "LAST_OF_THE_DAY", 1)
    seed(email="other@example.test")
    lila = applicant()
    lila.offers(code)
    with pytest.raises(subscriber.NumbersExhausted):
        lila.gives()
    hour.passes(days=1)
    assert lila.gives() is Outcome.ACTIVATED
