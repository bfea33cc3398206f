"""A dossier says what it proves; one that was tampered with is refused, and never writes outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports import dossiers
from tests.reports.dossiers import OTHER_SECRET, Files, edited, files, journal, packed, refused, remade, told
from tests.reports.playing import FEATURE, URI

# -- what a dossier is ----------------------------------------------------------------------------------------------


def test_a_whole_signed_dossier_is_accepted(made: Path) -> None:
    ok, said = told(made)
    assert ok, said
    assert "par la clé attendue" in said
    assert "3 scénarios joués sur 3, pour 3 exigences, aucun retiré" in said
    assert "non conforme pour Site d'essai 1.0" in said


def test_without_signature_it_vouches_for_integrity_only(tmp_path: Path) -> None:
    ok, said = told(dossiers.dossier(tmp_path, secret=None), signed=False)
    assert ok, said
    assert "avis Signature : aucune : seule l'intégrité est attestée" in said


def test_without_the_key_a_signature_names_its_key_and_nobody(made: Path) -> None:
    ok, said = told(made, signed=False)
    assert ok, said
    assert "que rien ne rattache à personne" in said


def test_against_the_same_features_nothing_is_missing(made: Path) -> None:
    ok, said = told(made, features=made.parents[2] / "features")
    assert ok, said
    assert "ok Édition" in said


def test_it_holds_journal_evidence_reports_and_what_was_asked(made: Path) -> None:
    held = files(made)
    assert {
        "manifest.json",
        "signature.json",
        "journal.ndjson",
        "report.json",
        "junit.xml",
        "rapport.html",
    } <= held.keys()
    assert {"features/exigences.toml", "features/ep6/exigences.toml", URI} <= held.keys()
    assert held["evidence/0003/03-01-page.txt"] == b"<script>alert(1)</script>"


def test_it_says_that_only_a_part_was_claimed(tmp_path: Path) -> None:
    assert "dans son seul périmètre (EP\N{NO-BREAK SPACE}6)" in told(dossiers.dossier(tmp_path, scope=("EP6",)))[1]


def test_the_zip_depends_on_the_contents_alone(made: Path) -> None:
    again = packed(made, dict(reversed(files(made).items())))
    assert again.read_bytes() == made.read_bytes()


# -- tampering: with the manifest left as it was ----------------------------------------------------------------------


def edit_report(held: Files) -> None:
    held["report.json"] = held["report.json"].replace(b'"verdict": "non_conforme"', b'"verdict": "conforme"')


def swap_manifest(held: Files) -> None:
    held["manifest.json"] = held["manifest.json"].replace(b'"non_conforme"', b'"conforme"')


def annotate(held: Files) -> None:
    held["signature.json"] = held["signature.json"].replace(b"{", b'{"avis": "favorable",')


EDITS: dict[str, tuple[Callable[[Files], object], str]] = {
    "a report edited": (edit_report, "report.json n'est plus tel que le manifeste le décrit"),
    "evidence edited": (lambda held: held.update({"evidence/0003/03-01-page.txt": b"<script>alert(2)</script>"}),
                        "n'est plus tel que"),
    "evidence removed": (lambda held: held.pop("evidence/0003/03-01-page.txt"), "manquants : evidence/0003"),
    "the journal removed": (lambda held: held.pop("journal.ndjson"), "fichiers manquants"),
    "a file added": (lambda held: held.update({"evidence/0001/00-01-plus.png": b"x"}), "le manifeste ne connaît pas"),
    "the manifest removed": (lambda held: held.pop("manifest.json"), "fichiers manquants : manifest.json"),
    "the manifest edited": (swap_manifest, "la signature n'est pas celle de ce manifeste"),
    "the manifest padded": (lambda held: held.update({"manifest.json": held["manifest.json"] + b" "}), "écrit comme"),
    "the manifest not JSON": (lambda held: held.update({"manifest.json": b"["}), "le manifeste est illisible"),
    "the signature removed": (lambda held: held.pop("signature.json"), "le dossier n'est pas signé"),
    "the signature garbled": (lambda held: held.update({"signature.json": b"{}"}), "la signature est illisible"),
    "something added to the signature": (annotate, "ou dit autre chose qu'une signature"),
    "the signature deep": (lambda held: held.update({"signature.json": b"[" * 10**5}), "la signature est illisible"),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_dossier_is_refused(made: Path, name: str) -> None:
    change, why = EDITS[name]
    refused(edited(made, change), why)


def test_the_signature_of_another_dossier_is_refused(made: Path, tmp_path: Path) -> None:
    other = files(dossiers.dossier(tmp_path, run_id="run-2"))
    refused(edited(made, lambda held: held.update({"signature.json": other["signature.json"]})), "de ce manifeste")


# -- tampering: made again ------------------------------------------------------------------------------------------


def test_a_dossier_made_again_and_signed_by_another_key_is_refused(made: Path) -> None:
    refused(remade(made, edit_report, OTHER_SECRET), "signé par une autre clé")


def test_a_dossier_made_again_without_signature_is_refused(made: Path) -> None:
    refused(remade(made, lambda _: None), "le dossier n'est pas signé")


def test_a_partial_dossier_is_refused(made: Path) -> None:
    def confess(lines: list[dict[str, object]]) -> None:
        fact = lines[2]["attachment"]
        fact["body"] = fact["body"].replace('"partial":false', '"partial":true')  # type: ignore[index]

    refused(remade(made, journal(confess), dossiers.SECRET), "l'essai est partiel")


def without_scenario(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    """All that tells of the second row of the outline."""
    case = [line for line in lines if "testCase" in line][1]["testCase"]["id"]  # type: ignore[index]
    return [line for line in lines if case not in json.dumps(line)]


def passed(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    """The failure becomes a success."""
    text = json.dumps([line for line in lines if "fault" not in json.dumps(line)]).replace('"FAILED"', '"PASSED"')
    return list(json.loads(text))


def shortened(lines: list[dict[str, object]]) -> None:
    """The step that failed is no longer one of its scenario."""
    case = [line for line in lines if "testCase" in line][2]["testCase"]
    del case["testSteps"][2]  # type: ignore[index]


def never_ended(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    return [line for line in lines if "testRunFinished" not in line]


EVIDENCE = "evidence/0003/03-01-page.txt"


def elsewhere(held: Files) -> None:
    """The evidence of one scenario given to another."""
    held["evidence/0001/03-01-page.txt"] = held.pop(EVIDENCE)


REMADE: dict[str, tuple[Callable[[Files], object], str]] = {
    "a verdict edited": (edit_report, "dit autre chose que le journal"),
    "a scenario removed": (journal(without_scenario), "scénario retiré : « Un mot de passe de 20"),
    "a failure turned into success": (journal(passed), "dit autre chose que le journal"),
    "a step removed": (journal(shortened), "scénario non joué : « Le nouveau mot de passe"),
    "the end of the journal removed": (journal(never_ended), "ne se relit pas (IncompleteJournal)"),
    "a journal that is none": (lambda held: held.update({"journal.ndjson": b'{"pickle": 3}\n'}), "ne se relit pas"),
    "a register that is none": (lambda held: held.update({"features/exigences.toml": b"["}), "ne se relit pas"),
    "evidence edited": (lambda held: held.update({EVIDENCE: b"rien"}), f"autres que celles du journal : {EVIDENCE}"),
    "evidence of another scenario": (elsewhere, "autres que celles du journal : evidence/0001/03-01-page.txt"),
    "evidence added": (lambda held: held.update({"evidence/0001/x.txt": b""}), "autres que celles du journal"),
    "evidence removed": (lambda held: held.pop(EVIDENCE), "autres que celles du journal"),
    "no report": (lambda held: held.pop("report.json"), "fichiers manquants : report.json"),
}


@pytest.mark.parametrize("name", REMADE)
def test_a_dossier_made_again_contradicts_itself(made: Path, name: str) -> None:
    change, why = REMADE[name]
    refused(remade(made, change), why, signed=False)


def fewer_checks(held: Files) -> None:
    held[URI] = FEATURE.replace("        | 20 | accepté |\n", "").encode()


ASKED: dict[str, tuple[Callable[[Files], object], str]] = {
    "a scenario no longer asked": (fewer_checks, "fichier différent : ep6/oubli.feature"),
    "a feature no longer asked": (lambda held: held.pop(URI), "fichier absent du dossier : ep6/oubli.feature"),
    "a requirement excluded": (
        lambda held: held.update({"features/exigences.toml": held["features/exigences.toml"] + b'exclue = "non"\n'}),
        "fichier différent : exigences.toml",
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_was_asked_is_compared_with_ones_own(made: Path, name: str) -> None:
    change, why = ASKED[name]
    refused(remade(made, change), why, signed=False, features=made.parents[2] / "features")
