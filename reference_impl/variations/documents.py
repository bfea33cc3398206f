"""Conforming variations of the recap: the other layout, another producer's ways, other labels (C12)."""

from collections.abc import Callable
from typing import Any

from fpdf import XPos, YPos

from reference_impl import recap
from reference_impl.patching import wrap
from reference_impl.variations import variation
from reference_impl.web import documents

_FACTS = ("EP6-1.5-6", "EP6-1.5-7", "EP2-4-4", "EP2-4-6")


@variation("modeles-de-recapitulatif-echanges", admits="C12", plays=_FACTS)
def _other_layouts() -> None:
    """Le récapitulatif de l'activation et celui de l'espace échangent leurs modèles."""
    other = {recap.LAYOUT_A: recap.LAYOUT_B, recap.LAYOUT_B: recap.LAYOUT_A}
    wrap(documents, "recap_of", lambda sound, owner, layout: sound(owner, other[layout]))


@variation("valeurs-sous-leurs-libelles", admits="C12", plays=_FACTS)
def _below() -> None:
    """Chaque valeur du récapitulatif est écrite sous son libellé."""

    def fact(_: Callable[..., None], sheet: Any, label: str, value: str) -> None:
        sheet._line(f"{label} :", sheet._size, recap._SOFT)
        sheet.multi_cell(recap._WIDTH, sheet._size * 0.5, sheet._shown(value), new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    wrap(recap._Sheet, "_fact", fact)


@variation("recapitulatif-en-deux-colonnes", admits="C12", plays=_FACTS)
def _side_by_side() -> None:
    """Les libellés sont écrits d'abord, tous, puis les valeurs en regard."""
    waiting: list[tuple[float, str]] = []

    def fact(_: Callable[..., None], sheet: Any, label: str, value: str) -> None:
        sheet.set_font("DejaVu", "", sheet._size)
        waiting.append((sheet.get_y(), sheet._shown(value)))
        sheet.cell(recap._LABEL_WIDTH, 6, f"{label} : ", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def recap_of(sound: Callable[..., bytes], sheet: Any, facts: recap.RecapFacts) -> bytes:
        waiting.clear()
        return sound(sheet, facts)

    def footer(sound: Callable[..., None], sheet: Any) -> None:
        for place, value in waiting:
            sheet.set_xy(20 + recap._LABEL_WIDTH, place)
            sheet.cell(recap._WIDTH - recap._LABEL_WIDTH, 6, value)
        sound(sheet)

    wrap(recap._Sheet, "_fact", fact)
    wrap(recap._Sheet, "recap_of", recap_of)
    wrap(recap._Sheet, "footer", footer)
