"""Many at once at the option: one request a number, one space an address, no try beyond the fifth (G01, G10)."""

import pytest

from reference_impl.store.option_tables import OptionRequest, OptionRun
from reference_impl.store.tables import Activation, ClaimedAddress, FurtherQuestion, Space, State
from tests.reference_impl.conftest import LILA, NEW, RIGHT
from tests.reference_impl.web.conftest import ACTIVATED, ACTIVATION, CHOICE, FRESH, NUMBER, QUESTION, VALIDATION
from tests.reference_impl.web.test_races import IN_MEMORY_AND_IN_A_FILE, MANY, paths, together, twin

pytestmark = IN_MEMORY_AND_IN_A_FILE

EIGHT = range(8)
SHARED = LILA.email.lower()


@pytest.fixture
def judged(site, monkeypatch):
    """Each answer that is compared from now on."""
    compared, sound = [], site.hasher.matches
    monkeypatch.setattr(site.hasher, "matches", lambda kept, secret: compared.append(secret) or sound(kept, secret))
    return compared


def test_twenty_validations_of_one_run_make_one_request(optant, mails, kept):
    optant.reaches_question()
    tabs = [twin(optant) for _ in range(MANY)]
    assert paths(together(*(tab.asks for tab in tabs))) == [VALIDATION] * MANY
    assert (mails(), len(kept(OptionRequest.id)), kept(ClaimedAddress.address)) == ([LILA.email], 1, [SHARED])


def test_of_eight_firms_that_share_an_address_one_keeps_it(optants, certified, mails, kept):
    crowd = [optants(certified()) for _ in EIGHT]
    assert [each.reaches_question().path for each in crowd] == [QUESTION] * 8
    ends = paths(together(*(each.asks for each in crowd)))
    assert (ends.count(VALIDATION), ends.count(QUESTION)) == (1, 7)
    assert (mails(), len(kept(OptionRequest.id)), kept(ClaimedAddress.address)) == ([LILA.email], 1, [SHARED])


def test_of_eight_browsers_with_one_number_and_one_address_one_asks(optants, certified, mails, kept):
    crowd = [optants(number) for number in [certified()] * 8]
    for each in crowd:
        each.reaches_question()
    ends = paths(together(*(each.asks for each in crowd)))
    assert (ends.count(VALIDATION), ends.count(QUESTION)) == (1, 7)
    assert (mails(), len(kept(Activation.id))) == ([LILA.email], 1)


def test_of_eight_addresses_for_one_number_the_last_asked_for_waits(optants, certified, mails, kept):
    crowd = [optants(number) for number in [certified()] * 8]
    for index, each in enumerate(crowd):
        each.reaches_question(f"a{index}@example.test")
    pages = together(*(each.asks for each in crowd))
    assert {page.status for page in pages} == {200}
    assert mails() == kept(OptionRequest.email) == kept(ClaimedAddress.address)
    assert (len(mails()), len(kept(OptionRun.id))) == (1, 1)


def test_of_twenty_activations_of_one_code_one_transforms_the_space(optant, applicants, kept, mails):
    optant.opts(FRESH)
    code, crowd = optant.code(), [applicants() for _ in range(MANY)]
    for each in crowd:
        each.offers(code)
    ends = paths(together(*(lambda each=each: each.confirms(FRESH) for each in crowd)))
    assert (ends.count(ACTIVATED), ends.count(ACTIVATION)) == (1, MANY - 1)
    assert (kept(Space.state), kept(Space.subscriber_number)) == ([State.ACTIVE], [optant.number])
    assert (kept(FurtherQuestion.id), kept(Activation.id), kept(ClaimedAddress.address)) == ([], [], [FRESH])
    assert mails() == [FRESH]


def test_guesses_of_many_tabs_at_once_do_not_slip_past_the_fifth(optant, judged):
    optant.gives_number()
    tabs = [twin(optant) for _ in range(12)]
    pages = together(
        *(lambda tab=tab, rank=rank: tab.answers_all(f"a{rank}", "b", "c") for rank, tab in enumerate(tabs))
    )
    assert ({page.status for page in pages}, len(judged)) == ({422}, 5 * 3)


def test_guesses_of_many_visitors_at_once_do_not_slip_past_the_fifth(optants, certified, judged):
    crowd = [optants(number) for number in [certified()] * 12]
    for each in crowd:
        each.gives_number()
    together(*(lambda each=each, rank=rank: each.answers_all(f"a{rank}", "b", "c") for rank, each in enumerate(crowd)))
    assert len(judged) == 5 * 3
    assert "suspendue" in crowd[0].answers_all().alert


def test_two_simultaneous_right_answers_open_one_session(optant, kept):
    optant.gives_number()
    tabs = [optant, twin(optant)]
    ends = paths(together(*(tab.answers_all for tab in tabs)))
    assert CHOICE in ends
    assert set(ends) <= {CHOICE, NUMBER}
    assert len(kept(OptionRun.id)) == 1


def test_answers_judged_while_the_space_is_transformed_lead_to_the_start(optants, certified, site, monkeypatch):
    lila, late = (optants(number) for number in [certified()] * 2)
    lila.opts()
    late.gives_number()
    lila.offers()
    sound = site.hasher.matches

    def meanwhile(kept, secret):
        monkeypatch.setattr(site.hasher, "matches", sound)
        assert lila.confirms().path == ACTIVATED
        return sound(kept, secret)

    monkeypatch.setattr(site.hasher, "matches", meanwhile)
    assert (late.answers_all(*RIGHT).path, "pas accessible" in late.page.alert) == (NUMBER, True)


def test_an_activation_while_a_colleague_asks_for_the_address_leaves_one_sound_state(optants, certified, kept, visit):
    first, second = optants(certified()), optants(certified())
    first.reaches_question(FRESH)
    first.asks()
    first.offers()
    second.reaches_question(LILA.email)
    second.picks("a@example.test")
    ends = paths(together(lambda: first.confirms(FRESH), second.asks))
    assert ends == [ACTIVATED, VALIDATION]
    assert (kept(Space.state), kept(OptionRequest.email)) == ([State.ACTIVE, State.CERTIFICATE], ["a@example.test"])
    assert visit().logs_in(FRESH, NEW).path == "/espace"
