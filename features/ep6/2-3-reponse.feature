# language: fr
Fonctionnalité: Mot de passe oublié - 2. Écran « Réponse à la question de confiance »
  Deuxième écran : l'adresse et la question sont rappelées, la réponse est à donner.

  Règle: L'écran rappelle l'adresse et la question, sans permettre de les changer

    @EP6-2-14
    Scénario: L'adresse et la question rappelées sont celles de l'espace
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et recopie l'image
      Alors l'écran rappelle l'adresse et la question de l'usager

    @EP6-2-14 @avertissement
    Scénario: L'adresse et la question rappelées ne peuvent pas être modifiées
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et recopie l'image
      Alors l'écran « Réponse à la question de confiance » s'affiche
      Et rien de ce qu'il rappelle ne peut être modifié

    @EP6-2-14
    Scénario: La réponse est obligatoire
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager répond sans rien saisir
      Alors la réponse est refusée

  Règle: L'écran permet d'avancer ou de revenir

    @EP6-2-15
    Scénario: « Etape précédente » ramène au premier écran
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Adresse électronique de connexion » s'affiche

    @EP6-2-15 @G34 @avertissement
    Scénario: Au retour, l'adresse est gardée mais l'image est à recopier de nouveau
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager revient à l'étape précédente
      Alors son adresse est restée saisie et une autre image est à recopier

    @EP6-2-15 @avertissement
    Scénario: L'écran ne demande pas de recopier une image
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et recopie l'image
      Alors l'écran « Réponse à la question de confiance » s'affiche
      Et il ne demande pas de recopier une image

  Règle: Seule la bonne réponse ouvre la saisie du nouveau mot de passe

    @EP6-2-16
    Scénario: La bonne réponse ouvre l'écran suivant
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager donne sa réponse
      Alors l'écran « Saisie du nouveau mot de passe » s'affiche

    @EP6-2-16
    Plan du scénario: Une autre réponse est refusée
      Étant donné un usager dont la réponse de confiance est « Ardoise bleue »
      Et un autre usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager répond <réponse>
      Alors la réponse est refusée

      Exemples:
        | réponse                             |
        | « Ardoise »                         |
        | « Ardoise bleuet »                  |
        | par trois espaces                   |
        | par la réponse de l'autre usager    |

    @G03
    Plan du scénario: La réponse se compare sans majuscules, sans accents et sans espaces superflus
      Étant donné un usager dont la réponse de confiance est « <enregistrée> »
      Et l'usager est rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager répond « <donnée> »
      Alors l'écran « Saisie du nouveau mot de passe » s'affiche

      Exemples:
        | enregistrée | donnée          |
        | Noémie      | noemie          |
        | Noémie      | NOÉMIE          |
        | Forêt       | foret           |
        | Aix en Othe | Aix  en   Othe  |
        | Ginkgo      | GINKGO          |

    @G03
    Plan du scénario: Un trait d'union ou une apostrophe ne vaut pas un espace
      Étant donné un usager dont la réponse de confiance est « <enregistrée> »
      Et l'usager est rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager répond « <donnée> »
      Alors la réponse est refusée

      Exemples:
        | enregistrée | donnée          |
        | Marie-Ange  | Marie Ange      |
        | L'Isle      | L Isle          |

  Règle: Les essais sont comptés

    @G01
    Scénario: Cinq mauvaises réponses suspendent la procédure, sans fermer l'espace
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Et l'usager a donné 5 mauvaises réponses
      Quand l'usager donne sa réponse
      Alors la procédure n'ouvre pas la saisie du nouveau mot de passe
      Et l'usager peut se connecter avec son mot de passe d'origine

    @G01
    Scénario: Quatre mauvaises réponses ne suspendent rien
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Et l'usager a donné 4 mauvaises réponses
      Quand l'usager donne sa réponse
      Alors l'écran « Saisie du nouveau mot de passe » s'affiche

    @G01
    Plan du scénario: La suspension dure une heure
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Et l'usager a donné 5 mauvaises réponses
      Et <attente> s'écoulent
      Quand l'usager reprend la procédure et donne sa réponse
      Alors l'écran « <écran> » s'affiche

      Exemples:
        | attente                    | écran                              |
        | 59 minutes et 59 secondes  | Réponse à la question de confiance |
        | 60 minutes et 1 seconde    | Saisie du nouveau mot de passe     |

    @G01
    Scénario: Une bonne réponse remet le compte à zéro
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Et l'usager a donné 4 mauvaises réponses, puis la bonne, puis 4 mauvaises
      Quand l'usager donne sa réponse
      Alors l'écran « Saisie du nouveau mot de passe » s'affiche
