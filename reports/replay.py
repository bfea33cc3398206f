"""The command that plays one scenario again, ready to be pasted in a shell."""

import re
import shlex

from reports.reading import JournalReading, ScenarioOutcome

_SPECIAL_IN_DOUBLE_QUOTES = re.compile(r'["$`!\n]|\\(?:[\\]|$)')


def replay_command(reading: JournalReading, outcome: ScenarioOutcome) -> str:
    """Empty when the runner gave no name to the scenario."""
    if not outcome.nodeid:
        return ""
    return reading.header.replay.replace("{nodeid}", shell_word(outcome.nodeid))


def shell_word(text: str) -> str:
    """``text`` as one word. Double quotes where they are enough: French names are full of apostrophes."""
    return shlex.quote(text) if _SPECIAL_IN_DOUBLE_QUOTES.search(text) else f'"{text}"'
