# language: fr
Fonctionnalité: Mot de passe oublié - 2. Écran « Saisie du nouveau mot de passe »
  Troisième écran : ce qui a été donné est rappelé, le nouveau mot de passe est à saisir deux fois.

  Règle: L'écran rappelle l'adresse, la question et la réponse

    @EP6-2-17
    Scénario: Les trois rappels sont ceux de l'usager
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager donne sa réponse
      Alors l'écran « Saisie du nouveau mot de passe » s'affiche
      Et il rappelle l'adresse et la question de l'usager
      Et il rappelle la réponse qui vient d'être donnée
      Et rien de ce qu'il rappelle ne peut être modifié

  Règle: Le mot de passe se saisit deux fois, à l'identique

    @EP6-2-18
    Plan du scénario: Une confirmation <confirmation> est refusée
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit un mot de passe conforme et une confirmation <confirmation>
      Alors le mot de passe est refusé
      Et l'usager peut se connecter avec son mot de passe d'origine

      Exemples:
        | confirmation                 |
        | vide                         |
        | différente                   |
        | différente par une majuscule |

    @EP6-2-18
    Scénario: Une confirmation seule est refusée
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager laisse le mot de passe vide et ne remplit que la confirmation
      Alors le mot de passe est refusé

    @G57
    Scénario: Après un refus, le mot de passe saisi n'est pas réaffiché
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit un mot de passe conforme et une confirmation différente
      Alors les deux champs du nouveau mot de passe sont vides et masqués

  Règle: Ni espaces ni caractères accentués, sauf choix déclaré du site

    @EP6-2-20 @C01
    Plan du scénario: <signe> dans le mot de passe est admis ou refusé, selon le choix déclaré du site
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe avec <où>
      Alors le site l'admet ou le refuse, comme il l'a déclaré pour <choix>

      Exemples: espaces
        | signe                    | où                                   | choix           |
        | Un espace                | un espace au milieu                  | les espaces     |

      @avertissement
      Exemples: espaces en bordure, que les fiches ne traitent pas à part
        | signe                    | où                                   | choix           |
        | Un espace en tête        | un espace en tête                    | les espaces     |
        | Un espace final          | un espace à la fin                   | les espaces     |
        | Un espace insécable      | un espace insécable au milieu        | les espaces     |
        | Un espace qui complète   | un espace après 19 caractères        | les espaces     |

      Exemples: accents
        | signe                    | où                                   | choix           |
        | Un « é »                 | un « é » au milieu                   | les accents     |
        | Un « É »                 | un « É » au milieu                   | les accents     |
        | Un « ç »                 | un « ç » au milieu                   | les accents     |

      @avertissement
      Exemples: ligature, et accent composé à part
        | signe                    | où                                   | choix           |
        | Un « œ »                 | un « œ » au milieu                   | les accents     |
        | Un « é » décomposé       | un « é » décomposé au milieu         | les accents     |

      Exemples: ponctuation
        | signe                    | où                                   | choix           |
        | Un point d'exclamation   | un « ! » au milieu                   | la ponctuation  |
        | Une apostrophe           | une apostrophe au milieu             | la ponctuation  |

  Règle: Le niveau de sécurité se lit pendant la saisie

    @EP6-2-18 @avertissement
    Scénario: Le niveau affiché suit la frappe
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager tape un mot de passe évident, l'efface, puis en tape un solide
      Alors le niveau affiché passe de « Faible » à « Fort »

    @C29
    Plan du scénario: Le niveau de sécurité est annoncé pour ce qu'il est : <mot de passe>
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager tape le mot de passe « <mot de passe> »
      Alors le niveau affiché est <niveau>

      @G14
      Exemples: ce que toute mesure doit dire
        | mot de passe                | niveau                 |
        | aaaaaaaaaaaaaaaaaaaa        | Faible                 |
        | Kp7vTz3mQx9wLd5rNb2s        | Normal ou Fort         |

      @C02
      Exemples: les trois niveaux ont les noms des fiches, quelle que soit la mesure
        | mot de passe                | niveau                 |
        | motdepassemotdepasse        | l'un des trois         |
        | Ornitho27Ornitho27Ornitho27 | l'un des trois         |

    @G14
    Plan du scénario: Le niveau affiché et ce que décide la validation s'accordent : <mot de passe>
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager tape puis valide le mot de passe « <mot de passe> »
      Alors il est refusé si le niveau affiché est « Faible », accepté sinon

      Exemples:
        | mot de passe             |
        | aaaaaaaaaaaaaaaaaaaa     |
        | azerty1234azerty1234     |
        | Motdepasse1234567890     |
        | Loulou12Loulou12Loulou12 |
        | Ornitho27Ornitho27Ornitho27 |
        | Kp7vTz3mQx9wLd5rNb2s     |

  Règle: L'écran explique la règle et donne des recommandations

    @EP6-2-18 @avertissement
    Scénario: La longueur minimale est annoncée
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager donne sa réponse
      Alors l'écran affiche
        | texte |
        | 20 caractères minimum |

    @EP6-2-20 @avertissement
    Scénario: La composition attendue est annoncée
      Étant donné un usager rendu à l'écran « Réponse à la question de confiance »
      Quand l'usager donne sa réponse
      Alors l'écran affiche
        | texte |
        | Le mot de passe doit être une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués, de 20 caractères au minimum. |

    @EP6-2-21
    Scénario: Les recommandations s'ouvrent dans une fenêtre
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager ouvre les recommandations
      Alors la fenêtre affiche
        | texte |
        | Recommandations pour prévenir des usurpations |
        | 1 mot de passe différent pour chaque site (limitation des effets en cas d'interception) |
        | 1 mot de passe différent de ceux utilisés précédemment |
        | ne l'envoyez pas par courriel (les messageries électroniques sont cibles de nombreuses tentatives de piratage) |
        | ne l'écrivez jamais sur quelque support que ce soit (ni fichier ni papier) |
        | renouvelez vos mots de passe régulièrement (notamment en cas de changement de collaborateur) |

    @EP6-2-22
    Scénario: Les recommandations donnent une phrase pour mémoriser un mot de passe
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager ouvre les recommandations
      Alors la fenêtre affiche
        | texte |
        | Un tien vaut mieux que deux tu l'auras |

    @EP6-2-22
    Plan du scénario: L'exemple donné pour mémoriser un mot de passe est lui-même trop court : <mot de passe>
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme le mot de passe « <mot de passe> »
      Alors le mot de passe est refusé

      Exemples: les trois graphies des fiches
        | mot de passe |
        | 1tvmq2t!A    |
        | 1tvmq2tl'A   |
        | 1tvmq2t1'A   |

    @EP6-2-21
    Scénario: La fenêtre se ferme sans rien perdre de la saisie
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Et l'usager a commencé à saisir son nouveau mot de passe
      Quand l'usager ouvre puis ferme les recommandations
      Alors la fenêtre n'est plus affichée
      Et la saisie commencée est intacte

  Règle: « Etape précédente » ramène à la question, « Valider » mène au récapitulatif

    @EP6-2-19
    Scénario: Revenir en arrière ne change rien au mot de passe
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Et l'usager a commencé à saisir son nouveau mot de passe
      Quand l'usager revient à l'étape précédente
      Alors l'écran « Réponse à la question de confiance » s'affiche
      Et l'usager peut se connecter avec son mot de passe d'origine

    @EP6-2-24
    Scénario: La validation conduit d'elle-même au récapitulatif
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran « Récapitulatif » s'affiche
      Et le récapitulatif confirme le changement

    @G63
    Scénario: Un double clic ne vaut qu'un changement
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Quand l'usager valide d'un double clic un mot de passe conforme
      Alors l'usager peut se connecter avec son nouveau mot de passe
      Et l'usager reçoit une seule confirmation

    @G33
    Plan du scénario: Un écran laissé <attente> <suite>
      Étant donné un usager rendu à l'écran « Saisie du nouveau mot de passe »
      Et <attente> s'écoulent
      Quand l'usager saisit et confirme un mot de passe conforme
      Alors l'écran « <écran> » s'affiche

      Exemples:
        | attente                    | suite                   | écran                             |
        | 29 minutes et 59 secondes  | peut encore servir      | Récapitulatif                     |
        | 30 minutes et 1 seconde    | est à reprendre         | Adresse électronique de connexion |
