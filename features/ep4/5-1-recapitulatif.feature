# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 5. Sauvegarde des informations récapitulatives
  De la dernière page, l'usager garde un document qui récapitule les informations de son espace transformé.

  Règle: Le lien donne un document PDF, qui porte ce qui est connu de l'usager

    @EP4-5-1 @EP4-5-2
    Scénario: Le lien de la dernière page donne un document PDF qui se lit
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document se lit

    @EP4-5-2 @avertissement
    Scénario: Le récapitulatif porte les titres de la fiche
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document affiche
        | titre           |
        | Vos COORDONNEES |
        | RECAPITULATIF   |
        | Votre identité  |

    @EP4-5-3 @C15
    Scénario: Le récapitulatif donne l'identité, le numéro, le téléphone et les adresses
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document donne son nom
      Et le document donne son prénom
      Et le document donne son numéro d'abonné
      Et le document donne son téléphone
      Et le document donne son adresse
      Et le document donne, de son adresse postale, la voie et le pays

    @EP4-5-4
    Scénario: Le récapitulatif donne la question choisie, non l'une des trois d'autrefois
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document porte la question de confiance de l'usager

    @EP4-5-4 @C11
    Scénario: Le récapitulatif donne ou tait la réponse, selon le choix déclaré du site
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document suit le choix déclaré du site sur la réponse

    @EP4-5-5
    Scénario: Le récapitulatif est daté de l'instant de sa création
      Étant donné il est 14:26:38 à Paris le 11/09/2025
      Et un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document se dit créé le 11/09/2025 à 14h26mn38s

  Règle: Les informations se retrouvent dans l'espace, où mène la dernière page

    @EP4-5-6
    Scénario: Les coordonnées et la question se retrouvent depuis « Gérer les services »
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte puis active son espace
      Alors ses coordonnées se retrouvent depuis « Gérer les services », avec la question choisie

    @EP4-5-7
    Scénario: « Accédez à vos services en ligne » mène à l'écran d'authentification
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand il suit le lien « Accédez à vos services en ligne »
      Alors l'écran d'authentification s'affiche
