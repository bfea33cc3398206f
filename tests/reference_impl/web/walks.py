"""Walks through the procedures in a real browser, at the real site: each screen, normal and in error."""

import httpx

from tests.reference_impl.conftest import NEW
from tests.reference_impl.test_door import OPEN, SPACE
from tests.reference_impl.web.conftest import ACTIVATION, CREATION, EMAIL, FILLED, TERMS, Person

CERTIFICATE = "basile.bergamote@example.test"


def public(person: Person) -> None:
    """What is there before any procedure."""
    person.opens("/", "accueil")
    person.opens("/authentification", "authentification")
    person.presses("Connexion", "authentification-refus")
    person.opens("/aide", "aide")
    person.opens("/conditions-generales", "conditions-generales")
    person.opens("/hors-perimetre/mode-simplifie", "hors-perimetre")
    person.opens("/nulle-part", "introuvable")


def forgotten(person: Person) -> None:
    """« Mot de passe oublié », and the space."""
    httpx.post(f"{person.address}/essai/spaces", json=SPACE, headers=OPEN)
    person.opens("/mot-de-passe-oublie", "oubli-1")
    person.presses("Continuer", "oubli-1-refus")
    person.types(address=SPACE["email"])
    person.copies()
    person.presses("Continuer", "oubli-2")
    person.presses("Continuer", "oubli-2-refus")
    person.types(answer=SPACE["answer"])
    person.presses("Continuer", "oubli-3")
    person.presses("Valider", "oubli-3-refus")
    person.types(password=NEW, confirmation=NEW)
    person.presses("Valider", "oubli-4")
    person.presses("Accédez à vos services en ligne")
    person.types(address=SPACE["email"], password=NEW)
    person.presses("Connexion", "espace")


def creation(person: Person) -> None:
    """« Créer votre espace professionnel », from the choice of the mode."""
    person.opens(CREATION, "mode")
    person.opens(f"{CREATION}/les-deux-modes", "en-savoir-plus")
    person.opens(TERMS, "creation-1")
    person.presses("Continuer", "creation-1-refus")
    accepts(person)
    person.look("creation-2")
    person.presses("Recommandations pour prévenir des usurpations", "creation-2-recommandations")
    person.presses("Fermer")
    person.presses("Continuer", "creation-2-refus")
    identifies(person, EMAIL)
    person.look("creation-3")
    person.presses("Effacer")
    person.presses("Continuer", "creation-3-refus")
    person.types(**{name: value for name, value in FILLED.items() if name != "question"})
    person.presses("Continuer", "creation-4")
    person.presses("Valider", "creation-5")


def refusals(person: Person) -> None:
    """An address that is pending, and one of a certificate space. After ``creation``."""
    certificate = {key: value for key, value in SPACE.items() if key != "password"}
    certificate |= {"state": "certificate", "email": CERTIFICATE}
    httpx.post(f"{person.address}/essai/spaces", json=certificate, headers=OPEN).raise_for_status()
    person.opens(TERMS)
    accepts(person)
    identifies(person, EMAIL)
    person.look("creation-2-en-attente")
    identifies(person, CERTIFICATE)
    person.look("creation-2-certificat")


def activation(person: Person) -> None:
    """« Activez votre espace / vos services ». After ``creation``."""
    person.opens(ACTIVATION, "activation-1")
    person.presses("Continuer", "activation-1-refus")
    person.types(code=person.code())
    person.copies()
    person.presses("Continuer", "activation-2")
    person.types(address=CERTIFICATE)
    person.presses("Continuer", "activation-2-refus")
    person.types(address=EMAIL)
    person.presses("Continuer", "activation-3")


def accepts(person: Person) -> None:
    """Screen 1 of the creation, well filled in."""
    person.page.locator("[name=accepted]").check()
    person.copies()
    person.presses("Continuer")


def identifies(person: Person, address: str) -> None:
    """Screen 2 of the creation, well filled in."""
    person.types(address=address, address_again=address, password=NEW, password_again=NEW)
    person.presses("Continuer")
