"""Prepared accounts are lent once in a run; what the screens cannot give is a capability that lacks."""

from datetime import datetime

import pytest

from targets.accounts import Holder
from targets.arranging import Leases, Wanted
from targets.faults import CapabilityMissing
from targets.levers import levers
from targets.mail import NoMailbox
from targets.spaces import SpaceSeed

from .test_levers import Lila

HEAD = '[spaces]\nkind = "accounts"\n'
ACCOUNT = """
[[spaces.accounts]]
email = "{email}@exemple.test"
password = "${{MDP}}"
question = "Votre hobby ?"
answer = "${{REPONSE}}"
last_name = "ROSEMONDE"
first_name = "Lila"
phone = "0199001234"
subscriber_number = "20232990000101"
address = {{ number = "12", kind = "rue", street = "des Tilleuls", city = "PARIS" }}
{more}
"""
SERVICE = {"company": "ATELIER DES TILLEULS", "siren": "000299002", "name": "TVA"}


@pytest.fixture
def lending(profile, monkeypatch):
    """What lends the given accounts: (name, more lines) each."""
    monkeypatch.setenv("MDP", "motdepasse-prepare")
    monkeypatch.setenv("REPONSE", "Paul")

    def open_(*accounts, folder=None):
        text = HEAD + "".join(ACCOUNT.format(email=email, more=more) for email, more in accounts)
        site = profile(text)
        return levers(site, NoMailbox(site), leases=folder).spaces

    return open_


def test_an_account_is_lent_once_whoever_asks(lending, tmp_path):
    one, other = (lending(("a", ""), ("b", ""), folder=tmp_path / "leases") for _ in range(2))
    lent = [one.lend(Wanted("active")).email, other.lend(Wanted("active")).email]
    assert lent == ["a@exemple.test", "b@exemple.test"]
    with pytest.raises(CapabilityMissing) as missing:
        one.lend(Wanted("active"))
    assert missing.value.capability == "spaces"
    assert '(state = "active" ; 2 déjà prêtés) : en ajouter au moins 1 de' in missing.value.message
    with pytest.raises(CapabilityMissing, match="en ajouter au moins 2 de"):
        other.lend(Wanted("active"))


def test_an_account_is_what_the_scenario_asks(lending):
    service = 'services = [{ company = "ATELIER DES TILLEULS", siren = "000299002", name = "TVA" }]'
    spaces = lending(
        ("actif", ""),
        ("attente", 'state = "pre_registered"'),
        ("services", service),
        ("date", "since = 2023-06-01T09:30:00+02:00"),
    )
    assert spaces.lend(Wanted("pre_registered")).email.startswith("attente")
    assert spaces.lend(Wanted("active", services=(SERVICE,))).email.startswith("services")
    issued = datetime.fromisoformat("2023-06-01T22:30:00+02:00")
    assert spaces.lend(Wanted("active", issued=issued)).email.startswith("date")
    assert spaces.lend(Wanted("active", answer="Paul")).email.startswith("actif")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted("certificate"), 'state = "certificate"'),
        (Wanted("active", answer="Zoé"), 'state = "active", answer = « Zoé »'),
        (Wanted("active", services=(SERVICE,)), 'state = "active", 1 services'),
        (Wanted("active", issued=datetime.fromisoformat("2023-06-01T00:30:00+02:00")), "since = 01/06/2023"),
    ],
)
def test_what_no_account_has(lending, wanted, told):
    with pytest.raises(CapabilityMissing) as missing:
        lending(("a", "")).lend(wanted)
    assert told in missing.value.message
    assert "0 déjà prêtés" in missing.value.message


def test_the_holder_of_an_account_is_a_person_who_shows_no_secret(lending):
    holder = Holder.of(lending(("a", "")).lend(Wanted("active")))
    assert (holder.password, holder.answer) == ("motdepasse-prepare", "Paul")
    assert holder.address_elements() == ("12", "rue", "des Tilleuls", "PARIS")
    assert "motdepasse-prepare" not in repr(holder)
    assert "Paul" not in repr(holder)
    assert SpaceSeed.of(holder).address.city == "PARIS"


def test_accounts_are_never_published(lending, profile):
    lending(("a", ""))
    site = profile(HEAD + ACCOUNT.format(email="a", more=""))
    assert "a@exemple.test" not in str(site.public())
    assert site.capabilities == ("spaces",)


def test_leases_of_one_process_alone():
    leases = Leases(None)
    assert [leases.take("a"), leases.take("a"), leases.take("b")] == [True, False, True]


@pytest.mark.parametrize(
    "wanted", [Wanted("certificate"), Wanted("active", services=(SERVICE,)), Wanted("active", password="Kp7vTz3mQx9w")]
)
def test_what_no_screen_gives(profile, wanted):
    site = profile('[spaces]\nkind = "screens"')
    spaces = levers(site, NoMailbox(site)).spaces
    assert spaces.played
    with pytest.raises(CapabilityMissing, match="Les écrans ne permettent pas"):
        spaces.lend(wanted)


def test_spaces_that_are_played_are_not_created(profile):
    site = profile('[spaces]\nkind = "screens"')
    spaces = levers(site, NoMailbox(site)).spaces
    assert spaces.lend(Wanted("pre_registered")) is None
    with pytest.raises(CapabilityMissing):
        spaces.create(SpaceSeed.of(Lila()))
