"""From the journals of the workers to everything that a run leaves behind: the only door of this room for a run."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reports import (
    badge,
    beside,
    earl,
    evidence_files,
    html,
    json_report,
    junit,
    living,
    markdown,
    second_view,
    summary,
)
from reports.dossier.completeness import asked
from reports.dossier.packing import FEATURES, JOURNAL, pack
from reports.facts import RunHeader
from reports.judgement import Judgement, judge
from reports.merging import merge
from reports.reading import JournalError, JournalReading, read
from reports.register import Register, Variant, load_variants
from reports.register import load as load_register
from reports.verdict import RunVerdict

LATEST = "latest"
IDLE_WAIVER = 4
VARIANTS = "variantes.toml"


@dataclass(frozen=True)
class RunReport:
    """What was concluded of a run, and on what it rests."""

    run_dir: Path
    register: Register
    variants: Mapping[str, Variant]
    reading: JournalReading
    judgement: Judgement

    @property
    def living_sheets(self) -> Sequence[Path]:
        """The pages of the living sheets: none unless the run kept all that was shown."""
        return sorted((self.run_dir / living.FOLDER).glob("*.html"))

    @property
    def header(self) -> RunHeader:
        """What the run knows of itself."""
        return self.reading.header

    @property
    def verdict(self) -> RunVerdict:
        """Of the run."""
        return self.judgement.verdict

    @property
    def exit_code(self) -> int:
        """0, 1 or 10; 4 where nothing is broken but the profile waives what the site keeps (known of a whole run)."""
        idle = self.judgement.idle_waivers and not self.partial and self.verdict is not RunVerdict.NON_CONFORME
        return IDLE_WAIVER if idle else self.verdict.exit_code

    @property
    def partial(self) -> bool:
        """Whether only a selection was played."""
        return self.header.partial

    def summary(self) -> str:
        """For the terminal, in plain text."""
        return summary.render(self.judgement, self.reading, self.run_dir)


def conclude(run_dir: Path, features_dir: Path, crashed_workers: Sequence[str] = ()) -> RunReport:
    """Merge, judge, and write in ``run_dir`` all that the run leaves but its sheets on paper and its dossier.

    Raises IncompleteJournal, JournalError (also when nothing was planned) and RegisterError, having written no report.
    """
    load_register(features_dir)
    merge(run_dir, crashed_workers)
    keep_features(run_dir, features_dir)
    report = render(run_dir)
    if not report.partial:
        point_latest_to(run_dir)
    return report


def conclude_briefly(run_dir: Path, register: Register) -> None:
    """Merge, judge and write ``report.json`` alone: for a run that is one of hundreds. Raises like ``conclude``."""
    reading = read(merge(run_dir, ()))
    if not reading.outcomes:
        raise JournalError(f"{run_dir}: no scenario was planned")
    _write_text(run_dir / "report.json", json_report.render(judge(reading, register), reading))


def seal(report: RunReport, key: Ed25519PrivateKey | None = None) -> None:
    """Once nothing more is to be written, pack the dossier of a whole run, signed by ``key`` where there is one."""
    if not report.partial:
        pack(report.run_dir, report.header, report.verdict, key)


def keep_features(run_dir: Path, features_dir: Path) -> None:
    """What was asked goes with what was answered: the run can be judged again once the features have moved on."""
    for name, path in asked(features_dir).items():
        kept = run_dir / FEATURES / name
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, kept)


def render(run_dir: Path) -> RunReport:
    """Write the reports of a run from its journal and the features that it kept; its dossier stays as it is.

    Raises IncompleteJournal, JournalError and RegisterError, having written no report.
    """
    report = reopen(run_dir)
    _write(report)
    return report


def reopen(run_dir: Path) -> RunReport:
    """A run judged again, from its journal and the features that it kept; writes nothing. Raises like ``render``."""
    reading = read(run_dir / JOURNAL)
    if not (run_dir / FEATURES).is_dir():
        version = reading.header.harness_version
        raise JournalError(f"{run_dir}: it kept no features; copy there those of version {version}, which played it")
    register = load_register(run_dir / FEATURES)
    if not reading.outcomes:
        raise JournalError(f"{run_dir}: no scenario was planned")
    for outcome in reading.outcomes:
        if len(outcome.steps) != len(outcome.pickle.steps):
            raise JournalError(f"{outcome.pickle.uri}:{outcome.line}: its steps are not those of its scenario")
    return RunReport(run_dir, register, _variants(run_dir / FEATURES), reading, judge(reading, register))


def _variants(features_dir: Path) -> Mapping[str, Variant]:
    """None where the features have none: a register of a few requirements is a register."""
    file = features_dir / VARIANTS
    return load_variants(file) if file.is_file() else {}


def _write(report: RunReport) -> None:
    """The data first: a page that could not be drawn would not cost the conclusions."""
    judgement, reading = report.judgement, report.reading
    evidence_files.write(report.run_dir, reading.outcomes)
    _write_text(report.run_dir / "report.json", json_report.render(judgement, reading))
    _write_text(report.run_dir / "junit.xml", junit.render(judgement, reading, _from_here(report.run_dir)))
    _write_text(report.run_dir / "earl.jsonld", earl.render(judgement, reading))
    _write_text(report.run_dir / "summary.md", markdown.render(judgement, reading))
    _write_text(report.run_dir / "badge.svg", badge.render(judgement, reading))
    _write_text(report.run_dir / "cucumber.html", second_view.render(report.run_dir / JOURNAL))
    pages = living.write(living.render(judgement, reading, report.register), report.run_dir)
    page = html.render(judgement, reading, report.register, report.variants, pages)
    _write_text(report.run_dir / "rapport.html", page)
    besides = beside.pages(judgement, reading, report.register, report.variants, report.run_dir / FEATURES)
    for name, text in besides.items():
        _write_text(report.run_dir / name, text)


def _from_here(run_dir: Path) -> str:
    """The folder as it is found from the working folder, which is the workspace of a CI job; whole where it is not."""
    here = Path.cwd()
    return (run_dir.relative_to(here) if run_dir.is_relative_to(here) else run_dir).as_posix()


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")


def point_latest_to(run_dir: Path) -> None:
    """Make ``latest`` beside the run lead to it, at once; a text file does where links are impossible."""
    beside = run_dir.parent
    passing = beside / f".{LATEST}-{run_dir.name}"
    try:
        passing.symlink_to(run_dir.name, target_is_directory=True)
        passing.replace(beside / LATEST)
    except OSError:
        passing.unlink(missing_ok=True)
        passing.write_text(f"{run_dir.name}\n", encoding="utf-8")
        passing.replace(beside / f"{LATEST}.txt")
