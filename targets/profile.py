"""The profile of a target: one TOML file that the vendor keeps, read once, refused with every fault it has.

profile = load(Path("targets/reference.toml"))
running = profile.resolve(port=8123, smtp_port=2525, door_token=token, worker="gw0", python=sys.executable)
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, PrivateAttr, ValidationError

from targets import forms, sections
from targets.consistency import between_sections, of_text
from targets.faults import CapabilityMissing
from targets.hosts import host_of
from targets.placeholders import filled, from_environment, mapped, placeholders, used
from targets.problems import dotted, of_validation, refusal


class Profile(forms.Section):
    """A target as its vendor describes it. Frozen; placeholders stay in its strings until ``resolve``."""

    target: sections.Target
    start: sections.Start | None = None
    mail: sections.Mail = sections.MailNone()
    clock: sections.Clock = sections.ClockNone()
    captcha: sections.Captcha = sections.CaptchaNone()
    spaces: sections.Spaces = sections.SpacesNone()
    door: sections.DoorSection | None = None
    recap: sections.Recap = sections.Recap()
    lexicon: dict[str, sections.LexiconLine] = Field(default={})
    variants: dict[forms.Variant, forms.Text] = Field(default={})
    waivers: dict[forms.Requirement, sections.Waiver] = Field(default={})

    _path: Path = PrivateAttr(default=Path("profile.toml"))

    @property
    def path(self) -> Path:
        """The file it was read from; ``[start]`` runs in its directory."""
        return self._path

    @property
    def hosts(self) -> tuple[str, ...]:
        """The only hosts that the browser may reach: the target's own, then those that the profile adds."""
        return tuple(dict.fromkeys((host_of(self.target.base_url), *self.target.hosts)))

    @property
    def capabilities(self) -> tuple[str, ...]:
        """The levers that the profile declares, among clock, mail, captcha, spaces, recap."""
        declared = {
            "clock": self.clock.kind != "none",
            "mail": self.mail.kind != "none",
            "captcha": self.captcha.kind in ("fixed", "door"),
            "spaces": self.spaces.kind != "none",
            "recap": self.recap.from_space,
        }
        return tuple(name for name, there in declared.items() if there)

    @property
    def parallel(self) -> bool:
        """Whether several workers may play at once. Asked before ``resolve``.

        Each worker starts its own instance when the address has ``{port}``; a running site is shared, unless its
        clock is moved, its mail comes to one fixed port, or what may be asked of it is bounded.
        """
        if self.target.rate is not None:
            return False
        if self.start is not None:
            return "port" in used(self.target.base_url)
        return self.clock.kind == "none" and self.mail.kind != "smtp"

    def require(self, capability: str) -> None:
        """CapabilityMissing when the profile does not declare this capability."""
        if capability not in self.capabilities:
            raise CapabilityMissing(capability, f"Le profil ne déclare pas la capacité « {capability} ».")

    def resolve(self, **values: str | int) -> "Profile":
        """The profile with its placeholders filled; ProfileError when it uses one that ``values`` lacks.

        ``base_url`` is filled from the profile itself.
        """
        known = {name: str(value) for name, value in values.items()}
        known["base_url"] = filled(self.target.base_url, known)
        document = mapped(self.model_dump(), lambda text: filled(text, known))
        missing = {dotted(path): f"{{{name}}} n'est pas fourni ici" for path, name in placeholders(document)}
        if missing:
            raise refusal(self.path, missing)
        profile = Profile.model_validate(document)
        profile._path = self.path
        return profile

    def public(self) -> dict[str, Any]:
        """What may be written in a journal or a report: no header, token, environment, command or captcha answer."""
        return {
            "name": self.target.name,
            "version": self.target.version,
            "base_url": self.target.base_url,
            "hosts": list(self.hosts),
            "scope": list(self.target.scope),
            "locale": self.target.locale,
            "sender": self.target.sender,
            "capabilities": list(self.capabilities),
            "levers": {lever: getattr(self, lever).kind for lever in sections.KINDS},
            "variants": dict(self.variants),
            "waivers": {name: waiver.model_dump(mode="json") for name, waiver in self.waivers.items()},
        }


def load(path: Path) -> Profile:
    """Reads a profile; ProfileError (French) tells file, key and repair of everything that is wrong with it."""
    document = _document(path)
    problems = of_text(document)
    try:
        profile = Profile.model_validate(mapped(document, from_environment))
    except ValidationError as error:
        # what the environment lacks also looks badly formed: told once, by its cause
        raise refusal(path, {**of_validation(error), **problems}) from None
    profile._path = path
    problems |= between_sections(profile)
    if problems:
        raise refusal(path, problems)
    return profile


def _document(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise refusal(path, {"": f"fichier illisible ({error.strerror})"}) from error
    except UnicodeDecodeError as error:
        raise refusal(path, {"": f"le fichier n'est pas en UTF-8 (octet {error.start})"}) from error
    except tomllib.TOMLDecodeError as error:
        raise refusal(path, {"": _toml_fault(str(error))}) from error


def _toml_fault(text: str) -> str:
    found = re.search(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", text, re.DOTALL)
    cause, line, column = found.groups() if found else (text, None, None)
    where = f"ligne {line}, colonne {column}" if line else "fin du fichier"
    return f"{where} : TOML illisible ({cause})"
