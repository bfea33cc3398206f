"""A big invented run: as many scenarios as asked for, one in ten of them broken, with a picture and a mail."""

from pathlib import Path

from reports.evidence import MAIL
from reports.journal import Journal, Status
from reports.register import paragraph_hash
from reports.run import RunReport, conclude
from tests.reports.invented import mail, screenshot
from tests.reports.playing import fault, tell

BROKEN_EVERY = 10
PER_REQUIREMENT = 3


def big_report(folder: Path, scenarios: int) -> RunReport:
    """Conclude a run of ``scenarios`` scenarios under ``folder``, three for each requirement."""
    _write_register(folder / "features", scenarios)
    run_dir = folder / "out" / "run"
    told = tell(run_dir, "main", text=_feature(scenarios))
    picture, letter = screenshot(), mail()
    for rank, pickle in enumerate(told.pickles):
        told.journal.scenario_started(pickle)
        for step in range(len(pickle.steps) - 1):
            _passes(told.journal, step)
        if rank % BROKEN_EVERY:
            _passes(told.journal, len(pickle.steps) - 1)
        else:
            _breaks(told.journal, len(pickle.steps) - 1, picture, letter)
        told.journal.scenario_finished()
    told.journal.close(success=False)
    return conclude(run_dir, folder / "features")


def _passes(journal: Journal, step: int) -> None:
    journal.step_started(step)
    journal.step_finished(step, Status.passed, 0.1)


def _breaks(journal: Journal, step: int, picture: bytes, letter: bytes) -> None:
    journal.step_started(step)
    journal.attach(picture, "image/png", "ecran-1.png", step)
    journal.attach(letter, MAIL, "courriel-1.eml", step)
    journal.step_finished(
        step, Status.failed, 0.1, fault(message="Une autre date.", expected="05 juin", seen="06 juin")
    )


def _feature(scenarios: int) -> str:
    head = "# language: fr\nFonctionnalité: Un grand essai\n"
    body = (
        f"""
  @EP6-2-{rank // PER_REQUIREMENT + 1}
  Scénario: Le scénario {rank} prouve son exigence
    Étant donné un usager dont l'espace est actif depuis le 01/06/2023
    Et un autre usager dont l'espace est actif
    Quand l'usager choisit un nouveau mot de passe par la procédure
    Alors l'écran annonce une validité jusqu'au 05 juin 2026
"""
        for rank in range(scenarios)
    )
    return head + "".join(body)


def _write_register(features: Path, scenarios: int) -> None:
    entries = (
        f"""
["EP6-2-{rank}"]
section = "2"
enonce = "Le site tient la promesse de l'exigence {rank}, qui se lit en une phrase."
genre = "rule"
niveau = "bloquant"
source = ["{paragraph_hash(str(rank))}"]
"""
        for rank in range(1, scenarios // PER_REQUIREMENT + 2)
    )
    (features / "ep6").mkdir(parents=True)
    (features / "ep6" / "exigences.toml").write_text("".join(entries), encoding="utf-8")
