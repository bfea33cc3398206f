# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Écran « Formulaire inscription »
  Troisième écran de la création : qui est l'usager, où il habite, sa question de confiance et la réponse.

  Règle: L'écran dit où l'on en est et ce qui est obligatoire

    @EP2-2-37
    Scénario: Le formulaire d'inscription est la troisième étape
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Formulaire inscription »
      Alors l'étape en cours est « Formulaire inscription »
      Et l'écran signale des champs obligatoires

    @EP2-2-37 @avertissement
    Scénario: Les champs obligatoires sont annoncés dans les mots de la fiche
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Formulaire inscription »
      Alors l'écran affiche
        | texte |
        | Remplissez votre formulaire d'inscription                      |
        | Les champs marqués d'un astérisque (*) doivent être renseignés. |

    @EP2-2-38 @EP2-2-41 @avertissement
    Scénario: Les onze lignes sur l'usager se suivent dans l'ordre de la fiche
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Formulaire inscription »
      Alors l'écran présente dans l'ordre
        | ligne                             |
        | Nom                               |
        | Prénom                            |
        | Téléphone                         |
        | Adresse électronique de connexion |
        | Numéro de voie                    |
        | Nature de la voie                 |
        | Libellé de la voie                |
        | Complément d'adresse              |
        | Code postal                       |
        | Ville                             |
        | Pays                              |

    @EP2-2-40
    Scénario: Trois boutons permettent de revenir, d'effacer ou de continuer
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Formulaire inscription »
      Alors l'écran propose les commandes
        | commande         |
        | Etape précédente |
        | Effacer          |
        | Continuer        |

  Règle: Cinq champs sur l'usager sont obligatoires, les autres non

    @EP2-2-38
    Plan du scénario: Sans « <champ> », la procédure n'avance pas
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran sauf « <champ> »
      Alors la procédure reste à l'écran « Formulaire inscription »

      Exemples: les champs obligatoires
        | champ     |
        | Nom       |
        | Prénom    |
        | Téléphone |
        | Ville     |
        | Pays      |

    @EP2-2-38 @avertissement
    Plan du scénario: Des espaces seuls ne remplissent pas « <champ> »
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran avec trois espaces pour « <champ> »
      Alors la procédure reste à l'écran « Formulaire inscription »

      Exemples: les champs obligatoires
        | champ     |
        | Nom       |
        | Prénom    |
        | Téléphone |
        | Ville     |
        | Pays      |

    @EP2-2-38 @EP2-2-47
    Scénario: Les champs obligatoires suffisent pour avancer
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager ne remplit que les champs obligatoires
      Alors l'écran « Récapitulatif » s'affiche
      Et le récapitulatif reprend l'identité, le téléphone et l'adresse postale tels qu'ils ont été saisis

    @EP2-2-38 @avertissement
    Scénario: Après un refus, ce qui était bien rempli est gardé
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran sauf « Ville »
      Alors la procédure reste à l'écran « Formulaire inscription »
      Et la saisie est gardée

    @G16
    Plan du scénario: Une erreur est signalée quand il manque « <champ> »
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran sauf « <champ> »
      Alors une erreur est signalée à l'écran « Formulaire inscription »

      Exemples:
        | champ                              |
        | Nom                                |
        | Réponse à la question de confiance |

    @G29
    Plan du scénario: Le formulaire admet « <valeur> » pour « <champ> »
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran avec « <valeur> » pour « <champ> »
      Alors l'écran « Récapitulatif » s'affiche
      Et le récapitulatif reprend l'identité, le téléphone et l'adresse postale tels qu'ils ont été saisis

      Exemples: apostrophe, tiret, accents
        | champ     | valeur             |
        | Nom       | O'Neil-Ünal        |
        | Prénom    | Marie-Anaïs        |

      Exemples: téléphone étranger
        | champ     | valeur             |
        | Téléphone | +44 20 7946 0018   |

    @G29
    Scénario: Le formulaire admet une adresse postale sans code postal
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran sauf « Code postal »
      Alors l'écran « Récapitulatif » s'affiche

  Règle: L'adresse de connexion ne se modifie pas ici

    @EP2-2-43
    Scénario: L'adresse de connexion est celle de l'écran précédent, en lecture seule
      Étant donné un usager rendu à l'écran « Identifiants » de la création
      Quand l'usager demande un espace avec son adresse
      Alors l'écran « Formulaire inscription » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée
      Et rien de ce qu'il rappelle ne peut être modifié

    @EP2-2-43
    Scénario: Changée en dépit de l'écran, l'adresse n'est pas prise
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager change l'adresse en dépit de l'écran et continue
      Alors l'adresse ainsi changée n'est reprise nulle part

    @EP2-2-43
    Scénario: « Etape précédente » permet de changer d'adresse
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Et l'usager est revenu à l'étape précédente
      Quand l'usager demande un espace avec sa seconde adresse
      Alors l'écran « Formulaire inscription » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

  Règle: La question de confiance se choisit dans une liste et la réponse est obligatoire

    @EP2-2-45
    Scénario: La première question de la liste est choisie d'avance
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Formulaire inscription »
      Alors la question choisie d'avance est « Quel est votre surnom ? »
      Et c'est la première de la liste, qui en compte plusieurs

    @EP2-2-45 @EP2-2-39
    Scénario: Une autre question peut être choisie
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit le formulaire avec la dernière question de la liste
      Alors l'écran « Récapitulatif » s'affiche
      Et le récapitulatif montre la question et la réponse choisies

    @EP2-2-44 @avertissement
    Scénario: Une question porte sur le prénom du conjoint
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit le formulaire avec la question sur le prénom du conjoint
      Alors l'écran « Récapitulatif » s'affiche
      Et le récapitulatif montre la question et la réponse choisies

    @EP2-2-44 @avertissement
    Scénario: La question sur le conjoint est posée dans les mots de la fiche
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Formulaire inscription »
      Alors la liste offre la question « Le prénom de votre conjoint(e) ? »

    @EP2-2-39
    Scénario: La réponse est obligatoire
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran sauf « Réponse à la question de confiance »
      Alors la procédure reste à l'écran « Formulaire inscription »

    @G27
    Scénario: Une réponse faite d'espaces est refusée
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager remplit tout l'écran avec trois espaces pour « Réponse à la question de confiance »
      Alors la procédure reste à l'écran « Formulaire inscription »

    @G28
    Scénario: La question choisie est celle que rappelle « Mot de passe oublié »
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Et l'usager a rempli le formulaire avec la dernière question de la liste
      Quand l'usager mène à leur terme sa création et son activation
      Alors « Mot de passe oublié » rappelle la question choisie et admet la réponse

  Règle: « Etape précédente » garde la saisie, « Effacer » la vide

    @G34
    Scénario: Au retour sur les identifiants, l'adresse est gardée mais pas le mot de passe
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Quand l'usager revient à l'étape précédente
      Alors l'adresse est restée saisie
      Et les deux champs du mot de passe sont vides et masqués

    @G34
    Scénario: Un formulaire commencé se retrouve après un détour par les identifiants
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Et l'usager a commencé à remplir le formulaire
      Et l'usager est revenu à l'étape précédente
      Quand l'usager demande un espace avec son adresse
      Alors l'écran « Formulaire inscription » s'affiche
      Et la saisie est gardée

    @G34
    Scénario: « Effacer » vide aussi ce que le formulaire avait gardé
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Et l'usager a commencé à remplir le formulaire
      Et l'usager y est revenu après un détour par les identifiants
      Quand l'usager efface sa saisie
      Alors plus rien de la saisie n'est affiché

    @G34
    Scénario: « Effacer » vide les champs de l'écran, mais pas l'adresse de connexion
      Étant donné un usager rendu à l'écran « Formulaire inscription » de la création
      Et l'usager a commencé à remplir le formulaire
      Quand l'usager efface sa saisie
      Alors plus rien de la saisie n'est affiché
      Et l'adresse de connexion reste celle de l'usager
