# language: fr
Fonctionnalité: Mot de passe oublié - 2. Écran « Adresse électronique de connexion »
  Premier écran de la procédure : l'adresse de l'espace et une image à recopier.

  Règle: La barre d'étapes annonce les quatre étapes et montre où l'on en est

    @EP6-2-10
    Plan du scénario: À l'écran « <écran> », l'étape « <étape> » est mise en évidence
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit la procédure jusqu'à l'écran « <écran> »
      Alors la barre d'étapes annonce « Adresse électronique de connexion > Réponse à la question de confiance > Nouveau mot de passe > Récapitulatif »
      Et l'étape en cours est « <étape> »

      Exemples:
        | écran                              | étape                              |
        | Adresse électronique de connexion  | Adresse électronique de connexion  |
        | Réponse à la question de confiance | Réponse à la question de confiance |
        | Saisie du nouveau mot de passe     | Nouveau mot de passe               |
        | Récapitulatif                      | Récapitulatif                      |

    @EP6-2-10 @avertissement
    Plan du scénario: L'écran « <écran> » porte le nom de la procédure
      Étant donné un usager dont l'espace est actif
      Quand l'usager suit la procédure jusqu'à l'écran « <écran> »
      Alors l'écran s'intitule « Mot de passe oublié »

      Exemples:
        | écran                              |
        | Adresse électronique de connexion  |
        | Réponse à la question de confiance |
        | Saisie du nouveau mot de passe     |
        | Récapitulatif                      |

  Règle: L'adresse est obligatoire

    @EP6-2-11
    Scénario: Sans adresse, la procédure n'avance pas
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager ne donne pas d'adresse et recopie l'image
      Alors la procédure reste à l'écran « Adresse électronique de connexion »

    @G04
    Plan du scénario: Avec une adresse mal formée, la procédure n'avance pas : <adresse>
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne l'adresse « <adresse> » et recopie l'image
      Alors la procédure reste à l'écran « Adresse électronique de connexion »

      Exemples: sans arobase, sans nom, et de plus de 100 caractères
        | adresse                |
        | usager.exemple.test    |
        | @exemple.test          |
        | une.adresse.qui.compte.cent.un.signes@un-domaine-dont-le-nom-est-long-tres-tres-tresssss.exemple.test |

    @EP6-2-11 @avertissement
    Scénario: L'écran dit quels champs sont obligatoires et montre la forme d'une adresse
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Mot de passe oublié »
      Alors l'écran affiche
        | texte                                                           |
        | Les champs marqués d'un astérisque (*) doivent être renseignés. |
      Et le champ de l'adresse est marqué obligatoire et montre l'exemple « utilisateur@domaine »

    @G04
    Plan du scénario: Pour la procédure, l'adresse se reconnaît sans tenir compte des majuscules ni des espaces autour
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne <adresse> et recopie l'image
      Alors l'écran « Réponse à la question de confiance » s'affiche
      Et il rappelle l'adresse et la question de l'usager

      Exemples:
        | adresse                          |
        | son adresse en majuscules        |
        | son adresse entourée d'espaces   |

  Règle: L'image doit être recopiée

    @EP6-2-12
    Plan du scénario: Mal recopiée, l'image arrête la procédure : <saisie>
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et, pour l'image, <saisie>
      Alors la procédure reste à l'écran « Adresse électronique de connexion »

      Exemples:
        | saisie                          |
        | rien                            |
        | un signe de moins               |
        | autant de signes, tous faux     |

      @avertissement
      Exemples: un signe de trop, que le champ peut aussi ne pas accepter
        | saisie                          |
        | un signe de plus                |

    @EP6-2-12
    Scénario: « Changer l'image » donne une autre image, et l'ancienne ne vaut plus
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager change l'image puis recopie l'ancienne
      Alors l'image affichée n'est plus la même
      Et la procédure reste à l'écran « Adresse électronique de connexion »

    @EP6-2-12 @C19
    Scénario: L'extrait sonore peut s'écouter
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager écoute l'extrait sonore
      Alors le site envoie un son lisible

    @G36
    Scénario: L'image se recopie en majuscules comme en minuscules
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et, pour l'image, les bons signes en majuscules
      Alors l'écran « Réponse à la question de confiance » s'affiche

    @G36
    Scénario: Une image ne sert qu'une fois
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager revient en arrière et redonne la même image
      Alors la procédure reste à l'écran « Adresse électronique de connexion »

    @G36
    Plan du scénario: Une image vaut dix minutes
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Et <attente> s'écoulent
      Quand l'usager donne son adresse et recopie l'image
      Alors l'écran « <écran> » s'affiche

      Exemples:
        | attente                   | écran                              |
        | 9 minutes et 59 secondes  | Réponse à la question de confiance |
        | 10 minutes et 1 seconde   | Adresse électronique de connexion  |

  Règle: « Continuer » ouvre l'écran suivant, et rien ne ramène avant le premier

    @EP6-2-13
    Scénario: Adresse et image justes mènent à la question de confiance
      Étant donné un usager rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et recopie l'image
      Alors l'écran « Réponse à la question de confiance » s'affiche

    @EP6-2-13 @avertissement
    Scénario: Le premier écran n'a pas d'étape précédente
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Mot de passe oublié »
      Alors l'écran propose « Continuer » mais pas « Etape précédente »

  Règle: Le site ne révèle pas quelles adresses ont un espace

    @G02
    Plan du scénario: Une adresse <adresse> reçoit une question comme les autres, mais aucune réponse n'est bonne
      Étant donné un usager <état>
      Et l'usager est rendu à l'écran « Adresse électronique de connexion »
      Quand l'usager donne son adresse et recopie l'image
      Alors une question de confiance s'affiche, toujours la même pour cette adresse
      Et aucune réponse n'est acceptée
      Et aucun courriel n'est envoyé à l'usager

      Exemples:
        | adresse        | état                           |
        | inconnue       | sans espace                    |
        | pré-inscrite   | dont l'espace est pré-inscrit  |
        | à certificat   | dont l'espace est à certificat |

  Règle: Une erreur se voit à l'écran où elle se corrige

    @G16
    Plan du scénario: Une erreur est signalée à l'écran : <erreur>
      Étant donné un usager rendu à l'écran « <écran> »
      Quand l'usager se trompe : <erreur>
      Alors une erreur est signalée à l'écran « <écran> »

      Exemples:
        | écran                              | erreur                      |
        | Adresse électronique de connexion  | aucune adresse              |
        | Adresse électronique de connexion  | adresse mal formée          |
        | Adresse électronique de connexion  | image mal recopiée          |
        | Réponse à la question de confiance | aucune réponse              |
        | Réponse à la question de confiance | mauvaise réponse            |
        | Saisie du nouveau mot de passe     | mot de passe trop court     |
        | Saisie du nouveau mot de passe     | mot de passe en vigueur     |
        | Saisie du nouveau mot de passe     | confirmation différente     |

  Règle: Les écrans tiennent sur un téléphone

    @G49
    Plan du scénario: À l'écran « <écran> », rien ne déborde en largeur
      Étant donné un usager dont le navigateur est celui d'un téléphone
      Quand l'usager suit la procédure jusqu'à l'écran « <écran> »
      Alors l'écran tient dans la largeur du téléphone

      Exemples:
        | écran                              |
        | Adresse électronique de connexion  |
        | Réponse à la question de confiance |
        | Saisie du nouveau mot de passe     |
        | Récapitulatif                      |
