# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 2. Accès à la procédure
  De l'accueil du site, l'aide de l'écran d'authentification mène aux fiches, et la fiche EP 4 à la procédure.

  Règle: L'accueil mène à l'écran d'authentification

    @EP4-2-1
    Scénario: « Votre espace professionnel » mène à l'écran d'authentification
      Étant donné un visiteur à l'accueil du site, sur un ordinateur
      Quand il demande l'espace professionnel
      Alors l'écran d'authentification s'affiche

    @EP4-2-2 @C18
    Scénario: Se connecter demande une adresse et un mot de passe, et une image selon le choix déclaré du site
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran demande l'adresse électronique et le mot de passe
      Et le lien « Mot de passe oublié » est proposé
      Et la création et l'activation d'un espace sont proposées
      Et l'écran suit le choix déclaré du site sur l'image

  Règle: L'aide mène aux fiches

    @EP4-2-3
    Scénario: « Aide : accéder aux fiches pratiques » ouvre la page des fiches
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors la page des fiches s'affiche

    @EP4-2-4
    Scénario: La page des fiches porte son titre et renvoie à la foire aux questions
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors l'écran affiche
        | texte                                          |
        | Fiches focus sur les téléprocédures            |
        | Foire aux questions sur les téléprocédures     |

    @EP4-2-5
    Scénario: Les sept fiches de l'espace professionnel sont présentées dans l'ordre
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors la page présente dans l'ordre
        | fiche |
        | Gestion de l'espace professionnel |
        | Conditions générales d'utilisation de l'espace professionnel |
        | Créer un espace professionnel expert |
        | Modifier les coordonnées de votre espace professionnel |
        | Opter pour l'accès avec une adresse électronique et un mot de passe |
        | Changer d'adresse électronique de connexion ou de mot de passe |
        | Mot de passe oublié |
        | Créer un espace professionnel simplifié et adhérer aux services |

    @EP4-2-6
    Scénario: Deux fiches sont en anglais
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors l'écran affiche
        | texte                                                   |
        | Create a professional account and register for services |
        | Setting up a professional account (video)               |

  Règle: La fiche EP 4 mène à la procédure

    @EP4-2-7
    Scénario: Le lien de la fiche mène à la page de départ de l'option
      Étant donné un visiteur à la page des fiches
      Quand il suit le lien « Opter pour l'accès avec une adresse électronique et un mot de passe »
      Alors la page de départ de l'option s'affiche

    @EP4-2-8
    Scénario: La page de départ dit ce qu'il faut avoir
      Étant donné un visiteur à la page des fiches
      Quand il suit le lien « Opter pour l'accès avec une adresse électronique et un mot de passe »
      Alors l'écran affiche
        | texte                       |
        | Préalable                   |
        | adresse électronique valide |
        | numéro d'abonné             |
        | questions de confiance      |
        | Services en ligne           |
      Et la page propose « En savoir plus »

    @EP4-2-9
    Scénario: La page de départ mène au premier écran, sans connexion
      Étant donné un visiteur à la page de départ de l'option
      Quand il suit le lien « Optez pour un accès avec une adresse électronique et un mot de passe »
      Alors l'écran « Numéro d'abonné » s'affiche
