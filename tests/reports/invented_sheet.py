"""The feature and the register of a run that is invented."""

from pathlib import Path

from reports.register import paragraph_hash

FEATURE = """# language: fr
Fonctionnalité: Mot de passe oublié - 2 Mot de passe oublié sur le site

  Règle: Le mot de passe compte au moins vingt caractères

    @EP6-1.3-3
    Plan du scénario: Un mot de passe de <longueur> caractères est <effet>
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe de <longueur> caractères
      Alors le mot de passe est <effet>

      Exemples: la limite et juste en dessous
        | longueur | effet   |
        | 20       | accepté |
        | 19       | refusé  |

  Règle: Le nouveau mot de passe vaut trois ans

    @EP6-2-26 @EP6-2-27 @C04
    Plan du scénario: Changé le <jour>, il vaut jusqu'au <fin>
      Étant donné un usager qui change son mot de passe le <jour>
      Quand l'usager valide son nouveau mot de passe
      Alors l'écran annonce une validité jusqu'au <fin>
      Et le courriel de confirmation annonce la même date

      Exemples: une date que la fiche donne
        | jour       | fin          |
        | 06/06/2023 | 05 juin 2026 |

      @avertissement
      Exemples: des dates que seule notre lecture explique
        | jour       | fin             |
        | 01/03/2024 | 28 février 2027 |

  Règle: Un courriel confirme le changement

    @EP6-2-31
    Scénario: Un seul courriel part, vers l'usager
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager valide son nouveau mot de passe
      Alors il reçoit ce courriel et aucun autre
        | objet | Espace professionnel - Modification du mot de passe |
        | pour  | l'adresse de l'usager                               |

    @EP6-2-32
    Scénario: Le courriel part même si la messagerie a tardé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager valide son nouveau mot de passe
      Alors il reçoit le courriel de confirmation

  Règle: La barre d'étapes guide l'usager

    @EP6-2-10
    Scénario: Les quatre étapes sont annoncées dans l'ordre
      Quand l'usager ouvre « Mot de passe oublié »
      Alors la barre d'étapes est
        \"\"\"
        Adresse électronique de connexion > Réponse à la question de confiance > Nouveau mot de passe > Récapitulatif
        \"\"\"

    @EP6-2-12
    Scénario: L'adresse saisie est rappelée à l'écran suivant
      Quand l'usager passe à l'écran « Réponse à la question de confiance »
      Alors son adresse y est rappelée, sans pouvoir être changée

    @EP6-2-13
    Scénario: L'image à recopier peut être changée
      Quand l'usager demande une autre image
      Alors une autre image s'affiche

    @EP6-2-14
    Scénario: L'image à recopier peut être écoutée
      Quand l'usager demande l'extrait sonore
      Alors un son est proposé

    @EP6-2-28
    Scénario: Le pied de page est celui de l'administration
      Quand l'usager arrive au récapitulatif
      Alors le pied de page est « Direction générale des Finances publiques »

    @EP6-2-29
    Scénario: L'usager quitte la procédure quand il veut
      Étant donné un usager rendu au récapitulatif
      Quand l'usager choisit « Quitter »
      Alors l'accueil du site s'affiche

    @G35
    Scénario: Quitter abandonne la procédure
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager choisit « Quitter »
      Alors la procédure est à reprendre depuis le début

    @EP6-2-33 @G18
    Scénario: Un mot de passe expiré peut être remplacé
      Étant donné un usager dont le mot de passe est expiré
      Quand l'usager suit la procédure « Mot de passe oublié »
      Alors il peut se connecter avec son nouveau mot de passe
"""
SHEET = """[fiche]
code = "EP6"
titre = "Mot de passe oublié"
edition = "29/02/2024"
[fiche.parcours]
2 = "Les quatre étapes sont annoncées dans l'ordre"
"1.3" = "Un scénario que personne n'a joué"
[fiche.sections]
0 = "Couverture"
"1.3" = "Précision sur le champ de cette procédure"
2 = "Mot de passe oublié sur le site"
"""
STATEMENTS = {
    "EP6-0-1": ("Page de garde de la fiche.", 'exclue = "Page de garde du document : rien à observer sur un site."'),
    "EP6-1.3-3": ("Le mot de passe compte au moins 20 caractères.", 'texte = "(20 caractères minimum)"'),
    "EP6-2-10": ("La procédure compte quatre étapes, annoncées dans l'ordre.", 'genre = "screen"'),
    "EP6-2-12": ("L'adresse saisie est rappelée à l'écran suivant.", 'genre = "screen"'),
    "EP6-2-13": ("L'image à recopier peut être changée.", ""),
    "EP6-2-14": ("L'image à recopier peut être écoutée.", ""),
    "EP6-2-26": (
        "Le nouveau mot de passe vaut trois ans, jusqu'à la veille du troisième anniversaire.",
        'texte = "Ce mot de passe est valable jusqu\'au 05 juin 2026."\ndepend = ["C04"]',
    ),
    "EP6-2-27": ("Le courriel de confirmation annonce la même date que l'écran.", ""),
    "EP6-2-28": ("Le pied de page nomme l'administration.", 'niveau = "avertissement"'),
    "EP6-2-29": ("« Quitter » ramène à l'accueil du site.", ""),
    "EP6-2-31": (
        "Un courriel confirme le changement, et un seul.",
        'genre = "mail"\ntexte = ["Espace professionnel - Modification du mot de passe", "Bonjour,"]',
    ),
    "EP6-2-32": ("Le courriel de confirmation part dès la validation.", 'genre = "mail"'),
    "EP6-2-33": ("Un mot de passe expiré peut être remplacé par la procédure d'oubli.", ""),
    "EP6-2-40": ("Sauvegarde du récapitulatif par le navigateur.", 'exclue = "Geste propre au navigateur."'),
    "C04": ("Trois ans moins un jour : la veille de l'anniversaire est comprise.", 'niveau = "avertissement"'),
    "G18": ("Un espace dont le mot de passe est expiré suit la même procédure.", 'niveau = "avertissement"'),
    "G35": ("Quitter abandonne la procédure en cours.", 'niveau = "avertissement"'),
}
VARIANTS = """["C11"]
question = "Le récapitulatif d'inscription donne-t-il la réponse ?"
defaut = "sans_reponse"
["C11".lectures]
sans_reponse = "Le récapitulatif d'inscription tait la réponse."
avec_reponse = "Il la donne."
"""


def write_register(features: Path) -> None:
    """The register of the invented sheet, and one variant."""
    tables = [SHEET]
    for key, (statement, more) in STATEMENTS.items():
        fields = {"section": f'"{key.split("-")[1]}"' if "-" in key else '""', "enonce": f'"{statement}"'}
        fields |= {"genre": '"rule"', "niveau": '"bloquant"', "source": f'["{paragraph_hash(key)}"]'}
        fields |= dict(line.split(" = ", 1) for line in more.splitlines())
        tables.append(f'["{key}"]\n' + "\n".join(f"{name} = {value}" for name, value in fields.items()))
    (features / "ep6").mkdir(parents=True, exist_ok=True)
    (features / "ep6" / "exigences.toml").write_text("\n\n".join(tables), encoding="utf-8")
    (features / "variantes.toml").write_text(VARIANTS, encoding="utf-8")
