"""The French words of the reports: one concept, one word, the same on the terminal and in the page."""

from reports.facts import Activity
from reports.verdict import Reason, RunVerdict, Verdict

VERDICTS = {
    Verdict.NON_CONFORME: "non conforme",
    Verdict.NON_CONCLUANT: "non concluant",
    Verdict.NON_TESTE: "non testé",
    Verdict.AVERTISSEMENT: "avertissement",
    Verdict.CONFORME: "conforme",
    Verdict.NON_APPLICABLE: "non applicable",
}
RUN_VERDICTS = {
    RunVerdict.CONFORME: "conforme",
    RunVerdict.NON_CONFORME: "non conforme",
    RunVerdict.INCOMPLET: "incomplet",
}
REASONS = {
    Reason.PRECONDITION: "La situation de départ n'a pas pu être établie.",
    Reason.CAPABILITY: "La cible n'offre pas un levier nécessaire.",
    Reason.SCOPE: "Hors du périmètre que la cible revendique.",
    Reason.CONFIGURATION: "Un levier déclaré ne répond pas comme le profil l'annonce.",
    Reason.ENVIRONMENT: "Le terrain s'est dérobé : site, navigateur, réseau ou processus d'exécution.",
    Reason.HARNESS: "Le banc d'essai lui-même a échoué ; cela ne dit rien de la cible.",
}
REMEDIES = {
    Reason.PRECONDITION: "Corriger d'abord ce qui empêche d'établir la situation de départ.",
    Reason.CONFIGURATION: "Corriger le profil de la cible ou le levier, puis vérifier avec « focus check ».",
    Reason.ENVIRONMENT: "Rétablir le site et rejouer.",
    Reason.HARNESS: "Signaler la panne aux auteurs du banc d'essai, journal à l'appui.",
}
LEVERS = {
    "clock": "horloge",
    "clock.past": "horloge réglable dans le passé",
    "mail": "messagerie",
    "captcha": "image à recopier",
    "spaces": "espaces de départ",
    "recap": "récapitulatif PDF",
}
SHEETS = {
    "EP2": "Fiche EP 2",
    "EP4": "Fiche EP 4",
    "EP5": "Fiche EP 5",
    "EP6": "Fiche EP 6",
    "PER": "Fiche Péremption",
    "C": "Contradictions entre les fiches",
    "G": "Ce que les fiches ne disent pas",
}
SHORT_SHEETS = {
    "EP2": "EP\u00a02",
    "EP4": "EP\u00a04",
    "EP5": "EP\u00a05",
    "EP6": "EP\u00a06",
    "PER": "Péremption",
    "C": "Contradictions",
    "G": "Lacunes",
}
ACTIVITIES: dict[Activity, str] = {
    "browser": "navigateur",
    "arranging": "mise en situation",
    "mail": "courriels",
    "clock": "horloge",
    "harness": "banc d'essai",
}
NEVER_PLAYED = "Aucun scénario n'a été joué."


def lever(capability: str | None) -> str:
    """A lever as a vendor reads it."""
    return LEVERS.get(capability or "", capability or "levier non précisé")


MARKS = {
    Verdict.NON_CONFORME: "✕",
    Verdict.NON_CONCLUANT: "?",
    Verdict.NON_TESTE: "○",
    Verdict.AVERTISSEMENT: "!",
    Verdict.CONFORME: "✓",
    Verdict.NON_APPLICABLE: "–",
}
"""Beside the words, never instead of them: a verdict is not told by its colour alone."""
GENRES = {
    "rule": "règle",
    "screen": "écran",
    "mail": "courriel",
    "pdf": "document",
    "navigation": "enchaînement",
    "state": "état",
    "advice": "conseil",
}
LEVER_KINDS = {
    "none": "non offert",
    "door": "porte d'essai",
    "smtp": "courriels captés par le banc d'essai",
    "fixed": "réponse fixe",
    "absent": "absente du site",
    "faketime": "libfaketime",
    "command": "commande du vendeur",
    "accounts": "espaces préparés",
    "screens": "par les écrans du site",
    "from_space": "depuis l'espace",
}
STEP_STATES = {"PASSED": "réussie", "FAILED": "en échec", "SKIPPED": "non jouée"}
MARKED = {
    "fill": "le champ",
    "tick": "la case",
    "choose": "la liste",
    "press": "la commande",
    "seen": "ce qui est constaté,",
}
"""What is outlined on a picture."""
EVIDENCE = {
    "none": "aucune",
    "failures": "celles des scénarios qui n'ont pas réussi",
    "full": "celles de tous les scénarios",
}
TODO = {
    "fill": "Remplissez le champ",
    "tick": "Cochez",
    "choose": "Choisissez dans",
    "press": "Cliquez sur",
    "seen": "Lisez",
}
"""What a sheet tells a person to do."""
