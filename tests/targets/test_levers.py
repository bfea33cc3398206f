"""Levers by kind: those of the door for real, and those that a profile does not declare."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from fakes.smtp import CapturedSmtp
from targets.arranging import Wanted
from targets.faults import CapabilityMissing, LeverFault
from targets.levers import levers
from targets.mail import mailbox
from targets.spaces import Address, SpaceSeed

from .doors import TOKEN, serving

AT = datetime(2023, 6, 6, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Lila:
    last_name: str = "ROSEMONDE"
    first_name: str = "Lila"
    phone: str = "0123456789"
    email: str = "lila.rosemonde@exemple.test"
    password: str = "UnMotDePasseDeVingtSignes1"
    question: str = "Le prénom de votre conjoint(e) ?"
    answer: str = "Paul"
    address: Address = field(default=Address(number="12", street="de Longchamp", city="PARIS"))
    other_questions: tuple[tuple[str, str], ...] = (("Votre hobby ?", "Le tricot"), ("Quel est votre surnom ?", "Lili"))

    def address_elements(self) -> tuple[str, ...]:
        return ("12", "de Longchamp", "PARIS")


@pytest.fixture
def pull(profile, monkeypatch):
    """The levers of a profile with the given sections, and the server of its door."""
    monkeypatch.setenv("JETON", TOKEN)
    with serving() as server:

        def pulled(sections: str):
            site = profile(f'{sections}\n[door]\nurl = "{server.url}"\ntoken = "${{JETON}}"').resolve()
            return levers(site, mailbox(site, CapturedSmtp()))

        yield server, pulled


def said(instant: datetime) -> tuple[int, dict[str, str]]:
    return 200, {"now": instant.isoformat()}


def test_the_clock_is_set_and_checked(pull):
    server, pulled = pull
    server.answers = {("PUT", "/clock"): said(AT), ("GET", "/clock"): said(AT + timedelta(milliseconds=400))}
    with pulled('[clock]\nkind = "door"\npast = true') as site:
        site.clock.set(AT)
        assert site.clock.now() == AT + timedelta(milliseconds=400)
    assert [asked[0] for asked in server.asked] == ["PUT", "GET", "GET"]


@pytest.mark.parametrize(("put", "got"), [(AT + timedelta(seconds=1), AT), (AT, AT - timedelta(days=1))])
def test_a_clock_that_is_not_where_it_was_set(pull, put, got):
    server, pulled = pull
    server.answers = {("PUT", "/clock"): said(put), ("GET", "/clock"): said(got)}
    with pulled('[clock]\nkind = "door"\npast = true') as site, pytest.raises(LeverFault) as fault:
        site.clock.set(AT)
    assert fault.value.message == "L'horloge du site n'est pas à l'instant demandé."
    assert fault.value.expected == "2023-06-06T08:00:00+00:00"
    assert fault.value.repair == 'vérifier PUT clock de la porte, ou déclarer [clock] kind = "none"'


def test_a_clock_that_may_not_go_back(pull):
    server, pulled = pull
    server.answers = {("PUT", "/clock"): said(AT), ("GET", "/clock"): said(AT)}
    with pulled('[clock]\nkind = "door"') as site:
        site.clock.set(AT)
        with pytest.raises(CapabilityMissing) as missing:
            site.clock.set(AT - timedelta(minutes=11))
    assert missing.value.capability == "clock.past"


def test_an_instant_without_zone_is_a_fault_of_ours(pull):
    with pull[1]('[clock]\nkind = "door"') as site, pytest.raises(ValueError, match="aware"):
        site.clock.set(AT.replace(tzinfo=None))


@pytest.mark.parametrize("src", ["/captcha/k3.png?v=2", "http://site.test/captcha/k3.png?v=2#x"])
def test_the_door_tells_the_answer_of_an_image(pull, src):
    server, pulled = pull
    server.answers["GET", "/captcha"] = (200, {"answer": "m8uq18"})
    with pulled('[captcha]\nkind = "door"') as site:
        assert site.captcha.present
        assert site.captcha.answer(src) == "m8uq18"
    assert server.asked[0][1] == "/essai/captcha?image=%2Fcaptcha%2Fk3.png%3Fv%3D2"


@pytest.mark.parametrize("src", ["data:image/png;base64,AAAA", ""])
def test_an_image_without_address_cannot_be_told(pull, src):
    with pull[1]('[captcha]\nkind = "door"') as site, pytest.raises(LeverFault) as fault:
        site.captcha.answer(src)
    assert fault.value.repair == 'servir l\'image à une adresse du site, ou déclarer [captcha] kind = "fixed"'


def test_a_fixed_captcha_has_one_answer(pull):
    with pull[1]('[captcha]\nkind = "fixed"\nanswer = "aaaaaa"') as site:
        assert (site.captcha.present, site.captcha.answer("data:")) == (True, "aaaaaa")


def test_a_space_is_created_with_all_that_the_person_is(pull):
    server, pulled = pull
    server.answers["POST", "/spaces"] = (201, {"subscriber_number": "20232990000101"})
    service = {"company": "SARL MARTIN DISTRIBUTION", "siren": "000299001", "name": "TVA"}
    with pulled('[spaces]\nkind = "door"') as site:
        assert site.spaces.create(SpaceSeed.of(Lila(), services=[service])) == "20232990000101"
    sent = server.asked[0][2]
    assert (sent["state"], sent["password"], sent["answer"]) == ("active", "UnMotDePasseDeVingtSignes1", "Paul")
    assert (sent["address"]["number"], sent["address"]["city"], sent["address"]["postcode"]) == ("12", "PARIS", "")
    assert sent["services"] == [service]


def test_a_certificate_space_alone_asks_two_questions_more():
    second, third = SpaceSeed.of(Lila(), state="certificate").payload()["other_questions"]
    assert (second, third["answer"]) == ({"question": "Votre hobby ?", "answer": "Le tricot"}, "Lili")
    assert "other_questions" not in SpaceSeed.of(Lila()).payload()


def test_a_certificate_space_has_no_password():
    assert "password" not in SpaceSeed.of(Lila(), state="certificate").payload()
    assert "password" in SpaceSeed.of(Lila(), state="pre_registered").payload()


def test_a_seed_shows_no_secret_and_has_a_known_state():
    assert "UnMotDePasseDeVingtSignes1" not in repr(SpaceSeed.of(Lila()))
    assert "Paul" not in repr(SpaceSeed.of(Lila()))
    assert "Le tricot" not in repr(SpaceSeed.of(Lila()))
    with pytest.raises(ValueError, match="no space can be prepared in state 'expired'"):
        SpaceSeed.of(Lila(), state="expired")


@pytest.mark.parametrize(
    ("use", "capability"),
    [
        (lambda site: site.clock.now(), "clock"),
        (lambda site: site.clock.set(AT), "clock"),
        (lambda site: site.captcha.answer("/i"), "captcha"),
        (lambda site: site.spaces.create(SpaceSeed.of(Lila())), "spaces"),
        (lambda site: site.spaces.lend(Wanted("active")), "spaces"),
        (lambda site: site.mailbox.letters("a@b.test"), "mail"),
    ],
)
def test_a_lever_that_is_not_declared(profile, use, capability):
    with levers(profile(), mailbox(profile(), CapturedSmtp())) as site, pytest.raises(CapabilityMissing) as missing:
        use(site)
    assert missing.value.capability == capability


@pytest.mark.parametrize(("kind", "present"), [("absent", False), ("none", True)])
def test_whether_an_image_is_on_the_screens(profile, kind, present):
    site = profile(f'[captcha]\nkind = "{kind}"')
    assert levers(site, mailbox(site, CapturedSmtp())).captcha.present is present


def test_reset_goes_through_the_door_where_there_is_one(pull, profile):
    server, pulled = pull
    server.answers["POST", "/reset"] = (204, b"")
    with pulled("") as site:
        site.reset()
    levers(profile(), mailbox(profile(), CapturedSmtp())).reset()
    assert [asked[:2] for asked in server.asked] == [("POST", "/essai/reset")]


def test_a_capability_can_be_required(profile):
    profile("[recap]\nfrom_space = true").require("recap")
    with pytest.raises(CapabilityMissing, match="Le profil ne déclare pas la capacité « recap »"):
        profile().require("recap")
