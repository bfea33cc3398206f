"""The French words of the reports: one concept, one word, the same on the terminal and in the page."""

from collections.abc import Sequence

from reports.facts import Activity, Waiver
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
NEVER_PLAYED = "Un scénario au moins n'a pas été joué."
LEVERS_TOLD = (
    "Ce que la cible prête au banc d'essai : régler son horloge, lire ses courriels, connaître l'image à recopier,"
    " préparer des espaces. Sans un levier, ce qui l'attend ne peut pas être conclu."
)
MEANINGS = {
    Verdict.NON_CONFORME: "La cible ne fait pas ce qui est demandé. Une seule exigence enfreinte suffit au verdict.",
    Verdict.NON_CONCLUANT: "Rien ne permet de conclure : la raison est dite, avec ce qui le permettrait.",
    Verdict.NON_TESTE: "Un au moins de ses scénarios n'a pas été joué : coupé, écarté, ou dans une part qui manque.",
    Verdict.AVERTISSEMENT: "Un écart que les fiches ne tranchent pas assez pour le condamner : à lire, sans effet sur"
    " le verdict.",
    Verdict.CONFORME: "La cible fait ce qui est demandé, dans tous les scénarios qui le vérifient.",
    Verdict.NON_APPLICABLE: "Hors du périmètre que la cible revendique : rien n'en est jugé.",
}
GLOSSARY = {
    "exigence": "Un énoncé d'une fiche, une contradiction que nous avons tranchée, ou une question que les fiches"
    " laissent ouverte.",
    "exclue": "Rien de ce que montre un site ne peut la vérifier : la raison est dite dans son chapitre.",
    "niveau bloquant": "L'enfreindre rend la cible non conforme.",
    "niveau avertissement": "S'en écarter n'est qu'un avertissement, sauf dans un essai strict.",
    "levier": "Ce que la cible prête au banc d'essai pour qu'il puisse conclure.",
    "lecture": "Une façon admise de comprendre des fiches qui divergent.",
}
"""The words of the count, for who reads a report for the first time."""
STRICT_COUNTS = "Un écart de niveau avertissement, compté comme une infraction : l'essai est strict."


def lever(capability: str | None) -> str:
    """A lever as a vendor reads it."""
    return LEVERS.get(capability or "", capability or "levier non précisé")


def levers(capabilities: Sequence[str | None]) -> str:
    """Several levers, as a vendor reads them."""
    return ", ".join(map(lever, capabilities))


def to_offer(capabilities: Sequence[str | None]) -> str:
    """What a target must offer for an answer to be given."""
    which = "ces leviers" if len(capabilities) > 1 else "ce levier"
    return f"Pour conclure, la cible doit offrir {which} : {levers(capabilities)}."


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


def answer(given: Waiver) -> str:
    """What the vendor answers to a failure: why, under which number, until when."""
    ticket = f" ({given.ticket})" if given.ticket else ""
    until = f", jusqu'au {given.until:%d/%m/%Y}" if given.until else ""
    return f"{given.reason.rstrip(' .')}{ticket}{until}"


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
STATES = {
    "proven": "couvert",
    "excluded": "exclu",
    "uncovered": "sans scénario",
    "stale": "à relire",
}
"""Of a statement, in the page of the coverage."""
FAULTS = {
    "uncovered": "Énoncé qu'aucun scénario ne couvre :",
    "orphan": "Scénario qui couvre ce qu'aucun registre ne demande :",
    "stale": "Énoncé qui ne repose plus sur l'édition de la fiche :",
}
PARTS = (
    (
        "a-declarer",
        "Ce que chaque site déclare",
        "Rien dans les fiches ne permet de trancher. Chaque site dit la lecture qu'il suit, et il est jugé sur elle ;"
        " celui qui ne dit rien doit seulement suivre partout la même.",
    ),
    (
        "tranchees",
        "Ce que nous avons tranché",
        "Les fiches divergent, mais une règle écrite, un écran montré ou le bon sens l'emporte. La décision vaut pour"
        " tous les sites.",
    ),
    (
        "sans-effet",
        "Ce qui ne change rien au verdict",
        "Des différences de rédaction, ou des points qui ne se voient pas sur un site : tout y est admis.",
    ),
    (
        "lacunes",
        "Ce que les fiches ne disent pas",
        "Les questions que les fiches laissent ouvertes, et ce que nous en avons décidé. Un site qui décide autrement"
        " reçoit au plus un avertissement.",
    ),
)
"""Of the page of contradictions: anchor, title, what a reader must know of it."""
WEIGHTS = {
    "declared": "Un site est jugé sur la lecture qu'il déclare, partout la même.",
    "bloquant": "Un site qui s'en écarte n'est pas conforme.",
    "avertissement": "Un site qui s'en écarte reçoit un avertissement, sans effet sur le verdict.",
    "both": "Un site qui s'en écarte n'est pas conforme là où toutes les lectures s'accordent ; ailleurs, il reçoit un"
    " avertissement, sans effet sur le verdict.",
    "excluded": "Aucun site n'est jugé là-dessus.",
}
"""How a site is judged on a contradiction or a gap."""
KNOWN = {
    "declared": "déclarée par le site",
    "observed": "observée sur le site, qui ne déclare rien",
    "unknown": "ni déclarée, ni observée dans cet essai",
}
"""How the reading that the site follows is known."""
