"""A space that the vendor has prepared, as the profile lists it: a person like those that are invented."""

from dataclasses import dataclass, field
from typing import Literal, Self

from pydantic import AwareDatetime, SecretStr

from targets.forms import MailAddress, Section, SubscriberNumber, Text


class AccountAddress(Section):
    """The postal address of a prepared account, part by part as in the registration form."""

    number: str = ""
    kind: str = ""
    street: str = ""
    extra: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


class AccountService(Section):
    """A service that a prepared account already has."""

    company: Text
    siren: Text
    name: Text


class AccountQuestion(Section):
    """A question that a certificate space asks after the first one, and its answer."""

    question: Text
    answer: SecretStr


class Account(Section):
    """A space that the vendor has prepared, with all that its person knows; used once in a run.

    A certificate space asks ``question``, then the two ``other_questions``: without them, nobody can opt from it.
    ``since`` is when its password was chosen: without it, no scenario that depends on that date is given the account.
    """

    state: Literal["active", "pre_registered", "certificate"] = "active"
    email: MailAddress
    password: SecretStr = SecretStr("")
    question: Text
    answer: SecretStr
    last_name: Text
    first_name: Text
    phone: Text
    subscriber_number: SubscriberNumber
    address: AccountAddress = AccountAddress()
    services: tuple[AccountService, ...] = ()
    other_questions: tuple[AccountQuestion, ...] = ()
    since: AwareDatetime | None = None


@dataclass(frozen=True)
class Holder:
    """The person of a prepared account (``targets.spaces.Person``), their secrets in clear: never shown."""

    last_name: str
    first_name: str
    phone: str
    email: str
    password: str = field(repr=False)
    question: str
    answer: str = field(repr=False)
    address: AccountAddress
    other_questions: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, account: Account) -> Self:
        """The holder of ``account``."""
        return cls(
            last_name=account.last_name,
            first_name=account.first_name,
            phone=account.phone,
            email=account.email,
            password=account.password.get_secret_value(),
            question=account.question,
            answer=account.answer.get_secret_value(),
            address=account.address,
            other_questions=tuple((each.question, each.answer.get_secret_value()) for each in account.other_questions),
        )

    def address_elements(self) -> tuple[str, ...]:
        """The parts of the postal address that a document about this person must show."""
        return tuple(part for part in self.address.model_dump().values() if part)
