# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 3. Écran « Question »
  Quatrième écran : l'usager choisit une question de confiance et sa réponse, qui remplacent les trois d'autrefois.

  Règle: Une question se choisit dans une liste, et sa réponse est obligatoire

    @EP4-3-12
    Scénario: L'adresse choisie est rappelée, et une question est à choisir dans une liste
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors l'adresse de l'espace est rappelée à l'écran « Question »
      Et l'écran offre une liste de questions, et une seule réponse à donner

    @EP4-3-12 @avertissement
    Scénario: L'adresse rappelée ne peut pas être modifiée, et la liste offre la question de la fiche
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors l'écran « Question » s'affiche
      Et rien de ce qu'il rappelle ne peut être modifié
      Et la liste offre la question « Quel est votre surnom ? »

    Plan du scénario: Sans réponse, l'option n'est pas validée : réponse donnée <comment>
      Étant donné un usager rendu à l'écran « Question » de l'option
      Quand l'usager choisit une question et y répond <comment>
      Alors la réponse de confiance est refusée

      @EP4-3-12
      Exemples:
        | comment |
        | par rien |

      @G27
      Exemples: des espaces seuls, qui ne sont pas une réponse selon nous
        | comment          |
        | par trois espaces |

    @EP4-3-13
    Scénario: La question choisie et sa réponse mènent à l'écran « Validation »
      Étant donné un usager rendu à l'écran « Question » de l'option
      Quand l'usager choisit une question et y répond
      Alors l'écran « Validation » s'affiche

    @EP4-3-12
    Scénario: « Etape précédente » ramène au choix des identifiants
      Étant donné un usager rendu à l'écran « Question » de l'option
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Identifiants » s'affiche

  Règle: C'est cette question qui sert désormais

    @EP4-3-11
    Scénario: En cas d'oubli du mot de passe, c'est la question choisie qui est posée
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte puis active son espace
      Alors « Mot de passe oublié » pose la question choisie, et admet la réponse choisie

    @G46
    Scénario: Les trois réponses d'autrefois n'ouvrent plus rien
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte puis active son espace
      Alors « Mot de passe oublié » n'admet aucune des trois réponses d'autrefois
      Et le même numéro ne permet plus d'opter
