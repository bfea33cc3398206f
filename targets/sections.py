"""The sections of a profile, one frozen model each; a lever's section is chosen by its ``kind``.

A new kind (Mailpit, libfaketime, prepared accounts...) is one more model in the union of its lever.
"""

import re
import shlex
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, StringConstraints

from targets.hosts import base_address, host_name, web_address

SHEETS_SENDER = "ne-pas-repondre@dgfip.finances.gouv.fr"
"""Sender of every mail shown in the sheets (EP6-2-30)."""

_REQUIREMENT = r"(?:EP[2456]|PER)-[\w.]+-\d+|[CG]\d{2}"
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


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


def _override(value: Any) -> Any:
    """``"ecran.nom" = "Libellé"`` is short for ``{ label = "Libellé" }``."""
    return {"label": value} if isinstance(value, str) else value


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
    _form(rf"EP[2456]|PER|{_REQUIREMENT}", "une fiche ou une exigence est attendue (exemples : EP6, EP6-2-26, C09)"),
]
Locale = Annotated[str, _form(r"[a-z]{2}(-[A-Z]{2})?", "une langue est attendue (exemple : fr-FR)")]
Role = Annotated[str, _form(r"[a-z]+", "un rôle ARIA est attendu (exemples : textbox, button, link)")]
Variant = Annotated[str, _form(r"[CG]\d{2}\S*", "une variante est attendue (exemple : C09)")]
Seconds = Annotated[float, Field(gt=0, le=600)]
Port = Annotated[int, Field(gt=0, lt=65536)]


class Section(BaseModel):
    """A part of the profile: never changed once read, no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Target(Section):
    """``[target]``: what is judged, where it answers, what it claims, how long a person waits for its screens."""

    name: Text
    version: Text
    base_url: BaseUrl
    hosts: tuple[Host, ...] = ()
    scope: tuple[Claim, ...] = ()
    locale: Locale = "fr-FR"
    sender: MailAddress = SHEETS_SENDER
    ignore_https_errors: bool = False
    patience_s: Seconds = 10
    headers: Annotated[dict[str, SecretStr], AfterValidator(_headers)] = {}


class Start(Section):
    """``[start]``: how the harness starts the site, one instance per worker; the site is up when ``ready`` answers."""

    command: Annotated[tuple[Text, ...], BeforeValidator(_argv), Field(min_length=1)]
    env: dict[str, str] = {}
    ready: Url = "{base_url}/"
    timeout_s: Seconds = 30


class MailBySmtp(Section):
    """The harness listens; the site sends to ``{smtp_port}``, or to the fixed ``port`` when it is already running."""

    kind: Literal["smtp"]
    recipient: Recipient = "qa+{id}@exemple.test"
    patience_s: Seconds = 10
    port: Port | None = None


class MailNone(Section):
    """Nobody can read the target's mail; addresses of invented people still follow ``recipient``."""

    kind: Literal["none"] = "none"
    recipient: Recipient = "qa+{id}@exemple.test"


class ClockByDoor(Section):
    """The test door moves the site's clock; ``past``: also before the real date."""

    kind: Literal["door"]
    past: bool = False


class ClockNone(Section):
    """The site's clock cannot be moved."""

    kind: Literal["none"] = "none"


class CaptchaFixed(Section):
    """Every image of the site accepts the same answer."""

    kind: Literal["fixed"]
    answer: Text


class CaptchaByDoor(Section):
    """The test door tells the answer of the image on the screen."""

    kind: Literal["door"]


class CaptchaAbsent(Section):
    """The site under test shows no image: nothing to fill in, and what the sheets say of it cannot be concluded."""

    kind: Literal["absent"]


class CaptchaNone(Section):
    """An image is shown and nobody can tell its answer."""

    kind: Literal["none"] = "none"


class SpacesByDoor(Section):
    """The test door creates the spaces that a scenario starts from."""

    kind: Literal["door"]


class SpacesNone(Section):
    """No space can be prepared."""

    kind: Literal["none"] = "none"


class DoorSection(Section):
    """``[door]``: the test door (``targets/door.openapi.yaml``)."""

    url: BaseUrl
    token: SecretStr


class Recap(Section):
    """``[recap]``: whether the recap PDF can be opened again from the space."""

    from_space: bool = False


class Override(Section):
    """One line of ``[lexicon]``: what this site calls, or where it keeps, a named thing of a screen."""

    label: Text | None = None
    role: Role | None = None
    css: Text | None = None


class Waiver(Section):
    """A failure that the vendor knows of; printed beside it, never changes the verdict."""

    reason: Text
    ticket: Text
    until: date


Mail = Annotated[MailBySmtp | MailNone, Field(discriminator="kind")]
Clock = Annotated[ClockByDoor | ClockNone, Field(discriminator="kind")]
Captcha = Annotated[CaptchaFixed | CaptchaByDoor | CaptchaAbsent | CaptchaNone, Field(discriminator="kind")]
Spaces = Annotated[SpacesByDoor | SpacesNone, Field(discriminator="kind")]
LexiconLine = Annotated[Override, BeforeValidator(_override)]

KINDS: dict[str, dict[str, type[Section]]] = {
    "mail": {"smtp": MailBySmtp, "none": MailNone},
    "clock": {"door": ClockByDoor, "none": ClockNone},
    "captcha": {"fixed": CaptchaFixed, "door": CaptchaByDoor, "absent": CaptchaAbsent, "none": CaptchaNone},
    "spaces": {"door": SpacesByDoor, "none": SpacesNone},
}
"""The sections chosen by ``kind``: what each lever offers in this version."""

PLAIN: dict[str, type[Section]] = {"target": Target, "start": Start, "door": DoorSection, "recap": Recap}
"""The other sections with fixed keys."""

LINES: dict[str, type[Section]] = {"lexicon": Override, "waivers": Waiver}
"""The tables whose keys are free and whose values are sections."""
