"""The pages that need no space, the headers of all, and the error pages."""

import re

import pytest

AUTHENTICATION = (
    "Votre espace particulier",
    "Votre espace professionnel",
    "Accueil > Authentification",
    "Aide : accéder aux fiches pratiques",
    "Connexion à mon espace professionnel",
    "Mot de passe oublié",
    "Vous pouvez également payer en ligne votre taxe foncière ou votre cotisation foncière des entreprises en "
    "utilisant la référence de votre avis",
    "Création de mon espace professionnel",
    "Activation de mon espace / mes services",
    "Direction générale des Finances publiques",
)


def test_home_asks_who_you_are(visitor):
    page = visitor.get("/")
    assert "VOUS ÊTES... Particulier Professionnel Partenaire Collectivité International" in page.text
    assert "Connexion à l'espace professionnel" in page.text


def test_a_button_unfolds_the_menu_of_the_home_without_script(visitor):
    source = visitor.get("/").source
    assert re.search(r'<button[^>]* popovertarget="menu">Menu</button>', source)
    assert re.search(r'<nav[^>]* id="menu"[^>]* popover>\s*<a [^>]*>Connexion à l\'espace professionnel</a>', source)


@pytest.mark.parametrize("text", AUTHENTICATION)
def test_authentication_shows(visitor, text):
    assert text in visitor.get("/authentification").text


def test_help_lists_the_sheets(visitor):
    assert "Fiche EP 6 : Mot de passe oublié" in visitor.get("/aide").text


@pytest.mark.parametrize(
    "path", ["/", "/authentification", "/aide", "/mot-de-passe-oublie", "/mot-de-passe-expire", "/opter"]
)
def test_no_link_is_dead(visitor, path):
    links = set(re.findall(r'href="(/[^"]*)"', visitor.get(path).source))
    assert {link: visitor.get(link).status for link in links} == dict.fromkeys(links, 200)


def test_a_later_procedure_says_that_it_is_not_offered(visitor):
    page = visitor.get("/hors-perimetre/payer-mes-impots-locaux")
    assert page.status == 200
    assert "Hors périmètre" in page.text


@pytest.mark.parametrize("path", ["/", "/authentification", "/mot-de-passe-oublie", "/nulle-part"])
def test_every_page_is_guarded(visitor, path):
    headers = visitor.get(path).response.headers
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_nothing_is_inline(visitor, lila):
    visitor.reaches_password()
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", visitor.page.source)


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [("/nulle-part", 404, "Page introuvable"), ("/mot-de-passe-oublie/quitter", 405, "Demande incorrecte")],
)
def test_error_pages_are_in_french(visitor, path, status, heading):
    page = visitor.get(path)
    assert (page.status, heading in page.text) == (status, True)


def test_too_large_a_request(visitor):
    visitor.get("/authentification")
    page = visitor.post("/authentification", address="x" * 600_000)
    assert (page.status, "Envoi trop volumineux" in page.text) == (413, True)


def test_an_error_of_the_site_tells_nothing_of_its_inside(app, visitor, monkeypatch):
    def broken():
        raise RuntimeError("a secret of the inside")

    monkeypatch.setitem(app.view_functions, "public.help_sheets", broken)
    page = visitor.get("/aide")
    assert (page.status, "Erreur du site" in page.text) == (500, True)
    assert "secret" not in page.source
