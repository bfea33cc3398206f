"""Whether everything that was to be played was played: nothing selected, nothing removed, nothing left aside.

A dossier is judged by the features and the register that it carries; against one's own too, where they are given.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cucumber_messages import Pickle

from reports.feature_text import parse_feature
from reports.judgement import Judgement
from reports.reading import JournalReading, ScenarioOutcome
from reports.register import Register

_TOLD = 3
"""Examples given of one kind of gap."""


def gaps(reading: JournalReading, judgement: Judgement) -> Iterator[str]:
    """In French, each way in which the run that the journal tells is not whole."""
    header = reading.header
    if header.partial:
        yield "l'essai est partiel : seule une sélection de scénarios devait être jouée"
    written = [pickle for uri, text in reading.sources.items() for pickle in parse_feature(uri, text).pickles]
    planned = {outcome.pickle.id: outcome for outcome in reading.outcomes}
    yield from _some("scénario retiré du plan", (_name(one) for one in written if one.id not in planned))
    yield from _some(
        "scénario qui n'est pas celui de son fichier", _strangers(planned.values(), {one.id: one for one in written})
    )
    yield from _some("scénario non joué", (_name(one.pickle) for one in planned.values() if not _played(one)))
    yield from _some("exigence sans scénario", (one.entry.id for one in judgement.requirements if not one.proofs))


def differences(reading: JournalReading, register: Register, own: Register, features: Path) -> Iterator[str]:
    """In French, in what the features and the register of a dossier are not those of the folder ``features``."""
    texts = {
        path.relative_to(features.parent).as_posix(): path.read_text("utf-8")
        for path in sorted(features.rglob("*.feature"))
    }
    yield from _some("fichier absent du dossier", (uri for uri in texts if uri not in reading.sources))
    yield from _some("fichier de plus dans le dossier", (uri for uri in reading.sources if uri not in texts))
    changed = (uri for uri, text in texts.items() if reading.sources.get(uri, text) != text)
    yield from _some("fichier d'un autre texte", changed)
    known = own.entries.keys() | register.entries.keys()
    other = (one for one in sorted(known) if own.entries.get(one) != register.entries.get(one))
    yield from _some("exigence absente ou autre", other)


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
    found = list(names)
    if found:
        more = f", et {len(found) - _TOLD} de plus" if len(found) > _TOLD else ""
        yield f"{what} : {', '.join(found[:_TOLD])}{more}"
