"""What the database itself holds: unique addresses, secrets that last, and numbers of the day."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError, StatementError

from reference_impl.domain import addresses, subscriber
from reference_impl.procedures import forgotten
from reference_impl.procedures.seeding import AddressTaken
from reference_impl.store import captchas, keys, spaces
from reference_impl.store.database import Database
from reference_impl.store.web_sessions import SessionGone


def test_the_database_refuses_a_second_space_with_the_address(seed, lila):
    with pytest.raises(AddressTaken):
        seed(email="lila.ROSEMONDE@EXAMPLE.test")


def test_numbers_follow_each_other_and_begin_again_each_day_of_paris(seed, hour):
    first = [seed(email=f"a{index}@example.test") for index in range(2)]
    hour.now = datetime(2023, 6, 6, 22, tzinfo=UTC)
    assert [*first, seed(email="b@example.test")] == ["20231570000101", "20231570000202", "20231580000101"]


def test_no_more_numbers_than_a_day_has(site, seed, hour, monkeypatch):
    monkeypatch.setattr(subscriber, "LAST_OF_THE_DAY", 1)
    seed()
    with pytest.raises(subscriber.NumbersExhausted), site.database.begin() as db:
        spaces.next_number(db, hour.now)


def test_nothing_hangs_on_a_session_that_is_gone(site, hour):
    with pytest.raises(SessionGone):
        forgotten.begin(site, 999, addresses.parse("lila@example.test"))
    with pytest.raises(SessionGone), site.database.begin() as db:
        captchas.draw(db, 999, hour.now)


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
