"""The option under attack: no space changes hands, no step is skipped, and the site never falls."""

import pytest

from reference_impl.store.tables import Space
from tests.reference_impl.conftest import LILA, NEW, RIGHT
from tests.reference_impl.web.conftest import (
    ACTIVATED,
    ACTIVATION,
    CHOICE,
    FRESH,
    NUMBER,
    OPTION,
    PET,
    QUESTION,
    SURNAME,
    VALIDATION,
    VERIFICATION,
)
from tests.reference_impl.web.test_attacks import HOSTILE
from tests.reference_impl.web.test_creation_attacks import harmless
from tests.reference_impl.web.test_races import twin

PREVIOUS, LEVEL = f"{QUESTION}/etape-precedente", f"{OPTION}/niveau"
ANSWERS = {f"answers-{rank}": answer for rank, answer in enumerate(RIGHT)}
# Every form, well filled in. The number comes last: it begins again.
POSTS = {
    CHOICE: {"address": FRESH, "address_again": FRESH, "password": NEW, "password_again": NEW},
    LEVEL: {"address": FRESH, "password": NEW},
    PREVIOUS: {"question": SURNAME, "answer": PET},
    VERIFICATION: ANSWERS,
    NUMBER: {"number": "20231570000101"},
}
STEPS = (VERIFICATION, CHOICE, LEVEL, QUESTION, PREVIOUS)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", POSTS)
def test_hostile_input_in_every_field(optant, mails, path, value):
    token = optant.reaches_question() and optant.token()
    for field in POSTS[path]:
        assert harmless(optant.post(path, **(token | POSTS[path] | {field: value})))
    assert harmless(optant.post(path, **token, **dict.fromkeys(POSTS[path], value)))
    assert harmless(optant.get(QUESTION))
    assert mails() == []


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_at_the_last_step(optant, mails, value):
    token = optant.reaches_question() and optant.token()
    assert optant.post(QUESTION, **token, question=value, answer=PET).status == 422
    assert (harmless(optant.page), mails()) == (True, [])
    assert harmless(optant.post(QUESTION, **token, question=SURNAME, answer=value))
    assert mails() in ([], [LILA.email])  # some of it is a very good answer


@pytest.mark.parametrize(
    "value", [HOSTILE["header injection"], HOSTILE["encoded header"], "a@example.test,b@example.test"]
)
def test_no_address_brings_another_recipient_or_header(optant, mails, value):
    optant.reaches_identifiers()
    assert (optant.picks(value).status, mails()) == (422, [])


@pytest.mark.parametrize("name", ["markup", "template", "SQL", "right to left"])
def test_strange_names_go_all_the_way(optants, certified, name):
    optant = optants(certified(last_name=HOSTILE[name], other_questions=((HOSTILE[name], "a"), (HOSTILE[name], "b"))))
    assert harmless(optant.gives_number())
    assert optant.answers_all(LILA.answer, "a", "b").path == CHOICE
    optant.picks()
    assert harmless(optant.asks())
    assert harmless(optant.activates())


@pytest.mark.parametrize("path", STEPS)
def test_no_step_is_done_out_of_turn(optant, mails, path):
    optant.get(NUMBER)
    token = optant.token()
    fields = POSTS.get(path, {"question": SURNAME, "answer": PET})
    assert optant.post(path, **token, **fields).path == NUMBER
    optant.gives_number()
    if path != VERIFICATION:
        assert optant.post(path, **token, **fields).path == NUMBER
    assert (optant.get(VALIDATION).path, mails()) == (NUMBER, [])


def test_answers_open_the_number_that_they_were_asked_for_only(optant, certified, mails):
    theirs = certified(last_name="Bergamote", answer="Cannelle", email="basile@example.test")
    optant.reaches_identifiers()
    assert optant.gives_number(theirs).path == VERIFICATION
    assert optant.picks().path == NUMBER
    assert optant.get(QUESTION).path == NUMBER
    assert ("basile" in optant.answers_all().source, mails()) == (False, [])


def test_a_number_changed_in_another_tab_is_judged_and_counted_as_the_new_one(optants, certified, visit):
    mine, theirs = certified(), certified(answer="Cannelle")
    optant = optants(mine)
    optant.gives_number()
    tab = twin(optant)
    tab.gives_number(theirs)
    for _ in range(5):
        assert optant.answers_all().path == VERIFICATION
    assert "suspendue" in optant.answers_all("Cannelle", *RIGHT[1:]).alert
    assert optants(mine).reaches_identifiers().path == CHOICE


