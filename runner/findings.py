"""What ``focus check`` says: one line for each thing that it looked at, with what to do where something is wrong."""

import re
from dataclasses import dataclass
from typing import Literal

from targets.faults import Fault

Mark = Literal["ok", "faute", "avis", "sans"]
"""It works; it must be mended; it may be as it should be; no lever for it."""
SHOWN = 240
"""Characters of a page, a refusal or an answer that a line repeats."""
NAMES = 8
_NAMED = re.compile(r'- (heading|button|link|textbox|combobox|checkbox|radio|alert) "([^"\n]+)"')
_ROLES = {"heading": "titre", "button": "bouton", "link": "lien", "textbox": "champ", "combobox": "liste",
          "checkbox": "case", "radio": "choix", "alert": "message"}  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a hostile page may send to take over a terminal."""


@dataclass(frozen=True)
class Finding:
    """``about`` is what was looked at, ``text`` what was seen, ``repair`` what to do (a line of the profile)."""

    mark: Mark
    about: str
    text: str
    repair: str = ""

    def line(self) -> str:
        """The whole of it, without end of line or control sign, whatever the site has answered."""
        text = f"{self.about} : {self.text}" + (f" → {self.repair}" if self.repair else "")
        return _CONTROLS.sub(" ", text)


def works(about: str, text: str) -> Finding:
    """Looked at, and as it should be."""
    return Finding("ok", about, text)


def of_fault(about: str, fault: Fault, repair: str = "") -> Finding:
    """A fault as one line; of a page, only what its things are called."""
    seen = f" Vu : {instead(fault.seen)}." if fault.seen else ""
    expected = f" Attendu : {fault.expected}." if fault.expected else ""
    return Finding("faute", about, fault.message + expected + seen, repair or fault.repair or "")


def instead(seen: str) -> str:
    """What is there instead: the names of a page's things, where ``seen`` is a page; otherwise its beginning."""
    found = sorted(_NAMED.findall(seen), key=lambda one: one[0] != "heading")
    names = [f"{_ROLES[role]} « {name} »" for role, name in found]
    if not names:
        return " ".join(seen.split())[:SHOWN]
    said = seen.partition(", page ")[0] + ", " if seen.startswith("le message") else ""
    return said + ", ".join(dict.fromkeys(names[:NAMES]))
