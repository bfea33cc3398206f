# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 4.3 Sauvegarde des informations récapitulatives
  De la page de confirmation, l'usager garde un document qui récapitule les informations de son espace.

  Règle: Le lien donne un document PDF, avec la nouvelle adresse

    @EP5-4.3-1 @EP5-1.3-3 @EP5-4.2.2-9
    Scénario: Le lien donne un document PDF qui se lit
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document se lit
      Et il s'annonce comme un document PDF

    @EP5-4.3-3 @C15
    Scénario: Le récapitulatif donne l'identité, le téléphone et l'adresse postale
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document donne son nom
      Et le document donne son prénom
      Et le document donne son téléphone
      Et le document donne, de son adresse postale, la voie et le pays

    @EP5-1.3-4 @EP5-4.3-4 @C17
    Scénario: Le récapitulatif donne le numéro d'abonné, la nouvelle adresse et la question de confiance
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document donne son adresse
      Et le document donne son numéro d'abonné
      Et le document porte la question de confiance de l'usager

    @C11
    Scénario: Le récapitulatif donne ou tait la réponse, selon le choix déclaré du site
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document suit le choix déclaré du site sur la réponse

    @EP5-4.3-2
    Scénario: Le récapitulatif porte les titres de la fiche
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document affiche
        | titre                                     |
        | VOTRE ESPACE PROFESSIONNEL                |
        | RECAPITULATIF DE VOS DONNEES PERSONNELLES |
        | Vos coordonnées                           |

    @EP5-4.3-5
    Scénario: Le récapitulatif est daté de l'instant de sa création
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 14:09:36 à Paris le 22/08/2023
      Et l'usager vient d'activer sa nouvelle adresse
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document se dit créé le 22/08/2023 à 14h09mn36s

    @G31
    Scénario: Personne d'autre ne peut ouvrir le récapitulatif du changement
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le même lien, ouvert d'un autre appareil, ne donne pas le document

  Règle: Le récapitulatif n'est pas une condition, et se retrouve dans l'espace

    @EP5-4.3-7
    Scénario: Le récapitulatif se retrouve depuis l'espace, avec la nouvelle adresse
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Et l'usager est connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document donne son adresse
      Et le document porte la question de confiance de l'usager
