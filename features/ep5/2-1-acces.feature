# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 2. De l'accueil du site à l'espace
  La procédure commence à l'accueil du site, passe par l'écran d'authentification et arrive à l'accueil de l'espace.

  Règle: L'accueil du site mène à l'écran d'authentification

    @EP5-2-1 @EP5-2-5 @EP5-2-7
    Scénario: L'écran d'authentification demande une adresse et un mot de passe, et propose la création et l'activation
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran d'authentification s'affiche
      Et l'écran demande l'adresse électronique et le mot de passe
      Et le lien « Mot de passe oublié » est proposé
      Et la création et l'activation d'un espace sont proposées

    @EP5-2-2 @EP5-2-8
    Scénario: L'écran d'authentification situe le visiteur et invite à payer ses impôts locaux
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte                                     |
        | Votre espace particulier                  |
        | Votre espace professionnel                |
        | Accueil > Authentification                |
        | Aide : accéder aux fiches pratiques       |
        | Payer mes impôts locaux                   |
        | Direction générale des Finances publiques |

    @EP5-2-3 @EP5-2-4
    Scénario: Le message de sécurité et le rappel vont avec l'image à recopier
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors le message de sécurité accompagne l'image à recopier

    @EP5-2-6 @EP5-4.2.1-2 @C18
    Scénario: L'image à recopier est là ou non, selon le choix déclaré du site, et « Connexion » est proposé
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran suit le choix déclaré du site sur l'image
      Et le bouton « Connexion » est proposé

    @EP5-2-7 @EP5-4.2.1-3
    Scénario: On peut y activer un espace sans être connecté
      Étant donné un visiteur à l'écran d'authentification
      Quand il demande à activer son espace
      Alors l'écran « Code d'activation » s'affiche

    @EP5-2-7 @avertissement
    Scénario: La création et l'activation y sont annoncées par leurs titres
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte                                   |
        | Création de mon espace professionnel    |
        | Créer mon espace professionnel          |
        | Activation de mon espace / mes services |
        | Activer mon espace / mes services       |

  Règle: L'adresse et le mot de passe en vigueur ouvrent l'accueil de l'espace

    @EP5-2-9
    Scénario: Le mot de passe en vigueur ouvre l'espace
      Étant donné un usager dont l'espace est actif
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom

    @EP5-2-9
    Scénario: Un autre mot de passe ne l'ouvre pas
      Étant donné un usager dont l'espace est actif
      Quand l'usager se connecte avec son adresse et son mot de passe à une majuscule près
      Alors la connexion est refusée
