"""What stands beside ``rapport.html``: the coverage of the sheets, their contradictions and gaps."""

from collections.abc import Mapping
from pathlib import Path

from reports import coverage, coverage_json, coverage_page, discussion_page, discussions, editions
from reports.feature_text import read_folder
from reports.json_report import observed
from reports.judgement import Judgement
from reports.proving import Ran
from reports.reading import JournalReading
from reports.register import Register, Variant


def check(features_dir: Path, register: Register) -> None:
    """Raise RegisterError where these pages could not be made: known before a run, not after."""
    editions.load(features_dir)
    discussions.load(features_dir, register)


def pages(
    judgement: Judgement,
    reading: JournalReading,
    register: Register,
    variants: Mapping[str, Variant],
    features_dir: Path,
) -> dict[str, str]:
    """Names and texts of the files. Raises RegisterError, FeatureSyntaxError."""
    features, recorded = read_folder(features_dir), editions.load(features_dir)
    faults = [*coverage.faults(register, features), *editions.stale(register, recorded)]
    covered, ran = coverage.cover(register, features), Ran(judgement)
    told = coverage_page.report(reading.header, register, covered, recorded, faults, ran)
    topics = discussion_page.Builder(
        register=register,
        variants=variants,
        discussions=discussions.load(features_dir, register),
        covered=covered,
        ran=ran,
        declared=reading.header.variants,
        observed=observed(reading),
    )
    return {
        "coverage.json": coverage_json.render(told),
        "couverture.html": coverage_page.render(told),
        "contradictions.html": discussion_page.render(reading.header, register, topics.parts()),
    }
