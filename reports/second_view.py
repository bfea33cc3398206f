"""``cucumber.html``: the journal as the Cucumber project's own formatter draws it, offline.

It shows that other tools of that ecosystem read the journal, and gives those who know them a page they know. The page
runs the formatter's script and nothing else: its policy names each script by its hash and allows no request.
"""

import base64
import hashlib
import json
import re
from pathlib import Path

from cucumber_messages import Envelope, message_converter

from reports import facts
from reports.reading import envelopes

_FORMATTER = Path(__file__).parent / "cucumber_html"
_PAGE = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {hashes}; style-src 'unsafe-inline';\
 img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Journal de l'essai, vu par Cucumber</title>
<style>
{style}
</style>
</head>
<body>
<noscript><p>Cette vue demande JavaScript ; le rapport, <a href="rapport.html">rapport.html</a>, non.</p></noscript>
<div id="content"></div>
<script>{messages}</script>
<script>{script}</script>
</body>
</html>
"""
_OURS = frozenset({facts.RUN, facts.PLAN, facts.READING, facts.TIME, facts.LATE_MAIL, facts.FAULT, facts.SIGHT})
"""Facts that only this project reads; what a fault says is the message of its step too."""
_TURNS = re.compile(r"\\u(?:061c|200[ef]|202[89a-e]|206[6-9])")
"""Direction signs, as JSON in plain ASCII writes them."""


def render(journal: Path) -> str:
    """The text of the page. Raises JournalError for a journal that cannot be read."""
    told = [message_converter.to_dict(message) for message in envelopes(journal) if not _only_ours(message)]
    messages = f"window.CUCUMBER_MESSAGES = {_inert(told)};"
    script = (_FORMATTER / "main.js").read_text(encoding="utf-8")
    return _PAGE.format(
        hashes=" ".join(_hash(text) for text in (messages, script)),
        style=(_FORMATTER / "main.css").read_text(encoding="utf-8"),
        messages=messages,
        script=script,
    )


def _only_ours(message: Envelope) -> bool:
    return message.attachment is not None and message.attachment.media_type in _OURS


def _inert(told: object) -> str:
    """JSON in which no sign can end the script, open another or begin a comment: plain ASCII without any « < »."""
    return _TURNS.sub(r"\\ufffd", json.dumps(told).replace("<", "\\u003c"))


def _hash(script: str) -> str:
    """As the policy names a script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
