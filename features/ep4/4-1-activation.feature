# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 4. Activation de l'espace
  L'usager saisit le code reçu, puis l'adresse choisie : l'espace à certificat est transformé.

  Règle: L'activation s'atteint par le lien de l'écran « Validation » ou par l'accueil du site

    @EP4-3-22 @EP4-3-23 @C34
    Scénario: Le lien de l'écran « Validation » mène à l'activation
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager suit le lien d'activation de l'écran « Validation »
      Alors le lien mène à l'écran du code ou à l'accueil du site, comme le site l'a déclaré
      Et l'usager peut activer son espace

    @EP4-3-22 @EP4-4-1 @EP4-4.1-1
    Scénario: L'activation reste possible plus tard, par l'accueil du site
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager active son espace plus tard, d'un autre appareil, par l'accueil du site
      Alors l'espace est activé

  Règle: L'activation demande le code, l'image, puis l'adresse

    @EP4-4.2-1 @EP4-4.2-3
    Scénario: Chacun des trois écrans de l'activation annonce les mêmes étapes et montre la sienne
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager suit l'activation d'un bout à l'autre
      Alors chaque écran annonce « Code d'activation > Identifiants > Récapitulatif »
      Et chaque écran met en évidence sa propre étape

    @EP4-4.2-1 @avertissement
    Scénario: L'écran du code porte les mots de la fiche et permet de changer ou d'écouter l'image
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager suit l'activation jusqu'à l'écran « Code d'activation »
      Alors l'écran affiche
        | texte                                |
        | Activez votre espace / vos services  |
        | Saisissez le code d'activation       |
        | 12 caractères                        |
        | Recopiez les caractères de l'image   |
      Et l'écran propose les commandes
        | commande                  |
        | Changer l'image           |
        | Ecouter l'extrait sonore  |
        | Continuer                 |

    @EP4-4.2-1 @EP4-4.2-2
    Scénario: Mal recopiée, l'image arrête l'activation
      Étant donné un usager qui a opté pour l'accès sans certificat
      Et l'usager est rendu à l'écran « Code d'activation » de l'activation
      Quand l'usager saisit son code et, pour l'image, autant de signes, tous faux
      Alors la procédure reste à l'écran « Code d'activation »

    @EP4-4.2-2 @EP4-3-19
    Scénario: Le mot de passe choisi ne tient pas lieu de code
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager tente d'activer son espace avec son mot de passe et son adresse
      Alors l'activation est refusée

    @EP4-4.2-2 @EP4-4.2-3 @C37
    Scénario: Le code reçu mène au second écran, qui le rappelle
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager suit l'activation jusqu'à l'écran « Identifiants »
      Alors l'écran rappelle le code qui vient d'être saisi, celui du courriel

    @EP4-4.2-3
    Scénario: Le second écran permet de revenir, d'effacer ou de continuer
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager suit l'activation jusqu'à l'écran « Identifiants »
      Alors l'écran propose les commandes
        | commande         |
        | Etape précédente |
        | Effacer          |
        | Continuer        |

    @EP4-4.2-4
    Plan du scénario: L'activation est refusée avec <adresse>
      Étant donné un usager qui a opté, en donnant sa seconde adresse
      Quand l'usager tente d'activer son espace avec le code reçu et <adresse>
      Alors l'activation est refusée

      Exemples: une adresse inconnue, et celle qu'avait l'espace à certificat
        | adresse              |
        | une adresse inconnue |
        | son ancienne adresse |

    @EP4-4.2-4 @EP4-3-19 @EP4-3-25
    Scénario: L'activation aboutit avec l'adresse choisie, et rend l'accès à l'espace
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager active son espace
      Alors l'espace est activé
      Et l'usager peut se connecter à son espace

    @EP4-3-16
    Scénario: Le code qui a servi ne sert plus
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager active son espace
      Alors l'activation est refusée

  Règle: L'espace est transformé et garde son numéro d'abonné

    @EP4-4.2-6 @EP4-4.2-7
    Scénario: La dernière page donne le numéro d'abonné, qui est celui d'avant
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager active son espace
      Alors l'écran nomme l'usager
      Et l'écran donne le numéro d'abonné que l'usager avait déjà

    @EP4-4.2-7 @C14 @avertissement
    Scénario: La dernière page date l'inscription du jour de l'activation, selon nous
      Étant donné il est 10:00:00 à Paris le 21/08/2023
      Et un usager qui a opté pour l'accès sans certificat
      Et il est 10:00:00 à Paris le 22/08/2023
      Quand l'usager active son espace
      Alors l'écran date l'inscription du 22 août 2023

    @EP4-4.2-7 @avertissement
    Scénario: La dernière page porte les mots de la fiche
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager active son espace
      Alors l'écran affiche
        | texte                                                                   |
        | Votre inscription a été réalisée le                                     |
        | Ce numéro d'abonné vous est personnel et doit le rester.                |
        | Sauvegardez ou imprimez le récapitulatif                                |
        | Il vous sera indispensable en cas de perte de votre mot de passe.       |
        | Accédez à vos services en ligne                                         |

    @EP4-4.2-8
    Scénario: L'espace ne s'ouvre plus qu'avec l'adresse et le mot de passe, et le même numéro ne permet plus d'opter
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte puis active son espace
      Alors l'usager peut se connecter à son espace
      Mais le même numéro ne permet plus d'opter
