# language: fr
Fonctionnalité: Créer un espace professionnel expert - 3. Écrans de l'activation
  L'usager saisit le code reçu par courriel, puis l'adresse électronique qu'il a choisie pour son espace.

  Règle: L'activation s'atteint depuis l'accueil du site, sans être connecté

    @EP2-3-1
    Plan du scénario: Sur <appareil>, l'accueil du site mène à l'écran d'authentification
      Étant donné un visiteur à l'accueil du site, sur <appareil>
      Quand il demande l'espace professionnel
      Alors l'écran d'authentification s'affiche

      Exemples:
        | appareil      |
        | un ordinateur |
        | un téléphone  |
        | une tablette  |

    @EP2-3-2
    Scénario: L'écran d'authentification propose d'activer un espace
      Étant donné un visiteur à l'accueil du site
      Quand il demande l'espace professionnel
      Alors l'écran affiche
        | texte                                   |
        | Activation de mon espace / mes services |
        | Activer mon espace / mes services       |

    @EP2-3-3
    Scénario: « Activer mon espace / mes services » ouvre l'écran du code, sans connexion
      Étant donné un visiteur à l'écran d'authentification
      Quand il demande à activer son espace
      Alors l'écran « Code d'activation » s'affiche

  Règle: La barre d'étapes annonce les trois étapes et montre où l'on en est

    @EP2-3-4
    Plan du scénario: À l'écran « <écran> » de l'activation, c'est l'étape mise en évidence
      Étant donné un usager <état>
      Quand l'usager suit l'activation jusqu'à l'écran « <écran> »
      Alors la barre d'étapes annonce « Code d'activation > Identifiants > Récapitulatif »
      Et l'étape en cours est « <écran> »

      Exemples:
        | état        | écran             |
        | sans espace | Code d'activation |
        | pré-inscrit | Identifiants      |
        | pré-inscrit | Récapitulatif     |

    @EP2-3-4 @avertissement
    Scénario: L'écran du code porte les mots de la fiche
      Étant donné un visiteur à l'écran d'authentification
      Quand il demande à activer son espace
      Alors l'écran affiche
        | texte                                                           |
        | Activez votre espace / vos services                             |
        | Les champs marqués d'un astérisque (*) doivent être renseignés. |
        | Saisissez le code d'activation                                  |
        | 12 caractères                                                   |

  Règle: Le premier écran demande le code reçu et une image à recopier

    @EP2-3-4
    Scénario: L'écran du code offre une autre image, un extrait sonore et de continuer
      Étant donné un visiteur à l'écran d'authentification
      Quand il demande à activer son espace
      Alors l'écran propose les commandes
        | commande                 |
        | Changer l'image          |
        | Ecouter l'extrait sonore |
        | Continuer                |

    @EP2-3-4
    Scénario: Le code est obligatoire
      Étant donné un usager sans espace à l'écran du code
      Quand l'usager recopie l'image sans saisir de code
      Alors la procédure reste à l'écran « Code d'activation »

    @EP2-3-4 @EP2-3-5
    Plan du scénario: Mal recopiée, l'image arrête l'activation : <saisie>
      Étant donné un usager rendu à l'écran « Code d'activation » de l'activation
      Quand l'usager saisit son code et, pour l'image, <saisie>
      Alors la procédure reste à l'écran « Code d'activation »

      Exemples: rien, trop peu ou tout faux
        | saisie                      |
        | rien                        |
        | un signe de moins           |
        | autant de signes, tous faux |

      @avertissement
      Exemples: un signe de trop, que le champ peut aussi ne pas accepter
        | saisie                      |
        | un signe de plus            |

    @EP2-3-5 @avertissement
    Scénario: L'image de l'activation compte six signes
      Étant donné un usager sans espace
      Quand l'usager suit l'activation jusqu'à l'écran « Code d'activation »
      Alors l'image à recopier compte 6 signes

    @EP2-3-5
    Plan du scénario: Un autre code que celui du courriel n'active rien : <code>
      Étant donné un usager pré-inscrit
      Quand l'usager tente d'activer son espace avec <code> et son adresse
      Alors l'activation est refusée
      Et l'usager ne peut pas se connecter à son espace

      Exemples: trop court, trop long, ou inventé
        | code                                    |
        | le code reçu sans son dernier caractère |
        | le code reçu précédé d'un caractère     |
        | un code inventé                         |

      Exemples: « Il ne s'agit pas ici de votre mot de passe »
        | code                                    |
        | son mot de passe                        |

    @G05
    Scénario: Le code se compare à la majuscule près
      Étant donné un usager pré-inscrit
      Quand l'usager tente d'activer son espace avec le code reçu, majuscules et minuscules inversées et son adresse
      Alors l'activation est refusée

    @G05
    Plan du scénario: Les espaces d'un copier-coller ne comptent pas : <code>
      Étant donné un usager rendu à l'écran « Code d'activation » de l'activation
      Quand l'usager saisit <code> et recopie l'image
      Alors l'écran « Identifiants » s'affiche

      Exemples:
        | code                          |
        | le code reçu suivi d'un espace |
        | le code reçu entouré d'espaces |

    @EP2-3-5 @avertissement
    Scénario: Un code mal saisi puis une image mal recopiée ne coûtent rien au bon code
      Étant donné un usager rendu à l'écran « Code d'activation » de l'activation
      Et l'usager a donné un code inventé, puis son code avec une image mal recopiée
      Quand l'usager active son espace
      Alors l'espace est activé

  Règle: Le deuxième écran rappelle le code et demande l'adresse de connexion

    @EP2-3-6 @C37
    Scénario: Le code rappelé est celui qui a été saisi
      Étant donné un usager rendu à l'écran « Code d'activation » de l'activation
      Quand l'usager saisit le code reçu et recopie l'image
      Alors l'écran rappelle le code qui vient d'être saisi, celui du courriel

    @EP2-3-6 @avertissement
    Scénario: Le code rappelé ne peut pas être modifié
      Étant donné un usager pré-inscrit
      Quand l'usager suit l'activation jusqu'à l'écran « Identifiants »
      Alors rien de ce qu'il rappelle ne peut être modifié

    @EP2-3-6
    Scénario: On peut revenir, effacer ou continuer
      Étant donné un usager pré-inscrit
      Quand l'usager suit l'activation jusqu'à l'écran « Identifiants »
      Alors l'écran propose les commandes
        | commande         |
        | Etape précédente |
        | Effacer          |
        | Continuer        |

    @EP2-3-6
    Scénario: L'adresse est obligatoire
      Étant donné un usager rendu à l'écran « Identifiants » de l'activation
      Quand l'usager continue sans donner d'adresse
      Alors l'activation est refusée

    @EP2-3-6
    Scénario: « Etape précédente » ramène à l'écran du code
      Étant donné un usager rendu à l'écran « Identifiants » de l'activation
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Code d'activation » s'affiche

    @EP2-3-6 @G34 @avertissement
    Scénario: « Effacer » vide l'adresse, et elle seule
      Étant donné un usager rendu à l'écran « Identifiants » de l'activation
      Quand l'usager saisit son adresse puis l'efface
      Alors l'adresse est vide et le code toujours rappelé

    @EP2-3-6 @avertissement
    Scénario: L'écran montre la forme d'une adresse et porte le nom de la procédure
      Étant donné un usager pré-inscrit
      Quand l'usager suit l'activation jusqu'à l'écran « Identifiants »
      Alors le champ « Saisissez votre adresse électronique de connexion » montre l'exemple « utilisateur@domaine »
      Et l'écran s'intitule « Activez votre espace / vos services »

  Règle: Seule l'adresse à laquelle le code a été envoyé active l'espace

    @EP2-3-7
    Scénario: Le code de l'un et l'adresse de l'autre n'activent ni l'un ni l'autre
      Étant donné un usager pré-inscrit
      Et un autre usager pré-inscrit
      Quand l'usager tente d'activer son espace avec le code reçu et l'adresse de l'autre usager
      Alors l'activation est refusée
      Et l'usager ne peut pas se connecter à son espace
      Et l'autre usager ne peut pas se connecter à son espace

    @EP2-3-7
    Scénario: Une adresse inconnue n'active rien
      Étant donné un usager pré-inscrit
      Quand l'usager tente d'activer son espace avec le code reçu et une adresse inconnue
      Alors l'activation est refusée
      Et l'usager ne peut pas se connecter à son espace

    @G38
    Scénario: Toute mauvaise adresse est refusée dans les mêmes termes, et la bonne adresse active encore l'espace ensuite
      Étant donné un usager pré-inscrit
      Et un autre usager dont l'espace est actif
      Quand l'usager donne une adresse inconnue, puis celle de l'autre usager, puis la sienne
      Alors les deux refus sont les mêmes
      Et l'espace est activé

    @G04
    Plan du scénario: Pour l'activation, l'adresse se reconnaît sans majuscules ni espaces : <adresse>
      Étant donné un usager pré-inscrit
      Quand l'usager tente d'activer son espace avec le code reçu et <adresse>
      Alors l'espace est activé

      Exemples:
        | adresse                        |
        | son adresse en majuscules      |
        | son adresse entourée d'espaces |

    @G06
    Plan du scénario: Après <nombre> mauvaises adresses pour un code, <effet>
      Étant donné un usager pré-inscrit
      Et l'usager a donné <nombre> mauvaises adresses pour son code
      Quand l'usager active son espace
      Alors <effet>

      Exemples:
        | nombre | effet                     |
        | 9      | l'espace est activé       |
        | 10     | l'activation est refusée  |

  Règle: Un parcours laissé trente minutes est à reprendre

    @G33
    Plan du scénario: À l'écran « <écran> » de <procédure>, <attente> plus tard, « Continuer » mène à « <suite> »
      Étant donné un usager rendu à l'écran « <écran> » de <procédure>
      Et <attente> s'écoulent
      Quand l'usager remplit cet écran et continue
      Alors l'écran « <suite> » s'affiche

      Exemples:
        | procédure    | écran                  | attente                    | suite                 |
        | la création  | Formulaire inscription | 29 minutes et 59 secondes  | Récapitulatif         |
        | la création  | Formulaire inscription | 30 minutes et 1 seconde    | Conditions générales  |
        | l'activation | Identifiants           | 29 minutes et 59 secondes  | Récapitulatif         |
        | l'activation | Identifiants           | 30 minutes et 1 seconde    | Code d'activation     |
