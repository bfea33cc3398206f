# language: fr
Fonctionnalité: Créer un espace professionnel expert - 3. L'espace est créé
  Le dernier écran de l'activation confirme la création de l'espace et donne à l'usager son numéro d'abonné.

  Règle: L'écran confirme l'inscription et donne le numéro d'abonné

    @EP2-3-9 @EP2-3-10
    Scénario: L'écran nomme l'usager et donne son numéro d'abonné, de 14 chiffres
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace
      Alors l'écran donne un numéro d'abonné de 14 chiffres
      Et l'écran nomme l'usager

    @EP2-3-10
    Scénario: L'inscription est datée du jour
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace
      Alors l'écran date l'inscription d'aujourd'hui

    @C14 @G23
    Scénario: L'inscription est datée du jour de l'activation, à l'heure de Paris
      Étant donné il est 23:50:00 à Paris le 20/08/2023
      Et un usager pré-inscrit
      Et il est 00:10:00 à Paris le 21/08/2023
      Quand l'usager active son espace
      Alors l'écran date l'inscription du 21 août 2023

    @EP2-3-10 @EP2-4-1 @avertissement
    Scénario: L'écran confirme l'inscription avec les mots de la fiche
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace
      Alors l'écran affiche
        | texte                                                   |
        | Activez votre espace / vos services                     |
        | Votre inscription a été réalisée le                     |
        | sous le numéro                                          |
        | Ce numéro d'abonné vous est personnel et doit le rester |

    @C13
    Scénario: Le numéro affiché à l'activation est celui de l'espace
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace
      Alors le numéro affiché est celui de l'espace

    @G39
    Scénario: Deux espaces créés le même jour ont deux numéros
      Étant donné un usager qui vient d'activer son espace
      Et un autre usager pré-inscrit
      Quand l'autre usager active son espace à son tour
      Alors les deux numéros d'abonné diffèrent

  Règle: L'écran permet de garder le récapitulatif et d'aller se connecter

    @EP2-3-11
    Scénario: L'écran offre le récapitulatif et l'accès aux services
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace
      Alors l'écran propose les commandes
        | commande                                 |
        | Sauvegardez ou imprimez le récapitulatif |
        | Accédez à vos services en ligne          |

    @EP2-3-11
    Scénario: « Accédez à vos services en ligne » mène à l'écran d'authentification
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand il suit le lien « Accédez à vos services en ligne »
      Alors l'écran d'authentification s'affiche

    @EP2-3-11 @EP2-4-1 @avertissement
    Scénario: L'écran présente la suite avec les mots de la fiche
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace
      Alors l'écran affiche
        | texte                                                            |
        | Il vous sera indispensable en cas de perte de votre mot de passe |
        | Vos services en ligne                                            |
        | Pour adhérer ou utiliser les services en ligne, cliquez sur le bouton ci-dessous, puis saisissez vos identifiants pour accéder à votre espace professionnel. |

  Règle: L'espace est désormais créé, et le code ne sert plus

    @EP2-3-12
    Scénario: Aussitôt l'espace activé, l'usager s'y connecte
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace
      Alors l'usager peut se connecter à son espace

    @EP2-3-12
    Scénario: Le code déjà utilisé est refusé, et l'espace reste accessible
      Étant donné un usager qui vient d'activer son espace
      Quand l'usager tente d'activer son espace avec le code reçu et son adresse
      Alors l'activation est refusée
      Et l'usager peut se connecter à son espace

    @EP2-3-12
    Scénario: Le code déjà utilisé n'active pas l'espace d'un autre
      Étant donné un usager qui vient d'activer son espace
      Et un autre usager pré-inscrit
      Quand l'autre usager tente d'activer son espace avec le code de l'usager
      Alors l'activation de l'autre usager est refusée
      Et l'autre usager ne peut pas se connecter à son espace

    @EP2-3-12 @avertissement
    Scénario: De deux navigateurs qui donnent le même code, un seul active l'espace
      Étant donné un usager pré-inscrit
      Quand l'usager et un second navigateur donnent tous deux le code, puis l'adresse
      Alors le second navigateur n'active rien
      Et le numéro affiché est celui de l'espace

    @G63
    Scénario: Un double clic sur « Continuer » n'active qu'une fois
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace d'un double clic
      Alors l'espace est activé
      Et le numéro affiché est celui de l'espace

    @G33
    Scénario: Recharger le dernier écran ne change rien
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Et l'usager a relevé son numéro d'abonné
      Quand l'usager recharge la page
      Alors l'usager peut se connecter à son espace
      Et son espace porte le numéro donné à l'activation

    @G33
    Scénario: Revenir en arrière et donner encore son adresse ne change rien
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager revient en arrière et donne encore son adresse
      Alors l'usager peut se connecter à son espace
      Et son espace porte le numéro donné à l'activation

  Règle: La validité du mot de passe court de l'activation

    @G22
    Scénario: Activé le lendemain de la demande, l'espace expire trois ans après l'activation
      Étant donné il est 10:00:00 à Paris le 22/08/2023
      Et un usager pré-inscrit
      Et il est 10:00:00 à Paris le 23/08/2023
      Et l'usager a activé son espace
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace affiche une expiration au 22/08/2026
