# language: fr
Fonctionnalité: Péremption du mot de passe - 1.1 Objet et 1.2 Public
  Un mot de passe ne vaut que trois ans. À l'approche de l'échéance, une alerte ; passé l'échéance,
  l'espace reste fermé tant que le mot de passe n'est pas renouvelé.

  Règle: L'espace s'ouvre avec une adresse et un mot de passe

    @PER-1.1-1 @PER-2-4
    Scénario: L'adresse et le mot de passe suffisent
      Étant donné un usager dont l'espace est actif
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom

    @G26
    Scénario: Un mot de passe plus court que les 20 caractères d'aujourd'hui, choisi avant cette règle, ouvre encore
      Étant donné un usager dont le mot de passe, choisi autrefois, compte 12 caractères
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom

    @PER-1.1-8
    Scénario: Les fiches se consultent depuis l'écran d'authentification
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Aide : accéder aux fiches pratiques »
      Alors une page présente la fiche « La péremption de votre mot de passe »

  Règle: Un mot de passe vaut trois ans

    @PER-1.1-2 @C03
    Scénario: À l'avant-dernier jour, le mot de passe ouvre encore l'espace
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 12:00:00 à Paris le 21/07/2024
      Quand l'usager entre dans son espace
      Alors son espace s'affiche à son nom

    @PER-1.1-2 @PER-3-1
    Plan du scénario: Le lendemain de l'échéance, il faut renouveler le mot de passe : <lendemain>
      Étant donné un usager dont le mot de passe expire le <échéance>
      Et il est 12:00:00 à Paris le <lendemain>
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors « Mot de passe expiré » s'affiche

      Exemples: un jour ordinaire, puis un 29 février
        | échéance   | lendemain  |
        | 22/07/2024 | 23/07/2024 |
        | 29/02/2028 | 01/03/2028 |

    @PER-1.1-2 @C10
    Plan du scénario: Le dernier jour, à 23:59:59, l'accès est celui que le site a déclaré : <dernier jour>
      Étant donné un usager dont le mot de passe expire le <dernier jour>
      Et il est 23:59:59 à Paris le <dernier jour>
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors le dernier jour compte ou ne compte pas, selon le choix déclaré du site

      Exemples: en été, en hiver, un 29 février, et aux deux changements d'heure
        | dernier jour |
        | 22/07/2024   |
        | 15/01/2027   |
        | 29/02/2028   |
        | 25/10/2026   |
        | 26/03/2028   |

    @PER-3-1 @G23 @avertissement
    Plan du scénario: L'échéance passe à minuit, heure de Paris : <lendemain>
      Étant donné un usager dont le mot de passe expire le <dernier jour>
      Et il est 00:00:00 à Paris le <lendemain>
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors « Mot de passe expiré » s'affiche

      Exemples: en été, en hiver, et aux deux changements d'heure
        | dernier jour | lendemain  |
        | 22/07/2024   | 23/07/2024 |
        | 15/01/2027   | 16/01/2027 |
        | 25/10/2026   | 26/10/2026 |
        | 26/03/2028   | 27/03/2028 |

    @PER-1.1-2 @C04 @avertissement
    Plan du scénario: Les trois ans sont ceux du calendrier : choisi le <choisi>, expiré le <expiré>
      Étant donné un usager dont l'espace est actif depuis le <choisi>
      Et il est 00:00:00 à Paris le <expiré>
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors « Mot de passe expiré » s'affiche

      Exemples: choisi un 29 février, ou là où 1 095 jours donneraient un jour de plus
        | choisi     | expiré     |
        | 29/02/2024 | 01/03/2027 |
        | 01/03/2024 | 01/03/2027 |

    @G23
    Scénario: Là où il est encore la veille, l'échéance est tout de même passée
      Étant donné un usager dont le mot de passe expire le 22/07/2024, et le navigateur à l'heure de la Martinique
      Et il est 00:30:00 à Paris le 23/07/2024
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors « Mot de passe expiré » s'affiche

  Règle: Passé l'échéance, la connexion mène directement à « Mot de passe expiré »

    @PER-1.1-3 @PER-3-4 @C22
    Scénario: Le mot de passe périmé, mais exact, mène au renouvellement sans ouvrir l'espace
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors « Mot de passe expiré » s'affiche
      Et l'accueil de l'espace reste fermé

    @G19
    Scénario: Un mauvais mot de passe ne révèle pas que le vrai a expiré
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager se connecte avec son adresse et son mot de passe à une majuscule près
      Alors la connexion est refusée
      Et elle l'est dans les mêmes termes qu'à une adresse inconnue

    @PER-1.1-4 @PER-1.4-1 @C74
    Plan du scénario: L'espace reste fermé tant que rien n'est renouvelé, et le renouvellement reste possible <délai> après
      Étant donné un usager dont le mot de passe a expiré depuis <délai>
      Quand l'usager renouvelle son mot de passe expiré
      Alors l'usager peut se connecter avec son nouveau mot de passe

      Exemples: le lendemain
        | délai      |
        | un jour    |

      @avertissement
      Exemples: des années plus tard
        | délai      |
        | cinq ans   |

    @PER-1.1-4
    Scénario: Renoncer au renouvellement laisse l'espace fermé
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager abandonne la procédure
      Alors l'accueil de l'espace reste fermé
      Et son mot de passe mène encore au renouvellement

    @G12
    Scénario: Une session ouverte avant minuit continue, la connexion suivante mène au renouvellement
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 23:50:00 à Paris le 22/07/2024
      Et l'usager est entré dans son espace
      Et il est 00:10:00 à Paris le 23/07/2024
      Quand l'usager recharge la page
      Alors son espace s'affiche à son nom
      Mais son mot de passe mène au renouvellement

    @G52
    Scénario: Aucun courriel n'annonce l'échéance
      Étant donné un usager dont le mot de passe expire dans 61 jours
      Et les jours passent jusqu'à la veille de l'échéance
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors aucun courriel n'est envoyé à l'usager

  Règle: À l'approche de l'échéance, et pas avant, l'usager est averti

    @PER-1.1-5 @PER-2-1 @PER-1.5-3
    Plan du scénario: À <reste> de l'échéance, l'alerte est donnée
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 12:00:00 à Paris le <jour>
      Quand l'usager entre dans son espace
      Alors la fenêtre d'alerte s'est affichée
      Et son espace propose « Modifier le mot de passe »

      Exemples: du premier jour que personne ne discute à l'avant-dernier
        | reste    | jour       |
        | 58 jours | 25/05/2024 |
        | 1 jour   | 21/07/2024 |

    @PER-1.1-5 @PER-2-11 @PER-1.5-3
    Plan du scénario: À <reste> de l'échéance, rien ne l'annonce encore que sa date
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Et il est 12:00:00 à Paris le <jour>
      Quand l'usager entre dans son espace
      Alors la fenêtre d'alerte ne s'est pas affichée
      Et son espace ne montre rien de l'alerte
      Et son espace affiche une expiration au 22/07/2024

      Exemples: la veille du premier jour que les lectures discutent, et bien avant
        | reste    | jour       |
        | 63 jours | 20/05/2024 |
        | 2 ans    | 22/07/2022 |

    @PER-2-1 @C09
    Scénario: L'alerte commence le jour que le site a déclaré, et ne s'interrompt plus
      Étant donné un usager dont le mot de passe expire le 22/07/2024
      Quand l'usager entre chaque jour dans son espace, de 62 à 59 jours avant le 22/07/2024
      Alors l'alerte a commencé le jour que le site a déclaré

    @PER-1.2-1
    Scénario: L'alerte ne dépend pas de ce que contient l'espace
      Étant donné un usager dont l'espace contient des services, et dont le mot de passe expire dans 15 jours
      Quand l'usager entre dans son espace
      Alors la fenêtre d'alerte s'est affichée
