"""The tables: spaces, activation requests, the addresses that both hold, sessions and what hangs on them, attempts."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference_impl.domain import activation, creation, expired
from reference_impl.domain.forgotten import Reached
from reference_impl.domain.postal import PostalAddress
from reference_impl.mail.outbox import OutboxMail
from reference_impl.orm import Base, UtcDateTime


class State(StrEnum):
    """The states of a space that the site knows so far (register, section 3)."""

    ACTIVE = "active"
    PRE_REGISTERED = "pre_registered"
    CERTIFICATE = "certificate"


class Registrant:
    """The columns of what a person gives at registration. Secrets are kept as argon2id hashes only (G57)."""

    last_name: Mapped[str]
    first_name: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]  # as it was written; the comparable form is in ClaimedAddress
    question: Mapped[str]
    number: Mapped[str]
    kind: Mapped[str]
    street: Mapped[str]
    extra: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    country: Mapped[str]
    password_hash: Mapped[str | None]
    # Which general terms were accepted, and when (G64); None for a space that was seeded.
    terms_version: Mapped[str | None]
    terms_accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def postal_address(self) -> PostalAddress:
        """The parts of the address, as a value."""
        return PostalAddress(
            self.number, self.kind, self.street, self.extra, self.postcode, self.city, self.country
        )  # fmt: skip

    @property
    def full_name(self) -> str:
        """« Lila ROSEMONDE » (C16)."""
        return f"{self.first_name} {self.last_name.upper()}"

    def registration(self) -> dict[str, Any]:
        """The columns by name, to be copied into another row."""
        return {name: getattr(self, name) for name in Registrant.__annotations__}


class Space(Registrant, Base):
    """An « espace professionnel ». What it logs in with is in ClaimedAddress."""

    __tablename__ = "space"

    id: Mapped[int] = mapped_column(primary_key=True)
    subscriber_number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[State]
    password_set_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answer_hash: Mapped[str]
    services: Mapped[list["Service"]] = relationship(order_by="Service.id", lazy="selectin")
    further_questions: Mapped[list["FurtherQuestion"]] = relationship(
        order_by="FurtherQuestion.id", lazy="selectin", cascade="all, delete-orphan"
    )

    def trusted(self) -> list[tuple[str, str]]:
        """The security questions in their order, each with the hash of its answer: three in a certificate space."""
        further = ((each.question, each.answer_hash) for each in self.further_questions)
        return [(self.question, self.answer_hash), *further]


class FurtherQuestion(Base):
    """The second and the third question of a certificate space (EP4-2-14); no other space has any."""

    __tablename__ = "further_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    answer_hash: Mapped[str]


class Activation(Base):
    """A request that waits for its code. What it will do is told by the row of its id in another table: Registration,
    AddressChange, OptionRequest.

    The code rests as its fingerprint. Its 48 h run from the sending of ``mail``, or from the making if there is none.
    """

    __tablename__ = "activation"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read by SQLAlchemy; an id is never used again

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    mail_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), unique=True)
    wrong_addresses: Mapped[int] = mapped_column(default=0)
    mail: Mapped[OutboxMail | None] = relationship(lazy="joined")


class Registration(Registrant, Base):
    """The space that an activation will create."""

    __tablename__ = "registration"

    id: Mapped[int] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), primary_key=True)
    answer_hash: Mapped[str]


class AddressChange(Base):
    """The address that an activation will give to a space, and the password where one was chosen with it (G21).

    A space has one request at most: another one takes its place (G08).
    """

    __tablename__ = "address_change"

    id: Mapped[int] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), unique=True)
    email: Mapped[str]
    password_hash: Mapped[str | None]


class ClaimedAddress(Base):
    """An address that logs in to a space, or will once a request is activated: never both, never two (EP2-2-34).

    This one table keeps log in addresses unique. The contact address of a certificate space, which may be shared (C46),
    is not in it.
    """

    __tablename__ = "claimed_address"
    __table_args__ = (CheckConstraint("(space_id IS NULL) <> (activation_id IS NULL)"),)

    address: Mapped[str] = mapped_column(primary_key=True)  # in its comparable form
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), unique=True)
    activation_id: Mapped[int | None] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), unique=True)


class DailyNumbers(Base):
    """How many subscriber numbers a day has given: none is given again, even if its space should vanish (G58)."""

    __tablename__ = "daily_numbers"

    day: Mapped[date] = mapped_column(primary_key=True)
    given: Mapped[int]


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


class OfSession:
    """The columns of a run through a procedure: at most one of each kind per session, gone with it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("web_session.id", ondelete="CASCADE"), unique=True)


class Journey(OfSession, Base):
    """A run through « Mot de passe oublié ». ``space_id`` is None for a decoy (G02)."""

    __tablename__ = "journey"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read by SQLAlchemy; an id is never used again

    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    typed_address: Mapped[str]
    log_in_address: Mapped[str]
    question: Mapped[str]
    reached: Mapped[Reached]
    valid_until: Mapped[date | None]


class Renewal(OfSession, Base):
    """A run through « Mot de passe expiré ».

    ``space_id`` is the space that log in with its expired password has named; None for who came by the address (G20).
    """

    __tablename__ = "renewal"

    reached: Mapped[expired.Reached]
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    typed_address: Mapped[str]
    valid_until: Mapped[date | None]


class Draft(Registrant, OfSession, Base):
    """A run through « Créer votre espace professionnel »: what is typed so far, but for the answer.

    Once validated, it is there for the last screen only, as long as the activation that it has led to.
    """

    __tablename__ = "draft"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read by SQLAlchemy; an id is never used again

    reached: Mapped[creation.Reached]
    log_in_address: Mapped[str]
    activation_id: Mapped[int | None] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), index=True)


class ActivationJourney(OfSession, Base):
    """A run through « Activez votre espace / vos services »: towards an activation, then in sight of what it made."""

    __tablename__ = "activation_journey"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read by SQLAlchemy; an id is never used again

    reached: Mapped[activation.Reached]
    activation_id: Mapped[int | None] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), index=True)
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    deed: Mapped[activation.Deed | None]
    activated_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Modification(OfSession, Base):
    """What a session has obtained last at « Modifiez vos identifiants »: for the screen that says so.

    ``form`` is the mark of the form that was obeyed, so that the same one sent again obtains nothing more (G63). A new
    password in force has its last day; a new address waits for its activation, and the row lasts no longer.
    """

    __tablename__ = "modification"

    form: Mapped[str]
    valid_until: Mapped[date | None]
    activation_id: Mapped[int | None] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), index=True)


class Kind(StrEnum):
    """What was tried."""

    LOG_IN = "log in"
    ANSWER = "answer"


class Attempt(Base):
    """A try that has not succeeded, counted by address whether or not a space has it, or by subscriber number (G01)."""

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
