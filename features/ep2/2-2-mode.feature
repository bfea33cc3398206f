# language: fr
Fonctionnalité: Créer un espace professionnel expert - 2. Choix du mode
  L'écran présente les deux modes ; la fiche suit le mode expert.

  Règle: « Créer mon espace professionnel » ouvre le choix entre les deux modes

    @EP2-2-7
    Scénario: Le choix du mode s'ouvre depuis l'écran d'authentification
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Créer mon espace professionnel »
      Alors l'écran du choix du mode s'affiche

  Règle: Le mode simplifié est présenté avec ce qu'il suppose

    @EP2-2-8
    Scénario: Le mode simplifié s'adresse à qui crée un espace pour sa propre entreprise
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Créer mon espace professionnel »
      Alors l'écran affiche
        | texte |
        | Professionnels |
        | Quitter |
        | Vous souhaitez créer un espace pour votre propre entreprise dont vous ne partagerez pas la gestion des services en ligne ? Optez pour le mode simplifié |

    @EP2-2-9
    Scénario: Le mode simplifié dit ce qu'il faudra fournir, ce qu'il permet et à qui il ne convient pas
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Créer mon espace professionnel »
      Alors l'écran affiche
        | texte |
        | Attention : pour une collectivité territoriale ou une autre administration, le mode simplifié ne permet pas la séparation de l'ordonnateur et du comptable ; vous devez opter pour le mode expert. |
        | Vous devrez renseigner le SIREN de l'entreprise concernée, l'adresse électronique qui permettra de la joindre à tout sujet la concernant, ainsi qu'une adresse électronique qui vous servira d'identifiant de connexion à l'espace professionnel. |
        | Vous devrez également renseigner un compte bancaire de prélèvement. |
        | Une fois l'espace simplifié activé, les services en ligne seront immédiatement accessibles pour l'entreprise. |

    @EP2-2-10
    Scénario: Le mode simplifié peut être choisi, annulé ou expliqué
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Créer mon espace professionnel »
      Alors l'écran affiche
        | texte                                |
        | Créez votre espace en mode simplifié |
        | Annulez votre demande                |
        | En savoir plus                       |

    @EP2-2-10 @G09
    Scénario: « Annulez votre demande » ramène à l'écran d'authentification
      Étant donné un visiteur au choix du mode
      Quand il choisit « Annulez votre demande »
      Alors l'écran d'authentification s'affiche

    @G35
    Scénario: « Quitter », au choix du mode, ramène à l'accueil du site
      Étant donné un visiteur au choix du mode
      Quand il choisit « Quitter »
      Alors l'accueil du site s'affiche

  Règle: Le mode expert est présenté avec ce qu'il suppose

    @EP2-2-11
    Scénario: Le mode expert s'adresse à qui représente une entreprise ou en partage la gestion
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Créer mon espace professionnel »
      Alors l'écran affiche
        | texte |
        | Vous souhaitez créer un espace pour l'entreprise que vous représentez ou dont vous partagerez la gestion des services en ligne ? Optez pour le mode expert |
        | Vous devrez renseigner une adresse électronique qui vous servira d'identifiant de connexion à l'espace professionnel. |
        | Une fois l'espace expert activé, vous devrez adhérer aux services en ligne pour chacune des entreprises que vous gérez. |

  Règle: « Créez votre espace en mode expert » ouvre la procédure

    @EP2-2-12
    Scénario: Le mode expert mène au premier écran de la création
      Étant donné un visiteur au choix du mode
      Quand il choisit « Créez votre espace en mode expert »
      Alors l'écran « Conditions générales » s'affiche

    @EP2-2-10 @EP2-2-12 @avertissement
    Scénario: « En savoir plus » est proposé pour chacun des deux modes
      Étant donné un visiteur à l'écran d'authentification
      Quand il suit le lien « Créer mon espace professionnel »
      Alors « En savoir plus » est proposé deux fois
