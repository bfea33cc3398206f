"""Text that comes from a target, made harmless for what shows it as it is: terminals, CI pages, images."""

import json
import re
import textwrap

_HIDDEN = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
CONTROLS = re.compile(rf"[\x00-\x09\x0b-\x1f{_HIDDEN}]")
"""What a hostile page may send to take over a terminal, or to show a line otherwise than it is; not the line feed.

Halves of a pair (lone surrogates) too: no file and no terminal takes them.
"""
_NOT_SHOWN = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f{_HIDDEN}]")
_FENCES = re.compile("`+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|~>])")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def visible(text: str) -> str:
    """Each control sign replaced by one that is seen; ends of line stay."""
    return CONTROLS.sub("\ufffd", text)


def on_page(text: str) -> str:
    """The same in a page, where tabs and ends of line of any kind do no harm."""
    return _NOT_SHOWN.sub("\ufffd", text)


def json_text(told: object) -> str:
    """JSON that any terminal may show: the same data, control and direction signs escaped."""
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return CONTROLS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def xml(text: str) -> str:
    """What an XML file can hold, and what a person can see of it."""
    return _NOT_XML.sub("\ufffd", visible(text))


def one_line(text: str | None, width: int = 300) -> str:
    """In one line, its beginning only."""
    return textwrap.shorten(visible((text or "").replace("\t", " ")), width, placeholder=" […]")


def code(text: str, width: int = 600) -> str:
    """A Markdown code span that holds any text: no tag, link, picture, mention of a person or of an issue comes out."""
    shown = one_line(text, width) or " "
    fence = "`" * (max(map(len, _FENCES.findall(shown)), default=0) + 1)
    return f"{fence} {shown} {fence}" if len(fence) > 1 else f"`{shown}`"


def prose(text: str) -> str:
    """Our own text in Markdown: no sign of it formats anything."""
    return _MARKDOWN.sub(r"\\\1", one_line(text)).replace("&", "&amp;").replace("<", "&lt;")
