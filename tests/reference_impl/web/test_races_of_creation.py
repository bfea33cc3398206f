"""Twenty at once: one request for an address, one activation of a code, numbers of their own (G10, G40, G63)."""

import pytest
from sqlalchemy import select

from reference_impl.store.database import MEMORY, Database
from reference_impl.store.tables import Activation, ClaimedAddress, Space
from tests.reference_impl.web.conftest import ACTIVATED, ACTIVATION, EMAIL, RECAP, REGISTERED
from tests.reference_impl.web.test_races import together, twin

MANY = 20


@pytest.fixture(params=["memory", "file"])
def database(request, tmp_path):
    database = Database(MEMORY if request.param == "memory" else str(tmp_path / "site.sqlite3"))
    yield database
    database.close()


@pytest.fixture
def kept(site):
    """The values of a column, all rows in order."""

    def values(column) -> list:
        with site.database.begin() as db:
            return list(db.scalars(select(column).order_by(column)))

    return values


@pytest.fixture
def holders(applicants):
    """Twenty visitors who have all given one and the same code."""
    crowd = [applicants() for _ in range(MANY)]
    crowd[0].registers()
    code = crowd[0].code()
    for each in crowd:
        each.offers(code)
    return crowd


def paths(pages) -> list[str]:
    return [page.path for page in pages]


def test_of_twenty_registrations_of_one_address_one_is_pending(applicants, mails, kept):
    crowd = [applicants() for _ in range(MANY)]
    for each in crowd:
        assert each.reaches_recap().path == RECAP
    ends = paths(together(*(each.validates for each in crowd)))
    assert (ends.count(REGISTERED), ends.count(RECAP)) == (1, MANY - 1)
    assert (mails(), len(kept(Activation.id)), kept(ClaimedAddress.address)) == ([EMAIL], 1, [EMAIL.lower()])


def test_twenty_validations_of_one_draft_make_one_request(applicant, mails, kept):
    applicant.reaches_recap()
    tabs = [twin(applicant) for _ in range(MANY)]
    assert paths(together(*(tab.validates for tab in tabs))) == [REGISTERED] * MANY
    assert (mails(), len(kept(Activation.id))) == ([EMAIL], 1)


def test_of_twenty_activations_of_one_code_one_succeeds(holders, kept):
    ends = paths(together(*(each.confirms for each in holders)))
    assert (ends.count(ACTIVATED), ends.count(ACTIVATION)) == (1, MANY - 1)
    assert (kept(Space.subscriber_number), kept(Activation.id)) == (["20231570000101"], [])


def test_twenty_posts_of_one_tab_activate_once_and_all_lead_to_the_end(applicant, kept):
    applicant.registers()
    applicant.offers()
    tabs = [twin(applicant) for _ in range(MANY)]
    assert paths(together(*(tab.confirms for tab in tabs))) == [ACTIVATED] * MANY
    assert kept(Space.subscriber_number) == ["20231570000101"]


def test_activations_of_several_codes_have_numbers_of_their_own(applicants, kept):
    crowd = [applicants() for _ in range(8)]
    for index, each in enumerate(crowd):
        each.registers(f"a{index}@example.test")
        each.offers()
    together(
        *(lambda each=each, index=index: each.confirms(f"a{index}@example.test") for index, each in enumerate(crowd))
    )
    assert kept(Space.subscriber_number) == [f"2023157{index:05d}{index:02d}" for index in range(1, 9)]


def test_simultaneous_wrong_addresses_do_not_slip_past_the_limit(holders, kept):
    together(*(lambda each=each: each.confirms("wrong@example.test") for each in holders))
    assert (kept(Activation.id), kept(Space.id), kept(ClaimedAddress.address)) == ([], [], [])
