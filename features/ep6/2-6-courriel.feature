# language: fr
Fonctionnalité: Mot de passe oublié - 2. Courriel de confirmation
  Une fois le mot de passe changé, un courriel le confirme dans la boîte de l'usager.

  Règle: Un courriel, un seul, part vers l'usager et lui seul

    @EP6-2-29
    Scénario: L'usager reçoit un courriel de confirmation, et un seul
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'usager reçoit un courriel d'objet « Espace professionnel - Modification du mot de passe »
      Et l'usager reçoit un seul courriel

    @EP6-2-30 @C06
    Scénario: Il part de l'expéditeur du site vers l'adresse de connexion, et nulle part ailleurs
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation vient de l'expéditeur déclaré du site
      Et il est remis à l'adresse de l'usager seule

    @C06 @avertissement
    Scénario: Il est adressé à l'usager dans son en-tête aussi
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors l'en-tête du courriel de confirmation le dit adressé à l'usager

    @EP6-2-30 @avertissement
    Scénario: Il est daté de l'instant du changement
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 11:17:45 à Paris le 06/12/2023
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation est daté du 06/12/2023 à 11:17:45, heure de Paris

  Règle: Il confirme le changement et sa date de validité

    @EP6-2-32 @C05
    Scénario: La date du courriel est celle du récapitulatif
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation annonce la même date

    @EP6-2-32 @C08 @avertissement
    Scénario: Il ouvre par un salut et prend acte de la demande
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation commence par « Bonjour, »
      Et le courriel de confirmation contient
        | texte                                                                               |
        | Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte.    |
        | Celui-ci est valable jusqu'au                                                       |

    @EP6-2-33 @EP6-2-34
    Scénario: Il rappelle la question de confiance et met en garde contre l'hameçonnage
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation contient
        | texte |
        | En cas d'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance |
        | L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services. |
        | nous vous invitons à ne pas répondre à l'adresse électronique de ce message |
        | L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone) |
        | il s'agit sans doute d'un message de phishing |

  Règle: Il ne contient rien qui puisse servir à un autre

    @EP6-2-35
    Scénario: Ni mot de passe, ni réponse de confiance, ni lien de réinitialisation
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation est lisible
      Mais il ne contient ni mot de passe, ni réponse de confiance, ni lien vers la procédure

  Règle: Sa forme est lisible partout

    @EP6-2-31 @G55
    Scénario: Il se lit en texte simple comme en HTML, sans pièce jointe
      Étant donné un usager dont l'espace est actif
      Quand l'usager choisit un nouveau mot de passe par la procédure
      Alors le courriel de confirmation a une version texte et une version HTML
      Et les deux versions annoncent la même date
      Et il n'a pas de pièce jointe ni d'adresse de réponse
