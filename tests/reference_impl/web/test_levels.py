"""A weak password is refused in every procedure, and the level shown while typing is that of the submit (G14, C30)."""

import json
from dataclasses import dataclass

import pytest

from reference_impl.domain.strength import Level
from tests.reference_impl.conftest import LILA, Page
from tests.reference_impl.vectors import VECTORS
from tests.reference_impl.web.conftest import CREATION, EMAIL, IDENTIFIERS, Applicant

WEAK, NORMAL = (
    [password for password, level in VECTORS.items() if level is wanted] for wanted in (Level.WEAK, Level.NORMAL)
)


@dataclass
class Chooser:
    """Somebody on the screen of a procedure where a password is chosen."""

    visitor: Applicant
    start: str
    screen: str
    confirmation: str
    beside: dict[str, str]

    def live(self, password: str) -> str:
        """The level told while typing."""
        form = self.visitor.get(self.screen)
        told = json.loads(self.visitor.post(f"{self.start}/niveau", password=password, **self.beside).source)["level"]
        self.visitor.page = form
        return told

    def submits(self, password: str) -> Page:
        return self.visitor.post(self.screen, **{"password": password, self.confirmation: password}, **self.beside)


def expired(visitor, hour):
    hour.passes(days=1100)
    visitor.logs_in()
    visitor.copying("/mot-de-passe-expire", address=LILA.email)
    screen = "/mot-de-passe-expire/nouveau-mot-de-passe"
    return Chooser(visitor, "/mot-de-passe-expire", screen, "confirmation", {"old": LILA.password})


def forgotten(visitor, hour):
    visitor.reaches_password()
    screen = "/mot-de-passe-oublie/nouveau-mot-de-passe"
    return Chooser(visitor, "/mot-de-passe-oublie", screen, "confirmation", {})


def creation(visitor, hour):
    visitor.accepts()
    address = EMAIL.replace("@", "@un.")
    return Chooser(visitor, CREATION, IDENTIFIERS, "password_again", {"address": address, "address_again": address})


def modification(visitor, hour):
    visitor.logs_in()
    choice = "/espace/identifiants"
    return Chooser(visitor, choice, choice, "password_again", {"change_password": "y"})


PROCEDURES = pytest.mark.parametrize("procedure", [expired, forgotten, creation, modification])


@pytest.fixture
def chooser(procedure, lila, applicant, hour):
    return procedure(applicant, hour)


@PROCEDURES
def test_the_live_level_is_that_of_the_table(chooser):
    assert {password: chooser.live(password) for password in VECTORS} == VECTORS


@PROCEDURES
def test_every_weak_password_is_refused(chooser):
    chooser.visitor.get(chooser.screen)
    answers = {(page.status, page.path, bool(page.alert)) for page in map(chooser.submits, WEAK)}
    assert answers == {(422, chooser.screen, True)}


@PROCEDURES
def test_twenty_times_the_same_letter_is_told_to_be_too_weak(chooser):
    chooser.visitor.get(chooser.screen)
    page = chooser.submits("a" * 20)
    assert "est trop faible" in page.alert
    assert "Niveau de sécurité : Faible et non autorisé" in page.text


@PROCEDURES
def test_a_normal_password_is_good_enough(chooser):
    chooser.visitor.get(chooser.screen)
    assert chooser.submits(NORMAL[0]).path != chooser.screen
