"""Simultaneous posts: exactly one effect, in memory as in a file (issue 2, G40, G63)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from reference_impl.hashing import Hasher
from reference_impl.store.database import MEMORY, Database
from reference_impl.web.sessions import COOKIE
from tests.reference_impl.conftest import LILA, NEW, OLD, Visitor
from tests.reference_impl.web.conftest import ACTIVATED, ACTIVATION, EMAIL, RECAP, REGISTERED

OTHER = "Wd8sXf4nJq2vGm7kPz5c"


@pytest.fixture(params=["memory", "file"])
def database(request, tmp_path):
    database = Database(MEMORY if request.param == "memory" else str(tmp_path / "site.sqlite3"))
    yield database
    database.close()


class Meeting(Hasher):
    """A hasher in which two new passwords wait for each other: both posts have passed every check by then."""

    def __init__(self, hasher: Hasher) -> None:
        self._inner, self._barrier = hasher, Barrier(2)

    def hash(self, secret: str) -> str:
        self._barrier.wait(timeout=20)
        return self._inner.hash(secret)

    def matches(self, kept: str | None, secret: str) -> bool:
        return self._inner.matches(kept, secret)


def twin(visitor: Visitor) -> Visitor:
    """A second tab of the same browser, on the same page."""
    other = type(visitor)(visitor.site, visitor.client.application.test_client())
    other.client.set_cookie(COOKIE, visitor.client.get_cookie(COOKIE).value)
    other.page = visitor.page
    return other


def together(*posts):
    with ThreadPoolExecutor(len(posts)) as pool:
        return [running.result() for running in [pool.submit(post) for post in posts]]


@pytest.fixture
def meeting(site, hasher):
    """From now on two new passwords are hashed together or not at all."""
    return lambda: object.__setattr__(site, "hasher", Meeting(hasher))


def test_two_simultaneous_final_posts_of_one_journey(visitor, lila, meeting, mails):
    visitor.reaches_password()
    other = twin(visitor)
    meeting()
    pages = together(lambda: visitor.sets(NEW), lambda: other.sets(NEW))
    assert [page.path for page in pages] == ["/mot-de-passe-oublie/recapitulatif"] * 2
    assert mails() == [LILA.email]
    assert visitor.logs_in(password=NEW).path == "/espace"


def test_two_simultaneous_final_posts_with_two_passwords(visitor, visit, lila, meeting, mails):
    visitor.reaches_password()
    other = twin(visitor)
    meeting()
    together(lambda: visitor.sets(NEW), lambda: other.sets(OTHER))
    assert mails() == [LILA.email]
    opened = [visit().logs_in(password=password).path == "/espace" for password in (NEW, OTHER, OLD)]
    assert sorted(opened) == [False, False, True]


def test_two_simultaneous_final_posts_of_two_browsers(visit, lila, meeting, mails):
    first, second = visit(), visit()
    first.reaches_password()
    second.reaches_password()
    meeting()
    pages = together(lambda: first.sets(NEW), lambda: second.sets(OTHER))
    assert sorted(page.path for page in pages) == ["/mot-de-passe-oublie", "/mot-de-passe-oublie/recapitulatif"]
    assert mails() == [LILA.email]


def test_an_image_is_used_once_by_simultaneous_posts(visitor, lila):
    visitor.get("/mot-de-passe-oublie")
    fields = {"address": LILA.email, "image": visitor.signs(), "image_id": visitor.page.value("image_id")}
    tabs = [twin(visitor) for _ in range(4)]
    pages = together(*(lambda tab=tab: tab.post("/mot-de-passe-oublie", **fields) for tab in tabs))
    assert [page.path for page in pages].count("/mot-de-passe-oublie/reponse") == 1


def test_simultaneous_guesses_do_not_slip_past_the_limit(visitor, lila, site, monkeypatch):
    visitor.gives_address()
    judged, sound = [], site.hasher.matches
    monkeypatch.setattr(site.hasher, "matches", lambda kept, secret: judged.append(secret) or sound(kept, secret))
    tabs = [twin(visitor) for _ in range(12)]
    together(*(lambda tab=tab, number=number: tab.answers(f"prénom {number}") for number, tab in enumerate(tabs)))
    assert len(judged) == 5


def test_two_simultaneous_right_answers(visitor, lila):
    visitor.gives_address()
    other = twin(visitor)
    pages = together(visitor.answers, other.answers)
    assert "/mot-de-passe-oublie/nouveau-mot-de-passe" in [page.path for page in pages]
    assert max(page.status for page in pages) < 500


def test_two_simultaneous_log_ins_of_one_browser(visitor, lila):
    visitor.get("/authentification")
    other = twin(visitor)
    post = {"path": "/authentification", "address": LILA.email, "password": OLD}
    statuses = [page.status for page in together(lambda: visitor.post(**post), lambda: other.post(**post))]
    assert 200 in statuses
    assert max(statuses) < 500


def test_two_simultaneous_registrations_of_one_browser(applicant, meeting, mails):
    applicant.reaches_recap()
    other = twin(applicant)
    meeting()
    pages = together(applicant.validates, other.validates)
    assert [page.path for page in pages] == [REGISTERED] * 2
    assert mails() == [EMAIL]


def test_two_simultaneous_registrations_of_one_address(applicants, meeting, mails):
    people = [applicants(), applicants()]
    for person in people:
        person.reaches_recap()
    meeting()
    pages = together(*(person.validates for person in people))
    assert sorted(page.path for page in pages) == [REGISTERED, RECAP]
    assert mails() == [EMAIL]


def test_two_simultaneous_activations_of_one_browser(applicant, mails):
    applicant.registers()
    applicant.offers()
    other = twin(applicant)
    pages = together(applicant.confirms, other.confirms)
    assert [page.path for page in pages] == [ACTIVATED] * 2
    assert pages[0].text == pages[1].text
    assert mails() == [EMAIL]


def test_simultaneous_activations_of_many_browsers(applicant, applicants):
    applicant.registers()
    people = [applicants() for _ in range(6)]
    for person in people:
        person.offers()
    pages = together(*(person.confirms for person in people))
    assert sorted(page.path for page in pages) == [ACTIVATION] * 5 + [ACTIVATED]


def test_spaces_made_together_have_numbers_of_their_own(seed):
    numbers = together(*(lambda index=index: seed(email=f"a{index}@example.test") for index in range(8)))
    assert sorted(numbers) == [f"2023157{index:05d}{index:02d}" for index in range(1, 9)]
