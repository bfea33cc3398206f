"""Defects of what the mails say, one row each: the confirmation of a password, then the mail of a code."""

from reference_impl.defects.texts import MailWording

PARAGRAPHS = "_PASSWORD_CHANGED"
LINK = "http://127.0.0.1/mot-de-passe-oublie"


def _row(name: str, breaks: str, summary: str, find: str, replace: str = "", *neighbours: str) -> MailWording:
    return MailWording(name, breaks, summary, PARAGRAPHS, find, replace, neighbours)


def _with_code(name: str, breaks: str, summary: str, find: str, replace: str = "", *neighbours: str) -> MailWording:
    return MailWording(name, breaks, summary, "_ACTIVATION_CODE", find, replace, neighbours)


ROWS = (
    _row("courriel-sans-salut", "C08", "Le courriel ne salue pas.", "Bonjour,"),
    _row("courriel-sans-prise-en-compte", "EP6-2-32", "Le courriel ne prend pas acte de la demande.",
         "Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte."),
    _row("courriel-sans-rappel-de-la-question", "EP6-2-33", "Le courriel ne rappelle pas la question de confiance.",
         "votre réponse à la question de confiance", "une réponse"),
    _row("courriel-sans-mise-en-garde", "EP6-2-34", "Le courriel ne met pas en garde contre l'hameçonnage.",
         "L'Administration fiscale ne vous sollicite jamais", "Nous vous sollicitons parfois"),
    _row("code-dans-le-courriel", "EP6-1.4-1", "Le courriel donne un code à saisir.",
         "prise en compte.", "prise en compte. Votre code de confirmation : 482913."),
    _row("lien-dans-le-courriel", "EP6-2-35", "Le courriel contient un lien qui rouvre la procédure.",
         "prise en compte.", f"prise en compte. Pour recommencer : {LINK}"),
    _with_code("code-avec-salut", "EP2-2-58", "Le courriel d'activation salue, ce que la fiche ne montre pas.",
               "Vous avez demandé", "Bonjour, vous avez demandé"),
    _with_code("code-sans-remarque", "EP2-2-58", "Le courriel ne dit pas que le code n'est pas un mot de passe.",
               "ce code n'est pas un mot de passe. ", ""),
    _with_code("marche-a-suivre-incomplete", "EP2-2-59", "Il manque un point à la marche à suivre du courriel.",
               "saisissez le code d'activation reçu ci-dessus et validez"),
    _with_code("code-sans-delai", "EP2-2-60", "Le courriel d'activation ne dit rien du délai de 48 heures.",
               "d'un délai de 48 heures maximum", "d'un délai raisonnable"),
    _with_code("code-sans-remerciement", "EP2-2-60", "Le courriel d'activation ne remercie pas.",
               "La DGFIP vous remercie de l'intérêt que vous portez à ses services."),
    _with_code("code-sans-mise-en-garde", "EP2-2-61", "Le courriel d'activation ne met pas en garde.",
               "L'Administration fiscale ne vous sollicite jamais", "Nous vous sollicitons parfois"),
    _with_code("code-dont-le-bouton-n-existe-pas", "C39", "Le courriel d'activation nomme un bouton absent.",
               "Connexion à l'espace professionnel", "Mon compte"),
    _with_code("code-avec-lien", "C40", "Le courriel d'activation contient un lien vers l'activation.",
               "connectez-vous sur le site impots.gouv.fr", "ouvrez http://127.0.0.1/activer-mon-espace", "EP2-2-59",
               "EP2-2-61"),
)  # fmt: skip
