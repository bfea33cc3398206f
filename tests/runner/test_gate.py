"""The feature gate fails closed on every way in which a feature turns green without being played."""

import sys
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when
from pytest_bdd.steps import step_function_context_registry

from reports.register import load
from runner import gate

REGISTER = """
["C01"]
enonce = "On entre avec un mot de passe."
genre = "rule"
niveau = "bloquant"

["C02"]
enonce = "Page de garde."
genre = "advice"
niveau = "avertissement"
exclue = "rien à observer"
"""
SOUND = """# language: fr
Fonctionnalité: Accès

  @C01
  Scénario: Entrer
    Étant donné une porte
    Quand elle s'ouvre
    Alors on entre
"""


@given("une porte")
def door() -> None: ...


@when("elle s'ouvre")
def opens() -> None: ...


@then(parsers.parse("on {verb}"))
def enters() -> None: ...


def steps_here():
    return [each for each in step_function_context_registry.values() if each.step_func.__module__ == __name__]


def passes(folder: Path, text: str = SOUND, register: str = REGISTER, steps=None) -> None:
    (folder / "exigences.toml").write_text(register)
    (folder / "acces.feature").write_text(text)
    features = gate.read_features(folder, folder.rglob("*.feature"))
    gate.check(features, load(folder), steps_here() if steps is None else steps)


def test_sound_features_pass(tmp_path):
    passes(tmp_path)


SCENARIO = SOUND.partition("  @C01")[2]
REFUSED = {
    "two scenarios of one name": (SOUND + "\n  @C01" + SCENARIO, r"acces.feature: 2 scenarios are named « Entrer »"),
    "typographic apostrophe": (SOUND.replace("s'ouvre", "s’ouvre"), r"acces.feature:7: typographic apostrophe"),
    "no-break space": (SOUND.replace("une porte", "une\u00a0porte"), r"acces.feature:6: no-break space"),
    "letters not in NFC": (SOUND.replace("Scénario", "Sce\u0301nario"), "Unicode NFC|expected"),
    "no step": (SOUND.partition("    Étant")[0], r"acces.feature:5: scenario « Entrer » has no step"),
    "no scenario": ("# language: fr\nFonctionnalité: Vide\n", r"acces.feature: no scenario in this file"),
    "step read as description": (
        SOUND.replace("  @C01", "  Alors on dort\n\n  @C01"),
        r"acces.feature:4: « Alors on dort » is read as a description",
    ),
    "step of another sign in the description": (
        SOUND.replace("    Étant donné une porte\n", "    Étant donné\u00a0une porte\n"),
        r"acces.feature:6",
    ),
    "empty Exemples": (
        SOUND.replace("Scénario:", "Plan du scénario:") + "\n    Exemples:\n      | verbe |\n",
        r"acces.feature:10: empty Exemples",
    ),
    "empty table": (SOUND + "      | verbe |\n", r"acces.feature:5: the table of « on entre » has no row"),
    "outline without Exemples": (SOUND.replace("on entre", "on <verbe>"), r"has <...> but no Exemples"),
    "column that is missing": (
        SOUND.replace("Scénario:", "Plan du scénario:").replace("on entre", "on <verbe>")
        + "\n    Exemples:\n      | mot |\n      | entre |\n",
        r"acces.feature:12: <verbe> is left",
    ),
    "unregistered tag": (SOUND.replace("C01", "C99"), r"acces.feature:5: tag @C99 is in no exigences.toml"),
    "excluded requirement": (SOUND.replace("@C01", "@C01 @C02"), r"@C02, which .* excluded"),
    "no requirement": (SOUND.replace("  @C01\n", ""), r"« Entrer » carries no requirement"),
    "undefined step": (SOUND.replace("une porte", "une fenêtre"), r"no step is written for « une fenêtre »"),
    "requirement without scenario": (
        SOUND.replace("@C01", "@avertissement"),
        r"C01: no scenario proves it",
    ),
}


@pytest.mark.parametrize(("text", "cause"), REFUSED.values(), ids=REFUSED)
def test_what_pytest_bdd_would_lose_is_refused(tmp_path, text, cause):
    with pytest.raises(gate.GateRefusal, match=cause):
        passes(tmp_path, text)


def test_two_matching_steps_are_refused(tmp_path):
    twice = [*steps_here(), *(each for each in steps_here() if each.type == "then")]
    with pytest.raises(gate.GateRefusal, match=r"« on entre » is matched by 2 steps"):
        passes(tmp_path, steps=twice)


def test_a_step_that_nothing_uses_is_refused(tmp_path):
    without = SOUND.replace("    Quand elle s'ouvre\n", "")
    with pytest.raises(gate.GateRefusal, match=r"test_gate.opens: no scenario uses this step"):
        passes(tmp_path, without)


def test_an_async_step_is_refused(tmp_path, monkeypatch):
    async def later() -> None: ...

    late = steps_here()
    monkeypatch.setattr(late[0], "step_func", later)
    with pytest.raises(gate.GateRefusal, match="async step; pytest-bdd would never await it"):
        passes(tmp_path, steps=late)


def test_more_than_three_requirements_are_refused(tmp_path):
    three_more = "".join(f'\n["C0{n}"]\nenonce = "x"\ngenre = "rule"\nniveau = "bloquant"\n' for n in (3, 4, 5))
    tags = "@C01 @C03 @C04 @C05"
    with pytest.raises(gate.GateRefusal, match="carries 4 requirements; 3 at most"):
        passes(tmp_path, SOUND.replace("@C01", tags), REGISTER + three_more)


def test_a_file_that_is_not_gherkin_is_refused_with_its_line(tmp_path):
    with pytest.raises(gate.GateRefusal, match=r"acces.feature: [\s\S]*\(9:5\)"):
        passes(tmp_path, SOUND + "    Ce n'est pas une étape\n")


def test_every_fault_is_told_at_once(tmp_path):
    with pytest.raises(gate.GateRefusal) as refusal:
        passes(tmp_path, SOUND.replace("C01", "C99").replace("une porte", "une fenêtre"))
    assert len(str(refusal.value).splitlines()) == 5, sys.stderr
