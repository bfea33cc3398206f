# language: fr
Fonctionnalité: Changer d'adresse ou de mot de passe - 2. Les trois accueils de l'espace
  L'accueil de l'espace n'est pas le même sans service, avec ceux d'une seule entreprise ou de plusieurs.

  Règle: Sans service, l'accueil ne montre aucun dossier

    @EP5-2-10 @EP5-2-11 @C65
    Scénario: Ni dossier courant, ni dossiers à choisir
      Étant donné un usager dont l'espace sert aucune entreprise
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom
      Et son espace ne contient ni dossier ni service
      Mais son espace propose les commandes
        | commande           |
        | Gérer les services |

    @G50
    Scénario: Sans service, l'accueil dit à qui il est et son numéro
      Étant donné un usager dont l'espace sert aucune entreprise
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom
      Et son espace porte le même numéro d'abonné de 14 chiffres

  Règle: Avec une seule entreprise, son dossier est présenté d'office

    @EP5-2-10 @EP5-2-12 @EP5-2-17
    Scénario: Le dossier courant est celui de l'unique entreprise
      Étant donné un usager dont l'espace sert une seule entreprise
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom
      Et son espace présente d'office le dossier de l'entreprise

    @EP5-2-12 @avertissement
    Scénario: Le menu d'une seule entreprise n'a pas d'entrée « DOSSIER »
      Étant donné un usager dont l'espace sert une seule entreprise
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors le menu ne commence pas par « DOSSIER »

    @EP5-2-13 @EP5-2-16
    Scénario: Avec une seule entreprise, l'accueil porte les mots de la fiche
      Étant donné un usager dont l'espace sert une seule entreprise
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors l'écran affiche
        | texte                                                  |
        | Espace professionnel > Créer mon compte sur portailpro.gouv |
        | Aide : tous les pas-à-pas                              |
        | Connaissez-vous le droit à l'erreur ?                  |
      Et son espace propose, sous « Messagerie »
        | lien                                 |
        | Adresse électronique de l'entreprise |

    @EP5-2-18 @EP5-2-19 @G51
    Scénario: Les services à consulter et à déclarer se lisent sous leurs rubriques
      Étant donné un usager dont l'espace, pour une seule entreprise, a les services Compte fiscal, Avis CFE, TVA, Impôt sur les sociétés
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors l'écran affiche
        | texte        |
        | MES SERVICES |
      Et son espace propose, sous « Consulter »
        | lien          |
        | Compte fiscal |
        | Avis CFE      |
      Et son espace propose, sous « Déclarer »
        | lien                   |
        | TVA                    |
        | Impôt sur les sociétés |

    @EP5-2-20 @EP5-2-21 @G51
    Scénario: Les services à payer et les démarches se lisent sous leurs rubriques
      Étant donné un usager dont l'espace, pour une seule entreprise, a les services Prélèvement à la source, Dettes fiscales, Remboursement de TVA UE, Successions vacantes
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace propose, sous « Payer »
        | lien                    |
        | Prélèvement à la source |
        | Dettes fiscales         |
      Et son espace propose, sous « Démarches »
        | lien                    |
        | Remboursement de TVA UE |
        | Successions vacantes    |

  Règle: Avec plusieurs entreprises, l'usager choisit son dossier

    @EP5-2-10 @EP5-2-26 @C65
    Scénario: Aucun dossier n'est présenté d'office
      Étant donné un usager dont l'espace sert plusieurs entreprises
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom
      Et son espace propose de choisir parmi ses dossiers, et n'en présente aucun d'office

    @EP5-2-26 @EP5-2-27 @avertissement
    Scénario: Avec plusieurs entreprises, l'accueil porte les mots de la fiche
      Étant donné un usager dont l'espace sert plusieurs entreprises
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors l'écran affiche
        | texte                     |
        | Choisir un dossier        |
        | Voir tous mes dossiers    |
        | MES AUTRES SERVICES       |
        | MES SERVICES              |
        | Aide : tous les pas-à-pas |
      Et son espace propose, sous « MON ESPACE »
        | lien               |
        | Gérer les services |

    @EP5-2-24
    Scénario: Le menu de plusieurs entreprises commence par « DOSSIER »
      Étant donné un usager dont l'espace sert plusieurs entreprises
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors le menu commence par « DOSSIER »
      Et l'écran affiche
        | texte                                      |
        | Accéder à mon compte sur portailpro.gouv   |

    @EP5-2-25
    Scénario: Avec plusieurs entreprises aussi, l'accueil nomme l'usager, donne son numéro et la date d'expiration
      Étant donné un usager dont l'espace sert plusieurs entreprises
      Quand l'usager se connecte avec son adresse et son mot de passe
      # C'est à sa date d'expiration que l'accueil se reconnaît : sans elle, il ne s'affiche pas.
      Alors son espace s'affiche à son nom
      Et son espace porte le même numéro d'abonné de 14 chiffres

  Règle: L'accueil dit toujours jusqu'à quand vaut le mot de passe

    @EP5-2-14
    Scénario: Loin de l'échéance aussi, la date d'expiration est affichée, avec le numéro d'abonné
      Étant donné un usager dont l'espace est actif depuis le 01/06/2023
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors son espace s'affiche à son nom
      Et son espace affiche une expiration au 31/05/2026
      Et son espace porte le même numéro d'abonné de 14 chiffres

  Règle: « Quitter » ferme la session

    @EP5-2-15
    Scénario: Une fois l'espace quitté, revenir en arrière ne le rouvre pas
      Étant donné un usager connecté à son espace
      Quand l'usager quitte son espace
      Alors son espace n'est plus accessible, même en revenant en arrière

    @EP5-2-15 @EP5-2-22 @EP5-2-23 @avertissement
    Scénario: L'accueil offre les liens et les rubriques de la fiche
      Étant donné un usager dont l'espace est actif
      Quand l'usager se connecte avec son adresse et son mot de passe
      Alors l'écran affiche
        | texte                                              |
        | Espace pro.                                        |
        | Impots.gouv.fr                                     |
        | Quitter                                            |
        | Pour en savoir plus sur le traitement des données  |
      Et son espace propose, sous « MON ESPACE »
        | lien                                          |
        | Gérer les comptes bancaires                   |
        | Gérer les contrats de prélèvement automatique |
      Et son espace propose, sous « MES AUTRES SERVICES »
        | lien                                                |
        | Calendrier fiscal                                   |
        | Tests tiers déclarants                              |
        | Coordonnées du gestionnaire et prise de rendez-vous |
