"""A site with nothing behind its screens gets the verdict that a person would give: never « conforme »."""

from pathlib import Path

import pytest

from tests.runner.playing import ROOT, play, profile

SITE = Path(__file__).with_name("trivial_site.py")
PROFILE = """
[target]
name = "Rien derrière"
version = "1"
base_url = "http://127.0.0.1:{port}"
patience_s = PATIENCE
[start]
command = ["{python}", "SITE", "{port}", "MODE"]
[captcha]
kind = "fixed"
answer = "aaaaaa"
[spaces]
kind = "accounts"
"""
ACCOUNT = """
[[spaces.accounts]]
email = "lila{rank}@exemple.test"
password = "${{MDP}}"
question = "Votre hobby ?"
answer = "${{MDP}}"
last_name = "ROSEMONDE"
first_name = "Lila"
phone = "0199001234"
subscriber_number = "20232990000101"
"""
GETS_IN = "features/ep6/1-1-objet.feature::La bonne adresse et le bon mot de passe ouvrent l'espace"
OPENS = "features/ep6/2-1-acces.feature::La procédure s'ouvre depuis l'écran d'authentification, sans être connecté"
ANSWERS = ("features/ep6/2-3-reponse.feature", "-m", "EP6-2-16", "-k", "refusée or suivant")
LEADS = ("features/ep6/2-1-acces.feature", "-m", "EP6-2-3")
ASKED_AGAIN = "features/ep2/3-2-delai.feature::Toute la procédure refaite, un autre code active l'espace"
OF_ANOTHER = (
    "features/ep2/3-1-activation.feature::Le code de l'un et l'adresse de l'autre n'activent ni l'un ni l'autre"
)
ONE_MAIL = "features/ep6/2-6-courriel.feature::L'usager reçoit un courriel de confirmation, et un seul"


def ended(folder, mode, *selection, patience=5):
    """How a run of a few scenarios against the trivial site ends."""
    text = PROFILE.replace("SITE", str(SITE)).replace("MODE", mode).replace("PATIENCE", str(patience))
    text += "".join(ACCOUNT.format(rank=rank) for rank in range(8))
    return play(folder, *selection, profile(folder, text), MDP="Ardoise bleue")


@pytest.mark.parametrize(
    ("mode", "selection"), [("empty", LEADS), ("accepts", ANSWERS), ("refuses", [GETS_IN])], ids=["0", "1", "2"]
)
def test_a_person_would_not_have_it(tmp_path, mode, selection):
    run = ended(tmp_path, mode, *selection)
    assert (run.report["verdict"], run.code) == ("non_conforme", 1), run.said


def test_what_accepts_everything_still_does_what_a_right_site_does(tmp_path):
    """Only what it lets in by mistake is broken: the right password does open the space."""
    assert ended(tmp_path, "accepts", GETS_IN).requirements == {"EP6-1.1-1": "conforme"}


@pytest.mark.parametrize(("patience", "verdict"), [(0.3, "incomplet"), (10, "conforme")])
def test_slow_is_wrong_only_beyond_a_person_s_patience(tmp_path, patience, verdict):
    """A site whose home is already too slow cannot even be judged on what follows."""
    run = ended(tmp_path, "slow", OPENS, patience=patience)
    assert run.report["verdict"] == verdict, run.said


def test_a_site_whose_mails_never_leave(tmp_path):
    text = (ROOT / "targets" / "reference.toml").read_text("utf-8").replace("127.0.0.1:{smtp_port}", "127.0.0.1:9")
    text = text.replace("env = { FOCUS", 'env = { UNUSED = "{smtp_port}", FOCUS').replace(
        "patience_s = 10", "patience_s = 1"
    )
    run = play(tmp_path, ONE_MAIL, profile(tmp_path, text))
    assert (run.requirements, run.code) == ({"EP6-2-29": "non_conforme"}, 1)


def test_a_site_that_always_sends_the_same_code(tmp_path):
    """A code serves once, for one request (EP2-2-58): another request gives another one, and opens no other's space."""
    run = play(tmp_path, ASKED_AGAIN, OF_ANOTHER, "--start-with=--defect code-toujours-le-meme")
    broken = dict.fromkeys(("EP2-2-55", "EP2-2-58", "EP2-3-7"), "non_conforme")
    assert (run.requirements, run.code) == (broken, 1), run.said
    assert "le même code" in run.said
