# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 3. Écran « Modifiez vos identifiants »
  L'usager coche ce qu'il veut modifier, le saisit deux fois et valide ; ou annule, et rien ne change.

  Règle: L'écran permet de modifier l'adresse, le mot de passe ou les deux

    @EP5-3-2 @EP5-3-3
    Scénario: Chaque case ouvre ses deux champs, et l'adresse en vigueur est montrée
      Étant donné un usager dont l'espace est actif
      Quand l'usager ouvre l'écran « Modifiez vos identifiants »
      Alors l'écran montre l'adresse de connexion en vigueur
      Et l'écran offre une case et deux champs pour l'adresse, une case et deux champs pour le mot de passe

    @EP5-3-4
    Scénario: L'écran permet d'annuler ou de valider
      Étant donné un usager dont l'espace est actif
      Quand l'usager ouvre l'écran « Modifiez vos identifiants »
      Alors l'écran propose les commandes
        | commande                  |
        | Annuler                   |
        | Valider les modifications |

    @EP5-3-1 @EP5-3-3 @avertissement
    Scénario: L'écran porte les mots de la fiche
      Étant donné un usager dont l'espace est actif
      Quand l'usager ouvre l'écran « Modifiez vos identifiants »
      Alors l'écran affiche
        | texte                                                  |
        | Accès sans certificat                                  |
        | Modifiez vos identifiants                              |
        | Cochez le(s) identifiant(s) que vous souhaitez modifier |
        | Modifier mon adresse électronique                      |
        | Confirmez votre nouvelle adresse électronique          |
        | Saisir mon nouveau mot de passe                        |
        | 20 caractères minimum                                  |
        | Pensez à noter votre mot de passe                      |
        | Confirmez votre nouveau mot de passe                   |

    @EP5-3-5 @EP5-4.1-3 @avertissement
    Scénario: L'écran rappelle ce que doivent être l'adresse et le mot de passe
      Étant donné un usager dont l'espace est actif
      Quand l'usager ouvre l'écran « Modifiez vos identifiants »
      Alors l'écran affiche
        | texte |
        | Le mot de passe doit être composé d'une série de chiffres et de lettres, sans espaces et comporter 20 caractères au minimum |
        | L'adresse électronique doit être valide et ne pas dépasser 100 caractères |

    @C25
    Scénario: Le mot de passe en vigueur est redemandé ou non, selon le choix déclaré du site
      Étant donné un usager dont l'espace est actif
      Quand l'usager ouvre l'écran « Modifiez vos identifiants »
      Alors l'écran suit le choix déclaré du site sur le mot de passe en vigueur

    @EP5-4.1-2
    Scénario: Avant toute saisie, aucun niveau de sécurité n'est affiché
      Étant donné un usager dont l'espace est actif
      Quand l'usager ouvre l'écran « Modifiez vos identifiants »
      Alors aucun niveau de sécurité ne s'y lit

    @EP5-3-3
    Scénario: Le niveau de sécurité suit la saisie
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager tape un mot de passe évident, l'efface, puis en tape un solide
      Alors le niveau affiché passe de « Faible » à « Fort »

    @EP5-3-7
    Scénario: Des recommandations contre l'usurpation peuvent se lire
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager ouvre les recommandations
      Alors la fenêtre affiche
        | texte |
        | 1 mot de passe différent pour chaque site |
        | 1 mot de passe différent de ceux utilisés précédemment |
        | ne l'envoyez pas par courriel |
        | ne l'écrivez jamais sur quelque support que ce soit |
        | renouvelez vos mots de passe régulièrement |

  Règle: Annuler ne change rien

    @EP5-3-4 @G09
    Scénario: Ce qui a été saisi est abandonné
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit une autre adresse et un autre mot de passe, puis annule
      Alors l'usager peut se connecter avec son mot de passe d'origine
      Et aucun courriel n'est envoyé, ni à l'une ni à l'autre adresse

  Règle: On coche, on saisit, on confirme, on valide

    @EP5-3-6
    Scénario: Coché, saisi, confirmé et validé, le mot de passe est changé
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran « Réinitialisation de votre mot de passe » s'affiche

    @EP5-3-6 @avertissement
    Scénario: Sans cocher la case, rien ne change
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager remplit les champs du mot de passe sans cocher la case, puis valide
      Alors l'usager peut se connecter avec son mot de passe d'origine

    @EP5-3-6 @EP5-3-3
    Plan du scénario: Une confirmation <confirmation> est refusée
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit un mot de passe conforme et une confirmation <confirmation>
      Alors le mot de passe est refusé
      Et l'usager peut se connecter avec son mot de passe d'origine

      Exemples:
        | confirmation              |
        | vide                      |
        | différente par une majuscule |

    @EP5-3-4 @G16 @avertissement
    Plan du scénario: Une erreur est signalée sur place : <erreur>
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager se trompe en validant : <erreur>
      Alors une erreur est signalée à l'écran « Modifiez vos identifiants »

      Exemples:
        | erreur                               |
        | rien n'est coché                     |
        | mot de passe coché, champs vides     |
        | adresse et confirmation différentes  |

  Règle: Le mot de passe compte au moins 20 caractères, chiffres et lettres, et n'est ni faible ni celui en vigueur

    @EP5-3-5
    Scénario: Vingt caractères, en chiffres et lettres, suffisent
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe solide de 20 caractères
      Alors l'écran « Réinitialisation de votre mot de passe » s'affiche
      Et l'usager peut se connecter avec son nouveau mot de passe

    @EP5-3-5
    Scénario: Dix-neuf caractères ne suffisent pas
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe solide de 19 caractères
      Alors le mot de passe est refusé
      Et l'usager peut se connecter avec son mot de passe d'origine

    @C01 @EP5-3-5
    Plan du scénario: Un mot de passe avec <signe> suit le choix déclaré du site
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme un mot de passe avec <signe>
      Alors le site l'admet ou le refuse, comme il l'a déclaré pour <choix>

      Exemples:
        | signe               | choix          |
        | un espace au milieu | les espaces    |
        | un « é » au milieu  | les accents    |
        | un « ! » au milieu  | la ponctuation |

    @C30 @EP5-3-3
    Scénario: Un mot de passe annoncé faible est refusé malgré sa longueur
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager tape puis valide le mot de passe « aaaaaaaaaaaaaaaaaaaa »
      Alors le mot de passe est refusé
      Et l'usager peut se connecter avec son mot de passe d'origine

    @C31
    Scénario: Le mot de passe en vigueur est refusé
      Étant donné un usager à l'écran « Modifiez vos identifiants »
      Quand l'usager saisit et confirme son mot de passe en vigueur
      Alors le mot de passe est refusé

    @EP5-1.3-1 @C31 @avertissement
    Scénario: L'avant-dernier mot de passe peut resservir, dans l'espace aussi
      Étant donné un usager dont l'espace est actif
      Et l'usager a changé de mot de passe dans son espace
      Quand l'usager revient dans son espace à son mot de passe d'origine
      Alors le second changement est confirmé, et le dernier mot de passe choisi ouvre l'espace
