# language: fr
Fonctionnalité: Péremption du mot de passe - 1.3 Ce que doit être le nouveau mot de passe
  Le choix est libre, à partir de 20 caractères : le niveau faible et le mot de passe précédent sont refusés.

  Règle: Le mot de passe compte au moins 20 caractères

    @PER-1.3-2 @PER-3-10
    Scénario: Au renouvellement, un mot de passe de 20 caractères est accepté
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager saisit et confirme un mot de passe solide de 20 caractères
      Alors le récapitulatif confirme le changement
      Et l'usager peut se connecter avec son nouveau mot de passe

    @PER-1.3-2 @PER-3-10
    Scénario: Au renouvellement, un mot de passe de 19 caractères est refusé
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager saisit et confirme un mot de passe solide de 19 caractères
      Alors le mot de passe est refusé

    @PER-1.3-2 @C01
    Plan du scénario: <signe> dans le mot de passe est admis ou refusé, selon le choix déclaré du site
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager saisit et confirme un mot de passe avec <où>
      Alors le site l'admet ou le refuse, comme il l'a déclaré pour <choix>

      Exemples: la fiche admet tous les caractères, les autres non
        | signe                  | où                   | choix          |
        | Un espace              | un espace au milieu  | les espaces    |
        | Un « é »               | un « é » au milieu   | les accents    |
        | Un point d'exclamation | un « ! » au milieu   | la ponctuation |

  Règle: Le nouveau mot de passe diffère du précédent

    @PER-1.3-4 @C31 @bloquant
    Plan du scénario: Le mot de passe en vigueur est refusé <où>
      Étant donné un usager dont le mot de passe <échéance>
      Et l'usager est <écran>
      Quand l'usager saisit et confirme son mot de passe en vigueur
      Alors le mot de passe est refusé

      Exemples: après l'échéance, et à son approche
        | où                | échéance             | écran                                                            |
        | au renouvellement | a expiré             | rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement |
        | à la modification | expire dans 15 jours | à l'écran « Modifiez vos identifiants »                          |

    @PER-1.3-4 @avertissement
    Scénario: Au renouvellement, une seule majuscule de différence suffit à faire un autre mot de passe
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager saisit et confirme son mot de passe en vigueur à une majuscule près
      Alors le récapitulatif confirme le changement

  Règle: Une fois renouvelé, le mot de passe rouvre tout l'espace

    @PER-1.3-5 @PER-1.2-1
    Scénario: Tous les dossiers et services sont de nouveau accessibles
      Étant donné un usager dont l'espace contient des services, et dont le mot de passe a expiré
      Quand l'usager renouvelle son mot de passe expiré
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et son espace contient les mêmes services
      Et son espace porte le même numéro d'abonné de 14 chiffres
