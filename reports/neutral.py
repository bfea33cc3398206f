"""Text that comes from a target, made harmless for what shows it as it is: terminals, CI pages, images."""

import re
import textwrap

CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a hostile page may send to take over a terminal, or to show a line otherwise than it is; not the line feed."""
_FENCES = re.compile("`+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|~>])")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def visible(text: str) -> str:
    """Each control sign replaced by one that is seen; ends of line stay."""
    return CONTROLS.sub("\ufffd", text)


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
