# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 4.1 Courriel à code
  Le code d'activation arrive par courriel à la nouvelle adresse, avec la marche à suivre et le délai.

  Règle: Un courriel, un seul, part aussitôt vers la nouvelle adresse

    @EP5-4-2 @EP5-4.1-13 @C17
    Scénario: Le code va à la nouvelle adresse, et à elle seule
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors le courriel d'activation vient de l'expéditeur déclaré du site
      Et il est remis à l'adresse de l'usager seule
      Et aucun code n'est envoyé à son ancienne adresse

    @EP5-4.1-13 @G63
    Scénario: Un double clic sur « Valider les modifications » n'envoie qu'un code
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager valide d'un double clic sa nouvelle adresse
      Alors l'usager reçoit un seul courriel d'activation

    @EP5-4.1-6 @EP5-4.1-13 @avertissement
    Scénario: Le courriel porte la date de la demande
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Et il est 13:00:00 à Paris le 22/08/2023
      Et l'usager est à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors le courriel d'activation est daté du 22/08/2023 à 13:00:00, heure de Paris

  Règle: Il donne un code de 12 caractères et dit comment s'en servir

    @EP5-4.1-14 @EP5-4.1-16
    Scénario: Le courriel donne un code de 12 caractères et un délai de 48 heures
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors le courriel d'activation donne un code de 12 caractères
      Et le courriel d'activation annonce un délai de 48 heures

    @EP5-4.1-13 @EP5-4.1-15 @avertissement
    Scénario: Le courriel à code a l'objet de la fiche et explique l'activation en cinq points
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors l'objet du courriel d'activation est « Espace professionnel - Création ou modification de l'espace »
      Et le courriel d'activation explique, dans cet ordre
        | point |
        | connectez-vous sur le site |
        | cliquez sur |
        | cliquez sur "Activer mon espace / mes services" |
        | saisissez le code d'activation reçu ci-dessus et validez |
        | saisissez l'adresse électronique de connexion à l'espace et validez |

    @EP5-4.1-14 @EP5-4.1-17 @avertissement
    Scénario: Le courriel à code porte les mots de la fiche
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors le courriel d'activation contient
        | texte |
        | Cette demande a bien été prise en compte. |
        | Votre espace professionnel sera actif lorsque vous aurez saisi le code suivant |
        | ce code n'est pas un mot de passe |
        | La DGFIP vous remercie de l'intérêt que vous portez à ses services. |
        | nous vous invitons à ne pas répondre à l'adresse électronique de ce message |
        | L'Administration fiscale ne vous sollicite jamais |

    @EP5-4.1-14
    Scénario: Le code ne sert qu'une fois
      Étant donné un usager qui vient d'activer sa nouvelle adresse
      Quand l'usager tente d'activer son espace avec le code reçu et sa nouvelle adresse
      Alors l'activation est refusée
      Et l'usager peut se connecter à son espace
