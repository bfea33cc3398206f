"""Each row of the verdict table, provoked for real: real runs, real sites, a real browser (README, "Verdicts").

Never the wrong verdict, never green by accident.
"""

import json
import re
import socket

import pytest

from tests.runner import small_root
from tests.runner.playing import play, profile, reference, vendor

OBJECT, ACCESS = "features/ep6/1-1-objet.feature", "features/ep6/2-1-acces.feature"
HELP = "Les fiches FOCUS sont à portée de l'écran d'authentification"
OPENS = "La procédure s'ouvre depuis l'écran d'authentification, sans être connecté"
MAILED = "L'usager reçoit un courriel de confirmation, et un seul"
ENVIRONMENT, CONFIGURATION = "non_concluant ENVIRONMENT", "non_concluant CONFIGURATION"
PRECONDITION, CAPABILITY = "non_concluant PRECONDITION", "non_concluant CAPABILITY"
THREE = ("features/ep6", "-m", "EP6-2-9 or EP6-1.1-3 or EP6-2-1")
"""In this order: the help opens, the home leads to the authentication, the procedure opens."""


# -- the target is at fault ---------------------------------------------------------------------------------------


def test_promises_not_kept(tmp_path):
    """An *Alors* not met (four publics), a link absent in *Quand* (the help), a page that answers 500."""
    ended = play(tmp_path, *THREE[:2], f"{THREE[2]} or EP6-2-2", "--strict",
                 vendor(tmp_path, "four-publics", "no-help", "500"))  # fmt: skip
    broken = dict.fromkeys(("EP6-2-2", "EP6-1.1-3", "EP6-1.1-2", "EP6-2-9"), "non_conforme")
    assert ended.requirements == {**broken, "EP6-2-1": "conforme", "EP6-2-3": "conforme"}
    assert (ended.report["verdict"], ended.code) == ("non_conforme", 1)
    assert "Le site a répondu par une erreur interne." in ended.said


def test_a_seeded_defect_whatever_the_workers(tmp_path):
    """The same verdicts, and the same people, with one process or two."""
    choice = (OBJECT, "-k", "bonne or certificat", "--start-with", "--defect espace-sans-nom", "--seed=7")
    alone, shared = play(tmp_path / "0", *choice), play(tmp_path / "2", *choice, "-n2")
    assert alone.requirements == shared.requirements == {"EP6-1.1-1": "non_conforme", "G17": "conforme"}
    assert (alone.code, shared.code) == (1, 1)
    names = [re.search("expected: (.+)", ended.said).group(1) for ended in (alone, shared)]
    assert names[0] == names[1]
    assert "--start-with='--defect espace-sans-nom'" in alone.said


@pytest.mark.parametrize(("option", "verdict", "code"), [((), "avertissement", 0), (("--strict",), "non_conforme", 1)])
def test_a_warning_fails_a_strict_run_only(tmp_path, option, verdict, code):
    ended = play(tmp_path, ACCESS, "-m", "EP6-2-2", "--start-with", "--defect publics-incomplets", *option)
    assert (ended.requirements, ended.code) == ({"EP6-2-2": verdict}, code)
    assert f"EP6-2-2 {verdict.replace('_', ' ').upper()}" in ended.said


# -- nothing can be concluded of the target -------------------------------------------------------------------------


def test_given_failing_lever_missing_out_of_scope(tmp_path):
    target = vendor(tmp_path, "no-way-in", target='scope = ["EP6", "-EP6-2-2"]')
    ended = play(tmp_path, OBJECT, ACCESS, "-k", "bonne or publics or Une_aide or aide", target)
    assert ended.requirements == {
        "EP6-2-5": PRECONDITION,
        "EP6-1.1-1": CAPABILITY,
        "EP6-2-2": "non_applicable SCOPE",
    }
    assert (ended.report["verdict"], ended.code) == ("incomplet", 10)


def test_clock_missing_mail_catcher_lost(tmp_path):
    target = reference(tmp_path, patience_s="0.1")
    profile(tmp_path, (tmp_path / "profile.toml").read_text().replace('kind = "door"\npast = true', 'kind = "none"'))
    ended = play(tmp_path, "features/ep6", "-m", "EP6-2-29 or G65", "-k", "un_seul or expiration or seul", target,
                 "-p", "tests.runner.accidents", ACCIDENT="mail", ACCIDENT_IN=MAILED)  # fmt: skip
    assert ended.requirements == {"EP6-2-29": ENVIRONMENT, "G65": CAPABILITY}
    assert ended.code == 10
    assert "Le serveur qui reçoit les courriels ne répond plus." in ended.said


