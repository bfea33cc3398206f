"""Words that French people put into passwords and that zxcvbn does not know: commonest first.

zxcvbn knows English, and the walks of a QWERTY keyboard; here are a few hundred letters for the rest.
"""

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


AZERTY_WALKS: Final = _words(
    "azerty azertyuiop azertyui azer qsdfgh qsdfghjklm qsdf wxcvbn wxcv azeqsd azeqsdwxc aqwzsx aqwzsxedc "
    "azertyuiopqsdfghjklm azertyuiopqsdfghjklmwxcvbn wxcvbnqsdfghjklmazertyuiop "
    "poiuytreza mlkjhgfdsq nbvcxw a1z2e3r4t5 a1z2e3r4 1a2z3e4r azsxdc aqzsed"
)

FRENCH_WORDS: Final = _words(
    "motdepasse motdepass passe mot bonjour soleil doudou loulou chouchou coucou amour jetaime salut merci "
    "marseille paris lyon toulouse bordeaux nantes lille france francais bretagne corse "
    "nicolas julien thomas camille sebastien antoine alexandre maxime isabelle nathalie caroline marine chantal "
    "chocolat papillon princesse cheval chaton chien lapin football rugby maison famille vacances voiture "
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre "
    "lundi mardi mercredi jeudi vendredi samedi dimanche printemps automne hiver bienvenue secret "
    "impots impot tva cfe dgfip tresor comptable comptabilite cabinet entreprise societe professionnel espace "
    "gestion facture direction bureau fiscal finances"
)
