# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 1.4 Étapes
  La procédure se fait en quatre étapes : s'identifier, choisir ses identifiants, activer l'espace, garder le récapitulatif.

  Règle: Les quatre étapes mènent de l'espace à certificat à l'espace transformé

    @EP4-1.4-1 @EP4-1.4-5
    Scénario: À la fin des quatre étapes, l'usager peut garder un récapitulatif
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte puis active son espace
      Alors le récapitulatif à garder est un document PDF

    @EP4-1.4-1 @EP4-2-10
    Scénario: Chacun des cinq écrans de l'option annonce les mêmes étapes et montre la sienne
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option d'un bout à l'autre
      Alors chaque écran annonce « Numéro d'abonné > Vérification > Identifiants > Question > Validation »
      Et chaque écran met en évidence sa propre étape

  Règle: La première étape demande le numéro d'abonné et les trois réponses de confiance

    @EP4-1.4-2
    Scénario: Sans l'une des trois réponses, l'usager n'est pas reconnu
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Quand l'usager remplit tout l'écran sauf « Réponse n° 2 »
      Alors les réponses sont refusées

    @EP4-1.4-2 @G33 @avertissement
    Scénario: L'écran « Identifiants » ne s'ouvre pas à qui n'a pas été reconnu
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager ouvre directement l'écran « Identifiants » de l'option
      Alors l'écran « Identifiants » de l'option reste fermé

  Règle: La deuxième étape fait choisir l'adresse, le mot de passe et une question de confiance

    @EP4-1.4-3
    Scénario: Une seule question de confiance est à choisir, et une seule réponse à donner
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors l'écran offre une liste de questions, et une seule réponse à donner

  Règle: La troisième étape est l'activation, avec le code reçu à l'adresse choisie

    @EP4-1.4-4 @C17
    Scénario: Le code reçu à l'adresse choisie, autre que celle de l'espace, active l'espace
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte en donnant sa seconde adresse, puis active son espace
      Alors l'espace est activé
      Et l'usager peut se connecter à son espace
