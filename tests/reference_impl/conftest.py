"""A site in memory, its clock in the test's hand, and visitors without a screen."""

import html
import re
import socket
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select
from werkzeug.test import TestResponse

from fakes.smtp import CapturedSmtp
from reference_impl import clock
from reference_impl.domain.postal import PostalAddress
from reference_impl.hashing import Hasher
from reference_impl.mail.outbox import OutboxMail
from reference_impl.procedures import seeding
from reference_impl.procedures.seeding import Seed
from reference_impl.site import Site
from reference_impl.store import captchas
from reference_impl.store.database import MEMORY, Database
from reference_impl.store.tables import State
from reference_impl.web.app import create_app

OLD = "Zk4wRq8nTb2xLm6vHc9d"
NEW = "Kp7vTz3mQx9wLd5rNb2s"
START = datetime(2023, 6, 6, 8, tzinfo=UTC)
LILA = Seed(
    state=State.ACTIVE,
    last_name="Rosemonde",
    first_name="Lila",
    phone="0123456789",
    email="Lila.Rosemonde@example.test",
    password=OLD,
    question="Le prénom de votre conjoint(e) ?",
    answer="Paul",
    address=PostalAddress("12", "rue", "de Longchamp", "", "75016", "PARIS", "FRANCE"),
    services=(("SARL MARTIN DISTRIBUTION", "000299001", "TVA"),),
)
# What a certificate space asks after the first question, and the three right answers.
OTHERS = (("Votre sport préféré ?", "Escrime"), ("Votre hobby ?", "Pêche à la mouche"))
RIGHT = (LILA.answer, *(answer for _question, answer in OTHERS))


@dataclass
class Hour:
    """The clock of the site."""

    now: datetime = START

    def passes(self, **lapse: float) -> None:
        self.now += timedelta(**lapse)


@dataclass
class Page:
    """What the site answered, in the end."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return self.response.request.path

    @property
    def source(self) -> str:
        return self.response.get_data(as_text=True)

    @property
    def text(self) -> str:
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.source)).split())

    @property
    def alert(self) -> str:
        found = re.findall(r'role="alert">(.*?)</div>', self.source, re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", " ".join(found))).split())

    @property
    def screen(self) -> str:
        return html.unescape(re.search(r"<h2>(.*?)</h2>", self.source)[1])

    def value(self, name: str) -> str:
        control = re.search(rf'<input[^>]*name="{name}"[^>]*>', self.source)
        given = control and re.search(r'value="([^"]*)"', control[0])
        return html.unescape(given[1]) if given else ""

    @property
    def image(self) -> str:
        found = re.search(r'<img src="([^"]+)"', self.source)
        return found[1] if found else ""


@dataclass
class Visitor:
    """Somebody with a browser of their own."""

    site: Site
    client: object
    page: Page = field(init=False, default=None)

    def get(self, path: str) -> Page:
        self.page = Page(self.client.get(path, follow_redirects=True, buffered=True))
        return self.page

    def post(self, path: str, **fields: str) -> Page:
        self.page = Page(self.client.post(path, data=self.token() | fields, follow_redirects=True))
        return self.page

    def token(self) -> dict[str, str]:
        return {"csrf_token": self.page.value("csrf_token")} if self.page else {}

    def signs(self) -> str:
        with self.site.database.begin() as db:
            return captchas.answer(db, self.page.value("image_id"))

    def logs_in(self, address: str = LILA.email, password: str = OLD) -> Page:
        self.get("/authentification")
        return self.post("/authentification", address=address, password=password)

    def gives_address(self, address: str = LILA.email) -> Page:
        self.get("/mot-de-passe-oublie")
        return self.copies(address=address)

    def copies(self, **fields: str) -> Page:
        """Send screen 1 with the image copied, unless told otherwise."""
        image = {"image": self.signs(), "image_id": self.page.value("image_id")}
        return self.post("/mot-de-passe-oublie", **(image | fields))

    def answers(self, answer: str = LILA.answer) -> Page:
        return self.post("/mot-de-passe-oublie/reponse", answer=answer)

    def sets(self, password: str = NEW, confirmation: str | None = None) -> Page:
        fields = {"password": password, "confirmation": password if confirmation is None else confirmation}
        return self.post("/mot-de-passe-oublie/nouveau-mot-de-passe", **fields)

    def reaches_password(self) -> Page:
        self.gives_address()
        return self.answers()


@pytest.fixture
def hour(monkeypatch) -> Hour:
    hour = Hour()
    monkeypatch.setattr(clock, "now", lambda: hour.now)
    return hour


@pytest.fixture(scope="session")
def hasher() -> Hasher:
    """argon2id at its cheapest: what it costs is not the point here."""
    return Hasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def database(request, tmp_path):
    """In memory; in a file too where a test asks for both (``IN_MEMORY_AND_IN_A_FILE``)."""
    database = Database(str(tmp_path / "site.sqlite3") if getattr(request, "param", MEMORY) == "file" else MEMORY)
    yield database
    database.close()


@pytest.fixture
def site(database, hasher, hour):
    return Site(database, hasher, wake=lambda: None)


@pytest.fixture
def app(site):
    return create_app(site)


@pytest.fixture
def visit(app, site):
    """Open a new browser."""
    return lambda: Visitor(site, app.test_client())


@pytest.fixture
def visitor(visit) -> Visitor:
    return visit()


@pytest.fixture
def seed(site, hour):
    """Make a space that differs from Lila's in what is given."""
    return lambda **differing: seeding.create(site, replace(LILA, **differing), hour.now)


@pytest.fixture
def lila(seed) -> str:
    return seed()


@pytest.fixture
def certified(seed):
    """Make a certificate space like Lila's, with its three questions, that differs in what is given; its number."""
    as_a_rule = {"state": State.CERTIFICATE, "password": None, "other_questions": OTHERS}
    return lambda **differing: seed(**(as_a_rule | differing))


@pytest.fixture
def mails(site):
    """The recipients of the mails that the outbox holds, in order."""

    def recipients() -> list[str]:
        with site.database.begin() as db:
            return list(db.scalars(select(OutboxMail.recipient).order_by(OutboxMail.id)))

    return recipients


@pytest.fixture
def mailbox():
    """A mail server whose port stays its own while it is down: a site that tries again must find nobody else there."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        if sys.platform != "linux":  # where no two sockets may have one port, even if only one of them listens
            held.close()
        server = CapturedSmtp(port=port)
        server.start()
        yield server
        server.stop()


@pytest.fixture
def absent_mailbox(mailbox):
    """A mail server that is down for now; its port is known."""
    mailbox.stop()
    return mailbox
