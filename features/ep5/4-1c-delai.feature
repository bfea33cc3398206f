# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 4.1 Le délai de 48 heures
  Tant que la nouvelle adresse n'est pas activée, seule l'ancienne ouvre l'espace. Passé 48 heures, rien n'a changé.

  Règle: Pendant l'attente, seule l'ancienne adresse ouvre l'espace

    @EP5-4.1-18 @EP5-4.1-19 @C43
    Scénario: La nouvelle adresse n'ouvre rien avant l'activation
      Étant donné un usager qui a demandé à changer d'adresse
      Quand 47 heures s'écoulent
      Alors l'espace ne s'ouvre qu'avec son ancienne adresse

    @G21
    Scénario: Changés ensemble, ni l'adresse ni le mot de passe ne valent avant l'activation
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse et de mot de passe
      Alors l'espace ne s'ouvre qu'avec son ancienne adresse et son ancien mot de passe

  Règle: Le code vaut 48 heures à compter de son envoi, et pas plus

    @EP5-4.1-12 @EP5-4.1-6 @C58
    Plan du scénario: Le code active la nouvelle adresse <attente> après son envoi
      Étant donné un usager qui a demandé à changer d'adresse
      Et <attente> s'écoulent
      Quand l'usager active son espace
      Alors l'espace est activé

      Exemples: avant l'échéance
        | attente                 |
        | 47 heures et 55 minutes |

      @avertissement
      Exemples: au dernier instant, qui compte encore selon nous
        | attente   |
        | 48 heures |

    @EP5-4.1-12 @EP5-4.1-18 @C58
    Plan du scénario: Le code n'active plus rien <attente> après son envoi, et rien n'a changé
      Étant donné un usager qui a demandé à changer d'adresse
      Et <attente> s'écoulent
      Quand l'usager active son espace
      Alors l'activation est refusée
      Et l'espace ne s'ouvre qu'avec son ancienne adresse

      Exemples: après l'échéance
        | attente                |
        | 48 heures et 5 minutes |

      @avertissement
      Exemples: au premier instant de trop, selon nous
        | attente                |
        | 48 heures et 1 seconde |

    @EP5-4.1-12
    Scénario: Toute la demande refaite, un autre code active la nouvelle adresse
      Étant donné un usager qui a demandé à changer d'adresse
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager refait toute la demande et active sa nouvelle adresse avec le nouveau code
      Alors l'espace est activé

    @G43 @G21
    Scénario: Passé 48 heures, ni l'adresse ni le mot de passe demandés ensemble n'ont changé
      Étant donné un usager qui a demandé à changer d'adresse et de mot de passe
      Quand 48 heures et 5 minutes s'écoulent
      Alors l'espace ne s'ouvre qu'avec son ancienne adresse et son ancien mot de passe

    @G11
    Scénario: Passé 48 heures, l'adresse demandée est de nouveau libre
      Étant donné un usager qui a demandé à changer d'adresse
      Quand 48 heures et 5 minutes s'écoulent
      Alors sa nouvelle adresse est libre pour un autre espace

  Règle: Pendant ce délai, la même adresse ne se redemande pas, une autre remplace la première

    @C42 @avertissement
    Scénario: La même adresse, demandée de nouveau, est refusée, selon nous
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager demande encore la même adresse
      Alors la nouvelle adresse est refusée
      Et l'usager reçoit un seul courriel d'activation

    @G08
    Scénario: Une autre adresse remplace la première, dont le code ne vaut plus rien
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager demande une autre adresse encore
      Alors le code de sa première demande n'active plus rien
      Mais l'usager peut encore activer son espace avec sa nouvelle adresse
