# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 2. Gérer les services
  De l'accueil de l'espace, quel qu'il soit, « Gérer les services » mène à une même page, d'où commence la procédure.

  Règle: Des trois accueils, un même lien mène à la même page

    @EP5-2-22 @EP5-2-28
    Plan du scénario: Avec <nombre>, « Gérer les services » mène à la page de gestion
      Étant donné un usager dont l'espace sert <nombre>
      Quand l'usager suit le lien « Gérer les services » de son espace
      Alors la page « Gérer les services » s'affiche

      Exemples:
        | nombre               |
        | aucune entreprise    |
        | une seule entreprise |
        | plusieurs entreprises |

  Règle: La page dit à qui elle est et réunit ce qui se gère

    @EP5-2-29
    Scénario: Elle rappelle qui est l'usager et permet de quitter l'espace
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit le lien « Gérer les services » de son espace
      Alors elle nomme l'usager et rappelle son numéro d'abonné, sa ville et son pays
      Et elle permet de quitter l'espace

    @EP5-2-30 @EP5-2-31
    Scénario: Les services en ligne et les informations personnelles
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit le lien « Gérer les services » de son espace
      Alors elle propose, sous « SERVICES EN LIGNE »
        | lien                                             |
        | Adhérer aux services en ligne                    |
        | Gérer vos substitutions (remplacer le titulaire) |
        | Consulter vos services (habilitations)           |
      Et elle propose, sous « INFORMATIONS PERSONNELLES »
        | lien                                  |
        | Gérer vos coordonnées                 |
        | Gérer votre adresse électronique de connexion |
        | Supprimer votre espace professionnel  |

    @EP5-2-32 @EP5-2-33
    Scénario: Les droits d'accès et les dossiers
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit le lien « Gérer les services » de son espace
      Alors elle propose, sous « DROITS D'ACCES »
        | lien                                 |
        | Gérer vos administrateurs suppléants |
        | Gérer ou consulter vos délégations   |
      Et elle propose, sous « DOSSIERS »
        | lien                                            |
        | Gérer les comptes bancaires de l'entreprise     |
        | Modifier l'adresse électronique de l'entreprise |

  Règle: De cette page, un lien ouvre la procédure

    @EP5-2-34
    Scénario: Le lien vers l'adresse et le mot de passe ouvre « Modifiez vos identifiants »
      Étant donné un usager dont l'espace est actif
      Et l'usager est à la page « Gérer les services »
      Quand l'usager suit le lien vers son adresse de connexion et son mot de passe
      Alors l'écran « Modifiez vos identifiants » s'affiche
