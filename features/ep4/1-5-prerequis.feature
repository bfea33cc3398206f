# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 1.5 Prérequis
  Pour opter, il faut une adresse électronique valide, son numéro d'abonné et les réponses aux trois questions de confiance.

  Règle: Sans l'un des prérequis, la procédure s'arrête à l'écran qui le demande

    @EP4-1.5-1
    Scénario: Sans numéro d'abonné, l'usager reste au premier écran
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : aucun
      Alors la procédure reste à l'écran « Numéro d'abonné »

    @EP4-1.5-1
    Scénario: Sans aucune des trois réponses, l'usager reste à l'écran « Vérification »
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Quand l'usager donne trois réponses, les trois vides
      Alors les réponses sont refusées

    @EP4-1.5-1 @EP4-3-6
    Scénario: Sans adresse électronique valide, l'usager reste à l'écran « Identifiants »
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager opte avec l'adresse « usager.exemple.test »
      Alors l'adresse est refusée
