# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 3. Courriel de confirmation du mot de passe
  Le mot de passe changé, un courriel le confirme à l'adresse de connexion.

  Règle: Une confirmation, une seule, part vers l'usager et lui seul

    @EP5-3-13
    Scénario: L'usager reçoit un courriel de confirmation, un seul, de l'expéditeur du site
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors le courriel de confirmation vient de l'expéditeur déclaré du site
      Et il est remis à l'adresse de l'usager seule
      Et l'usager reçoit une seule confirmation

    @EP5-3-13 @G63
    Scénario: Un double clic sur « Valider les modifications » n'envoie qu'un courriel
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager valide d'un double clic un mot de passe conforme
      Alors l'usager reçoit une seule confirmation

    @EP5-3-13 @C06 @avertissement
    Scénario: Le courriel a l'objet de la fiche, et son en-tête nomme l'usager
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors l'objet du courriel de confirmation est « Espace professionnel - Modification du mot de passe »
      Et l'en-tête du courriel de confirmation le dit adressé à l'usager

  Règle: Il confirme le changement et sa date de validité

    @EP5-3-14 @C05
    Scénario: La date du courriel est celle de l'écran
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors le courriel de confirmation annonce la même date que l'écran

    @EP5-3-14 @C03
    Scénario: La date du courriel suit la règle des trois ans
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 15:10:00 à Paris le 25/08/2023
      Quand l'usager change de mot de passe dans son espace
      Alors le courriel de confirmation annonce une validité jusqu'au 24 août 2026

    @EP5-3-13 @avertissement
    Scénario: Le courriel est daté de l'instant du changement
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 15:10:00 à Paris le 25/08/2023
      Quand l'usager change de mot de passe dans son espace
      Alors le courriel de confirmation est daté du 25/08/2023 à 15:10:00, heure de Paris

    @EP5-3-14 @EP5-3-15 @EP5-3-16 @avertissement
    Scénario: Le courriel porte les mots de la fiche
      Étant donné un usager dont l'espace est actif
      Quand l'usager change de mot de passe dans son espace
      Alors le courriel de confirmation commence par « Bonjour, »
      Et il contient
        | texte |
        | Vous avez modifié votre mot de passe ; cette demande a bien été prise en compte. |
        | Celui-ci est valable jusqu'au |
        | En cas d'oubli de votre mot de passe, vous devrez saisir votre réponse à la question de confiance |
        | L'Administration fiscale vous remercie de l'intérêt que vous portez à ses services. |
        | nous vous invitons à ne pas répondre à l'adresse électronique de ce message |
        | L'Administration fiscale ne vous sollicite jamais (que ce soit par mail, par SMS ou par téléphone) |
        | il s'agit sans doute d'un message de phishing |
