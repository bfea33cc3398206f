# language: fr
Fonctionnalité: Créer un espace professionnel expert - 1.3 Champ de la procédure
  Les identifiants sont au choix de l'usager, à ceci près qu'une adresse électronique n'ouvre qu'un seul espace.
  L'espace créé est vide.

  Règle: Une adresse électronique ne peut être associée qu'à un seul espace

    @EP2-1.3-3 @EP2-1.5-1
    Scénario: L'adresse d'un espace existant ne peut pas en ouvrir un autre
      Étant donné un usager dont l'espace est actif
      Quand l'usager commence une création avec son adresse
      Alors la procédure reste à l'écran « Identifiants »

    @EP2-1.3-3
    Plan du scénario: Une autre adresse du même usager peut ouvrir un autre espace : <adresse>
      Étant donné un usager dont l'espace est actif
      Quand l'usager commence une création avec <adresse>
      Alors l'écran « Formulaire inscription » s'affiche

      Exemples: une tout autre adresse
        | adresse                             |
        | sa seconde adresse                  |

      @avertissement @G04
      Exemples: la même adresse avec un « + », qui en fait une autre
        | adresse                             |
        | son adresse suivie de « +tva »      |

  Règle: L'espace créé est vide de dossiers et de services

    @EP2-1.3-4
    Scénario: À la première connexion, l'espace est vide
      Étant donné un usager qui vient d'activer son espace
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom
      Et son espace ne contient ni dossier ni service
