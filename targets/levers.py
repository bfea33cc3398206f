"""The levers behind the capabilities of a target: clock, captcha, spaces, mailbox.

One small class for each kind of the profile. A lever that the profile does not declare is an object whose every use
raises CapabilityMissing: steps never ask whether a lever is there, they pull it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import urlsplit

from targets.arranging import AccountSpaces, DoorSpaces, Leases, NoSpaces, ScreenSpaces, Spaces
from targets.clocks import Clock, CommandClock, DoorClock, FaketimeClock, NoClock, SiteDate
from targets.door import Door
from targets.faults import CapabilityMissing, LeverFault
from targets.mail import Mailbox
from targets.profile import Profile
from targets.web import Pace

__all__ = ["Captcha", "Clock", "Levers", "Spaces", "levers"]


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


@dataclass(frozen=True)
class Levers:
    """The levers of one running target. Close them, or use them as a context manager.

    ``pace`` gives whoever asks something of the site its turn.
    """

    clock: Clock
    captcha: Captcha
    spaces: Spaces
    mailbox: Mailbox
    door: Door | None = field(default=None, repr=False)
    pace: Pace = field(default_factory=lambda: Pace(None), repr=False)
    closing: tuple[Callable[[], None], ...] = field(default=(), repr=False)

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
        for close in self.closing:
            close()


def levers(profile: Profile, mailbox: Mailbox, *, clock_file: Path | None = None, leases: Path | None = None) -> Levers:
    """The levers that a resolved profile declares.

    ``clock_file`` is what a site under libfaketime reads; ``leases`` the folder, common to all workers of a run, where
    the prepared accounts that are lent are noted.
    """
    pace = Pace(profile.target.rate)
    door, date = _door(profile, pace), SiteDate(profile.target, pace)
    return Levers(
        _clock(profile, door, date, clock_file),
        _captcha(profile, door),
        _spaces(profile, door, leases),
        mailbox,
        door,
        pace,
        (*((door.close,) if door else ()), date.close, mailbox.close),
    )


def _door(profile: Profile, pace: Pace) -> Door | None:
    if profile.door is None:
        return None
    verify = not profile.target.ignore_https_errors
    return Door(profile.door.url, profile.door.token.get_secret_value(), verify=verify, pace=pace)


def _clock(profile: Profile, door: Door | None, date: SiteDate, file: Path | None) -> Clock:
    clock = profile.clock
    if clock.kind == "door" and door:
        return DoorClock(door, past=clock.past)
    if clock.kind == "faketime" and file:
        return FaketimeClock(file, date, past=clock.past)
    if clock.kind == "command":
        return CommandClock(clock.set, clock.now, date, profile.path.parent, clock.timeout_s, past=clock.past)
    return NoClock()


def _captcha(profile: Profile, door: Door | None) -> Captcha:
    if profile.captcha.kind == "fixed":
        return FixedCaptcha(profile.captcha.answer)
    if door and profile.captcha.kind == "door":
        return DoorCaptcha(door)
    return NoCaptcha(present=profile.captcha.kind != "absent")


def _spaces(profile: Profile, door: Door | None, leases: Path | None) -> Spaces:
    spaces = profile.spaces
    if spaces.kind == "accounts":
        return AccountSpaces(spaces.accounts, Leases(leases))
    if spaces.kind == "screens":
        return ScreenSpaces()
    return DoorSpaces(door) if door and spaces.kind == "door" else NoSpaces()
