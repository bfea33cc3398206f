# language: fr
Fonctionnalité: Mot de passe oublié - 1.3 Ce que doit être le nouveau mot de passe
  Le choix est libre, dans des limites que la fiche énonce : des chiffres et des lettres,
  20 caractères au moins, et un autre mot de passe que le précédent.

  Règle: L'usager choisit lui-même son mot de passe

    @EP6-1.3-1
    Scénario: Le site ne propose aucun mot de passe
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit la procédure jusqu'à l'écran « Saisie du nouveau mot de passe »
      Alors les deux champs du nouveau mot de passe sont vides

  Règle: Le mot de passe compte au moins 20 caractères, chiffres et lettres

    @EP6-1.3-1 @EP6-1.3-2 @EP6-1.3-3
    Plan du scénario: Un mot de passe de <longueur> caractères, en chiffres et lettres, est accepté
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe solide de <longueur> caractères
      Alors le récapitulatif confirme le changement
      Et l'usager peut se connecter avec son nouveau mot de passe

      Exemples: à la limite et juste au-delà
        | longueur |
        | 20       |
        | 21       |

    @G13
    Plan du scénario: Un long mot de passe, de <longueur> caractères, est accepté
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe solide de <longueur> caractères
      Alors le récapitulatif confirme le changement
      Et l'usager peut se connecter avec son nouveau mot de passe

      Exemples: aucune fiche ne fixe de longueur maximale
        | longueur |
        | 64       |
        | 72       |
        | 73       |
        | 128      |

    @G13
    Scénario: Un mot de passe démesuré est refusé plutôt que tronqué
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe solide de 1025 caractères
      Alors le mot de passe est refusé

    @G13
    Scénario: Le mot de passe compte en entier, jusqu'à son dernier caractère
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe solide de 80 caractères
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Mais la connexion est refusée quand seul le dernier caractère diffère

    @EP6-1.3-3
    Plan du scénario: Un mot de passe trop court, de <longueur> caractères, est refusé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe solide de <longueur> caractères
      Alors le mot de passe est refusé
      Et l'usager peut se connecter avec son mot de passe d'origine

      Exemples: sous la limite
        | longueur |
        | 19       |
        | 1        |
        | 0        |

    @EP6-1.3-2 @C01 @avertissement
    Plan du scénario: Un mot de passe fait de seuls <signes> est admis ou refusé, selon le choix déclaré du site
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le site l'admet ou le refuse, comme il l'a déclaré pour le mélange

      Exemples: aucune fiche n'impose clairement de mêler les deux
        | signes   | mot de passe         |
        | chiffres | 73918462059184730261 |
        | lettres  | QzRtmKpwVxLdbNsFhGcj |

  Règle: Le nouveau mot de passe diffère du dernier utilisé

    @EP6-1.3-4
    Scénario: Le mot de passe en vigueur est refusé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme son mot de passe en vigueur
      Alors le mot de passe est refusé

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

  Règle: Un mot de passe de niveau faible est refusé

    @C30
    Plan du scénario: Un mot de passe trop facile à deviner est refusé malgré sa longueur : <mot de passe>
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le mot de passe est refusé

      Exemples: vingt fois la même lettre
        | mot de passe         |
        | aaaaaaaaaaaaaaaaaaaa |

  Règle: Une fois changé, le nouveau mot de passe ouvre tout l'espace, l'ancien plus rien

    @EP6-1.3-5
    Scénario: Tous les dossiers et services sont de nouveau accessibles
      Étant donné un usager dont l'espace contient des services
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et son espace contient les mêmes services

    @EP6-1.3-5 @C13
    Scénario: Le numéro d'abonné ne change pas
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et son espace porte le même numéro d'abonné de 14 chiffres

    @EP6-1.3-5
    Scénario: La question et la réponse de confiance restent les mêmes
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors la même question et la même réponse permettent de reprendre la procédure

    @EP6-1.3-6
    Scénario: L'ancien mot de passe est refusé
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors la connexion est refusée avec l'ancien mot de passe

    @EP6-1.3-6
    Scénario: Le changement de l'un ne touche pas l'espace de l'autre
      Étant donné un usager dont l'espace est actif
      Et un autre usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'autre usager peut se connecter avec son mot de passe d'origine

    @EP6-1.3-6 @avertissement
    Plan du scénario: Tant que rien n'est validé, le mot de passe d'origine reste en vigueur : « <écran> »
      Étant donné un usager rendu à l'écran « <écran> »
      Quand l'usager abandonne la procédure
      Alors l'usager peut se connecter avec son mot de passe d'origine

      Exemples: l'écran où il s'arrête
        | écran                              |
        | Adresse électronique de connexion  |
        | Réponse à la question de confiance |
        | Saisie du nouveau mot de passe     |
