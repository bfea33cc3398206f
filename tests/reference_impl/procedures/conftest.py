"""Somebody who creates and activates a space, without a screen, and the mailbox that the code arrives in."""

import re
from dataclasses import dataclass, replace

import pytest

from reference_impl.domain import addresses
from reference_impl.domain.claims import Taken
from reference_impl.domain.creation import Details
from reference_impl.mail import outbox
from reference_impl.mail.outbox import OutboxMail
from reference_impl.procedures import activation, creation
from reference_impl.procedures.activation import Outcome
from reference_impl.site import Site
from reference_impl.store import web_sessions
from reference_impl.store.tables import ActivationJourney, Draft
from tests.reference_impl.conftest import LILA, NEW, Hour

DETAILS = Details(LILA.last_name, LILA.first_name, LILA.phone, LILA.address, LILA.question)


@dataclass
class Applicant:
    """A visitor whose steps are calls of the procedures."""

    site: Site
    hour: Hour
    session_id: int

    @property
    def draft(self) -> Draft | None:
        return creation.current(self.site, self.session_id)

    @property
    def journey(self) -> ActivationJourney | None:
        return activation.current(self.site, self.session_id, self.hour.now)

    def accepts_terms(self) -> None:
        creation.begin(self.site, self.session_id, self.hour.now)

    def chooses(self, email: str = LILA.email, password: str = NEW) -> Taken | None:
        return creation.identify(self.site, self.draft, addresses.parse(email), password, self.hour.now)

    def fills_in(self, answer: str = LILA.answer, **differing: object) -> None:
        creation.describe(self.site, self.draft, replace(DETAILS, **differing), answer)

    def validates(self) -> Taken | None:
        return creation.validate(self.site, self.draft, self.hour.now)

    def reaches_recap(self, email: str = LILA.email) -> None:
        self.accepts_terms()
        assert self.chooses(email) is None
        self.fills_in()

    def registers(self, email: str = LILA.email) -> None:
        self.reaches_recap(email)
        assert self.validates() is None

    def offers(self, code: str) -> bool:
        opened = activation.offer_code(self.site, self.session_id, code, self.hour.now)
        if opened is not None:
            self.session_id = opened.session_id
        return opened is not None

    def gives(self, address: str = LILA.email) -> Outcome:
        return activation.activate(self.site, self.journey, address, self.hour.now)

    def activates(self, code: str, address: str = LILA.email) -> str:
        """The subscriber number."""
        assert self.offers(code)
        assert self.gives(address) is Outcome.ACTIVATED
        return activation.space_of(self.site, self.journey).subscriber_number


@pytest.fixture
def arrives(site, hour):
    """Open a session for somebody new of that kind, who has logged in to the space of that id, if any."""

    def arrives(kind: type[Applicant], space_id: int | None = None) -> Applicant:
        with site.database.begin() as db:
            row, _token = web_sessions.open_new(db, hour.now, space_id)
        return kind(site, hour, row.id)

    return arrives


@pytest.fixture
def applicant(arrives):
    """Open a session for somebody new."""
    return lambda: arrives(Applicant)


@pytest.fixture
def deliver(site, hour):
    """Send all mails now; by recipient the code of each, or the last day of the password that it confirms."""

    def deliver() -> dict[str, str]:
        codes = {}
        with site.database.begin() as db:
            for mail_id in outbox.pending_ids(db):
                mail = db.get_one(OutboxMail, mail_id)
                text = mail.complete_message(hour.now).get_body(("plain",)).get_content()
                told = re.search(r"(?:le code suivant :\s+|jusqu'au )(.*?)\.?\s*\n", text)
                codes[mail.recipient] = told[1]
                outbox.mark_sent(db, mail.message_id, hour.now)
        return codes

    return deliver


@pytest.fixture
def code(applicant, deliver) -> str:
    """The code of Lila, who has just registered."""
    applicant().registers()
    return deliver()[LILA.email]
