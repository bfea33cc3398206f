# language: fr
Fonctionnalité: Opter pour l'accès avec une adresse électronique et un mot de passe - 1.3 Champ
  L'adresse et le mot de passe se choisissent librement, mais une adresse ne sert qu'à un seul espace. Rien d'autre ne
  change dans l'espace.

  Règle: L'usager choisit librement son adresse, celle de son espace ou une autre

    @EP4-1.3-1 @EP4-3-7
    Scénario: Une autre adresse que celle de l'espace est acceptée
      Étant donné un usager rendu à l'écran « Identifiants » de l'option
      Quand l'usager opte avec sa seconde adresse
      Alors l'écran « Question » s'affiche
      Et l'adresse rappelée est celle que l'usager a donnée

    @EP2-2-29 @EP2-2-32 @EP4-1.3-1
    Scénario: Seul à avoir cette adresse, l'usager la garde, et son espace avec
      Étant donné un usager dont l'espace à certificat contient des services
      Quand l'usager opte en gardant l'adresse proposée, puis active son espace
      Alors l'usager peut se connecter à son espace
      Et son espace réunit ses deux entreprises

  Règle: Une adresse électronique ne peut être associée qu'à un seul espace

    Plan du scénario: L'adresse d'un espace <état> est refusée
      Étant donné un usager dont l'espace est à certificat
      Et un autre usager dont l'espace est <état>
      Et l'usager est rendu à l'écran « Identifiants » de l'option
      Quand l'usager opte avec l'adresse de l'autre usager
      Alors l'adresse est refusée

      @EP4-1.3-1 @EP4-3-3 @C46
      Exemples: espace accessible avec cette adresse
        | état  |
        | actif |

      @C46 @avertissement
      Exemples: espace dont la création est en cours, refusée selon nous dès cet écran
        | état        |
        | pré-inscrit |

    @EP4-3-7 @EP2-2-30
    Scénario: Refusée, l'adresse se corrige sur place, et l'option aboutit
      Étant donné un usager dont l'espace est à certificat
      Et un collègue dont l'espace à certificat a la même adresse
      Et l'autre a voulu opter le premier avec l'adresse commune, et activer son espace
      Quand l'usager opte avec l'adresse commune, se la voit refuser et en donne une autre
      Alors l'usager peut se connecter à son espace

  Règle: De plusieurs espaces à certificat qui ont la même adresse, un seul peut la garder

    @EP4-1.3-2 @EP2-2-35 @C45
    Scénario: Après le premier qui l'a demandée, un autre ne peut plus garder l'adresse commune
      Étant donné un usager dont l'espace est à certificat
      Et un collègue dont l'espace à certificat a la même adresse
      Et l'autre a voulu opter le premier avec l'adresse commune, et activer son espace
      Et l'usager est rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors l'adresse est refusée

    @EP2-2-35 @C45
    Scénario: Le premier à opter garde l'adresse commune, ou en prend une autre, selon le choix déclaré du site
      Étant donné un usager dont l'espace est à certificat
      Et un collègue dont l'espace à certificat a la même adresse
      Et l'usager est rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors le site la lui laisse ou la refuse, comme il l'a déclaré

    @C45 @G10 @avertissement
    Scénario: L'adresse commune est réservée dès la demande du premier, selon nous
      Étant donné un usager dont l'espace est à certificat
      Et un collègue dont l'espace à certificat a la même adresse
      Et l'autre a voulu opter le premier avec l'adresse commune
      Et l'usager est rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors l'adresse est refusée

    @C45 @G11 @avertissement
    Scénario: Si le premier n'active pas son espace en 48 heures, l'adresse commune est comme avant sa demande, selon nous
      Étant donné un usager dont l'espace est à certificat
      Et un collègue dont l'espace à certificat a la même adresse
      Et l'autre a voulu opter le premier avec l'adresse commune
      Et 48 heures et 5 minutes s'écoulent
      Et l'usager est rendu à l'écran « Identifiants » de l'option
      Quand l'usager garde l'adresse proposée et choisit un mot de passe
      Alors le site la lui laisse ou la refuse, comme il l'a déclaré

  Règle: Rien n'est modifié dans l'espace, sauf ce qui porte sur le certificat

    @EP4-1.3-4
    Scénario: L'identité, le téléphone et l'adresse postale restent ceux de l'espace à certificat
      Étant donné un usager dont l'espace à certificat vient d'être transformé
      Quand l'usager enregistre le récapitulatif que la dernière page propose
      Alors le document donne son nom
      Et le document donne son prénom
      Et le document donne son téléphone
      Et le document donne, de son adresse postale, la voie et le pays
      Et le document donne, de son adresse postale, le code postal et la ville
