# language: fr
Fonctionnalité: Péremption du mot de passe - 3. Écran « Adresse électronique de connexion »
  Premier écran de « Mot de passe expiré » : l'adresse est à redonner, une image est à recopier.

  Règle: Trois étapes sont annoncées, l'étape en cours est mise en évidence

    @PER-3-5
    Plan du scénario: À l'écran « <écran> », l'étape « <étape> » est mise en évidence
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager suit le renouvellement jusqu'à l'écran « <écran> »
      Alors la barre d'étapes annonce « Adresse électronique de connexion > Nouveau mot de passe > Récapitulatif »
      Et l'étape en cours est « <étape> »

      Exemples: le premier écran
        | écran                             | étape                             |
        | Adresse électronique de connexion | Adresse électronique de connexion |

      @PER-3-8
      Exemples: le deuxième écran
        | écran                             | étape                             |
        | Saisie du nouveau mot de passe    | Nouveau mot de passe              |

      @PER-3-16
      Exemples: le dernier écran
        | écran                             | étape                             |
        | Récapitulatif                     | Récapitulatif                     |

    @PER-3-5 @avertissement
    Scénario: Le premier écran porte le nom de la procédure et dit quels champs sont obligatoires
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager suit le renouvellement jusqu'à l'écran « Adresse électronique de connexion »
      Alors l'écran s'intitule « Mot de passe expiré »
      Et l'écran affiche
        | texte                                                           |
        | Les champs marqués d'un astérisque (*) doivent être renseignés. |
        | Continuer                                                       |

  Règle: L'adresse et l'image sont demandées

    @PER-3-6 @C23
    Scénario: L'adresse est à redonner, préremplie ou non, selon le choix déclaré du site
      Étant donné un usager dont le mot de passe a expiré
      Quand l'usager suit le renouvellement jusqu'à l'écran « Adresse électronique de connexion »
      Alors l'adresse est préremplie ou non, selon le choix déclaré du site

    @PER-3-6
    Plan du scénario: Mal recopiée, l'image arrête le renouvellement : <saisie>
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Adresse électronique de connexion » du renouvellement
      Quand l'usager donne son adresse et, pour l'image, <saisie>
      Alors la procédure reste à l'écran « Adresse électronique de connexion »

      Exemples:
        | saisie                      |
        | rien                        |
        | autant de signes, tous faux |

    @PER-3-6
    Scénario: Sans adresse, le renouvellement n'avance pas
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Adresse électronique de connexion » du renouvellement
      Quand l'usager ne donne pas d'adresse au renouvellement et recopie l'image
      Alors la procédure reste à l'écran « Adresse électronique de connexion »

    @PER-3-6
    Scénario: L'image du renouvellement peut être changée, et l'ancienne ne vaut plus
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Adresse électronique de connexion » du renouvellement
      Quand l'usager change l'image puis recopie l'ancienne
      Alors l'image affichée n'est plus la même
      Et la procédure reste à l'écran « Adresse électronique de connexion »

    @PER-3-6 @C19
    Scénario: L'extrait sonore du renouvellement peut s'écouter
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Adresse électronique de connexion » du renouvellement
      Quand l'usager écoute l'extrait sonore
      Alors le site envoie un son lisible

  Règle: Les écrans se quittent et tiennent sur un téléphone

    @G35
    Scénario: « Quitter » ramène du renouvellement à l'accueil du site
      Étant donné un usager dont le mot de passe a expiré
      Et l'usager est rendu à l'écran « Saisie du nouveau mot de passe » du renouvellement
      Quand l'usager quitte la procédure
      Alors l'accueil du site s'affiche

    @G49
    Scénario: Sur un téléphone, rien ne déborde
      Étant donné un usager dont le navigateur est celui d'un téléphone, et dont le mot de passe a expiré
      Quand l'usager suit le renouvellement d'un bout à l'autre
      Alors aucun écran ne déborde de la largeur du téléphone
