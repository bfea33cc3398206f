"""Somebody who creates and activates a space, without a screen; and somebody in front of a real browser."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from typing import Any

import httpx
import playwright.sync_api
import pytest
from sqlalchemy import select

from fakes.smtp import CapturedSmtp
from reference_impl.mail.outbox import OutboxMail
from tests.reference_impl.conftest import NEW, Page, Visitor
from tests.reference_impl.test_door import OPEN
from tests.reference_impl.test_process import PATIENCE_S, running

CREATION = "/creer-mon-espace"
TERMS, IDENTIFIERS, FORM, RECAP, REGISTERED = (
    f"{CREATION}/{step}"
    for step in ("conditions-generales", "identifiants", "formulaire", "recapitulatif", "enregistrement")
)
ACTIVATION = "/activer-mon-espace"
ADDRESS, ACTIVATED, PDF = (f"{ACTIVATION}/{step}" for step in ("identifiants", "recapitulatif", "recapitulatif.pdf"))
EMAIL = "Lila.Rosemonde@example.test"
FILLED = {
    "last_name": "Rosemonde",
    "first_name": "Lila",
    "phone": "0123456789",
    "number": "12",
    "kind": "rue",
    "street": "de Longchamp",
    "extra": "",
    "postcode": "75016",
    "city": "PARIS",
    "country": "FRANCE",
    "question": "Le prénom de votre conjoint(e) ?",
    "answer": "Paul",
}


@dataclass
class Applicant(Visitor):
    """A visitor who wants a space: each method sends one screen, filled in well unless told otherwise."""

    def copying(self, path: str, **fields: str) -> Page:
        image = {"image": self.signs(), "image_id": self.page.value("image_id")}
        return self.post(path, **(image | fields))

    def accepts(self, **fields: str) -> Page:
        self.get(TERMS)
        return self.copying(TERMS, **({"accepted": "y"} | fields))

    def identifies(self, address: str = EMAIL, password: str = NEW, **fields: str) -> Page:
        twice = {"address": address, "address_again": address, "password": password, "password_again": password}
        return self.post(IDENTIFIERS, **(twice | fields))

    def describes(self, **fields: str) -> Page:
        return self.post(FORM, **(FILLED | fields))

    def validates(self) -> Page:
        return self.post(RECAP)

    def reaches_form(self, address: str = EMAIL) -> Page:
        self.accepts()
        return self.identifies(address)

    def reaches_recap(self, address: str = EMAIL, **fields: str) -> Page:
        self.reaches_form(address)
        return self.describes(**fields)

    def registers(self, address: str = EMAIL, **fields: str) -> Page:
        self.reaches_recap(address, **fields)
        return self.validates()

    def code(self) -> str:
        """The code of the last mail."""
        with self.site.database.begin() as db:
            raw = db.scalars(select(OutboxMail.content).order_by(OutboxMail.id.desc())).first()
        text = message_from_bytes(raw, policy=policy.default).get_body(("plain",)).get_content()
        return re.search(r"\b[A-Za-z]{12}\b(?=\s*$)", text, re.MULTILINE)[0]

    def offers(self, code: str | None = None, **fields: str) -> Page:
        typed = self.code() if code is None else code
        self.get(ACTIVATION)
        return self.copying(ACTIVATION, **({"code": typed} | fields))

    def confirms(self, address: str = EMAIL) -> Page:
        return self.post(ADDRESS, address=address)

    def activates(self, address: str = EMAIL) -> Page:
        self.offers()
        return self.confirms(address)


@pytest.fixture
def applicants(app, site):
    """Open a new browser for somebody who wants a space."""
    return lambda: Applicant(site, app.test_client())


@pytest.fixture
def applicant(applicants) -> Applicant:
    return applicants()


@dataclass
class Person:
    """Somebody in front of a browser; ``look`` is done at each screen, by its name."""

    page: playwright.sync_api.Page
    address: str
    mailbox: CapturedSmtp
    look: Callable[[str], Any] = field(default=lambda screen: None)

    def opens(self, path: str, screen: str = "") -> None:
        self.page.goto(self.address + path)
        if screen:
            self.look(screen)

    def types(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.locator(f"main [name={name}]:not([type=hidden])").fill(value)

    def copies(self) -> None:
        image = self.page.locator("[data-captcha-image]").get_attribute("src")
        asked = httpx.get(f"{self.address}/essai/captcha", params={"image": image}, headers=OPEN)
        self.types(image=asked.json()["answer"])

    def presses(self, name: str, screen: str = "") -> None:
        button = self.page.get_by_role("button", name=name, exact=True)
        button.or_(self.page.get_by_role("link", name=name, exact=True)).click()
        self.page.wait_for_load_state()
        if screen:
            self.look(screen)

    def code(self) -> str:
        raw = self.mailbox.wait_for(EMAIL, 1, PATIENCE_S)[-1].raw
        text = message_from_bytes(raw, policy=policy.default).get_body(("plain",)).get_content()
        return re.search(r"^\s*([A-Za-z]{12})\s*$", text, re.MULTILINE)[1]


@pytest.fixture
def sit(engine, mailbox):
    """Put somebody in front of the browser, at a site of their own; what is given are options of the page."""
    with running("--door", "--smtp", f"127.0.0.1:{mailbox.port}") as address:
        yield lambda **options: Person(engine.new_page(**options), address, mailbox)
        for context in engine.contexts:
            context.close()
