"""Defects of the screens of the option, one row each: from the list of the sheets to « Validation » (EP4 §2, §3)."""

from reference_impl.defects import ALL
from reference_impl.defects.texts import ScreenWording as Row

_ACTIVATION = "activation/screen.html"
_ADDRESS = "activation/address.html"
_DONE = "activation/recap.html"
_IDENTIFIERS = "option/identifiers.html"
_LOG_IN = "log_in.html"
_NUMBER = "option/number.html"
_QUESTION = "option/question.html"
_SCREEN = "option/screen.html"
_START = "option/start.html"
_VALIDATED = "option/validated.html"
_VERIFICATION = "option/verification.html"

ROWS = (
    # -- the way in ---------------------------------------------------------------------------------------------------
    Row("accueil-vers-l-activation", "EP4-2-1", "De l'accueil, l'espace professionnel mène à l'écran du code.",
        "home.html", "url_for('access.log_in_page')", "url_for('activation.code')", (ALL,)),
    Row("connexion-en-deux-temps", "EP4-2-2", "L'écran d'authentification ne demande d'abord que l'adresse.",
        _LOG_IN, "field(form.password, ", "field(form.password, hidden=true, ", (ALL,)),
    Row("connexion-par-certificat-offerte", "EP4-1.1-1", "L'écran d'authentification offre d'entrer par certificat.",
        _LOG_IN, '<button class="bouton" type="submit">Connexion</button>',
        '<button class="bouton" type="submit">Connexion</button>\n'
        """<a href="{{ url_for('public.not_offered', name='certificat') }}">Connexion avec votre certificat</a>"""),
    Row("aide-egaree", "EP4-2-3", "« Aide : accéder aux fiches pratiques » ramène à l'accueil.",
        _LOG_IN, "url_for('public.help_sheets')", "url_for('public.home')", (ALL,)),
    Row("option-derriere-la-connexion", "EP4-2-9", "La page de départ demande de se connecter avant d'opter.",
        _START, "url_for('option.number')", "url_for('access.log_in_page')", (ALL,)),
    Row("option-egaree", "EP4-2-7", "La fiche EP 4 ne mène pas à la page de départ de l'option.",
        "help.html", "url_for('option.start') if name == 'fiche-ep4' else ", "", (ALL,)),
    Row("depart-sans-prealable", "EP4-2-8", "La page de départ de l'option ne dit pas ce qu'il faut avoir.",
        "option/start.html", "<h2>Préalable</h2>"),
    Row("depart-sans-en-savoir-plus", "EP4-2-8", "La page de départ de l'option ne propose pas d'en savoir plus.",
        "option/start.html", """<li><a href="{{ url_for('option.about') }}">En savoir plus</a></li>"""),
    Row("activation-absente-de-la-connexion", "EP5-2-7", "L'écran d'authentification ne mène pas à l'activation.",
        _LOG_IN, """<a class="bouton secondaire" href="{{ url_for('activation.code') }}">"""
        "Activer mon espace / mes services</a>", "", (ALL, "EP4-2-2", "EP5-2-1", "EP5-2-5")),
    Row("fiches-en-anglais-absentes", "EP4-2-6", "La page des fiches n'en propose aucune en anglais.",
        "help.html", "sheets_in_english.items()", "{}.items()"),

    # -- what the five screens share ----------------------------------------------------------------------------------
    Row("option-a-rebours", "EP4-2-10", "La barre annonce les étapes de l'option à rebours.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps | reverse | list, step)", ("EP4-1.4-1",)),
    Row("option-d-un-autre-nom", "EP4-2-10", "Le premier écran de l'option s'intitule autrement.",
        _SCREEN, "<h1>Opter pour l'accès sans certificat</h1>",
        "<h1>{{ 'Votre espace' if step == steps[0] else \"Opter pour l'accès sans certificat\" }}</h1>", ("EP4-2-12",)),
    Row("option-toujours-a-la-premiere-etape", "EP4-2-10", "La barre de l'option en reste à la première étape.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps, steps[0])", ("EP4-1.4-1",)),
    Row("barre-sans-validation", "EP4-1.4-1", "À l'écran « Question », la barre n'annonce pas « Validation ».",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps[:4] if step == steps[3] else steps, step)", ("EP4-2-10",)),
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
    Row("deux-questions-sur-trois", "EP4-2-13", "Le deuxième écran ne pose que deux des trois questions.",
        _VERIFICATION, "in form.answers %}", "in (form.answers | list)[:2] %}", (ALL,)),
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

    # -- « Question » -------------------------------------------------------------------------------------------------
    Row("deux-reponses-a-donner", "EP4-1.4-3", "L'écran demande de confirmer la réponse de confiance.",
        _QUESTION, '{{ field(form.answer, autocomplete="off", spellcheck="false") }}',
        '{{ field(form.answer, autocomplete="off", spellcheck="false") }}\n'
        '<label>Confirmez la réponse à la question de confiance <input></label>', ("EP4-3-12",)),

    # -- « Validation » -----------------------------------------------------------------------------------------------
    Row("validation-anonyme", "EP4-3-15", "L'écran de validation de l'option ne nomme pas l'usager.",
        _VALIDATED, "{{ space.last_name | upper }} {{ space.first_name }}", "Madame, Monsieur"),
    Row("lien-de-validation-egare", "EP4-3-22", "Le lien d'activation de l'écran de validation ramène à l'accueil.",
        _VALIDATED, "url_for('activation.code')", "url_for('public.home')", ("C34", "EP4-3-23")),
    Row("lien-de-validation-inerte", "EP4-3-16", "« Activez votre espace professionnel » n'est pas un lien.",
        _VALIDATED, """ href="{{ url_for('activation.code') }}\"""", "", (ALL,)),
    Row("lien-de-validation-vers-la-connexion", "EP4-3-23", "Le lien d'activation mène à l'écran d'authentification.",
        _VALIDATED, "url_for('activation.code')", "url_for('access.log_in_page')", ("C34", "EP4-3-22")),
    Row("validation-sans-delai", "EP4-3-17", "L'écran de validation n'annonce pas les 48 heures.",
        _VALIDATED, "un délai de 48h,", "un délai,", ("EP4-3-16",)),

    # -- the activation of an option ----------------------------------------------------------------------------------
    Row("activer-mene-a-la-creation", "EP4-4.1-1", "« Activer mon espace / mes services » mène à la création.",
        _LOG_IN, "url_for('activation.code')", "url_for('creation.mode')", (ALL,)),
    Row("barre-de-l-activation-abregee", "EP4-4.2-1", "Au terme d'une option, la barre oublie la première étape.",
        _ACTIVATION, "step_bar(steps, step)", "step_bar(steps[1:] if opted is defined and opted else steps, step)"),
    Row("effacer-absent-a-l-activation", "EP4-4.2-3", "Le deuxième écran de l'activation ne permet pas d'effacer.",
        _ADDRESS,
        """<button class="bouton secondaire" type="submit" formaction="{{ url_for('activation.clear_address') }}">"""
        "Effacer</button>", "", ("EP2-3-6", "EP5-4.2.2-5", "G34")),
    Row("transformation-anonyme", "EP4-4.2-7", "Au terme d'une option, la dernière page ne nomme pas l'usager.",
        _DONE, "{{ space.full_name }}", "{{ '' if opted else space.full_name }}"),
    Row("transformation-sans-recapitulatif", "EP4-1.4-5", "Au terme d'une option, aucun récapitulatif n'est offert.",
        _DONE, "<p><a", "<p{{ ' hidden' if opted else '' }}><a",
        ("C11", "C15", "EP4-1.3-4", "EP4-1.4-1", "EP4-4.2-7", "EP4-5-1", "EP4-5-2", "EP4-5-3", "EP4-5-4", "EP4-5-5")),
    Row("transformation-qui-ramene-a-l-option", "EP4-5-7", "« Accédez à vos services en ligne » ramène à l'option.",
        _DONE, "url_for('access.log_in_page')",
        "url_for('option.start') if opted else url_for('access.log_in_page')"),
)  # fmt: skip
