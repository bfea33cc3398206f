"""What the pages of a space name and the site does not offer: each link leads to a page that says so (C65).

The labels are those of the sheets: home of the space (EP5-2-12 to EP5-2-27), « Gérer les services » (EP5-2-30 to 33).
"""

import re
import unicodedata
from typing import Final

from reference_impl.domain import services

MENU: Final = ("GÉRER", "CONSULTER", "DÉCLARER", "PAYER", "DÉMARCHES", "MESSAGERIE")
FILES_MENU: Final = "DOSSIER"
FILES: Final = ("Choisir un dossier", "Voir tous mes dossiers")
PORTAL: Final = ("Créer mon compte sur portailpro.gouv", "Accéder à mon compte sur portailpro.gouv")
MY_SPACE: Final = ("Gérer les comptes bancaires [+]", "Gérer les contrats de prélèvement automatique [+]")
OTHER_SERVICES: Final = (
    "Calendrier fiscal",
    "Tests tiers déclarants",
    "Coordonnées du gestionnaire et prise de rendez-vous",
)
COMPANY_MAIL: Final = "Adresse électronique de l'entreprise [+]"
GUIDES: Final = "Aide : tous les pas-à-pas"
RIGHT_TO_ERR: Final = "OUPS.GOUV.FR"
PERSONAL_DATA: Final = "Traitement des données"
ONLINE_SERVICES: Final = (
    "Adhérer aux services en ligne",
    "Gérer vos substitutions (remplacer le titulaire)",
    "Consulter vos services (habilitations)",
)
DELETION: Final = "Supprimer votre espace professionnel"
RIGHTS: Final = ("Gérer vos administrateurs suppléants", "Gérer ou consulter vos délégations")
COMPANY_FILES: Final = (
    "Gérer les comptes bancaires de l'entreprise",
    "Modifier l'adresse électronique de l'entreprise",
)
SINGLE: Final = (FILES_MENU, COMPANY_MAIL, GUIDES, RIGHT_TO_ERR, PERSONAL_DATA, DELETION)


def _slug(label: str) -> str:
    signs = unicodedata.normalize("NFKD", label.lower())
    return re.sub(r"[^a-z0-9]+", "-", signs.encode("ascii", "ignore").decode()).strip("-")


_GROUPS = (MENU, FILES, PORTAL, MY_SPACE, OTHER_SERVICES, ONLINE_SERVICES, RIGHTS, COMPANY_FILES, SINGLE)
_LABELS = (label for group in (*_GROUPS, *services.THEMES.values()) for label in group)
_ANY_SERVICE: Final = "service"
PAGES: Final = {_ANY_SERVICE: "Service en ligne"} | {_slug(label): services.name_of(label) for label in _LABELS}
"""Every page by its name, with its heading."""


def page_of(label: str) -> str:
    """The name of the page that ``label`` leads to, for its URL; a service that no sheet names has none of its own."""
    name = _slug(label)
    return name if name in PAGES else _ANY_SERVICE
