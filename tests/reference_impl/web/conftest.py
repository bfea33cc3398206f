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
from tests.reference_impl.conftest import LILA, NEW, RIGHT, Page, Visitor
from tests.reference_impl.test_door import OPEN
from tests.reference_impl.test_process import PATIENCE_S, running

CREATION = "/creer-mon-espace"
TERMS, IDENTIFIERS, FORM, RECAP, REGISTERED = (
    f"{CREATION}/{step}"
    for step in ("conditions-generales", "identifiants", "formulaire", "recapitulatif", "enregistrement")
)
TITLES = (
    "Acceptez les conditions générales",
    "Créez vos identifiants",
    "Remplissez votre formulaire d'inscription",
    "Récapitulatif",
    "Enregistrement",
)
ACTIVATION = "/activer-mon-espace"
ADDRESS, ACTIVATED, PDF = (f"{ACTIVATION}/{step}" for step in ("identifiants", "recapitulatif", "recapitulatif.pdf"))
CREDENTIALS = "/espace/identifiants"
CHANGED, WAITING = f"{CREDENTIALS}/mot-de-passe-modifie", f"{CREDENTIALS}/activation"
OPTION = "/opter"
NUMBER, VERIFICATION, CHOICE, QUESTION, VALIDATION = (
    f"{OPTION}/{step}" for step in ("numero-d-abonne", "verification", "identifiants", "question", "validation")
)
SURNAME, PET = "Quel est votre surnom ?", "Lilou"
FRESH = "lila.fresh@example.test"
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


class Owner(Applicant):
    """A visitor who changes what they log in with."""

    def sends(self, address: str | None = None, password: str | None = None, **fields: str) -> Page:
        """Tick what is given, and type it twice unless told otherwise."""
        by_address = {"change_address": "y", "address": address, "address_again": address} if address else {}
        by_password = {"change_password": "y", "password": password, "password_again": password} if password else {}
        return self.post(CREDENTIALS, **({"mark": self.page.value("mark")} | by_address | by_password | fields))

    def changes(self, address: str | None = None, password: str | None = None, **fields: str) -> Page:
        self.get(CREDENTIALS)
        return self.sends(address, password, **fields)


class Optant(Applicant):
    """A visitor with a certificate space."""

    number: str

    def gives_number(self, number: str | None = None) -> Page:
        self.get(NUMBER)
        return self.post(NUMBER, number=self.number if number is None else number)

    def answers_all(self, *answers: str) -> Page:
        typed = answers or RIGHT
        return self.post(VERIFICATION, **{f"answers-{rank}": answer for rank, answer in enumerate(typed)})

    def picks(self, address: str = LILA.email, password: str = NEW, **fields: str) -> Page:
        twice = {"address": address, "address_again": address, "password": password, "password_again": password}
        return self.post(CHOICE, **(twice | fields))

    def asks(self, question: str = SURNAME, answer: str = PET) -> Page:
        return self.post(QUESTION, question=question, answer=answer)

    def reaches_identifiers(self) -> Page:
        self.gives_number()
        return self.answers_all()

    def reaches_question(self, address: str = LILA.email) -> Page:
        self.reaches_identifiers()
        return self.picks(address)

    def opts(self, address: str = LILA.email) -> Page:
        self.reaches_question(address)
        return self.asks()


@pytest.fixture
def applicants(app, site):
    """Open a new browser for somebody who wants a space."""
    return lambda: Applicant(site, app.test_client())


@pytest.fixture
def applicant(applicants) -> Applicant:
    return applicants()


@pytest.fixture
def owner(app, site, lila):
    """Lila, logged in once more."""

    def enter() -> Owner:
        owner = Owner(site, app.test_client())
        owner.logs_in()
        return owner

    return enter


@pytest.fixture
def her(owner) -> Owner:
    return owner()


@pytest.fixture
def optants(app, site):
    """Open a new browser for who has the certificate space of that number."""

    def arrive(number: str) -> Optant:
        optant = Optant(site, app.test_client())
        optant.number = number
        return optant

    return arrive


@pytest.fixture
def optant(optants, certified) -> Optant:
    return optants(certified())


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
        asked = httpx.get(f"{self.address}/essai/captcha", params={"image": image}, headers=OPEN, timeout=PATIENCE_S)
        self.types(image=asked.json()["answer"])

    def presses(self, name: str, screen: str = "") -> None:
        button = self.page.get_by_role("button", name=name, exact=True)
        button.or_(self.page.get_by_role("link", name=name, exact=True)).click()
        self.page.wait_for_load_state()
        if screen:
            self.look(screen)

    def code(self, recipient: str = EMAIL) -> str:
        raw = self.mailbox.wait_for(recipient, 1, PATIENCE_S)[-1].raw
        text = message_from_bytes(raw, policy=policy.default).get_body(("plain",)).get_content()
        return re.search(r"^\s*([A-Za-z]{12})\s*$", text, re.MULTILINE)[1]


@pytest.fixture
def sit(engine, mailbox):
    """Put somebody in front of the browser, at a site of their own; what is given are options of the page."""
    with running("--door", "--smtp", f"127.0.0.1:{mailbox.port}") as address:
        yield lambda **options: Person(engine.new_page(**options), address, mailbox)
        for context in engine.contexts:
            context.close()


@pytest.fixture
def kept(site):
    """The values of a column, all rows in order."""

    def values(column) -> list:
        with site.database.begin() as db:
            return list(db.scalars(select(column).order_by(column)))

    return values
