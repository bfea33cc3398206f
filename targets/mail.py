"""The mailbox of a run: what the target sent to the invented people, whoever catches it."""

from collections.abc import Sequence
from typing import Protocol

from targets.faults import CapabilityMissing
from targets.imap import ImapFolder
from targets.letter import Captured, Letter
from targets.polling import PolledStore
from targets.profile import Profile
from targets.sections import MailByImap, MailByMaildev, MailByMailpit, MailBySmtp
from targets.webmail import MailDev, Mailpit

__all__ = ["CaughtMailbox", "Letter", "MailStore", "Mailbox", "NoMailbox", "mailbox"]


class MailStore(Protocol):
    """Where captured mails are kept (``fakes.smtp.CapturedSmtp``, ``targets.polling.PolledStore``)."""

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

    def forget(self, recipient: str) -> None:
        """What this recipient has received so far does not count any more: it came while the scene was arranged."""

    def check(self) -> None:
        """Asks whatever catches the mail, if it is not the harness itself, whether it is still there."""

    def close(self) -> None:
        """Gives the connections back."""


class CaughtMailbox:
    """Mail that is caught, by the harness or by a program of the vendor; ``patience_s`` is the profile's."""

    def __init__(self, recipient: str, patience_s: float, store: MailStore) -> None:
        self._recipient = recipient
        self._patience_s = patience_s
        self._store = store
        self._forgotten: dict[str, int] = {}

    def letters(self, recipient: str) -> list[Letter]:
        """See ``Mailbox``."""
        return self._read(recipient, 0, 0)

    def wait_for(self, recipient: str, count: int) -> list[Letter]:
        """See ``Mailbox``."""
        return self._read(recipient, count, self._patience_s)

    def _read(self, recipient: str, count: int, patience_s: float) -> list[Letter]:
        before = self._forgotten.get(recipient.casefold(), 0)
        mails = self._store.wait_for(recipient, before + count if count else 0, patience_s)
        return [Letter.of(mail) for mail in mails[before:]]

    def forget(self, recipient: str) -> None:
        """See ``Mailbox``."""
        self._forgotten[recipient.casefold()] = len(self._store.wait_for(recipient, 0, 0))

    def address(self, person: str) -> str:
        """See ``Mailbox``."""
        return self._recipient.replace("{id}", person)

    def check(self) -> None:
        """See ``Mailbox``."""
        if isinstance(self._store, PolledStore):
            self._store.check()

    def close(self) -> None:
        """See ``Mailbox``."""
        if isinstance(self._store, PolledStore):
            self._store.close()


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

    def forget(self, recipient: str) -> None:
        """Nothing is known."""

    def check(self) -> None:
        """Nothing to ask."""

    def close(self) -> None:
        """Nothing to give back."""


def mailbox(profile: Profile, store: MailStore) -> Mailbox:
    """The mailbox that the profile declares; ``store`` has the mails that the harness itself captures.

    A vendor's catcher is asked at once what it already holds, which will not count: EnvironmentFault or LeverFault
    where it does not answer.
    """
    if profile.mail.kind == "none":
        return NoMailbox(profile)
    return CaughtMailbox(profile.mail.recipient, profile.mail.patience_s, _caught_by(profile.mail) or store)


def _caught_by(mail: MailBySmtp | MailByMailpit | MailByMaildev | MailByImap) -> PolledStore | None:
    if mail.kind == "smtp":
        return None
    if mail.kind == "imap":
        return PolledStore(ImapFolder(mail))
    return PolledStore(Mailpit(mail) if mail.kind == "mailpit" else MailDev(mail))


def _no_mail(recipient: str) -> CapabilityMissing:
    return CapabilityMissing("mail", f"Le profil ne dit pas comment lire les courriels envoyés à {recipient}.")
