# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 1.1 Objet, 1.2 Public
  L'adresse électronique et le mot de passe d'un espace, choisis à sa création, peuvent être modifiés ensuite.

  Règle: Un espace s'ouvre avec l'adresse et le mot de passe choisis à sa création

    @EP5-1.1-1
    Scénario: L'espace créé s'ouvre avec ce qui a été saisi
      Étant donné un usager sans espace
      Quand l'usager crée puis active son espace
      Alors l'usager peut se connecter à son espace

  Règle: L'usager peut changer l'un, l'autre ou les deux

    @EP5-1.1-2 @EP5-1.2-1
    Scénario: Le mot de passe seul
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors l'usager peut se connecter avec son nouveau mot de passe

    @EP5-1.1-2 @EP5-1.2-1 @EP5-4-4
    Scénario: L'adresse seule, récapitulatif gardé ou non
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager active son espace
      Alors l'usager peut se connecter à son espace

    @EP5-1.2-1 @EP5-2-35
    Scénario: L'adresse et le mot de passe à la fois
      Étant donné un usager qui a demandé à changer d'adresse et de mot de passe
      Quand l'usager active son espace
      Alors l'usager peut se connecter avec sa nouvelle adresse et son nouveau mot de passe

  Règle: Les fiches se consultent depuis l'écran d'authentification

    @EP5-1.1-3
    Scénario: L'aide de l'écran d'authentification présente la fiche
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors une page présente la fiche « Changer d'adresse électronique de connexion ou de mot de passe »
