"""Does the clock of the site move, and as far as the features need it?"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from runner.findings import Finding, of_fault, works
from runner.gate import KINDS, Feature
from steps.dates import PARIS, SHORT_DATE, paris
from targets.clocks import SiteDate
from targets.faults import CapabilityMissing, Fault
from targets.levers import Levers
from targets.profile import Profile

ABOUT = "horloge"
LATE = timedelta(seconds=5)
DATE_STAYS = ", mais non l'en-tête Date de ses pages : un cookie avec Expires pourrait s'y perdre"
"""No fault by itself: a log in at that day tells."""


def farthest(features: Iterable[Feature]) -> list[datetime]:
    """The earliest and the latest of the days that scenarios set the clock to, at ten in Paris; none where none do."""
    instants = sorted(paris(day) for feature in features for day in _days(feature))
    return instants[:1] + instants[-1:]


def _days(feature: Feature) -> Iterator[str]:
    for pickle in feature.parsed.pickles:
        for step in pickle.steps:
            if step.type and KINDS.get(step.type) == "given":
                yield from re.findall(SHORT_DATE, step.text)


def moves(profile: Profile, levers: Levers, instants: Iterable[datetime]) -> Iterator[Finding]:
    """Set the site to each instant: whether it gets there, and whether its pages say so."""
    date = SiteDate(profile.target, levers.pace)
    try:
        for instant in instants:
            yield _moved(levers, date, instant)
    except Fault as fault:
        yield of_fault(ABOUT, fault)
    finally:
        date.close()


def _moved(levers: Levers, date: SiteDate, instant: datetime) -> Finding:
    day = f"{instant.astimezone(PARIS):%d/%m/%Y}"
    try:
        levers.clock.set(instant)
    except CapabilityMissing:
        text = f"le site n'est jamais placé au {day} ([clock] past = false)"
        return Finding("avis", ABOUT, text, "[clock] past = true, si le site peut reculer")
    dated = abs(date.read() - instant) < LATE
    return works(ABOUT, f"le site se place au {day}" + ("" if dated else DATE_STAYS))
