"""Defects of the screens of the activation, one row each: from the authentication screen to « Récapitulatif »."""

from reference_impl.defects import ALL
from reference_impl.defects.texts import ScreenWording as Row

_ADDRESS = "activation/address.html"
_RECAP = "activation/recap.html"
_SCREEN = "activation/screen.html"

ROWS = (
    # -- the way in ---------------------------------------------------------------------------------------------------
    Row("activation-non-proposee", "EP2-3-2", "L'écran d'authentification n'annonce pas l'activation d'un espace.",
        "log_in.html", "Activation de mon espace / mes services", "Autres services", ("EP2-2-6",)),
    Row("activation-egaree", "EP2-3-3", "« Activer mon espace / mes services » mène à l'aide.",
        "log_in.html", "url_for('activation.code')", "url_for('public.help_sheets')", (ALL,)),

    # -- what the three screens share ---------------------------------------------------------------------------------
    Row("activation-a-rebours", "EP2-3-4", "La barre annonce les étapes de l'activation à rebours.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps | reverse | list, step)", ("EP5-4.2.2-1",)),
    Row("activation-toujours-a-la-premiere-etape", "EP2-3-4", "La barre de l'activation en reste à la première étape.",
        _SCREEN, "step_bar(steps, step)", "step_bar(steps, steps[0])"),

    # -- « Code d'activation » and « Identifiants » -------------------------------------------------------------------
    Row("code-sans-longueur", "EP2-3-4", "L'écran du code n'annonce pas les douze caractères.",
        "activation/code.html", 'hint="12 caractères", '),
    Row("code-masque-au-rappel", "EP2-3-6", "Le deuxième écran de l'activation ne rappelle pas le code saisi.",
        _ADDRESS, ', code) }}', ', "************") }}', ("C37",)),
    Row("code-rappele-en-majuscules", "C37", "Le deuxième écran de l'activation rappelle le code en majuscules.",
        _ADDRESS, ', code) }}', ', code | upper) }}', ("EP2-3-6", "EP4-4.2-2", "EP4-4.2-3", "EP5-4.2.2-5")),
    Row("activation-d-un-autre-nom", "EP2-3-6", "L'activation ne porte pas le titre des fiches.",
        _SCREEN, "<h1>Activez votre espace / vos services</h1>",
        "<h1>Activation de votre espace / vos services</h1>"),
    Row("activation-sans-exemple", "EP2-3-6", "Le champ de l'adresse à activer ne montre pas d'exemple.",
        _ADDRESS, 'placeholder="utilisateur@domaine", '),
    Row("effacer-inerte-a-l-activation", "EP2-3-6", "« Effacer » n'efface pas l'adresse à activer.",
        _ADDRESS, """type="submit" formaction="{{ url_for('activation.clear_address') }}\"""", 'type="button"',
        ("G34",)),
    Row("etape-precedente-inerte-a-l-activation", "EP2-3-6", "« Etape précédente » ne ramène pas à l'écran du code.",
        _ADDRESS, """type="submit" formaction="{{ url_for('activation.back_to_code') }}\"""", 'type="button"'),

    # -- « Récapitulatif » --------------------------------------------------------------------------------------------
    Row("inscription-sans-date", "EP2-3-10", "Le dernier écran ne date pas l'inscription.",
        _RECAP, "réalisée le {{ day | long_date }}", "réalisée", ("C14", "G23")),
    Row("inscription-datee-de-la-demande", "C14", "Le dernier écran date l'inscription du jour de la demande.",
        _RECAP, "{{ day | long_date }}", "{{ space.terms_accepted_at | long_date }}", ("G23",)),
    Row("inscription-anonyme", "EP2-3-10", "Le dernier écran ne nomme pas l'usager.",
        _RECAP, "{{ space.full_name }}", "Madame, Monsieur", ("EP2-3-9",)),
    Row("numero-non-donne", "EP2-3-9", "Le dernier écran ne donne pas le numéro d'abonné.",
        _RECAP, "<strong>{{ space.subscriber_number }}</strong>", "qui vous sera communiqué",
        ("C13", "EP2-3-10", "EP2-4-4", "G33", "G39", "G63")),
    Row("numero-affiche-faux", "C13", "Le numéro affiché à l'activation n'est pas celui de l'espace.",
        _RECAP, "{{ space.subscriber_number }}", '{{ "%014d" % (space.subscriber_number | int + 1) }}',
        ("EP2-3-12", "EP2-4-4", "G33", "G63")),
    Row("meme-numero-pour-tous", "G39", "Le dernier écran donne à tous le même numéro d'abonné.",
        _RECAP, "{{ space.subscriber_number }}", "{{ space.subscriber_number[:7] }}0000101",
        ("C13", "EP2-3-12", "EP2-4-4", "G33", "G63")),
    Row("recapitulatif-non-offert", "EP2-3-11", "Le dernier écran n'offre pas de garder le récapitulatif.",
        _RECAP, "Sauvegardez ou imprimez le récapitulatif", "",
        ("EP2-1.4-6", "EP2-4-1", "EP2-4-2", "EP2-4-3", "EP2-4-4", "EP2-4-5", "EP2-4-6")),
    Row("services-egares-apres-l-activation", "EP2-3-11", "« Accédez à vos services en ligne » ramène à l'accueil.",
        _RECAP, "url_for('access.log_in_page')", "url_for('public.home')"),
    Row("numero-non-personnel", "EP2-4-1", "Le dernier écran ne dit pas que le numéro d'abonné est personnel.",
        _RECAP, "Ce numéro d'abonné vous est personnel et doit le rester.", "", ("EP2-3-10",)),
)  # fmt: skip
