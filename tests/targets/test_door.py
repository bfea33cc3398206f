"""The client of the test door, against a door that answers as described, otherwise, or not at all."""

import socket
from datetime import UTC, datetime

import pytest

from targets.door import MAX_BODY, Door
from targets.faults import EnvironmentFault, LeverFault

from .doors import TOKEN, saying, serving

DESCRIBED = "comparer la porte avec targets/door.openapi.yaml"
OBJECT = "un objet JSON"
INSTANT = "un instant ISO 8601 avec son décalage"
TEXT = "un texte non vide"

RIGHT = {
    ("GET", "/clock"): (200, {"now": "2023-06-06T10:00:00+02:00"}),
    ("PUT", "/clock"): (200, {"now": "2023-06-06T08:00:00+00:00"}),
    ("POST", "/spaces"): (201, {"subscriber_number": "20232990000101"}),
    ("GET", "/captcha"): (200, {"answer": "m8uq18"}),
    ("POST", "/reset"): (204, b""),
}


@pytest.fixture
def server():
    with serving() as running:
        yield running


@pytest.fixture
def door(server):
    with Door(server.url, TOKEN) as client:
        yield client


def test_what_each_call_asks_and_returns(server, door):
    at = datetime(2023, 6, 6, 8, tzinfo=UTC)
    server.answers = dict(RIGHT)
    assert (door.clock(), door.set_clock(at)) == (at, at)
    assert door.create_space({"state": "active"}) == "20232990000101"
    assert door.captcha("/image/a?b=c&d") == "m8uq18"
    door.reset()
    assert server.asked[1:4] == [
        ("PUT", "/essai/clock", {"now": "2023-06-06T08:00:00+00:00"}),
        ("POST", "/essai/spaces", {"state": "active"}),
        ("GET", "/essai/captcha?image=%2Fimage%2Fa%3Fb%3Dc%26d", None),
    ]


@pytest.mark.parametrize(
    ("status", "repair"),
    [
        (401, "vérifier [door] token : la porte ne reconnaît pas ce jeton"),
        (403, "vérifier que la porte accepte les appels de cette machine"),
        (404, "vérifier [door] url, et que le site est démarré avec sa porte d'essai ouverte"),
        (409, "l'adresse est déjà prise : vider le site, ou changer [mail] recipient"),
        (422, DESCRIBED),
        (302, DESCRIBED),
        (500, DESCRIBED),
    ],
)
def test_a_door_that_refuses(server, door, status, repair):
    server.answers["POST", "/spaces"] = (status, {"error": "non"})
    with pytest.raises(LeverFault) as fault:
        door.create_space({})
    assert fault.value.message == f"La porte d'essai a répondu {status} à POST /spaces."
    assert (fault.value.expected, fault.value.seen) == ("201", f'{status} {{"error": "non"}}')
    assert fault.value.repair == repair


@pytest.mark.parametrize(
    ("body", "what", "expected", "seen"),
    [
        (b"<html>", "le corps de la réponse", OBJECT, "<html>"),
        (b"[1]", "le corps de la réponse", OBJECT, "[1]"),
        (b"", "le corps de la réponse", OBJECT, ""),
        (b"{" * MAX_BODY * 2, "le corps de la réponse", OBJECT, "{" * 200),
        ({}, "« now »", TEXT, "None"),
        ({"now": ""}, "« now »", TEXT, "''"),
        ({"now": 12}, "« now »", TEXT, "12"),
        ({"now": "demain"}, "« now »", INSTANT, "demain"),
        ({"now": "2023-06-06T08:00:00"}, "« now »", INSTANT, "2023-06-06T08:00:00"),
    ],
    ids=["page", "list", "nothing", "endless", "no now", "empty now", "number", "no date", "no offset"],
)
def test_a_door_that_answers_otherwise(server, body, what, expected, seen):
    server.answers["GET", "/clock"] = (200, body)
    with Door(server.url, TOKEN) as door, pytest.raises(LeverFault) as fault:
        door.clock()
    assert fault.value.message == f"La porte d'essai répond autrement que décrit : {what}."
    assert (fault.value.expected, fault.value.seen, fault.value.repair) == (expected, seen, DESCRIBED)


def test_a_subscriber_number_has_14_digits(server, door):
    server.answers["POST", "/spaces"] = (201, {"subscriber_number": "123"})
    with pytest.raises(LeverFault, match=r"autrement que décrit : le numéro d'abonné\.$") as fault:
        door.create_space({})
    assert (fault.value.expected, fault.value.seen) == ("14 chiffres", "123")


def test_a_wrong_token_is_refused_and_never_shown(server):
    with Door(server.url, "faux-jeton") as door, pytest.raises(LeverFault) as fault:
        door.reset()
    assert fault.value.seen == f'401 {{"error": "not {TOKEN}"}}'
    server.answers["POST", "/reset"] = (500, f"jeton {TOKEN}".encode())
    with Door(server.url, TOKEN) as door, pytest.raises(LeverFault) as fault:
        door.reset()
    assert fault.value.seen == "500 jeton ***"


def test_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/essai"
    with Door(url, TOKEN) as door, pytest.raises(EnvironmentFault) as fault:
        door.clock()
    assert fault.value.message == f"La porte d'essai ne répond pas à {url} (ConnectError)."
    assert fault.value.repair == "vérifier que le site tourne, et [door] url"


def test_a_door_that_never_answers():
    with saying(None) as url, Door(url, TOKEN, timeout_s=0.05) as door, pytest.raises(EnvironmentFault) as fault:
        door.clock()
    assert fault.value.message == f"La porte d'essai ne répond pas à {url} (ReadTimeout)."


def test_a_door_that_speaks_another_language():
    with saying(b"220 smtp ready\r\n") as url, Door(url, TOKEN) as door, pytest.raises(LeverFault) as fault:
        door.clock()
    assert fault.value.message == f"Ce qui répond à {url} ne parle pas HTTP."
    assert fault.value.repair == "vérifier [door] url"
