# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Écran « Conditions générales »
  Premier écran de la création : les conditions générales à accepter et une image à recopier.

  Règle: Chaque écran de la création porte son titre et la barre des cinq étapes

    @EP2-2-13
    Scénario: La barre annonce les cinq étapes et montre où l'on en est
      Étant donné un usager sans espace
      Quand l'usager suit la création d'un bout à l'autre
      Alors chaque écran annonce « Conditions générales > Identifiants > Formulaire inscription > Récapitulatif > Enregistrement »
      Et chaque écran met en évidence sa propre étape

    @EP2-2-13 @avertissement
    Scénario: Chaque écran porte le nom de la procédure
      Étant donné un usager sans espace
      Quand l'usager suit la création d'un bout à l'autre
      Alors chaque écran s'intitule « Créer votre espace professionnel »

    @G49
    Scénario: Les écrans de la création tiennent dans la largeur d'un téléphone
      Étant donné un usager sans espace, dont le navigateur est celui d'un téléphone
      Quand l'usager suit la création d'un bout à l'autre
      Alors aucun écran ne déborde de la largeur du téléphone

  Règle: Les conditions générales doivent être acceptées

    @EP2-2-14 @EP2-1.4-2
    Scénario: L'image recopiée sans accepter les conditions, la procédure n'avance pas
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Quand l'usager recopie l'image sans accepter les conditions
      Alors la procédure reste à l'écran « Conditions générales »

    @EP2-2-14 @avertissement
    Scénario: L'écran demande d'accepter les conditions, par une case qui n'est pas cochée d'avance
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Conditions générales »
      Alors l'écran affiche
        | texte                                                                                          |
        | Acceptez les conditions générales                                                              |
        | Les champs marqués d'un astérisque (*) doivent être renseignés.                                |
        | Je reconnais avoir pris connaissance des conditions générales et les accepte sans restriction. |
      Et la case des conditions n'est pas cochée

    @EP2-2-16
    Scénario: Les conditions générales se lisent depuis l'écran
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Quand l'usager ouvre les conditions générales
      Alors un document présente les conditions générales

    @C67
    Scénario: Lire les conditions ne coche pas la case et ne fait rien perdre
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Et l'usager a commencé à recopier l'image
      Quand l'usager ouvre les conditions générales
      Alors la case des conditions n'est pas cochée
      Et le début de l'image recopiée est resté saisi

  Règle: L'image doit être recopiée

    Plan du scénario: Les conditions acceptées, l'image mal recopiée arrête la procédure : <saisie>
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Quand l'usager accepte les conditions et, pour l'image, <saisie>
      Alors la procédure reste à l'écran « Conditions générales »

      @EP2-2-15 @EP2-1.4-2
      Exemples: rien, trop peu ou tout faux
        | saisie                          |
        | rien                            |
        | un signe de moins               |
        | autant de signes, tous faux     |

      @EP2-2-15 @EP2-1.4-2 @avertissement
      Exemples: un signe de trop, que le champ peut aussi ne pas accepter
        | saisie                          |
        | un signe de plus                |

    @EP2-1.4-2 @avertissement
    Scénario: L'image compte six signes
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Conditions générales »
      Alors l'image à recopier compte 6 signes

    @EP2-2-15
    Scénario: « Changer l'image » donne une autre image, et la première ne vaut plus
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Quand l'usager change l'image puis recopie l'ancienne
      Alors l'image affichée n'est plus la même
      Et la procédure reste à l'écran « Conditions générales »

    @EP2-2-15 @C19
    Scénario: L'écran des conditions offre une autre image, un extrait sonore et de continuer
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Conditions générales »
      Alors l'écran propose les commandes
        | commande                 |
        | Changer l'image          |
        | Ecouter l'extrait sonore |
        | Continuer                |

    @EP2-2-15 @C19 @avertissement
    Scénario: L'extrait sonore de l'image peut s'écouter
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Quand l'usager écoute l'extrait sonore
      Alors le site envoie un son lisible

    @G36
    Scénario: L'image de la création se recopie en majuscules comme en minuscules
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Quand l'usager accepte les conditions et, pour l'image, les bons signes en majuscules
      Alors l'écran « Identifiants » s'affiche

    @G36
    Scénario: L'image de la création ne sert qu'une fois
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager revient en arrière et redonne la même image
      Alors la procédure reste à l'écran « Conditions générales »

    @G36
    Plan du scénario: L'image de la création vaut dix minutes
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Et <attente> s'écoulent
      Quand l'usager accepte les conditions et recopie l'image
      Alors l'écran « <écran> » s'affiche

      Exemples:
        | attente                   | écran                 |
        | 9 minutes et 59 secondes  | Identifiants          |
        | 10 minutes et 1 seconde   | Conditions générales  |

  Règle: « Continuer » mène aux identifiants

    @EP2-2-17
    Scénario: Conditions acceptées et image recopiée mènent aux identifiants
      Étant donné un usager rendu à l'écran « Conditions générales » de la création
      Quand l'usager accepte les conditions et recopie l'image
      Alors l'écran « Identifiants » s'affiche

  Règle: Quitter avant de valider n'enregistre rien

    @G35
    Plan du scénario: « Quitter », à l'écran « <écran> » de la création, ramène à l'accueil du site
      Étant donné un usager rendu à l'écran « <écran> » de la création
      Quand l'usager quitte la procédure
      Alors l'accueil du site s'affiche

      Exemples:
        | écran                  |
        | Conditions générales   |
        | Identifiants           |
        | Formulaire inscription |

    @G09
    Scénario: Qui quitte le récapitulatif sans valider ne reçoit rien et garde son adresse libre
      Étant donné un usager rendu à l'écran « Récapitulatif » de la création
      Quand l'usager quitte la procédure
      Alors aucun courriel n'est envoyé à l'usager
      Et l'usager peut refaire une demande avec la même adresse
