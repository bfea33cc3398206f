"""Defects of the screens of the option, one row each: from the list of the sheets to « Validation » (EP4 §2, §3)."""

from reference_impl.defects import ALL
from reference_impl.defects.texts import ScreenWording as Row

_IDENTIFIERS = "option/identifiers.html"
_NUMBER = "option/number.html"
_SCREEN = "option/screen.html"
_VALIDATED = "option/validated.html"
_VERIFICATION = "option/verification.html"

ROWS = (
    # -- the way in ---------------------------------------------------------------------------------------------------
    Row("option-egaree", "EP4-2-7", "La fiche EP 4 ne mène pas à la page de départ de l'option.",
        "help.html", "url_for('option.start') if name == 'fiche-ep4' else ", "", (ALL,)),
    Row("depart-sans-prealable", "EP4-2-8", "La page de départ de l'option ne dit pas ce qu'il faut avoir.",
        "option/start.html", "<h2>Préalable</h2>"),
    Row("fiches-en-anglais-absentes", "EP4-2-6", "La page des fiches n'en propose aucune en anglais.",
        "help.html", "sheets_in_english.items()", "{}.items()"),

    # -- what the five screens share ----------------------------------------------------------------------------------
    Row("option-a-rebours", "EP4-2-10", "La barre annonce les étapes de l'option à rebours.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps | reverse | list, step)", ("EP4-1.4-1",)),
    Row("option-toujours-a-la-premiere-etape", "EP4-2-10", "La barre de l'option en reste à la première étape.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps, steps[0])", ("EP4-1.4-1",)),
    Row("validation-intitulee-creation", "C35", "L'écran de validation de l'option porte le titre d'une création.",
        _SCREEN, "<h1>Opter pour l'accès sans certificat</h1>",
        "<h1>{{ 'Créer votre espace professionnel' if step == steps[-1] else \"Opter pour l'accès sans certificat\" }}"
        "</h1>"),

    # -- « Numéro d'abonné » and « Vérification » ---------------------------------------------------------------------
    Row("option-sans-consignes", "EP4-2-11", "Les deux premiers écrans ne disent pas comment s'identifier.",
        "option/instructions.html", "veuillez répondre aux 3 questions de confiance", "répondez"),
    Row("effacer-inerte-au-numero", "EP4-2-12", "« Effacer » n'efface pas le numéro d'abonné.",
        _NUMBER, """type="submit" formaction="{{ url_for('option.clear_number') }}\"""", 'type="button"'),
    Row("questions-a-rebours", "EP4-2-14", "Les trois questions sont posées dans un autre ordre que celui de l'espace.",
        _VERIFICATION, "questions[loop.index0]", "questions[-loop.index]", ("EP4-2-13",)),
    Row("numero-non-rappele", "EP4-2-14", "Le deuxième écran ne rappelle pas le numéro d'abonné.",
        _VERIFICATION, "space.subscriber_number)", "'')", ("EP4-2-13",)),
    Row("effacer-inerte-aux-reponses", "EP4-2-15", "« Effacer » n'efface pas les trois réponses.",
        _VERIFICATION, """href="{{ url_for('option.verification') }}">Effacer""", 'href="#">Effacer'),
    Row("etape-precedente-egaree-a-la-verification", "EP4-2-15", "« Etape précédente » ramène à l'accueil du site.",
        _VERIFICATION, """url_for('option.number') }}">Etape""", """url_for('public.home') }}">Etape"""),

    # -- « Identifiants » ---------------------------------------------------------------------------------------------
    Row("option-sans-conseil", "EP4-3-2", "L'écran ne conseille pas de noter le mot de passe.",
        _IDENTIFIERS, "Notez votre mot de passe car pour", "Pour"),
    Row("option-sans-rappel", "EP4-3-3", "L'écran ne rappelle pas qu'une adresse ne sert qu'à un espace.",
        _IDENTIFIERS, "une adresse électronique ne peut être associée qu'à un seul espace abonné sans certificat."),

    # -- « Validation » -----------------------------------------------------------------------------------------------
    Row("validation-anonyme", "EP4-3-15", "L'écran de validation de l'option ne nomme pas l'usager.",
        _VALIDATED, "{{ space.last_name | upper }} {{ space.first_name }}", "Madame, Monsieur"),
    Row("lien-de-validation-egare", "EP4-3-22", "Le lien d'activation de l'écran de validation ramène à l'accueil.",
        _VALIDATED, "url_for('activation.code')", "url_for('public.home')", ("C34", "EP4-3-23")),
    Row("validation-sans-delai", "EP4-3-17", "L'écran de validation n'annonce pas les 48 heures.",
        _VALIDATED, "un délai de 48h,", "un délai,", ("EP4-3-16",)),
)  # fmt: skip
