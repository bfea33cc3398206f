"""Twenty at once at « Modifiez vos identifiants » and at the activation of what it asks for (G10, G40, G63)."""

import pytest
from sqlalchemy import select

from reference_impl.store.database import MEMORY, Database
from reference_impl.store.tables import Activation, AddressChange, ClaimedAddress, Modification, Space
from tests.reference_impl.conftest import LILA, NEW, OLD
from tests.reference_impl.web.conftest import ACTIVATED, ACTIVATION, CHANGED, CREDENTIALS, FRESH, WAITING
from tests.reference_impl.web.test_races import OTHER, together, twin

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


def paths(pages) -> list[str]:
    return [page.path for page in pages]


def tabs(visitor, path=CREDENTIALS):
    """Twenty tabs that show one and the same form."""
    visitor.get(path)
    return [twin(visitor) for _ in range(MANY)]


@pytest.mark.parametrize(
    ("wish", "end", "recipient"),
    [((None, NEW), CHANGED, LILA.email), ((FRESH, None), WAITING, FRESH), ((FRESH, NEW), WAITING, FRESH)],
)
def test_one_form_sent_twenty_times_does_it_once(her, mails, kept, wish, end, recipient):
    ends = paths(together(*(lambda tab=tab: tab.sends(*wish) for tab in tabs(her))))
    assert ends == [end] * MANY
    assert (mails(), len(kept(Modification.id))) == ([recipient], 1)


def test_of_twenty_activations_of_one_code_one_succeeds(her, applicants, kept, mails, visit):
    her.changes(FRESH, NEW)
    code = her.code()
    crowd = [applicants() for _ in range(MANY)]
    for each in crowd:
        each.offers(code)
    ends = paths(together(*(lambda each=each: each.confirms(FRESH) for each in crowd)))
    assert (ends.count(ACTIVATED), ends.count(ACTIVATION)) == (1, MANY - 1)
    assert (kept(Activation.id), kept(AddressChange.id), kept(ClaimedAddress.address)) == ([], [], [FRESH])
    assert mails() == [FRESH, FRESH]  # the code, and one confirmation
    assert visit().logs_in(FRESH, NEW).path == "/espace"


def test_of_eight_spaces_that_want_one_address_one_gets_it(app, site, seed, kept, mails, owner):
    crowd = []
    for index in range(8):
        seed(email=f"a{index}@example.test")
        crowd.append(type(owner())(site, app.test_client()))
        crowd[-1].logs_in(f"a{index}@example.test")
        crowd[-1].get(CREDENTIALS)
    ends = paths(together(*(lambda each=each: each.sends(FRESH) for each in crowd)))
    assert (ends.count(WAITING), ends.count(CREDENTIALS)) == (1, 7)
    assert (mails(), len(kept(AddressChange.id))) == ([FRESH], 1)


def test_of_eight_addresses_that_one_space_wants_one_waits(owner, kept):
    crowd = [owner() for _ in range(8)]
    for each in crowd:
        each.get(CREDENTIALS)
    together(*(lambda each=each, index=index: each.sends(f"a{index}@example.test") for index, each in enumerate(crowd)))
    assert (len(kept(AddressChange.id)), len(kept(Activation.id)), len(kept(ClaimedAddress.address))) == (1, 1, 2)


def test_of_two_sessions_with_a_password_each_one_wins_and_the_other_is_out(owner, mails, visit):
    one, other = owner(), owner()
    for each in (one, other):
        each.get(CREDENTIALS)
    ends = paths(together(lambda: one.sends(password=NEW), lambda: other.sends(password=OTHER)))
    assert sorted(ends) == ["/authentification", CHANGED]
    assert mails() == [LILA.email]
    opened = [visit().logs_in(password=password).path == "/espace" for password in (NEW, OTHER, OLD)]
    assert opened == [ends[0] == CHANGED, ends[1] == CHANGED, False]


def test_an_activation_while_the_owner_asks_for_another_address_leaves_one_sound_state(her, applicant, kept):
    her.changes(FRESH)
    applicant.offers(her.code())
    her.get(CREDENTIALS)
    together(lambda: applicant.confirms(FRESH), lambda: her.sends("another@example.test"))
    [email] = kept(Space.email)
    asked = kept(AddressChange.email)
    assert (email, asked) in [(FRESH, []), (LILA.email, ["another@example.test"]), (FRESH, ["another@example.test"])]
    assert kept(ClaimedAddress.address) == sorted([email.lower(), *asked])
