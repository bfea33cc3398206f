"""rapport.html (in progress)."""

from reports.judgement import Judgement
from reports.reading import JournalReading
from reports.register import Register


def render(judgement: Judgement, reading: JournalReading, register: Register) -> str:
    """The page."""
    del judgement, reading, register
    return "<!doctype html><html lang='fr'><title>Rapport</title></html>\n"
