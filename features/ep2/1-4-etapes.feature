# language: fr
Fonctionnalité: Créer un espace professionnel expert - 1.4 Étapes de la procédure
  La création se fait en trois temps : se pré-inscrire sur le site, activer l'espace avec le code reçu par courriel,
  garder le récapitulatif.

  Règle: Se pré-inscrire, activer l'espace, garder son récapitulatif

    @EP2-1.4-1 @EP2-1.4-6
    Scénario: Du premier écran au récapitulatif, en trois temps
      Étant donné un usager sans espace
      Quand l'usager crée puis active son espace
      Alors l'espace est activé
      Et le récapitulatif à garder est un document PDF

  Règle: Les identifiants viennent après les conditions, les informations après les identifiants

    @EP2-1.4-3
    Plan du scénario: L'écran « <écran> » rempli, « <suivant> » lui succède
      Étant donné un usager rendu à l'écran « <écran> » de la création
      Quand l'usager remplit cet écran et continue
      Alors l'écran « <suivant> » s'affiche

      Exemples: dans l'ordre de la fiche
        | écran                  | suivant                |
        | Conditions générales   | Identifiants           |
        | Identifiants           | Formulaire inscription |
        | Formulaire inscription | Récapitulatif          |

    @EP2-1.4-3
    Plan du scénario: De l'écran « <écran> », la page de l'écran « <suivant> » ne s'ouvre pas directement
      Étant donné un usager rendu à l'écran « <écran> » de la création
      Quand l'usager ouvre directement l'écran « <suivant> » de la création
      Alors l'écran « <suivant> » de la création reste fermé

      Exemples: l'image et les conditions d'abord
        | écran                  | suivant                |
        | Conditions générales   | Identifiants           |

      @avertissement @G33
      Exemples: chaque écran suppose celui qui le précède, selon nous
        | écran                  | suivant                |
        | Identifiants           | Formulaire inscription |
        | Formulaire inscription | Récapitulatif          |

    @EP2-1.4-3
    Plan du scénario: Qui n'a rien commencé n'ouvre pas directement l'écran « <écran> »
      Étant donné un usager sans espace
      Quand l'usager ouvre directement l'écran « <écran> » de la création
      Alors l'écran « <écran> » de la création reste fermé

      Exemples: les écrans qui disent quelque chose de l'usager
        | écran                  |
        | Récapitulatif          |
        | Enregistrement         |

  Règle: Le code part aussitôt par courriel ; l'espace s'active dans les 48 heures

    @EP2-1.4-4
    Scénario: Le code d'activation part dès que la pré-inscription est validée
      Étant donné un usager rendu à l'écran « Récapitulatif » de la création
      Quand l'usager valide son inscription
      Alors l'usager reçoit un courriel d'activation

    @EP2-1.4-4
    Scénario: À 47 heures et 55 minutes, l'espace s'active encore
      Étant donné un usager pré-inscrit
      Et 47 heures et 55 minutes s'écoulent
      Quand l'usager active son espace
      Alors l'espace est activé

    @EP2-1.4-4
    Scénario: À 48 heures et 5 minutes, l'espace ne s'active plus
      Étant donné un usager pré-inscrit
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager active son espace
      Alors l'activation est refusée
      Et l'usager ne peut pas se connecter à son espace

  Règle: Activé, l'espace est créé et immédiatement opérationnel

    @EP2-1.4-5
    Scénario: L'usager se connecte aussitôt, sans même avoir enregistré son récapitulatif
      Étant donné un usager sans espace
      Quand l'usager crée puis active son espace
      Alors l'usager peut se connecter à son espace
