# language: fr
Fonctionnalité: Péremption du mot de passe - 2. Changer de mot de passe avant l'échéance
  « Modifier le mot de passe » mène à « Modifiez vos identifiants » : cocher, saisir, confirmer, valider.

  Règle: L'écran « Modifiez vos identifiants » montre ce qui est à faire

    @PER-2-14
    Scénario: L'écran affiche la case, la règle, le conseil et les deux boutons
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Quand l'usager suit la modification de ses identifiants jusqu'à l'écran « Modifiez vos identifiants »
      Alors l'écran affiche
        | texte                                                   |
        | Modifiez vos identifiants                               |
        | Cochez le(s) identifiant(s) que vous souhaitez modifier |
        | Saisir mon nouveau mot de passe                         |
        | 20 caractères minimum                                   |
        | Pensez à noter votre mot de passe.                      |
        | Annuler                                                 |
        | Valider les modifications                               |
      Et l'écran rappelle le numéro d'abonné de l'usager

    @PER-2-17
    Scénario: Les recommandations s'ouvrent dans une fenêtre
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager ouvre les recommandations
      Alors la fenêtre affiche
        | texte |
        | Recommandations pour prévenir des usurpations |
        | 1 mot de passe différent de ceux utilisés précédemment |
        | ne l'écrivez jamais sur quelque support que ce soit (ni fichier ni papier) |

  Règle: Le niveau de sécurité se lit pendant la saisie

    @PER-2-16 @PER-2-21 @avertissement
    Scénario: À la modification, le niveau affiché suit la frappe, de « Faible » à « Fort »
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager tape un mot de passe évident, l'efface, puis en tape un solide
      Alors le niveau affiché passe de « Faible » à « Fort »

    @PER-2-20 @PER-2-22
    Scénario: À la modification, les niveaux ont les noms de la fiche
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager tape le mot de passe « Ornitho27Ornitho27Ornitho27 »
      Alors le niveau affiché est l'un des trois

    @PER-2-23
    Scénario: À la modification, vingt fois la même lettre est annoncé « Faible »
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager tape le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors le niveau affiché est Faible

    @PER-2-23 @C29 @avertissement
    Scénario: À la modification, un mot de passe faible est annoncé non autorisé
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager tape le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors l'écran affiche
        | texte                                    |
        | Niveau de sécurité : Faible et non autorisé |

  Règle: Seul un mot de passe conforme est accepté

    @PER-2-19 @PER-1.3-3 @C30 @bloquant
    Scénario: À l'approche de l'échéance, un mot de passe de niveau faible est refusé et rien ne change
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors le mot de passe est refusé
      Et l'usager peut se connecter avec son mot de passe d'origine
      Et aucun courriel n'est envoyé à l'usager

    @PER-2-16
    Plan du scénario: À la modification, un mot de passe de <longueur> caractères est <sort>
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe solide de <longueur> caractères
      Alors <verdict>

      Exemples: de part et d'autre de la limite
        | longueur | sort    | verdict                        |
        | 19       | refusé  | le mot de passe est refusé     |
        | 20       | accepté | l'écran confirme le changement |

  Règle: Une fois validé, le nouveau mot de passe ouvre l'espace et l'alerte disparaît

    @PER-2-15 @PER-2-24 @PER-2-26
    Scénario: Le mot de passe changé par le lien de l'accueil ouvre l'espace, sans plus d'alerte
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est entré dans son espace
      Et l'usager a changé de mot de passe par « Modifier le mot de passe »
      Quand l'usager entre dans son espace, d'un autre appareil, avec son nouveau mot de passe
      Alors la fenêtre d'alerte ne s'est pas affichée
      Et son espace ne montre rien de l'alerte
      Et son espace affiche une expiration à la veille du même jour, trois ans plus tard

    @PER-2-24
    Scénario: Le mot de passe changé, l'ancien n'ouvre plus rien
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran confirme le changement
      Et l'ancien mot de passe est refusé d'un autre appareil

    @PER-2-25
    Scénario: Sorti de l'espace, l'usager retrouve l'écran d'authentification
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est entré dans son espace
      Quand l'usager quitte son espace et demande de nouveau l'espace professionnel
      Alors l'écran d'authentification s'affiche
