"""A whole small project in a folder of its own: two requirements, two scenarios, the real runner."""

import shutil
from pathlib import Path

READINGS = Path(__file__).parents[2] / "features" / "variantes.toml"
"""The real ones: the profile of the reference declares its own."""
REGISTER = """
[C01]
enonce = "La cible répond."
genre = "rule"
niveau = "bloquant"

[C02]
enonce = "Le banc sait compter."
genre = "rule"
niveau = "bloquant"
"""
FEATURE = """# language: fr
Fonctionnalité: Petit banc

  @C01
  Scénario: La cible répond
    Étant donné une cible en place
    Quand on attend
    Alors tout va bien

  @C02
  Scénario: Le banc divise
    Étant donné un banc
    Quand on divise par 0
    Alors tout va bien
"""
CONFTEST = """
from pytest_bdd import given, parsers, then, when

pytest_plugins = ["runner.plugin"]


@given("une cible en place")
def target(ground): ...


@given("un banc")
def bench(): ...


@when("on attend")
def waits(): ...


@when(parsers.parse("on divise par {number:d}"))
def divides(number):
    1 / number


@then("tout va bien")
def well(): ...
"""


def build(folder: Path, feature: str = FEATURE, **files: str) -> Path:
    """Writes the project in ``folder``, with more ``files`` of Python at its root; returns ``folder``."""
    (folder / "features" / "ep6").mkdir(parents=True)
    (folder / "features" / "exigences.toml").write_text(REGISTER)
    shutil.copy(READINGS, folder / "features")
    (folder / "features" / "ep6" / "banc.feature").write_text(feature)
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib -p no:cacheprovider -ra\n")
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return folder
