"""Walks through the procedures in a real browser, at the real site: each screen, normal and in error."""

import httpx

from tests.reference_impl.conftest import NEW
from tests.reference_impl.test_door import OPEN, SPACE
from tests.reference_impl.test_process import PATIENCE_S
from tests.reference_impl.web.conftest import (
    ACTIVATION,
    CREATION,
    CREDENTIALS,
    EMAIL,
    FILLED,
    NUMBER,
    OPTION,
    TERMS,
    Person,
)

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
    tells_the_door(person, "POST", "spaces", SPACE)
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
    tells_the_door(person, "POST", "spaces", SPACE | differing)


def moves_to(person: Person, at: str) -> None:
    """The site stands at another instant."""
    tells_the_door(person, "PUT", "clock", {"now": at})


def tells_the_door(person: Person, method: str, name: str, body: dict[str, object]) -> dict[str, str]:
    """Have the scene arranged by the test door; what it answers."""
    place = f"{person.address}/essai/{name}"
    answer = httpx.request(method, place, json=body, headers=OPEN, timeout=PATIENCE_S).raise_for_status()
    return answer.json()


def logs_in(person: Person, email: str = SPACE["email"], password: str = SPACE["password"]) -> None:
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
        logs_in(person, f"un{number}@example.test")
        person.look(f"alerte-{number}")
        person.presses("OK", f"espace-{number}")
        person.presses("Gérer les services", "gestion")
        person.presses("Gérer vos coordonnées", "coordonnees")
        person.presses("Quitter")


def expired(person: Person) -> None:
    """« Mot de passe expiré », from log in."""
    prepares(person, "2021-07-23T12:00:00+02:00")
    moves_to(person, "2024-07-23T00:00:00+02:00")
    logs_in(person)
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
    tells_the_door(person, "POST", "spaces", certificate)
    person.opens(TERMS)
    accepts(person)
    identifies(person, EMAIL)
    person.look("creation-2-en-attente")
    identifies(person, CERTIFICATE)
    person.look("creation-2-certificat")


def certificate(person: Person) -> str:
    """A certificate space is made; its subscriber number."""
    others = [{"question": "Votre sport préféré ?", "answer": "Escrime"}, {"question": "Surnom ?", "answer": "Lilou"}]
    body = SPACE | {"state": "certificate", "email": EMAIL, "other_questions": others}
    return tells_the_door(person, "POST", "spaces", body)["subscriber_number"]


def option(person: Person) -> None:
    """« Opter pour l'accès sans certificat », from the sheet to the mailed code; ``activation`` goes on from there."""
    number = certificate(person)
    person.opens(OPTION, "option-depart")
    person.opens(f"{OPTION}/en-savoir-plus", "option-en-savoir-plus")
    person.opens(NUMBER, "option-1")
    person.presses("Continuer", "option-1-refus")
    person.types(number="20230010000101")
    person.presses("Continuer", "option-1-inconnu")
    person.types(number=number)
    person.presses("Continuer", "option-2")
    person.presses("Continuer", "option-2-refus")
    answers(person, "Rugby")
    person.look("option-2-faux")
    answers(person, "Escrime")
    person.look("option-3")
    person.presses("Recommandations pour prévenir des usurpations", "option-3-recommandations")
    person.presses("Fermer")
    person.presses("Continuer", "option-3-refus")
    identifies(person, SPACE["email"])
    person.look("option-4")
    person.presses("Valider", "option-4-refus")
    tells_the_door(person, "POST", "spaces", SPACE)
    person.types(answer="Lilou")
    person.presses("Valider", "option-4-prise")
    person.presses("Modifiez votre adresse électronique de connexion")
    identifies(person, SPACE["email"])
    person.look("option-3-prise")
    identifies(person, EMAIL)
    person.types(answer="Lilou")
    person.presses("Valider", "option-5")


def answers(person: Person, second: str) -> None:
    """The three questions of the option; the second answer is the one that may be wrong."""
    person.types(**trusted(second))
    person.presses("Continuer")


def trusted(second: str = "Escrime") -> dict[str, str]:
    """The three answers, by field."""
    return {"answers-0": SPACE["answer"], "answers-1": second, "answers-2": "Lilou"}


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


def enters(person: Person) -> None:
    """A space is made, and opened."""
    tells_the_door(person, "POST", "spaces", SPACE)
    logs_in(person)


def credentials(person: Person) -> None:
    """« Modifiez vos identifiants »: refusals, a password alone, then an address up to its waiting screen."""
    enters(person)
    person.presses("Gérer les services")
    person.presses("Gérer votre adresse électronique de connexion ou votre mot de passe", "modifier")
    person.presses("Valider les modifications", "modifier-rien")
    for box in ("change_address", "change_password"):
        person.page.locator(f"[name={box}]").check()
    person.presses("Valider les modifications", "modifier-refus")
    person.presses("Annuler")
    wants_password(person, NEW)
    person.presses("Valider les modifications", "modifier-confirme")
    person.presses("OK")
    wants_address(person, EMAIL)
    person.presses("Valider les modifications", "modifier-attente")


def wants_password(person: Person, password: str) -> None:
    """Another password is typed at « Modifiez vos identifiants »."""
    person.opens(CREDENTIALS)
    person.page.locator("[name=change_password]").check()
    person.types(password=password, password_again=password)


def wants_address(person: Person, address: str) -> None:
    """Another address is typed at « Modifiez vos identifiants »."""
    person.opens(CREDENTIALS)
    person.page.locator("[name=change_address]").check()
    person.types(address=address, address_again=address)


def activates_change(person: Person, address: str) -> None:
    """The code that was mailed to the new address is given with it."""
    person.types(code=person.code(address))
    person.copies()
    person.presses("Continuer")
    person.types(address=address)
    person.presses("Continuer", "modifier-active")


def accepts(person: Person) -> None:
    """Screen 1 of the creation, well filled in."""
    person.page.locator("[name=accepted]").check()
    person.copies()
    person.presses("Continuer")


def identifies(person: Person, address: str) -> None:
    """Screen 2 of the creation, well filled in."""
    person.types(address=address, address_again=address, password=NEW, password_again=NEW)
    person.presses("Continuer")
