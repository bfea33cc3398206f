"""Pages that need no space: home, help, and a clear answer for all that this version of the site does not offer."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from reference_impl.web import elsewhere
from reference_impl.web.desk import visitor

pages = Blueprint("public", __name__)

AUDIENCES = {
    "particulier": "Particulier",
    "professionnel": "Professionnel",
    "partenaire": "Partenaire",
    "collectivite": "Collectivité",
    "international": "International",
}
SHEETS = {
    "fiche-ep1": "Fiche EP 1 : Conditions générales d'utilisation de l'espace professionnel",
    "fiche-ep2": "Fiche EP 2 : Créer un espace professionnel expert",
    "fiche-ep3": "Fiche EP 3 : Modifier les coordonnées de votre espace professionnel",
    "fiche-ep4": "Fiche EP 4 : Opter pour l'accès avec une adresse électronique et un mot de passe",
    "fiche-ep5": "Fiche EP 5 : Changer d'adresse électronique de connexion ou de mot de passe",
    "fiche-ep6": "Fiche EP 6 : Mot de passe oublié",
    "fiche-peremption": "La péremption de votre mot de passe",
    "fiche-ep-sl": "Fiche EP-SL : Créer un espace professionnel simplifié et adhérer aux services",
}
SHEETS_IN_ENGLISH = {
    "sheet-create": "Create a professional account and register for services",
    "sheet-video": "Setting up a professional account (video)",
}
OTHERS = {
    "espace-particulier": "Votre espace particulier",
    "mode-simplifie": "Créez votre espace en mode simplifié",
    "foire-aux-questions": "Foire aux questions sur les téléprocédures",
    "payer-mes-impots-locaux": "Payer mes impôts locaux",
    "confidentialite": "Confidentialité",
    "informations-personnelles": "Informations personnelles",
    "mentions-legales": "Mentions légales",
}
NOT_OFFERED = AUDIENCES | SHEETS | SHEETS_IN_ENGLISH | OTHERS | elsewhere.PAGES


@pages.get("/")
def home() -> ResponseReturnValue:
    """Home of the site (EP6-2-1, EP6-2-2); also what says that the site is ready."""
    return render_template("home.html", audiences=AUDIENCES)


@pages.get("/aide")
def help_sheets() -> ResponseReturnValue:
    """The list of the sheets; that of EP 4 leads to the procedure itself (EP6-1.1-3, EP4-2-5 to EP4-2-7)."""
    return render_template("help.html", sheets=SHEETS, sheets_in_english=SHEETS_IN_ENGLISH)


@pages.get("/conditions-generales")
def terms() -> ResponseReturnValue:
    """The general terms of this fictitious site, in words of our own (EP2-2-16)."""
    return render_template("terms.html")


@pages.get("/hors-perimetre/<name>")
def not_offered(name: str) -> ResponseReturnValue:
    """A page that says that this part is not offered; never a dead link."""
    heading = NOT_OFFERED.get(name) or abort(404)
    return render_template("not_offered.html", heading=heading, inside=visitor().space_id is not None)
