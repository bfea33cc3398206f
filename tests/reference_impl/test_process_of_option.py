"""The real process, killed or without its mail server, in the middle of an option (EP4-3-14, EP4-3-20, EP4-4.2-6)."""

import re
from email import message_from_bytes, policy

import httpx
import pytest

from tests.reference_impl.conftest import NEW, OTHERS
from tests.reference_impl.test_door import SPACE
from tests.reference_impl.test_process import DOOR, PATIENCE_S, browser, launched, running
from tests.reference_impl.web import conftest as screens
from tests.reference_impl.web.conftest import FRESH, PET, SURNAME

QUESTIONS = [{"question": question, "answer": answer} for question, answer in OTHERS]
SERVICE = {"company": "TILLEULS", "siren": "000299001", "name": "TVA"}
CERTIFICATE = SPACE | {"state": "certificate", "other_questions": QUESTIONS, "services": [SERVICE]}
ANSWERS = {"answers-0": SPACE["answer"]} | {
    f"answers-{rank}": answer for rank, (_, answer) in enumerate(OTHERS, start=1)
}
CHOSEN = {"address": FRESH, "address_again": FRESH, "password": NEW, "password_again": NEW}


@pytest.fixture
def options(tmp_path, absent_mailbox):
    return ("--door", "--smtp", f"127.0.0.1:{absent_mailbox.port}", "--database", str(tmp_path / "site.sqlite3"))


def certify(visitor) -> str:
    made = visitor.post("/essai/spaces", json=CERTIFICATE, headers=DOOR).raise_for_status()
    return made.json()["subscriber_number"]


def reach_question(visitor, number: str) -> httpx.Response:
    page = visitor.post_form(screens.NUMBER, visitor.get(screens.NUMBER), number=number)
    page = visitor.post_form(screens.VERIFICATION, page, **ANSWERS)
    return visitor.post_form(screens.CHOICE, page, **CHOSEN)


def ask(visitor, page: httpx.Response) -> httpx.Response:
    return visitor.post_form(screens.QUESTION, page, question=SURNAME, answer=PET)


def activate(visitor, raw: bytes) -> httpx.Response:
    text = message_from_bytes(raw, policy=policy.default).get_body(("plain",)).get_content()
    page = visitor.copies(screens.ACTIVATION, code=re.search(r"le code suivant :\s+(\S{12})\s", text)[1])
    return visitor.post_form(screens.ADDRESS, page, address=FRESH)


def log_in(visitor) -> httpx.Response:
    page = visitor.get("/authentification")
    return visitor.post_form("/authentification", page, address=FRESH, password=NEW)


def test_a_kill_before_the_last_step_loses_nothing_of_the_way(options, absent_mailbox):
    with launched(*options) as (process, address), browser(address) as visitor:
        page = reach_question(visitor, certify(visitor))
        process.kill()
        absent_mailbox.start()
        with running(*options) as visitor.base_url:
            assert ask(visitor, page).url.path == screens.VALIDATION
            absent_mailbox.wait_for(FRESH, 1, PATIENCE_S)


def test_a_kill_between_the_request_and_its_mail_loses_neither(options, absent_mailbox):
    with launched(*options) as (process, address), browser(address) as visitor:
        number = certify(visitor)
        assert "Vous allez recevoir le code d'activation" in ask(visitor, reach_question(visitor, number)).text
        process.kill()
    absent_mailbox.start()
    with running(*options) as address, browser(address) as visitor:
        [mail] = absent_mailbox.wait_for(FRESH, 1, PATIENCE_S)
        assert log_in(visitor).url.path == "/authentification"
        assert number in activate(visitor, mail.raw).text
        assert SERVICE["company"] in log_in(visitor).text
    assert len(absent_mailbox.messages()) == 1


def test_a_kill_after_the_activation_leaves_the_space_transformed_once(options, absent_mailbox):
    absent_mailbox.start()
    with launched(*options) as (process, address), browser(address) as visitor:
        number = certify(visitor)
        ask(visitor, reach_question(visitor, number))
        [mail] = absent_mailbox.wait_for(FRESH, 1, PATIENCE_S)
        assert activate(visitor, mail.raw).url.path == screens.ACTIVATED
        process.kill()
    with running(*options) as address, browser(address) as visitor:
        assert log_in(visitor).url.path == "/espace"
        page = visitor.post_form(screens.NUMBER, visitor.get(screens.NUMBER), number=number)
        assert (page.status_code, "non reconnu" in page.text) == (422, True)


def test_the_48_hours_run_from_the_real_sending(options, absent_mailbox):
    with running(*options) as address, browser(address) as visitor:
        visitor.stops_the_clock("2023-08-22T13:00:00+02:00")
        ask(visitor, reach_question(visitor, certify(visitor)))
        visitor.stops_the_clock("2023-08-27T13:00:00+02:00")
        absent_mailbox.start()
        [mail] = absent_mailbox.wait_for(FRESH, 1, PATIENCE_S)
        visitor.stops_the_clock("2023-08-29T13:00:00+02:00")
        assert activate(visitor, mail.raw).url.path == screens.ACTIVATED
