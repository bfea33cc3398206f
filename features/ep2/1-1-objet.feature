# language: fr
Fonctionnalité: Créer un espace professionnel expert - 1.1 Objet et 1.2 Public
  La fiche EP 2 commence par dire ce qu'est un espace professionnel et qui peut en créer un.

  Règle: Deux procédures sont offertes, le mode simplifié et le mode expert

    @EP2-1.1-2
    Scénario: Qui veut créer un espace a le choix entre les deux modes
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Créer mon espace professionnel »
      Alors le mode simplifié et le mode expert sont proposés

  Règle: Un même espace sert pour plusieurs entreprises

    @EP2-1.1-3
    Scénario: Une seule connexion, un seul numéro d'abonné pour deux entreprises
      Étant donné un usager dont l'espace contient des services
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom
      Et son espace réunit ses deux entreprises
      Et son espace porte le même numéro d'abonné de 14 chiffres

  Règle: Les fiches FOCUS se consultent depuis l'aide de l'écran d'authentification

    @EP2-1.1-4
    Scénario: La fiche sur la création est à portée de l'écran d'authentification
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors une page présente la fiche « Créer un espace professionnel expert »

  Règle: La procédure s'adresse à qui n'a pas d'espace professionnel

    @EP2-1.2-1
    Scénario: La création commence sans compte ni connexion
      Étant donné un visiteur au choix du mode
      Quand il choisit « Créez votre espace en mode expert »
      Alors l'écran « Conditions générales » s'affiche
      Et rien n'y demande de s'identifier
