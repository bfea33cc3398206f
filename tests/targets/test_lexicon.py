"""The lexicon of the sheets, what a profile may override in it, and what it refuses."""

from pathlib import Path

import pytest

from targets.faults import Fault, ProfileError
from targets.lexicon import Lexicon
from targets.names import Name
from targets.sections import Override

SCREENS = ["accueil", "authentification", "aide", "option_depart", "option_numero", "option_verification",
           "option_identifiants", "option_question", "option_validation", "oubli_adresse", "oubli_reponse",
           "oubli_nouveau", "oubli_recapitulatif", "espace", "gestion", "modification", "modification_confirmee",
           "modification_attente", "alerte", "expire_adresse", "expire_nouveau", "expire_recapitulatif",
           "creation_mode", "creation_conditions", "creation_identifiants", "creation_formulaire",
           "creation_recapitulatif", "creation_enregistrement", "activation_code", "activation_adresse",
           "activation_recapitulatif"]  # fmt: skip


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.load()


def test_every_screen_of_the_sheets_has_a_title(lexicon):
    assert list(lexicon.screens) == SCREENS
    assert all(lexicon.screen(key).title.spoken for key in SCREENS)


@pytest.mark.parametrize(
    ("screen", "find", "spoken"),
    [
        ("authentification", lambda words: words.field("mot_de_passe"), "Mot de passe"),
        ("oubli_adresse", lambda words: words.field("image"), "Recopiez les caractères de l'image"),
        ("oubli_reponse", lambda words: words.action("etape_precedente"), "Etape précédente"),
        ("oubli_nouveau", lambda words: words.field("confirmation"), "Confirmez votre nouveau mot de passe"),
        ("oubli_recapitulatif", lambda words: words.action("services"), "Accédez à vos services en ligne"),
        ("oubli_nouveau", lambda words: words.action("quitter"), "Quitter"),
        ("espace", lambda words: words.message("numero_abonne"), "N° d'abonné"),
    ],
)
def test_a_name_is_spoken_as_the_sheet_writes_it(lexicon, screen, find, spoken):
    assert find(lexicon.screen(screen)).spoken == spoken


def test_the_wordings_that_the_sheets_mix_are_one_name(lexicon):
    space = lexicon.screen("accueil").action("espace_professionnel")
    assert space.matches("Votre espace professionnel")  # C39
    assert space.matches("Connexion à l'espace professionnel")
    assert lexicon.screen("oubli_adresse").field("image").matches("Recopier les caractères de l'image : *")  # C20
    assert lexicon.screen("oubli_nouveau").action("fermer").matches("✕")  # C53


def test_every_name_is_looked_for_by_a_step(lexicon):
    """An override of a name that nothing looks for would have no effect, and nobody would know."""
    steps = "".join(path.read_text("utf-8") for path in Path("steps").rglob("*.py"))
    rows = "".join(path.read_text("utf-8") for path in Path("features").rglob("*.feature"))
    words = lexicon.screens.values()
    names = {name for each in words for group in (each.fields, each.actions, each.messages) for name in group}
    said = {name for each in words for name, label in each.actions.items() if label.spoken in rows}  # a step's argument
    assert {name for name in names - said if f'"{name}"' not in steps} == set()


def test_an_action_is_found_by_its_label(lexicon):
    assert lexicon.screen("oubli_reponse").action_called("Étape précédente") == "etape_precedente"


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda lexicon: lexicon.screen("option"),
         "Le lexique n'a pas d'écran « option » : " + ", ".join(SCREENS) + "."),
        (lambda lexicon: lexicon.screen("aide").field("x"), "Le lexique n'a pas « x » à l'écran « aide » : ."),
        (lambda lexicon: lexicon.screen("alerte").action_called("Valider"),
         "Le lexique n'a pas de commande « Valider » à l'écran « Votre mot de passe expire »."),
    ],
)  # fmt: skip
def test_a_name_that_no_sheet_has_is_a_fault_of_ours(lexicon, ask, message):
    with pytest.raises(Fault) as fault:
        ask(lexicon)
    assert (fault.value.kind, fault.value.message) == ("harness", message)


def test_a_profile_overrides_what_differs():
    words = Lexicon.load({
        "oubli_adresse.adresse": Override(label="Votre courriel", role="searchbox"),
        "oubli_adresse.titre": Override(css="h3.ici"),
    }).screen("oubli_adresse")  # fmt: skip
    assert words.field("adresse").matches("Votre courriel *")
    assert words.field("adresse").role == "searchbox"
    assert not words.field("adresse").matches("Adresse électronique de connexion")
    assert (words.title.spoken, words.title.css) == ("Adresse électronique de connexion", "h3.ici")
    assert words.field("image") == Lexicon.load().screen("oubli_adresse").field("image")


def test_overrides_are_read_from_a_profile(profile):
    site = profile('[lexicon]\n"oubli_adresse.adresse" = { css = "#mail" }\n"accueil.titre" = "Bienvenue"')
    words: Name = Lexicon.load(site.lexicon).screen("oubli_adresse").field("adresse")
    assert words.css == "#mail"
    assert Lexicon.load(site.resolve().lexicon).screen("accueil").title.spoken == "Bienvenue"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('"oubli_adresse.adrese" = "x"',
         '"oubli_adresse.adrese" : nom inconnu ; vouliez-vous dire « adresse » ?'),
        ('"alerte.zzz" = "x"', '"alerte.zzz" : nom inconnu ; noms de l\'écran : titre, ok, echeance'),
        ('"oubli_adress.adresse" = "x"',
         '"oubli_adress.adresse" : écran inconnu ; vouliez-vous dire « oubli_adresse » ?'),
        ('zzz = "x"', "zzz : écran inconnu ; écrans : " + ", ".join(SCREENS)),
        ('"oubli_adresse.titre" = {}',
         '"oubli_adresse.titre" : une clé est attendue : label, role ou css (exemple : { label = "…" })'),
        ('"oubli_adresse.titre" = { xpath = "//h1" }', '"oubli_adresse.titre".xpath : clé inconnue ; clés admises : '
         "label, role, css"),
        ('"oubli_adresse.titre" = { role = "2" }',
         '"oubli_adresse.titre".role : un rôle ARIA est attendu (exemples : textbox, button, link)'),
    ],
)  # fmt: skip
def test_an_override_that_is_refused(profile, line, problem):
    with pytest.raises(ProfileError) as refused:
        profile(f"[lexicon]\n{line}")
    assert refused.value.message.endswith(f"site.toml\n- lexicon.{problem}")
