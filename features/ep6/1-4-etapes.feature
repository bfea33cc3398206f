# language: fr
Fonctionnalité: Mot de passe oublié - 1.4 Étapes de la procédure
  La procédure se fait d'une traite : rien n'est à attendre ni à aller chercher dans un courriel.

  Règle: La procédure tient en une seule étape, sans code à recevoir

    @EP6-1.4-1
    Scénario: Le nouveau mot de passe vaut aussitôt validé
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager peut se connecter avec son nouveau mot de passe

    @EP6-1.4-1
    Scénario: Aucun courriel ne contient de code à saisir
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager reçoit un courriel de confirmation
      Et aucun des courriels reçus ne contient de code à saisir

    @G62
    Scénario: Aucun courriel ne part avant la validation du nouveau mot de passe
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit la procédure jusqu'à l'écran « Saisie du nouveau mot de passe »
      Alors aucun courriel n'est envoyé à l'usager

    @G62
    Scénario: La procédure finie, la confirmation est le seul courriel envoyé
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager ne reçoit pas d'autre courriel que la confirmation
