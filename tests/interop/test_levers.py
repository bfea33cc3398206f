"""The reference through its test door, and as any vendor's site: the same verdicts, wherever screens set the scene.

What no screen can arrange, and what one answer for all images hides, is not concluded for want of a lever.
"""

import re
import tomllib

import pytest

from reports.coverage import tags_of
from runner.gate import read_features
from targets import faketime
from tests.interop.levers import LACKING, differences, lacking, surprises, told
from tests.runner.playing import ROOT, play

ASKS = {
    "spaces": r"un usager dont l'espace(( est)? à certificat| contient des services| sert (une seule|plusieurs)|, pour)"
    "|un usager qui a opté|un usager rendu à l'écran .* de l'option"
    "|un autre usager dont l'espace est à certificat|espaces à certificat|mot de passe, choisi autrefois",
    "captcha": r"change l'image puis recopie l'ancienne|redonne la même image",
}
"""What the steps say where no screen arranges it, and where one answer for all images hides it."""
LISTED = tomllib.loads(LACKING.read_text("utf-8"))
SAME = (
    "features/ep2/2-3-conditions.feature::L'image compte six signes",
    "features/ep2/2-7-recapitulatif.feature::L'identité, le téléphone et l'adresse postale sont repris tels qu'ils ont "
    "été saisis",
    "features/ep2/2-9b-delai.feature::Le code n'active plus rien <attente> après son envoi[48 heures et 5 minutes]",
    "features/ep2/4-1-recapitulatif.feature::Le récapitulatif est daté de l'instant de sa création",
    "features/ep6/2-3-reponse.feature::Une autre réponse est refusée[« Ardoise »]",
    "features/ep6/2-5-recapitulatif.feature::Choisi aujourd'hui, le mot de passe vaut jusqu'à la veille du même jour "
    "dans trois ans",
    "features/ep6/2-6-courriel.feature::La date du courriel suit la règle des trois ans",
)
WITHOUT = (
    "features/ep2/1-5-prerequis.feature::L'adresse d'un espace à certificat est refusée",
    "features/ep6/1-3-nouveau-mot-de-passe.feature::Tous les dossiers et services sont de nouveau accessibles",
    "features/ep6/2-2-adresse.feature::« Changer l'image » donne une autre image, et l'ancienne ne vaut plus",
)


def report(verdict, lever=None, *, partial=False):
    """The report of a run of one scenario, for one requirement."""
    reason, fault = ("CAPABILITY", {"capability": lever}) if lever else (None, None)
    one = {"uri": "a", "line": 1, "name": "Un", "verdict": verdict, "reason": reason, "fault": fault}
    return {"partial": partial, "requirements": [{"id": "EP6-1", "scenarios": [one]}]}


@pytest.mark.parametrize(
    ("other", "listed", "said"),
    [
        (report("non_concluant", "spaces"), {"spaces": ["EP6-1"]}, []),
        (report("non_concluant", "spaces"), {}, ["EP6-1: left open for want of « spaces », and not listed"]),
        (report("conforme"), {"spaces": ["EP6-1"]}, ["EP6-1: listed for want of « spaces », and not left open"]),
        (report("conforme", partial=True), {"spaces": ["EP6-1"]}, []),
        (report("non_conforme"), {}, ["a:1 Un\n    conforme / non_conforme"]),
    ],
)
def test_what_was_not_expected_is_told(other, listed, said):
    assert list(surprises(report("conforme"), other, listed)) == said


@pytest.mark.parametrize(("lever", "asks"), ASKS.items())
def test_the_list_follows_the_features(lever, asks):
    """A scenario that comes to ask for such a thing lengthens the list, without a run of an hour to tell it."""
    features = read_features(ROOT, (ROOT / "features").rglob("*.feature"))
    pickles = [pickle for feature in features for pickle in feature.parsed.pickles]
    asking = [pickle for pickle in pickles if any(re.search(asks, step.text) for step in pickle.steps)]
    assert sorted({id_ for pickle in asking for id_ in tags_of(pickle)}) == sorted(LISTED[lever])


@pytest.mark.interop
@pytest.mark.skipif(faketime.find() is None, reason="libfaketime is not here (Debian: apt-get install libfaketime)")
def test_the_same_verdicts_with_and_without_a_door(tmp_path):
    with_door = play(tmp_path / "a", *SAME, *WITHOUT, "--target=targets/reference.toml").report
    without = play(tmp_path / "b", *SAME, *WITHOUT, "--target=tests/interop/without_door.toml").report
    assert set(told(with_door).values()) == {"conforme"}
    assert len(told(with_door)) == len(told(without)) == len(SAME) + len(WITHOUT)
    assert list(surprises(with_door, without, LISTED)) == []
    assert {name for _, _, name in differences(with_door, without)} == {each.partition("::")[2] for each in WITHOUT}
    assert lacking(without).keys() == LISTED.keys()
