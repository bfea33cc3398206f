"""Each fault of a profile is refused with the file, the key, and what to write instead; all of them at once."""

import pytest

from targets.faults import ProfileError
from targets.profile import load

from .conftest import MINIMAL

DOOR = '\n[door]\nurl = "http://site.test/essai"\ntoken = "${PATH}"\n'
START = '\n[start]\ncommand = ["site", "{smtp_port}"]\n'
HTTP = "une adresse http:// ou https:// est attendue"
HOST = "un nom d'hôte seul est attendu, sans protocole ni port (exemple : recette.exemple.fr)"
ADDRESS = "une adresse électronique est attendue (exemple : qa@exemple.test)"
RECIPIENT = 'le motif contient {id} une fois (exemple : "qa+{id}@exemple.test")'
CLEAR = "un secret ne s'écrit pas dans le profil ; utiliser une variable ${NOM}"
NAMES = "port, smtp_port, clock_file, door_token, worker, python, base_url"
ACCOUNT = """
[spaces]
kind = "accounts"
[[spaces.accounts]]
email = "qa@a.test"
password = "${PATH}"
question = "Votre hobby ?"
answer = "${PATH}"
last_name = "ROSEMONDE"
first_name = "Lila"
phone = "0199001234"
subscriber_number = "00000000000001"
"""
TWICE = ACCOUNT + ACCOUNT[ACCOUNT.index("[[") :].replace("qa@", "QA@")
PRODUCTION = "impots.gouv.fr est le site de production : il n'est jamais piloté"
MAIL = 'n\'est pas disponible dans cette version (disponibles : "smtp", "mailpit", "maildev", "imap", "none")'

