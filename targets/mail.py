"""The mailbox of a run: what the target sent to the invented people, whoever catches it."""

from collections.abc import Sequence
from typing import Protocol

from targets.faults import CapabilityMissing
from targets.letter import Captured, Letter
from targets.profile import Profile

__all__ = ["Letter", "MailStore", "Mailbox", "NoMailbox", "SmtpMailbox", "mailbox"]


class MailStore(Protocol):
    """Where captured mails are kept (``fakes.smtp.CapturedSmtp``)."""

    def messages(self) -> Sequence[Captured]:
        """All mails so far, in order of arrival."""

    def wait_for(self, recipient: str, count: int, patience_s: float) -> Sequence[Captured]:
        """The mails to ``recipient``, as soon as there are ``count``, or those there are when patience ends."""


class Mailbox(Protocol):
    """What the target sent; a recipient is an envelope recipient, compared in any case."""

    def letters(self, recipient: str) -> list[Letter]:
        """The mails so far to this recipient, in order of arrival."""

    def wait_for(self, recipient: str, count: int) -> list[Letter]:
        """The mails to this recipient as soon as there are ``count``, or fewer when the profile's patience ends."""

    def address(self, person: str) -> str:
        """The address of an invented person, named by letters and digits, from the profile's ``mail.recipient``."""


class SmtpMailbox:
    """``[mail] kind = "smtp"``: the harness listens, the site sends to it."""

    def __init__(self, profile: Profile, store: MailStore) -> None:
        self._recipient = profile.mail.recipient
        self._patience_s = profile.mail.patience_s if profile.mail.kind == "smtp" else 0
        self._store = store

    def letters(self, recipient: str) -> list[Letter]:
        """See ``Mailbox``."""
        wanted = recipient.casefold()
        mails = self._store.messages()
        return [Letter.of(mail) for mail in mails if wanted in (each.casefold() for each in mail.recipients)]

    def wait_for(self, recipient: str, count: int) -> list[Letter]:
        """See ``Mailbox``."""
        return [Letter.of(mail) for mail in self._store.wait_for(recipient, count, self._patience_s)]

    def address(self, person: str) -> str:
        """See ``Mailbox``."""
        return self._recipient.replace("{id}", person)


class NoMailbox:
    """``[mail] kind = "none"``: people have addresses, nobody can read what comes there."""

    def __init__(self, profile: Profile) -> None:
        self._recipient = profile.mail.recipient

    def letters(self, recipient: str) -> list[Letter]:
        """Raises CapabilityMissing("mail")."""
        raise _no_mail(recipient)

    def wait_for(self, recipient: str, count: int) -> list[Letter]:
        """Raises CapabilityMissing("mail")."""
        raise _no_mail(recipient)

    def address(self, person: str) -> str:
        """See ``Mailbox``."""
        return self._recipient.replace("{id}", person)


def mailbox(profile: Profile, store: MailStore) -> Mailbox:
    """The mailbox that the profile declares, over the mails that the harness captured."""
    return NoMailbox(profile) if profile.mail.kind == "none" else SmtpMailbox(profile, store)


def _no_mail(recipient: str) -> CapabilityMissing:
    return CapabilityMissing("mail", f"Le profil ne dit pas comment lire les courriels envoyés à {recipient}.")
