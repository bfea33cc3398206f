# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 2. Écran « Vérification »
  Deuxième écran : l'usager répond aux trois questions de confiance de son espace à certificat.

  Règle: L'écran pose les trois questions de l'espace

    @EP4-2-13 @EP4-2-14
    Scénario: Les questions sont celles de l'espace, dans leur ordre, sous le numéro donné
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : le sien
      Alors l'écran pose les trois questions de l'espace, dans leur ordre
      Et l'écran rappelle le numéro d'abonné donné

    @EP4-2-14 @avertissement
    Scénario: Le numéro rappelé ne peut pas être modifié
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : le sien
      Alors l'écran « Vérification » s'affiche
      Et rien de ce qu'il rappelle ne peut être modifié

  Règle: L'écran permet de revenir, d'effacer ou de continuer

    @EP4-2-15
    Scénario: « Effacer » vide les trois réponses
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Et l'usager a saisi ses trois réponses
      Quand l'usager efface l'écran
      Alors plus aucune des trois réponses n'est affichée

    @EP4-2-15
    Scénario: « Etape précédente » ramène au numéro d'abonné
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Numéro d'abonné » s'affiche

  Règle: Les trois réponses, et elles seules, font reconnaître l'espace

    @EP4-2-16
    Scénario: Trois bonnes réponses mènent au choix des identifiants
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Quand l'usager donne ses trois réponses
      Alors l'écran « Identifiants » s'affiche

    @EP4-2-16
    Plan du scénario: Trois réponses, <lesquelles>, sont refusées
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Quand l'usager donne trois réponses, <lesquelles>
      Alors les réponses sont refusées

      Exemples: une seule fausse, ou chacune à la place d'une autre
        | lesquelles           |
        | la première fausse   |
        | la deuxième fausse   |
        | la troisième fausse  |
        | les trois permutées  |

    @EP4-2-16 @avertissement
    Scénario: Le refus ne dit pas laquelle des réponses est fausse, selon nous
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Quand l'usager se trompe à la première réponse, puis à la troisième
      Alors les deux refus n'en disent pas plus l'un que l'autre

    @G03
    Scénario: Ni les majuscules ni les accents ne comptent
      Étant donné un usager dont l'espace est à certificat, et la première réponse de confiance « Noémie »
      Et l'usager est rendu à l'écran « Vérification » de l'option
      Quand l'usager donne ses trois réponses, la première sous la forme « NOEMIE »
      Alors l'écran « Identifiants » s'affiche

    @G03
    Scénario: Un trait d'union ne vaut pas un espace
      Étant donné un usager dont l'espace est à certificat, et la première réponse de confiance « Marie-Ange »
      Et l'usager est rendu à l'écran « Vérification » de l'option
      Quand l'usager donne ses trois réponses, la première sous la forme « Marie Ange »
      Alors les réponses sont refusées

  Règle: Les essais sont comptés

    @G01
    Scénario: Après cinq essais manqués, les bonnes réponses ne suffisent plus
      Étant donné un usager rendu à l'écran « Vérification » de l'option
      Et l'usager s'est trompé 5 fois dans ses trois réponses
      Quand l'usager reprend l'option et donne ses trois réponses
      Alors les réponses sont refusées