def test_site_dying_in_mid_run(tmp_path):
    ended = play(tmp_path, *THREE, vendor(tmp_path, "dies"))
    alive, dead = dict.fromkeys(("EP6-1.1-3", "EP6-2-1", "EP6-2-3"), "conforme"), ("EP6-1.1-2", "EP6-2-9")
    assert ended.requirements == {**alive, **dict.fromkeys(dead, ENVIRONMENT)}
    assert (ended.report["verdict"], ended.code) == ("incomplet", 10)


def test_browser_crashing_in_mid_run(tmp_path):
    ended = play(tmp_path, *THREE, vendor(tmp_path), "-p", "tests.runner.accidents",
                 ACCIDENT="browser", ACCIDENT_IN=HELP)  # fmt: skip
    assert set(ended.requirements.values()) == {ENVIRONMENT}
    assert (ended.report["verdict"], ended.code) == ("incomplet", 10)


def test_worker_crashing_in_mid_run(tmp_path):
    ended = play(tmp_path, *THREE, "-n2", vendor(tmp_path), "-p", "tests.runner.accidents",
                 ACCIDENT="worker", ACCIDENT_IN=OPENS)  # fmt: skip
    others = dict.fromkeys(("EP6-1.1-3", "EP6-2-1", "EP6-2-3"), "conforme")
    assert ended.requirements == {"EP6-1.1-2": ENVIRONMENT, "EP6-2-9": ENVIRONMENT, **others}
    assert (ended.report["verdict"], ended.code) == ("incomplet", 10)


@pytest.mark.parametrize("workers", ["-n0", "-n2"])
def test_interrupted_in_mid_run(tmp_path, workers):
    """Ctrl-C reaches every process of the terminal: site and browser too."""
    ended = play(tmp_path, *THREE, workers, vendor(tmp_path, "ctrl-c"))
    assert ended.code == pytest.ExitCode.INTERRUPTED
    assert ended.report["verdict"] == "incomplet"
    assert ended.requirements["EP6-1.1-3"] == ENVIRONMENT
    assert "The run was cut short" in ended.said


# -- the ground cannot be set up: a small project is enough ---------------------------------------------------------


def ended_in_small_root(folder, target, *arguments, **files):
    return play(folder, "features", *arguments, target, root=small_root.build(folder / "root", **files))


