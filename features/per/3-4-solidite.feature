# language: fr
Fonctionnalité: Péremption du mot de passe - Solidité du mot de passe dans toutes les procédures
  Un même mot de passe a partout le même niveau, affiché pendant la saisie et appliqué à la validation.

  Règle: Ce que l'affichage annonce, la validation l'applique

    @PER-1.3-3 @G14 @avertissement
    Plan du scénario: Au renouvellement, « <mot de passe> » : l'affichage et la validation s'accordent
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager tape puis valide le mot de passe « <mot de passe> »
      Alors il est refusé si le niveau affiché est « Faible », accepté sinon

      Exemples: deux faibles, un moyen
        | mot de passe                |
        | Bonjour2024Bonjour2024      |
        | Loulou12Loulou12Loulou12    |
        | Ornitho27Ornitho27Ornitho27 |

    @G14
    Plan du scénario: À la modification, « <mot de passe> » : l'affichage et la validation s'accordent
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager tape puis valide le mot de passe « <mot de passe> »
      Alors il est refusé si le niveau affiché est « Faible », accepté sinon

      Exemples: un faible, un moyen
        | mot de passe                |
        | Bonjour2024Bonjour2024      |
        | Ornitho27Ornitho27Ornitho27 |

    @G14
    Plan du scénario: À la création, « <mot de passe> » : l'affichage et la validation s'accordent
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager tape puis valide le mot de passe « <mot de passe> »
      Alors il est refusé si le niveau affiché est « Faible », accepté sinon

      Exemples: un faible, un moyen
        | mot de passe                |
        | Bonjour2024Bonjour2024      |
        | Ornitho27Ornitho27Ornitho27 |

  Règle: Les mots français et les touches voisines d'un clavier français se devinent

    @G14 @C30
    Plan du scénario: « <mot de passe> » est annoncé « Faible » et refusé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager tape puis valide le mot de passe « <mot de passe> »
      Alors le niveau affiché était « Faible »
      Et le mot de passe est refusé

      Exemples: mots courants, rangées de touches
        | mot de passe             |
        | motdepassemotdepasse     |
        | azertyuiopqsdfghjklm     |

    @G14
    Scénario: Un mot de passe fait du seul nom de l'usager est annoncé « Faible » et refusé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager tape puis valide un mot de passe fait de son seul nom
      Alors le niveau affiché était « Faible »
      Et le mot de passe est refusé

  Règle: Aucune longueur ne met le site en défaut

    @G13 @G14
    Scénario: Un mot de passe de 4096 caractères reçoit une réponse, à l'affichage comme à la validation
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager colle un mot de passe de 4096 caractères, attend son niveau et le valide
      Alors le site l'accepte ou le refuse, sans se mettre en défaut
