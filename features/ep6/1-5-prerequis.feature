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

    @EP6-1.5-6
    Plan du scénario: Le récapitulatif d'inscription donne <donnée>
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document donne <donnée>

      @EP6-1.5-3
      Exemples: l'adresse électronique de connexion
        | donnée              |
        | son adresse         |

      @EP6-1.5-11
      Exemples: le numéro d'abonné, de 14 chiffres
        | donnée              |
        | son numéro d'abonné |

      @C15
      Exemples: le nom et le prénom, chacun à sa place
        | donnée              |
        | son nom             |
        | son prénom          |

      Exemples: le téléphone
        | donnée              |
        | son téléphone       |

    @EP6-1.5-7
    Plan du scénario: Le récapitulatif d'inscription donne l'adresse postale : <éléments>
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document donne, de son adresse postale, <éléments>

      Exemples: ce que toutes les fiches montrent
        | éléments                   |
        | la voie et le pays         |

      @avertissement
      Exemples: ce que l'une ou l'autre omet
        | éléments                   |
        | le code postal et la ville |

    @EP6-1.5-9
    Scénario: Le récapitulatif d'inscription donne la question de confiance
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document porte la question de confiance de l'usager

    @C11
    Scénario: Le récapitulatif d'inscription donne ou tait la réponse, selon le choix déclaré du site
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document suit le choix déclaré du site sur la réponse

    @EP6-1.5-5
    Scénario: Le récapitulatif d'inscription porte les titres de la fiche
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document affiche
        | titre                                                |
        | FINANCES PUBLIQUES                                   |
        | VOTRE ESPACE PROFESSIONNEL                           |
        | RECAPITULATIF DE VOS DONNEES PERSONNELLES            |

    @EP6-1.5-8
    Scénario: Le récapitulatif d'inscription dit à quoi sert la question de confiance
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document affiche
        | mention                                              |
        | indispensable en cas de perte de votre mot de passe  |

    @EP6-1.5-10
    Scénario: Le récapitulatif d'inscription porte la date du jour
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document se dit créé aujourd'hui

    @EP6-1.5-10
    Plan du scénario: Le récapitulatif d'inscription est daté de l'instant de sa création, à l'heure de Paris
      Étant donné un usager dont l'espace est actif depuis le 06/06/2023
      Et il est <heure> à Paris le <jour>
      Et l'usager est connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
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
    Scénario: Personne d'autre ne peut ouvrir le récapitulatif d'inscription
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le même lien, ouvert d'un autre appareil, ne donne pas le document

    @G32
    Scénario: Le récapitulatif d'inscription tient sur une page A4 et dit son titre et sa langue
      Étant donné un usager connecté à son espace
      Quand l'usager enregistre son récapitulatif d'inscription
      Alors le document tient sur une page A4 avec un titre et la langue française
