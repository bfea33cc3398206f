# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Écran « Récapitulatif »
  Quatrième écran de la création : tout ce qui a été saisi, à corriger ou à valider.

  Règle: Le récapitulatif montre tout ce qui a été saisi, sauf le mot de passe

    @EP2-2-42 @EP2-2-49
    Scénario: L'identité, le téléphone et l'adresse postale sont repris tels qu'ils ont été saisis
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout le formulaire
      Alors l'écran « Récapitulatif » s'affiche
      Et le récapitulatif reprend l'identité, le téléphone et l'adresse postale tels qu'ils ont été saisis

    @EP2-2-49
    Scénario: L'adresse de connexion, la question et la réponse sont montrées, pas le mot de passe
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout le formulaire
      Alors l'adresse de connexion reste celle de l'usager
      Et le récapitulatif montre la question et la réponse choisies
      Mais il ne montre pas le mot de passe

    @EP2-2-49 @avertissement
    Scénario: Chaque ligne a son libellé, même quand elle est vide
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager ne remplit que les champs obligatoires
      Alors l'écran « Récapitulatif » s'affiche
      Et l'écran présente dans l'ordre
        | ligne                              |
        | Nom                                |
        | Prénom                             |
        | Téléphone                          |
        | Adresse électronique de connexion  |
        | Numéro de voie                     |
        | Nature de la voie                  |
        | Libellé de la voie                 |
        | Complément d'adresse               |
        | Code postal                        |
        | Ville                              |
        | Pays                               |
        | Question de confiance              |
        | Réponse à la question de confiance |

    @G57
    Scénario: La page du récapitulatif ne contient nulle part le mot de passe
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Récapitulatif »
      Alors la page ne contient nulle part le mot de passe

  Règle: On peut revenir corriger sa saisie ou valider

    @EP2-2-50
    Scénario: Deux boutons permettent de revenir ou de valider
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Récapitulatif »
      Alors l'écran propose les commandes
        | commande         |
        | Etape précédente |
        | Valider          |

    @EP2-2-48
    Scénario: « Etape précédente » ramène au formulaire tel qu'il a été rempli
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Et l'usager a rempli tout le formulaire
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Formulaire inscription » s'affiche
      Et la saisie est gardée

    @EP2-2-48
    Scénario: Une correction est reprise par le récapitulatif
      Étant donné un usager rendu à l'écran « Récapitulatif » de la création
      Et l'usager est revenu à l'étape précédente
      Quand l'usager remplit tout l'écran avec « SAINT-BRIEUC » pour « Ville »
      Alors l'écran « Récapitulatif » s'affiche
      Et le récapitulatif reprend l'identité, le téléphone et l'adresse postale tels qu'ils ont été saisis

    @G34
    Scénario: « Etape précédente » garde aussi la question et la réponse
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Et l'usager a rempli tout le formulaire
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Formulaire inscription » s'affiche
      Et la question et la réponse saisies sont gardées
