"""E-mail addresses as the site takes them (G04): trimmed, 100 signs at most, ASCII, compared without case."""

from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email

LONGEST = 100


class InvalidAddress(ValueError):
    """What was typed is no address that the site accepts."""


@dataclass(frozen=True)
class Address:
    """An address: as the user wrote it, for display and mail, and in the one form that is compared."""

    written: str
    canonical: str


def parse(typed: str) -> Address:
    """The address that ``typed`` holds. Raises InvalidAddress."""
    written = typed.strip()
    if not 0 < len(written) <= LONGEST or not written.isascii():
        raise InvalidAddress
    try:
        validate_email(written, check_deliverability=False, allow_smtputf8=False, strict=True, test_environment=True)
    except EmailNotValidError as error:
        raise InvalidAddress from error
    if "." not in written.rpartition("@")[2]:  # the library lets « user@test » through in a test environment
        raise InvalidAddress
    return Address(written, written.lower())


def canonical_or_none(typed: str) -> str | None:
    """The comparable form, or None where ``typed`` is no address at all."""
    try:
        return parse(typed).canonical
    except InvalidAddress:
        return None
