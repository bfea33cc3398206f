# language: fr
Fonctionnalité: Mot de passe oublié - 1.5 Prérequis et récapitulatif d'inscription
  Il faut l'adresse électronique de l'espace et la réponse à la question de confiance.
  Ces informations figurent, pour l'essentiel, sur le récapitulatif remis à l'inscription.

  Règle: Il faut l'adresse électronique de l'espace

    @EP6-1.5-1
    Scénario: L'adresse de l'espace donne accès à sa question de confiance
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et recopie l'image
      Alors l'écran « Réponse à la question de confiance » s'affiche
      Et il rappelle l'adresse et la question de l'usager

    @EP6-1.5-1
    Scénario: L'adresse d'un autre espace n'y suffit pas
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Et un autre usager dont l'espace est actif
      Quand l'usager donne l'adresse de l'autre usager puis sa propre réponse
      Alors la réponse est refusée

  Règle: Il faut la réponse à la question de confiance

    @EP6-1.5-2
    Scénario: Sans réponse, l'écran du nouveau mot de passe reste fermé
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager ouvre directement la page du nouveau mot de passe
      Alors le nouveau mot de passe ne peut pas être saisi

  Règle: Le récapitulatif d'inscription porte ce qu'il faut pour retrouver l'accès

    @EP6-1.5-3 @EP6-1.5-6 @EP6-1.5-11
    Plan du scénario: Chaque ligne des coordonnées porte la donnée de l'usager : <ligne>
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document porte à la ligne « <ligne> » <donnée>

      Exemples:
        | ligne                              | donnée             |
        | Nom                                | son nom            |
        | Prénom                             | son prénom         |
        | N° d'abonné                        | son numéro d'abonné |
        | Téléphone                          | son téléphone      |
        | Adresse électronique de connexion  | son adresse        |

    @EP6-1.5-7
    Scénario: L'adresse postale y est entière, ville comprise
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document porte tous les éléments de son adresse postale

    @C15
    Scénario: Le nom et le prénom n'y sont pas intervertis
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document donne le nom de l'usager pour nom et son prénom pour prénom

    @EP6-1.5-9
    Scénario: La question de confiance y figure
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document porte la question de confiance de l'usager

    @C11
    Scénario: La réponse y figure ou non, selon la lecture déclarée
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document suit la lecture déclarée de la contradiction C11

    @EP6-1.5-5 @EP6-1.5-8
    Scénario: Ses titres sont ceux de la fiche
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document porte les titres
        | titre                                                |
        | FINANCES PUBLIQUES                                   |
        | VOTRE ESPACE PROFESSIONNEL                           |
        | RECAPITULATIF DE VOS DONNEES PERSONNELLES            |
        | Vos coordonnées                                      |
        | indispensable en cas de perte de votre mot de passe  |

    @EP6-1.5-10
    Plan du scénario: Il est daté de l'instant de sa création, à l'heure de Paris
      Étant donné un usager dont l'espace est actif depuis le 06/06/2023
      Et il est <heure> à Paris le <jour>
      Et l'usager est connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document se dit créé le <horodatage>

      Exemples: en plein jour
        | jour       | heure    | horodatage                  |
        | 26/10/2023 | 13:15:50 | 26/10/2023 à 13h15mn50s     |

      @avertissement @G23
      Exemples: à minuit, et à un changement d'année
        | jour       | heure    | horodatage                  |
        | 01/01/2024 | 00:00:00 | 01/01/2024 à 00h00mn00s     |
        | 01/01/2024 | 00:30:09 | 01/01/2024 à 00h30mn09s     |

    @G31
    Scénario: Personne d'autre ne peut l'ouvrir
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors la même adresse de page, ouverte ailleurs, ne donne pas le document

    @G32
    Scénario: Il tient sur une page A4 et dit son titre et sa langue
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif
      Alors le document tient sur une page A4 avec un titre et la langue française