REFUSED = [
    # unknown keys
    ('nom = "x"', "target.nom", "clé inconnue ; vouliez-vous dire « name » ?"),
    ('[targe]\nx = 1', "targe", "clé inconnue ; vouliez-vous dire « target » ?"),
    ('zzz = 1', "target.zzz", "clé inconnue ; clés admises : name, version, base_url, hosts, scope, locale, sender, "
     "ignore_https_errors, patience_s, headers, credentials, consent, rate, viewports"),
    ('[mail]\nkind = "none"\nrecipent = "x"', "mail.recipent", "clé inconnue ; vouliez-vous dire « recipient » ?"),
    ('[recap]\nfrom_spaces = true', "recap.from_spaces", "clé inconnue ; vouliez-vous dire « from_space » ?"),
    ('[waivers]\nC09 = { reason = "a", ticket = "b", until = 2027-01-01, raison = "c" }', "waivers.C09.raison",
     "clé inconnue ; vouliez-vous dire « reason » ?"),
    # wrong values
    ('hosts = "a.test"', "target.hosts", 'une liste est attendue (exemple : ["a", "b"])'),
    ('hosts = ["http://a.test"]', "target.hosts.0", HOST),
    ('hosts = ["a.test:80"]', "target.hosts.0", HOST),
    ('locale = "french"', "target.locale", "une langue est attendue (exemple : fr-FR)"),
    ('sender = "personne"', "target.sender", ADDRESS),
    ('scope = ["EP7"]', "target.scope.0",
     "une fiche ou une exigence est attendue (exemples : EP6, EP6-2-26, C09 ; -G12 : sauf G12)"),
    ('ignore_https_errors = "peut-être"', "target.ignore_https_errors", "true ou false est attendu, sans guillemets"),
    ('headers = { "X Y" = "a" }', "target.headers", "« X Y » n'est pas un en-tête HTTP d'une seule ligne"),
    ('headers = { X = "a\\nb" }', "target.headers", "« X » n'est pas un en-tête HTTP d'une seule ligne"),
    ('[start]\ncommand = []', "start.command", "une liste non vide est attendue"),
    ('[start]\ncommand = "site"\ntimeout_s = 0', "start.timeout_s", "une valeur supérieure à 0.0 est attendue"),
    ('[start]\ncommand = "site"\ntimeout_s = 601', "start.timeout_s", "une valeur d'au plus 600.0 est attendue"),
    ('[start]\ncommand = "site"\ntimeout_s = "vite"', "start.timeout_s", "un nombre est attendu"),
    ('[start]\ncommand = "site"\nready = "/pret"', "start.ready", HTTP),
    ('[start]\ncommand = "site \'ouvert"', "start.command", "un guillemet n'est pas fermé"),
    ('[start]\ntimeout_s = 3', "start.command", "clé obligatoire absente"),
    ('[recap]\nfrom_space = 3', "recap.from_space", "true ou false est attendu, sans guillemets"),
    ('[variants]\nC9 = "x"', "variants.C9", "une variante est attendue (exemple : C09)"),
    ('[variants]\nC09 = 60', "variants.C09", "un texte entre guillemets est attendu"),
    ('[waivers]\nEP6 = { reason = "a", ticket = "b", until = 2027-01-01 }', "waivers.EP6",
     "un identifiant d'exigence est attendu (exemples : EP6-2-26, C09, G18)"),
    ('[waivers]\nC09 = { reason = "a", until = 2027-01-01 }', "waivers.C09.ticket", "clé obligatoire absente"),
    ('[waivers]\nC09 = { reason = "a", ticket = "b", until = "demain" }', "waivers.C09.until",
     "une date est attendue (exemple : 2027-01-31)"),
    ('[waivers]\nC09 = "plus tard"', "waivers.C09", "une table est attendue"),
    # kinds
    ('[mail]\nkind = "mailhog"', "mail.kind", f'"mailhog" {MAIL} ; vouliez-vous dire "mailpit" ?'),
    ('[mail]\nkind = "smpt"', "mail.kind", f'"smpt" {MAIL} ; vouliez-vous dire "smtp" ?'),
    ('[mail]\nrecipient = "{id}@a.test"', "mail.kind",
     'clé obligatoire absente (disponibles dans cette version : "smtp", "mailpit", "maildev", "imap", "none")'),
    ('[clock]\nkind = "fake"', "clock.kind", '"fake" n\'est pas disponible dans cette version (disponibles : "door", '
     '"faketime", "command", "none") ; vouliez-vous dire "faketime" ?'),
    ('[spaces]\nkind = "seed"', "spaces.kind",
     '"seed" n\'est pas disponible dans cette version (disponibles : "door", "accounts", "screens", "none")'),
    ('[captcha]\nkind = "fixe"\nanswer = "a"', "captcha.kind", '"fixe" n\'est pas disponible dans cette version '
     '(disponibles : "fixed", "door", "absent", "none") ; vouliez-vous dire "fixed" ?'),
    ('[captcha]\nkind = "fixed"', "captcha.answer", "clé obligatoire absente"),
    ('[mail]\nkind = "none"\nrecipient = "qa@a.test"', "mail.recipient", RECIPIENT),
    ('[mail]\nkind = "none"\nrecipient = "{id}-{id}@a.test"', "mail.recipient", RECIPIENT),
    ('[mail]\nkind = "none"\nrecipient = "{id}"', "mail.recipient", ADDRESS),
    ('[mail]\nkind = "smtp"\nport = 70000', "mail.port", "une valeur inférieure à 65536 est attendue"),
    # placeholders, environment, secrets
    ('[start]\ncommand = "site {prot}"', "start.command", "{prot} est inconnu ; vouliez-vous dire « port » ?"),
    ('[start]\ncommand = "site {x}"', "start.command", f"{{x}} est inconnu ; admis : {NAMES}"),
    ('[start]\ncommand = "site {id}"', "start.command", f"{{id}} est inconnu ; admis : {NAMES}"),
    ('scope = ["${FOCUS_ABSENTE}"]', "target.scope.0", "la variable d'environnement FOCUS_ABSENTE est absente ou vide"),
    ('headers = { Cookie = "a=b" }', "target.headers.Cookie", CLEAR),
    ('headers = { authorization = "Basic ${PATH}" }', "target.headers.authorization", CLEAR),
    ('[door]\nurl = "http://site.test/essai"\ntoken = "en-clair"', "door.token", CLEAR),
    ('[door]\nurl = "http://site.test/essai"\ntoken = "${FOCUS_ABSENTE}"', "door.token",
     "la variable d'environnement FOCUS_ABSENTE est absente ou vide"),
    ('credentials = { user = "q", password = "en-clair" }', "target.credentials.password", CLEAR),
    ('[mail]\nkind = "imap"\nhost = "a.test"\nuser = "q"\npassword = "en-clair"', "mail.password", CLEAR),
    (ACCOUNT.replace('answer = "${PATH}"', 'answer = "Paul"'), "spaces.accounts.0.answer", CLEAR),
    # between sections
    ('[clock]\nkind = "door"\n[spaces]\nkind = "door"', "door",
     'section absente, alors que kind = "door" dans clock, spaces'),
    ('[start]\ncommand = "site"\n[mail]\nkind = "smtp"', "start.command",
     "{smtp_port} n'y est pas, ni dans start.env : les courriels du site se perdraient"),
    (START + '[door]\nurl = "{base_url}/essai"\ntoken = "{door_token}"', "start.env",
     "{door_token} n'y est pas, ni dans start.command : la porte du site refuserait"),
    ('[mail]\nkind = "smtp"', "mail.port",
     "clé obligatoire sans section [start] : le port où le site envoie ses courriels"),
    ('[door]\nurl = "{base_url}/essai"\ntoken = "{door_token}"', "door.token",
     "{door_token} n'a de valeur qu'avec une section [start]"),
    ('[clock]\nkind = "faketime"', "start",
     'section absente, alors que clock.kind = "faketime" : le banc d\'essai doit lancer le site'),
    ('[clock]\nkind = "command"\nset = "horloge"', "clock.set",
     '{instant} n\'y est pas (exemple : ["./regler-horloge", "{instant}"])'),
    (TWICE, "spaces.accounts.1.email", "QA@a.test est déjà celle d'un autre compte"),
    (ACCOUNT.replace('password = "${PATH}"', ""), "spaces.accounts.0.password", "clé obligatoire absente"),
    # other keys of vendors
    ('rate = 0', "target.rate", "une valeur supérieure à 0.0 est attendue"),
    ('viewports = ["grand"]', "target.viewports.0", "une largeur et une hauteur en pixels (exemple : 1280x720)"),
    ('[mail]\nkind = "imap"\nhost = "a.test"\nuser = "q"\npassword = "${PATH}"\ntls = "oui"', "mail.tls",
     "une de ces valeurs est attendue : 'implicit', 'starttls' ou 'none'"),
    ('[spaces]\nkind = "accounts"\naccounts = []', "spaces.accounts", "une liste non vide est attendue"),
    (ACCOUNT.replace("00000000000001", "1"), "spaces.accounts.0.subscriber_number",
     "un numéro d'abonné est attendu : 14 chiffres, entre guillemets"),
    # production
    ('hosts = ["WWW.impots.gouv.fr."]', "target.hosts.0", "www." + PRODUCTION),
    (DOOR.replace("site.test", "cfspro.impots.gouv.fr"), "door.url", "cfspro." + PRODUCTION),
]  # fmt: skip


