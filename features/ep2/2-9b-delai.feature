# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Le délai de 48 heures
  Le code vaut 48 heures à compter de son envoi. Au-delà, il est inopérant et toute la procédure est à refaire.

  Règle: Le code vaut 48 heures, et pas plus

    @EP2-2-55 @C58
    Plan du scénario: Le code active l'espace <attente> après son envoi
      Étant donné un usager pré-inscrit
      Et <attente> s'écoulent
      Quand l'usager active son espace
      Alors l'espace est activé

      Exemples: avant l'échéance
        | attente                   |
        | 47 heures et 55 minutes   |

    @EP2-2-55 @C58
    Plan du scénario: Le code n'active plus rien <attente> après son envoi
      Étant donné un usager pré-inscrit
      Et <attente> s'écoulent
      Quand l'usager active son espace
      Alors l'activation est refusée
      Et l'usager ne peut pas se connecter à son espace

      Exemples: après l'échéance
        | attente                  |
        | 48 heures et 5 minutes   |

    @C58 @avertissement
    Plan du scénario: Le dernier instant compte encore, selon nous : <attente> après l'envoi, <effet>
      Étant donné un usager pré-inscrit
      Et <attente> s'écoulent
      Quand l'usager active son espace
      Alors <effet>

      Exemples: de part et d'autre de l'échéance
        | attente                                | effet                    |
        | 47 heures, 59 minutes et 59 secondes   | l'espace est activé      |
        | 48 heures                              | l'espace est activé      |
        | 48 heures et 1 seconde                 | l'activation est refusée |

    @C58 @avertissement
    Scénario: Le code donné avant l'échéance et l'adresse après n'activent plus rien, selon nous
      Étant donné un usager pré-inscrit
      Et 47 heures, 59 minutes et 50 secondes s'écoulent
      Et l'usager a donné son code
      Et 20 secondes s'écoulent
      Quand l'usager donne son adresse
      Alors l'activation est refusée

    @C58 @avertissement
    Plan du scénario: D'une heure légale à l'autre, 48 heures restent 48 heures : du <envoi> au <jour> à <heure>, <effet>
      Étant donné il est 13:00:00 à Paris le <envoi>
      Et un usager pré-inscrit
      Et il est <heure> à Paris le <jour>
      Quand l'usager active son espace
      Alors <effet>

      Exemples: passage à l'heure d'hiver, où la nuit dure une heure de plus
        | envoi      | jour       | heure    | effet                    |
        | 28/10/2023 | 30/10/2023 | 12:00:00 | l'espace est activé      |
        | 28/10/2023 | 30/10/2023 | 12:00:01 | l'activation est refusée |

      Exemples: passage à l'heure d'été, où la nuit dure une heure de moins
        | envoi      | jour       | heure    | effet                    |
        | 30/03/2024 | 01/04/2024 | 14:00:00 | l'espace est activé      |
        | 30/03/2024 | 01/04/2024 | 14:00:01 | l'activation est refusée |

  Règle: Pendant ce délai, on ne peut pas redemander de code avec la même adresse

    @EP2-2-56 @C42
    Plan du scénario: <attente> après l'envoi d'un code, une nouvelle demande est refusée
      Étant donné un usager pré-inscrit
      Et <attente> s'écoulent
      Quand l'usager demande un nouveau code avec la même adresse
      Alors la nouvelle demande est refusée
      Et l'usager reçoit un seul courriel d'activation

      Exemples: pendant le délai
        | attente                   |
        | 2 minutes                 |
        | 47 heures et 55 minutes   |

    @C58 @avertissement
    Scénario: 48 heures juste après l'envoi d'un code, une nouvelle demande est encore refusée, selon nous
      Étant donné un usager pré-inscrit
      Et 48 heures s'écoulent
      Quand l'usager demande un nouveau code avec la même adresse
      Alors la nouvelle demande est refusée

    @G07
    Scénario: Le refus d'une nouvelle demande dit jusqu'à quand elle est impossible
      Étant donné il est 13:00:00 à Paris le 22/08/2023
      Et un usager pré-inscrit
      Quand l'usager demande un nouveau code avec la même adresse
      Alors la nouvelle demande est refusée
      Et le refus annonce l'échéance du 24/08/2023 à 13:00

    @EP2-2-56
    Scénario: Une demande refusée n'ôte rien au code déjà envoyé
      Étant donné un usager pré-inscrit
      Et l'usager a demandé un nouveau code avec la même adresse
      Quand l'usager active son espace
      Alors l'espace est activé

  Règle: Passé ce délai, il ne reste rien de la demande, et tout est à refaire

    @EP2-2-55 @EP2-2-58
    Scénario: Toute la procédure refaite, un autre code active l'espace
      Étant donné un usager pré-inscrit
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager refait toute la demande et active son espace avec le nouveau code
      Alors l'espace est activé
      Et l'usager a reçu deux codes différents

    @EP2-2-55
    Scénario: Toute la procédure refaite, le premier code reste inopérant
      Étant donné un usager pré-inscrit
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager refait toute la demande puis donne son premier code
      Alors l'activation est refusée
      Et l'usager ne peut pas se connecter à son espace

    @EP2-2-62
    Scénario: Sans activation dans le délai, l'adresse redevient libre
      Étant donné un usager pré-inscrit
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager demande un nouveau code avec la même adresse
      Alors la nouvelle demande est acceptée

    @G11
    Scénario: L'adresse redevient libre dès l'échéance passée
      Étant donné un usager pré-inscrit
      Et 48 heures et 1 seconde s'écoulent
      Quand l'usager demande un nouveau code avec la même adresse
      Alors la nouvelle demande est acceptée

    @G43
    Scénario: Passé le délai, le formulaire ne garde rien de la demande précédente
      Étant donné un usager pré-inscrit
      Et 48 heures et 5 minutes s'écoulent
      Quand l'usager suit la création jusqu'à l'écran « Formulaire inscription »
      Alors le formulaire ne garde rien de la demande précédente
      Et l'usager ne peut pas se connecter à son espace
