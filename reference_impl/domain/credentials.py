"""What is asked for at « Modifiez vos identifiants » (EP5-3-2, EP5-3-3)."""

from dataclasses import dataclass

from reference_impl.domain.addresses import Address


@dataclass(frozen=True)
class Wish:
    """What the ticked boxes ask for, found good; None for a box that is not ticked.

    ``form`` marks the form that it came in, as drawn for this one display: sent again, it is known by it (G63).
    """

    form: str
    address: Address | None
    password: str | None
