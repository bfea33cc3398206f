# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 1.3 Champ, 1.4 Étapes, 1.5 Prérequis
  Aucune restriction de moment ni de fréquence. Une seule étape pour le mot de passe ; un code à saisir, puis un
  récapitulatif à garder, pour l'adresse. Dans les deux cas, il faut d'abord être entré dans son espace.

  Règle: Rien ne limite la fréquence des changements

    @EP5-1.3-1 @C71
    Scénario: Deux changements de mot de passe de suite
      Étant donné un usager dont l'espace est actif
      Et l'usager a changé de mot de passe dans son espace
      Quand l'usager change encore de mot de passe dans son espace
      Alors le second changement est confirmé, et le dernier mot de passe choisi ouvre l'espace

  Règle: Le mot de passe seul se change en une seule étape

    @EP5-1.4-2 @EP5-2-35
    Scénario: Ni code ni attente
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et l'usager ne reçoit pas d'autre courriel que la confirmation
      Et aucun des courriels reçus ne contient de code à saisir

  Règle: L'adresse se change par un code, puis un récapitulatif est à garder

    @EP5-1.4-3 @EP5-4-1 @EP5-4-3
    Scénario: L'adresse ne change qu'une fois le code saisi
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager active son espace
      Alors l'espace ne s'ouvre qu'avec sa nouvelle adresse
      Et le récapitulatif à garder est un document PDF

    @EP5-1.4-3 @EP5-4-3
    Scénario: Sans code saisi, l'adresse reste la même
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors l'espace ne s'ouvre qu'avec son ancienne adresse

  Règle: Il faut d'abord être entré dans son espace

    @EP5-1.4-1
    Scénario: Sans être connecté, l'écran ne s'ouvre pas
      Étant donné un usager dont l'espace est actif
      Quand l'usager ouvre sans être connecté l'écran « Modifiez vos identifiants »
      Alors l'écran « Modifiez vos identifiants » reste fermé

    @EP5-1.5-1
    Plan du scénario: Un espace <état> ne s'ouvre pas, et ses identifiants ne se modifient pas
      Étant donné un usager dont l'espace est <état>
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la connexion est refusée

      Exemples:
        | état         |
        | pré-inscrit  |
        | à certificat |
