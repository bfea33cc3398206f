# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Adresse électronique déjà prise
  L'adresse est l'identifiant unique de l'espace : celle d'un espace existant, même à certificat,
  ou d'une demande en cours ne permet pas d'en créer un autre.

  Règle: Une adresse électronique ne peut être associée qu'à un seul espace

    Plan du scénario: L'adresse d'un espace <état> ne permet pas d'en créer un autre
      Étant donné un usager dont l'espace est <état>
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse
      Alors l'adresse est refusée
      Et la procédure reste à l'écran « Identifiants »

      @EP2-2-18 @EP2-2-26 @C46
      Exemples: espace en service
        | état         |
        | actif        |

      @EP2-2-25 @EP2-2-28 @C46
      Exemples: espace avec certificat, nécessairement invalide
        | état         |
        | à certificat |

      @C46 @avertissement
      Exemples: demande en cours, refusée dès cet écran selon nous
        | état         |
        | pré-inscrit  |

    @EP2-2-34
    Scénario: L'espace qui porte l'adresse demandée reste tel qu'il est
      Étant donné un usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse et un autre mot de passe
      Alors l'adresse est refusée
      Et l'usager peut se connecter avec son mot de passe d'origine

    @EP2-2-26
    Scénario: Une demande refusée n'envoie aucun code
      Étant donné un usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse
      Alors l'adresse est refusée
      Et l'usager ne reçoit aucun code d'activation

    @EP2-2-34 @G04 @avertissement
    Plan du scénario: Une adresse prise l'est aussi quand l'usager donne <adresse>
      Étant donné un usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec <adresse>
      Alors l'adresse est refusée

      Exemples: la casse et les espaces autour ne font pas une autre adresse
        | adresse                        |
        | son adresse en majuscules      |
        | son adresse entourée d'espaces |

    @G04
    Scénario: Un « + » fait une autre adresse
      Étant donné un usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse suivie de « +tva »
      Alors l'écran « Formulaire inscription » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

  Règle: Le refus se lit à l'écran

    @avertissement
    Plan du scénario: Le refus de l'adresse d'un espace <état> est donné dans les mots de la fiche
      Étant donné un usager dont l'espace est <état>
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse
      Alors l'écran affiche
        | texte |
        | Cette adresse électronique est déjà associée à un autre espace professionnel, veuillez en saisir une autre ou vous mettre en relation avec le détenteur de cet espace. |

      @EP2-2-26
      Exemples: espace en service
        | état         |
        | actif        |

      @C48
      Exemples: espace avec certificat
        | état         |
        | à certificat |

    @EP2-2-28 @C48 @avertissement
    Scénario: La transformation de l'espace à certificat est proposée
      Étant donné un usager dont l'espace est à certificat
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse
      Alors l'écran propose d'opter pour l'accès avec une adresse et un mot de passe

    @C48
    Scénario: Le lien proposé mène à la page de départ de l'option
      Étant donné un usager dont l'espace est à certificat
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Et l'usager s'est vu refuser son adresse
      Quand l'usager suit le lien vers l'option
      Alors la page de départ de l'option s'affiche

    @G16
    Plan du scénario: Le refus de l'adresse d'un espace <état> est signalé comme une erreur
      Étant donné un usager dont l'espace est <état>
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse
      Alors une erreur est signalée à l'écran « Identifiants »

      Exemples:
        | état         |
        | actif        |
        | pré-inscrit  |

  Règle: Une autre adresse permet de poursuivre la création

    @EP2-2-33 @C62
    Scénario: L'adresse refusée se corrige sur place
      Étant donné un usager dont l'espace est actif
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Et l'usager s'est vu refuser son adresse
      Quand l'usager demande un espace avec sa seconde adresse
      Alors l'écran « Formulaire inscription » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

    @EP2-2-36
    Scénario: Un nouveau collaborateur doit prendre une autre adresse que celle de son cabinet
      Étant donné un usager sans espace
      Et deux collaborateurs de son cabinet, dont les espaces à certificat ont la même adresse
      Et l'usager est rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec l'adresse commune du cabinet
      Alors l'adresse est refusée
      Mais l'usager peut poursuivre la création avec son adresse

  Règle: De deux demandes pour la même adresse, la première validée l'emporte

    @G10
    Scénario: La seconde demande est refusée, même au moment de valider
      Étant donné un usager rendu à l'écran « Récapitulatif » de la création
      Et l'usager est rendu au même écran d'un autre appareil
      Quand l'usager valide du premier appareil, puis de l'autre
      Alors la demande de l'autre appareil est refusée
      Et l'usager ne reçoit qu'un seul code d'activation
