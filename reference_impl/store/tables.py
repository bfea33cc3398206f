"""The tables: spaces and their services, web sessions, captchas, journeys, attempts, and the keys of the site."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference_impl.domain.forgotten import Reached
from reference_impl.domain.postal import PostalAddress
from reference_impl.orm import Base, UtcDateTime


class State(StrEnum):
    """The states of a space that the site knows so far (register, section 3)."""

    ACTIVE = "active"
    PRE_REGISTERED = "pre_registered"
    CERTIFICATE = "certificate"


class Space(Base):
    """An « espace professionnel ». Password and answer are kept as argon2id hashes only (G57, EP6-1.5-13)."""

    __tablename__ = "space"

    id: Mapped[int] = mapped_column(primary_key=True)
    subscriber_number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[State]
    last_name: Mapped[str]
    first_name: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    # The address that logs in, in its comparable form; None for the contact address of a certificate space, which
    # may be shared (C46). The database itself keeps it unique.
    log_in_address: Mapped[str | None] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    password_set_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    question: Mapped[str]
    answer_hash: Mapped[str]
    number: Mapped[str]
    kind: Mapped[str]
    street: Mapped[str]
    extra: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    country: Mapped[str]
    services: Mapped[list["Service"]] = relationship(order_by="Service.id", lazy="selectin")

    @property
    def postal_address(self) -> PostalAddress:
        """The parts of the address, as a value."""
        return PostalAddress(
            self.number, self.kind, self.street, self.extra, self.postcode, self.city, self.country
        )  # fmt: skip


class Service(Base):
    """A service of a company, reached from a space."""

    __tablename__ = "service"

    id: Mapped[int] = mapped_column(primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    company: Mapped[str]
    siren: Mapped[str]
    name: Mapped[str]


class WebSession(Base):
    """A visitor's session. The cookie holds a token; the database holds its fingerprint only."""

    __tablename__ = "web_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    content: Mapped[str]
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class Captcha(Base):
    """A captcha drawn for one session, until it is used once (G36)."""

    __tablename__ = "captcha"

    id: Mapped[str] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("web_session.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str]
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Journey(Base):
    """A run through « Mot de passe oublié »: at most one per session. ``space_id`` is None for a decoy (G02)."""

    __tablename__ = "journey"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read by SQLAlchemy; an id is never used again

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("web_session.id", ondelete="CASCADE"), unique=True)
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    typed_address: Mapped[str]
    log_in_address: Mapped[str]
    question: Mapped[str]
    reached: Mapped[Reached]
    valid_until: Mapped[date | None]


class Kind(StrEnum):
    """What was tried."""

    LOG_IN = "log in"
    ANSWER = "answer"


class Attempt(Base):
    """A try that has not succeeded, counted by address whether or not a space has it (G01, G15)."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind]
    address: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class SiteKey(Base):
    """A secret of the site, drawn at the first start."""

    __tablename__ = "site_key"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes]
