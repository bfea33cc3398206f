"""The services of a space, under the themes of its home (EP5-2-18 to EP5-2-21). The lists are the sheets' own (C65)."""

from collections.abc import Collection
from typing import Final

THEMES: Final = {
    "Consulter": ("Compte fiscal [+]", "Avis CFE"),
    "Déclarer": (
        "TVA",
        "Impôt sur les sociétés",
        "Taxe sur les salaires",
        "CVAE",
        "Revenus de capitaux mobiliers [+]",
        "Taxe activités polluantes",
        "Taxe int. consommation",
        "Taxe v. vénale immeubles",
        "Taxe de séjour",
        "Taxe conv. d'assurances",
        "Résultat [+]",
        "Revenus SCI non soumises IS [+]",
        "Tiers déclarants",
        "Dispositif DAC6 [+]",
    ),
    "Payer": (
        "TVA",
        "Impôt sur les sociétés",
        "Taxe sur les salaires",
        "CVAE",
        "Revenus de capitaux mobiliers",
        "Taxe activités polluantes",
        "Taxe int. consommation",
        "Taxe v. vénale immeubles",
        "Taxe conv. d'assurances",
        "Prélèvement à la source [+]",
        "CFE et autres impôts",
        "Dettes fiscales [+]",
    ),
    "Démarches": (
        "Remboursement de TVA UE",
        "Guichet de TVA UE",
        "Gérer mes biens immobiliers",
        "Cession de droits sociaux [+]",
        "Successions vacantes",
    ),
}
"""« [+] » marks what unfolds further; it is no part of a service's name."""

OTHERS: Final = "Autres services"
_UNFOLDS: Final = " [+]"


def by_theme(held: Collection[str]) -> dict[str, list[str]]:
    """The labels of the services ``held``, each under every theme that knows it; themes without any are left out."""
    themes = {theme: [label for label in labels if name_of(label) in held] for theme, labels in THEMES.items()}
    known = {name_of(label) for labels in THEMES.values() for label in labels}
    themes[OTHERS] = sorted(set(held) - known)
    return {theme: labels for theme, labels in themes.items() if labels}


def name_of(label: str) -> str:
    """« Compte fiscal » for « Compte fiscal [+] »."""
    return label.removesuffix(_UNFOLDS)
