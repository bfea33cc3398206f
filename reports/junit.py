"""``junit.xml``: one case per scenario, for continuous integration.

What was not concluded is skipped with its reason; a warning passes with a property; requirement ids are properties.
"""

import re
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reports import words
from reports.judgement import Judgement, ScenarioResult
from reports.reading import JournalReading
from reports.replay import replay_command
from reports.verdict import Verdict

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(judgement: Judgement, reading: JournalReading) -> str:
    """The text of the file."""
    header = reading.header
    suites = Element("testsuites", name=_xml(f"focus-conformance : {header.target.name} {header.target.version}"))
    for uri, scenarios in groupby(judgement.scenarios, key=lambda scenario: scenario.outcome.pickle.uri):
        suite = SubElement(suites, "testsuite", name=_xml(uri), timestamp=header.started_at.isoformat())
        for scenario in scenarios:
            suite.append(_case(judgement, reading, scenario))
        _count(suite)
    _count(suites)
    indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _case(judgement: Judgement, reading: JournalReading, scenario: ScenarioResult) -> Element:
    outcome, verdict = scenario.outcome, judgement.of_scenario(scenario)
    classname = re.sub(r"\.feature$", "", outcome.pickle.uri).replace("/", ".")
    case = Element("testcase", name=_xml(outcome.pickle.name), classname=_xml(classname))
    case.set("file", _xml(outcome.pickle.uri))
    case.set("line", str(outcome.line))
    case.set("time", f"{outcome.seconds:.3f}")
    properties = SubElement(case, "properties")
    for requirement, _ in judgement.proven_by(scenario):
        SubElement(properties, "property", name="requirement", value=requirement.entry.id)
    SubElement(properties, "property", name="verdict", value=verdict.value)
    if verdict is Verdict.NON_CONFORME:
        failure = SubElement(case, "failure", type="non_conforme", message=_message(scenario))
        failure.text = _xml("\n".join([_told(scenario), replay_command(reading, outcome)]))
    elif verdict is Verdict.AVERTISSEMENT:
        SubElement(properties, "property", name="avertissement", value=_message(scenario))
    elif verdict is not Verdict.CONFORME:
        SubElement(case, "skipped", message=_why(scenario, verdict))
    return case


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
    """What an XML file can hold: a hostile page may show signs that it cannot."""
    return _NOT_XML.sub("\ufffd", text)
