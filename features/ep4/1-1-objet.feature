# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 1.1 Objet et 1.2 Public
  La fiche EP 4 commence par dire à quoi sert la procédure et à qui elle s'adresse : qui possède un espace à certificat,
  dont le certificat n'est plus valide, transforme son espace en un espace accessible avec une adresse et un mot de passe.

  Règle: On n'entre plus dans un espace qu'avec une adresse électronique et un mot de passe

    @EP4-1.1-1
    Scénario: L'écran d'authentification ne propose pas d'entrer avec un certificat
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran demande l'adresse électronique et le mot de passe
      Et aucune connexion par certificat n'est proposée

    @EP4-1.1-1
    Scénario: Un espace à certificat ne s'ouvre pas tant qu'il n'est pas transformé
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la connexion est refusée

  Règle: L'espace à certificat est transformé, non remplacé

    @EP4-1.1-2 @EP4-4.2-6 @C13
    Scénario: L'espace transformé garde son numéro d'abonné
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte puis active son espace
      Alors l'écran donne le numéro d'abonné que l'usager avait déjà

    @EP4-1.2-2 @EP4-1.3-3 @EP4-4.2-9
    Scénario: L'usager retrouve dans l'espace transformé les dossiers de ses deux entreprises
      Étant donné un usager dont l'espace à certificat contient des services
      Quand l'usager opte puis active son espace
      Alors l'usager peut se connecter à son espace
      Et son espace réunit ses deux entreprises

    @EP4-1.2-2 @EP4-1.3-3 @EP4-4.2-9 @avertissement
    Scénario: L'usager retrouve dans l'espace transformé tous les services qu'il avait
      Étant donné un usager dont l'espace à certificat, pour une seule entreprise, a les services Compte fiscal, TVA, Prélèvement à la source
      Quand l'usager opte puis active son espace
      Alors l'usager peut se connecter à son espace
      Et son espace offre les services Compte fiscal, TVA, Prélèvement à la source

  Règle: La procédure ne s'adresse qu'à qui possède un espace à certificat

    @EP4-1.2-1
    Scénario: Le numéro d'un espace sans certificat n'ouvre pas la procédure
      Étant donné un usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : le sien
      Alors le numéro n'ouvre pas l'option

    @G45
    Scénario: Un numéro inconnu et celui d'un espace sans certificat sont refusés dans les mêmes termes
      Étant donné un usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne un numéro que personne n'a, puis le sien
      Alors les deux refus n'en disent pas plus l'un que l'autre

  Règle: Les fiches se consultent depuis l'aide de l'écran d'authentification

    @EP4-1.2-4
    Scénario: L'aide présente la fiche de cette procédure
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors une page présente la fiche « Opter pour l'accès avec une adresse électronique et un mot de passe »
