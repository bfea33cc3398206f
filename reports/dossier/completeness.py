"""Whether everything that was to be played was played: nothing selected, nothing removed, nothing left aside.

A dossier is judged by the features and the registers that it carries; these, against one's own where they are given.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cucumber_messages import Pickle

from reports.feature_text import read_folder
from reports.judgement import Judgement
from reports.reading import JournalReading, ScenarioOutcome

ASKED = ("*.toml", "*.feature")
"""The files that say what is asked: registers, variants, scenarios."""
_TOLD = 3
"""Examples given of one kind of gap."""


def asked(features: Path) -> dict[str, Path]:
    """Every file that says what is asked under ``features``, by its name from there."""
    found = sorted(path for pattern in ASKED for path in features.rglob(pattern))
    return {path.relative_to(features).as_posix(): path for path in found}


def gaps(reading: JournalReading, judgement: Judgement, features: Path) -> Iterator[str]:
    """In French, each way in which the run that the journal tells is not the whole of ``features``."""
    header = reading.header
    if header.partial:
        yield "l'essai est partiel : seule une sélection de scénarios devait être jouée"
    written = {pickle.id: pickle for feature in read_folder(features) for pickle in feature.pickles}
    planned = {outcome.pickle.id: outcome for outcome in reading.outcomes}
    yield from _some("scénario retiré", (_name(one) for one in written.values() if one.id not in planned))
    yield from _some("scénario qui n'est pas celui de son fichier", _strangers(planned.values(), written))
    yield from _some("scénario non joué", (_name(one.pickle) for one in planned.values() if not _played(one)))
    yield from _some("exigence sans scénario", (one.entry.id for one in judgement.requirements if not one.proofs))


def differences(carried: Path, own: Path) -> Iterator[str]:
    """In French, in what the features and registers of a dossier are not one's own."""
    theirs, ours = asked(carried), asked(own)
    yield from _some("fichier absent du dossier", ours.keys() - theirs.keys())
    yield from _some("fichier de plus dans le dossier", theirs.keys() - ours.keys())
    common = ours.keys() & theirs.keys()
    yield from _some("fichier différent", (name for name in common if _text(ours[name]) != _text(theirs[name])))


def _text(path: Path) -> bytes:
    """Whatever the ends of line that a checkout gives to it."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _strangers(planned: Iterable[ScenarioOutcome], written: Mapping[str, Pickle]) -> Iterator[str]:
    return (_name(one.pickle) for one in planned if written.get(one.pickle.id) != one.pickle)


def _played(outcome: ScenarioOutcome) -> bool:
    """From its beginning to its end, each of its steps told."""
    told = all(step.status is not None for step in outcome.steps)
    return outcome.worker is not None and outcome.finished and told and len(outcome.steps) == len(outcome.pickle.steps)


def _name(pickle: Pickle) -> str:
    line = pickle.location.line if pickle.location else 1
    return f"« {pickle.name} » ({pickle.uri}:{line})"


def _some(what: str, names: Iterable[str]) -> Iterator[str]:
    """One line for all that are alike, with the first few."""
    found = sorted(names)
    if found:
        more = f", et {len(found) - _TOLD} de plus" if len(found) > _TOLD else ""
        yield f"{what} : {', '.join(found[:_TOLD])}{more}"
