"""The real process, killed or without its mail server, while identifiers are being changed (EP5-4.1-6, G21, G54)."""

import re
from email import message_from_bytes, policy

import httpx
import pytest

from tests.reference_impl.conftest import NEW, OLD
from tests.reference_impl.test_door import SPACE
from tests.reference_impl.test_process import DOOR, PATIENCE_S, browser, launched, running
from tests.reference_impl.web import conftest as screens
from tests.reference_impl.web.conftest import CREDENTIALS, FRESH


@pytest.fixture
def options(tmp_path, absent_mailbox):
    return ("--door", "--smtp", f"127.0.0.1:{absent_mailbox.port}", "--database", str(tmp_path / "site.sqlite3"))


def enter(visitor) -> None:
    visitor.post("/essai/spaces", json=SPACE, headers=DOOR).raise_for_status()
    visitor.logs_in(OLD)


def ask(visitor, address: str | None = None) -> httpx.Response:
    """A new password, together with a new address if there is one."""
    wish = {"change_password": "y", "password": NEW, "password_again": NEW}
    if address:
        wish |= {"change_address": "y", "address": address, "address_again": address}
    page = visitor.get(CREDENTIALS)
    mark = re.search(r'name="mark"[^>]*value="([^"]+)"', page.text)[1]
    return visitor.post_form(CREDENTIALS, page, mark=mark, **wish)


def activate(visitor, raw: bytes) -> httpx.Response:
    text = message_from_bytes(raw, policy=policy.default).get_body(("plain",)).get_content()
    page = visitor.copies(screens.ACTIVATION, code=re.search(r"le code suivant :\s+(\S{12})\s", text)[1])
    return visitor.post_form(screens.ADDRESS, page, address=FRESH)


def opens(visitor, address: str, password: str) -> bool:
    page = visitor.get("/authentification")
    return visitor.post_form("/authentification", page, address=address, password=password).url.path == "/espace"


def test_a_kill_between_the_request_and_its_mail_loses_neither(options, absent_mailbox):
    with launched(*options) as (process, address), browser(address) as visitor:
        enter(visitor)
        assert "Vous allez recevoir le code d'activation" in ask(visitor, FRESH).text
        process.kill()
    absent_mailbox.start()
    with running(*options) as address, browser(address) as visitor:
        [mail] = absent_mailbox.wait_for(FRESH, 1, PATIENCE_S)
        assert [opens(visitor, *pair) for pair in ((SPACE["email"], OLD), (FRESH, NEW))] == [True, False]
        assert activate(visitor, mail.raw).url.path == screens.ACTIVATED
        absent_mailbox.wait_for(FRESH, 2, PATIENCE_S)
        assert [opens(visitor, *pair) for pair in ((SPACE["email"], OLD), (FRESH, NEW))] == [False, True]
    assert len(absent_mailbox.messages()) == 2


def test_a_kill_between_the_activation_and_the_confirmation_loses_neither(options, absent_mailbox):
    absent_mailbox.start()
    with launched(*options) as (process, address), browser(address) as visitor:
        enter(visitor)
        ask(visitor, FRESH)
        [mail] = absent_mailbox.wait_for(FRESH, 1, PATIENCE_S)
        absent_mailbox.stop()
        assert activate(visitor, mail.raw).url.path == screens.ACTIVATED
        process.kill()
    absent_mailbox.start()
    with running(*options) as address, browser(address) as visitor:
        confirmation = absent_mailbox.wait_for(FRESH, 2, PATIENCE_S)[-1]
        assert b"Modification du mot de passe" in confirmation.raw
        assert [opens(visitor, *pair) for pair in ((SPACE["email"], OLD), (FRESH, NEW))] == [False, True]


def test_a_kill_between_a_new_password_and_its_mail_loses_neither(options, absent_mailbox):
    with launched(*options) as (process, address), browser(address) as visitor:
        enter(visitor)
        assert "réinitialisé avec succès" in ask(visitor).text
        process.kill()
    absent_mailbox.start()
    with running(*options) as address, browser(address) as visitor:
        absent_mailbox.wait_for(SPACE["email"], 1, PATIENCE_S)
        assert opens(visitor, SPACE["email"], NEW)
    assert len(absent_mailbox.messages()) == 1


def test_the_48_hours_run_from_the_real_sending(options, absent_mailbox):
    with running(*options) as address, browser(address) as visitor:
        visitor.stops_the_clock("2023-08-22T13:00:00+02:00")
        enter(visitor)
        ask(visitor, FRESH)
        visitor.stops_the_clock("2023-08-27T13:00:00+02:00")
        absent_mailbox.start()
        [mail] = absent_mailbox.wait_for(FRESH, 1, PATIENCE_S)
        visitor.stops_the_clock("2023-08-29T13:00:00+02:00")
        assert activate(visitor, mail.raw).url.path == screens.ACTIVATED
