# language: fr
Fonctionnalité: Péremption du mot de passe - 1.4 Étapes et 1.5 Prérequis
  Passé l'échéance, tout se fait sur la page « Mot de passe expiré ». Avant elle, deux chemins partent de l'espace.

  Règle: Expiré, le mot de passe se renouvelle sans la réponse de confiance

    @PER-1.5-2 @C24
    Plan du scénario: La réponse de confiance n'est pas demandée à l'écran « <écran> »
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager suit le renouvellement jusqu'à l'écran « <écran> »
      Alors l'écran ne demande pas la réponse de confiance

      Exemples:
        | écran                             |
        | Adresse électronique de connexion |
        | Saisie du nouveau mot de passe    |

  Règle: Avant l'échéance, deux chemins mènent à « Modifiez vos identifiants »

    @PER-1.1-6 @PER-1.4-2 @PER-2-13
    Plan du scénario: <chemin> mène à « Modifiez vos identifiants »
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est entré dans son espace
      Quand l'usager demande à changer de mot de passe par <chemin>
      Alors l'écran « Modifiez vos identifiants » s'affiche

      Exemples: le lien de l'accueil, et le menu
        | chemin                     |
        | « Modifier le mot de passe » |
        | « Gérer les services »     |

    @PER-3-22
    Scénario: Loin de l'échéance, le mot de passe se change aussi
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran confirme le changement
      Et l'usager peut se connecter avec son nouveau mot de passe

  Règle: Il faut détenir un espace et en connaître le mot de passe

    @PER-1.5-1
    Scénario: Sans l'ancien mot de passe, rien n'est renouvelé
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager donne pour ancien mot de passe : un autre mot de passe
      Alors le mot de passe est refusé
      Et son mot de passe mène encore au renouvellement

    @PER-1.5-1 @G20 @avertissement
    Scénario: Arrivé directement à la page « Mot de passe expiré », l'usager dont le mot de passe a expiré peut le renouveler
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager ouvre directement « Mot de passe expiré » et y renouvelle son mot de passe
      Alors le récapitulatif confirme le changement

    @G20
    Scénario: Un mot de passe qui n'a pas expiré ne se change pas par « Mot de passe expiré »
      Étant donné un usager dont le mot de passe a expiré
      Et un autre usager dont l'espace est actif
      Quand l'autre usager tente de renouveler son mot de passe par « Mot de passe expiré »
      Alors le mot de passe est refusé à l'autre usager
      Et l'autre usager peut se connecter avec son mot de passe d'origine

    @G20
    Scénario: L'adresse d'un autre n'ouvre rien à qui connaît son propre mot de passe
      Étant donné un usager dont le mot de passe a expiré
      Et un autre usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Adresse électronique de connexion » du renouvellement
      Quand l'usager donne l'adresse de l'autre usager puis renouvelle avec son propre mot de passe
      Alors le mot de passe est refusé
      Et l'autre usager peut se connecter avec son mot de passe d'origine
