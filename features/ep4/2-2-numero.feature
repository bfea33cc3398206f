# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 2. Écran « Numéro d'abonné »
  Premier écran : le numéro d'abonné fait reconnaître l'espace à transformer.

  Règle: Le numéro d'abonné d'un espace à certificat mène aux trois questions

    @EP4-2-12 @EP4-2-13
    Scénario: Le numéro de son espace mène l'usager à l'écran « Vérification »
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : le sien
      Alors l'écran « Vérification » s'affiche

    @EP4-2-12
    Plan du scénario: Un autre numéro n'ouvre pas la procédure : <numéro>
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : <numéro>
      Alors le numéro n'ouvre pas l'option

      Exemples: treize chiffres, quinze, et quatorze dont un n'est pas le bon
        | numéro                           |
        | le sien sans son dernier chiffre |
        | le sien précédé d'un chiffre     |
        | le sien au dernier chiffre près  |

    @G47
    Scénario: Le numéro peut être saisi en groupes de chiffres
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : le sien, en groupes de chiffres
      Alors l'écran « Vérification » s'affiche

    @G16
    Scénario: Un numéro refusé est signalé comme une erreur
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager donne pour numéro d'abonné : quatorze lettres
      Alors une erreur est signalée à l'écran « Numéro d'abonné »

  Règle: L'écran dit quoi faire et permet d'effacer ou de continuer

    @EP4-2-12
    Scénario: « Effacer » vide le champ
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Et l'usager a saisi son numéro
      Quand l'usager efface l'écran
      Alors le numéro n'est plus affiché

    @EP4-2-11
    Plan du scénario: L'écran « <écran> » dit en deux points comment s'identifier
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « <écran> »
      Alors l'écran affiche
        | texte |
        | Pour changer de mode d'accès tout en conservant votre espace professionnel, il faut d'abord vous identifier : |
        | Saisissez votre n° d'abonné puis validez |
        | Après validation, veuillez répondre aux 3 questions de confiance |
        | NB : toutes ces informations figurent sur la fiche d'inscription relative à votre espace professionnel avec certificat. |

      Exemples:
        | écran           |
        | Numéro d'abonné |
        | Vérification    |

    @EP4-2-10 @EP4-2-12 @avertissement
    Scénario: L'écran porte les mots de la fiche
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Numéro d'abonné »
      Alors l'écran s'intitule « Opter pour l'accès sans certificat »
      Et l'écran affiche
        | texte                                                           |
        | Identification                                                  |
        | 14 chiffres                                                     |
        | Les champs marqués d'un astérisque (*) doivent être renseignés. |
      Et l'écran propose les commandes
        | commande  |
        | Quitter   |
        | Effacer   |
        | Continuer |

    @G35
    Scénario: « Quitter » ramène à l'accueil du site
      Étant donné un usager rendu à l'écran « Numéro d'abonné » de l'option
      Quand l'usager quitte la procédure
      Alors l'accueil du site s'affiche
