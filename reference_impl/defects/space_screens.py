"""Defects of the screens of the space and of « Mot de passe expiré », one row each, from the home to the last recap."""

from reference_impl.defects import ALL
from reference_impl.defects.texts import ScreenWording as Row

_HOME = "space.html"
_COMPANIES = "companies.html"
_MANAGED = "managed.html"
_MANAGE = "manage.html"
_CHOOSE = "credentials/choose.html"
_CHANGED = "credentials/changed.html"
_PENDING = "credentials/pending.html"
_WARNING = "warning.html"
_LINK = """<p><a href="{{ url_for('credentials.choose') }}">Modifier le mot de passe</a></p>"""
_DATE = "<p>Expiration du mot de passe : {{ expiry.last_day | short_date }}</p>"
_OF_SEVERAL = ("EP2-1.1-3", "EP5-3-18", "EP5-4.3-9", "PER-1.2-1", "PER-1.3-5")
_NUMBER = "<p>Abonné : {{ space.subscriber_number }}</p>"
_AGAIN = '{{ field(form.address_again, mandatory=false, inputmode="email", autocomplete="off", '
_AGAIN += 'autocapitalize="none", spellcheck="false") }}'
_WAYS_OUT = """<a class="bouton secondaire" href="{{ url_for('activation.code') }}">Activez votre espace abonné</a>
    <a class="bouton" href="{{ url_for('space.home') }}">OK</a></p>"""
_SUCCESS = "<p><strong>Votre mot de passe a été réinitialisé avec succès.</strong></p>"
_CHANGE = """<a href="{{ url_for('credentials.choose') }}">Gérer votre adresse"""
_VARIANTS = ("C65", "EP5-2-10")

