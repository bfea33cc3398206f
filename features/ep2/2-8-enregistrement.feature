# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Écran « Enregistrement »
  Dernier écran de la pré-inscription : un code d'activation vient de partir, et l'usager a 48 heures pour s'en servir.

  Règle: « Valider » confirme l'inscription et fait partir un courriel, un seul

    @EP2-2-51
    Scénario: Tant que rien n'est validé, aucun courriel ne part
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Récapitulatif »
      Alors aucun courriel n'est envoyé à l'usager

    @EP2-2-51
    Scénario: Une fois l'inscription validée, un courriel à code part, et un seul
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'usager reçoit un seul courriel d'activation

    @EP2-2-51 @G33 @avertissement
    Scénario: Recharger l'écran d'enregistrement ne fait pas partir un second code
      Étant donné un usager rendu à l'écran « Enregistrement » de la création
      Quand l'usager recharge la page
      Alors l'usager reçoit un seul courriel d'activation

    @G63
    Scénario: Un double clic sur « Valider » ne fait pas partir un second code
      Étant donné un usager rendu à l'écran « Récapitulatif » de la création
      Quand l'usager valide son inscription d'un double clic
      Alors l'usager reçoit un seul courriel d'activation

    @G33
    Scénario: Revenir en arrière et valider encore ne fait pas partir un second code
      Étant donné un usager rendu à l'écran « Enregistrement » de la création
      Quand l'usager revient en arrière et valide encore son inscription
      Alors l'usager reçoit un seul courriel d'activation

  Règle: L'écran dit à qui le code est envoyé, et où

    @EP2-2-52 @C17
    Scénario: L'écran nomme l'usager et rappelle l'adresse qu'il a saisie
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'écran nomme l'usager
      Et il rappelle l'adresse où le code est envoyé

    @EP2-2-52 @avertissement
    Scénario: L'écran annonce le code avec les mots de la fiche
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'écran affiche
        | texte                                                                                     |
        | Vous allez recevoir le code d'activation dans votre messagerie.                           |
        | et consultez la rubrique "Courrier indésirable" ou "Spam" de votre messagerie personnelle |
        | Remarque : ce code n'est pas un mot de passe.                                             |
        | Il ne doit être utilisé qu'une seule fois pour activer votre espace professionnel.        |
      Et l'écran invite à vérifier cette adresse, entre parenthèses

  Règle: L'écran dit comment activer l'espace, et jusqu'à quand

    @EP2-2-53
    Scénario: L'écran offre le lien d'activation et annonce le délai de 48 heures
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'écran propose les commandes
        | commande                           |
        | Activez votre espace professionnel |
      Et l'écran annonce un délai de 48 heures

    @EP2-2-53 @avertissement
    Scénario: L'écran dit avec les mots de la fiche comment retrouver le lien
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'écran affiche
        | texte                                                                                                            |
        | Vous pouvez retrouver ce lien                                                                                    |
        | puis sur "Activer mon espace / mes services"                                                                     |
        | Vous disposez d'un délai de 48h, à compter de l'envoi du code ci-dessus, pour activer votre espace professionnel |

    @G07
    Scénario: L'écran n'offre pas de renvoyer le code
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'écran n'offre pas de renvoyer le code

  Règle: L'usager active tout de suite ou plus tard

    @EP2-2-54 @C32
    Scénario: Le lien de l'écran mène à l'activation
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace par le lien de l'écran d'enregistrement
      Alors l'espace est activé

    @EP2-2-54 @C32
    Scénario: L'activation reste possible plus tard, par l'accueil du site
      Étant donné un usager pré-inscrit
      Quand l'usager active son espace plus tard, d'un autre appareil, par l'accueil du site
      Alors l'espace est activé

  Règle: Avant l'activation, ni le code ni le numéro ne se lisent dans une page

    @C38
    Scénario: Aucune page ne montre le code avant que l'usager l'ait saisi
      Étant donné un usager sans espace
      Quand l'usager suit la création puis l'activation, page après page
      Alors aucune page ne montrait le code avant qu'il soit saisi

    @C38 @avertissement
    Scénario: L'adresse d'aucune page ne contient le code, même après qu'il a été saisi
      Étant donné un usager sans espace
      Quand l'usager suit la création puis l'activation, page après page
      Alors l'adresse d'aucune page ne contenait le code

    @EP2-3-9 @avertissement
    Scénario: Le numéro d'abonné n'est donné qu'à la dernière page
      Étant donné un usager sans espace
      Quand l'usager suit la création puis l'activation, page après page
      Alors aucune page ni aucun courriel ne donnait son numéro d'abonné avant la dernière page
