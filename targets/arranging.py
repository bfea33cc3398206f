"""The spaces that scenarios start from, by kind of ``[spaces]``: created, lent, played, or not to be had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from targets.accounts import Account
from targets.door import Door
from targets.faults import CapabilityMissing
from targets.spaces import SpaceSeed

_PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class Wanted:
    """What a scenario needs of a space. ``issued``: when its password must have been chosen, where that matters.

    ``password`` is the very one that it must have: of a kind that no site would take today (G26).
    """

    state: str
    answer: str | None = None
    services: tuple[Mapping[str, str], ...] = ()
    issued: datetime | None = None
    password: str | None = field(default=None, repr=False)

    def told(self) -> str:
        """In French, as the end of a sentence."""
        told = [f'state = "{self.state}"']
        told += [f"answer = « {self.answer} »"] if self.answer is not None else []
        told += [f"{len(self.services)} services"] if self.services else []
        told += [f"since = {self.issued.astimezone(_PARIS):%d/%m/%Y}"] if self.issued else []
        told += [f"un mot de passe de {len(self.password)} caractères"] if self.password else []
        return ", ".join(told)


class Spaces(Protocol):
    """The spaces that scenarios start from: first asked to lend one, then to create it or to let it be played."""

    @property
    def played(self) -> bool:
        """Whether a space is created by playing the procedures through the screens, rather than by ``create``."""

    def lend(self, wanted: Wanted) -> Account | None:
        """A prepared account, never lent again in this run; None where people are invented."""

    def create(self, seed: SpaceSeed) -> str:
        """Creates a space as if issued at the site's present instant; returns its subscriber number."""


class DoorSpaces:
    """``[spaces] kind = "door"``."""

    played = False

    def __init__(self, door: Door) -> None:
        self._door = door

    def lend(self, wanted: Wanted) -> None:
        """Nobody is prepared."""

    def create(self, seed: SpaceSeed) -> str:
        """See ``Spaces``."""
        return self._door.create_space(seed.payload())


class ScreenSpaces:
    """``[spaces] kind = "screens"``: what no screen of EP 2 can give is a capability that lacks."""

    played = True

    def lend(self, wanted: Wanted) -> None:
        """Nobody is prepared. CapabilityMissing("spaces") for what cannot be played."""
        if wanted.state == "certificate":
            raise _out_of_reach("un espace à certificat")
        if wanted.services:
            raise _out_of_reach("un espace qui contient déjà des services")
        if wanted.password:
            raise _out_of_reach("un espace dont le mot de passe ne serait plus admis")

    def create(self, seed: SpaceSeed) -> str:
        """Raises CapabilityMissing("spaces"): no lever creates it."""
        raise _out_of_reach("un espace que personne n'a joué")


class AccountSpaces:
    """``[spaces] kind = "accounts"``."""

    played = False

    def __init__(self, accounts: Sequence[Account], leases: "Leases") -> None:
        self._accounts = accounts
        self._leases = leases

    def lend(self, wanted: Wanted) -> Account:
        """See ``Spaces``; CapabilityMissing("spaces") says how many accounts to add."""
        fitting = [account for account in self._accounts if _fits(account, wanted)]
        for account in fitting:
            if self._leases.take(account.email):
                return account
        lacking = self._leases.lack(wanted.told())
        raise CapabilityMissing(
            "spaces",
            f"Aucun compte préparé n'est libre pour ce scénario ({wanted.told()} ; {len(fitting)} déjà prêtés) : en "
            f"ajouter au moins {lacking} de cette sorte à [[spaces.accounts]].",
        )

    def create(self, seed: SpaceSeed) -> str:
        """Raises CapabilityMissing("spaces"): accounts are prepared beforehand."""
        raise CapabilityMissing(
            "spaces", f"Les comptes du profil sont préparés d'avance : un espace « {seed.state} » n'y est pas."
        )


class NoSpaces:
    """``[spaces] kind = "none"``."""

    played = False

    def lend(self, wanted: Wanted) -> None:
        """Raises CapabilityMissing("spaces")."""
        raise CapabilityMissing("spaces", f"Le profil ne dit pas comment préparer un espace « {wanted.state} ».")

    def create(self, seed: SpaceSeed) -> str:
        """Raises CapabilityMissing("spaces")."""
        raise CapabilityMissing("spaces", f"Le profil ne dit pas comment préparer un espace « {seed.state} ».")


class Leases:
    """What is lent in a run, noted where all its workers see it: a name is taken once, by whoever writes it first.

    Without a folder, noted for this process alone.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._taken: set[str] = set()

    def take(self, name: str) -> bool:
        """Whether ``name`` was still free: it is one's own from now on."""
        if self._folder is None:
            free = name not in self._taken
            self._taken.add(name)
            return free
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            (self._folder / sha256(name.encode("utf-8")).hexdigest()).open("x").close()
        except FileExistsError:
            return False
        return True

    def lack(self, sort: str) -> int:
        """How many of this sort lacked so far, this one included."""
        return next(rank for rank in count(1) if self.take(f"{rank}:{sort}"))


def _fits(account: Account, wanted: Wanted) -> bool:
    services = [service.model_dump() for service in account.services]
    return (
        account.state == wanted.state
        and wanted.answer in (None, account.answer.get_secret_value())
        and (not wanted.services or services == [dict(service) for service in wanted.services])
        and (wanted.issued is None or _same_day(account.since, wanted.issued))
        and wanted.password in (None, account.password.get_secret_value())
    )


def _same_day(since: datetime | None, issued: datetime) -> bool:
    """Validities are counted in days, in Paris."""
    return since is not None and since.astimezone(_PARIS).date() == issued.astimezone(_PARIS).date()


def _out_of_reach(what: str) -> CapabilityMissing:
    return CapabilityMissing("spaces", f"Les écrans ne permettent pas de préparer {what}.")
