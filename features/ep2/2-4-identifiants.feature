# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Écran « Identifiants »
  Deuxième écran de la création : l'adresse électronique et le mot de passe de l'espace, chacun saisi deux fois.

  Règle: L'adresse et le mot de passe se saisissent deux fois, à l'identique

    @EP2-2-20
    Scénario: Adresse et mot de passe bien saisis et confirmés mènent au formulaire
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse
      Alors l'écran « Formulaire inscription » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

    @EP2-2-20
    Scénario: Une autre adresse en confirmation est refusée
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager confirme une autre adresse que la sienne
      Alors l'adresse est refusée

    @EP2-2-20
    Plan du scénario: Une confirmation du mot de passe <confirmation> est refusée
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager saisit un mot de passe conforme et une confirmation <confirmation>
      Alors le mot de passe est refusé

      Exemples:
        | confirmation                 |
        | différente                   |
        | différente par une majuscule |

    @EP2-2-27
    Plan du scénario: Le champ « <champ> » est obligatoire
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager remplit tout l'écran sauf « <champ> »
      Alors la procédure reste à l'écran « Identifiants »

      Exemples: les quatre champs de l'écran
        | champ                                        |
        | Adresse électronique de connexion            |
        | Confirmez l'adresse électronique de connexion |
        | Mot de passe de connexion                    |
        | Confirmez votre mot de passe de connexion    |

  Règle: L'adresse est valide et ne dépasse pas 100 caractères

    @EP2-2-21
    Plan du scénario: Une adresse de <longueur> caractères est acceptée et gardée en entier
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec une adresse de <longueur> caractères
      Alors l'écran « Formulaire inscription » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

      Exemples: juste avant la limite, et à la limite
        | longueur |
        | 99       |
        | 100      |

    @EP2-2-21
    Scénario: Une adresse de 101 caractères ne devient pas l'adresse d'un espace
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec une adresse de 101 caractères
      Alors l'adresse donnée n'est pas reprise par le formulaire

    @EP2-2-21 @G04 @avertissement
    Scénario: Une adresse de 101 caractères est refusée plutôt que tronquée
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec une adresse de 101 caractères
      Alors l'adresse est refusée

    @G04
    Scénario: Les espaces autour d'une adresse de 100 caractères ne comptent pas
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec une adresse de 100 caractères entourée d'espaces
      Alors l'écran « Formulaire inscription » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

    @EP2-2-21
    Scénario: Une adresse de 100 caractères reçoit le code d'activation
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Et l'usager a demandé un espace avec une adresse de 100 caractères
      Quand l'usager mène sa création à son terme
      Alors un code d'activation parvient à l'adresse donnée

    @EP2-2-21
    Plan du scénario: Une adresse mal formée est refusée : <adresse>
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec l'adresse « <adresse> »
      Alors l'adresse est refusée

      Exemples: sans arobase
        | adresse             |
        | usager.exemple.test |

      @G04 @avertissement
      Exemples: deux arobases, domaine sans point, espace au milieu, accent
        | adresse                    |
        | usager@bureau@exemple.test |
        | usager@exemple             |
        | un usager@exemple.test     |
        | usagé@exemple.test         |

  Règle: Le mot de passe compte au moins 20 caractères, chiffres et lettres

    @EP2-2-22
    Plan du scénario: Un mot de passe de <longueur> caractères, en chiffres et lettres, est accepté
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager saisit et confirme un mot de passe solide de <longueur> caractères
      Alors l'écran « Formulaire inscription » s'affiche

      Exemples: à la limite et juste au-delà
        | longueur |
        | 20       |
        | 21       |

    @EP2-2-22
    Scénario: Un mot de passe de 19 caractères est refusé
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager saisit et confirme un mot de passe solide de 19 caractères
      Alors le mot de passe est refusé

    @EP2-2-22 @C01
    Plan du scénario: <signe> dans le mot de passe est admis ou refusé, selon le choix déclaré du site
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager saisit et confirme un mot de passe avec <où>
      Alors le site l'admet ou le refuse, comme il l'a déclaré pour <choix>

      Exemples: espaces, accents et ponctuation
        | signe                    | où                                   | choix           |
        | Un espace                | un espace au milieu                  | les espaces     |
        | Un « é »                 | un « é » au milieu                   | les accents     |
        | Un point d'exclamation   | un « ! » au milieu                   | la ponctuation  |

      @avertissement
      Exemples: espaces en bordure ou en complément, que la fiche ne traite pas à part
        | signe                    | où                                   | choix           |
        | Un espace en tête        | un espace en tête                    | les espaces     |
        | Un espace final          | un espace à la fin                   | les espaces     |
        | Un espace pour vingtième caractère | un espace après 19 caractères | les espaces  |

    @C01
    Plan du scénario: Un mot de passe fait de <signes> est admis ou refusé, selon le choix déclaré du site
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager saisit et confirme un mot de passe avec <signes>
      Alors le site l'admet ou le refuse, comme il l'a déclaré pour le mélange

      Exemples: lettres seules
        | signes                          |
        | vingt lettres et aucun chiffre  |

      @avertissement
      Exemples: chiffres seuls, que le site peut aussi juger trop faciles à deviner
        | signes                          |
        | vingt chiffres et aucune lettre |

    @C30
    Scénario: Un mot de passe trop facile à deviner est refusé malgré sa longueur
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager saisit et confirme le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors le mot de passe est refusé

    @G13
    Scénario: Un mot de passe de 128 caractères compte jusqu'au dernier
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Et l'usager a saisi et confirmé un mot de passe solide de 128 caractères
      Quand l'usager mène à leur terme sa création et son activation
      Alors l'usager peut se connecter avec le mot de passe choisi à la création
      Mais la connexion est refusée quand seul le dernier caractère diffère

    @G57
    Scénario: Après un refus, le mot de passe saisi n'est pas réaffiché
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager saisit un mot de passe conforme et une confirmation différente
      Alors les deux champs du mot de passe sont vides et masqués

  Règle: L'écran explique ce qui est attendu

    @avertissement
    Plan du scénario: L'écran affiche « <texte> »
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Identifiants »
      Alors l'écran affiche
        | texte   |
        | <texte> |

      @EP2-2-19
      Exemples: le conseil sur le mot de passe
        | texte |
        | Notez votre mot de passe car pour préserver la confidentialité de votre espace, il est stocké de façon cryptée : l'administration fiscale ne pourra donc pas vous le communiquer en cas d'oubli. |

      @EP2-2-26
      Exemples: une adresse, un espace
        | texte |
        | Cette adresse électronique ne pourra être utilisée que pour un seul et unique espace. |

      @EP2-2-27
      Exemples: ce qui est obligatoire, la longueur et le niveau du mot de passe
        | texte |
        | Les champs marqués d'un astérisque (*) doivent être renseignés. |
        | 20 caractères minimum |
        | Niveau de sécurité de votre mot de passe |

    @EP2-2-27 @avertissement
    Scénario: Les deux champs de l'adresse montrent un exemple
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Identifiants »
      Alors le champ « Adresse électronique de connexion » montre l'exemple « utilisateur@domaine »
      Et le champ « Confirmez l'adresse électronique de connexion » montre l'exemple « utilisateur@domaine »

    @EP2-2-27 @avertissement
    Scénario: Le niveau affiché suit la frappe
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager tape un mot de passe évident, l'efface, puis en tape un solide
      Alors le niveau affiché passe de « Faible » à « Fort »

    @EP2-2-23
    Scénario: Les cinq recommandations s'ouvrent dans une fenêtre
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager ouvre les recommandations
      Alors la fenêtre affiche
        | texte |
        | Recommandations pour prévenir des usurpations |
        | 1 mot de passe différent pour chaque site (limitation des effets en cas d'interception) |
        | 1 mot de passe différent de ceux utilisés précédemment |
        | ne l'envoyez pas par courriel (les messageries électroniques sont cibles de nombreuses tentatives de piratage) |
        | ne l'écrivez jamais sur quelque support que ce soit (ni fichier ni papier) |
        | renouvelez vos mots de passe régulièrement (notamment en cas de changement de collaborateur) |

    @EP2-2-23
    Scénario: Les recommandations se ferment sans rien perdre de la saisie
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Et l'usager a commencé à saisir son mot de passe
      Quand l'usager ouvre puis ferme les recommandations
      Alors la fenêtre n'est plus affichée
      Et la saisie commencée est intacte

  Règle: Une erreur se voit à l'écran où elle se corrige

    @G16
    Plan du scénario: Une erreur est signalée quand l'usager <action>
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager <action>
      Alors une erreur est signalée à l'écran « Identifiants »

      Exemples:
        | action                                                           |
        | remplit tout l'écran sauf « Adresse électronique de connexion »  |
        | demande un espace avec l'adresse « usager.exemple.test »         |
        | confirme une autre adresse que la sienne                         |
        | saisit et confirme un mot de passe solide de 19 caractères       |
        | saisit un mot de passe conforme et une confirmation différente   |
