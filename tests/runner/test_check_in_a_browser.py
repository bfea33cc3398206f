"""``focus check`` sees, as a person would, what is wrong with the screens, the image, the mails and the spaces."""

import subprocess
import sys

import pytest

from tests.runner.playing import ROOT, VENDOR

PROFILE = (ROOT / "targets" / "reference.toml").read_text()
CLOCK = 'kind = "door"\npast = true'
SITE = '"--door",'
NOBODY = """kind = "accounts"
[[spaces.accounts]]
email = "personne@exemple.test"
password = "${MOT_DE_PASSE}"
question = "Votre hobby ?"
answer = "${MOT_DE_PASSE}"
last_name = "ROSEMONDE"
first_name = "Lila"
phone = "0199001234"
subscriber_number = "20232990000101"
"""
SPACES, CAPTCHA = '[spaces]\nkind = "door"', '[captcha]\nkind = "door"'


def checked(folder, text):
    """What ``focus check`` prints of a profile, and its exit code."""
    (folder / "site.toml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "runner.cli", "check", str(folder / "site.toml")]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "MOT_DE_PASSE": "un secret", "COLUMNS": "80"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=170)
    return ran.stdout + ran.stderr, ran.returncode


def changed(*changes):
    """The reference's profile: only the forgotten password, at the real time, and what is to be changed in it."""
    text = PROFILE
    for old, new in ((CLOCK, 'kind = "none"'), ("[start]", 'scope = ["EP6"]\npatience_s = 5\n[start]'), *changes):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def defect(name):
    return (SITE, f'"--door", "--defect", "{name}",')


@pytest.mark.parametrize(
    ("changes", "said", "repair"),
    [
        ([defect("courriel-absent"), ("patience_s = 10", "patience_s = 1")], "courriel : aucun courriel n'est arrivé",
         "faire envoyer le site à {smtp_port}"),
        ([defect("lien-mot-de-passe-oublie-absent")], "le bouton ou le lien « Mot de passe oublié » est introuvable",
         '[lexicon] "authentification.mot_de_passe_oublie"'),
        ([(CAPTCHA, '[captcha]\nkind = "fixed"\nanswer = "xxxxxx"')], "image : à l'écran", "[captcha] answer"),
        ([(CAPTCHA, '[captcha]\nkind = "absent"')], "montre une image à recopier", '[captcha] kind = "fixed"'),
        ([(SPACES, "[spaces]\n" + NOBODY)], "espaces : L'écran « Mon espace professionnel » ne s'affiche pas",
         "[[spaces.accounts]] email et password"),
        ([("[variants]", '[lexicon]\n"oubli_reponse.titre" = "Autre chose"\n[variants]')],
         "Vu : titre « Mot de passe oublié »", '[lexicon] "oubli_reponse.titre"'),
    ],
)  # fmt: skip
def test_what_stops_a_person(tmp_path, changes, said, repair):
    printed, code = checked(tmp_path, changed(*changes))
    [line] = [line for line in printed.splitlines() if line.startswith("FAUTE")]
    assert said in line
    assert repair in line.partition(" → ")[2]
    assert code == 4


@pytest.mark.parametrize(
    ("oddity", "said", "repair"),
    [
        ("dated-cookies", "une connexion ne tient pas, alors qu'elle tient aujourd'hui", "cookies de session sans"),
        ("still-pages", "mais ses pages n'ont pas bougé", "PUT clock de la porte doit déplacer tout ce qui date"),
    ],
)
def test_what_does_not_follow_the_clock(tmp_path, oddity, said, repair):
    """The lever answers as declared, and today all is well: only the farthest days tell."""
    started = ('"-m", "reference_impl"', f'"{ROOT}/tests/runner/odd_site.py", "{oddity}"')
    printed, code = checked(tmp_path, changed(started, ('kind = "none"', CLOCK)))
    faults = [line for line in printed.splitlines() if line.startswith("FAUTE")]
    assert faults
    assert all(line.startswith("FAUTE horloge : ") and said in line for line in faults)
    assert all(repair in line.partition(" → ")[2] for line in faults)
    assert code == 4


def test_what_may_be_as_it_should_be(tmp_path):
    """A sender of its own, pages that load from elsewhere: said, with the line of the profile, and no fault."""
    printed, code = checked(tmp_path, changed(defect("courriel-d-un-autre-expediteur")))
    [line] = [line for line in printed.splitlines() if line.startswith("avis")]
    assert "→ [target] sender = " in line
    assert (code, printed.splitlines()[-1]) == (0, "Tout est en place.")


def test_hosts_that_are_blocked_and_a_way_in_that_is_not_there(tmp_path):
    site = str(ROOT / "tests" / "runner" / "vendor_site.py")
    text = VENDOR.replace("VENDOR", site).replace("FAULTS", '"no-way-in", "elsewhere"')
    printed, code = checked(tmp_path, text.replace("[start]", "patience_s = 1\n[start]"))
    assert '→ [lexicon] "accueil.espace_professionnel"' in printed
    assert '→ [target] hosts = ["images.test"]' in printed
    assert "espaces de départ : non déclaré : " in printed
    assert code == 4
