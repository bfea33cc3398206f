# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 4.1 Demander une nouvelle adresse
  L'usager donne sa nouvelle adresse dans son espace ; un code y est envoyé, qu'il a 48 heures pour saisir.

  Règle: La nouvelle adresse est valide, de 100 caractères au plus

    @EP5-4.1-3
    Scénario: Une adresse de 100 caractères est acceptée
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande une adresse de 100 caractères
      Alors un code d'activation parvient à l'adresse demandée

    @EP5-4.1-3
    Scénario: Une adresse de 101 caractères ne l'est pas
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande une adresse de 101 caractères
      Alors l'adresse donnée n'est pas retenue

    @EP5-4.1-3
    Plan du scénario: Une adresse mal formée est refusée : <adresse>
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande l'adresse « <adresse> »
      Alors la nouvelle adresse est refusée

      Exemples:
        | adresse              |
        | usager.exemple.test  |
        | usager@@exemple.test |

      @avertissement @G04
      Exemples: selon nous
        | adresse               |
        | usager@exemple        |
        | usagère@exemple.test  |

  Règle: La nouvelle adresse se confirme, et n'est pas prise

    @EP5-4.1-4
    Plan du scénario: L'erreur arrête la demande : <erreur>
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager se trompe en validant : <erreur>
      Alors la nouvelle adresse est refusée

      Exemples:
        | erreur                              |
        | adresse et confirmation différentes |
        | adresse sans confirmation           |

    @EP5-4.1-4 @C46
    Scénario: L'adresse d'un autre espace est refusée
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Et un autre usager dont l'espace est actif
      Quand l'usager demande l'adresse de l'autre usager
      Alors la nouvelle adresse est refusée
      Et l'autre usager peut se connecter avec son mot de passe d'origine

    @EP5-4.1-4 @C46 @avertissement
    Scénario: L'adresse d'un espace à certificat est refusée, selon nous
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Et un autre usager dont l'espace est à certificat
      Quand l'usager demande l'adresse de l'autre usager
      Alors la nouvelle adresse est refusée

    @G10 @C46 @avertissement
    Scénario: L'adresse d'une création en cours est refusée, selon nous
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Et un autre usager dont l'espace est pré-inscrit
      Quand l'usager demande l'adresse de l'autre usager
      Alors la nouvelle adresse est refusée

    @G10 @avertissement
    Scénario: L'adresse d'un changement en cours est refusée, selon nous
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Et un autre usager qui a demandé à changer d'adresse
      Quand l'usager demande l'adresse de l'autre usager
      Alors la nouvelle adresse est refusée

    @EP5-4.1-4 @G04 @avertissement
    Scénario: Sa propre adresse, aux majuscules près, n'est pas une nouvelle adresse
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande sa propre adresse, en majuscules
      Alors la nouvelle adresse est refusée

  Règle: Un écran annonce le code envoyé à la nouvelle adresse

    @EP5-4.1-5 @EP5-4.1-7 @C17
    Scénario: L'écran nomme l'usager et rappelle sa nouvelle adresse, où le code arrive
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors l'écran d'attente nomme l'usager et rappelle sa nouvelle adresse
      Et l'usager reçoit un courriel d'activation

    @EP5-4.1-10 @EP5-4.1-11 @C38
    Scénario: L'écran annonce 48 heures, ne montre pas le code et offre une voie vers l'activation
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors l'écran d'attente offre « OK » ou un lien vers l'activation
      Et l'écran d'attente annonce un délai de 48 heures, sans montrer le code envoyé

    @EP5-4.1-7 @EP5-4.1-8 @EP5-4.1-9 @avertissement
    Scénario: L'écran d'attente porte les mots de la fiche
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager demande à changer d'adresse
      Alors l'écran affiche
        | texte |
        | Activation de votre espace abonné |
        | Vous allez recevoir le code d'activation dans votre messagerie. |
        | est correcte, et consultez la rubrique "Courrier indésirable" ou "Spam" de votre messagerie personnelle |
        | Ce code n'est pas un mot de passe. |
        | Il ne doit être utilisé qu'une seule fois pour activer votre espace abonné. |
        | puis sur "Activer mon espace / mes services" |
        | Vous disposez d'un délai de 48h, à compter de l'envoi du code ci-dessus, pour activer votre espace abonné |

  Règle: L'usager active tout de suite, par le lien, ou plus tard, par le site

    @EP5-4.1-11 @C33 @avertissement
    Scénario: Le lien de l'écran d'attente mène à l'activation
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Et l'usager vient de demander à changer d'adresse
      Quand l'usager active son espace par le lien de l'écran d'attente
      Alors l'espace est activé

    @EP5-4.1-10 @C33 @avertissement
    Scénario: « OK » ramène à une page d'accueil
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Et l'usager vient de demander à changer d'adresse
      Quand l'usager quitte l'écran d'attente par « OK »
      Alors la page d'accueil s'affiche, celle de l'espace, celle du site ou l'écran d'authentification

    @EP5-4.2-1 @EP5-4.2.1-1 @EP5-4.2.1-3
    Scénario: Plus tard, l'activation se fait par l'accueil du site, sans se connecter
      Étant donné un usager qui a demandé à changer d'adresse
      Quand l'usager active son espace plus tard, d'un autre appareil, par l'accueil du site
      Alors l'espace est activé
