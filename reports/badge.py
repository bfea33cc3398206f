"""``badge.svg``: the verdict in one small picture, for the first page of a project. Drawn here, nothing fetched."""

from xml.sax.saxutils import escape

from reports import words
from reports.judgement import Judgement
from reports.neutral import one_line, xml
from reports.reading import JournalReading
from reports.verdict import RunVerdict

_LEFT = "fiches FOCUS"
_COLOURS = {RunVerdict.CONFORME: "#1a6e2e", RunVerdict.NON_CONFORME: "#b3261e", RunVerdict.INCOMPLET: "#7a5200"}
"""White on each of them has a contrast of at least 6:1."""
_SIGN, _MARGIN = 7.2, 12
_SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="22" role="img" aria-labelledby="t">
<title id="t">{title}</title>
<rect width="{width}" height="22" rx="4" fill="#3b3f46"/>
<path d="M{left} 0h{inner}a4 4 0 0 1 4 4v14a4 4 0 0 1 -4 4h-{inner}z" fill="{colour}"/>
<g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="12" text-anchor="middle" aria-hidden="true">
<text x="{middle_left}" y="15" textLength="{length_left}">{told_left}</text>
<text x="{middle_right}" y="15" textLength="{length_right}">{told_right}</text>
</g>
</svg>
"""


def render(judgement: Judgement, reading: JournalReading) -> str:
    """The text of the file; its title tells the target too."""
    target, told = reading.header.target, words.RUN_VERDICTS[judgement.verdict]
    partial = " (essai partiel)" if reading.header.partial else ""
    length_left, length_right = round(len(_LEFT) * _SIGN), round(len(told) * _SIGN)
    left, right = length_left + _MARGIN, length_right + _MARGIN
    return _SVG.format(
        title=escape(xml(one_line(f"Fiches FOCUS : {told}{partial} — {target.name} {target.version}"))),
        width=left + right,
        left=left,
        inner=right - 4,
        colour=_COLOURS[judgement.verdict],
        middle_left=left / 2,
        middle_right=left + right / 2,
        length_left=length_left,
        length_right=length_right,
        told_left=_LEFT,
        told_right=told,
    )
