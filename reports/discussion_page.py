"""``contradictions.html``: where the sheets disagree and what they leave open, to be discussed with their authors.

First the contradictions on which a site declares its own reading, then those that we decided, then those without effect
on a verdict; the gaps at last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports import words
from reports.coverage import Covered
from reports.discussions import Discussions
from reports.facts import RunHeader
from reports.html import ours, page
from reports.linking import TOPICS, linked
from reports.proving import ProvingView, Ran
from reports.register import SHEETS, Entry, Register, Variant
from reports.verdict import Verdict


@dataclass(frozen=True)
class PlaceView:
    """A part of a sheet."""

    code: str
    section: str
    title: str


@dataclass(frozen=True)
class ReadingView:
    """What sheets say, and where."""

    says: str
    places: Sequence[PlaceView]


@dataclass(frozen=True)
class OptionView:
    """A reading that a site may follow: what to write in its profile, and whether the judged site follows it."""

    key: str
    text: str
    line: str
    default: bool
    followed: bool


@dataclass(frozen=True)
class VariantView:
    """A question that each site answers for itself; ``known`` is declared, observed or unknown."""

    id: str
    question: str
    options: Sequence[OptionView]
    known: str


@dataclass(frozen=True)
class TopicView:
    """A contradiction or a gap."""

    entry: Entry
    title: str
    readings: Sequence[ReadingView]
    places: Sequence[PlaceView]
    decision: str
    reason: str
    weight: str
    variants: Sequence[VariantView]
    scenarios: Sequence[ProvingView]
    statements: Sequence[Entry]
    verdict: Verdict | None

    @property
    def sheets(self) -> Sequence[str]:
        """The sheets that it concerns."""
        places = [*self.places, *(place for reading in self.readings for place in reading.places)]
        named = {place.code for place in places} | {entry.sheet for entry in self.statements}
        return [code for code in SHEETS if code in named]


@dataclass(frozen=True)
class PartView:
    """Topics of a kind; ``anchor`` is where."""

    anchor: str
    title: str
    about: str
    topics: Sequence[TopicView]


class Builder:
    """Makes the views of one run."""

    def __init__(
        self,
        register: Register,
        variants: Mapping[str, Variant],
        discussions: Discussions,
        covered: Iterable[Covered],
        ran: Ran,
        declared: Mapping[str, str],
        observed: Mapping[str, str],
    ) -> None:
        self._register = register
        self._variants = variants
        self._discussions = discussions
        self._covered = {one.entry.id: one for one in covered}
        self._ran = ran
        self._declared = declared
        self._observed = observed

    def parts(self) -> list[PartView]:
        """The parts of the page that have something to tell."""
        topics = [self._topic(one) for one in self._covered.values() if one.entry.sheet in ("C", "G")]
        return [
            PartView(anchor, title, about, mine)
            for anchor, title, about in words.PARTS
            if (mine := [topic for topic in topics if _part(topic) == anchor])
        ]

    def _topic(self, covered: Covered) -> TopicView:
        entry = covered.entry
        told = self._discussions.contradictions.get(entry.id)
        gap = self._discussions.gaps.get(entry.id)
        variants = [self._variant(one) for key, one in self._variants.items() if key.partition(".")[0] == entry.id]
        return TopicView(
            entry=entry,
            title=told.sujet if told else gap.question if gap else entry.enonce,
            readings=[ReadingView(one.dit, self._places(one.ou)) for one in told.lectures] if told else [],
            places=self._places(gap.ou) if gap else [],
            decision=entry.exclue or entry.enonce if entry.sheet == "C" else entry.enonce,
            reason=told.raison if told else gap.raison if gap else "",
            weight=_weight(covered, bool(variants)),
            variants=variants,
            scenarios=self._ran.proving(covered),
            statements=[one for one in self._register.entries.values() if entry.id in one.depend and one.section],
            verdict=self._ran.verdict(entry.id),
        )

    def _places(self, places: Iterable[str]) -> list[PlaceView]:
        parted = [place.partition("-") for place in places]
        return [PlaceView(code, section, self._register.sheets[code].sections[section]) for code, _, section in parted]

    def _variant(self, variant: Variant) -> VariantView:
        followed = self._declared.get(variant.id) or self._observed.get(variant.id)
        known = "declared" if variant.id in self._declared else "observed" if followed else "unknown"
        options = [
            OptionView(key, text, f'"{variant.id}" = "{key}"', key == variant.defaut, key == followed)
            for key, text in variant.lectures.items()
        ]
        return VariantView(variant.id, variant.question, options, known)


def _part(topic: TopicView) -> str:
    if topic.entry.sheet == "G":
        return "lacunes"
    if topic.variants:
        return "a-declarer"
    return "sans-effet" if topic.entry.exclue else "tranchees"


def _weight(covered: Covered, declared: bool) -> str:
    """How a site is judged on it, in a sentence."""
    if covered.entry.exclue:
        return words.WEIGHTS["excluded"] if covered.entry.sheet == "C" else covered.entry.exclue
    if declared:
        return words.WEIGHTS["declared"]
    return words.WEIGHTS["both" if len(covered.levels) > 1 else covered.levels[0]]


def render(header: RunHeader, register: Register, parts: Sequence[PartView]) -> str:
    """The text of the page."""
    return page(
        "contradictions.html",
        ours("rapport.css") + ours("pages.css"),
        header=header,
        parts=parts,
        codes=[code for code in SHEETS if code in register.sheets],
        linked=lambda text: linked(text, register.entries, TOPICS),
    )
