# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Courriel d'activation
  Le courriel qui part à la fin de la pré-inscription donne le code d'activation et dit comment s'en servir.

  Règle: Le courriel part du site vers l'adresse choisie, et elle seule

    @EP2-2-57 @C17
    Scénario: Le courriel d'activation part de l'expéditeur du site vers l'adresse choisie seule
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation vient de l'expéditeur déclaré du site
      Et il est remis à l'adresse de l'usager seule

    @EP2-2-57 @avertissement
    Scénario: Le courriel d'activation est daté de son envoi
      Étant donné il est 13:00:20 à Paris le 22/08/2023
      Et un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation est daté du 22/08/2023 à 13:00, heure de Paris

    @EP2-2-57 @avertissement
    Scénario: Le courriel d'activation a l'objet de la fiche, va à l'usager dans son en-tête aussi, sans pièce jointe
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'objet du courriel d'activation est « Espace professionnel - Création ou modification de l'espace »
      Et l'en-tête du courriel d'activation le dit adressé à l'usager
      Et le courriel d'activation n'a pas de pièce jointe

  Règle: Il donne un code de 12 caractères

    @EP2-2-58
    Scénario: Le courriel d'activation donne un code de 12 caractères
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation donne un code de 12 caractères

    @EP2-2-58 @avertissement
    Scénario: Le courriel d'activation prend acte de la demande avec les mots de la fiche, sans formule de salutation
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation commence par « Vous avez demandé la création d'un espace professionnel »
      Et il contient
        | texte                                                                                             |
        | ou vous y avez apporté une modification. Cette demande a bien été prise en compte.                |
        | Votre espace professionnel sera actif lorsque vous aurez saisi le code suivant :                  |
        | Remarque : ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois pour activer votre espace professionnel. |

  Règle: Il explique l'activation, à faire dans les 48 heures

    @EP2-2-59
    Scénario: Le courriel d'activation explique l'activation en cinq points
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation explique, dans cet ordre
        | point                                                                |
        | connectez-vous sur le site impots.gouv.fr                            |
        | situé en haut à droite de l'écran                                    |
        | cliquez sur "Activer mon espace / mes services"                      |
        | saisissez le code d'activation reçu ci-dessus et validez             |
        | saisissez l'adresse électronique de connexion à l'espace et validez  |

    @C39
    Scénario: Le bouton que nomme le courriel d'activation existe à l'accueil du site
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors l'accueil du site propose le bouton que le courriel d'activation nomme

    @EP2-2-60
    Scénario: Le courriel d'activation annonce le délai de 48 heures
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation annonce un délai de 48 heures

    @EP2-2-60 @avertissement
    Scénario: Le courriel d'activation dit d'où court le délai et remercie, avec les mots de la fiche
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation contient
        | texte                                                                                                                     |
        | Vous disposez d'un délai de 48 heures maximum pour activer votre espace professionnel à compter de l'envoi de ce message. |
        | La DGFIP vous remercie de l'intérêt que vous portez à ses services.                                                       |

  Règle: Il met en garde, et ne contient rien qui puisse servir à un autre

    @EP2-2-61
    Scénario: Le courriel d'activation demande de ne pas répondre et met en garde contre l'hameçonnage
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation contient
        | texte                                                                                              |
        | nous vous invitons à ne pas répondre à l'adresse électronique de ce message                        |
        | L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone) |
        | il s'agit sans doute d'un message de phishing                                                      |

    @EP2-2-61 @C40
    Scénario: Ni mot de passe, ni réponse de confiance, ni lien d'activation dans le courriel d'activation
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation est lisible
      Mais il ne contient ni mot de passe, ni réponse de confiance, ni lien vers la procédure

  Règle: Il se lit partout

    @G55
    Scénario: Le courriel d'activation se lit en texte simple comme en HTML, et n'invite pas à répondre
      Étant donné un usager sans espace
      Quand l'usager suit la création jusqu'à l'écran « Enregistrement »
      Alors le courriel d'activation a une version texte et une version HTML
      Et les deux versions du courriel donnent le même code
      Et le courriel d'activation n'a pas d'adresse de réponse

  Règle: Tant que l'espace n'est pas activé, il n'existe pas

    @EP2-2-63 @C43
    Scénario: Avant l'activation, la connexion est refusée
      Étant donné un usager pré-inscrit
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la connexion est refusée

    @EP2-2-63 @C43
    Scénario: Avant l'activation, « Mot de passe oublié » n'aboutit pas
      Étant donné un usager pré-inscrit
      Quand l'usager tente de changer son mot de passe par « Mot de passe oublié »
      Alors la procédure n'ouvre pas la saisie du nouveau mot de passe

    @G17
    Scénario: Avant l'activation, la connexion est refusée comme elle l'est à une adresse inconnue
      Étant donné un usager pré-inscrit
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors la connexion est refusée
      Et elle l'est dans les mêmes termes qu'à une adresse inconnue
