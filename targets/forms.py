"""The forms that values of a profile take: checked, and told in French when they have another.

Each also says its form to editors, in the schema of the profile (``targets/profile.schema.json``).
"""

import re
import shlex
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    WithJsonSchema,
)

from targets.hosts import base_address, host_name, web_address

_REQUIREMENT = r"(?:EP[2456]|PER)-[\w.]+-\d+|[CG]\d{2}"
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


class Section(BaseModel):
    """A part of the profile: never changed once read, no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _form(pattern: str, expected: str) -> AfterValidator:
    """A text of one form; what is expected is said in French when it has another."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(expected)
        return text

    return AfterValidator(check)


def _recipient(text: str) -> str:
    if text.count("{id}") != 1:
        raise ValueError('le motif contient {id} une fois (exemple : "qa+{id}@exemple.test")')
    return text


def _headers(headers: dict[str, SecretStr]) -> dict[str, SecretStr]:
    for name, value in headers.items():
        if not _HEADER.fullmatch(name) or re.search(r"[\r\n\x00]", value.get_secret_value()):
            raise ValueError(f"« {name} » n'est pas un en-tête HTTP d'une seule ligne")
    return headers


def _argv(command: Any) -> Any:
    """A command may be one line; it is cut before placeholders are filled, so that a path with a space stays whole."""
    try:
        return shlex.split(command) if isinstance(command, str) else command
    except ValueError:
        raise ValueError("un guillemet n'est pas fermé") from None


def _told(argv: tuple[str, ...]) -> tuple[str, ...]:
    if not any("{instant}" in word for word in argv):
        raise ValueError('{instant} n\'y est pas (exemple : ["./regler-horloge", "{instant}"])')
    return argv


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Url = Annotated[str, AfterValidator(web_address)]
BaseUrl = Annotated[str, AfterValidator(base_address)]
Host = Annotated[str, AfterValidator(host_name)]
MailAddress = Annotated[
    str, _form(r"[^@\s<>]+@[^@\s<>]+", "une adresse électronique est attendue (exemple : qa@exemple.test)")
]
Recipient = Annotated[MailAddress, AfterValidator(_recipient)]
Requirement = Annotated[
    str, _form(_REQUIREMENT, "un identifiant d'exigence est attendu (exemples : EP6-2-26, C09, G18)")
]
Claim = Annotated[
    str,
    _form(
        rf"EP[2456]|PER|-?(?:{_REQUIREMENT})",
        "une fiche ou une exigence est attendue (exemples : EP6, EP6-2-26, C09 ; -G12 : sauf G12)",
    ),
]
Locale = Annotated[str, _form(r"[a-z]{2}(-[A-Z]{2})?", "une langue est attendue (exemple : fr-FR)")]
Role = Annotated[str, _form(r"[a-z]+", "un rôle ARIA est attendu (exemples : textbox, button, link)")]
Variant = Annotated[str, _form(r"[CG]\d{2}\S*", "une variante est attendue (exemple : C09)")]
Viewport = Annotated[
    str, _form(r"[1-9]\d{2,3}x[1-9]\d{2,3}", "une largeur et une hauteur en pixels (exemple : 1280x720)")
]
SubscriberNumber = Annotated[str, _form(r"\d{14}", "un numéro d'abonné est attendu : 14 chiffres, entre guillemets")]
Headers = Annotated[dict[str, SecretStr], AfterValidator(_headers)]
Argv = Annotated[
    tuple[Text, ...],
    BeforeValidator(_argv),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]
ArgvWithInstant = Annotated[Argv, AfterValidator(_told)]
Seconds = Annotated[float, Field(gt=0, le=600)]
Rate = Annotated[float, Field(gt=0, le=1000)]
Port = Annotated[int, Field(gt=0, lt=65536)]
