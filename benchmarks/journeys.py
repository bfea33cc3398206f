"""Ten journeys that scenarios play, written as a bare Playwright script would be: ids, one expectation at the end.

``PLAYED`` pairs each scenario with its journey. To add one: a line there, and its function if none does.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, expect

from fakes.people import InventedPerson
from targets.levers import Levers
from targets.spaces import SpaceSeed


@dataclass
class Visit:
    """One journey: who makes it, through which page, and the levers of the site."""

    browser: Browser
    page: Page
    home: str
    person: InventedPerson
    levers: Levers

    def press(self, name: str, role: str = "button") -> None:
        """Click what is called ``name``."""
        self.page.get_by_role(role, name=name, exact=True).click()  # type: ignore[arg-type]

    def fill(self, **values: str) -> None:
        """Fill in fields by their ids."""
        for name, value in values.items():
            self.page.locator(f"#{name}").fill(value)

    def copy_image(self) -> None:
        """Copy the image of the page."""
        source = self.page.locator("[data-captcha-image]").get_attribute("src") or ""
        self.fill(image=self.levers.captcha.answer(source))

    def shows(self, heading: str) -> None:
        """Wait for the screen with this heading."""
        expect(self.page.get_by_role("heading", name=heading, exact=True)).to_be_visible()

    def mail(self, pattern: str) -> str:
        """What ``pattern`` finds in the text of the first mail."""
        (letter,) = self.levers.mailbox.wait_for(self.person.email, 1)
        found = re.search(pattern, letter.subject + "\n" + letter.text)
        assert found, letter.text
        return found[0]


Journey = Callable[[Visit], None]


# -- the way in -------------------------------------------------------------------------------------------------------


def to_authentication(visit: Visit) -> None:
    """Home, then the authentication screen."""
    visit.page.goto(visit.home)
    visit.press("Connexion à l'espace professionnel", "link")
    visit.shows("Connexion à mon espace professionnel")


def log_in(visit: Visit, password: str) -> None:
    """From the home to the space, at the name of the person."""
    to_authentication(visit)
    visit.fill(address=visit.person.email, password=password)
    visit.press("Connexion")
    visit.shows("Mon espace professionnel")
    expect(visit.page.get_by_text(visit.person.first_name)).to_be_visible()


def forgets(visit: Visit) -> None:
    """From the home to the first screen of the procedure."""
    to_authentication(visit)
    visit.press("Mot de passe oublié", "link")
    visit.shows("Adresse électronique de connexion")


# -- « Mot de passe oublié » ------------------------------------------------------------------------------------------


def to_answer(visit: Visit) -> None:
    """A space is there; e-mail and image lead to the question."""
    visit.levers.spaces.create(SpaceSeed.of(visit.person))
    forgets(visit)
    visit.fill(address=visit.person.email)
    visit.copy_image()
    visit.press("Continuer")
    visit.shows("Réponse à la question de confiance")


def to_new_password(visit: Visit) -> None:
    """The answer leads to the new password."""
    to_answer(visit)
    visit.fill(answer=visit.person.answer)
    visit.press("Continuer")
    visit.shows("Saisie du nouveau mot de passe")


NEW = "Kp7vTz3mQx9Rw2LbN5hY8dFc"


def changes(visit: Visit) -> None:
    """The whole procedure."""
    to_new_password(visit)
    visit.fill(password=NEW, confirmation=NEW)
    visit.press("Valider")
    visit.shows("Récapitulatif")
    expect(visit.page.get_by_text(re.compile("réinitialisé avec succès"))).to_be_visible()
    expect(visit.page.get_by_text(re.compile("valable jusqu'au"))).to_be_visible()


def changes_and_reads_the_mail(visit: Visit) -> None:
    """The whole procedure, then its mail."""
    changes(visit)
    visit.mail("Espace professionnel - Modification du mot de passe")


def changes_and_logs_in(visit: Visit) -> None:
    """The whole procedure, then the space."""
    changes(visit)
    log_in(visit, NEW)


# -- the creation of a space ------------------------------------------------------------------------------------------


def to_terms(visit: Visit) -> None:
    """From the home to the terms."""
    to_authentication(visit)
    visit.press("Créer mon espace professionnel", "link")
    visit.press("Créez votre espace en mode expert", "link")
    visit.shows("Acceptez les conditions générales")


def to_identifiers(visit: Visit) -> None:
    """Terms and image lead to the identifiers."""
    to_terms(visit)
    visit.page.locator("#accepted").check()
    visit.copy_image()
    visit.press("Continuer")
    visit.shows("Créez vos identifiants")


def to_form(visit: Visit) -> None:
    """E-mail and password lead to the form."""
    to_identifiers(visit)
    email, password = visit.person.email, visit.person.password
    visit.fill(address=email, address_again=email, password=password, password_again=password)
    visit.press("Continuer")
    visit.shows("Remplissez votre formulaire d'inscription")
    expect(visit.page.locator("#adresse")).to_have_value(email)


def registers(visit: Visit) -> None:
    """The whole creation, up to the screen that says a code is on its way."""
    to_form(visit)
    person, home = visit.person, visit.person.address
    visit.fill(last_name=person.last_name, first_name=person.first_name, phone=person.phone, answer=person.answer)
    visit.fill(number=home.number, kind=home.kind, street=home.street, extra=home.extra, postcode=home.postcode)
    visit.fill(city=home.city, country=home.country)
    visit.page.locator("#question").select_option(label=person.question)
    visit.press("Continuer")
    visit.shows("Récapitulatif")
    visit.press("Valider")
    visit.shows("Enregistrement")
    expect(visit.page.get_by_text(visit.person.email)).to_be_visible()


def registers_activates_and_logs_in(visit: Visit) -> None:
    """The creation, the code of the mail, the activation, then the space from another browser."""
    registers(visit)
    code = visit.mail(r"(?<=code suivant :\n\n)\S{12}")
    to_authentication(visit)
    visit.press("Activer mon espace / mes services", "link")
    visit.fill(code=code)
    visit.copy_image()
    visit.press("Continuer")
    visit.shows("Identifiants")
    visit.fill(address=visit.person.email)
    visit.press("Continuer")
    visit.shows("Votre inscription")
    visit.page = visit.browser.new_context(locale="fr-FR", timezone_id="Europe/Paris").new_page()
    log_in(visit, visit.person.password)


PLAYED: dict[str, tuple[str, Journey]] = {
    "La procédure s'ouvre depuis l'écran d'authentification, sans être connecté": ("ep6/2-1-acces", forgets),
    "Adresse et image justes mènent à la question de confiance": ("ep6/2-2-adresse", to_answer),
    "La bonne réponse ouvre l'écran suivant": ("ep6/2-3-reponse", to_new_password),
    "Le changement est annoncé réussi, avec sa date de validité": ("ep6/2-5-recapitulatif", changes),
    "L'objet du courriel de confirmation est celui de la fiche": ("ep6/2-6-courriel", changes_and_reads_the_mail),
    "L'usager se connecte avec son nouveau mot de passe": ("ep6/2-7-connexion", changes_and_logs_in),
    "Conditions acceptées et image recopiée mènent aux identifiants": ("ep2/2-3-conditions", to_identifiers),
    "Adresse et mot de passe bien saisis et confirmés mènent au formulaire": ("ep2/2-4-identifiants", to_form),
    "L'écran nomme l'usager et rappelle l'adresse qu'il a saisie": ("ep2/2-8-enregistrement", registers),
    "Aussitôt l'espace activé, l'usager s'y connecte": ("ep2/3-3-confirmation", registers_activates_and_logs_in),
}
"""Scenario -> its feature file, and its journey; in the order in which they are played."""
JOURNEYS = {f"features/{file}.feature::{name}": journey for name, (file, journey) in PLAYED.items()}
"""The journeys by the node ids of their scenarios."""
OPENING = "features/ep6/2-1-acces.feature::L'accueil conduit à l'écran d'authentification"
CLOSING = "features/ep6/2-1-acces.feature::L'accueil s'adresse à cinq publics"
"""Played before and after, and not counted: they bear the start and the stop of site and browser."""
