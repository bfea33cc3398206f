"""``coverage.json``: the coverage for programs. Its shape is promised by ``coverage.schema.json``."""

from typing import Any

from reports.coverage_page import CoverageReport, SheetView, StatementView
from reports.neutral import json_text
from reports.proving import ProvingView


def document(coverage: CoverageReport) -> dict[str, Any]:
    """The coverage as plain data."""
    return {
        "run_id": coverage.header.run_id,
        "harness_version": coverage.header.harness_version,
        "whole": not coverage.faults,
        "counts": coverage.total.model_dump(),
        "sheets": [_sheet_data(sheet) for sheet in coverage.sheets],
        "faults": [
            {"kind": fault.kind, "subject": fault.subject, "cause": fault.cause, "repair": fault.repair}
            for fault in coverage.faults
        ],
    }


def render(coverage: CoverageReport) -> str:
    """The text of the file."""
    return json_text(document(coverage))


def _sheet_data(sheet: SheetView) -> dict[str, Any]:
    paragraphs = sheet.paragraphs
    return {
        "code": sheet.code,
        "title": sheet.title,
        "edition": sheet.edition,
        "counts": sheet.counts.model_dump(),
        "paragraphs": {"total": paragraphs.total, "aside": paragraphs.aside} if paragraphs else None,
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "statements": [_statement_data(view) for view in section.statements],
            }
            for section in sheet.sections
        ],
    }


def _statement_data(view: StatementView) -> dict[str, Any]:
    return {
        "id": view.entry.id,
        "statement": view.entry.enonce,
        "state": view.state,
        "level": view.entry.niveau,
        "excluded": view.entry.exclue,
        "depends": list(view.entry.depend),
        "scenarios": [_scenario_data(scenario) for scenario in view.scenarios],
    }


def _scenario_data(scenario: ProvingView) -> dict[str, Any]:
    return {
        "name": scenario.name,
        "uri": scenario.uri,
        "line": scenario.line,
        "level": scenario.level,
        "rows": [
            {
                "name": row.name,
                "line": row.line,
                "verdict": row.verdict.value if row.verdict else None,
                "address": row.address,
            }
            for row in scenario.rows
        ],
    }
