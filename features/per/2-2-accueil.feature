# language: fr
Fonctionnalité: Péremption du mot de passe - 2. L'accueil de l'espace à l'approche de l'échéance
  En haut à gauche de l'accueil : la date d'expiration, les jours qui restent et le lien pour changer de mot de passe.

  Règle: L'accueil donne la date d'expiration, les jours qui restent et le lien

    @PER-2-7 @PER-2-11
    Scénario: L'accueil montre à qui est l'espace et quand expire son mot de passe
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 10:00:00 à Paris le 07/07/2024
      Quand l'usager entre dans son espace
      Alors son espace s'affiche à son nom
      Et son espace porte le même numéro d'abonné de 14 chiffres
      Et son espace affiche une expiration au 22/07/2024
      Et son espace compte les jours comme le site l'a déclaré
      Et son espace propose « Modifier le mot de passe »

    @PER-2-8 @C10
    Plan du scénario: Le <jour>, l'accueil compte les jours qui restent
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est <heure> à Paris le <jour>
      Quand l'usager entre dans son espace
      Alors son espace compte les jours comme le site l'a déclaré

      Exemples: 58 jours, puis 2 jours avant l'échéance
        | jour       | heure    |
        | 25/05/2024 | 12:00:00 |
        | 20/07/2024 | 12:00:00 |

      @avertissement @G23
      Exemples: de part et d'autre de minuit à Paris
        | jour       | heure    |
        | 07/07/2024 | 23:59:59 |
        | 08/07/2024 | 00:00:00 |

    @G25
    Plan du scénario: Le <jour>, le décompte est en bon français
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 12:00:00 à Paris le <jour>
      Quand l'usager entre dans son espace
      Alors le décompte s'écrit comme il faut, au singulier, au pluriel ou au dernier jour

      Exemples: l'avant-dernier et le dernier jour
        | jour       |
        | 21/07/2024 |
        | 22/07/2024 |

  Règle: L'accueil explique l'alerte et garde ses rubriques

    @PER-2-8 @PER-2-9 @avertissement
    Scénario: L'accueil avertit avec les mots de la fiche
      Étant donné un usager dont le mot de passe expire dans 15 jours
      Quand l'usager entre dans son espace
      Alors l'écran affiche
        | texte |
        | Attention, votre accès sera bloqué dans 15 jours |
        | Votre mot de passe expire bientôt. Afin d'éviter le blocage de votre accès, nous vous invitons à le modifier dès maintenant en cliquant sur le lien "Modifier le mot de passe". |

    @PER-2-10 @PER-2-12
    Scénario: Les rubriques et les liens de l'accueil restent à leur place
      Étant donné un usager dont l'espace contient des services, et dont le mot de passe expire dans 15 jours
      Quand l'usager entre dans son espace
      Alors l'écran affiche
        | texte               |
        | MES AUTRES SERVICES |
        | MES SERVICES        |
        | Espace pro.         |
        | Impots.gouv.fr      |
        | Quitter             |
      Et son espace propose, sous « MON ESPACE »
        | lien               |
        | Gérer les services |
