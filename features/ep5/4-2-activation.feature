# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 4.2 Activer la nouvelle adresse
  L'usager saisit le code reçu, puis sa nouvelle adresse. C'est alors, et alors seulement, qu'elle remplace l'ancienne.

  Règle: La barre d'étapes annonce les trois étapes et montre où l'on en est

    @EP5-4.2.2-1
    Scénario: D'un bout à l'autre de l'activation, la barre d'étapes est celle de la fiche
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager suit l'activation d'un bout à l'autre
      Alors chaque écran annonce « Code d'activation > Identifiants > Récapitulatif »
      Et chaque écran met en évidence sa propre étape

    @EP5-4.2.2-1 @EP5-4.2.2-2 @EP5-4.2.2-3 @avertissement
    Scénario: L'écran du code porte les mots de la fiche
      Étant donné un visiteur à l'écran d'authentification
      Quand il demande à activer son espace
      Alors l'écran affiche
        | texte                                                           |
        | Activez votre espace / vos services                             |
        | Les champs marqués d'un astérisque (*) doivent être renseignés. |
        | Saisissez le code d'activation                                  |
        | 12 caractères                                                   |
        | Recopiez les caractères de l'image                              |
        | Changer l'image                                                 |
        | Ecouter l'extrait sonore                                        |

  Règle: Seul le code reçu, avec l'image bien recopiée, ouvre le deuxième écran

    @EP5-4.2.2-2
    Plan du scénario: Un autre code n'active rien : <code>
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager tente d'activer son espace avec <code> et sa nouvelle adresse
      Alors l'activation est refusée
      Et l'espace ne s'ouvre qu'avec son ancienne adresse

      Exemples:
        | code                                    |
        | le code reçu sans son dernier caractère |
        | un code inventé                         |

      @EP5-4.2.2-4
      Exemples: « Il ne s'agit pas ici de votre mot de passe »
        | code                                    |
        | son mot de passe                        |

    @EP5-4.2.2-2
    Scénario: Le code est obligatoire
      Étant donné un usager sans espace à l'écran du code
      Quand l'usager recopie l'image sans saisir de code
      Alors la procédure reste à l'écran « Code d'activation »

    @EP5-4.2.2-3
    Scénario: Mal recopiée, l'image arrête l'activation
      Étant donné un usager qui a demandé à changer d'adresse
      Et l'usager est rendu à l'écran « Code d'activation » de l'activation
      Quand l'usager saisit son code et, pour l'image, autant de signes, tous faux
      Alors la procédure reste à l'écran « Code d'activation »
      Et l'usager peut encore activer son espace avec sa nouvelle adresse

  Règle: Le deuxième écran rappelle le code et demande la nouvelle adresse

    @EP5-4.2.2-5 @C37
    Scénario: Le code rappelé est celui qui a été saisi ; on peut revenir, effacer ou continuer
      Étant donné un usager qui a demandé à changer d'adresse
      Et l'usager est rendu à l'écran « Code d'activation » de l'activation
      Quand l'usager saisit le code reçu et recopie l'image
      Alors l'écran rappelle le code qui vient d'être saisi, celui du courriel
      Et l'écran propose les commandes
        | commande         |
        | Etape précédente |
        | Effacer          |
        | Continuer        |

    @EP5-4.2.2-5 @avertissement
    Scénario: Le code rappelé ne peut pas être modifié
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager suit l'activation jusqu'à l'écran « Identifiants »
      Alors rien de ce qu'il rappelle ne peut être modifié

    @EP5-4.2.2-6
    Plan du scénario: Une autre adresse n'active rien, et ne coûte rien au code : <adresse>
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager tente d'activer son espace avec le code reçu et <adresse>
      Alors l'activation est refusée
      Et l'usager peut encore activer son espace avec sa nouvelle adresse

      Exemples:
        | adresse              |
        | son ancienne adresse |
        | une adresse inconnue |

    @EP5-4.2.2-6
    Scénario: Le code de l'un et l'adresse de l'autre n'activent rien
      Étant donné un usager qui a demandé à changer d'adresse
      Et un autre usager qui a demandé à changer d'adresse
      Quand l'usager tente d'activer son espace avec le code reçu et l'adresse de l'autre usager
      Alors l'activation est refusée
      Et l'espace ne s'ouvre qu'avec son ancienne adresse

  Règle: La page de confirmation rappelle le numéro d'abonné, le même qu'avant

    @EP5-4.2.2-8 @C13
    Scénario: L'écran nomme l'usager et donne le numéro d'abonné qu'il avait déjà
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager active son espace
      Alors l'écran donne le numéro d'abonné que l'usager avait déjà
      Et l'écran nomme l'usager

    @EP5-4.2.2-8 @C14 @avertissement
    Scénario: L'écran confirme avec les mots de la fiche, à la date de l'activation
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 13:00:00 à Paris le 21/08/2023
      Et l'usager a demandé à changer d'adresse
      Quand l'usager active son espace
      Alors l'écran date l'inscription du 21 août 2023
      Et l'écran affiche
        | texte                                                   |
        | Votre inscription a été réalisée le                     |
        | Ce numéro d'abonné vous est personnel et doit le rester |
        | Il vous sera indispensable en cas de perte de votre mot de passe |
        | Vos services en ligne                                   |

    @EP5-4.2.2-9
    Scénario: L'écran offre le récapitulatif et l'accès aux services
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager active son espace
      Alors l'écran propose les commandes
        | commande                                 |
        | Sauvegardez ou imprimez le récapitulatif |
        | Accédez à vos services en ligne          |

    @EP5-4.2.2-9
    Scénario: « Accédez à vos services en ligne » mène à l'écran d'authentification, sans connecter d'office
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand il suit le lien « Accédez à vos services en ligne »
      Alors l'écran d'authentification s'affiche

  Règle: La nouvelle adresse remplace l'ancienne, et l'espace est retrouvé tel quel

    @EP5-4.3-8 @C63
    Scénario: La nouvelle adresse ouvre l'espace, l'ancienne n'ouvre plus rien
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager active son espace
      Alors l'espace ne s'ouvre qu'avec sa nouvelle adresse
      Et « Mot de passe oublié » n'aboutit qu'avec sa nouvelle adresse

    @EP5-4.3-9
    Scénario: Les dossiers, les services et le numéro d'abonné sont les mêmes
      Étant donné un usager dont l'espace contient des services
      Et l'usager a demandé à changer d'adresse
      Quand l'usager active son espace
      Alors l'usager peut se connecter à son espace
      Et son espace contient les mêmes services
      Et son espace porte le même numéro d'abonné de 14 chiffres

    @G21 @G42
    Scénario: Changés ensemble, l'adresse et le mot de passe valent ensemble, et un courriel confirme le second
      Étant donné un usager qui a demandé à changer d'adresse et de mot de passe
      Quand l'usager active son espace
      Alors l'espace ne s'ouvre qu'avec sa nouvelle adresse et son nouveau mot de passe
      Et l'usager reçoit une seule confirmation

    @G11
    Scénario: L'ancienne adresse est libre pour un autre espace
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand il suit le lien « Accédez à vos services en ligne »
      Alors son ancienne adresse est libre pour un autre espace