def test_nobody_goes_on_in_the_run_of_another_visitor(optants, certified, mails):
    victim, thief = (optants(number) for number in [certified()] * 2)
    victim.reaches_question()
    thief.get(NUMBER)
    assert [thief.get(path).path for path in (VERIFICATION, CHOICE, QUESTION, VALIDATION)] == [NUMBER] * 4
    answer = victim.client.post(QUESTION, data=thief.token() | {"question": SURNAME, "answer": PET})
    assert (answer.status_code, mails()) == (400, [])


def test_the_session_of_before_the_answers_is_worth_nothing(optant, mails):
    optant.gives_number()
    stolen = twin(optant)
    optant.answers_all()
    assert stolen.get(CHOICE).path == NUMBER
    assert (stolen.get(QUESTION).path, mails()) == (NUMBER, [])


def test_guesses_are_counted_over_visitors_and_number_as_typed(optants, certified):
    number = certified()
    spelled = [number, f"{number[:4]} {number[4:]}", f" {number}", f"{number[:4]}.{number[4:]}", f"{number} "]
    for typed in spelled:
        optants(typed).gives_number()
        guesser = optants(typed)
        guesser.gives_number()
        assert "incorrectes" in guesser.answers_all("x", *RIGHT[1:]).alert
    assert "suspendue" in optants(number).reaches_identifiers().alert


def test_a_new_number_typed_does_not_renew_the_tries(optant):
    for _ in range(5):
        optant.gives_number()
        optant.answers_all("x", *RIGHT[1:])
        optant.post(f"{NUMBER}/effacer")
    assert "suspendue" in optant.reaches_identifiers().alert


def test_a_refusal_gives_nothing_away(optant):
    optant.gives_number()
    pages = {optant.answers_all(*wrong).alert for wrong in (("x", *RIGHT[1:]), (*RIGHT[:2], "x"), ("x", "y", "z"))}
    assert len(pages) == 1
    assert LILA.email not in optant.page.source


@pytest.mark.parametrize("answer", RIGHT)
def test_no_answer_of_a_certificate_space_opens_the_forgotten_password(optant, visit, answer):
    assert visit().gives_address().screen == "Réponse à la question de confiance"
    optant.opts()
    optant.activates()
    after = visit()
    after.gives_address()
    assert after.answers(answer).status == 422


def test_the_contact_address_of_a_certificate_space_logs_nobody_in(optant, visit):
    assert {visit().logs_in(password=password).status for password in ("", NEW, *RIGHT)} == {422}


def test_the_code_of_another_request_opens_nothing(optants, certified, applicants, kept):
    lila, basile = optants(certified()), optants(certified(email="basile@example.test"))
    lila.opts()
    mine = lila.code()
    basile.opts("basile@example.test")
    thief = applicants()
    thief.offers(mine)
    assert thief.confirms("basile@example.test").status == 422
    thief.offers(basile.code())
    assert (thief.confirms(LILA.email).status, set(kept(Space.password_hash))) == (422, {None})


def test_a_used_code_and_a_replayed_image_are_refused(optant, applicants):
    optant.opts()
    code, other = optant.code(), applicants()
    other.get(ACTIVATION)
    image = {"image": other.signs(), "image_id": other.page.value("image_id")}
    assert other.post(ACTIVATION, code="abcdefghijkl", **image).status == 422
    assert other.post(ACTIVATION, code=code, **image).status == 422
    assert optant.activates().path == ACTIVATED
    assert other.offers(code).path == ACTIVATION


def test_a_session_that_sleeps_thirty_minutes_begins_again(optant, hour, mails):
    optant.reaches_question()
    hour.passes(minutes=30, seconds=1)
    assert (optant.asks().path, "30 minutes" in optant.page.alert, mails()) == (NUMBER, True, [])


def test_neither_answer_password_nor_code_comes_back_later(optant):
    pages = [optant.gives_number(), optant.answers_all(), optant.picks(), optant.asks()]
    assert {page.response.headers["Cache-Control"] for page in pages} == {"no-store"}
    secrets = (NEW, PET, *RIGHT, optant.code())
    assert not [secret for secret in secrets for page in pages if secret in page.source]


def test_the_three_answers_are_nowhere_in_the_database_any_more(optant, site):
    with site.database.begin() as db:
        hashes = [answer_hash for _question, answer_hash in db.get_one(Space, 1).trusted()]
    optant.opts()
    optant.activates()
    with site.database.engine.begin() as connection:
        dump = "\n".join(connection.connection.iterdump())
    assert optant.number in dump
    assert not [secret for secret in (*hashes, NEW, PET, *RIGHT[1:]) if secret in dump]
