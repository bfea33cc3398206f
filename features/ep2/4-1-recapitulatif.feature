# language: fr
Fonctionnalité: Créer un espace professionnel expert - 4. Sauvegarde des informations récapitulatives
  De la page de confirmation, l'usager garde un document qui récapitule les informations de son espace.

  Règle: Le lien donne un document PDF, qui porte ce que l'usager a donné

    @EP2-4-2
    Scénario: Le lien donne un document PDF qui se lit
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document se lit

    @EP2-4-4 @C15
    Scénario: Le récapitulatif donne l'identité, le téléphone et l'adresse postale
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document donne son nom
      Et le document donne son prénom
      Et le document donne son téléphone
      Et le document donne, de son adresse postale, la voie et le pays
      Et le document donne, de son adresse postale, le code postal et la ville

    @EP2-4-4 @C17
    Scénario: Le récapitulatif donne l'adresse électronique où le code a été envoyé
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document donne son adresse

    @EP2-4-4 @C13
    Scénario: Le récapitulatif donne le numéro d'abonné affiché à l'écran
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document donne son numéro d'abonné

    @EP2-4-5
    Scénario: Le récapitulatif donne la question de confiance choisie
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document porte la question de confiance de l'usager

    @C11
    Scénario: Le récapitulatif donne ou tait la réponse, selon le choix déclaré du site
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document suit le choix déclaré du site sur la réponse

    @EP2-4-3
    Scénario: Le récapitulatif porte les titres de la fiche
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document affiche
        | titre              |
        | FINANCES PUBLIQUES |
        | VOS COORDONNEES    |
        | RECAPITULATIF      |
        | Votre identité     |

    @EP2-4-2 @G32 @avertissement
    Scénario: Le récapitulatif s'annonce comme un PDF, tient sur une page A4 et dit son titre et sa langue
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document tient sur une page A4 avec un titre et la langue française
      Et il s'annonce comme un document PDF

  Règle: Il porte la date et l'heure de sa création

    @EP2-4-6
    Scénario: Le récapitulatif est daté de l'instant de sa création
      Étant donné il est 15:47:26 à Paris le 10/10/2024
      Et un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document se dit créé le 10/10/2024 à 15h47mn26s

    @EP2-4-6 @G23 @avertissement
    Scénario: Le récapitulatif est daté à l'heure de Paris, un nouvel an à minuit passé
      Étant donné il est 00:05:09 à Paris le 01/01/2024
      Et un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document se dit créé le 01/01/2024 à 00h05mn09s

  Règle: Seul l'usager peut l'ouvrir, et il le retrouve dans son espace

    @G31
    Scénario: Personne d'autre ne peut ouvrir le récapitulatif de l'activation
      Étant donné un usager rendu à l'écran « Récapitulatif » de l'activation
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le même lien, ouvert d'un autre appareil, ne donne pas le document

    @EP2-4-7
    Scénario: Le récapitulatif se retrouve depuis l'espace créé
      Étant donné un usager qui vient d'activer son espace
      Et l'usager est connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document donne son nom
      Et le document donne son adresse
      Et le document porte la question de confiance de l'usager
