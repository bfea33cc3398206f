# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 3. Écran « Validation »
  Dernier écran de l'option : un code d'activation vient de partir à l'adresse choisie, et l'usager a 48 heures pour s'en
  servir.

  Règle: « Valider » fait partir un courriel à code, un seul, à l'adresse choisie

    @EP4-3-14 @C17
    Scénario: Le code part à l'adresse choisie, et non à celle qu'avait l'espace
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte en donnant sa seconde adresse
      Alors l'usager reçoit un courriel d'activation
      Mais aucun code n'est envoyé à son ancienne adresse

    @EP4-3-14 @C17
    Scénario: Un seul courriel part, à l'adresse de l'usager seule
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte pour l'accès sans certificat
      Alors l'usager reçoit un seul courriel d'activation
      Et il est remis à l'adresse de l'usager seule

    @G63
    Scénario: Un double clic sur « Valider » ne fait pas partir un second code
      Étant donné un usager rendu à l'écran « Question » de l'option
      Quand l'usager choisit une question, y répond et valide d'un double clic
      Alors l'usager reçoit un seul courriel d'activation

  Règle: L'écran dit à qui le code est envoyé, et où

    @EP4-3-15
    Scénario: L'écran nomme l'usager et rappelle l'adresse choisie
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Validation »
      Alors l'écran nomme l'usager
      Et il rappelle l'adresse où le code est envoyé

    @EP4-3-15 @avertissement
    Scénario: L'écran annonce le code avec les mots de la fiche
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Validation »
      Alors l'écran affiche
        | texte                                                                                     |
        | Vous allez recevoir le code d'activation dans votre messagerie.                           |
        | et consultez la rubrique "Courrier indésirable" ou "Spam" de votre messagerie personnelle |
      Et l'écran invite à vérifier cette adresse, entre parenthèses

    @C35
    Scénario: L'écran s'intitule comme le reste de la procédure, selon nous
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Validation »
      Alors l'écran porte le titre de l'option, et non celui d'une création

  Règle: L'écran dit comment activer l'espace, et jusqu'à quand

    @EP4-3-16 @EP4-3-17
    Scénario: L'écran offre le lien d'activation et annonce le délai de 48 heures
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Validation »
      Alors l'écran propose les commandes
        | commande                           |
        | Activez votre espace professionnel |
      Et l'écran annonce un délai de 48 heures

    @EP4-3-16 @EP4-3-17 @avertissement
    Scénario: L'écran dit l'usage unique du code et le chemin de l'activation avec les mots de la fiche
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option jusqu'à l'écran « Validation »
      Alors l'écran affiche
        | texte                                                                              |
        | Remarque : ce code n'est pas un mot de passe.                                      |
        | Il ne doit être utilisé qu'une seule fois pour activer votre espace professionnel. |
        | Vous pouvez retrouver ce lien                                                      |
        | puis sur "Activer mon espace / mes services"                                       |
        | Vous disposez d'un délai de 48h                                                    |

    @C38 @EP4-3-17
    Scénario: Aucune page ne montre le code avant que l'usager l'ait saisi
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager suit l'option puis l'activation, page après page
      Alors aucune page ne montrait le code avant qu'il soit saisi

  Règle: Le courriel apporte le code, comme celui de la création

    @EP4-3-18
    Scénario: Le courriel donne un code de 12 caractères
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte pour l'accès sans certificat
      Alors le courriel d'activation donne un code de 12 caractères

    @EP4-3-18 @avertissement
    Scénario: Le courriel annonce le délai, avec l'objet et les mots de celui de la création
      Étant donné un usager dont l'espace est à certificat
      Quand l'usager opte pour l'accès sans certificat
      Alors le courriel d'activation annonce un délai de 48 heures
      Et l'objet du courriel d'activation est « Espace professionnel - Création ou modification de l'espace »
      Et le courriel d'activation contient
        | texte                                                                              |
        | Votre espace professionnel sera actif lorsque vous aurez saisi le code suivant :   |
        | Remarque : ce code n'est pas un mot de passe.                                      |
      Mais il ne contient ni mot de passe, ni réponse de confiance, ni lien vers la procédure
