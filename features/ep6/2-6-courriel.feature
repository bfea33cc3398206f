# language: fr
Fonctionnalité: Mot de passe oublié - 2. Courriel de confirmation
  Une fois le mot de passe changé, un courriel le confirme dans la boîte de l'usager.

  Règle: Une confirmation, une seule, part vers l'usager et lui seul

    @EP6-2-29
    Scénario: L'usager reçoit un courriel de confirmation, et un seul
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager reçoit une seule confirmation

    @EP6-2-29 @avertissement
    Scénario: L'objet du courriel de confirmation est celui de la fiche
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'objet du courriel de confirmation est « Espace professionnel - Modification du mot de passe »

    @EP6-2-30 @C06
    Scénario: Le courriel de confirmation part de l'expéditeur du site vers l'adresse de connexion seule
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation vient de l'expéditeur déclaré du site
      Et il est remis à l'adresse de l'usager seule

    @EP6-2-30
    Scénario: Un autre usager ne reçoit rien
      Étant donné un usager dont l'espace est actif
      Et un autre usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors aucun courriel n'est envoyé à l'autre usager

    @C06 @avertissement
    Scénario: Le courriel de confirmation est adressé à l'usager dans son en-tête aussi
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'en-tête du courriel de confirmation le dit adressé à l'usager

    @EP6-2-30 @avertissement
    Scénario: Le courriel de confirmation est daté de l'instant du changement
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 11:17:45 à Paris le 06/12/2023
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation est daté du 06/12/2023 à 11:17:45, heure de Paris

  Règle: Il confirme le changement et sa date de validité

    @EP6-2-32 @C05
    Scénario: La date du courriel est celle du récapitulatif
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation annonce la même date que l'écran

    @EP6-2-32
    Scénario: La date du courriel suit la règle des trois ans
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 15:10:00 à Paris le 25/08/2023
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation annonce une validité jusqu'au 24 août 2026

    @C08
    Scénario: Le courriel de confirmation ouvre par un salut
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation commence par « Bonjour, »

    @EP6-2-32 @avertissement
    Scénario: Le courriel de confirmation prend acte de la demande
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation contient
        | texte                                                                               |
        | Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte.    |
        | Celui-ci est valable jusqu'au                                                       |

    @EP6-2-33
    Scénario: Le courriel de confirmation rappelle à quoi sert la question de confiance
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation contient
        | texte |
        | En cas d'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance |

    @EP6-2-34
    Scénario: Le courriel de confirmation met en garde contre l'hameçonnage
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation contient
        | texte |
        | L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services. |
        | nous vous invitons à ne pas répondre à l'adresse électronique de ce message |
        | L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone) |
        | il s'agit sans doute d'un message de phishing |

  Règle: Il ne contient rien qui puisse servir à un autre

    @EP6-2-35
    Scénario: Ni mot de passe, ni réponse de confiance, ni lien vers la procédure dans le courriel de confirmation
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation est lisible
      Mais il ne contient ni mot de passe, ni réponse de confiance, ni lien vers la procédure

  Règle: Il se lit partout

    @EP6-2-31
    Scénario: Le courriel de confirmation se lit en texte simple comme en HTML
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation a une version texte et une version HTML
      Et les deux versions annoncent la même date

    @G55
    Scénario: Le courriel de confirmation n'invite pas à répondre
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation n'a pas d'adresse de réponse
