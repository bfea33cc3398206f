"""Defects of the screens on the way to a new space, one row each: from the home of the site to « Enregistrement »."""

from reference_impl.defects import ALL
from reference_impl.defects.texts import ScreenWording as Row

_FORM = "creation/registration.html"
_MODE = "creation/mode.html"
_RECAP = "creation/recap.html"
_REGISTERED = "creation/registered.html"
_SCREEN = "creation/screen.html"
_RECALLED = '{{ recall("adresse", "Adresse électronique de connexion", address) }}'
_LAST_NAME = '{{ field(form.last_name, autocomplete="family-name") }}'
_FIRST_NAME = '{{ field(form.first_name, autocomplete="given-name") }}'
_MAILED_TO = "vérifiez que l'adresse que vous avez saisie ({{ draft.email }}) est correcte"

ROWS = (
    # -- home and authentication --------------------------------------------------------------------------------------
    Row("lien-de-l-accueil-toujours-replie", "EP2-2-1", "Sur un ordinateur, rien ne mène plus à l'authentification.",
        "home.html", '<nav class="menu"', "<nav", ("EP2-3-1",)),
    Row("menu-qui-ne-s-ouvre-pas", "EP2-2-2", "Sur un téléphone, « Menu » n'ouvre rien.",
        "home.html", ' popovertarget="menu">Menu', ">Menu", ("EP2-3-1", "G49")),
    Row("menu-toujours-ouvert", "EP2-2-2", "Sur un téléphone, le lien se montre sans ouvrir le menu.",
        "home.html", '<nav class="menu" id="menu" aria-label="Menu" popover>', '<nav id="menu" aria-label="Menu">'),
    Row("bouton-de-connexion-renomme", "EP2-2-5", "Le bouton « Connexion » s'appelle autrement.",
        "log_in.html", '<button class="bouton" type="submit">Connexion<', '<button class="bouton" type="submit">OK<',
        (ALL,)),
    Row("mot-de-passe-toujours-cache", "EP2-2-5", "Le bouton qui montre le mot de passe est sans effet.",
        "macros.html", ' hidden data-eye="{{ field.id }}"'),
    Row("authentification-sans-aide", "EP2-2-3", "L'écran d'authentification ne mène pas aux fiches.",
        "log_in.html", "Aide : accéder aux fiches pratiques", "Questions", ("EP2-1.1-4",)),
    Row("authentification-sans-paiement", "EP2-2-6", "L'écran d'authentification ne propose pas de payer.",
        "log_in.html", "Payer mes impôts locaux", "Mes impôts"),

    # -- the choice of the mode ---------------------------------------------------------------------------------------
    Row("choix-du-mode-saute", "EP2-2-7", "La création commence sans choix du mode.",
        "log_in.html", "url_for('creation.mode')", "url_for('creation.terms')", (ALL,)),
    Row("mode-simplifie-absent", "EP2-1.1-2", "Seul le mode expert est proposé.",
        _MODE, "Créez votre espace en mode simplifié", "", ("EP2-2-10",)),
    Row("mode-expert-egare", "EP2-2-12", "« Créez votre espace en mode expert » mène à l'aide.",
        _MODE, "url_for('creation.terms')", "url_for('public.help_sheets')", (ALL,)),
    Row("mode-simplifie-sans-son-public", "EP2-2-8", "Le mode simplifié ne dit pas à qui il s'adresse.",
        _MODE, "pour votre propre entreprise dont vous ne partagerez pas", "dont vous partagerez"),
    Row("mode-simplifie-sans-siren", "EP2-2-9", "Le mode simplifié ne demande pas de SIREN.",
        _MODE, "le SIREN de l'entreprise concernée, "),
    Row("mode-expert-sans-adhesion", "EP2-2-11", "Le mode expert ne dit pas qu'il faudra adhérer aux services.",
        _MODE, "vous devrez adhérer aux services en ligne", "tout sera prêt"),
    Row("annulation-vers-l-accueil", "EP2-2-10", "« Annulez votre demande » ramène à l'accueil du site.",
        _MODE, "url_for('access.log_in_page')", "url_for('public.home')", ("G09",)),
    Row("mode-expert-inexplique", "EP2-2-12", "« En savoir plus » n'est proposé que pour le mode simplifié.",
        _MODE, """<li><a href="{{ url_for('creation.about_modes', _anchor='expert') }}">En savoir plus</a></li>""", "",
        ("EP2-2-10",)),
    Row("connexion-demandee-pour-creer", "EP2-1.2-1", "La création demande un mot de passe dès son premier écran.",
        "creation/terms.html", "{{ captcha_field(",
        '<label>Mot de passe <input type="password"></label>{{ captcha_field('),

    # -- what the five screens share ----------------------------------------------------------------------------------
    Row("creation-a-rebours", "EP2-2-13", "La barre annonce les étapes de la création à rebours.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps | reverse | list, step)"),
    Row("creation-toujours-a-la-premiere-etape", "EP2-2-13", "La barre de la création en reste à la première étape.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps, steps[0])", ("EP2-2-37",)),
    Row("creation-d-un-autre-nom", "EP2-2-13", "Un écran de la création s'intitule autrement.",
        _SCREEN, "<h1>Créer votre espace professionnel</h1>",
        "<h1>{{ 'Inscription' if step.value == 'Identifiants' else 'Créer votre espace professionnel' }}</h1>"),
    Row("creation-trop-large-pour-un-telephone", "G49", "La création déborde de la largeur d'un téléphone.",
        _SCREEN, "<h1>", '<table width="700"><tr><td></td></tr></table><h1>'),
    Row("quitter-la-creation-vers-la-connexion", "G35", "« Quitter » la création mène à l'écran d'authentification.",
        _SCREEN, "{{ leave(url_for('creation.leave')) }}",
        """<a href="{{ url_for('access.log_in_page') }}">Quitter</a>""", ("G09",)),

    # -- « Conditions générales » -------------------------------------------------------------------------------------
    Row("conditions-illisibles", "EP2-2-16", "Le lien des conditions générales mène à l'accueil.",
        "creation/terms.html", "url_for('public.terms')", "url_for('public.home')", ("C67",)),
    Row("conditions-a-la-place-de-l-ecran", "C67", "Lire les conditions générales fait perdre ce qui était saisi.",
        "creation/terms.html", ' target="_blank" rel="noopener"'),

    # -- « Identifiants » ---------------------------------------------------------------------------------------------
    Row("conseil-de-noter-absent", "EP2-2-19", "L'écran ne conseille pas de noter le mot de passe.",
        "creation/identifiers.html", "Notez votre mot de passe car pour", "Pour"),
    Row("recommandations-absentes-a-la-creation", "EP2-2-23", "La création ne donne pas les recommandations.",
        "advice.html", "<li>1 mot de passe différent pour chaque site"
        " (limitation des effets en cas d'interception) ;</li>"),
    Row("identifiants-sans-exemple", "EP2-2-27", "Le champ de l'adresse ne montre pas d'exemple.",
        "creation/identifiers.html", 'field(form.address, placeholder="utilisateur@domaine", ', "field(form.address, "),
    Row("confirmation-sans-exemple", "EP2-2-27", "La confirmation de l'adresse ne montre pas d'exemple.",
        "creation/identifiers.html", 'field(form.address_again, placeholder="utilisateur@domaine", ',
        "field(form.address_again, "),
    Row("option-non-proposee", "EP2-2-28", "À l'adresse d'un espace à certificat, l'option n'est pas proposée.",
        "creation/identifiers.html", "{% if by_option %}", "{% if false %}", ("C48",)),
    Row("adresse-a-ressaisir", "G34", "Au retour sur les identifiants, l'adresse est à saisir de nouveau.",
        "creation/identifiers.html", "field(form.address, ", 'field(form.address, value="", '),

    # -- « Formulaire inscription » -----------------------------------------------------------------------------------
    Row("ville-non-signalee-obligatoire", "EP2-2-37", "Rien ne signale que la ville est obligatoire.",
        _FORM, "field(form.city, ", "field(form.city, optional=true, "),
    Row("prenom-avant-le-nom", "EP2-2-38", "Le formulaire demande le prénom avant le nom.",
        _FORM, f"{_LAST_NAME}\n      {_FIRST_NAME}", f"{_FIRST_NAME}\n      {_LAST_NAME}", ("EP2-2-41",)),
    Row("effacer-absent", "EP2-2-40", "Le formulaire n'a pas de bouton « Effacer ».",
        _FORM, ">Effacer</button>", ">Vider</button>", ("G34",)),
    Row("adresse-modifiable-au-formulaire", "EP2-2-43", "L'adresse de connexion peut être modifiée au formulaire.",
        _FORM, _RECALLED, _RECALLED.replace(" }}", ' | replace("readonly", "") }}')),
    Row("adresse-du-formulaire-abregee", "EP2-2-43", "Le formulaire ne rappelle que le nom de la boîte.",
        _FORM, _RECALLED, _RECALLED.replace("address)", 'address.split("@")[0])'), ("EP2-2-20", "EP2-2-21", "G04")),
    Row("ville-perdue-au-retour", "EP2-2-48", "Revenu au formulaire, l'usager doit saisir de nouveau la ville.",
        _FORM, "field(form.city, ", 'field(form.city, value="", ', ("EP2-2-38", "G34")),
    Row("reponse-perdue-au-retour", "G34", "Revenu au formulaire, l'usager doit saisir de nouveau sa réponse.",
        _FORM, "field(form.answer, ", 'field(form.answer, value="", '),

    # -- « Récapitulatif » --------------------------------------------------------------------------------------------
    Row("telephone-absent-du-recapitulatif", "EP2-2-49", "Le récapitulatif ne montre pas le téléphone.",
        _RECAP, "form.identity()", "form.identity()[:2]", ("EP2-2-38", "EP2-2-42", "EP2-2-47", "EP2-2-48", "G29")),
    Row("lignes-vides-sans-libelle", "EP2-2-49", "Le récapitulatif tait les lignes vides.",
        _RECAP, "in form.place() %}", "in form.place() if field.data %}"),
    Row("reponse-masquee", "EP2-2-49", "Le récapitulatif ne montre pas la réponse à la question de confiance.",
        _RECAP, "in form.secret() %}{{ recall(field.id, field.label.text, field.data) }}",
        'in form.secret() %}{{ recall(field.id, field.label.text, field.data if loop.first else "********") }}',
        ("EP2-2-39", "EP2-2-44", "EP2-2-45")),
    Row("recapitulatif-sans-retour", "EP2-2-50", "Le récapitulatif ne permet pas de revenir.",
        _RECAP, """<a class="bouton secondaire" href="{{ url_for('creation.registration') }}">Etape précédente</a>""",
        "", ("EP2-2-48", "G34")),

    # -- « Enregistrement » -------------------------------------------------------------------------------------------
    Row("enregistrement-anonyme", "EP2-2-52", "L'écran d'enregistrement ne nomme pas l'usager.",
        _REGISTERED, "{{ draft.full_name }}", "Madame, Monsieur"),
    Row("enregistrement-sans-adresse", "EP2-2-52", "L'écran ne rappelle pas où le code est envoyé.",
        _REGISTERED, " ({{ draft.email }})", "", ("C17",)),
    Row("adresse-sans-parentheses", "EP2-2-52", "L'écran n'invite pas à vérifier l'adresse comme la fiche le montre.",
        _REGISTERED, _MAILED_TO, "le code part vers {{ draft.email }}"),
    Row("enregistrement-sans-delai", "EP2-2-53", "L'écran d'enregistrement ne dit rien du délai de 48 heures.",
        _REGISTERED, "d'un délai de 48h, à compter", "d'un délai, à compter"),
    Row("lien-d-activation-egare", "C32", "Le lien de l'écran d'enregistrement ramène à l'accueil.",
        _REGISTERED, "url_for('activation.code')", "url_for('public.home')", ("EP2-2-54",)),
    Row("lien-d-activation-absent", "EP2-2-53", "L'écran d'enregistrement n'offre pas d'activer l'espace.",
        _REGISTERED, ">Activez votre espace professionnel<", "><", (ALL,)),
    Row("renvoi-du-code-offert", "G07", "L'écran d'enregistrement offre de renvoyer le code.",
        _REGISTERED, "<p>Le délai",
        """<p><a href="{{ url_for('creation.registered') }}">Renvoyer le code</a></p><p>Le délai"""),
)  # fmt: skip
