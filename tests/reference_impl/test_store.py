"""What the database itself holds: unique addresses, secrets that last, and numbers of the day."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError

from reference_impl.domain import addresses, subscriber
from reference_impl.procedures import forgotten
from reference_impl.procedures.seeding import AddressTaken
from reference_impl.store import activations, captchas, keys, spaces
from reference_impl.store.database import Database
from reference_impl.store.tables import ClaimedAddress, Registrant, Registration, Space, State
from reference_impl.store.web_sessions import SessionGone
from tests.reference_impl.conftest import LILA


@pytest.mark.parametrize("state", [State.ACTIVE, State.PRE_REGISTERED])
def test_a_second_space_or_request_with_the_address_is_refused(seed, lila, state):
    with pytest.raises(AddressTaken):
        seed(email="lila.ROSEMONDE@EXAMPLE.test", state=state)


def test_the_database_itself_refuses_a_second_claim_on_an_address(site, lila, hour):
    asked = Registration(answer_hash="", **dict.fromkeys({*Registrant.__annotations__} - {"terms_accepted_at"}, ""))
    with pytest.raises(IntegrityError, match=r"claimed_address\.address"), site.database.begin() as db:
        activations.register(db, activations.without_mail(hour.now), asked, LILA.email.lower())


def test_the_database_itself_refuses_an_address_that_is_nobodys(site):
    with pytest.raises(IntegrityError, match="CHECK"), site.database.begin() as db:
        db.add(ClaimedAddress(address="nobody@example.test"))


def test_a_number_is_not_given_again_when_its_space_is_gone(site, seed, lila):
    with site.database.begin() as db:
        db.execute(delete(Space))
    assert (seed(), lila) == ("20231570000202", "20231570000101")


def test_the_hundredth_number_of_a_day(site, hour):
    with site.database.begin() as db:
        numbers = [spaces.next_number(db, hour.now) for _ in range(101)]
    assert numbers[98:] == ["20231570009999", "20231570010000", "20231570010101"]


def test_numbers_follow_each_other_and_begin_again_each_day_of_paris(seed, hour):
    first = [seed(email=f"a{index}@example.test") for index in range(2)]
    hour.now = datetime(2023, 6, 6, 22, tzinfo=UTC)
    assert [*first, seed(email="b@example.test")] == ["20231570000101", "20231570000202", "20231580000101"]


def test_no_more_numbers_than_a_day_has(seed, monkeypatch):
    monkeypatch.setattr(subscriber, "LAST_OF_THE_DAY", 1)
    seed()
    for _ in range(2):  # what was refused is not counted
        with pytest.raises(subscriber.NumbersExhausted, match="no number is left on 2023-06-06"):
            seed(email="other@example.test")


def test_nothing_hangs_on_a_session_that_is_gone(site, hour):
    with pytest.raises(SessionGone):
        forgotten.begin(site, 999, addresses.parse("lila@example.test"))
    with pytest.raises(SessionGone), site.database.begin() as db:
        captchas.draw(db, 999, "abdehj", hour.now)


def test_keys_and_spaces_survive_a_restart(tmp_path):
    path = str(tmp_path / "site.sqlite3")
    read = []
    for _ in range(2):
        database = Database(path)
        with database.begin() as db:
            read.append(keys.get(db, keys.DECOYS))
        database.close()
    assert read[0] == read[1]


def test_an_instant_without_a_time_zone_is_refused(seed, hour):
    hour.now = datetime(2023, 6, 6, 8)  # noqa: DTZ001 - that is the point
    with pytest.raises(StatementError, match="time zone"):
        seed()


def test_an_error_of_the_database_does_not_quote_what_it_was_given(site):
    with pytest.raises(SQLAlchemyError) as raised, site.database.begin() as db:
        db.execute(text("SELECT nonsense FROM space WHERE email = :email"), {"email": "lila@example.test"})
    assert "lila" not in str(raised.value)
