"""``earl.jsonld``: the conclusions in the W3C's Evaluation and Report Language, for tools that gather such reports.

One assertion per requirement. EARL knows no warning: a requirement that only warns has passed, and says so in its
description; the verdict in our own words is beside the outcome.
"""

from collections.abc import Iterator
from typing import Any

from reports import words
from reports.judgement import Judgement, RequirementResult
from reports.neutral import json_text
from reports.reading import JournalReading
from reports.verdict import Verdict

_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "focus": "urn:focus-conformance:",
    "dct:date": {"@type": "xsd:dateTime"},
    "earl:assertedBy": {"@type": "@id"},
    "earl:mode": {"@type": "@id"},
    "earl:outcome": {"@type": "@id"},
    "earl:subject": {"@type": "@id"},
    "focus:verdict": {"@type": "@id"},
}
"""Written out: nobody has to fetch anything to read the file."""
_OUTCOMES = {
    Verdict.CONFORME: "earl:passed",
    Verdict.AVERTISSEMENT: "earl:passed",
    Verdict.NON_CONFORME: "earl:failed",
    Verdict.NON_CONCLUANT: "earl:cantTell",
    Verdict.NON_TESTE: "earl:untested",
    Verdict.NON_APPLICABLE: "earl:inapplicable",
}


def render(judgement: Judgement, reading: JournalReading) -> str:
    """The text of the file."""
    graph = [_assertor(reading), _subject(reading), *(_assertion(one, reading) for one in judgement.requirements)]
    return json_text({"@context": _CONTEXT, "@graph": graph})


def _assertor(reading: JournalReading) -> dict[str, Any]:
    return {
        "@id": "_:harness",
        "@type": ["earl:Assertor", "earl:Software"],
        "doap:name": "focus-conformance",
        "doap:release": {"doap:revision": reading.header.harness_version},
    }


def _subject(reading: JournalReading) -> dict[str, Any]:
    """A blank node: the address of a target may be anything, and that of a started one is none."""
    target = reading.header.target
    return {
        "@id": "_:target",
        "@type": ["earl:TestSubject", "earl:Software"],
        "doap:name": target.name,
        "doap:release": {"doap:revision": target.version},
        "dct:source": target.base_url,
    }


def _assertion(result: RequirementResult, reading: JournalReading) -> dict[str, Any]:
    entry = result.entry
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": "_:harness",
        "earl:subject": "_:target",
        "earl:mode": "earl:automatic",
        "earl:test": {
            "@id": f"focus:exigence:{entry.id}",
            "@type": "earl:TestRequirement",
            "dct:identifier": entry.id,
            "dct:title": {"@value": entry.enonce, "@language": "fr"},
            "dct:isPartOf": {"@id": f"focus:fiche:{entry.sheet}"},
        },
        "earl:result": {
            "@type": "earl:TestResult",
            "earl:outcome": _OUTCOMES[result.verdict],
            "focus:verdict": f"focus:verdict:{result.verdict.value}",
            "dct:date": reading.header.started_at.isoformat(),
            "dct:description": {"@value": "\n".join(_told(result)), "@language": "fr"},
        },
    }


def _told(result: RequirementResult) -> Iterator[str]:
    """Verdict and, of each scenario that does not keep the requirement, why."""
    yield words.VERDICTS[result.verdict] + (f" : {words.REASONS[result.reason]}" if result.reason else "")
    for proof in result.proofs:
        if proof.verdict is not Verdict.CONFORME and proof.scenario.fault:
            yield f"« {proof.scenario.outcome.pickle.name} » : {proof.scenario.fault.told()}"
