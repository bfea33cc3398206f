"""The tables of the option for the access without certificate (EP4): the request that waits, and the way to it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference_impl.domain import option
from reference_impl.orm import Base
from reference_impl.store.tables import OfSession, Space


class OptionRequest(Base):
    """What an activation will give to a certificate space, in place of its certificate and its three questions.

    A space has one request at most: another one takes its place (G10).
    """

    __tablename__ = "option_request"

    id: Mapped[int] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), unique=True)
    email: Mapped[str]
    password_hash: Mapped[str]
    question: Mapped[str]
    answer_hash: Mapped[str]


class OptionRun(OfSession, Base):
    """A run through the option: what is chosen so far, but for the answer, which is never kept in clear.

    Its space is read together with it, so that a space transformed meanwhile is never taken for a certificate space.
    Once validated, it is there for the last screen only, as long as the request that it has led to.
    """

    __tablename__ = "option_run"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read by SQLAlchemy; an id is never used again

    reached: Mapped[option.Reached]
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    email: Mapped[str]
    log_in_address: Mapped[str]
    password_hash: Mapped[str | None]
    question: Mapped[str]
    activation_id: Mapped[int | None] = mapped_column(ForeignKey("activation.id", ondelete="CASCADE"), index=True)
    space: Mapped[Space] = relationship(lazy="joined")
