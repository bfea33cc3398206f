"""Spaces made without their procedures: for the test door and the demonstration. No policy is applied (G26)."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from sqlalchemy.orm import Session

from reference_impl.domain import addresses, answers, passwords
from reference_impl.domain.addresses import Address
from reference_impl.domain.postal import PostalAddress
from reference_impl.hashing import Hasher
from reference_impl.site import Site
from reference_impl.store import activations, claims, spaces
from reference_impl.store.tables import FurtherQuestion, Registration, Service, Space, State

# Whoever seeds knows these secrets and makes hundreds of them: nothing that a user types is ever hashed so quickly.
_QUICK = Hasher(PasswordHasher.from_parameters(CHEAPEST))


class AddressTaken(Exception):
    """A space logs in with this address, or a request has claimed it."""


@dataclass(frozen=True)
class Seed:
    """All that makes a space, in clear. ``password`` is None for a certificate space.

    A ``PRE_REGISTERED`` space is a request that waits for its code, which nobody is told; ``services`` are not for it.
    """

    state: State
    last_name: str
    first_name: str
    phone: str
    email: str
    password: str | None
    question: str
    answer: str
    address: PostalAddress = field(default_factory=PostalAddress)
    services: tuple[tuple[str, str, str], ...] = ()  # company, siren, name
    other_questions: tuple[tuple[str, str], ...] = ()  # question, answer: n° 2 and n° 3 of a certificate space


def create(site: Site, seed: Seed, now: datetime) -> str:
    """Create the space as if issued at ``now``; its subscriber number. Raises InvalidAddress or AddressTaken.

    Whoever seeds is told a number of every space. That of a pre-registered one is used up by this telling: its
    activation would give another.
    """
    address = addresses.parse(seed.email)
    given = _given(seed, address)
    with site.database.begin() as db:
        if seed.state is not State.CERTIFICATE and claims.of_a_log_in(db, address.canonical, now):
            raise AddressTaken
        number = spaces.next_number(db, now)
        if seed.state is State.PRE_REGISTERED:
            activations.register(db, activations.without_mail(now), Registration(**given), address.canonical)
        else:
            _add_space(db, seed, address, given | {"subscriber_number": number}, now)
        return number


def _add_space(db: Session, seed: Seed, address: Address, given: dict[str, Any], now: datetime) -> None:
    by_certificate = seed.state is State.CERTIFICATE
    space = Space(
        state=seed.state,
        password_set_at=None if by_certificate else now,
        further_questions=_further(seed) if by_certificate else [],
        services=[Service(company=company, siren=siren, name=name) for company, siren, name in seed.services],
        **given,
    )
    spaces.add(db, space, None if by_certificate else address.canonical)


def _further(seed: Seed) -> list[FurtherQuestion]:
    hashed = ((question, _QUICK.hash(answers.normalise(answer))) for question, answer in seed.other_questions)
    return [FurtherQuestion(question=question, answer_hash=answer_hash) for question, answer_hash in hashed]


def _given(seed: Seed, address: Address) -> dict[str, Any]:
    """What space and request have in common."""
    hashed = seed.password is not None and seed.state is not State.CERTIFICATE
    return asdict(seed.address) | {
        "last_name": seed.last_name,
        "first_name": seed.first_name,
        "phone": seed.phone,
        "email": address.written,
        "question": seed.question,
        "answer_hash": _QUICK.hash(answers.normalise(seed.answer)),
        "password_hash": _QUICK.hash(passwords.normalise(seed.password or "")) if hashed else None,
    }
