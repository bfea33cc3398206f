# language: fr
Fonctionnalité: Mot de passe oublié - 1.1 Objet et 1.2 Public
  La fiche EP 6 commence par dire à quoi sert la procédure et à qui elle s'adresse.

  Règle: L'accès à l'espace demande une adresse électronique et un mot de passe

    @EP6-1.1-1
    Scénario: La bonne adresse et le bon mot de passe ouvrent l'espace
      Étant donné un usager dont l'espace est actif
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom

    @EP6-1.1-1
    Plan du scénario: Sans l'un des deux, ou avec l'un des deux faux, l'espace ne s'ouvre pas
      Étant donné un usager dont l'espace est actif
      Et un autre usager dont l'espace est actif
      Quand l'usager se connecte avec <adresse> et <mot de passe>
      Alors la connexion est refusée

      Exemples: il manque l'un des deux
        | adresse        | mot de passe       |
        | son adresse    | aucun mot de passe |
        | aucune adresse | son mot de passe   |

      Exemples: l'un des deux n'est pas celui de l'espace
        | adresse              | mot de passe                           |
        | son adresse          | le mot de passe de l'autre usager      |
        | une adresse inconnue | son mot de passe                       |
        | son numéro d'abonné  | son mot de passe                       |

      @avertissement
      Exemples: le mot de passe se compare au signe près
        | adresse              | mot de passe                           |
        | son adresse          | son mot de passe à une majuscule près  |

    @G04
    Plan du scénario: À la connexion, l'adresse se reconnaît sans tenir compte des majuscules ni des espaces autour
      Étant donné un usager dont l'espace est actif
      Quand l'usager se connecte avec <adresse> et son mot de passe
      Alors son espace s'affiche à son nom

      Exemples:
        | adresse                             |
        | son adresse en majuscules           |
        | son adresse entourée d'espaces      |

  Règle: Les fiches FOCUS se consultent depuis l'aide de l'espace professionnel

    @EP6-1.1-3
    Scénario: Les fiches FOCUS sont à portée de l'écran d'authentification
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors une page présente la fiche « Mot de passe oublié »

  Règle: La procédure s'adresse à qui ne connaît plus son mot de passe

    @EP6-1.2-1
    Plan du scénario: Aucun écran de la procédure ne demande l'ancien mot de passe
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit la procédure jusqu'à l'écran « <écran> »
      Alors l'écran affiché ne demande nulle part l'ancien mot de passe

      Exemples:
        | écran                               |
        | Adresse électronique de connexion   |
        | Réponse à la question de confiance  |
        | Saisie du nouveau mot de passe      |
        | Récapitulatif                       |

    @G18
    Scénario: La procédure rend l'accès à qui a, de plus, laissé expirer son mot de passe
      Étant donné un usager dont l'espace est actif depuis le 06/06/2023
      Et il est 10:00:00 à Paris le 20/10/2026
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'écran annonce une validité jusqu'au 19 octobre 2029
      Et l'usager peut se connecter avec son nouveau mot de passe

    @G17
    Plan du scénario: Un espace qui n'est pas actif ne s'ouvre pas
      Étant donné un usager dont l'espace est <état>
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la connexion est refusée

      Exemples:
        | état           |
        | pré-inscrit    |
        | à certificat   |
