"""A profile that is right: what is read, filled, declared, and published."""

import sys
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from targets.faults import ProfileError
from targets.profile import load

REFERENCE = Path("targets/reference.toml")
VALUES = {"port": 8123, "smtp_port": 2525, "door_token": "jeton", "python": sys.executable}

STARTED = """
[start]
command = "{python} 'site qui démarre.py' --port {port} --mail {smtp_port}"
env = { JETON = "{door_token}", FILE = "{clock_file}", WORKER = "{worker}" }
[mail]
kind = "smtp"
[door]
url = "{base_url}/porte/"
token = "{door_token}"
"""


def test_a_minimal_profile_declares_nothing(profile):
    site = profile()
    assert site.capabilities == ()
    assert site.target.locale == "fr-FR"
    assert site.target.sender == "ne-pas-repondre@dgfip.finances.gouv.fr"
    assert site.hosts == ("site.test",)


def test_the_reference_declares_every_lever():
    reference = load(REFERENCE)
    assert reference.capabilities == ("clock", "mail", "captcha", "spaces", "recap")
    assert reference.clock.past
    assert reference.parallel


def test_the_reference_is_started_on_the_ports_of_its_worker():
    running = load(REFERENCE).resolve(**VALUES)
    assert running.target.base_url == "http://127.0.0.1:8123"
    assert running.start.command[:3] == (sys.executable, "-m", "reference_impl")
    assert "127.0.0.1:2525" in running.start.command
    assert running.start.ready == "http://127.0.0.1:8123/"
    assert running.door.url == "http://127.0.0.1:8123/essai"
    assert running.path == REFERENCE


def test_a_command_line_is_cut_before_it_is_filled(profile):
    site = profile(STARTED).resolve(**VALUES | {"python": "/a b/python", "worker": "gw0", "clock_file": "/c"})
    assert site.start.command == ("/a b/python", "site qui démarre.py", "--port", "8123", "--mail", "2525")
    assert site.start.env == {"JETON": "jeton", "FILE": "/c", "WORKER": "gw0"}
    assert site.door.url == "http://site.test:8080/porte"


def test_a_placeholder_without_value_is_named(profile):
    with pytest.raises(ProfileError) as refused:
        profile(STARTED).resolve(port=1, smtp_port=2, python="p", worker="gw0", door_token="j")
    assert refused.value.message.endswith("site.toml\n- start.env.FILE : {clock_file} n'est pas fourni ici")


def test_a_secret_comes_from_the_environment_and_braces_in_it_stay(profile, monkeypatch):
    monkeypatch.setenv("JETON_DE_RECETTE", "a{b}c")
    site = profile('[door]\nurl = "http://site.test/essai"\ntoken = "${JETON_DE_RECETTE}"\n').resolve()
    assert site.door.token.get_secret_value() == "a{b}c"
    assert "a{b}c" not in repr(site)


def test_nothing_secret_is_published(profile, monkeypatch):
    monkeypatch.setenv("SECRET", "s3cret")
    site = profile('headers = { Authorization = "${SECRET}", X-E = "en-clair" }\n[captcha]\nkind="fixed"\nanswer="qj"')
    assert site.target.headers["Authorization"].get_secret_value() == "s3cret"
    assert not {"s3cret", "en-clair", "qj"} & set(str(site.public()).replace("'", " ").split())
    assert site.public()["levers"] == {"mail": "none", "clock": "none", "captcha": "fixed", "spaces": "none"}


def test_the_browser_reaches_the_declared_hosts_only(profile):
    assert profile('hosts = ["CDN.Site.test.", "site.test"]').hosts == ("site.test", "cdn.site.test")


def test_waivers_variants_and_scope_are_read(profile):
    site = profile(
        'scope = ["EP6", "C09"]\n[variants]\nC09 = "soixante-jours"\n'
        '[waivers]\nEP6-2-26 = { reason = "en cours", ticket = "T-1", until = 2027-01-31 }'
    )
    assert site.target.scope == ("EP6", "C09")
    assert site.variants == {"C09": "soixante-jours"}
    assert site.waivers["EP6-2-26"].until == date(2027, 1, 31)
    assert site.public()["waivers"]["EP6-2-26"]["until"] == "2027-01-31"


@pytest.mark.parametrize(
    ("sections", "parallel"),
    [
        ("", True),
        ('[clock]\nkind = "door"\n[door]\nurl = "http://site.test/essai"\ntoken = "${PATH}"', False),
        ('[mail]\nkind = "smtp"\nport = 2525', False),
        ('[start]\ncommand = "site"', False),
        ('[mail]\nkind = "maildev"\nurl = "http://mail.test:1080"', True),
        ("rate = 2", False),
    ],
)
def test_a_shared_site_is_played_by_one_worker(profile, sections, parallel):
    assert profile(sections).parallel is parallel


def test_a_profile_is_frozen(profile):
    with pytest.raises(ValidationError, match="frozen"):
        profile().target.name = "autre"
