"""A space that a scenario starts from, as it is asked of the lever that prepares spaces."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol, Self

STATES = ("active", "pre_registered", "certificate")
"""The states in which a space can be prepared; the last two cannot log in (G02, G17)."""


class AddressParts(Protocol):
    """Where a person lives, part by part as in the registration form; a missing part is empty."""

    @property
    def number(self) -> str:
        """« 12 »."""

    @property
    def kind(self) -> str:
        """« rue »."""

    @property
    def street(self) -> str:
        """« de Longchamp »."""

    @property
    def extra(self) -> str:
        """« Bâtiment B »."""

    @property
    def postcode(self) -> str:
        """« 75016 »."""

    @property
    def city(self) -> str:
        """« PARIS »."""

    @property
    def country(self) -> str:
        """« FRANCE »."""


class Person(Protocol):
    """An invented person (``fakes.people``): what the space holds of them, and what they know."""

    @property
    def last_name(self) -> str:
        """« ROSEMONDE »."""

    @property
    def first_name(self) -> str:
        """« Lila »."""

    @property
    def phone(self) -> str:
        """« 0123456789 »."""

    @property
    def email(self) -> str:
        """The login e-mail."""

    @property
    def password(self) -> str:
        """The password in force."""

    @property
    def question(self) -> str:
        """The security question."""

    @property
    def answer(self) -> str:
        """The security answer."""

    @property
    def other_questions(self) -> Sequence[tuple[str, str]]:
        """The two questions, with their answers, that a certificate space asks after the first (EP4-2-14)."""

    @property
    def address(self) -> AddressParts:
        """The postal address."""

    def address_elements(self) -> Sequence[str]:
        """The parts of the postal address that a document about this person must show."""


@dataclass(frozen=True)
class Address:
    """A postal address as the test door takes it."""

    number: str = ""
    kind: str = ""
    street: str = ""
    extra: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""

    @classmethod
    def of(cls, parts: AddressParts) -> Self:
        """A copy of the parts of a person's address."""
        return cls(
            parts.number, parts.kind, parts.street, parts.extra, parts.postcode, parts.city, parts.country
        )  # fmt: skip


@dataclass(frozen=True)
class SpaceSeed:
    """What a space is to hold: identity, credentials, address and services. No password policy applies (G26).

    A service is a mapping with ``company``, ``siren`` and ``name``. A certificate space asks ``question``, then
    ``other_questions`` (EP4-2-14).
    """

    state: str
    last_name: str
    first_name: str
    phone: str
    email: str
    question: str
    password: str = field(repr=False)
    answer: str = field(repr=False)
    address: Address
    services: tuple[Mapping[str, str], ...] = ()
    other_questions: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.state not in STATES:
            raise ValueError(f"no space can be prepared in state {self.state!r}")

    @classmethod
    def of(cls, person: Person, state: str = "active", services: Sequence[Mapping[str, str]] = ()) -> Self:
        """The space of an invented person."""
        return cls(
            state=state,
            last_name=person.last_name,
            first_name=person.first_name,
            phone=person.phone,
            email=person.email,
            question=person.question,
            password=person.password,
            answer=person.answer,
            address=Address.of(person.address),
            services=tuple(services),
            other_questions=tuple(person.other_questions),
        )

    def payload(self) -> dict[str, Any]:
        """The body of ``POST /spaces``; a certificate space has no password, and alone has three questions."""
        body = {**asdict(self), "services": [dict(service) for service in self.services]}
        body["other_questions"] = [{"question": asked, "answer": answer} for asked, answer in self.other_questions]
        absent = "password" if self.state == "certificate" else "other_questions"
        return {key: value for key, value in body.items() if key != absent}
