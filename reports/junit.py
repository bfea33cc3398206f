"""``junit.xml``: one case per scenario, for continuous integration.

What was not concluded is skipped with its reason; a warning passes with a property; requirement ids are properties.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reports import words
from reports.evidence_files import EvidenceFile, evidence_files
from reports.judgement import Judgement, Proof, RequirementResult, ScenarioResult
from reports.neutral import xml
from reports.reading import JournalReading
from reports.replay import replay_command
from reports.verdict import Verdict

_ATTACHMENT = "[[ATTACHMENT|"


def render(judgement: Judgement, reading: JournalReading, folder: str) -> str:
    """The text of the file. ``folder`` is that of the run as the CI system finds it from its workspace."""
    header = reading.header
    kept = evidence_files(reading.outcomes)
    files = {id(scenario): kept[rank] for rank, scenario in enumerate(judgement.scenarios)}
    names = _unique_names(judgement.scenarios)
    suites = Element("testsuites", name=_xml(f"focus-conformance : {header.target.name} {header.target.version}"))
    for uri, scenarios in groupby(judgement.scenarios, key=lambda scenario: scenario.outcome.pickle.uri):
        suite = SubElement(suites, "testsuite", name=_xml(uri), timestamp=header.started_at.isoformat())
        suite.append(_about(judgement, reading))
        for scenario in scenarios:
            suite.append(_case(judgement, reading, scenario, names[id(scenario)]))
            _attach(suite[-1], files[id(scenario)], folder)
        _count(suite)
    _count(suites)
    indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _about(judgement: Judgement, reading: JournalReading) -> Element:
    """On what the verdict rests, where CI systems show the properties of a suite."""
    header, properties = reading.header, Element("properties")
    target = header.target
    facts = {"run": header.run_id, "verdict": judgement.verdict.value, "seed": str(header.seed)}
    facts |= {"target": f"{target.name} {target.version}", "harness": header.harness_version}
    facts |= {"missing shards": ", ".join(header.missing_shards)} if header.missing_shards else {}
    for name, value in facts.items():
        SubElement(properties, "property", name=name, value=_xml(value))
    return properties


def _unique_names(scenarios: Sequence[ScenarioResult]) -> Mapping[int, str]:
    """CI systems tell cases apart by suite and name: rows of an outline that share theirs bear their line too."""
    found = Counter((one.outcome.pickle.uri, one.outcome.pickle.name) for one in scenarios)
    return {id(one): _named(one, found[one.outcome.pickle.uri, one.outcome.pickle.name] > 1) for one in scenarios}


def _named(scenario: ScenarioResult, shared: bool) -> str:
    outcome = scenario.outcome
    return f"{outcome.pickle.name} (ligne {outcome.line})" if shared else outcome.pickle.name


def _case(judgement: Judgement, reading: JournalReading, scenario: ScenarioResult, name: str) -> Element:
    outcome, verdict = scenario.outcome, judgement.of_scenario(scenario)
    classname = re.sub(r"\.feature$", "", outcome.pickle.uri).replace("/", ".")
    case = Element("testcase", name=_xml(name), classname=_xml(classname))
    case.set("file", _xml(outcome.pickle.uri))
    case.set("line", str(outcome.line))
    case.set("time", f"{outcome.seconds:.3f}")
    properties = SubElement(case, "properties")
    for requirement, _ in judgement.proven_by(scenario):
        SubElement(properties, "property", name="requirement", value=requirement.entry.id)
    SubElement(properties, "property", name="verdict", value=verdict.value)
    if verdict is Verdict.NON_CONFORME:
        failure = SubElement(case, "failure", type="non_conforme", message=_message(scenario))
        asked = (_asked(*proven) for proven in judgement.proven_by(scenario))
        failure.text = _xml("\n".join([*asked, _told(scenario), f"Rejouer : {replay_command(reading, outcome)}"]))
    elif verdict is Verdict.AVERTISSEMENT:
        SubElement(properties, "property", name="avertissement", value=_message(scenario))
    elif verdict is not Verdict.CONFORME:
        SubElement(case, "skipped", message=_why(scenario, verdict))
    return case


def _asked(requirement: RequirementResult, proof: Proof) -> str:
    """What is broken in the words of the register, and what the vendor answers to it."""
    told = f"{requirement.entry.id} ({words.VERDICTS[proof.verdict]}) : {requirement.entry.enonce}"
    return f"{told}\nRéponse du vendeur : {words.answer(requirement.waiver)}" if requirement.waiver else told


def _attach(case: Element, files: Sequence[EvidenceFile], folder: str) -> None:
    """As GitLab and the plugin of Jenkins find them. They come one by line, alone: nothing of the site is there."""
    if files:
        output = SubElement(case, "system-out")
        output.text = "\n".join(f"{_ATTACHMENT}{folder}/{file.path}]]" for file in files)


def _count(element: Element) -> None:
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", "0")
    element.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    element.set("time", f"{sum(float(case.get('time', '0')) for case in cases):.3f}")


def _told(scenario: ScenarioResult) -> str:
    return scenario.fault.told() if scenario.fault else ""


def _message(scenario: ScenarioResult) -> str:
    return _xml(scenario.fault.message if scenario.fault else "")


def _why(scenario: ScenarioResult, verdict: Verdict) -> str:
    code = scenario.reason.value if scenario.reason else verdict.value
    return _xml(f"{words.VERDICTS[verdict]} : {code}. {_told(scenario)}".strip())


def _xml(text: str) -> str:
    """Of a hostile page: neither signs that XML cannot hold, nor files that it would have attached."""
    return xml(text).replace(_ATTACHMENT, _ATTACHMENT.replace("[[", "[ ["))
