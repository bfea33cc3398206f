"""``focus check`` names the cause and the repair of what is broken, before any browser is started."""

import json
import socket
import sys
from email.utils import formatdate

import httpx
import pytest

from runner import check
from runner.findings import Finding, instead
from tests.runner import small_root
from tests.targets.webs import FakeImap, FakeWeb, serving

TARGET = '[target]\nname = "S"\nversion = "1"\nbase_url = "{url}"\n'
DATED = """# language: fr
Fonctionnalité: Petit banc
  @C01
  Scénario: La cible répond
    Étant donné il est 10:00:00 à Paris le 01/06/2023
    Quand on attend
  @C02
  Scénario: Le banc divise
    Étant donné il est 10:00:00 à Paris le 01/03/2028
    Quand on attend
"""
SECRET = "${MOT_DE_PASSE}"
START = "[start]\ncommand = {command}\ntimeout_s = 1\n"


@pytest.fixture(scope="module")
def features(tmp_path_factory):
    return small_root.build(tmp_path_factory.mktemp("root"), DATED) / "features"


@pytest.fixture
def web():
    with serving(FakeWeb()) as server:
        server.answers["/"] = b"<h1>Accueil</h1>"
        server.headers = {"Content-Type": "text/html; charset=utf-8"}
        server.date = formatdate(usegmt=True)
        yield server


@pytest.fixture
def found(tmp_path, features, monkeypatch):
    """What is found of a target whose profile goes on with ``sections``."""
    monkeypatch.setenv("MOT_DE_PASSE", "secret")

    def look(sections: str = "", url: str = "http://127.0.0.1:9") -> list[Finding]:
        (tmp_path / "site.toml").write_text(TARGET.format(url=url) + sections, "utf-8")
        return list(check.findings(tmp_path / "site.toml", features, browser=False))

    return look


def faults(findings):
    return [finding.line() for finding in findings if finding.mark == "faute"]


# -- the profile --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ("nme = 1", "target.nme : clé inconnue ; vouliez-vous dire « name » ?"),
        ("[mail", "TOML illisible"),
        ('[mail]\nkind = "smpt"', 'vouliez-vous dire "smtp" ?'),
        ('[mail]\nkind = "smtp"', "mail.port : clé obligatoire sans section [start]"),
        ('[door]\nurl = "http://a.test"\ntoken = "en clair"', "un secret ne s'écrit pas dans le profil"),
        (
            '[door]\nurl = "http://a.test"\ntoken = "${ABSENT}"',
            "la variable d'environnement ABSENT est absente ou vide",
        ),
        ('[clock]\nkind = "faketime"', "le banc d'essai doit lancer le site"),
        ('scope = ["EP6-9-9"]', "« EP6-9-9 » n'est dans aucun registre"),
        ('[variants]\nC11 = "sans_reponses"', "n'est pas une lecture admise"),
        ('[waivers]\nC01 = { reason = "r", ticket = "t", until = 2020-01-31 }', "la dispense est passée depuis"),
        ('[lexicon]\n"authentification.conexion" = "Entrer"', "vouliez-vous dire « connexion » ?"),
    ],
)
def test_profile_that_cannot_be_used(found, sections, said):
    findings = found(sections)
    assert {finding.about for finding in findings} == {"profil"}
    assert any(said in line for line in faults(findings))


def test_production_is_refused_before_it_is_asked_anything(found):
    assert "www.impots.gouv.fr est le site de production" in faults(found(url="https://www.impots.gouv.fr"))[0]


def test_a_file_that_is_not_there(features, tmp_path):
    [finding] = check.findings(tmp_path / "absent.toml", features)
    assert "fichier illisible" in finding.line()


# -- the site, over HTTP ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "headers", "said", "repair"),
    [
        ((500, b"<h1>Erreur</h1>"), {}, "répond 500", "le journal du site dit pourquoi"),
        ((404, b"<h1>Rien</h1>"), {}, "répond 404", "[target] base_url : l'adresse de l'accueil du site"),
        ((401, b"<h1>Qui ?</h1>"), {}, "répond 401", "[target] credentials"),
        ((403, b"<h1>Non</h1>"), {}, "répond 403", "[target] headers ou credentials"),
        (b"{}", {"Content-Type": "application/json"}, "n'est pas une page (application/json)", "[target] base_url"),
        ((302, b""), {"Location": "https://cfspro.impots.gouv.fr/"}, "c'est le site de production", "site d'essai"),
        ((302, b""), {"Location": "https://sso.test/"}, "vers https://sso.test/", '[target] hosts = ["sso.test"]'),
        ((302, b""), {"Location": "/"}, "redirige sans fin", "[target] base_url"),
    ],
    ids=str,
)  # fmt: skip
def test_home_that_is_not_what_it_should_be(found, web, answer, headers, said, repair):
    web.answers["/"], web.headers = answer, {**web.headers, **headers}
    [line] = faults(found(url=web.url))
    assert said in line
    assert repair in line.partition(" → ")[2]


