"""A postal address on one line (C44): « 12 rue de Longchamp, 75016 PARIS, FRANCE », what is empty left out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PostalAddress:
    """The parts, as the registration form asks for them."""

    number: str = ""
    kind: str = ""
    street: str = ""
    extra: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""

    def line(self) -> str:
        """All that is not empty, in the order of the sheets."""
        way = _joined(self.number, self.kind, self.street)
        town = _joined(self.postcode, self.city.upper())
        return ", ".join(part for part in (way, self.extra.strip(), town, self.country.strip().upper()) if part)


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())
