# language: fr
Fonctionnalité: Créer un espace professionnel expert - 1.5 Prérequis
  Il faut une adresse électronique valide, qui n'est associée ni à un espace ni à une demande en cours.
  (L'adresse d'un espace actif : chapitre 1.3. Les adresses mal formées : écran « Identifiants ».)

  Règle: L'adresse n'est pas celle d'un espace

    @EP2-1.5-1 @C46
    Scénario: L'adresse d'un espace à certificat est refusée
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager commence une création avec son adresse
      Alors la procédure reste à l'écran « Identifiants »

  Règle: L'adresse n'est pas celle d'une demande en cours

    @EP2-1.5-1 @C46
    Scénario: L'adresse d'une demande qui attend depuis 47 heures et 55 minutes est refusée
      Étant donné un usager pré-inscrit
      Et 47 heures et 55 minutes s'écoulent
      Quand l'usager demande un nouveau code avec la même adresse
      Alors la nouvelle demande est refusée

    @EP2-1.5-1
    Scénario: L'adresse d'une demande vieille de 48 heures et 5 minutes est libre
      Étant donné un usager pré-inscrit
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager demande un nouveau code avec la même adresse
      Alors la nouvelle demande est acceptée
