"""« Modifiez vos identifiants » without its screens: at once, or together at the activation (EP5 chapters 3 and 4)."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import delete, select

from reference_impl.domain import addresses
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.credentials import Wish
from reference_impl.domain.passwords import Refusal
from reference_impl.mail.outbox import OutboxMail
from reference_impl.procedures import credentials, forgotten, log_in
from reference_impl.procedures.activation import Outcome
from reference_impl.store import spaces, web_sessions
from reference_impl.store.tables import AddressChange, Attempt, ClaimedAddress, Space, State
from reference_impl.store.web_sessions import SessionGone
from tests.reference_impl.conftest import LILA, NEW, OLD, START
from tests.reference_impl.procedures.conftest import Applicant

FRESH, OTHER = "lila.fresh@example.test", "lila.other@example.test"
THIRD = "Wd8sXf4nJq2vGm7kPz5c"
TWO_DAYS, SECOND = timedelta(hours=48), timedelta(seconds=1)
forms = count()


@dataclass
class Owner(Applicant):
    """Somebody logged in to their space."""

    @property
    def space(self) -> Space:
        with self.site.database.begin() as db:
            return spaces.get(db, 1)

    def asks(self, email: str | None = None, password: str | None = None, form: str | None = None) -> Taken | None:
        wish = Wish(form or str(next(forms)), email and addresses.parse(email), password)
        return credentials.modify(self.site, self.session_id, self.space, wish, self.hour.now)

    @property
    def obtained(self):
        return credentials.current(self.site, self.session_id, self.hour.now)


@pytest.fixture
def owner(arrives, lila):
    """Log Lila in, once more."""
    return lambda: arrives(Owner, 1)


@pytest.fixture
def opens(site, hour):
    """The pairs, of an address and a password, that open a space now."""

    def opens() -> set[tuple[str, str]]:
        with site.database.begin() as db:
            db.execute(delete(Attempt))  # what was refused before delays nobody
        pairs = {(email, password) for email in (LILA.email, FRESH, OTHER) for password in (OLD, NEW, THIRD)}
        return {pair for pair in pairs if log_in.log_in(site, *pair, hour.now).space_id == 1}

    return opens


@pytest.fixture
def still_open(site, hour):
    def still_open(owner: Owner) -> bool:
        with site.database.begin() as db:
            try:
                web_sessions.require_in(db, owner.session_id, 1)
            except SessionGone:
                return False
        return True

    return still_open


def test_a_password_alone_is_in_force_at_once(owner, opens, deliver, hour):
    hour.passes(days=100)
    lila = owner()
    assert lila.asks(password=NEW) is None
    assert (lila.obtained.valid_until.isoformat(), lila.obtained.activation_id) == ("2026-09-13", None)
    assert lila.space.password_set_at == hour.now
    assert (opens(), deliver()) == ({(LILA.email, NEW)}, {LILA.email: "13 septembre 2026"})


def test_an_address_alone_waits_for_its_code(owner, opens, applicant, deliver):
    lila = owner()
    assert lila.asks(FRESH) is None
    assert (lila.obtained.valid_until, lila.obtained.activation_id) == (None, 1)
    assert opens() == {(LILA.email, OLD)}
    codes = deliver()
    assert list(codes) == [FRESH]
    applicant().activates(codes[FRESH], FRESH)
    assert (opens(), deliver(), owner().space.password_set_at) == ({(FRESH, OLD)}, {}, START)


def test_both_take_effect_together(owner, opens, applicant, deliver, hour):
    owner().asks(FRESH, NEW)
    assert opens() == {(LILA.email, OLD)}
    codes = deliver()
    hour.passes(hours=40)
    applicant().activates(codes[FRESH], FRESH)
    assert (owner().space.password_set_at, list(codes)) == (hour.now, [FRESH])
    assert deliver() == {FRESH: "07 juin 2026"}
    assert opens() == {(FRESH, NEW)}


def test_after_48_hours_nothing_has_changed(owner, opens, applicant, deliver, hour, site):
    lila = owner()
    before = vars(lila.space).copy()
    lila.asks(FRESH, NEW)
    code = deliver()[FRESH]
    hour.now += TWO_DAYS
    assert applicant().offers(code)
    hour.now += SECOND
    assert not applicant().offers(code)
    assert (lila.obtained, credentials.pending(site, lila.space, hour.now)) == (None, None)
    assert (opens(), deliver()) == ({(LILA.email, OLD)}, {})
    assert {name: value for name, value in vars(lila.space).items() if not isinstance(value, list)}.items() >= {
        name: before[name] for name in ("subscriber_number", "email", "password_hash", "password_set_at")
    }.items()


def test_the_address_before_is_held_then_free_and_the_new_one_the_other_way_round(owner, applicant, deliver, hour):
    owner().asks(FRESH)
    somebody = applicant()
    somebody.accepts_terms()
    assert somebody.chooses(LILA.email) == Taken(Holder.SPACE)
    assert somebody.chooses(FRESH) == Taken(Holder.REQUEST)
    code = deliver()[FRESH]
    assert somebody.chooses(FRESH) == Taken(Holder.REQUEST, hour.now + TWO_DAYS)
    applicant().activates(code, FRESH)
    assert (somebody.chooses(FRESH), somebody.chooses(LILA.email)) == (Taken(Holder.SPACE), None)


def test_the_content_of_the_space_is_unchanged(owner, applicant, deliver):
    kept = ("subscriber_number", "full_name", "phone", "postal_address", "question", "answer_hash", "state")
    before = owner().space
    owner().asks(FRESH, NEW)
    lila = applicant()
    assert lila.activates(deliver()[FRESH], FRESH) == before.subscriber_number
    after = owner().space
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert [service.name for service in after.services] == ["TVA"]


def test_another_request_takes_the_place_of_the_first(owner, applicant, deliver, opens):
    lila = owner()
    lila.asks(FRESH, NEW)
    first = deliver()[FRESH]
    assert owner().asks(OTHER) is None
    second = deliver()[OTHER]
    assert (applicant().offers(first), lila.obtained) == (False, None)
    applicant().registers(FRESH)
    applicant().activates(second, OTHER)
    assert opens() == {(OTHER, OLD)}


def test_a_mail_that_has_not_left_is_not_sent_once_it_is_replaced(owner, mails):
    owner().asks(FRESH)
    owner().asks(OTHER)
    assert mails() == [OTHER]


def test_towards_the_same_address_it_is_refused_for_48_hours(owner, deliver, hour, mails):
    lila = owner()
    lila.asks(FRESH)
    deliver()
    hour.now += TWO_DAYS
    assert lila.asks(FRESH.upper()) == Taken(Holder.REQUEST, hour.now)
    hour.now += SECOND
    assert lila.asks(FRESH) is None
    assert mails() == [FRESH]  # that of the first request is forgotten with it


@pytest.mark.parametrize("state", [State.ACTIVE, State.CERTIFICATE, State.PRE_REGISTERED])
def test_a_taken_address_changes_nothing(owner, seed, state, opens, mails, site):
    lila = owner()
    seed(email=FRESH, state=state)
    assert lila.asks(FRESH.swapcase(), NEW) is not None
    assert (opens() & {(LILA.email, OLD), (LILA.email, NEW)}, mails()) == ({(LILA.email, OLD)}, [])
    with site.database.begin() as db:
        assert db.scalars(select(AddressChange)).all() == []


def test_a_refusal_leaves_the_request_that_waits(owner, seed, deliver, applicant):
    lila = owner()
    lila.asks(FRESH)
    seed(email=OTHER)
    assert lila.asks(OTHER) == Taken(Holder.SPACE)
    applicant().activates(deliver()[FRESH], FRESH)


@pytest.mark.parametrize("wrong", [LILA.email, OTHER, "nobody"])
def test_only_the_new_address_goes_with_the_code(owner, applicant, deliver, wrong):
    owner().asks(FRESH)
    somebody = applicant()
    somebody.offers(deliver()[FRESH])
    assert [somebody.gives(wrong), somebody.gives(FRESH)] == [Outcome.WRONG, Outcome.ACTIVATED]


def test_the_code_of_another_request_activates_neither(owner, applicant, deliver, opens):
    owner().asks(FRESH)
    applicant().registers("other@example.test")
    codes = deliver()
    somebody = applicant()
    somebody.offers(codes["other@example.test"])
    assert somebody.gives(FRESH) is Outcome.WRONG
    assert opens() == {(LILA.email, OLD)}


def test_ten_wrong_addresses_leave_the_space_as_it_was(owner, applicant, deliver, opens):
    owner().asks(FRESH, NEW)
    somebody = applicant()
    somebody.offers(deliver()[FRESH])
    assert [somebody.gives(OTHER) for _ in range(10)][-1] is Outcome.VOID
    assert (opens(), owner().asks(FRESH)) == ({(LILA.email, OLD)}, None)


def test_a_password_alone_leaves_the_present_session_only(owner, still_open):
    elsewhere, here = owner(), owner()
    here.asks(password=NEW)
    assert (still_open(here), still_open(elsewhere)) == (True, False)


def test_an_activation_leaves_no_session(owner, applicant, deliver, still_open):
    elsewhere, here = owner(), owner()
    here.asks(FRESH)
    assert still_open(elsewhere)
    applicant().activates(deliver()[FRESH], FRESH)
    assert (still_open(here), still_open(elsewhere)) == (False, False)


@pytest.mark.parametrize("email", [None, FRESH])
def test_who_was_about_to_set_a_forgotten_password_is_not_any_more(owner, applicant, deliver, site, hour, email):
    here, somebody = owner(), applicant()
    forgotten.begin(site, somebody.session_id, addresses.parse(LILA.email))
    here.asks(email, None if email else NEW)
    if email:
        applicant().activates(deliver()[email], email)
    assert forgotten.current(site, somebody.session_id) is None


def test_of_two_passwords_the_last_chosen_counts(owner, applicant, deliver, opens):
    lila = owner()
    lila.asks(FRESH, NEW)
    code = deliver()[FRESH]
    lila.asks(password=THIRD)
    deliver()
    applicant().activates(code, FRESH)
    assert (opens(), deliver()) == ({(FRESH, THIRD)}, {})


@pytest.mark.parametrize("asked", [{"password": NEW}, {"email": FRESH}, {"email": FRESH, "password": NEW}])
def test_the_same_form_twice_does_it_once(owner, mails, asked, site):
    lila = owner()
    assert [lila.asks(**asked, form="same") for _ in range(2)] == [None, None]
    assert len(mails()) == 1
    assert credentials.refusals(site, lila.session_id, lila.space, "same", NEW, "") == []


def test_the_password_in_force_is_refused_and_the_one_before_is_not(owner, site):
    lila = owner()
    lila.asks(password=NEW)

    def judged(password):
        return credentials.refusals(site, lila.session_id, lila.space, "another", password, "")

    assert (judged(NEW), judged(OLD), judged(OLD[:19])) == ([Refusal.SAME], [], [Refusal.TOO_SHORT])


@pytest.mark.parametrize(
    ("password", "beside"),
    [("Rosemonde.Rosemonde.1", ""), ("capucine.olivier@example.test", "capucine.olivier@example.test")],
)
def test_names_and_addresses_make_a_password_weak(owner, site, password, beside):
    lila = owner()
    assert credentials.refusals(site, lila.session_id, lila.space, "a", password, beside) == [Refusal.WEAK]


def test_a_session_that_was_closed_meanwhile_changes_nothing(owner, opens, mails):
    elsewhere, here = owner(), owner()
    elsewhere.asks(password=NEW)
    with pytest.raises(SessionGone):
        here.asks(FRESH, THIRD)
    assert (opens(), mails()) == ({(LILA.email, NEW)}, [LILA.email])


def test_a_space_has_one_address_at_a_time(owner, applicant, deliver, site):
    owner().asks(FRESH)
    applicant().activates(deliver()[FRESH], FRESH)
    with site.database.begin() as db:
        assert db.scalars(select(ClaimedAddress.address)).all() == [FRESH]
        assert [mail.content for mail in db.scalars(select(OutboxMail))] == [None]