def test_nobody_at_the_address(found):
    assert "rien ne répond à http://127.0.0.1:9 (ConnectError) → démarrer le site" in faults(found())[0]


def test_certificate_that_nobody_knows(found, monkeypatch):
    def refuse(*_):
        raise httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate")

    monkeypatch.setattr(httpx.Client, "get", refuse)
    assert "n'est pas reconnu → [target] ignore_https_errors = true" in faults(found(url="https://a.test"))[0]


def test_a_site_that_answers(found, web):
    lines = [finding.line() for finding in found(url=web.url)]
    assert lines[-1] == f"site : l'accueil répond à {web.url}"


# -- what the harness starts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["/aucun/programme"], "Le site ne démarre pas"),
        ([sys.executable, "-c", "raise SystemExit('base absente')"], "Vu : base absente"),
        ([sys.executable, "-c", "import signal; signal.pause()"], "n'a pas répondu à http"),
    ],
)
def test_a_site_that_does_not_start(found, command, said):
    [line] = faults(found(START.format(command=json.dumps(command)), "http://127.0.0.1:{port}"))
    assert said in line
    assert "→ [start] command" in line


def test_library_that_is_not_there(found):
    clock = '[clock]\nkind = "faketime"\nlibrary = "/aucune/libfaketime.so"'
    [line] = faults(found(START.format(command='["true"]') + clock, "http://127.0.0.1:{port}"))
    assert "→ installer libfaketime (Debian et Ubuntu : apt-get install libfaketime" in line


# -- the levers ---------------------------------------------------------------------------------------------------


def command(code: str) -> str:
    return json.dumps([sys.executable, "-c", code, "{instant}"])


@pytest.mark.parametrize(
    ("sections", "said", "repair"),
    [
        ('[mail]\nkind = "mailpit"\nurl = "http://127.0.0.1:9"', "Mailpit ne répond pas", "[mail] url"),
        ('[mail]\nkind = "maildev"\nurl = "{web}"', "ne répond pas comme MailDev", "[mail] url, et user et password"),
        (f'[mail]\nkind = "imap"\nhost = "127.0.0.1"\nport = 9\nuser = "a"\npassword = "{SECRET}"',
         "Le serveur IMAP ne répond pas", "[mail] host, port et tls"),
        (f'[door]\nurl = "{{web}}"\ntoken = "{SECRET}"\n[clock]\nkind = "door"', "La porte d'essai a répondu 404",
         "vérifier [door] url"),
        (f'[clock]\nkind = "command"\npast = true\nset = {command("pass")}', "n'est pas à l'instant demandé",
         "vérifier [clock] set"),
        (f'[clock]\nkind = "command"\npast = true\nset = {command("raise SystemExit(3)")}', "Vu : code 3",
         "essayer la commande à la main"),
    ],
)  # fmt: skip
def test_lever_that_does_not_answer_as_declared(found, web, sections, said, repair):
    [line] = faults(found(sections.replace("{web}", web.url), web.url))
    assert said in line
    assert repair in line.partition(" → ")[2]


def test_password_that_the_imap_server_refuses(found, web, monkeypatch):
    monkeypatch.setenv("MOT_DE_PASSE", "autre")
    with serving(FakeImap()) as imap:
        mail = f'[mail]\nkind = "imap"\nhost = "127.0.0.1"\nport = {imap.port}\nuser = "a"\npassword = "{SECRET}"'
        [line] = faults(found(f'{mail}\ntls = "none"', web.url))
    assert "→ vérifier [mail] user, password, mailbox et tls" in line
    assert "autre" not in line


def test_mail_port_that_is_taken(found, web):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        [line] = faults(found(f'[mail]\nkind = "smtp"\nport = {port}', web.url))
    assert f"Le port {port}" in line
    assert "→ [mail] port" in line


def test_site_that_does_not_say_its_date(found, web):
    web.date = None
    [line] = faults(found(f'[clock]\nkind = "command"\npast = true\nset = {command("pass")}', web.url))
    assert "ne dit pas sa date" in line
    assert "→ faire dater ses réponses au site" in line


def test_clock_that_may_not_go_back(found, web):
    """Said, and no fault: what needs the past is not concluded."""
    findings = found(f'[clock]\nkind = "command"\nset = {command("pass")}', web.url)
    assert [finding.repair for finding in findings if finding.mark == "avis"] == [
        "[clock] past = true, si le site peut reculer"
    ]


# -- how it is said -----------------------------------------------------------------------------------------------


def test_a_page_is_told_by_what_its_things_are_called():
    seen = 'page /oubli : - heading "Perdu ?" [level=1]\n- link "Retour":\n  - /url: /\n- button "Envoyer"'
    assert instead(seen) == "titre « Perdu ? », lien « Retour », bouton « Envoyer »"


def test_a_hostile_answer_stays_on_its_line():
    assert Finding("faute", "site", "a\x1b[2Jb\nc", "d").line() == "site : a [2Jb c → d"
