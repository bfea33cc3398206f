# language: fr
Fonctionnalité: Péremption du mot de passe - 3. Récapitulatif, courriel et retour à la connexion
  Le mot de passe est renouvelé pour trois ans ; un courriel le confirme, et l'usager se connecte.

  Règle: Le récapitulatif confirme le changement et donne la date de fin de validité

    @PER-3-16 @PER-3-17 @C27
    Scénario: Renouvelé aujourd'hui, le mot de passe vaut jusqu'à la veille du même jour dans trois ans
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager renouvelle son mot de passe expiré
      Alors le récapitulatif confirme le changement
      Et l'écran annonce une validité jusqu'à la veille du même jour, trois ans plus tard

    @PER-3-17
    Plan du scénario: Renouvelé le <jour>, le mot de passe vaut jusqu'au <fin>
      Étant donné un usager dont l'espace est actif depuis le <choisi>
      Et il est <heure> à Paris le <jour>
      Quand l'usager renouvelle son mot de passe expiré
      Alors l'écran annonce une validité jusqu'au <fin>

      Exemples: l'échéance que la fiche montre
        | choisi     | jour       | heure    | fin             |
        | 01/06/2020 | 08/08/2023 | 12:10:00 | 07 août 2026    |

      @avertissement @C04
      Exemples: trois années civiles, et un 29 février
        | choisi     | jour       | heure    | fin             |
        | 01/06/2020 | 29/02/2024 | 12:00:00 | 28 février 2027 |

      @avertissement @G23
      Exemples: juste avant minuit, puis à minuit à Paris
        | choisi     | jour       | heure    | fin             |
        | 01/06/2020 | 07/08/2023 | 23:59:59 | 06 août 2026    |
        | 01/06/2020 | 08/08/2023 | 00:00:00 | 07 août 2026    |

    @PER-3-17 @avertissement
    Scénario: Le récapitulatif annonce la suite avec les mots de la fiche
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager renouvelle son mot de passe expiré
      Alors l'écran affiche
        | texte                                                                                        |
        | Votre mot de passe a été réinitialisé avec succès.                                           |
        | Vous allez recevoir un courriel de confirmation.                                             |
        | En cas d'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance |
        | Vous pouvez dès à présent vous connecter à votre espace professionnel.                       |

  Règle: Un courriel confirme le changement

    @PER-3-18 @C06
    Scénario: Une confirmation, une seule, part vers l'usager et lui seul
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager renouvelle son mot de passe expiré
      Alors le courriel de confirmation vient de l'expéditeur déclaré du site
      Et il est remis à l'adresse de l'usager seule
      Et l'usager reçoit une seule confirmation

    @PER-3-18 @avertissement
    Scénario: L'objet du courriel est celui de la fiche
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager renouvelle son mot de passe expiré
      Alors l'objet du courriel de confirmation est « Espace professionnel - Modification du mot de passe »

    @PER-3-19 @C05
    Scénario: Le courriel donne la date de fin de validité de l'écran
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager renouvelle son mot de passe expiré
      Alors le courriel de confirmation annonce la même date que l'écran
      Et il ne contient ni mot de passe, ni réponse de confiance, ni lien vers la procédure

    @PER-3-19 @PER-3-20 @avertissement
    Scénario: Le courriel parle avec les mots de la fiche
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager renouvelle son mot de passe expiré
      Alors le courriel de confirmation contient
        | texte |
        | Bonjour, |
        | Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte. |
        | En cas d'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance |
        | L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services. |
        | nous vous invitons à ne pas répondre à l'adresse électronique de ce message |
        | L'Administration fiscale ne vous sollicite jamais |

  Règle: L'usager se connecte avec son nouveau mot de passe

    @PER-3-21
    Scénario: Du récapitulatif, le lien mène à l'authentification, où le nouveau mot de passe ouvre l'espace
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Récapitulatif » du renouvellement
      Quand il suit le lien « Accédez à vos services en ligne »
      Alors l'écran d'authentification s'affiche
      Et l'usager peut se connecter avec son nouveau mot de passe
      Et l'ancien mot de passe est refusé d'un autre appareil

    @G33 @G63
    Scénario: Recharger le récapitulatif ne refait pas le renouvellement
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Récapitulatif » du renouvellement
      Quand l'usager recharge la page
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et l'usager reçoit une seule confirmation

  Règle: « Mot de passe oublié » reste ouverte à qui ne connaît plus son mot de passe expiré

    @PER-3-23 @G18 @avertissement
    Scénario: La réponse de confiance permet de remplacer un mot de passe expiré
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager peut se connecter avec son nouveau mot de passe
