# language: fr
Fonctionnalité: Mot de passe oublié - 2. Retour à la connexion
  La procédure finie, l'usager se connecte avec son adresse et son nouveau mot de passe.

  Règle: L'adresse et le nouveau mot de passe ouvrent l'espace

    @EP6-2-36
    Scénario: L'usager se connecte avec son nouveau mot de passe
      Étant donné un usager rendu à l'écran « Récapitulatif »
      Quand l'usager se connecte avec son adresse et son nouveau mot de passe
      Alors son espace s'affiche à son nom

    @G65
    Scénario: L'espace affiche la date d'expiration annoncée
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 10:00:00 à Paris le 06/06/2023
      Et l'usager a choisi un nouveau mot de passe par la procédure
      Quand l'usager se connecte avec son adresse et son nouveau mot de passe
      Alors son espace écrit la date d'expiration « 05/06/2026 »

    @G65
    Scénario: Un jour d'un seul chiffre s'écrit avec son zéro, premier du mois compris
      Étant donné un usager dont l'espace est actif depuis le 01/02/2025
      Et il est 10:00:00 à Paris le 02/03/2025
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'écran écrit la date « 01 mars 2028 »

  Règle: Les appareils restés connectés perdent l'accès

    @G12
    Scénario: Un autre appareil resté connecté perd l'accès
      Étant donné un usager connecté à son espace
      Quand l'usager choisit, d'un autre appareil, un nouveau mot de passe par la procédure
      Alors le premier appareil n'a plus accès à l'espace
