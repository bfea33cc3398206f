# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 3. Écran « Identifiants »
  Troisième écran : l'adresse électronique, celle de l'espace ou une autre, et le mot de passe, chacun saisi deux fois.

  Règle: L'adresse de l'espace à certificat est proposée

    @EP4-3-1
    Scénario: L'adresse des coordonnées s'affiche par défaut, et peut être changée
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Identifiants »
      Alors l'adresse proposée est celle de l'espace, et peut être changée

    @EP4-3-4
    Scénario: Gardée et confirmée, avec un mot de passe, elle mène à l'écran « Question »
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors l'écran « Question » s'affiche
      Et l'adresse de l'espace est rappelée à l'écran « Question »

  Règle: L'adresse et le mot de passe se saisissent deux fois, à l'identique

    @EP4-3-5
    Scénario: Une autre adresse en confirmation est refusée
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager confirme une autre adresse que la sienne
      Alors l'adresse est refusée

    @EP4-3-5
    Scénario: Une confirmation du mot de passe différente par une majuscule est refusée
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager saisit un mot de passe conforme et une confirmation différente par une majuscule
      Alors le mot de passe est refusé

  Règle: L'adresse est valide et ne dépasse pas 100 caractères

    @EP4-3-6
    Scénario: Une adresse de 100 caractères est acceptée et gardée en entier
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager opte avec une adresse de 100 caractères
      Alors l'écran « Question » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

    @EP4-3-6
    Scénario: Une adresse de 101 caractères ne devient pas celle de l'espace
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager opte avec une adresse de 101 caractères
      Alors l'adresse donnée n'est pas reprise par l'écran suivant

  Règle: Le mot de passe compte au moins 20 caractères, chiffres et lettres

    @EP4-3-8
    Scénario: Un mot de passe de 20 caractères, en chiffres et lettres, est accepté
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager saisit et confirme un mot de passe solide de 20 caractères
      Alors l'écran « Question » s'affiche

    @EP4-3-8
    Scénario: Un mot de passe de 19 caractères est refusé
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager saisit et confirme un mot de passe solide de 19 caractères
      Alors le mot de passe est refusé

    @EP4-3-8 @C01
    Plan du scénario: <signe> dans le mot de passe est admis ou refusé, selon le choix déclaré du site
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager saisit et confirme un mot de passe avec <où>
      Alors le site l'admet ou le refuse, comme il l'a déclaré pour <choix>

      Exemples:
        | signe                  | où                  | choix          |
        | Un espace              | un espace au milieu | les espaces    |
        | Un « é »               | un « é » au milieu  | les accents    |
        | Un point d'exclamation | un « ! » au milieu  | la ponctuation |

    @C30
    Scénario: Un mot de passe trop facile à deviner est refusé malgré sa longueur
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager saisit et confirme le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors le mot de passe est refusé

  Règle: L'écran conseille l'usager

    @avertissement
    Plan du scénario: L'écran affiche « <texte> »
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Identifiants »
      Alors l'écran affiche
        | texte   |
        | <texte> |

      @EP4-3-2
      Exemples: le conseil sur le mot de passe
        | texte |
        | Notez votre mot de passe car pour préserver la confidentialité de votre espace, il est stocké de façon cryptée : l'administration fiscale ne pourra donc pas vous le communiquer en cas d'oubli. |

      @EP4-3-3
      Exemples: le rappel sur l'adresse
        | texte |
        | une adresse électronique ne peut être associée qu'à un seul espace abonné sans certificat. |

    @EP4-3-9
    Scénario: Les cinq recommandations s'ouvrent dans une fenêtre
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager ouvre les recommandations
      Alors la fenêtre affiche
        | texte |
        | Recommandations pour prévenir des usurpations |
        | 1 mot de passe différent pour chaque site (limitation des effets en cas d'interception) |
        | 1 mot de passe différent de ceux utilisés précédemment |
        | ne l'envoyez pas par courriel (les messageries électroniques sont cibles de nombreuses tentatives de piratage) |
        | ne l'écrivez jamais sur quelque support que ce soit (ni fichier ni papier) |
        | renouvelez vos mots de passe régulièrement (notamment en cas de changement de collaborateur) |
