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


def prepares(person: Person, at: str, **differing: object) -> None:
    """A space made at an instant, at which the site stands from now on."""
    moves_to(person, at)
    httpx.post(f"{person.address}/essai/spaces", json=SPACE | differing, headers=OPEN).raise_for_status()


def moves_to(person: Person, at: str) -> None:
    """The site stands at another instant."""
    httpx.put(f"{person.address}/essai/clock", json={"now": at}, headers=OPEN).raise_for_status()


def enters(person: Person, email: str = SPACE["email"], password: str = SPACE["password"]) -> None:
    """Log in, from its page."""
    person.opens("/authentification")
    person.types(address=email, password=password)
    person.presses("Connexion")


def spaces(person: Person) -> None:
    """The homes of three spaces, near the expiry of their passwords; « Gérer les services »; and out."""
    for number in range(3):
        companies = [{"company": f"TILLEULS {rank}", "siren": f"{rank:09}", "name": "TVA"} for rank in range(number)]
        prepares(person, "2021-07-23T12:00:00+02:00", email=f"un{number}@example.test", services=companies)
        moves_to(person, "2024-07-07T12:00:00+02:00")
        enters(person, f"un{number}@example.test")
        person.look(f"alerte-{number}")
        person.presses("OK", f"espace-{number}")
        person.presses("Gérer les services", "gestion")
        person.presses("Gérer vos coordonnées", "coordonnees")
        person.presses("Quitter")


def expired(person: Person) -> None:
    """« Mot de passe expiré », from log in."""
    prepares(person, "2021-07-23T12:00:00+02:00")
    moves_to(person, "2024-07-23T00:00:00+02:00")
    enters(person)
    person.look("expire-1")
    person.presses("Continuer", "expire-1-refus")
    person.types(address=SPACE["email"])
    person.copies()
    person.presses("Continuer", "expire-2")
    person.presses("Recommandations pour prévenir des usurpations", "expire-2-recommandations")
    person.presses("Fermer")
    person.presses("Valider", "expire-2-refus")
    person.types(old=SPACE["password"], password=NEW, confirmation=NEW)
    person.presses("Valider", "expire-3")


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
