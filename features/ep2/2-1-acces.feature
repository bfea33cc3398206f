# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. De l'accueil du site à l'écran d'authentification
  La procédure débute à l'accueil du site : directement depuis un ordinateur, par le menu depuis un smartphone
  ou une tablette.

  Règle: Depuis un ordinateur, l'accueil mène directement à l'écran d'authentification

    @EP2-2-1
    Scénario: Sur un ordinateur, un lien de l'accueil ouvre l'écran d'authentification
      Étant donné un visiteur à l'accueil du site, sur un ordinateur
      Quand il suit le lien « Connexion à l'espace professionnel »
      Alors l'écran d'authentification s'affiche

  Règle: Depuis un smartphone ou une tablette, on passe par le menu

    @EP2-2-2
    Plan du scénario: Sur <appareil>, le menu de l'accueil ouvre l'écran d'authentification
      Étant donné un visiteur à l'accueil du site, sur <appareil>
      Quand il ouvre le menu puis suit le lien « Connexion à l'espace professionnel »
      Alors l'écran d'authentification s'affiche

      Exemples:
        | appareil     |
        | un téléphone |
        | une tablette |

    @EP2-2-2 @avertissement
    Plan du scénario: Sur <appareil>, le lien ne se montre qu'une fois le menu ouvert
      Étant donné un visiteur à l'accueil du site, sur <appareil>
      Quand il ouvre le menu
      Alors le lien « Connexion à l'espace professionnel », caché jusque-là, se montre

      Exemples:
        | appareil     |
        | un téléphone |
        | une tablette |

  Règle: L'écran d'authentification montre de quoi se connecter, créer ou activer un espace

    @EP2-2-3
    Scénario: Le haut de l'écran d'authentification situe le visiteur
      Étant donné un visiteur à l'accueil du site, sur un ordinateur
      Quand il suit le lien « Connexion à l'espace professionnel »
      Alors l'écran affiche
        | texte                                |
        | Votre espace particulier             |
        | Votre espace professionnel           |
        | Accueil > Authentification           |
        | Aide : accéder aux fiches pratiques  |

    @EP2-2-4
    Scénario: Le message de sécurité accompagne l'image à recopier, là où il y en a une
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors le message de sécurité accompagne l'image à recopier

    @EP2-2-5 @C18
    Scénario: Se connecter demande une adresse et un mot de passe, et une image selon le choix déclaré du site
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran demande l'adresse électronique et le mot de passe
      Et le lien « Mot de passe oublié » est proposé
      Et le bouton « Connexion » est proposé
      Et l'écran suit le choix déclaré du site sur l'image

    @EP2-2-5 @avertissement
    Scénario: Le mot de passe peut se montrer puis se cacher
      Étant donné un visiteur à l'écran d'authentification
      Quand il saisit un mot de passe, le montre puis le cache
      Alors le mot de passe s'est montré, puis caché

    @EP2-2-5 @avertissement
    Scénario: Une aide accompagne le mot de passe
      Étant donné un visiteur à l'écran d'authentification
      Quand il ouvre l'aide sur le mot de passe
      Alors un texte d'aide s'affiche

    @EP2-2-6
    Scénario: L'écran d'authentification propose aussi de payer, de créer et d'activer
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte                                     |
        | Payer mes impôts locaux                   |
        | Création de mon espace professionnel      |
        | Créer mon espace professionnel            |
        | Activation de mon espace / mes services   |
        | Activer mon espace / mes services         |
        | Direction générale des Finances publiques |
