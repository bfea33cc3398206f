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
      Alors son espace affiche une expiration au 05/06/2026

  Règle: Les sessions ouvertes avant le changement se ferment (G12)

    @G12
    Scénario: Un autre appareil resté connecté perd l'accès
      Étant donné un usager connecté à son espace
      Quand l'usager choisit, d'un autre appareil, un nouveau mot de passe par la procédure
      Alors le premier appareil n'a plus accès à l'espace

  Règle: Chacun n'agit que sur son propre espace

    @EP6-1.3-6 @EP6-2-29
    Scénario: Le changement de l'un ne touche pas l'espace de l'autre
      Étant donné un usager dont l'espace est actif
      Et un autre usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'autre usager peut se connecter avec son mot de passe d'origine
      Et aucun courriel n'est envoyé à l'autre usager
