# language: fr
Fonctionnalité: Mot de passe oublié - 2. Écran « Récapitulatif »
  Quatrième écran : le changement est confirmé, avec la date jusqu'à laquelle le mot de passe est valable.

  Règle: Le récapitulatif confirme le changement

    @EP6-2-25 @C27
    Scénario: Le changement est annoncé réussi, avec sa date de validité
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors le récapitulatif confirme le changement
      Et il donne une date de fin de validité

    @EP6-2-25 @avertissement
    Scénario: Le récapitulatif annonce la suite avec les mots de la fiche
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran affiche
        | texte                                                                  |
        | Votre mot de passe a été réinitialisé avec succès.                     |
        | Vous allez recevoir un courriel de confirmation.                       |
        | Vous pouvez dès à présent vous connecter à votre espace professionnel. |
        | Quitter                                                                |

    @EP6-2-24 @avertissement
    Scénario: Le récapitulatif n'offre plus d'étape précédente
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran propose « Accédez à vos services en ligne » mais pas « Etape précédente »

    @EP6-2-24 @G33 @avertissement
    Scénario: Recharger le récapitulatif ne refait pas le changement
      Étant donné un usager rendu à l'écran « Récapitulatif »
      Quand l'usager recharge la page
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et l'usager reçoit une seule confirmation

  Règle: Le mot de passe vaut trois ans, jusqu'à la veille du troisième anniversaire

    @EP6-2-26 @C03
    Scénario: Choisi aujourd'hui, le mot de passe vaut jusqu'à la veille du même jour dans trois ans
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'écran annonce une validité jusqu'à la veille du même jour, trois ans plus tard

    @EP6-2-26 @C03
    Plan du scénario: Choisi le <jour> à <heure>, le mot de passe vaut jusqu'au <fin>
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est <heure> à Paris le <jour>
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'écran annonce une validité jusqu'au <fin>

      Exemples: les échéances que les fiches montrent
        | jour       | heure    | fin             |
        | 06/06/2023 | 10:00:00 | 05 juin 2026    |
        | 25/08/2023 | 15:10:00 | 24 août 2026    |
        | 08/08/2023 | 12:10:00 | 07 août 2026    |

      Exemples: les jours où toutes les lectures s'accordent
        | jour       | heure    | fin              |
        | 01/01/2026 | 12:00:00 | 31 décembre 2028 |
        | 01/03/2025 | 12:00:00 | 29 février 2028  |
        | 28/02/2024 | 12:00:00 | 27 février 2027  |

      @avertissement @C04
      Exemples: trois années civiles, là où 1 095 jours donneraient une autre date
        | jour       | heure    | fin              |
        | 01/03/2024 | 12:00:00 | 28 février 2027  |
        | 28/02/2025 | 12:00:00 | 27 février 2028  |
        | 01/03/2028 | 12:00:00 | 28 février 2031  |

      @avertissement @C04
      Exemples: choisi un 29 février
        | jour       | heure    | fin              |
        | 29/02/2024 | 12:00:00 | 28 février 2027  |
        | 29/02/2028 | 12:00:00 | 28 février 2031  |

      @avertissement @G23
      Exemples: de part et d'autre de minuit à Paris, en été puis en hiver
        | jour       | heure    | fin              |
        | 24/08/2023 | 23:59:59 | 23 août 2026     |
        | 25/08/2023 | 00:00:00 | 24 août 2026     |
        | 31/12/2026 | 23:59:59 | 30 décembre 2029 |
        | 01/01/2027 | 00:00:00 | 31 décembre 2029 |

    @G23
    Plan du scénario: Vue depuis <lieu>, la validité se compte toujours à l'heure de Paris
      Étant donné un usager dont le navigateur est à l'heure de <lieu>
      Et il est <heure> à Paris le <jour>
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'écran annonce une validité jusqu'au <fin>

      Exemples: là où il est déjà demain, puis là où il est encore hier
        | lieu                | jour       | heure    | fin           |
        | la Nouvelle-Zélande | 24/08/2023 | 23:30:00 | 23 août 2026  |
        | la Martinique       | 25/08/2023 | 00:30:00 | 24 août 2026  |

  Règle: Du récapitulatif, l'usager rejoint ses services en se connectant

    @EP6-2-27
    Scénario: Le lien mène à l'écran d'authentification, sans connecter d'office
      Étant donné un usager rendu à l'écran « Récapitulatif »
      Quand il suit le lien « Accédez à vos services en ligne »
      Alors l'écran d'authentification s'affiche

    @G35
    Plan du scénario: « Quitter », à l'écran « <écran> », ramène à l'accueil du site
      Étant donné un usager rendu à l'écran « <écran> »
      Quand l'usager quitte la procédure
      Alors l'accueil du site s'affiche

      Exemples:
        | écran                              |
        | Adresse électronique de connexion  |
        | Réponse à la question de confiance |
        | Saisie du nouveau mot de passe     |
        | Récapitulatif                      |

    @G35
    Scénario: « Quitter » abandonne ce qui n'est pas validé
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Et l'usager a commencé à saisir son nouveau mot de passe
      Quand l'usager quitte la procédure
      Alors l'usager peut se connecter avec son mot de passe d'origine

    @EP6-2-28
    Scénario: Le pied de page porte les mentions du site
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran affiche
        | texte                                     |
        | Confidentialité                           |
        | Informations personnelles                 |
        | Accessibilité                             |
        | Direction générale des Finances publiques |
        | Mentions légales                          |
