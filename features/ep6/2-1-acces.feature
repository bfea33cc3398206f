# language: fr
Fonctionnalité: Mot de passe oublié - 2. De l'accueil du site à la procédure
  L'usager part de l'accueil du site, ouvre l'écran d'authentification, puis suit le lien
  « Mot de passe oublié ».

  Règle: L'accueil du site mène à l'espace professionnel

    @EP6-2-1 @EP6-2-3
    Scénario: L'accueil conduit à l'écran d'authentification
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran d'authentification s'affiche

    @EP6-2-2
    Scénario: L'accueil s'adresse à cinq publics
      Étant donné un visiteur à l'accueil du site
      Quand il lit la rubrique « VOUS ÊTES... »
      Alors il y trouve
        | entrée        |
        | Particulier   |
        | Professionnel |
        | Partenaire    |
        | Collectivité  |
        | International |

  Règle: L'écran d'authentification montre de quoi se connecter, créer ou activer un espace

    @EP6-2-4
    Scénario: Le haut de l'écran situe le visiteur
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte                                |
        | Votre espace particulier             |
        | Votre espace professionnel           |
        | Accueil > Authentification           |
        | Aide : accéder aux fiches pratiques  |

    @EP6-2-5
    Scénario: La connexion se fait par une adresse et un mot de passe
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran demande l'adresse électronique et le mot de passe
      Et le lien « Mot de passe oublié » est proposé

    @EP6-2-5 @avertissement
    Scénario: À la connexion, le mot de passe se saisit masqué
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors le mot de passe se saisit masqué

    @EP6-2-5 @avertissement
    Scénario: Une aide sur le mot de passe peut s'ouvrir
      Étant donné un visiteur à l'écran d'authentification
      Quand il ouvre l'aide sur le mot de passe
      Alors un texte d'aide s'affiche

    @EP6-2-6 @C18
    Scénario: L'écran d'authentification montre une image à recopier ou non, selon le choix déclaré du site
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran suit le choix déclaré du site sur l'image

    @EP6-2-7
    Scénario: L'écran d'authentification invite à payer en ligne avec la référence de l'avis
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte |
        | Vous pouvez également payer en ligne votre taxe foncière ou votre cotisation foncière des entreprises en utilisant la référence de votre avis |

    @EP6-2-8
    Scénario: L'écran d'authentification propose la création et l'activation d'un espace
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte |
        | Création de mon espace professionnel |
        | Activation de mon espace / mes services |
        | Direction générale des Finances publiques |

  Règle: Le lien « Mot de passe oublié » ouvre la procédure

    @EP6-1.1-2 @EP6-2-9
    Scénario: La procédure s'ouvre depuis l'écran d'authentification, sans être connecté
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Mot de passe oublié »
      Alors l'écran « Adresse électronique de connexion » s'affiche
