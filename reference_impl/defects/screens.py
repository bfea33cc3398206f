"""Defects of the screens, one row each: a text, a mark, a link or a field that is not what the sheets show."""

from reference_impl.defects import ALL
from reference_impl.defects.texts import ScreenWording as Row

_NEW_PASSWORD = "{{ field(form.password, hint="  # noqa: S105 - the place of a field in a template
_CAPTCHA_LINK = (
    """<a href="{{ change_url }}" data-captcha-change="{{ url_for('captcha.change') }}">Changer l'image</a>"""
)
_PREVIOUS = """<a class="bouton secondaire" href="{{ url_for('forgotten.address') }}">Etape précédente</a>"""
_NOTE = "Les champs marqués d'un astérisque (*) doivent être renseignés."

ROWS = (
    # -- home and authentication --------------------------------------------------------------------------------------
    Row("accueil-sans-issue", "EP6-2-3", "De l'accueil, l'espace professionnel mène à l'aide.",
        "home.html", "url_for('access.log_in_page')", "url_for('public.help_sheets')", (ALL,)),
    Row("accueil-vers-un-autre-espace", "EP6-2-1", "De l'accueil, on ne va qu'à l'espace particulier.",
        "home.html", "url_for('access.log_in_page')", "url_for('public.not_offered', name='espace-particulier')",
        (ALL,)),
    Row("menu-absent-de-l-accueil", "EP2-3-1", "Sur un téléphone, l'accueil n'a pas de menu.",
        "home.html", '<button class="bouton menu-bouton" type="button" popovertarget="menu">Menu</button>', "",
        ("EP2-2-2", "G49")),
    Row("oubli-sans-nom", "EP6-1.1-2", "La procédure ne s'appelle pas « Mot de passe oublié ».",
        "log_in.html", ">Mot de passe oublié</a>", ">Un problème pour vous connecter ?</a>", (ALL,)),
    Row("fil-d-ariane-absent", "EP6-2-4", "Le fil d'Ariane ne dit pas où l'on est.",
        "log_in.html", ' &gt; <span aria-current="page">Authentification</span>'),
    Row("connexion-a-mot-de-passe-lisible", "EP6-2-5", "Le mot de passe de la connexion se saisit en clair.",
        "log_in.html", "field(form.password, ", 'field(form.password, type="text", '),
    Row("connexion-sans-saisie", "EP6-2-5", "L'adresse de connexion ne peut pas être saisie.",
        "log_in.html", "field(form.address, ", "field(form.address, readonly=true, ", (ALL,)),
    Row("lien-mot-de-passe-oublie-absent", "EP6-2-5", "Rien ne mène à la procédure « Mot de passe oublié ».",
        "log_in.html", """<a href="{{ url_for('forgotten.address') }}">Mot de passe oublié</a>""", "", (ALL,)),
    Row("lien-mot-de-passe-oublie-egare", "EP6-2-9", "Le lien « Mot de passe oublié » mène à l'aide.",
        "log_in.html", "url_for('forgotten.address')", "url_for('public.help_sheets')", (ALL,)),
    Row("aide-du-mot-de-passe-muette", "EP6-2-5", "L'aide sur le mot de passe ne s'ouvre pas.",
        "log_in.html", ' command="show-modal" commandfor="aide-mot-de-passe"'),
    Row("image-a-la-connexion", "C18", "La connexion demande une image, que le site déclare ne pas montrer.",
        "log_in.html", '<p class="suite"><button class="bouton" type="submit">Connexion',
        '<label>Recopiez les caractères de l\'image <input></label>\n'
        '<p class="suite"><button class="bouton" type="submit">Connexion', (ALL, "EP2-2-4", "EP2-2-5")),
    Row("paiement-absent", "EP6-2-7", "L'écran d'authentification ne parle plus du paiement en ligne.",
        "log_in.html", "votre cotisation foncière des entreprises en utilisant la référence de votre avis", "autre"),
    Row("creation-absente", "EP6-2-8", "L'écran d'authentification ne propose pas la création d'un espace.",
        "log_in.html", "<h2>Création de mon espace professionnel</h2>"),

    # -- the step bar and what the four screens share -----------------------------------------------------------------
    Row("etapes-dans-le-desordre", "EP6-2-10", "La barre annonce les étapes dans un autre ordre.",
        "macros.html", "{% for step in steps %}", "{% for step in steps | sort %}"),
    Row("etape-en-cours-figee", "EP6-2-10", "La barre montre toujours la première étape comme étape en cours.",
        "macros.html", "{% if step is sameas current %}", "{% if loop.first %}"),
    Row("procedure-d-un-autre-nom", "EP6-2-10", "Les écrans s'intitulent autrement que « Mot de passe oublié ».",
        "forgotten/screen.html", "<h1>Mot de passe oublié</h1>", "<h1>Réinitialisation</h1>"),
    Row("ecran-trop-large-pour-un-telephone", "G49", "Les écrans débordent de la largeur d'un téléphone.",
        "forgotten/screen.html", "<h1>", '<table width="700"><tr><td></td></tr></table><h1>'),
    Row("quitter-vers-la-connexion", "G35", "« Quitter » mène à l'écran d'authentification.",
        "forgotten/screen.html", "{{ leave(url_for('forgotten.leave')) }}",
        """<a href="{{ url_for('access.log_in_page') }}">Quitter</a>"""),
    Row("pied-de-page-incomplet", "EP6-2-28", "Le pied de page n'a pas de mentions légales.",
        "layout.html", "Mentions légales"),

    # -- « Adresse électronique de connexion » ------------------------------------------------------------------------
    Row("asterisque-inexplique", "EP6-2-11", "Le premier écran n'explique pas ses astérisques.",
        "macros.html", _NOTE),
    Row("adresse-sans-exemple", "EP6-2-11", "Le premier écran ne montre pas la forme d'une adresse.",
        "macros.html", "utilisateur@domaine", "", ("PER-3-6",)),
    Row("adresse-non-marquee-obligatoire", "EP6-2-11", "L'adresse n'est pas marquée obligatoire.",
        "macros.html", '{"required": true, "aria-required": "true"}', "{}"),
    Row("changer-l-image-sans-effet", "EP6-2-12", "« Changer l'image » laisse la même image.",
        "macros.html", _CAPTCHA_LINK, '<a href="#image">Changer l\'image</a><span data-captcha-change></span>'),
    Row("extrait-sonore-absent", "EP6-2-12", "L'image ne peut pas être écoutée.",
        "macros.html", '<a href="{{ captcha.sound }}" data-captcha-sound>Ecouter l\'extrait sonore</a>',
        "<span data-captcha-sound></span>"),
    Row("etape-precedente-au-premier-ecran", "EP6-2-13", "Le premier écran propose une étape précédente.",
        "forgotten/address.html", "url_for('forgotten.address')) }}", f"url_for('forgotten.address')) }}}}{_PREVIOUS}"),
    Row("adresse-perdue-au-retour", "G34", "Au retour, l'adresse est à saisir de nouveau.",
        "macros.html", "field(form.address, ", 'field(form.address, value="", '),

    # -- « Réponse à la question de confiance » -----------------------------------------------------------------------
    Row("rappels-modifiables", "EP6-2-14", "L'adresse et la question rappelées peuvent être modifiées.",
        "macros.html", 'rows="1" readonly', 'rows="1"', ("EP6-2-17",)),
    Row("etape-precedente-absente", "EP6-2-15", "Le deuxième écran ne permet pas de revenir.",
        "forgotten/answer.html", _PREVIOUS),
    Row("etape-precedente-egaree", "EP6-2-15", "Du deuxième écran, « Etape précédente » ramène à l'accueil.",
        "forgotten/answer.html", "url_for('forgotten.address')", "url_for('public.home')"),
    Row("image-au-deuxieme-ecran", "EP6-2-15", "Le deuxième écran demande lui aussi de recopier une image.",
        "forgotten/answer.html", "{{ field(form.answer,",
        "<label>Recopiez les caractères de l'image <input></label>\n  {{ field(form.answer,"),

    # -- « Saisie du nouveau mot de passe » ---------------------------------------------------------------------------
    Row("ancien-mot-de-passe-demande", "EP6-1.2-1", "Le troisième écran demande l'ancien mot de passe.",
        "forgotten/new_password.html", _NEW_PASSWORD,
        f'<label>Saisissez votre mot de passe actuel <input type="password"></label>\n  {_NEW_PASSWORD}'),
    Row("nouveau-mot-de-passe-lisible", "G57", "Le nouveau mot de passe se saisit en clair.",
        "forgotten/new_password.html", "field(form.password, ", 'field(form.password, type="text", '),
    Row("reponse-cachee", "EP6-2-17", "Le troisième écran ne rappelle pas la réponse donnée.",
        "forgotten/new_password.html", "confiance\", answer)", "confiance\", \"********\")"),
    Row("longueur-non-annoncee", "EP6-2-18", "Le troisième écran n'annonce pas les vingt caractères sous le champ.",
        "forgotten/new_password.html", "(20 caractères minimum)", "(sûr de préférence)"),
    Row("regle-abregee", "EP6-2-20", "La règle ne parle pas des accents.",
        "forgotten/new_password.html", "ni espaces, ni caractères accentués,", "pas d'espaces,"),
    Row("retour-au-premier-ecran", "EP6-2-19", "Du troisième écran, « Etape précédente » ramène au premier.",
        "forgotten/new_password.html", "url_for('forgotten.answer')", "url_for('forgotten.address')"),
    Row("recommandation-absente", "EP6-2-21", "Il manque une recommandation à la fenêtre.",
        "advice.html", "<li>1 mot de passe différent de ceux utilisés précédemment ;</li>"),
    Row("phrase-a-retenir-absente", "EP6-2-22", "La fenêtre ne donne pas de phrase pour mémoriser.",
        "advice.html", "Un tien vaut mieux que deux tu l'auras"),
    Row("fenetre-qui-ne-se-ferme-pas", "EP6-2-21", "« Fermer » ne ferme pas la fenêtre des recommandations.",
        "advice.html", ' command="close" commandfor="recommandations"'),
    Row("fenetre-qui-efface-la-saisie", "EP6-2-21", "Fermer les recommandations vide la saisie en cours.",
        "advice.html",
        '<button class="bouton" type="button" command="close" commandfor="recommandations">Fermer</button>',
        """<a class="bouton" href="{{ url_for('forgotten.new_password') }}">Fermer</a>"""),

    # -- « Récapitulatif » and the space ------------------------------------------------------------------------------
    Row("recapitulatif-sans-titre", "EP6-2-24", "La validation mène à un écran qui n'a pas de titre.",
        "forgotten/recap.html", "<h2>Récapitulatif</h2>", "", (ALL,)),
    Row("etape-precedente-au-recapitulatif", "EP6-2-24", "Le récapitulatif propose une étape précédente.",
        "forgotten/recap.html", '<p class="suite">', f'<p class="suite">{_PREVIOUS}'),
    Row("succes-non-confirme", "EP6-2-25", "Le récapitulatif ne dit pas que le mot de passe est changé.",
        "forgotten/recap.html", "Votre mot de passe a été réinitialisé avec succès.", "Merci.",
        ("C31", "EP6-1.3-2", "EP6-1.3-3", "EP6-1.3-4", "EP6-2-24", "G13")),
    Row("suite-non-annoncee", "EP6-2-25", "Le récapitulatif n'annonce pas le courriel.",
        "forgotten/recap.html", "Vous allez recevoir un courriel de confirmation."),
    Row("fin-de-validite-absente", "C27", "Le récapitulatif ne dit pas jusqu'à quand vaut le mot de passe.",
        "forgotten/recap.html", "valable jusqu'au <strong>{{ journey.valid_until | long_date }}</strong>", "valable",
        ("C03", "C04", "C05", "EP6-2-26", "G18", "G23", "G65")),
    Row("services-en-ligne-egares", "EP6-2-27", "« Accédez à vos services en ligne » ramène à l'accueil.",
        "forgotten/recap.html", "url_for('access.log_in_page')", "url_for('public.home')"),
    Row("espace-sans-nom", "EP6-2-36", "L'espace ne dit pas à qui il est.",
        "space.html", "{{ space.first_name }} {{ space.last_name | upper }}", "Bienvenue", ("EP6-1.1-1", "G04")),
    Row("expiration-mois-avant-jour", "G65", "L'expiration s'affiche le mois avant le jour.",
        "space.html", "{{ expiry.last_day | short_date }}", "{{ expiry.last_day.strftime('%m/%d/%Y') }}"),
)  # fmt: skip
