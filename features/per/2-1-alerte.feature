# language: fr
Fonctionnalité: Péremption du mot de passe - 2. La fenêtre d'alerte
  Dans les 60 jours qui précèdent l'échéance, la connexion s'arrête sur une fenêtre d'alerte avant d'ouvrir l'espace.

  Règle: L'accueil du site mène à l'écran d'authentification

    @PER-2-2 @PER-3-2
    Scénario: L'accueil conduit à l'écran d'authentification
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran d'authentification s'affiche

    @PER-2-3 @PER-3-3
    Scénario: L'écran d'authentification montre la connexion, le paiement, la création et l'activation
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte                                |
        | Connexion à mon espace professionnel |
        | Accueil > Authentification           |
        | Aide : accéder aux fiches pratiques  |
        | Mot de passe oublié                  |
        | Payer mes impôts locaux              |
        | Création de mon espace professionnel |
        | Créer mon espace professionnel       |
        | Activer mon espace / mes services    |

  Règle: La fenêtre d'alerte annonce l'échéance

    @PER-2-5
    Scénario: La fenêtre d'alerte donne la date de fin de validité, en toutes lettres
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 10:00:00 à Paris le 07/07/2024
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la fenêtre d'alerte annonce une expiration le 22 juillet 2024

    @PER-2-5 @avertissement
    Scénario: La fenêtre d'alerte parle avec les mots de la fiche
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 10:00:00 à Paris le 07/07/2024
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la fenêtre d'alerte dit à l'heure de quel lieu : « heure de Paris »
      Et l'écran affiche
        | texte                                                          |
        | Votre mot de passe expire le 22 juillet 2024 (heure de Paris). |
        | Pensez à le modifier depuis votre espace professionnel.        |
        | À défaut, l'accès à votre espace sera désactivé.               |

    @G65
    Scénario: Un jour d'un seul chiffre s'y écrit avec son zéro
      Étant donné un usager dont le mot de passe expire le 01/08/2024
      Et il est 10:00:00 à Paris le 07/07/2024
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la fenêtre d'alerte écrit la date « 01 août 2024 »

    @G23
    Scénario: Là où il est déjà demain, l'échéance et le décompte restent ceux de Paris
      Étant donné un usager dont le mot de passe expire le 22/07/2024, et le navigateur à l'heure de la Nouvelle-Zélande
      Et il est 23:30:00 à Paris le 07/07/2024
      Quand l'usager entre dans son espace
      Alors la fenêtre d'alerte s'est affichée avec la date du 22 juillet 2024
      Et son espace affiche une expiration au 22/07/2024
      Et son espace compte les jours comme le site l'a déclaré

  Règle: « OK » ouvre l'espace

    @PER-2-6
    Scénario: « OK » mène à l'accueil de l'espace, avec son alerte
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager s'est connecté jusqu'à la fenêtre d'alerte
      Quand l'usager valide la fenêtre d'alerte
      Alors son espace s'affiche à son nom
      Et son espace propose « Modifier le mot de passe »

  Règle: L'alerte se répète à chaque connexion, pas à chaque page

    @G24
    Scénario: Une deuxième connexion donne une deuxième alerte
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est entré dans son espace
      Quand l'usager entre dans son espace, d'un autre appareil
      Alors la fenêtre d'alerte s'est affichée

    @G24
    Scénario: Revenir à l'accueil de l'espace ne donne pas d'autre alerte
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Et l'usager est entré dans son espace
      Quand l'usager recharge la page
      Alors la fenêtre d'alerte ne s'affiche pas sur son espace
