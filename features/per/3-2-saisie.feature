# language: fr
Fonctionnalité: Péremption du mot de passe - 3. Écran « Saisie du nouveau mot de passe »
  Deuxième écran de « Mot de passe expiré » : l'ancien mot de passe, puis le nouveau, deux fois.

  Règle: L'écran demande l'ancien mot de passe et, deux fois, le nouveau

    @PER-1.3-1 @PER-3-7 @PER-3-8
    Scénario: Adresse et image justes mènent à trois champs, vides et masqués
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager suit le renouvellement jusqu'à l'écran « Saisie du nouveau mot de passe »
      Alors l'écran demande trois mots de passe, tous masqués
      Et les deux champs du nouveau mot de passe sont vides

    @PER-3-8 @avertissement
    Scénario: L'écran porte les libellés de la fiche
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager suit le renouvellement jusqu'à l'écran « Saisie du nouveau mot de passe »
      Alors l'écran affiche
        | texte                                |
        | Saisissez votre ancien mot de passe  |
        | Saisissez votre nouveau mot de passe |
        | 20 caractères minimum                |
        | Niveau de sécurité                   |
        | Confirmez votre nouveau mot de passe |
        | Etape précédente                     |
        | Valider                              |

    @PER-3-8 @G34 @avertissement
    Scénario: « Etape précédente » ramène à l'adresse
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Adresse électronique de connexion » s'affiche

  Règle: L'ancien mot de passe doit être exact

    @PER-3-9 @C23
    Plan du scénario: L'ancien mot de passe est refusé : <lequel>
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager donne pour ancien mot de passe : <lequel>
      Alors le mot de passe est refusé
      Et son mot de passe mène encore au renouvellement

      Exemples: laissé vide
        | lequel             |
        | aucun mot de passe |

      @avertissement
      Exemples: au signe près
        | lequel                                |
        | son mot de passe à une majuscule près |

    @PER-3-9
    Scénario: Le mot de passe d'un autre usager ne convient pas
      Étant donné un usager dont le mot de passe a expiré
      Et un autre usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager donne pour ancien mot de passe celui de l'autre usager
      Alors le mot de passe est refusé

  Règle: Le nouveau mot de passe se saisit deux fois, à l'identique

    @PER-3-10
    Scénario: Au renouvellement, une confirmation qui diffère par une majuscule est refusée
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager saisit un mot de passe conforme et une confirmation différente par une majuscule
      Alors le mot de passe est refusé

    @G57
    Scénario: Au renouvellement, après un refus, rien de ce qui a été saisi n'est réaffiché
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager saisit un mot de passe conforme et une confirmation différente
      Alors les deux champs du nouveau mot de passe sont vides et masqués

  Règle: Le niveau de sécurité se lit pendant la saisie

    @PER-3-10 @PER-3-13 @avertissement
    Scénario: Au renouvellement, le niveau affiché suit la frappe, de « Faible » à « Fort »
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager tape un mot de passe évident, l'efface, puis en tape un solide
      Alors le niveau affiché passe de « Faible » à « Fort »

    @PER-3-14
    Scénario: Au renouvellement, les niveaux ont les noms de la fiche
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager tape le mot de passe « Ornitho27Ornitho27Ornitho27 »
      Alors le niveau affiché est l'un des trois

    @PER-3-15 @PER-1.3-3 @C30 @bloquant
    Scénario: Au renouvellement, vingt fois la même lettre est annoncé « Faible » et refusé
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager tape puis valide le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors le niveau affiché était « Faible »
      Et le mot de passe est refusé

    @PER-3-12 @C29
    Scénario: Au renouvellement, le refus d'un mot de passe faible est expliqué
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager saisit et confirme le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors l'écran dit le mot de passe trop faible, ou non autorisé

    @PER-3-11
    Scénario: Au renouvellement, les recommandations s'ouvrent dans une fenêtre
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager ouvre les recommandations
      Alors la fenêtre affiche
        | texte |
        | Recommandations pour prévenir des usurpations |
        | 1 mot de passe différent de ceux utilisés précédemment |
        | ne l'écrivez jamais sur quelque support que ce soit (ni fichier ni papier) |

    @PER-3-11
    Scénario: Au renouvellement, les recommandations se ferment sans rien perdre de la saisie
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Et l'usager a commencé à saisir son nouveau mot de passe
      Quand l'usager ouvre puis ferme les recommandations
      Alors la fenêtre n'est plus affichée
      Et la saisie commencée est intacte
