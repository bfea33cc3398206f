# language: fr
Fonctionnalité: Mot de passe oublié - 1.3 Ce que doit être le nouveau mot de passe
  Le choix est libre, dans des limites que la fiche énonce : des chiffres et des lettres,
  20 caractères au moins, et un autre mot de passe que le précédent.

  Règle: L'usager choisit lui-même son mot de passe

    @EP6-1.3-1
    Scénario: Le site ne propose aucun mot de passe
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit la procédure jusqu'à l'écran « Saisie du nouveau mot de passe »
      Alors les deux champs du nouveau mot de passe sont vides et masqués

  Règle: Le mot de passe compte au moins 20 caractères, chiffres et lettres

    @EP6-1.3-2 @EP6-1.3-3
    Plan du scénario: Assez long, fait de chiffres et de lettres, il est accepté
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le récapitulatif confirme le changement
      Et l'usager peut se connecter avec son nouveau mot de passe

      Exemples: la limite et juste au-delà
        | mot de passe          | longueur |
        | Kp7vTz3mQx9wLd5rNb2s  | 20       |
        | Kp7vTz3mQx9wLd5rNb2sG | 21       |

      @avertissement @G13
      Exemples: aucune fiche ne fixe de longueur maximale
        | mot de passe                                                                                                                     | longueur |
        | Kp7vTz3mQx9wLd5rNb2sKd8fHs4jWe6uYc1gRa9tBn3oMi7q5ZpXv0LkJh2D4sFg                                                                 | 64       |
        | Kp7vTz3mQx9wLd5rNb2sKd8fHs4jWe6uYc1gRa9tBn3oMi7q5ZpXv0LkJh2D4sFgU8rTqW3e                                                         | 72       |
        | Kp7vTz3mQx9wLd5rNb2sKd8fHs4jWe6uYc1gRa9tBn3oMi7q5ZpXv0LkJh2D4sFgU8rTqW3eV                                                        | 73       |
        | Kp7vTz3mQx9wLd5rNb2sKd8fHs4jWe6uYc1gRa9tBn3oMi7q5ZpXv0LkJh2D4sFgKp7vTz3mQx9wLd5rNb2sKd8fHs4jWe6uYc1gRa9tBn3oMi7q5ZpXv0LkJh2D4sFg | 128      |

    @EP6-1.3-3
    Plan du scénario: Trop court, il est refusé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le mot de passe est refusé
      Et l'usager peut se connecter avec son mot de passe d'origine

      Exemples: sous la limite
        | mot de passe        | longueur |
        | Kp7vTz3mQx9wLd5rNb2 | 19       |
        | K                   | 1        |

    @EP6-2-22 @EP6-1.3-3
    Plan du scénario: L'exemple donné pour mémoriser un mot de passe est lui-même trop court
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le mot de passe est refusé

      Exemples: les trois graphies des fiches
        | mot de passe |
        | 1tvmq2t!A    |
        | 1tvmq2tl'A   |
        | 1tvmq2t1'A   |

    @G13
    Scénario: Le mot de passe compte en entier, jusqu'à son dernier caractère
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe de 80 caractères
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Mais la connexion est refusée quand seul le dernier caractère diffère

  Règle: Ni espaces ni caractères accentués (les fiches divergent : C01)

    @EP6-2-20 @C01
    Plan du scénario: <signe> dans le mot de passe : le site suit la lecture qu'il déclare
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le site suit la lecture « <lecture> » de la contradiction C01

      Exemples: espaces
        | signe                   | mot de passe            | lecture  |
        | Un espace au milieu     | Kp7vTz3mQx 9wLd5rNb2sG  | espaces  |

      Exemples: accents
        | signe                   | mot de passe            | lecture  |
        | Un e accent aigu        | Kp7vTz3mQxé9wLd5rNb2sG  | accents  |
        | Un c cédille            | Kp7vTz3mQxç9wLd5rNb2sG  | accents  |
        | Un o et un e liés       | Kp7vTz3mQxœ9wLd5rNb2sG  | accents  |
        | Une capitale accentuée  | Kp7vTz3mQxÉ9wLd5rNb2sG  | accents  |

      Exemples: ponctuation
        | signe                   | mot de passe            | lecture     |
        | Un point d'exclamation  | Kp7vTz3mQx!9wLd5rNb2sG  | ponctuation |
        | Une apostrophe          | Kp7vTz3mQx'9wLd5rNb2sG  | ponctuation |

    @EP6-2-20
    Scénario: Un espace ne compte pas pour atteindre la longueur
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme 19 caractères suivis d'un espace
      Alors le mot de passe est refusé

  Règle: Le nouveau mot de passe diffère du dernier utilisé

    @EP6-1.3-4
    Scénario: Le mot de passe en vigueur est refusé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme son mot de passe en vigueur
      Alors le mot de passe est refusé
      Et aucun courriel n'est envoyé à l'usager

    @EP6-1.3-4 @avertissement
    Scénario: Une seule majuscule de différence suffit à faire un autre mot de passe
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme son mot de passe en vigueur à une majuscule près
      Alors le récapitulatif confirme le changement

    @EP6-1.3-4 @C31 @avertissement
    Scénario: L'avant-dernier mot de passe peut resservir
      Étant donné un usager qui a déjà changé une fois de mot de passe par la procédure
      Quand l'usager revient par la procédure à son mot de passe d'origine
      Alors le récapitulatif confirme le changement

  Règle: Un mot de passe de niveau faible est refusé (C30)

    @C30 @avertissement
    Plan du scénario: Trop facile à deviner, il est refusé malgré sa longueur
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le mot de passe est refusé

      Exemples:
        | mot de passe         |
        | aaaaaaaaaaaaaaaaaaaa |

  Règle: Une fois changé, le nouveau mot de passe ouvre tout l'espace, l'ancien plus rien

    @EP6-1.3-5
    Scénario: Tous les dossiers et services sont de nouveau accessibles
      Étant donné un usager dont l'espace contient des services
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et son espace contient les mêmes services

    @C13
    Scénario: Le numéro d'abonné ne change pas
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et son espace porte le même numéro d'abonné de 14 chiffres

    @EP6-1.3-6
    Scénario: L'ancien mot de passe est refusé
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors la connexion est refusée avec l'ancien mot de passe

    @EP6-1.3-6 @avertissement
    Plan du scénario: Tant que rien n'est validé, le mot de passe d'origine reste en vigueur
      Étant donné un usager rendu à l'écran « <écran> »
      Quand l'usager abandonne la procédure
      Alors l'usager peut se connecter avec son mot de passe d'origine

      Exemples:
        | écran                              |
        | Adresse électronique de connexion  |
        | Réponse à la question de confiance |
        | Saisie du nouveau mot de passe     |
