"""The levers behind the capabilities of a target: clock, captcha, spaces, mailbox.

One small class for each kind of the profile. A lever that the profile does not declare is an object whose every use
raises CapabilityMissing: steps never ask whether a lever is there, they pull it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import urlsplit

from targets.door import Door
from targets.faults import CapabilityMissing, LeverFault
from targets.mail import Mailbox
from targets.profile import Profile
from targets.spaces import SpaceSeed

_SAME_SECOND = timedelta(seconds=1)  # a site may keep its clock to the second


class Clock(Protocol):
    """The time of the target."""

    def now(self) -> datetime:
        """The site's present instant, aware."""

    def set(self, instant: datetime) -> None:
        """Freezes the site at an aware instant, checked with the site."""


class Captcha(Protocol):
    """The answers of the target's images. ``present`` is False where the target shows no image at all."""

    @property
    def present(self) -> bool:
        """Whether the screens show an image to copy."""

    @property
    def distinct(self) -> bool:
        """Whether each image has an answer of its own; False where one answer is accepted for all."""

    def answer(self, image_src: str) -> str:
        """What the image shows; ``image_src`` is the ``src`` of the image on the screen."""


class Spaces(Protocol):
    """The spaces that scenarios start from."""

    def create(self, seed: SpaceSeed) -> str:
        """Creates a space as if issued at the site's present instant; returns its subscriber number."""


class DoorClock:
    """``[clock] kind = "door"``."""

    def __init__(self, door: Door, *, past: bool) -> None:
        self._door = door
        self._past = past
        self._present: datetime | None = None

    def now(self) -> datetime:
        """See ``Clock``."""
        return self._door.clock()

    def set(self, instant: datetime) -> None:
        """See ``Clock``. CapabilityMissing("clock.past") before the real date where ``past`` is false."""
        if instant.tzinfo is None:
            raise ValueError("an aware instant is needed")
        self._refuse_past(instant)
        self._require(instant, self._door.set_clock(instant))
        self._require(instant, self._door.clock())

    def _refuse_past(self, instant: datetime) -> None:
        """The real date is what the site said before its clock was first moved."""
        if self._past:
            return
        self._present = self._present or self._door.clock()
        if instant < self._present:
            raise CapabilityMissing("clock.past", f"Le profil n'autorise pas l'horloge du site à reculer ({instant}).")

    def _require(self, instant: datetime, seen: datetime) -> None:
        if abs(seen - instant) >= _SAME_SECOND:
            raise LeverFault(
                "L'horloge du site n'est pas à l'instant demandé.",
                expected=instant.isoformat(),
                seen=seen.isoformat(),
                repair='vérifier PUT clock de la porte, ou déclarer [clock] kind = "none"',
            )


class NoClock:
    """``[clock] kind = "none"``."""

    def now(self) -> datetime:
        """Raises CapabilityMissing("clock")."""
        raise CapabilityMissing("clock", "Le profil ne dit pas comment lire l'horloge du site.")

    def set(self, instant: datetime) -> None:
        """Raises CapabilityMissing("clock")."""
        raise CapabilityMissing("clock", f"Le profil ne dit pas comment placer le site au {instant}.")


class FixedCaptcha:
    """``[captcha] kind = "fixed"``: one answer for every image."""

    present = True
    distinct = False

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def answer(self, image_src: str) -> str:
        """See ``Captcha``."""
        return self._answer


class DoorCaptcha:
    """``[captcha] kind = "door"``."""

    present = True
    distinct = True

    def __init__(self, door: Door) -> None:
        self._door = door

    def answer(self, image_src: str) -> str:
        """See ``Captcha``."""
        parts = urlsplit(image_src)
        if parts.scheme == "data" or not parts.path:
            raise LeverFault(
                "L'image à recopier n'a pas d'adresse : la porte d'essai ne peut pas la reconnaître.",
                expected="l'adresse d'une image du site",
                seen=image_src[:80],
                repair='servir l\'image à une adresse du site, ou déclarer [captcha] kind = "fixed"',
            )
        return self._door.captcha(parts._replace(scheme="", netloc="", fragment="").geturl())


class NoCaptcha:
    """``[captcha] kind = "absent"`` (no image on the screens) or ``"none"`` (an image, no answer)."""

    distinct = False

    def __init__(self, *, present: bool) -> None:
        self.present = present

    def answer(self, image_src: str) -> str:
        """Raises CapabilityMissing("captcha")."""
        raise CapabilityMissing("captcha", "Le profil ne dit pas comment connaître la réponse de l'image à recopier.")


class DoorSpaces:
    """``[spaces] kind = "door"``."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def create(self, seed: SpaceSeed) -> str:
        """See ``Spaces``."""
        return self._door.create_space(seed.payload())


class NoSpaces:
    """``[spaces] kind = "none"``."""

    def create(self, seed: SpaceSeed) -> str:
        """Raises CapabilityMissing("spaces")."""
        raise CapabilityMissing("spaces", f"Le profil ne dit pas comment préparer un espace (état {seed.state}).")


@dataclass(frozen=True)
class Levers:
    """The levers of one running target. Close them, or use them as a context manager."""

    clock: Clock
    captcha: Captcha
    spaces: Spaces
    mailbox: Mailbox
    door: Door | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def reset(self) -> None:
        """The site forgets everything and takes the real time again, where it has a door; nothing otherwise."""
        if self.door:
            self.door.reset()

    def close(self) -> None:
        """Gives the connections back."""
        if self.door:
            self.door.close()


def levers(profile: Profile, mailbox: Mailbox) -> Levers:
    """The levers that a resolved profile declares."""
    door = _door(profile)
    return Levers(_clock(profile, door), _captcha(profile, door), _spaces(profile, door), mailbox, door)


def _door(profile: Profile) -> Door | None:
    if profile.door is None:
        return None
    verify = not profile.target.ignore_https_errors
    return Door(profile.door.url, profile.door.token.get_secret_value(), verify=verify)


def _clock(profile: Profile, door: Door | None) -> Clock:
    return DoorClock(door, past=profile.clock.past) if door and profile.clock.kind == "door" else NoClock()


def _captcha(profile: Profile, door: Door | None) -> Captcha:
    if profile.captcha.kind == "fixed":
        return FixedCaptcha(profile.captcha.answer)
    if door and profile.captcha.kind == "door":
        return DoorCaptcha(door)
    return NoCaptcha(present=profile.captcha.kind != "absent")


def _spaces(profile: Profile, door: Door | None) -> Spaces:
    return DoorSpaces(door) if door and profile.spaces.kind == "door" else NoSpaces()
