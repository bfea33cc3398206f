"""A small way to tell a journal what happened, shared by the tests of the reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from cucumber_messages import Pickle

from reports.evidence import Redactor
from reports.facts import FaultRecord, RunHeader, TargetFacts
from reports.journal import Journal, Status
from reports.verdict import Kind, Phase

FEATURE = """# language: fr
Fonctionnalité: Mot de passe oublié

  Contexte:
    Étant donné un espace actif

  Règle: Le mot de passe compte vingt caractères

    @EP6-2-7
    Plan du scénario: Un mot de passe de <n> caractères est <effet>
      Quand l'usager choisit un mot de passe de <n> caractères
      Alors il est <effet>

      Exemples: bornes
        | n  | effet   |
        | 19 | refusé  |
        | 20 | accepté |

  @EP6-2-26 @C04
  Scénario: Le nouveau mot de passe vaut trois ans
    Quand l'usager change son mot de passe
    Alors l'écran annonce une validité de trois ans
"""
URI = "features/ep6/oubli.feature"
STARTED = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def header(**changes: object) -> RunHeader:
    """The header of an invented run."""
    known: dict[str, object] = {
        "run_id": "run-1",
        "started_at": STARTED,
        "target": TargetFacts(name="Site d'essai", version="1.0", base_url="http://127.0.0.1:8000"),
        "capabilities": {"clock": "door", "mail": "smtp", "captcha": "door", "spaces": "door"},
        "seed": 42,
        "strict": False,
        "partial": False,
        "selection": "features",
        "harness_version": "0.1.0",
        "worker": "main",
        "replay": "pytest {nodeid} --target targets/essai.toml --seed 42",
    }
    return RunHeader.model_validate(known | changes)


def fault(kind: Kind = "unmet", phase: Phase = "then", **more: str) -> FaultRecord:
    """An invented fault of this kind and phase."""
    return FaultRecord(kind=kind, phase=phase, **{"message": "La date annoncée n'est pas la bonne.", **more})


def ticking() -> Iterator[datetime]:
    """Instants one second apart."""
    return (STARTED + timedelta(seconds=second) for second in count())


@dataclass
class Told:
    """A journal being written, and the pickles that it plans."""

    path: Path
    journal: Journal
    pickles: list[Pickle]

    def play(
        self, rank: int, at: int | None = None, told: FaultRecord | None = None, reading: str | None = None
    ) -> None:
        """Play a pickle: its steps pass up to ``at``, where the fault is (outside any step when None)."""
        pickle = self.pickles[rank]
        self.journal.scenario_started(pickle)
        reached = len(pickle.steps) if at is None else at
        for index in range(reached):
            self.journal.step_started(index)
            self.journal.step_finished(index, Status.passed, 0.25)
        if reading:
            self.journal.observe("C11", reading)
        if told and at is not None:
            self.journal.step_started(at)
            self.journal.step_finished(at, Status(told.status), 0.5, told)
        self.journal.scenario_finished(told if at is None else None)


def tell(
    run_dir: Path,
    worker: str = "main",
    text: str = FEATURE,
    planned: slice = slice(None),
    redactor: Redactor | None = None,
    **changes: object,
) -> Told:
    """Open the journal of a worker, with the plan of the invented feature."""
    instants = ticking()
    path = run_dir / "journal" / f"{worker}.ndjson"
    journal = Journal(path, lambda: next(instants), redactor)
    journal.open(header(worker=worker, **changes))
    pickles = journal.feature(URI, text)
    for pickle in pickles[planned]:
        journal.plan(pickle, f"{URI}::{pickle.name}")
    return Told(path, journal, pickles)
