"""Spaces made without their procedures: for the test door and the demonstration. No policy is applied (G26)."""

from dataclasses import asdict, dataclass, field
from datetime import datetime

from reference_impl.domain import addresses, answers, passwords
from reference_impl.domain.postal import PostalAddress
from reference_impl.site import Site
from reference_impl.store import spaces
from reference_impl.store.tables import Service, Space, State


@dataclass(frozen=True)
class Seed:
    """All that makes a space, in clear. ``password`` is None for a certificate space."""

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


def create(site: Site, seed: Seed, now: datetime) -> str:
    """Create the space as if issued at ``now``; its subscriber number. Raises InvalidAddress or AddressTaken."""
    space = _space(site, seed, now)
    with site.database.begin() as db:
        space.subscriber_number = spaces.next_number(db, now)
        spaces.add(db, space)
        return space.subscriber_number


def _space(site: Site, seed: Seed, now: datetime) -> Space:
    address = addresses.parse(seed.email)
    by_certificate = seed.state is State.CERTIFICATE
    password = None if by_certificate else seed.password
    return Space(
        state=seed.state,
        last_name=seed.last_name,
        first_name=seed.first_name,
        phone=seed.phone,
        email=address.written,
        log_in_address=None if by_certificate else address.canonical,
        password_hash=None if password is None else site.hasher.hash(passwords.normalise(password)),
        password_set_at=None if password is None else now,
        question=seed.question,
        answer_hash=site.hasher.hash(answers.normalise(seed.answer)),
        services=[Service(company=company, siren=siren, name=name) for company, siren, name in seed.services],
        **asdict(seed.address),
    )
