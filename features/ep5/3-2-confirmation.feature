# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 3. Le mot de passe est changé
  Un écran confirme le changement et dit jusqu'à quand le mot de passe est valable. L'espace, lui, n'a pas changé.

  Règle: L'écran confirme le changement et la validité de trois ans

    @EP5-3-10 @C27
    Scénario: Le changement est annoncé réussi, avec sa date de validité, au nom de l'usager
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors le récapitulatif confirme le changement
      Et il donne une date de fin de validité
      Et la confirmation nomme l'usager

    @EP5-3-10 @avertissement
    Scénario: La confirmation porte les mots de la fiche
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors l'écran affiche
        | texte                                              |
        | Réinitialisation de votre mot de passe             |
        | Votre mot de passe a été réinitialisé avec succès. |
        | Ce mot de passe est valable jusqu'au               |
        | Vous allez recevoir un courriel de confirmation.   |
        | OK                                                 |

    @EP5-3-11 @C03
    Scénario: Choisi aujourd'hui, le mot de passe vaut jusqu'à la veille du même jour dans trois ans
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors l'écran annonce une validité jusqu'à la veille du même jour, trois ans plus tard

    @EP5-3-11
    Plan du scénario: Choisi le <jour> à <heure>, le mot de passe vaut jusqu'au <fin>
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est <heure> à Paris le <jour>
      Quand l'usager change de mot de passe dans son espace
      Alors l'écran annonce une validité jusqu'au <fin>

      Exemples: l'échéance que la fiche montre, et un jour où toutes les lectures s'accordent
        | jour       | heure    | fin             |
        | 25/08/2023 | 15:10:00 | 24 août 2026    |
        | 01/03/2025 | 12:00:00 | 29 février 2028 |

      @avertissement @C04
      Exemples: trois années civiles, là où 1 095 jours donneraient une autre date
        | jour       | heure    | fin             |
        | 29/02/2024 | 12:00:00 | 28 février 2027 |
        | 01/03/2024 | 12:00:00 | 28 février 2027 |

      @avertissement @G23
      Exemples: de part et d'autre de minuit à Paris
        | jour       | heure    | fin          |
        | 24/08/2023 | 23:59:59 | 23 août 2026 |
        | 25/08/2023 | 00:00:00 | 24 août 2026 |

  Règle: « OK » ramène à la page d'accueil

    @EP5-3-12
    Scénario: De la confirmation, on revient à une page d'accueil
      Étant donné un usager dont l'espace est actif
      Et l'usager a changé de mot de passe dans son espace
      Quand l'usager quitte la confirmation par « OK »
      Alors la page d'accueil s'affiche, celle de l'espace, celle du site ou l'écran d'authentification

    @C26 @EP5-2-14 @avertissement
    Scénario: De la confirmation, on revient dans son espace, où la date d'expiration a changé
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 12:00:00 à Paris le 25/08/2023
      Et l'usager a changé de mot de passe dans son espace
      Quand l'usager quitte la confirmation par « OK »
      Alors l'accueil de l'espace s'affiche, avec la nouvelle date d'expiration

  Règle: L'ancien mot de passe n'ouvre plus rien, le nouveau ouvre un espace intact

    @EP5-3-18
    Scénario: L'ancien mot de passe est refusé, le nouveau retrouve les mêmes services
      Étant donné un usager dont l'espace contient des services
      Quand l'usager change de mot de passe dans son espace
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et son espace contient les mêmes services
      Et son espace porte le même numéro d'abonné de 14 chiffres
      Et la connexion est refusée avec l'ancien mot de passe

    @EP5-3-18
    Scénario: Le changement de l'un ne touche pas l'espace de l'autre
      Étant donné un usager dont l'espace est actif
      Et un autre usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors l'autre usager peut se connecter avec son mot de passe d'origine

    @G12
    Scénario: Les autres appareils connectés perdent l'accès
      Étant donné un usager connecté à son espace
      Quand l'usager change, d'un autre appareil, de mot de passe dans son espace
      Alors le premier appareil n'a plus accès à l'espace

  Règle: « Mot de passe oublié » reste ouvert à qui connaît la réponse de confiance, et à lui seul

    @EP5-3-17
    Scénario: Qui connaît son mot de passe peut aussi en changer par « Mot de passe oublié »
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager peut se connecter avec son nouveau mot de passe

    @EP5-1.3-5 @EP5-3-17
    Scénario: Sans la réponse de confiance, « Mot de passe oublié » ne donne rien
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager se trompe : mauvaise réponse
      Alors la réponse est refusée
