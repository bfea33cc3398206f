"""Defects of what the confirmation mail says, one row each."""

from reference_impl.defects.texts import MailWording

PARAGRAPHS = "_PASSWORD_CHANGED"
LINK = "http://127.0.0.1/mot-de-passe-oublie"


def _row(name: str, breaks: str, summary: str, find: str, replace: str = "", *neighbours: str) -> MailWording:
    return MailWording(name, breaks, summary, PARAGRAPHS, find, replace, neighbours)


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
)  # fmt: skip
