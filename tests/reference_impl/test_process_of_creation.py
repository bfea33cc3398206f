"""The real process, killed or without its mail server between « Valider » and the mail (EP2-2-51, EP2-2-55, G54)."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import httpx
import pytest

from fakes.smtp import CapturedMail
from tests.reference_impl.conftest import NEW
from tests.reference_impl.test_process import PATIENCE_S, browser, launched, running
from tests.reference_impl.web import conftest as screens
from tests.reference_impl.web.conftest import EMAIL

IDENTITY = {"address": EMAIL, "address_again": EMAIL, "password": NEW, "password_again": NEW}


@pytest.fixture
def options(tmp_path, absent_mailbox):
    return ("--door", "--smtp", f"127.0.0.1:{absent_mailbox.port}", "--database", str(tmp_path / "site.sqlite3"))


def register(visitor) -> httpx.Response:
    page = visitor.copies(screens.TERMS, accepted="y")
    page = visitor.post_form(screens.IDENTIFIERS, page, **IDENTITY)
    page = visitor.post_form(screens.FORM, page, **screens.FILLED)
    return visitor.post_form(screens.RECAP, page)


def activate(visitor, letter: EmailMessage) -> httpx.Response:
    text = letter.get_body(("plain",)).get_content()
    page = visitor.copies(screens.ACTIVATION, code=re.search(r"le code suivant :\s+(\S{12})\s", text)[1])
    return visitor.post_form(screens.ADDRESS, page, address=EMAIL)


def opened(mail: CapturedMail) -> EmailMessage:
    return message_from_bytes(mail.raw, policy=policy.default)


def test_a_kill_between_validation_and_mail_loses_neither(options, absent_mailbox):
    with launched(*options) as (process, address), browser(address) as visitor:
        assert "Vous allez recevoir le code d'activation" in register(visitor).text
        process.kill()
    absent_mailbox.start()
    with running(*options) as address, browser(address) as visitor:
        [mail] = absent_mailbox.wait_for(EMAIL, 1, PATIENCE_S)
        assert activate(visitor, opened(mail)).url.path == screens.ACTIVATED
    with running(*options):
        pass
    assert len(absent_mailbox.messages()) == 1


def test_the_48_hours_run_from_the_real_sending(options, absent_mailbox):
    with running(*options) as address, browser(address) as visitor:
        visitor.stops_the_clock("2023-08-22T13:00:00+02:00")
        register(visitor)
        visitor.stops_the_clock("2023-08-27T13:00:00+02:00")
        absent_mailbox.start()
        [mail] = absent_mailbox.wait_for(EMAIL, 1, PATIENCE_S)
        assert opened(mail)["Date"].datetime.isoformat() == "2023-08-27T13:00:00+02:00"
        visitor.stops_the_clock("2023-08-29T13:00:00+02:00")
        assert activate(visitor, opened(mail)).url.path == screens.ACTIVATED
