"""Defects of the procedure: a check that is not made, an effect that is made twice or too early."""

from reference_impl.defects import defect
from reference_impl.procedures import forgotten


@defect("any-answer", breaks="EP6-2-16", neighbours=("EP6-1.5-2", "G01", "G02", "G03"))
def _any_answer() -> None:
    """Toute réponse à la question de confiance est acceptée."""
    sound = forgotten._is_right
    forgotten._is_right = lambda site, journey, typed: journey.space_id is not None or sound(site, journey, typed)
