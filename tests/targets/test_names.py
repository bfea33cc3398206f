"""Names are recognised as a person would recognise them, in Python and in a real browser alike."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import sync_playwright

from runner import browser as browsers
from targets.names import named

ANSWER = "Recopiez les caractères de l'image"
SAME = [
    (ANSWER, "Recopiez les caractères de l'image"),
    (ANSWER, "Recopiez les caractères de l\u2019image : *"),
    (ANSWER, "* RECOPIEZ LES CARACTERES DE L'IMAGE"),
    (ANSWER, "  Recopiez\n les\u00a0caractères \u202fde l'image (obligatoire)"),
    (ANSWER, "Recopiez les caractères de l'image champ obligatoire"),
    (ANSWER, "Recopiez les caracte\u0300res de l'image"),
    ("Etape précédente", "Étape précédente"),
    ("Etape précédente", "‹ E\u0301TAPE PRÉCÉDENTE"),
    ("Étape précédente", "Etape précédente"),
    ("Mot de passe", "Mot de passe [?]"),
    ("Récapitulatif", "4. RECAPITULATIF"),
    ("Activer mon espace / mes services", "Activer mon espace / mes services"),
    ("Aide : accéder aux fiches pratiques", "Aide: accéder aux fiches pratiques"),
    ("VOUS ÊTES...", "Vous êtes…"),
    ("Mes œuvres", "Mes oeuvres"),
    ("N° d'abonné", "Nº d'abonné :"),
    ("✕", "✕"),
    ("a.b", "a.b"),
]
OTHER = [
    ("Mot de passe", "Mot de passe oublié"),
    ("Mot de passe", "Nouveau mot de passe"),
    ("Adresse électronique", "Adresse électronique de connexion"),
    (ANSWER, "Recopie les caractères de l'image"),
    ("Continuer", "Continuer sans image"),
    ("Continuer", ""),
    ("✕", "+"),
    ("a.b", "acb"),
]


@pytest.mark.parametrize(("wording", "text"), SAME)
def test_the_same_name(wording, text):
    assert named([wording]).matches(text)


@pytest.mark.parametrize(("wording", "text"), OTHER)
def test_another_name(wording, text):
    assert not named([wording]).matches(text)


def test_any_of_several_wordings_and_the_first_is_spoken():
    name = named(["Fermer", "✕"])
    assert name.spoken == "Fermer"
    assert [name.matches(text) for text in ("Fermer", "✕", "Valider")] == [True, True, False]


def test_a_name_inside_a_text():
    name = named(["Votre mot de passe a été réinitialisé avec succès."])
    assert name.inline.search("Bonjour. Votre mot de passe a été réinitialisé\navec succès !")
    assert name.inline.groups == 0


def test_a_hostile_name_takes_no_time():
    """Time that doubles with each bracket would never end."""
    assert not named(["Mot de passe"]).matches("Mot de passe" + " (*)" * 5000 + "(" * 5000 + "x")


def in_browser(work):
    """Runs ``work(page)`` in a browser of its own, in a thread of its own: another may be driven by this process."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_with_page, work).result()


def _with_page(work):
    found = browsers.find()
    with sync_playwright() as playwright, playwright.chromium.launch(**browsers.launch_args(found)) as browser:
        return work(browser.new_page())


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def test_a_browser_agrees_on_roles():
    def count(page, wording, text):
        page.set_content(f"<button>{escaped(text)}</button>")
        return page.get_by_role("button", name=named([wording]).pattern).count()

    expected = [*((*case, 1) for case in SAME), *((*case, 0) for case in OTHER)]
    assert in_browser(lambda page: [case for case in expected if count(page, *case[:2]) != case[2]]) == []


def test_a_browser_agrees_on_labels_and_texts():
    def counts(page, wording, text):
        page.set_content(f"<label for=a>\n {escaped(text)} <b>*</b></label><input id=a type=password><p>a {text} b</p>")
        name = named([wording])
        return page.get_by_label(name.pattern).count(), page.locator("p").filter(has_text=name.inline).count()

    assert in_browser(lambda page: [case for case in SAME if counts(page, *case) != (1, 1)]) == []