@pytest.mark.parametrize(("sections", "key", "text"), REFUSED)
def test_one_fault(write, sections, key, text):
    path = write(MINIMAL + sections)
    with pytest.raises(ProfileError) as refused:
        load(path)
    assert refused.value.message == f"Profil refusé : {path}\n- {key} : {text}"


@pytest.mark.parametrize(
    ("base_url", "text"),
    [
        ("site.test", HTTP),
        ("ftp://site.test", HTTP),
        ("http:///chemin", HTTP),
        ("http://[::1", "une adresse http:// ou https:// et un port de 0 à 65535 sont attendus"),
        ("http://site.test:99999", "une adresse http:// ou https:// et un port de 0 à 65535 sont attendus"),
        ("http://site.test/?a=b", "ni « ? » ni « # » dans l'adresse de base"),
        ("http://qa:mdp@site.test", "pas d'identifiants dans une adresse ; utiliser target.headers et une variable "
         "${NOM}"),
        ("http://site.test\\\\@impots.gouv.fr", "une adresse web ne contient ni espace, ni barre oblique inverse, ni "
         "caractère de contrôle"),
        ("https://impots.gouv.fr", PRODUCTION),
        ("https://WWW.Impots.Gouv.Fr.:443/portail", "www." + PRODUCTION),
        ("https://site.test@impots.gouv.fr/", PRODUCTION),
        ("https://ｉｍｐｏｔｓ。gouv.fr", PRODUCTION),
        ("https://%69mpots.gouv.fr", PRODUCTION),
        ("http://{worker}.impots.gouv.fr:{port}", "1." + PRODUCTION),
    ],
)  # fmt: skip
def test_a_wrong_address(write, base_url, text):
    path = write(MINIMAL.replace("http://site.test:8080", base_url))
    with pytest.raises(ProfileError) as refused:
        load(path)
    assert refused.value.message == f"Profil refusé : {path}\n- target.base_url : {text}"


def test_every_fault_is_told_at_once(write):
    path = write('[target]\nname = ""\nnme = 3\nbase_url = "ftp://a"\n[mail]\nkind = "pop"\n[start]\ncommand="{x}"')
    with pytest.raises(ProfileError) as refused:
        load(path)
    keys = [line.split(" : ")[0] for line in refused.value.message.splitlines()[1:]]
    assert sorted(keys) == [
        "- mail.kind", "- start.command", "- target.base_url", "- target.name", "- target.nme", "- target.version",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (b"[target\n", "ligne 1, colonne 8 : TOML illisible (Expected ']' at the end of a table declaration)"),
        (b"a = 1\nb\n", "ligne 2, colonne 2 : TOML illisible (Expected '=' after a key in a key/value pair)"),
        (b'a = "', "fin du fichier : TOML illisible (Unterminated string)"),
        (b"a = '\xff'", "le fichier n'est pas en UTF-8 (octet 5)"),
        (b"", "target : clé obligatoire absente"),
    ],
    ids=["open bracket", "no equals", "open quote", "not utf-8", "empty"],
)
def test_a_file_that_cannot_be_read(tmp_path, text, fault):
    path = tmp_path / "cassé.toml"
    path.write_bytes(text)
    with pytest.raises(ProfileError) as refused:
        load(path)
    assert refused.value.message == f"Profil refusé : {path}\n- {fault}"


def test_a_file_that_does_not_exist(tmp_path):
    with pytest.raises(ProfileError, match=r"absent\.toml\n- fichier illisible \(No such file or directory\)$"):
        load(tmp_path / "absent.toml")
