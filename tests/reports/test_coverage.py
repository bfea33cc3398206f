"""What the features cover is derived from registers and tags alone; what is missing is said with its repair."""

from pathlib import Path

import pytest

from reports.coverage import Counts, Covered, cover, faults
from reports.feature_text import FeatureSyntaxError, FeatureText, parse_feature, read_folder
from reports.register import Register, load
from tests.reports.test_register import entry, write

FEATURE = """# language: fr
Fonctionnalité: Mot de passe oublié

  Règle: La longueur

    @EP6-2-7
    Plan du scénario: Un mot de passe de <n> caractères
      Quand l'usager choisit un mot de passe de <n> caractères
      Alors il est jugé

      Exemples: ce que dit la fiche
        | n  |
        | 19 |
        | 20 |

      @avertissement @C04
      Exemples: selon nous
        | n   |
        | 128 |

  @EP6-2-7 @EP6-2-26
  Scénario: Il vaut trois ans
    Quand l'usager change son mot de passe
    Alors il vaut trois ans
"""


def read(text: str = FEATURE) -> list[FeatureText]:
    return [parse_feature("features/ep6/oubli.feature", text)]


def register(tmp_path: Path, *more: str) -> Register:
    write(tmp_path, *(entry(key) for key in ("EP6-2-7", "EP6-2-26")), *more)
    return load(write(tmp_path, entry("C04", niveau='niveau = "avertissement"'), name="."))


def of(covered: tuple[Covered, ...], id_: str) -> Covered:
    return next(one for one in covered if one.entry.id == id_)


def test_an_outline_is_one_scenario_told_level_by_level(tmp_path: Path) -> None:
    found = of(cover(register(tmp_path), read()), "EP6-2-7").scenarios
    assert [(one.name, one.level, len(one.rows)) for one in found] == [
        ("Un mot de passe de <n> caractères", "bloquant", 2),
        ("Un mot de passe de <n> caractères", "avertissement", 1),
        ("Il vaut trois ans", "bloquant", 1),
    ]
    assert {(one.uri, one.line) for one in found} == {
        ("features/ep6/oubli.feature", 7),
        ("features/ep6/oubli.feature", 22),
    }


def test_a_tag_on_some_rows_proves_with_those_rows_alone(tmp_path: Path) -> None:
    (only,) = of(cover(register(tmp_path), read()), "C04").scenarios
    assert [row.name for row in only.rows] == ["Un mot de passe de 128 caractères"]


def test_levels_are_those_of_the_scenarios_or_else_the_register_s(tmp_path: Path) -> None:
    covered = cover(register(tmp_path, entry("EP6-2-8", 'exclue = "plan"')), read())
    assert of(covered, "EP6-2-7").levels == ("bloquant", "avertissement")
    assert of(covered, "EP6-2-8").levels == ("bloquant",)


def test_a_scenario_counts_once_whatever_it_proves(tmp_path: Path) -> None:
    counts = Counts.of(cover(register(tmp_path, entry("EP6-2-8", 'exclue = "plan"'), entry("EP6-2-9")), read()))
    assert counts == Counts(statements=5, testable=4, proven=3, excluded=1, scenarios=2)


def test_a_whole_coverage_has_no_fault(tmp_path: Path) -> None:
    assert not list(faults(register(tmp_path), read()))


FAULTS = {
    "uncovered": (entry("EP6-2-9"), FEATURE, "EP6-2-9: no scenario proves it", "tag a scenario @EP6-2-9"),
    "unknown tag": (
        "",
        FEATURE.replace("@EP6-2-26", "@EP6-2-26 @EP6-2-62"),
        ":22: tag @EP6-2-62 is in no",
        "correct it",
    ),
    "unknown tag of an outline": (
        "",
        FEATURE.replace("@EP6-2-7\n", "@EP6-2-7 @EP6-3\n"),
        ":13: tag @EP6-3 is in no",
        "correct it",
    ),
    "excluded": (
        entry("EP6-2-9", 'exclue = "plan"'),
        FEATURE.replace("@C04", "@C04 @EP6-2-9"),
        ":19: tag @EP6-2-9",
        "(plan)",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_told_in_one_line_with_its_repair(tmp_path: Path, case: str) -> None:
    more, text, *said = FAULTS[case]
    (fault,) = faults(register(tmp_path, more), read(text))
    assert fault.kind == ("uncovered" if case == "uncovered" else "orphan")
    assert [part for part in said if part in fault.told()] == said
    assert "\n" not in fault.told()


def test_features_are_named_from_the_folder_above(tmp_path: Path) -> None:
    (tmp_path / "features" / "ep6").mkdir(parents=True)
    (tmp_path / "features" / "ep6" / "oubli.feature").write_text(FEATURE, "utf-8")
    (found,) = read_folder(tmp_path / "features")
    assert found.document.uri == "features/ep6/oubli.feature"


def test_a_feature_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "x.feature").write_bytes(b"\xff\xfe")
    with pytest.raises(FeatureSyntaxError, match=r"x\.feature"):
        read_folder(tmp_path)
