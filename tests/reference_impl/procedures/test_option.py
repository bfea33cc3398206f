"""The option for the access without certificate, without its screens (EP4 chapters 2 to 4)."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from reference_impl.domain import addresses
from reference_impl.domain.claims import Holder, Taken
from reference_impl.domain.option import Reached
from reference_impl.procedures import activation, log_in, option
from reference_impl.procedures.activation import Outcome
from reference_impl.procedures.tries import Judgement
from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Activation, ClaimedAddress, FurtherQuestion, Space, State
from tests.reference_impl.conftest import LILA, NEW, RIGHT
from tests.reference_impl.procedures.conftest import Applicant

FRESH, OTHER = "lila.fresh@example.test", "lila.other@example.test"
SURNAME, PET = "Quel est votre surnom ?", "Lilou"
TWO_DAYS, SECOND = timedelta(hours=48), timedelta(seconds=1)


@dataclass
class CertificateHolder(Applicant):
    """Somebody with a certificate space."""

    @property
    def run(self) -> OptionRun | None:
        return option.current(self.site, self.session_id, self.hour.now)

    def begins(self, number: str) -> bool:
        return option.begin(self.site, self.session_id, number)

    def answers_all(self, *typed: str) -> Judgement:
        judged = option.judge(self.site, self.run, list(typed or RIGHT), self.hour.now)
        self.session_id = judged.session_id or self.session_id
        return judged.judgement

    def picks(self, email: str = LILA.email, password: str = NEW) -> Taken | None:
        return option.identify(self.site, self.run, addresses.parse(email), password, self.hour.now)

    def asks(self, question: str = SURNAME, answer: str = PET) -> Taken | None:
        return option.validate(self.site, self.run, question, answer, self.hour.now)

    def reaches_question(self, number: str, email: str = LILA.email) -> None:
        assert self.begins(number)
        assert self.answers_all() is Judgement.RIGHT
        assert self.picks(email) is None

    def opts(self, number: str, email: str = LILA.email) -> None:
        self.reaches_question(number, email)
        assert self.asks() is None


@pytest.fixture
def holder(arrives):
    """Open a session for somebody new."""
    return lambda: arrives(CertificateHolder)


@pytest.fixture
def number(certified) -> str:
    return certified()


@pytest.fixture
def opens(site, hour):
    """Whether an address and the new password open a space."""
    return lambda email=LILA.email: log_in.log_in(site, email, NEW, hour.now).space_id is not None


@pytest.fixture
def held(site):
    """What is kept of the first space, and how many rows hang on the way to an option."""

    def held() -> tuple[dict[str, object], list[int]]:
        kinds = (FurtherQuestion, OptionRequest, OptionRun, Activation, ClaimedAddress)
        with site.database.begin() as db:
            space = db.get_one(Space, 1)
            columns = {column.name: getattr(space, column.name) for column in Space.__table__.columns}
            return columns, [db.scalar(select(func.count()).select_from(kind)) for kind in kinds]

    return held


def test_a_certificate_space_becomes_one_with_address_and_password(holder, number, opens, deliver):
    lila = holder()
    lila.opts(number)
    codes = deliver()
    assert (list(codes), opens()) == ([LILA.email], False)
    assert lila.activates(codes[LILA.email]) == number
    assert (opens(), deliver()) == (True, {})


def test_nothing_changes_but_the_certificate(holder, number, deliver, held):
    before, _ = held()
    lila = holder()
    lila.opts(number, FRESH)
    assert held()[0] == before
    lila.activates(deliver()[FRESH], FRESH)
    changed = {name for name, value in held()[0].items() if value != before[name]}
    assert changed == {"state", "email", "password_hash", "password_set_at", "question", "answer_hash"}


def test_the_services_stay(holder, number, deliver, site):
    lila = holder()
    lila.opts(number)
    lila.activates(deliver()[LILA.email])
    space = activation.space_of(site, lila.journey)
    kept = [(service.company, service.siren, service.name) for service in space.services]
    assert (space.state, kept, space.question) == (State.ACTIVE, list(LILA.services), SURNAME)


def test_the_three_answers_are_destroyed(holder, number, deliver, held, site):
    lila = holder()
    lila.opts(number)
    lila.activates(deliver()[LILA.email])
    assert held()[1] == [0, 0, 0, 0, 1]
    with site.database.begin() as db:
        kept = db.get_one(Space, 1).answer_hash
    assert [site.hasher.matches(kept, answer) for answer in ("paul", "escrime", "lilou")] == [False, False, True]


@pytest.mark.parametrize("typed", ["20231570000101", "20231570000202", "2023157000010", "", "2023157000010x"])
def test_a_number_that_is_not_recognised(holder, lila, typed):
    somebody = holder()
    assert (somebody.begins(typed), somebody.run) == (False, None)


def test_a_converted_space_is_not_recognised_any_more(holder, number, deliver):
    lila = holder()
    lila.opts(number)
    lila.activates(deliver()[LILA.email])
    assert not holder().begins(number)


def test_a_space_without_its_three_questions_cannot_opt(holder, certified):
    assert not holder().begins(certified(other_questions=()))


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_all_three_answers_are_needed(holder, number, missing):
    lila = holder()
    lila.begins(number)
    typed = ["Ratatouille" if rank == missing else answer for rank, answer in enumerate(RIGHT)]
    assert (lila.answers_all(*typed), lila.run.reached) == (Judgement.WRONG, Reached.VERIFICATION)


@pytest.mark.parametrize(
    ("typed", "judged"),
    [
        (["PAUL", " escrime ", "pêche  a la MOUCHE"], Judgement.RIGHT),
        (["Paul", "Pêche à la mouche", "Escrime"], Judgement.WRONG),
        (["Paul", "Escrime", "Pêche-à-la-mouche"], Judgement.WRONG),
        (["Paul", "", "Pêche à la mouche"], Judgement.WRONG),
    ],
)
def test_answers_are_compared_as_everywhere(holder, number, typed, judged):
    lila = holder()
    lila.begins(number)
    assert lila.answers_all(*typed) is judged


def test_five_wrong_tries_suspend_the_space_for_an_hour_from_any_browser(holder, number, hour):
    somebody = holder()
    somebody.begins(number)
    assert {somebody.answers_all("a", "b", "c") for _ in range(5)} == {Judgement.WRONG}
    lila = holder()
    lila.begins(number)
    assert lila.answers_all() is Judgement.SUSPENDED
    hour.passes(hours=1)
    lila = holder()
    lila.begins(number)
    assert lila.answers_all() is Judgement.RIGHT


def test_after_48_hours_the_space_is_as_before(holder, number, deliver, held, hour):
    before = held()
    lila = holder()
    lila.opts(number, FRESH)
    code = deliver()[FRESH]
    hour.passes(hours=48)
    assert lila.offers(code)
    hour.passes(seconds=1)
    late = holder()
    assert (late.offers(code), late.run, held()[0]) == (False, None, before[0])
    late.opts(number, FRESH)


def test_nobody_enters_while_it_waits(holder, number, opens, deliver, hour):
    holder().opts(number)
    deliver()
    assert not opens()
    hour.passes(hours=47)
    assert not opens()


def test_the_first_colleague_keeps_the_address_the_next_chooses_another(holder, number, certified, deliver, opens):
    first, second, theirs = holder(), holder(), certified(first_name="Basile")
    first.opts(number)
    second.begins(theirs)
    second.answers_all()
    assert second.picks().holder is Holder.REQUEST
    first.activates(deliver()[LILA.email])
    assert second.picks() == Taken(Holder.SPACE)
    assert (second.picks(FRESH), second.asks()) == (None, None)
    assert second.activates(deliver()[FRESH], FRESH) == theirs
    assert (opens(), opens(FRESH)) == (True, True)


def test_an_address_that_was_not_activated_is_free_for_a_colleague(holder, number, certified, deliver, hour):
    theirs = certified(first_name="Basile")
    holder().opts(number)
    deliver()
    hour.passes(hours=48, seconds=1)
    holder().opts(theirs)


def test_who_validates_second_is_refused(holder, number, certified):
    first, second = holder(), holder()
    first.reaches_question(number)
    second.reaches_question(certified(first_name="Basile"))
    assert (first.asks(), second.asks().holder) == (None, Holder.REQUEST)
    assert second.run.reached is Reached.QUESTION


def test_another_address_takes_the_place_of_the_first_the_same_is_refused(holder, number, deliver):
    holder().opts(number, FRESH)
    dead = deliver()[FRESH]
    again = holder()
    again.begins(number)
    again.answers_all()
    assert again.picks(FRESH).holder is Holder.REQUEST
    assert (again.picks(OTHER), again.asks()) == (None, None)
    assert not holder().offers(dead)
    assert again.activates(deliver()[OTHER], OTHER) == number


def test_validated_twice_it_is_done_once(holder, number, deliver, mails):
    lila = holder()
    lila.opts(number)
    assert (lila.asks(answer="Autre"), mails()) == (None, [LILA.email])
    assert lila.run.reached is Reached.DONE


def test_a_second_browser_on_the_way_is_lost_at_the_activation(holder, number, deliver):
    late = holder()
    late.reaches_question(number, FRESH)
    lila = holder()
    lila.opts(number)
    lila.activates(deliver()[LILA.email])
    assert late.run is None


def test_answers_that_come_while_the_space_is_transformed_are_lost(holder, number, deliver, hour, site):
    late, lila = holder(), holder()
    late.begins(number)
    on_its_way = late.run
    lila.opts(number)
    lila.activates(deliver()[LILA.email])
    assert option.judge(site, on_its_way, list(RIGHT), hour.now).judgement is Judgement.LOST


def test_the_code_wants_its_own_address(holder, number, deliver):
    lila = holder()
    lila.opts(number, FRESH)
    assert lila.offers(deliver()[FRESH])
    assert lila.gives(LILA.email) is Outcome.WRONG
    assert lila.gives(FRESH) is Outcome.ACTIVATED


def test_quitting_leaves_nothing(holder, number, held, site):
    before = held()
    lila = holder()
    lila.reaches_question(number)
    option.jot(site, lila.run, SURNAME, PET)
    run_id = lila.run.id
    option.give_up(site, lila.session_id)
    assert (lila.run, site.option_answers.get(run_id), held()) == (None, None, before)


def test_what_is_typed_is_never_kept_in_clear(holder, number, site):
    lila = holder()
    lila.opts(number, FRESH)
    with site.database.begin() as db:
        rows = str(
            [
                vars(row)
                for kind in (Space, FurtherQuestion, OptionRequest, OptionRun)
                for row in db.scalars(select(kind))
            ]
        )
    assert not [secret for secret in (NEW, PET, *RIGHT) if secret in rows]
