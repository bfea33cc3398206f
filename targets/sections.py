"""The sections of a profile, one frozen model each; a lever's section is chosen by its ``kind``.

A new kind is one more model in the union of its lever; the forms of values are in ``targets/forms.py``.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SecretStr

from targets.accounts import Account
from targets.forms import (
    Argv,
    ArgvWithInstant,
    BaseUrl,
    Claim,
    Headers,
    Host,
    Locale,
    MailAddress,
    Port,
    Rate,
    Recipient,
    Role,
    Seconds,
    Section,
    Text,
    Url,
    Viewport,
)

SHEETS_SENDER = "ne-pas-repondre@dgfip.finances.gouv.fr"
"""Sender of every mail shown in the sheets (EP6-2-30)."""


def _override(value: Any) -> Any:
    """``"ecran.nom" = "Libellé"`` is short for ``{ label = "Libellé" }``."""
    return {"label": value} if isinstance(value, str) else value


class Credentials(Section):
    """HTTP basic authentication that stands before the whole site."""

    user: Text
    password: SecretStr


class Target(Section):
    """``[target]``: what is judged, where it answers, what it claims, how long a person waits for its screens.

    ``rate`` bounds the pages and calls asked of it (a second); ``consent`` is the name of the button of a banner;
    ``viewports`` are the sizes of window that scenarios are spread over.
    """

    name: Text
    version: Text
    base_url: BaseUrl
    hosts: tuple[Host, ...] = ()
    scope: tuple[Claim, ...] = ()
    locale: Locale = "fr-FR"
    sender: MailAddress = SHEETS_SENDER
    ignore_https_errors: bool = False
    patience_s: Seconds = 10
    headers: Headers = Field(default={})
    credentials: Credentials | None = None
    consent: Text | None = None
    rate: Rate | None = None
    viewports: tuple[Viewport, ...] = ()


class Start(Section):
    """``[start]``: how the harness starts the site, one instance per worker; the site is up when ``ready`` answers."""

    command: Argv
    env: dict[str, str] = Field(default={})
    ready: Url = "{base_url}/"
    timeout_s: Seconds = 30


class MailBySmtp(Section):
    """The harness listens; the site sends to ``{smtp_port}``, or to the fixed ``port`` when it is already running."""

    kind: Literal["smtp"]
    recipient: Recipient = "qa+{id}@exemple.test"
    patience_s: Seconds = 10
    port: Port | None = None


class MailByWeb(Section):
    """Where a catcher's own pages answer; the password is one of HTTP basic authentication."""

    url: BaseUrl
    user: Text | None = None
    password: SecretStr | None = None
    ignore_https_errors: bool = False
    recipient: Recipient = "qa+{id}@exemple.test"
    patience_s: Seconds = 10


class MailByMailpit(MailByWeb):
    """A Mailpit catches the site's mail; ``url`` is that of its pages."""

    kind: Literal["mailpit"]


class MailByMaildev(MailByWeb):
    """A MailDev catches the site's mail; ``url`` is that of its pages."""

    kind: Literal["maildev"]


class MailByImap(Section):
    """The site's mail arrives in one IMAP folder, opened for reading only; ``port``: 993 or 143 unless given."""

    kind: Literal["imap"]
    host: Host
    port: Port | None = None
    user: Text
    password: SecretStr
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    ignore_tls_errors: bool = False
    mailbox: Text = "INBOX"
    recipient: Recipient = "qa+{id}@exemple.test"
    patience_s: Seconds = 30


class MailNone(Section):
    """Nobody can read the target's mail; addresses of invented people still follow ``recipient``."""

    kind: Literal["none"] = "none"
    recipient: Recipient = "qa+{id}@exemple.test"


class ClockByDoor(Section):
    """The test door moves the site's clock; ``past``: also before the real date."""

    kind: Literal["door"]
    past: bool = False


class ClockByFaketime(Section):
    """The site that the harness starts runs under libfaketime; ``library`` where it is not found by itself."""

    kind: Literal["faketime"]
    library: Text | None = None
    past: bool = False


class ClockByCommand(Section):
    """A command of the vendor freezes the site at ``{instant}`` (ISO 8601, UTC); ``now`` prints where it stands.

    Without ``now``, the ``Date`` header of the site's home page says it.
    """

    kind: Literal["command"]
    set: ArgvWithInstant
    now: Argv | None = None
    past: bool = False
    timeout_s: Seconds = 30


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


class SpacesByAccounts(Section):
    """The vendor has prepared spaces (``[[spaces.accounts]]``): each is lent to one scenario of a run."""

    kind: Literal["accounts"]
    accounts: Annotated[tuple[Account, ...], Field(min_length=1)]


class SpacesByScreens(Section):
    """Spaces are created as a person does it: the procedures of sheet EP 2 are played through the screens."""

    kind: Literal["screens"]


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


Mail = Annotated[MailBySmtp | MailByMailpit | MailByMaildev | MailByImap | MailNone, Field(discriminator="kind")]
Clock = Annotated[ClockByDoor | ClockByFaketime | ClockByCommand | ClockNone, Field(discriminator="kind")]
Captcha = Annotated[CaptchaFixed | CaptchaByDoor | CaptchaAbsent | CaptchaNone, Field(discriminator="kind")]
Spaces = Annotated[SpacesByDoor | SpacesByAccounts | SpacesByScreens | SpacesNone, Field(discriminator="kind")]
LexiconLine = Annotated[Override, BeforeValidator(_override, json_schema_input_type=str | Override)]

KINDS: dict[str, dict[str, type[Section]]] = {
    "mail": {
        "smtp": MailBySmtp,
        "mailpit": MailByMailpit,
        "maildev": MailByMaildev,
        "imap": MailByImap,
        "none": MailNone,
    },
    "clock": {"door": ClockByDoor, "faketime": ClockByFaketime, "command": ClockByCommand, "none": ClockNone},
    "captcha": {"fixed": CaptchaFixed, "door": CaptchaByDoor, "absent": CaptchaAbsent, "none": CaptchaNone},
    "spaces": {"door": SpacesByDoor, "accounts": SpacesByAccounts, "screens": SpacesByScreens, "none": SpacesNone},
}
"""The sections chosen by ``kind``: what each lever offers in this version."""

PLAIN: dict[str, type[Section]] = {"target": Target, "start": Start, "door": DoorSection, "recap": Recap}
"""The other sections with fixed keys."""

LINES: dict[str, type[Section]] = {"lexicon": Override, "waivers": Waiver}
"""The tables whose keys are free and whose values are sections."""
