"""The home of the space in its three variants, « Gérer les services », what leads outside (EP5 chapter 2, C65, G50)."""

import re

import pytest

from tests.reference_impl.conftest import LILA

MARTIN = ("SARL MARTIN DISTRIBUTION", "000299001")
LINDENS = ("ATELIER DES TILLEULS", "000299002")
NONE: tuple[tuple[str, str, str], ...] = ()
ONE = ((*MARTIN, "Compte fiscal"), (*MARTIN, "TVA"))
SEVERAL = (*ONE, (*LINDENS, "TVA"), (*LINDENS, "CFE"))
VARIANTS = pytest.mark.parametrize("services", [NONE, ONE, SEVERAL], ids=["none", "one", "several"])


@pytest.fixture
def home(visitor, seed):
    """The home of a space that holds these services."""

    def enter(services):
        seed(services=services)
        return visitor.logs_in()

    return enter


@VARIANTS
def test_every_home_says_whose_it_is_and_until_when(home, services):
    page = home(services)
    assert "Lila ROSEMONDE Abonné : 20231570000101 Expiration du mot de passe : 05/06/2026" in page.text
    assert "Espace pro. Impots.gouv.fr Quitter" in page.text
    assert "MON ESPACE Gérer les services Gérer les comptes bancaires [+]" in page.text
    assert "MES AUTRES SERVICES Calendrier fiscal Tests tiers déclarants" in page.text
    assert "Pour en savoir plus sur le traitement des données, cliquez ici ." in page.text


@VARIANTS
def test_far_from_the_expiry_nothing_is_said_but_its_date(home, services):
    text = home(services).text
    assert "05/06/2026" in text
    assert "Attention" not in text
    assert "Modifier le mot de passe" not in text
    assert "expire bientôt" not in text


@pytest.mark.parametrize(
    ("services", "markers"),
    [
        (NONE, {"Vous ne disposez d'aucun service."}),
        (ONE, {"DOSSIER COURANT", "SIREN 000299001", "MES SERVICES", "Messagerie"}),
        (SEVERAL, {"MES DOSSIERS", "Choisir un dossier", "Voir tous mes dossiers", "SIREN 000299001", "SIREN 000299002",
                   "MES SERVICES"}),
    ],
    ids=["none", "one", "several"],
)  # fmt: skip
def test_each_variant_has_its_markers_and_no_others(home, services, markers):
    known = {"Vous ne disposez d'aucun service.", "DOSSIER COURANT", "MES DOSSIERS", "Choisir un dossier", "Messagerie",
             "Voir tous mes dossiers", "SIREN 000299001", "SIREN 000299002", "MES SERVICES"}  # fmt: skip
    text = home(services).text
    assert {marker for marker in known if marker in text} == markers


@pytest.mark.parametrize(
    ("services", "menu", "portal"),
    [
        (NONE, "GÉRER CONSULTER DÉCLARER PAYER DÉMARCHES MESSAGERIE", "Créer"),
        (ONE, "GÉRER CONSULTER DÉCLARER PAYER DÉMARCHES MESSAGERIE", "Créer"),
        (SEVERAL, "DOSSIER GÉRER CONSULTER DÉCLARER PAYER DÉMARCHES MESSAGERIE", "Accéder à"),
    ],
    ids=["none", "one", "several"],
)
def test_the_menu_has_files_for_several_companies_only(home, services, menu, portal):
    shown = re.search(r"Services en ligne (.*?) Mon espace", home(services).text)[1]
    assert shown == f"{menu} Espace professionnel > {portal} mon compte sur portailpro.gouv"


def test_services_stand_under_their_themes(home):
    text = home(SEVERAL).text
    assert "Consulter Compte fiscal [+] Déclarer TVA Payer TVA Autres services CFE" in text


@pytest.mark.parametrize("companies", [2, 100, 101])
def test_the_list_holds_every_company(home, companies):
    page = home(tuple((f"COMPAGNIE {rank}", f"{rank:09}", "TVA") for rank in range(companies)))
    assert len(set(re.findall(r"SIREN (\d{9})", page.text))) == companies


def test_one_company_with_many_services_is_one_company(home):
    page = home(tuple((*MARTIN, name) for name in ("TVA", "CVAE", "Avis CFE", "Dettes fiscales")))
    assert ("DOSSIER COURANT" in page.text, "MES DOSSIERS" in page.text) == (True, False)


@VARIANTS
def test_no_link_of_the_space_is_dead(home, visitor, services):
    links = set(re.findall(r'href="(/[^"]*)"', home(services).source))
    links |= set(re.findall(r'href="(/[^"]*)"', visitor.get("/espace/services").source))
    assert {link: visitor.get(link).status for link in links} == dict.fromkeys(links, 200)


def test_a_link_outside_the_sheets_says_so_and_leads_back(home, visitor):
    link = re.search(r'href="([^"]*)">Calendrier fiscal', home(ONE).source)[1]
    page = visitor.get(link)
    assert "<h1>Calendrier fiscal</h1>" in page.source
    assert "Hors périmètre." in page.text
    assert 'href="/espace">Retour à l\'espace professionnel' in page.source


@VARIANTS
def test_gerer_les_services_is_the_same_page_for_all(home, visitor, services):
    link = re.search(r'href="([^"]*)">Gérer les services', home(services).source)[1]
    text = visitor.get(link).text
    assert "Abonné: 20231570000101 Lila ROSEMONDE PARIS FRANCE Quitter Professionnels Gérer les services" in text
    sections = re.findall(r"SERVICES EN LIGNE|INFORMATIONS PERSONNELLES|DROITS D'ACCES|DOSSIERS", text)
    assert sections == ["SERVICES EN LIGNE", "INFORMATIONS PERSONNELLES", "DROITS D'ACCES", "DOSSIERS"]


def test_gerer_les_services_leads_to_the_credentials(home, visitor):
    home(ONE)
    source = visitor.get("/espace/services").source
    label = "Gérer votre adresse électronique de connexion ou votre mot de passe"
    assert "Modifiez vos identifiants" in visitor.get(re.search(rf'href="([^"]*)">{label}', source)[1]).text


def test_gerer_vos_coordonnees_shows_the_question_and_never_the_answer(home, visitor):
    home(ONE)
    text = visitor.get("/espace/coordonnees").text
    assert "12 rue de Longchamp, 75016 PARIS, FRANCE" in text
    assert LILA.question in text
    assert LILA.answer not in text


@pytest.mark.parametrize("name", ["", "/alerte", "/services", "/coordonnees"])
def test_the_pages_of_a_space_are_its_owners(visitor, lila, name):
    shown = visitor.get(f"/espace{name}")
    assert (shown.path, LILA.phone in shown.text) == ("/authentification", False)