ROWS = (
    # -- the three homes ----------------------------------------------------------------------------------------------
    Row("dossier-unique-a-choisir", "EP5-2-12", "L'unique dossier d'un espace n'est pas présenté d'office.",
        _COMPANIES, "{% elif companies | length == 1 %}", "{% elif false %}", (*_VARIANTS, "EP5-2-17")),
    Row("premier-dossier-presente-d-office", "EP5-2-26", "De plusieurs dossiers, le premier est présenté d'office.",
        _COMPANIES, "companies | length == 1", "companies | length >= 1", (*_VARIANTS, "EP2-1.1-3")),
    Row("dossier-vide-sans-service", "EP5-2-11", "Sans aucun service, l'accueil présente un dossier vide.",
        _COMPANIES, "<p>Vous ne disposez d'aucun service.</p>",
        '<h2>DOSSIER COURANT</h2><p class="dossier">SIREN 000000000</p>', _VARIANTS),
    Row("gestion-fermee-sans-service", "EP5-2-11", "Sans aucun service, l'accueil n'offre pas d'en gérer.",
        _HOME, """<li><a href="{{ url_for('space.manage') }}">Gérer les services</a></li>""",
        """{% if companies %}<li><a href="{{ url_for('space.manage') }}">Gérer les services</a></li>{% endif %}""",
        ("EP5-2-22", "EP5-2-28", "G50")),
    Row("siren-du-dossier-absent", "EP5-2-17", "Le dossier courant ne donne pas le SIREN de l'entreprise.",
        _COMPANIES, "SIREN {{ companies[0][1] }}<br>", "", ("EP5-2-10", "EP5-2-12")),
    Row("menu-de-plusieurs-dossiers-pour-un-seul", "EP5-2-12", "Avec une seule entreprise, le menu ouvre sur DOSSIER.",
        _HOME, "([elsewhere.FILES_MENU] if several else [])", "[elsewhere.FILES_MENU]"),
    Row("menu-sans-dossier", "EP5-2-24", "Avec plusieurs entreprises, le menu n'a pas d'entrée DOSSIER.",
        _HOME, "([elsewhere.FILES_MENU] if several else [])", "[]"),
    Row("numero-absent-de-plusieurs-dossiers", "EP5-2-25", "Avec plusieurs entreprises, le numéro d'abonné manque.",
        _HOME, _NUMBER, "{% if not several %}" + _NUMBER + "{% endif %}", _OF_SEVERAL),
    Row("expiration-absente-de-plusieurs-dossiers", "EP5-2-25", "Avec plusieurs entreprises, pas d'expiration.",
        _HOME, _DATE, "{% if not several %}" + _DATE + "{% endif %}", _OF_SEVERAL),
    Row("consulter-sous-un-autre-nom", "EP5-2-18", "Les services à consulter ne sont pas sous « Consulter ».",
        _COMPANIES, "<h3>{{ theme }}</h3>", '<h3>{{ theme | replace("Consulter", "Divers") }}</h3>', ("G51",)),
    Row("declarer-sous-un-autre-nom", "EP5-2-19", "Les services à déclarer ne sont pas sous « Déclarer ».",
        _COMPANIES, "<h3>{{ theme }}</h3>", '<h3>{{ theme | replace("Déclarer", "Divers") }}</h3>',
        ("EP5-2-18", "G51")),
    Row("payer-sous-un-autre-nom", "EP5-2-20", "Les services à payer ne sont pas sous « Payer ».",
        _COMPANIES, "<h3>{{ theme }}</h3>", '<h3>{{ theme | replace("Payer", "Divers") }}</h3>', ("EP5-2-21", "G51")),
    Row("demarches-sous-un-autre-nom", "EP5-2-21", "Les démarches ne sont pas sous « Démarches ».",
        _COMPANIES, "<h3>{{ theme }}</h3>", '<h3>{{ theme | replace("Démarches", "Divers") }}</h3>',
        ("EP5-2-20", "G51")),
    Row("autres-services-absents", "EP5-2-23", "Sous « MES AUTRES SERVICES », l'accueil ne propose rien.",
        _HOME, "<ul>{% for label in elsewhere.OTHER_SERVICES %}", "<ul>{% for label in [] %}",
        ("EP5-2-15", "EP5-2-22")),
    Row("messagerie-vide", "EP5-2-16", "Sous « Messagerie », l'accueil d'une seule entreprise ne propose rien.",
        _HOME, "<p>{{ outside(elsewhere.COMPANY_MAIL) }}</p>", "", ("EP5-2-13",)),
    Row("expiration-affichee-pendant-l-alerte-seulement", "EP5-2-14", "Loin de l'échéance, sa date n'est pas affichée.",
        _HOME, _DATE, "{% if expiry.is_near %}" + _DATE + "{% endif %}",
        ("C26", "G22", "G65", "PER-1.1-5", "PER-1.5-3", "PER-2-11", "PER-2-26")),

    # -- « Gérer les services » ---------------------------------------------------------------------------------------
    Row("gestion-egaree", "EP5-2-28", "« Gérer les services » mène aux coordonnées de l'usager.",
        _HOME, "url_for('space.manage')", "url_for('space.details')", (ALL,)),
    Row("page-de-gestion-sans-pays", "EP5-2-29", "La page de gestion ne rappelle pas le pays de l'usager.",
        _MANAGED, "<br>{{ space.country | upper }}"),
    Row("page-de-gestion-sans-sortie", "EP5-2-29", "La page de gestion ne permet pas de quitter l'espace.",
        _MANAGED, "{{ leave(url_for('space.leave')) }}"),
    Row("services-en-ligne-absents-de-la-gestion", "EP5-2-30", "La gestion ne réunit pas les services en ligne.",
        _MANAGE, "<ul>{{ outer(elsewhere.ONLINE_SERVICES) }}</ul>", "", ("EP5-2-31",)),
    Row("suppression-absente-de-la-gestion", "EP5-2-31", "La page de gestion n'offre pas de supprimer son espace.",
        _MANAGE, "{{ outer([elsewhere.DELETION]) }}", "", ("EP5-2-30",)),
    Row("droits-d-acces-absents-de-la-gestion", "EP5-2-32", "La page de gestion ne réunit pas les droits d'accès.",
        _MANAGE, "<ul>{{ outer(elsewhere.RIGHTS) }}</ul>", "", ("EP5-2-33",)),
    Row("dossiers-absents-de-la-gestion", "EP5-2-33", "La page de gestion ne réunit pas ce qui touche aux dossiers.",
        _MANAGE, "<ul>{{ outer(elsewhere.COMPANY_FILES) }}</ul>", "", ("EP5-2-32",)),
    Row("identifiants-egares", "EP5-2-34", "Le lien vers l'adresse et le mot de passe mène aux coordonnées.",
        _MANAGE, _CHANGE, _CHANGE.replace("credentials.choose", "space.details"), (ALL,)),

    # -- « Modifiez vos identifiants » and what follows ---------------------------------------------------------------
    Row("numero-absent-de-la-modification", "PER-2-14", "« Modifiez vos identifiants » tait le numéro d'abonné.",
        _MANAGED, "<p>Abonné: {{ space.subscriber_number }}</p>", "", ("EP5-2-29",)),
    Row("adresse-a-saisir-une-seule-fois", "EP5-3-2", "La nouvelle adresse ne se confirme pas : le champ n'y est pas.",
        _CHOOSE, _AGAIN, "", (ALL,)),
    Row("annuler-valide", "EP5-3-4", "« Annuler » enregistre ce qui a été saisi.", _CHOOSE,
        """<a class="bouton secondaire" href="{{ url_for('space.home') }}">Annuler</a>""",
        '<button class="bouton secondaire" type="submit">Annuler</button>', ("G09",)),
    Row("mot-de-passe-en-vigueur-redemande", "C25", "Le mot de passe en vigueur est redemandé.",
        _CHOOSE, "    {{ form.mark }}\n",
        '    {{ form.mark }}\n    <p><label for="actuel">Saisissez votre ancien mot de passe</label>'
        '<input id="actuel" name="actuel" type="password"></p>\n'),
    Row("niveau-faible-d-avance", "EP5-4.1-2", "Avant toute saisie, le niveau annoncé est déjà « Faible ».",
        _CHOOSE, "{{ level_meter(form.password, level) }}",
        "{{ level_meter(form.password, level) }}<p>Niveau de sécurité : {{ level or 'Faible' }}</p>",
        ("C29", "EP5-3-3", "PER-2-16", "PER-2-21")),
    Row("succes-non-annonce", "EP5-3-10", "L'écran de confirmation ne dit pas que le mot de passe est changé.",
        _CHANGED, _SUCCESS, "",
        ("C27", "C31", "C71", "EP5-1.3-1", "PER-2-16", "PER-2-24", "PER-3-22")),
    Row("confirmation-sans-date", "EP5-3-10", "L'écran de confirmation ne dit pas jusqu'à quand vaut le mot de passe.",
        _CHANGED, "<p>Ce mot de passe est valable jusqu'au <strong>{{ valid_until | long_date }}</strong>.</p>", "",
        ("C03", "C04", "C05", "C27", "EP5-3-11", "EP5-3-14", "G23")),
    Row("ok-vers-l-aide", "EP5-3-12", "« OK » mène de la confirmation à l'aide.",
        _CHANGED, "url_for('space.home')", "url_for('public.help_sheets')", ("C26", "EP5-2-14")),
    Row("ok-hors-de-l-espace", "C26", "« OK » mène de la confirmation à l'écran d'authentification.",
        _CHANGED, "url_for('space.home')", "url_for('access.log_in_page')", ("EP5-2-14",)),
    Row("attente-a-l-ancienne-adresse", "EP5-4.1-7", "L'écran d'attente rappelle l'ancienne adresse.",
        _PENDING, "{{ waiting.email }}", "{{ space.email }}", ("C17", "EP5-4.1-5")),
    Row("attente-sans-delai", "EP5-4.1-10", "L'écran d'attente n'annonce pas le délai de 48 heures.",
        _PENDING, "d'un délai de 48h", "d'un délai", ("C38", "EP5-4.1-7", "EP5-4.1-8", "EP5-4.1-9", "EP5-4.1-11")),
    Row("attente-sans-issue", "EP5-4.1-10", "« OK » et le lien de l'écran d'attente sont grisés.",
        _PENDING, _WAYS_OUT, '<button type="button" disabled>OK</button></p>', ("C33", "C38", "EP5-4.1-11")),
    Row("lien-d-attente-egare", "EP5-4.1-11", "Le lien de l'écran d'attente ne mène pas à l'activation.",
        _PENDING, "url_for('activation.code')", "url_for('public.help_sheets')", ("C33",)),

    # -- the warning --------------------------------------------------------------------------------------------------
    Row("fenetre-sans-heure-de-paris", "PER-2-5", "La fenêtre d'alerte ne dit pas de quel lieu est l'heure.",
        _WARNING, " (heure de Paris)"),
    Row("alerte-a-chaque-page", "G24", "La fenêtre d'alerte revient à chaque affichage de l'accueil.", _HOME,
        '<p class="avis">', '<dialog open role="alertdialog" aria-label="Expiration"><p>Votre mot de passe expire le '
        "<strong>{{ expiry.last_day | long_date }}</strong> (heure de Paris).</p>"
        '<button type="button">OK</button></dialog><p class="avis">', ("PER-2-6",)),
    Row("avis-d-expiration-absent", "PER-2-9", "L'accueil n'explique pas pourquoi modifier le mot de passe.",
        _HOME, "Votre mot de passe expire bientôt. Afin d'éviter le blocage de votre accès, nous", "Nous",
        ("PER-2-8",)),
    Row("lien-de-modification-absent", "PER-1.1-5", "Pendant l'alerte, rien n'offre de changer de mot de passe.",
        _HOME, _LINK, "", ("PER-1.1-6", "PER-1.4-2", "PER-1.5-3", "PER-2-1", "PER-2-6", "PER-2-7", "PER-2-11",
        "PER-2-13", "PER-2-15", "PER-2-24", "PER-2-26")),
    Row("lien-de-modification-permanent", "PER-2-11", "« Modifier le mot de passe » est là loin de l'échéance aussi.",
        _HOME, _LINK + "\n      {% endif %}", "{% endif %}\n      " + _LINK,
        ("PER-1.1-5", "PER-1.5-3", "PER-2-26")),
    Row("lien-de-modification-egare", "PER-2-13", "« Modifier le mot de passe » mène à la page de gestion.",
        _HOME, _LINK, _LINK.replace("credentials.choose", "space.manage"),
        ("PER-1.1-6", "PER-1.4-2", "PER-2-15", "PER-2-24", "PER-2-26")),
    Row("rubriques-perdues-pendant-l-alerte", "PER-2-10", "Pendant l'alerte, la rubrique « MON ESPACE » disparaît.",
        _HOME, "<h2>MON ESPACE</h2>", "<h2>{{ '' if expiry.is_near else 'MON ESPACE' }}</h2>", ("PER-2-12",)),

    # -- « Mot de passe expiré » --------------------------------------------------------------------------------------
    Row("renouvellement-sous-un-autre-titre", "PER-3-5", "Le renouvellement ne s'intitule pas « Mot de passe expiré ».",
        "expired/screen.html", "<h1>Mot de passe expiré</h1>", "<h1>Renouvellement</h1>"),
    Row("renouvellement-a-rebours", "PER-3-5", "La barre annonce les étapes du renouvellement à rebours.",
        "expired/screen.html", "step_bar(steps, step)", "step_bar(steps | reverse | list, step)",
        ("PER-3-8", "PER-3-16")),
    Row("ancien-mot-de-passe-en-clair", "PER-3-8", "Au renouvellement, l'ancien mot de passe se lit pendant la saisie.",
        "expired/new_password.html", "field(form.old, ", 'field(form.old, type="text", ', ("PER-1.3-1", "PER-3-7")),
    Row("renouvellement-a-la-premiere-etape", "PER-3-5", "La barre du renouvellement en reste à la première étape.",
        "expired/screen.html", "step_bar(steps, step)", "step_bar(steps, steps[0])", ("PER-3-8", "PER-3-16")),
    Row("reponse-demandee-au-renouvellement", "PER-1.5-2", "Le renouvellement demande la réponse de confiance.",
        "expired/new_password.html", "  {{ field(form.password,",
        '  <p><label for="reponse">Saisissez la réponse à la question de confiance</label>'
        '<input id="reponse" name="reponse"></p>\n  {{ field(form.password,', ("C24",)),
    Row("renouvellement-sans-date", "PER-3-16", "Le récapitulatif du renouvellement ne donne pas de date.",
        "expired/recap.html",
        "<p>Ce mot de passe est valable jusqu'au <strong>{{ renewal.valid_until | long_date }}</strong>.</p>", "",
        ("C04", "C05", "C27", "G23", "PER-3-17", "PER-3-19")),
    Row("services-egares-apres-le-renouvellement", "PER-3-21", "« Accédez à vos services » ramène à l'accueil.",
        "expired/recap.html", "url_for('access.log_in_page')", "url_for('public.home')"),
)  # fmt: skip
