# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 3. L'attente de l'activation
  Tant que l'espace n'est pas activé, il est inaccessible. Le code vaut 48 heures ; au-delà, tout est à refaire.

  Règle: Le code vaut 48 heures, et pas plus

    @EP4-3-20 @C58
    Plan du scénario: <attente> après l'envoi du code, <effet>
      Étant donné un usager qui a opté pour l'accès sans certificat
      Et <attente> s'écoulent
      Quand l'usager active son espace
      Alors <effet>

      Exemples: avant l'échéance, et après
        | attente                 | effet                    |
        | 47 heures et 55 minutes | l'espace est activé      |
        | 48 heures et 5 minutes  | l'activation est refusée |

    @EP4-3-20
    Scénario: Passé 48 heures, toute la procédure est à refaire, et un nouveau code active l'espace
      Étant donné un usager qui a opté pour l'accès sans certificat
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager refait toute l'option et active son espace avec le nouveau code
      Alors l'espace est activé

  Règle: Pendant ce délai, on ne peut pas redemander de code avec la même adresse

    @EP4-3-21 @C42
    Plan du scénario: <attente> après l'envoi d'un code, <effet>
      Étant donné un usager qui a opté pour l'accès sans certificat
      Et <attente> s'écoulent
      Quand l'usager refait l'option avec la même adresse
      Alors <effet>

      Exemples: pendant le délai, puis après
        | attente                 | effet                           |
        | 47 heures et 55 minutes | la nouvelle demande est refusée |
        | 48 heures et 5 minutes  | la nouvelle demande est acceptée |

    @G10
    Scénario: Une demande vers une autre adresse remplace la première
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager refait l'option avec une autre adresse, puis active son espace
      Alors l'espace est activé
      Et le code de sa première option n'active plus rien

  Règle: Tant que l'espace n'est pas activé, l'accès en est impossible

    @EP4-3-19 @EP4-3-25 @C43
    Scénario: Vers la fin du délai, sans activation, la connexion est encore refusée
      Étant donné un usager qui a opté pour l'accès sans certificat
      Et 47 heures et 55 minutes s'écoulent
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la connexion est refusée

    @EP4-3-25 @C43 @avertissement
    Scénario: Avant l'activation, « Mot de passe oublié » n'aboutit pas non plus, selon nous
      Étant donné un usager qui a opté pour l'accès sans certificat
      Quand l'usager tente de changer son mot de passe par « Mot de passe oublié »
      Alors la procédure n'ouvre pas la saisie du nouveau mot de passe

  Règle: Sans activation à temps, la transformation n'a pas lieu

    @EP4-3-24
    Scénario: Passé 48 heures sans activation, l'espace n'est pas transformé
      Étant donné un usager qui a opté pour l'accès sans certificat
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la connexion est refusée

    @EP4-3-24 @G43 @avertissement
    Scénario: Passé 48 heures, les trois réponses d'origine font de nouveau reconnaître l'espace
      Étant donné un usager qui a opté pour l'accès sans certificat
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager active son espace
      Alors l'activation est refusée
      Et ses trois réponses le font encore reconnaître