@pytest.fixture
def taken():
    """A port that is bound, where nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def site(base_url, start=""):
    return f'[target]\nname = "Essai"\nversion = "1"\nbase_url = "{base_url}"\n{start}'


def test_nobody_at_the_address(tmp_path, taken):
    ended = ended_in_small_root(tmp_path, profile(tmp_path, site(f"http://127.0.0.1:{taken}")), "-m", "C01")
    assert (ended.requirements, ended.code) == ({"C01": ENVIRONMENT}, 10)
    assert f"Le site ne répond plus à http://127.0.0.1:{taken}" in ended.said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import signal; signal.pause()", "n'a pas répondu à http"),
        ("raise SystemExit('pas de base de données')", "pas de base de données"),
    ],
)
def test_site_that_does_not_start(tmp_path, code, said):
    start = f"[start]\ncommand = {json.dumps(['{python}', '-c', code], ensure_ascii=False)}\ntimeout_s = 0.5"
    target = profile(tmp_path, site("http://127.0.0.1:{port}", start))
    ended = ended_in_small_root(tmp_path, target, "-m", "C01")
    assert (ended.requirements, ended.code) == ({"C01": ENVIRONMENT}, 10)
    assert said in ended.said


def test_door_refusing_the_token(tmp_path):
    target = reference(tmp_path, env='{ FOCUS_DOOR_TOKEN = "autre{door_token}" }')
    ended = ended_in_small_root(tmp_path, target, "-m", "C01")
    assert (ended.requirements, ended.code) == ({"C01": CONFIGURATION}, 10)
    assert "vérifier [door] token" in ended.said


def test_mail_port_taken(tmp_path, taken):
    target = vendor(tmp_path, more=f'[mail]\nkind = "smtp"\nport = {taken}')
    ended = ended_in_small_root(tmp_path, target, "-m", "C01")
    assert (ended.requirements, ended.code) == ({"C01": CONFIGURATION}, 10)
    assert f"Le port {taken}" in ended.said


def test_profile_that_goes_wrong_once_filled(tmp_path):
    target = profile(tmp_path, site("http://127.0.0.1:{port}{worker}", '[start]\ncommand = "true"'))
    ended = ended_in_small_root(tmp_path, target, "-m", "C01")
    assert (ended.requirements, ended.code) == ({"C01": CONFIGURATION}, 10)
    assert "target.base_url" in ended.said


def test_fault_of_the_harness(tmp_path):
    ended = ended_in_small_root(tmp_path, vendor(tmp_path))
    assert ended.requirements == {"C01": "conforme", "C02": "non_concluant HARNESS"}
    assert (ended.report["verdict"], ended.code) == ("incomplet", 10)
    assert "ZeroDivisionError (conftest.py" in ended.said


# -- nothing is played -----------------------------------------------------------------------------------------------


def test_wrong_profile(tmp_path):
    text = site("https://www.impots.gouv.fr", '[clokc]\nkind = "none"')
    ended = ended_in_small_root(tmp_path, profile(tmp_path, text))
    assert (ended.code, ended.report) == (4, None)
    assert f"{tmp_path / 'profile.toml'}\n" in ended.said
    assert "- clokc : clé inconnue ; vouliez-vous dire « clock » ?" in ended.said
    assert "- target.base_url : www.impots.gouv.fr est le site de production" in ended.said


def test_profile_that_speaks_of_nothing_known(tmp_path):
    lapsed = 'C01 = { reason = "à corriger", ticket = "T-1", until = 2020-01-31 }'
    tables = f'[variants]\nC08 = "x"\n[waivers]\nC12 = {{ reason = "?", ticket = "?", until = 2099-01-01 }}\n{lapsed}'
    target = vendor(tmp_path, target='scope = ["C11"]', more=tables)
    ended = ended_in_small_root(tmp_path, target)
    assert (ended.code, ended.report) == (4, None)
    assert "- target.scope : « C11 » n'est dans aucun registre ; vouliez-vous dire « C01 » ?" in ended.said
    assert "- waivers.C01.until : la dispense est passée depuis le 2020-01-31" in ended.said
    assert "- waivers.C12 : " in ended.said
    assert "- variants.C08 : contradiction inconnue" in ended.said


WAIVED = '[waivers]\nC01 = { reason = "corrigé en 4.3", ticket = "T-1", until = 2099-01-31 }'
DIVIDES_WELL = small_root.FEATURE.replace("par 0", "par 1")


def test_waiver_of_what_the_site_keeps(tmp_path):
    """The profile is no longer true: no good verdict until the waiver is taken out."""
    ended = ended_in_small_root(tmp_path, vendor(tmp_path, more=WAIVED), feature=DIVIDES_WELL)
    assert (ended.report["verdict"], ended.code) == ("conforme", 4)
    assert "ERROR: C01 is kept, and waived: remove it from [waivers] of the profile" in ended.said


def test_waiver_is_not_judged_over_a_selection(tmp_path):
    ended = ended_in_small_root(tmp_path, vendor(tmp_path, more=WAIVED), "-m", "C01", feature=DIVIDES_WELL)
    assert (ended.requirements, ended.code) == ({"C01": "conforme"}, 0)
    assert "ERROR" not in ended.said


def test_waiver_of_what_could_not_be_concluded_stands(tmp_path):
    ended = ended_in_small_root(tmp_path, vendor(tmp_path, more=WAIVED.replace("C01", "C02")))
    assert (ended.requirements["C02"], ended.code) == ("non_concluant HARNESS", 10)


def test_reading_that_is_not_admitted(tmp_path):
    ended = play(tmp_path, ACCESS, vendor(tmp_path, more='[variants]\nC11 = "sans_reponses"'))
    assert ended.code == 4
    assert "variants.C11 : « sans_reponses » n'est pas une lecture admise ; vouliez-vous dire" in ended.said


@pytest.mark.parametrize("workers", ["-n0", "-n2"])
def test_no_scenario_selected(tmp_path, workers):
    ended = ended_in_small_root(tmp_path, vendor(tmp_path), workers, "-k", "nothing_of_that_name")
    assert (ended.code, ended.report) == (4, None)
    assert "no scenario is selected" in ended.said


def test_features_refused_by_the_gate(tmp_path):
    feature = small_root.FEATURE.replace("Quand on attend", "Quand on rêve")
    ended = ended_in_small_root(tmp_path, vendor(tmp_path), feature=feature)
    assert (ended.code, ended.report) == (4, None)
    assert "features/ep6/banc.feature:5: no step is written for « on rêve »" in ended.said


def test_file_that_cannot_be_collected(tmp_path):
    broken = "import nothing_of_that_name"
    ended = ended_in_small_root(tmp_path, vendor(tmp_path), "test_broken.py", "-n2", test_broken=broken)
    assert (ended.code, ended.report) == (4, None)
    assert "no verdict: not collected: test_broken.py" in ended.said


def test_failure_beside_the_features(tmp_path):
    """A test of another kind that fails in the same run is not hidden by a good verdict."""
    beside = "def test_beside(): assert False"
    ended = ended_in_small_root(tmp_path, vendor(tmp_path), "test_beside.py", test_beside=beside,
                                feature=small_root.FEATURE.replace("par 0", "par 1"))  # fmt: skip
    assert (ended.report["verdict"], ended.code) == ("conforme", 1)
