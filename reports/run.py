"""From the journals of the workers to everything that a run leaves behind: the only door of this room for a run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports import beside, html, json_report, junit, summary
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
    """Merge, judge, and write ``report.json``, ``junit.xml``, ``rapport.html`` and the pages beside it in ``run_dir``.

    Raises IncompleteJournal, JournalError (also when nothing was planned) and RegisterError, having written no report.
    """
    register = load_register(features_dir)
    reading = read(merge(run_dir, crashed_workers))
    if not reading.outcomes:
        raise JournalError(f"{run_dir}: no scenario was planned")
    report = RunReport(run_dir, register, _variants(features_dir), reading, judge(reading, register))
    _write(report)
    beside_it = beside.pages(report.judgement, reading, register, report.variants, features_dir)
    for name, text in beside_it.items():
        _write_text(run_dir / name, text)
    if not report.partial:
        point_latest_to(run_dir)
    return report


def _variants(features_dir: Path) -> Mapping[str, Variant]:
    """None where the features have none: a register of a few requirements is a register."""
    file = features_dir / VARIANTS
    return load_variants(file) if file.is_file() else {}


def _write(report: RunReport) -> None:
    """The data first: a page that could not be drawn would not cost the conclusions."""
    judgement, reading = report.judgement, report.reading
    _write_text(report.run_dir / "report.json", json_report.render(judgement, reading))
    _write_text(report.run_dir / "junit.xml", junit.render(judgement, reading))
    _write_text(report.run_dir / "rapport.html", html.render(judgement, reading, report.register))


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
